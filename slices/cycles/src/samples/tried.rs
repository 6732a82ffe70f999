use platform::{Form as _, Sample};

use super::{Alone, LONG, SYSTEM, blank, day, holding, id};
use crate::{
    Ending,
    agree::AgreePage,
    card::{Can, TryingCard},
    end::{EndForm, EndPage},
    exploration::{ExplorationPage, Surroundings},
    look_back::{LookForm, LookPage},
    model::{Detail, Made},
    said,
    start::{StartForm, StartPage},
    store::{
        looks::Looked,
        tried::{Ended, Tried},
    },
    tried::TriedPage,
    trying::TryingPanel,
    who::Names,
};

const LINE: &str = "Twenty minutes at the allotment on Tuesdays";
const PERSON: Can = Can { own: true, writes: true };
const WORKER: Can = Can { own: false, writes: true };
const COLLEAGUE: Can = Can { own: false, writes: false };

pub(super) fn samples() -> Vec<Sample> {
    let mut all = asking();
    all.extend(ending());
    all.extend(whole());
    all.extend(panels());
    all
}

pub(super) fn names() -> Names {
    Names::known(id(1), id(2), ("Sam", "Jo"))
}

const fn made(own: bool, day: kernel::Moment) -> Made {
    Made { by: Some(id(1)), own, at: day }
}

pub(super) fn tried(line: &str) -> Tried {
    Tried {
        id: id(3),
        life: Some(id(2)),
        line: line.to_owned(),
        details: Vec::new(),
        look_at: None,
        agreed_at: None,
        follows: None,
        made: made(false, day(0)),
        ended: None,
        looks: Vec::new(),
    }
}

fn full(line: &str) -> Tried {
    let detail = |it: Detail| (it, LONG.to_owned());
    let look = |surprise| Looked {
        exploration: id(3),
        text: "Went twice. Second time stayed an hour because Abdul was there.".to_owned(),
        surprise,
        made: made(!surprise, day(2)),
    };
    Tried {
        details: Detail::ALL.into_iter().map(detail).collect(),
        look_at: Some(day(14)),
        agreed_at: Some(day(1)),
        follows: Some(id(4)),
        looks: vec![look(true), look(false)],
        ..tried(line)
    }
}

pub(super) fn ended(ending: Ending) -> Tried {
    let why = Some("It was Abdul, not the weather.".to_owned());
    Tried { ended: Some(Ended { ending, why, made: made(true, day(9)) }), ..full(LINE) }
}

fn asking() -> Vec<Sample> {
    let start = |filled| StartPage {
        filled,
        of: "Jo".to_owned(),
        back: "/".to_owned(),
        readers: said::readers_life("Riverside", "Jo"),
        findings: vec![],
    };
    let long = StartForm { line: LONG.to_owned(), cost: LONG.to_owned(), ..StartForm::default() };
    vec![
        Sample::page("cycles/start/empty", start(blank())),
        Sample::page("cycles/start/kept", start(holding(StartForm::sample()).with_kept(day(1)))),
        Sample::page("cycles/start/longest", start(holding(long))),
        Sample::page(
            "cycles/agree/ask",
            AgreePage { filled: blank(), line: LONG.to_owned(), back: "/".to_owned() },
        ),
    ]
}

fn ending() -> Vec<Sample> {
    let look = |filled, noticing: Option<&str>| LookPage {
        filled,
        line: LINE.to_owned(),
        noticing: noticing.map(str::to_owned),
        back: "/".to_owned(),
        readers: said::readers_life_you("Riverside"),
    };
    let end = |filled| EndPage {
        filled,
        line: LINE.to_owned(),
        back: "/".to_owned(),
        readers: said::readers_life_you("Riverside"),
    };
    let adapt = EndForm { ending: "adapt".to_owned(), next: LONG.to_owned(), ..EndForm::default() };
    vec![
        Sample::page("cycles/look-back/empty", look(blank(), None)),
        Sample::page("cycles/look-back/typed", look(holding(LookForm::sample()), Some(LONG))),
        Sample::page("cycles/end/empty", end(blank())),
        Sample::page("cycles/end/adapt", end(holding(adapt))),
    ]
}

fn whole() -> Vec<Sample> {
    let page = |tried, can, after: Option<u8>| {
        let of = "Jo".to_owned();
        let around = Surroundings { of, back: "/".to_owned(), can, said: Vec::new() };
        ExplorationPage::of(tried, (None, after.map(id)), &names(), around)
    };
    let of_cycle = || {
        let around =
            Surroundings { of: SYSTEM.to_owned(), back: "/".to_owned(), can: WORKER, said: vec![] };
        let tried = Tried { life: None, ..tried("Ask at the first visit who would come along") };
        ExplorationPage::of(tried, (Some(id(5)), None), &names(), around)
    };
    vec![
        Sample::view("cycles/exploration/new-to-the-person", page(tried(LINE), PERSON, None)),
        Sample::view("cycles/exploration/new-to-the-worker", page(tried(LINE), WORKER, None)),
        Sample::view("cycles/exploration/to-a-colleague", page(full(LINE), COLLEAGUE, None)),
        Sample::view("cycles/exploration/longest", page(full(LONG), PERSON, None)),
        Sample::view("cycles/exploration/kept", page(ended(Ending::Keep), WORKER, None)),
        Sample::view("cycles/exploration/adapted", page(ended(Ending::Adapt), PERSON, Some(6))),
        Sample::view("cycles/exploration/stopped", page(ended(Ending::Stop), COLLEAGUE, None)),
        Sample::view("cycles/exploration/of-a-cycle", of_cycle()),
    ]
}

fn panels() -> Vec<Sample> {
    let panel = |name, live: Vec<Tried>, past: Vec<Tried>, can: Can| {
        let card = |it: Tried| TryingCard::of(&it, &names(), can);
        let mut live: Vec<_> = live.into_iter().map(card).collect();
        if let Some(first) = live.first_mut() {
            first.first = true;
        }
        let ended = past.into_iter().map(card).collect();
        let next = Some("live.1".to_owned()).filter(|_| live.len() > 1);
        let panel = TryingPanel { life: id(2), live, ended, next, writes: can.writes };
        let panel = ui::Part::of(panel);
        Sample::page(name, Alone { heading: "Jo".into(), panel })
    };
    let list = |all: Vec<Tried>| TriedPage {
        next: Some("ended.1".to_owned()).filter(|_| all.len() > 1),
        explorations: all.iter().map(|it| TryingCard::of(it, &names(), WORKER)).collect(),
        of: "Jo".to_owned(),
        back: "/lives/1".to_owned(),
    };
    let own = || Tried { made: made(true, day(3)), agreed_at: Some(day(3)), ..tried(LINE) };
    let past = || vec![ended(Ending::Keep), ended(Ending::Stop)];
    vec![
        panel("cycles/trying/empty", vec![], vec![], WORKER),
        panel("cycles/trying/own-idea", vec![own()], vec![], PERSON),
        panel("cycles/trying/one", vec![own()], vec![], WORKER),
        panel("cycles/trying/asks-the-person", vec![tried(LINE)], vec![], PERSON),
        panel("cycles/trying/many", vec![full(LONG), tried(LINE)], past(), WORKER),
        Sample::view("cycles/tried/empty", list(vec![])),
        Sample::view("cycles/tried/many", list(vec![tried(LINE), full(LONG), ended(Ending::Stop)])),
        panel("cycles/trying/to-a-supporter", vec![full(LINE)], past(), COLLEAGUE),
    ]
}
