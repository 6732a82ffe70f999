//! Patterns, relays, responses, and what became of them.

use cycles::CycleLine;
use people::{Body, Scale};
use platform::{Filled, Form as _, Sample};

use super::{
    LONG, STATEMENT, WORDS, bare, blank, body, day, every_state, ground, holding, id, long_way,
    longest, way,
};
use crate::{
    drawn::GroundLine,
    grounds::GroundsPage,
    model::Answer,
    offered::HaveIt,
    pass::{PassForm, PassPage},
    pattern::{Next, PatternPage, RelayLine, next},
    relay::RelayPage,
    respond::{RespondPage, ResponseForm},
    rules::Leaving,
    said,
};

pub(super) fn samples() -> Vec<Sample> {
    let mut all = patterns();
    all.extend(passing());
    all.extend(responding());
    all.extend(relays());
    all
}

fn pattern(statement: &str) -> PatternPage {
    PatternPage {
        pattern: id(1),
        team: "Riverside".to_owned(),
        cycle: id(1),
        statement: statement.to_owned(),
        agreed: None,
        counter: None,
        hit: None,
        at: day(0),
        wording: None,
        next: Next::Word,
        grounds: Vec::new(),
        relays: Vec::new(),
        steps: Vec::new(),
        works: true,
    }
}

fn longest_pattern() -> PatternPage {
    let long = || Some(LONG.to_owned());
    PatternPage {
        team: LONG.to_owned(),
        agreed: long(),
        counter: long(),
        hit: long(),
        wording: long(),
        next: Next::Ask,
        grounds: vec![longest(1)],
        relays: vec![RelayLine { relay: id(1), to: LONG.to_owned() }],
        steps: long_way(),
        ..pattern(LONG)
    }
}

fn patterns() -> Vec<Sample> {
    let some = |text: &str| Some(text.to_owned());
    let whole = |statement: &str| PatternPage {
        agreed: some("Sam, Ines and Jo"),
        counter: some("One person goes anywhere alone."),
        hit: some("Whoever lives by themself"),
        wording: some(statement),
        next: next(true, &every_state()),
        grounds: every_state(),
        relays: vec![RelayLine { relay: id(1), to: "Ashwell".to_owned() }],
        steps: way(None).into_iter().skip(1).collect(),
        ..pattern(statement)
    };
    let one = PatternPage { grounds: vec![bare(1)], ..pattern(STATEMENT) };
    let worded = |grounds: Vec<GroundLine>| PatternPage {
        wording: some(STATEMENT),
        next: next(true, &grounds),
        grounds,
        ..pattern(STATEMENT)
    };
    let said = |answer| vec![ground(1, true, answer)];
    let read_only = PatternPage { works: false, ..whole(STATEMENT) };
    let both = [Answer::Agreed, Answer::Refused].map(Some);
    let some_refused = (1..).zip(both).map(|(byte, it)| ground(byte, true, it)).collect();
    let relays = vec![RelayLine { relay: id(1), to: LONG.to_owned() }];
    let came_back = PatternPage { relays, ..worded(said(Some(Answer::Refused))) };
    vec![
        Sample::view("learning/pattern/empty", pattern(STATEMENT)),
        Sample::view("learning/pattern/many", whole(STATEMENT)),
        Sample::view("learning/pattern/longest", longest_pattern()),
        Sample::view("learning/pattern/read-only", read_only),
        Sample::view("learning/pattern/one", one),
        Sample::view("learning/pattern/waits", worded(said(None))),
        Sample::view("learning/pattern/may-leave", worded(said(Some(Answer::Agreed)))),
        Sample::view("learning/pattern/asks-nobody", worded(Vec::new())),
        Sample::view("learning/pattern/some-refused", worded(some_refused)),
        Sample::view("learning/pattern/came-back", came_back),
        Sample::view("learning/pattern/all-refused", worded(said(Some(Answer::Refused)))),
    ]
}

pub(super) fn cycle(byte: u8, system: &str) -> CycleLine {
    let (scale, name) = (Scale::Place, "Ashwell".to_owned());
    let body = Body { id: id(byte), scale, name, within: None, place: None };
    CycleLine { cycle: id(byte), system: system.to_owned(), body }
}

pub(super) fn pass(filled: Filled<PassForm>, many: u8, wording: Option<&str>) -> PassPage {
    PassPage {
        filled,
        wording: wording.map(str::to_owned),
        leaving: Leaving::May,
        cycles: (0..many).map(|it| cycle(it, "Living well here")).collect(),
        back: "/patterns/1".to_owned(),
        further: false,
        findings: Vec::new(),
        had: HaveIt::default(),
    }
}

