//! Patterns, relays, responses, and what became of them.

use cycles::CycleLine;
use people::{Body, Scale};
use platform::{Filled, Form as _, Sample};

use super::{
    LONG, STATEMENT, WORDS, bare, blank, body, day, every_state, findings, ground, id, way, wrong,
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
    vec![
        Sample::view("learning/pattern/empty", pattern(STATEMENT)),
        Sample::view("learning/pattern/many", whole(STATEMENT)),
        Sample::view("learning/pattern/longest", whole(LONG)),
        Sample::view("learning/pattern/read-only", read_only),
        Sample::view("learning/pattern/one", one),
        Sample::view("learning/pattern/waits", worded(said(None))),
        Sample::view("learning/pattern/may-leave", worded(said(Some(Answer::Agreed)))),
        Sample::view("learning/pattern/asks-nobody", worded(Vec::new())),
        Sample::view("learning/pattern/all-refused", worded(said(Some(Answer::Refused)))),
    ]
}

fn cycle(byte: u8, name: &str, scale: Scale) -> CycleLine {
    let body = Body { id: id(byte), scale, name: name.to_owned(), within: None, place: None };
    CycleLine { cycle: id(byte), system: "Living well here".to_owned(), body }
}

fn passing() -> Vec<Sample> {
    let page = |filled, many: u8, wording: Option<&str>| PassPage {
        filled,
        wording: wording.map(str::to_owned),
        leaving: Leaving::May,
        cycles: (0..many).map(|it| cycle(it, "Ashwell", Scale::Place)).collect(),
        back: "/patterns/1".to_owned(),
        further: false,
        findings: Vec::new(),
        had: HaveIt::default(),
    };
    let had = |many| {
        let had = vec![said::pass_has(day(3), "Ashwell"), said::pass_named("Riverside")];
        PassPage { had: HaveIt { had }, ..page(blank(), many, Some(STATEMENT)) }
    };
    let kept =
        |leaving, further| PassPage { leaving, further, ..page(blank(), 3, Some(STATEMENT)) };
    let problems =
        vec![("cycle", said::pass_choose_problem()), ("question", said::pass_question_hint())];
    let names = PassForm { question: "What would Jo say?".to_owned(), ..PassForm::default() };
    let pointed_out = PassPage {
        findings: findings(),
        ..page(wrong(names, vec![("stays", people::finder::left())]), 3, Some(STATEMENT))
    };
    vec![
        Sample::page("learning/pass/some-have-it", had(2)),
        Sample::page("learning/pass/all-have-it", had(0)),
        Sample::page("learning/pass/not-worded", page(blank(), 2, None)),
        Sample::page("learning/pass/still-to-ask", kept(Leaving::StillToAsk, false)),
        Sample::page("learning/pass/all-refused", kept(Leaving::AllRefused, false)),
        Sample::page("learning/pass/no-further", kept(Leaving::AllRefused, true)),
        Sample::page("learning/pass/nowhere", page(blank(), 0, Some(STATEMENT))),
        Sample::page("learning/pass/few", page(blank(), 3, Some(STATEMENT))),
        Sample::page("learning/pass/pointed-out", pointed_out),
        Sample::page("learning/pass/many", page(blank(), 40, Some(LONG))),
        Sample::page(
            "learning/pass/wrong",
            page(wrong(PassForm::default(), problems), 3, Some(STATEMENT)),
        ),
    ]
}

fn responding() -> Vec<Sample> {
    let page = |filled, wording: &str, question: Option<&str>| RespondPage {
        filled,
        back: "/relays/1".to_owned(),
        to: "Ashwell".to_owned(),
        wording: wording.to_owned(),
        question: question.map(str::to_owned),
        findings: Vec::new(),
    };
    let pointed_out = RespondPage {
        findings: findings(),
        ..page(wrong(ResponseForm::sample(), vec![("stays", people::finder::left())]), LONG, None)
    };
    let problems = vec![
        ("kind", said::respond_elsewhere()),
        ("was", said::respond_was()),
        ("line", said::respond_line_hint()),
    ];
    let typed = Filled::new("/sample", ResponseForm::sample());
    vec![
        Sample::page("learning/respond/empty", page(blank(), STATEMENT, None)),
        Sample::page("learning/respond/typed", page(typed, LONG, Some("Does this hold for you?"))),
        Sample::page("learning/respond/pointed-out", pointed_out),
        Sample::page(
            "learning/respond/wrong",
            page(wrong(ResponseForm::default(), problems), STATEMENT, None),
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
        Sample::view("learning/relay/longest", whole(None, LONG)),
        Sample::view(
            "learning/relay/read-only",
            RelayPage { answers: false, ..relay(Some(5), STATEMENT) },
        ),
        Sample::view("learning/grounds/few", grounds(None, None)),
        Sample::view("learning/grounds/many", grounds(Some(6), Some(vec![WORDS; 6]))),
        Sample::view("learning/grounds/longest", grounds(Some(5), Some(vec![LONG; 5]))),
    ]
}
