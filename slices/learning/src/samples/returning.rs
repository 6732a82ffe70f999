//! What became of it, and the learning of a cycle.

use askama::Template;
use people::Scale;
use platform::Sample;

use super::{Alone, LONG, STATEMENT, WORDS, body, day, id, long_response, long_way, response, way};
use crate::{
    Relay,
    became::{AnsweredLine, AskedLine, BecamePage, BecamePanel, LearntLine},
    model::{Answer, Kind},
    of_cycle::{LearningPanel, PassedLine, PatternLine, UnderstoodPanel, Way},
    older::{PatternsPage, RelaysPage},
    said,
    taken_back::{HadLine, TakenBack},
    way::Step,
};

pub(super) fn samples() -> Vec<Sample> {
    let mut all = becoming();
    all.extend(in_a_cycle());
    all.extend(older());
    all
}

/// The way of what was set aside where it came.
fn set_aside() -> Vec<Step> {
    let (to, response) = (body("Ashwell", Scale::Place), response(Kind::SetAside));
    let mut steps: Vec<Step> = way(None).into_iter().take(2).collect();
    steps.push(Step::Meant { to, response });
    steps
}

/// A no that was said after something had gone to one place and to many.
pub(super) fn taken_back(further: bool) -> TakenBack {
    let had = |to: &str, at| HadLine { to: to.to_owned(), at };
    let had = vec![had("Ashwell", day(1)), had(LONG, day(2))];
    TakenBack { at: day(3), had, statement: STATEMENT.to_owned(), further }
}

/// Every answer, and a no that came after something had gone.
fn answers(further: bool) -> Vec<AnsweredLine> {
    let line = |answer, taken_back| {
        let words = (answer != Answer::Refused).then(|| WORDS.to_owned());
        AnsweredLine { ground: id(1), words, answer, taken_back }
    };
    vec![
        line(Answer::Agreed, None),
        line(Answer::Told, None),
        line(Answer::Refused, None),
        line(Answer::Refused, Some(taken_back(further))),
    ]
}

fn became(you: bool, whole: bool) -> BecamePanel {
    let learnt = |statement: Option<&str>, kinds: usize| LearntLine {
        pattern: id(1),
        statement: statement.map(str::to_owned),
        answers: answers(kinds > 4),
        steps: way(None).into_iter().take(kinds).collect(),
        changed: kinds > 4,
    };
    let set_aside = LearntLine { steps: set_aside(), changed: false, ..learnt(Some(STATEMENT), 0) };
    let asked = |words: Option<&str>, again| AskedLine {
        ground: id(2),
        asking: id(2),
        statement: STATEMENT.to_owned(),
        words: words.map(str::to_owned),
        again,
    };
    let asked = vec![asked(Some(WORDS), false), asked(None, true)];
    let lines = vec![
        learnt(Some(STATEMENT), 7),
        learnt(Some(LONG), 4),
        learnt(Some(STATEMENT), 3),
        learnt(Some(STATEMENT), 2),
        set_aside,
        learnt(Some(STATEMENT), 1),
        learnt(None, 1),
    ];
    BecamePanel {
        life: id(1),
        you,
        answers: true,
        asked: if whole { asked } else { Vec::new() },
        learnt: if whole { lines } else { Vec::new() },
    }
}

fn becoming() -> Vec<Sample> {
    let page = |you, whole| BecamePage { name: "Jo".to_owned(), panel: became(you, whole) };
    let answers = vec![AnsweredLine {
        ground: id(1),
        words: Some(LONG.to_owned()),
        answer: Answer::Agreed,
        taken_back: Some(TakenBack { statement: LONG.to_owned(), ..taken_back(true) }),
    }];
    let long = LearntLine {
        pattern: id(1),
        statement: Some(LONG.to_owned()),
        answers,
        steps: long_way(),
        changed: true,
    };
    let long = BecamePanel { learnt: vec![long], ..became(true, true) };
    let longest = BecamePage { name: LONG.to_owned(), panel: long };
    let panel =
        Alone { heading: said::became_title().into(), panel: ui::Part::of(became(true, true)) };
    let asks =
        Alone { heading: said::asked_you().into(), panel: ui::Part::of(became(true, true).asks()) };
    vec![
        Sample::view("learning/became/empty", page(true, false)),
        Sample::view("learning/became/you", page(true, true)),
        Sample::view("learning/became/beside", page(false, true)),
        Sample::view("learning/became/longest", longest),
        Sample::page("learning/became/panel", panel),
        Sample::page("learning/became/asks", asks),
    ]
}