fn passing() -> Vec<Sample> {
    let kept =
        |leaving, further| PassPage { leaving, further, ..pass(blank(), 3, Some(STATEMENT)) };
    let had = |many| {
        let had = vec![said::pass_has(day(3), "Ashwell"), said::pass_named("Riverside")];
        PassPage { had: HaveIt { had }, ..pass(blank(), many, Some(STATEMENT)) }
    };
    let long = (0..3).map(|it| cycle(it, LONG)).collect();
    let longest = PassPage { cycles: long, ..pass(blank(), 0, Some(LONG)) };
    vec![
        Sample::page("learning/pass/some-have-it", had(2)),
        Sample::page("learning/pass/all-have-it", had(0)),
        Sample::page("learning/pass/not-worded", pass(blank(), 2, None)),
        Sample::page("learning/pass/still-to-ask", kept(Leaving::StillToAsk, false)),
        Sample::page("learning/pass/all-refused", kept(Leaving::AllRefused, false)),
        Sample::page("learning/pass/no-further", kept(Leaving::AllRefused, true)),
        Sample::page("learning/pass/nowhere", pass(blank(), 0, Some(STATEMENT))),
        Sample::page("learning/pass/few", pass(blank(), 3, Some(STATEMENT))),
        Sample::page("learning/pass/many", pass(blank(), 40, Some(LONG))),
        Sample::page("learning/pass/longest", longest),
    ]
}

pub(super) fn respond(
    filled: Filled<ResponseForm>,
    wording: &str,
    question: Option<&str>,
) -> RespondPage {
    RespondPage {
        filled,
        back: "/relays/1".to_owned(),
        to: "Ashwell".to_owned(),
        wording: wording.to_owned(),
        question: question.map(str::to_owned),
        findings: Vec::new(),
    }
}

fn responding() -> Vec<Sample> {
    let typed = holding(ResponseForm::sample());
    vec![
        Sample::page("learning/respond/empty", respond(blank(), STATEMENT, None)),
        Sample::page(
            "learning/respond/typed",
            respond(typed, LONG, Some("Does this hold for you?")),
        ),
    ]
}

fn relay(gave: Option<usize>, statement: &str) -> RelayPage {
    let (from, to) = (body("Riverside", Scale::Team), body("Ashwell", Scale::Place));
    RelayPage {
        relay: id(1),
        statement: statement.to_owned(),
        hit: None,
        counter: None,
        question: None,
        cycle: id(1),
        gave,
        steps: way(gave).into_iter().take(2).collect(),
        flow: vec![from.clone(), to.clone()],
        from,
        to,
        answers: true,
    }
}

fn longest_relay() -> RelayPage {
    let (long, body) = (|| Some(LONG.to_owned()), || body(LONG, Scale::Organisation));
    RelayPage {
        hit: long(),
        counter: long(),
        question: long(),
        steps: long_way(),
        flow: vec![body(), body(), body()],
        from: body(),
        to: body(),
        ..relay(Some(5), LONG)
    }
}

fn relays() -> Vec<Sample> {
    let whole = |gave, statement: &str| RelayPage {
        hit: Some("Whoever lives by themself".to_owned()),
        counter: Some("One person goes anywhere alone.".to_owned()),
        question: Some("Does this hold for you?".to_owned()),
        steps: way(gave),
        flow: vec![
            body("Riverside", Scale::Team),
            body("Ashwell", Scale::Place),
            body("Northland", Scale::Country),
        ],
        ..relay(gave, statement)
    };
    let grounds = |lives, grounds: Option<Vec<&str>>| GroundsPage {
        relay: id(1),
        statement: STATEMENT.to_owned(),
        lives,
        grounds: grounds.map(|all| all.into_iter().map(str::to_owned).collect()),
    };
    vec![
        Sample::view("learning/relay/new", relay(None, STATEMENT)),
        Sample::view("learning/relay/many", whole(Some(6), STATEMENT)),
        Sample::view("learning/relay/longest", longest_relay()),
        Sample::view(
            "learning/relay/read-only",
            RelayPage { answers: false, ..relay(Some(5), STATEMENT) },
        ),
        Sample::view("learning/grounds/few", grounds(None, None)),
        Sample::view("learning/grounds/many", grounds(Some(6), Some(vec![WORDS; 6]))),
        Sample::view("learning/grounds/longest", grounds(Some(5), Some(vec![LONG; 5]))),
    ]
}
