//! Every page of this slice, in the states in which people meet it. Panels whose slices keep their
//! insides to themselves stand here as parts of the same template; those slices sample them whole.

mod home;

use askama::Template;
use cycles::LookLine;
use kernel::{Id, Moment};
use learning::{LearningPanel, PatternLine};
use lives::{GatheredLine, NoteKind, SharedReflection};
use people::{Scale, Standing};
use platform::{Kind, Page, Sample};
use ui::{NoteItem, NoteList, OwnWords, Part, Sheet};
use words::Text;

use crate::{
    gathered::{GatheredPage, Which},
    life::{NextLine, beside},
    meeting::{MeetingPage, TriedLine},
    plain::{AboutPage, AccessibilityPage, PrivacyPage},
    said,
    shared::SharedPage,
    tried::TalkedOfPage,
};

const LINE: &str = "Twenty minutes at the allotment on Tuesdays, whatever the weather";
const NOTED: &str = "Went twice. Second time stayed an hour because Abdul was there.";
const LONG: &str = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch and everywhere beyond it, \
                    on foot, by bus, with whoever comes along, in whatever weather there happens to be";

/// Who reads what concerns nobody in particular.
const ANYBODY: [Kind; 2] = [Kind::Visitor, Kind::Person];

/// All of them.
pub fn samples() -> Vec<Sample> {
    let mut all = home::samples();
    all.extend(lives());
    all.extend(meetings());
    all.extend(gathered());
    all.extend(cycles());
    all.extend([
        Sample::view("gathering/about", AboutPage {}).read_by(&ANYBODY),
        Sample::view("gathering/accessibility", AccessibilityPage {}).read_by(&ANYBODY),
        Sample::view("gathering/privacy", PrivacyPage {}).read_by(&ANYBODY),
    ]);
    all
}

const fn id<T: ?Sized>(byte: u8) -> Id<T> {
    Id::from_bytes([byte; 16])
}

fn day(days: i64) -> Moment {
    Moment::from_micros(1_780_000_000_000_000).plus(days * kernel::SpanOf::DAY)
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
    beside: Option<ui::Details>,
}

impl Page for Life {
    fn title(&self) -> Text {
        said::life_title().into()
    }
}

fn life(name: &'static str, you: bool, whole: bool) -> Life {
    let nothing = || Part::from("");
    let standing = Standing { own: you, alongside: !you, ..Standing::default() };
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
        beside: beside(id(1), standing, name).filter(|_| whole).map(|it| it.open(true)),
    }
}

fn lives() -> Vec<Sample> {
    let other = [Kind::Worker, Kind::Supporter];
    let own = [Kind::Person, Kind::Beside];
    vec![
        Sample::page("gathering/life/empty", life("Jo", false, false)).read_by(&other),
        Sample::page("gathering/life/you-empty", life("Jo", true, false)).read_by(&own),
        Sample::page("gathering/life/many", life("Jo", false, true)).read_by(&other),
        Sample::page("gathering/life/you", life("Jo", true, true)).read_by(&own),
        Sample::page("gathering/life/longest", life(LONG, false, true)).read_by(&other),
    ]
}

fn learning(whole: bool) -> LearningPanel {
    let pattern = PatternLine { pattern: id(1), statement: LINE.to_owned(), at: day(0) };
    LearningPanel {
        cycle: id(1),
        received: Vec::new(),
        received_next: None,
        patterns_next: None,
        passed_next: None,
        patterns: if whole { vec![pattern] } else { Vec::new() },
        passed: Vec::new(),
        works: true,
        names: true,
        in_step: false,
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
        why: Some(NOTED.to_owned()).filter(|_| it % 7 == 6),
        became: Some(cycles::Ending::Adapt.said()).filter(|_| it % 7 == 6),
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
        part: people::Part { coordinator: true, lead: true, ..people::Part::default() },
        team: "Riverside".to_owned(),
        trying: tried.collect(),
        trying_next: (many > 1).then(|| "live.1".to_owned()),
        surprises: notes(),
        surprises_next: (many > 1).then(|| "1.1".to_owned()),
        brought: notes(),
        brought_next: (many > 1).then(|| "1.1".to_owned()),
        reflections: if many > 0 { vec![shared(line)] } else { Vec::new() },
        reflections_next: (many > 1).then(|| "1".to_owned()),
        learning: Some(learning(many > 0).without_naming()),
        opens: true,
    }
}

fn shared(text: &str) -> SharedReflection {
    let (text, by) = (text.to_owned(), Some("Sam".to_owned()));
    SharedReflection { id: id(1), text, by, at: day(0), who: "Sam".into() }
}

fn meetings() -> Vec<Sample> {
    vec![
        Sample::view(
            "gathering/meeting/no-cycle",
            MeetingPage { learning: None, ..meeting(0, LINE) },
        ),
        Sample::view("gathering/meeting/empty", meeting(0, LINE)),
        Sample::view("gathering/meeting/one", meeting(1, LINE)),
        Sample::view("gathering/meeting/many", meeting(200, LINE)),
        Sample::view("gathering/meeting/longest", meeting(7, LONG)),
    ]
}

fn gathered() -> Vec<Sample> {
    let page = |many, which| {
        let MeetingPage { surprises: notes, surprises_next: next, body, team, .. } =
            meeting(many, LINE);
        GatheredPage { notes, next, body, team, which }
    };
    let reflected = |reflections: Vec<SharedReflection>| {
        let next = reflections.first().map(|it| it.id.to_string());
        SharedPage { reflections, next, body: id(1), team: "Riverside".to_owned() }
    };
    let tried = |many| {
        let MeetingPage { trying, trying_next: next, body, team, .. } = meeting(many, LINE);
        TalkedOfPage { trying, next, body, team }
    };
    vec![
        Sample::view("gathering/trying/empty", tried(0)),
        Sample::view("gathering/trying/many", tried(30)),
        Sample::view("gathering/surprises/empty", page(0, Which::Surprises)),
        Sample::view("gathering/surprises/many", page(2, Which::Surprises)),
        Sample::view("gathering/brought/empty", page(0, Which::Brought)),
        Sample::view("gathering/brought/many", page(2, Which::Brought)),
        Sample::view("gathering/reflections/empty", reflected(Vec::new())),
        Sample::view("gathering/reflections/many", reflected(vec![shared(LINE), shared(LONG)])),
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
        Sample::page("gathering/cycle/one", cycle("Ashwell", true)),
        Sample::page("gathering/cycle/many", cycle("Living well in Ashwell", true)),
        Sample::page("gathering/cycle/longest", cycle(LONG, true)),
    ]
}
