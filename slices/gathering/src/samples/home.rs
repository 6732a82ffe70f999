//! The first page, of each kind of reader.

use kernel::Id;
use learning::ChangeLine;
use people::{Scale, Tie};
use platform::{Kind, Sample};

use super::{LINE, LONG, day, id};
use crate::{
    drafts,
    home::{BodyLine, HomePage},
    theirs::{LifeLine, LivesPage},
    unsaved::DraftLine,
};

fn home(kind: Kind) -> HomePage {
    HomePage { kind: kind.name(), ..HomePage::default() }
}

fn change(life: Option<Id<people::Life>>, text: &str) -> ChangeLine {
    ChangeLine {
        relay: id(1),
        life,
        statement: text.to_owned(),
        who: "Ashwell".to_owned(),
        was: "Bus passes for appointments".to_owned(),
        now: "A fund for going somewhere with somebody".to_owned(),
        at: day(3),
    }
}

fn body(name: &str, scale: Scale, ties: Vec<Tie>, cycle: bool) -> BodyLine {
    let cycle = cycle.then(|| id(1));
    BodyLine { body: id(1), name: name.to_owned(), scale, ties, cycle, waits: cycle.is_some() }
}

/// One of each sort of thing that waits to be saved.
fn every_draft() -> Vec<DraftLine> {
    let paths = [
        "notes",
        "matters",
        "explorations",
        "looks",
        "reflections",
        "patterns",
        "responses",
        "entries",
        "replies",
        "people",
    ];
    let draft = |it: &str| DraftLine {
        page: format!("/sample/{it}/new"),
        at: day(0),
        of: (it == "notes").then(|| LINE.to_owned()),
        what: drafts::what(&format!("/sample/{it}")),
    };
    paths.into_iter().map(draft).collect()
}

fn worker(name: &str) -> HomePage {
    let life = |byte, asked| LifeLine {
        life: id(byte),
        name: name.to_owned(),
        trusted: false,
        asked,
        news: asked,
    };
    HomePage {
        agree: vec![id(1), id(2)],
        lead: vec![id(1)],
        lives: vec![life(1, false), life(2, true)],
        lives_next: Some("1".to_owned()),
        teams: vec![
            body(name, Scale::Team, vec![Tie::Member, Tie::Coordinator], true),
            body("Harbour", Scale::Team, vec![Tie::Lead], false),
            body("Valley", Scale::Team, vec![Tie::Coordinator], false),
        ],
        bodies: vec![
            body(name, Scale::Place, vec![Tie::Steward], true),
            body("Northland", Scale::Country, vec![Tie::Governor], false),
        ],
        drafts: every_draft(),
        changes: vec![change(Some(id(1)), LINE), change(None, name)],
        ..home(Kind::Worker)
    }
}

pub(super) fn samples() -> Vec<Sample> {
    let own = HomePage { own: Some(id(1)), ..home(Kind::Person) };
    let asked = HomePage { asked: true, changes: vec![change(Some(id(1)), LINE)], ..own.clone() };
    let again = HomePage { taken_up: Some(day(3)), ..own.clone() };
    let trusted =
        LifeLine { life: id(1), name: "Jo".to_owned(), trusted: true, asked: false, news: false };
    let supporter = HomePage { lives: vec![trusted], ..home(Kind::Supporter) };
    let lives = |from: HomePage, works| {
        let HomePage { lives, lives_next: next, .. } = from;
        LivesPage { lives, next, works }
    };
    let page = |name, kind, page| Sample::view(name, page).read_by(&[kind]);
    let one = HomePage { lives: worker("Jo").lives.split_off(1), ..home(Kind::Worker) };
    vec![
        Sample::view("gathering/lives/empty", lives(home(Kind::Worker), true))
            .read_by(&[Kind::Worker]),
        Sample::view("gathering/lives/worker", lives(worker("Jo"), true)).read_by(&[Kind::Worker]),
        Sample::view("gathering/lives/supporter", lives(supporter.clone(), false))
            .read_by(&[Kind::Supporter]),
        Sample::view("gathering/lives/longest", lives(worker(LONG), true)).read_by(&[Kind::Worker]),
        page("gathering/home/visitor", Kind::Visitor, home(Kind::Visitor)),
        page("gathering/home/person", Kind::Person, own),
        page("gathering/home/person-asked", Kind::Person, asked),
        page("gathering/home/person-taken-up", Kind::Person, again),
        page("gathering/home/supporter", Kind::Supporter, supporter),
        page("gathering/home/supporter-new", Kind::Supporter, home(Kind::Supporter)),
        page("gathering/home/worker-new", Kind::Worker, home(Kind::Worker)),
        page("gathering/home/worker-one", Kind::Worker, one),
        page("gathering/home/worker", Kind::Worker, worker("Jo")),
        page("gathering/home/longest", Kind::Worker, worker(LONG)),
        page("gathering/home/many-drafts", Kind::Worker, unsaved(60)),
        page("gathering/home/administrator", Kind::Administrator, home(Kind::Administrator)),
    ]
}

/// So much that some of it may make room one day.
fn unsaved(many: usize) -> HomePage {
    let drafts = worker("Jo").drafts.into_iter().cycle().take(many).collect();
    HomePage { drafts, ..home(Kind::Worker) }
}
