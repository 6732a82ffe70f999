//! What became of it, and the learning of a cycle.

use people::Scale;
use platform::Sample;

use super::{Alone, LONG, STATEMENT, WORDS, body, day, id, response, way};
use crate::{
    became::{AnsweredLine, AskedLine, BecamePage, BecamePanel, LearntLine},
    model::{Answer, Kind},
    of_cycle::{LearningPanel, PassedLine, PatternLine},
    said,
};

pub(super) fn samples() -> Vec<Sample> {
    let mut all = becoming();
    all.extend(in_a_cycle());
    all
}

fn became(you: bool, whole: bool) -> BecamePanel {
    let answered = |answer| AnsweredLine {
        ground: id(1),
        words: (answer != Answer::Refused).then(|| WORDS.to_owned()),
        answer,
    };
    let learnt = |statement: Option<&str>, kinds: usize| LearntLine {
        pattern: id(1),
        statement: statement.map(str::to_owned),
        answers: vec![answered(Answer::Agreed), answered(Answer::Told), answered(Answer::Refused)],
        steps: way(None).into_iter().take(kinds).collect(),
        changed: kinds > 4,
    };
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
    let panel =
        Alone { heading: said::became_title().into(), panel: ui::Part::of(became(true, true)) };
    let asks =
        Alone { heading: said::asked_you().into(), panel: ui::Part::of(became(true, true).asks()) };
    vec![
        Sample::view("learning/became/empty", page(true, false)),
        Sample::view("learning/became/you", page(true, true)),
        Sample::view("learning/became/beside", page(false, true)),
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
    LearningPanel {
        cycle: id(1),
        received: if whole { received } else { Vec::new() },
        patterns: if whole { vec![pattern] } else { Vec::new() },
        passed: if whole { sent } else { Vec::new() },
        works,
    }
}

fn in_a_cycle() -> Vec<Sample> {
    let alone = |works, whole| Alone {
        heading: said::received_title().into(),
        panel: ui::Part::of(panel(works, whole)),
    };
    vec![
        Sample::page("learning/cycle/empty", alone(true, false)),
        Sample::page("learning/cycle/many", alone(true, true)),
        Sample::page("learning/cycle/read-only", alone(false, true)),
    ]
}