fn panel(works: bool, whole: bool) -> LearningPanel {
    let (team, place) = (body("Riverside", Scale::Team), body("Ashwell", Scale::Place));
    let passed = |byte, from: &_, to: &_, statement: &str, kinds: &[Kind]| PassedLine {
        relay: id(byte),
        from: Clone::clone(from),
        to: Clone::clone(to),
        statement: statement.to_owned(),
        question: None,
        responses: kinds.iter().map(|it| response(*it)).collect(),
        at: day(10),
    };
    let pattern = PatternLine { pattern: id(1), statement: STATEMENT.to_owned(), at: day(0) };
    let received =
        vec![passed(1, &team, &place, STATEMENT, &[]), passed(2, &team, &place, LONG, &Kind::ALL)];
    let sent = vec![passed(3, &place, &team, STATEMENT, &[Kind::Changed])];
    let next = || whole.then(|| id::<Relay>(9).to_string());
    LearningPanel {
        cycle: id(1),
        received: if whole { received } else { Vec::new() },
        received_next: next(),
        patterns: if whole { vec![pattern] } else { Vec::new() },
        patterns_next: next(),
        passed: if whole { sent } else { Vec::new() },
        passed_next: next(),
        works,
        names: works,
        in_step: false,
    }
}

/// Everything in its longest words, from those with the longest names.
fn longest() -> LearningPanel {
    let long = body(LONG, Scale::Organisation);
    let passed = |byte| PassedLine {
        relay: id(byte),
        from: long.clone(),
        to: long.clone(),
        statement: LONG.to_owned(),
        question: Some(LONG.to_owned()),
        responses: Kind::ALL.map(long_response).to_vec(),
        at: day(10),
    };
    let pattern = PatternLine { pattern: id(1), statement: LONG.to_owned(), at: day(0) };
    let (received, patterns) = (vec![passed(1)], vec![pattern]);
    LearningPanel { received, patterns, passed: vec![passed(2)], ..panel(true, false) }
}

fn older() -> Vec<Sample> {
    let panel = |whole| panel(true, whole);
    let patterns = |whole: bool| {
        let LearningPanel { patterns, patterns_next: next, cycle, .. } = panel(whole);
        PatternsPage { patterns, next, cycle, body: "Riverside".to_owned() }
    };
    let relays = |whole, way| {
        let LearningPanel { received, passed, passed_next: next, cycle, .. } = panel(whole);
        let relays = if way == Way::Received { received } else { passed };
        RelaysPage { relays, next, cycle, body: "Riverside".to_owned(), way }
    };
    vec![
        Sample::view("learning/patterns/empty", patterns(false)),
        Sample::view("learning/patterns/many", patterns(true)),
        Sample::view("learning/received/empty", relays(false, Way::Received)),
        Sample::view("learning/received/many", relays(true, Way::Received)),
        Sample::view("learning/passed/empty", relays(false, Way::Passed)),
        Sample::view("learning/passed/many", relays(true, Way::Passed)),
    ]
}

/// What came from others, under the heading of its step.
#[derive(Template)]
#[template(source = "<h2>{{ said::received_title() }}</h2>{{ panel }}", ext = "html")]
struct UnderstoodBelow {
    panel: UnderstoodPanel,
}

/// The same, beside the step in which it stands in full.
#[derive(Template)]
#[template(source = "{{ panel }}<div id=\"passed-on-to-us\"></div>", ext = "html")]
struct InStep {
    panel: LearningPanel,
}

fn in_a_cycle() -> Vec<Sample> {
    let alone = |works, whole| Alone {
        heading: said::received_title().into(),
        panel: ui::Part::of(panel(works, whole)),
    };
    let understood = Alone {
        heading: said::received_title().into(),
        panel: ui::Part::of(UnderstoodBelow { panel: panel(true, true).understood() }),
    };
    let longest = Alone { heading: said::received_title().into(), panel: ui::Part::of(longest()) };
    vec![
        Sample::page("learning/cycle/longest", longest),
        Sample::page(
            "learning/cycle/in-step",
            Alone {
                heading: said::received_title().into(),
                panel: ui::Part::of(InStep { panel: panel(true, true).with_received_in_step() }),
            },
        ),
        Sample::page("learning/cycle/empty", alone(true, false)),
        Sample::page("learning/cycle/many", alone(true, true)),
        Sample::page("learning/cycle/read-only", alone(false, true)),
        Sample::page("learning/cycle/understood", understood),
    ]
}
