//! Every page of this slice, in the states in which people meet it. Panels whose slices keep their
//! insides to themselves stand here as parts of the same template; those slices sample them whole.

use askama::Template;
use cycles::LookLine;
use kernel::{Id, Moment};
use learning::{ChangeLine, LearningPanel, PatternLine};
use lives::{GatheredLine, NoteKind};
use people::{Scale, Tie};
use platform::{Kind, Page, Sample};
use ui::{NoteItem, NoteList, OwnWords, Part, Sheet};
use words::Text;

use crate::{
    drafts,
    home::{BodyLine, DraftLine, HomePage, LifeLine},
    life::NextLine,
    meeting::{MeetingPage, TriedLine},
    plain::{AboutPage, AccessibilityPage, PrivacyPage},
    said,
};

const LINE: &str = "Twenty minutes at the allotment on Tuesdays, whatever the weather";
const NOTED: &str = "Went twice. Second time stayed an hour because Abdul was there.";
const LONG: &str = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch and everywhere beyond it, \
                    on foot, by bus, with whoever comes along, in whatever weather there happens to be";

/// All of them.
pub fn samples() -> Vec<Sample> {
    let mut all = homes();
    all.extend(lives());
    all.extend(meetings());
    all.extend(cycles());
    all.extend([
        Sample::view("gathering/about", AboutPage {}),
        Sample::view("gathering/accessibility", AccessibilityPage {}),
        Sample::view("gathering/privacy", PrivacyPage {}),
    ]);
    all
}

const fn id<T: ?Sized>(byte: u8) -> Id<T> {
    Id::from_bytes([byte; 16])
}

fn day(days: i64) -> Moment {
    Moment::from_micros(1_780_000_000_000_000).plus(days * kernel::SpanOf::DAY)
}

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
    BodyLine { body: id(1), name: name.to_owned(), scale, ties, cycle: cycle.then(|| id(1)) }
}

fn worker(name: &str) -> HomePage {
    let life = |byte, asked| LifeLine { life: id(byte), name: name.to_owned(), trusted: false, asked };
    let paths = [
        "notes", "matters", "explorations", "looks", "reflections", "patterns", "responses",
        "entries", "replies", "people",
    ];
    let drafts = paths.into_iter().map(|it| DraftLine {
        page: format!("/sample/{it}/new"),
        at: day(0),
        what: drafts::what(&format!("/sample/{it}")),
    });
    HomePage {
        lives: vec![life(1, false), life(2, true)],
        teams: vec![
            body(name, Scale::Team, vec![Tie::Member, Tie::Coordinator], true),
            body("Harbour", Scale::Team, vec![Tie::Lead], false),
        ],
        bodies: vec![
            body(name, Scale::Place, vec![Tie::Steward], true),
            body("Northland", Scale::Country, vec![Tie::Governor], false),
        ],
        drafts: drafts.collect(),
        changes: vec![change(Some(id(1)), LINE), change(None, name)],
        ..home(Kind::Worker)
    }
}

fn homes() -> Vec<Sample> {
    let own = HomePage { own: Some(id(1)), ..home(Kind::Person) };
    let asked =
        HomePage { asked: true, changes: vec![change(Some(id(1)), LINE)], ..own.clone() };
    let trusted = LifeLine { life: id(1), name: "Jo".to_owned(), trusted: true, asked: false };
    let supporter = HomePage { lives: vec![trusted], ..home(Kind::Supporter) };
    vec![
        Sample::view("gathering/home/visitor", home(Kind::Visitor)),
        Sample::view("gathering/home/person", own),
        Sample::view("gathering/home/person-asked", asked),
        Sample::view("gathering/home/supporter", supporter),
        Sample::view("gathering/home/worker-new", home(Kind::Worker)),
        Sample::view("gathering/home/worker", worker("Jo")),
        Sample::view("gathering/home/longest", worker(LONG)),
        Sample::view("gathering/home/administrator", home(Kind::Administrator)),
    ]
}

/// The page of a life, with a part where a panel would be.
#[derive(Debug, Template)]
#[template(path = "life.html")]
struct Life {
    name: String,
    you: bool,
    matters: Part,
    trying: Part,
    notes: Part,
    around: Part,
    became: Part,
    next: Vec<NextLine>,
    asks: Part,
    asked: bool,
}

impl Page for Life {
    fn title(&self) -> Text {
        said::life_title().into()
    }
}

fn life(name: &'static str, you: bool, whole: bool) -> Life {
    let nothing = || Part::from("");
    let next = NextLine { at: day(14), line: LINE.to_owned() };
    let words = OwnWords::new(LINE, name);
    let notes = (0..25).map(|it| NoteItem::new(said::meeting_day(day(-it)), NOTED).by(name));
    let part = |it: Part| if whole { it } else { nothing() };
    Life {
        name: name.to_owned(),
        you,
        matters: part(Part::of(words)),
        trying: part(Part::of(Sheet::new(LINE))),
        notes: part(Part::of(NoteList::new(notes))),
        around: part(Part::of(Sheet::new(name))),
        became: part(Part::of(Sheet::new(LINE))),
        next: if whole { vec![next] } else { Vec::new() },
        asks: part(Part::of(Sheet::new(LINE))),
        asked: whole,
    }
}

fn lives() -> Vec<Sample> {
    vec![
        Sample::page("gathering/life/empty", life("Jo", false, false)),
        Sample::page("gathering/life/you-empty", life("Jo", true, false)),
        Sample::page("gathering/life/many", life("Jo", false, true)),
        Sample::page("gathering/life/you", life("Jo", true, true)),
        Sample::page("gathering/life/longest", life(LONG, false, true)),
    ]
}

fn learning(whole: bool) -> LearningPanel {
    let pattern = PatternLine { pattern: id(1), statement: LINE.to_owned(), at: day(0) };
    LearningPanel {
        cycle: id(1),
        received: Vec::new(),
        patterns: if whole { vec![pattern] } else { Vec::new() },
        passed: Vec::new(),
        works: true,
    }
}

fn meeting(many: u8, line: &str) -> MeetingPage {
    let look = |surprise| {
        Some(LookLine { text: NOTED.to_owned(), surprise, at: day(0), by: "Sam".into() })
    };
    let tried = (0..many).map(|it| TriedLine {
        exploration: id(it),
        name: "Jo".to_owned(),
        line: line.to_owned(),
        latest: look(it % 2 == 0).filter(|_| it % 3 == 0),
        ended: it % 7 == 6,
    });
    let note = || GatheredLine {
        note: id(1),
        life: id(1),
        person: "Jo".to_owned(),
        text: line.to_owned(),
        kind: Some(NoteKind::Surprise),
        at: day(0),
        by: Some("Sam".to_owned()),
        who: "Sam".into(),
    };
    let notes = || if many > 0 { vec![note()] } else { Vec::new() };
    MeetingPage {
        body: id(1),
        team: "Riverside".to_owned(),
        trying: tried.collect(),
        surprises: notes(),
        brought: notes(),
        reflections: Vec::new(),
        learning: Some(learning(many > 0)),
    }
}

fn meetings() -> Vec<Sample> {
    vec![
        Sample::view("gathering/meeting/no-cycle", MeetingPage { learning: None, ..meeting(0, LINE) }),
        Sample::view("gathering/meeting/empty", meeting(0, LINE)),
        Sample::view("gathering/meeting/one", meeting(1, LINE)),
        Sample::view("gathering/meeting/many", meeting(200, LINE)),
        Sample::view("gathering/meeting/longest", meeting(7, LONG)),
    ]
}

/// The page of a cycle, with a part where its steps would be.
#[derive(Debug, Template)]
#[template(path = "cycle.html")]
struct Cycle {
    system: String,
    body: String,
    scale: Scale,
    steps: Part,
    learning: LearningPanel,
}

impl Page for Cycle {
    fn title(&self) -> Text {
        said::cycle_title().into()
    }
}

fn cycles() -> Vec<Sample> {
    let cycle = |system: &str, whole| {
        let (system, body) = (system.to_owned(), "Ashwell".to_owned());
        let steps = Part::of(Sheet::new(LINE));
        Cycle { system, body, scale: Scale::Place, steps, learning: learning(whole) }
    };
    vec![
        Sample::page("gathering/cycle/empty", cycle("Living well in Ashwell", false)),
        Sample::page("gathering/cycle/many", cycle("Living well in Ashwell", true)),
        Sample::page("gathering/cycle/longest", cycle(LONG, true)),
    ]
}
