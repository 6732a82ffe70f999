//! What every form and verb of this slice is refused with. What is wrong with a form is found by reading
//! it, so that nothing stands here that nobody would be told.

use people::finder::{Known, all_may_stay, found};
use platform::{Failure, Filled, Form as _, Sample};

use super::{
    LINE, LONG, STATEMENT, asking, every_state, ground, holding,
    travelling::{cycle, pass, respond},
    unknown,
};
use crate::{
    answer::{self, AnswerForm},
    ask::{self, AskForm, AskPage},
    drawn::Sources,
    model::Answer,
    name::{self, NameForm},
    offered::Offer,
    pass::{self as passing, PassForm, PassPage},
    respond::{self as responding, RespondPage, ResponseForm},
    reword::{self, RewordForm, RewordPage},
    rules::Leaving,
    said,
};

pub(super) fn samples() -> Vec<Sample> {
    let mut all = naming();
    all.extend(rewording());
    all.extend(whom_to_ask());
    all.extend(answering());
    all.extend(passing_on());
    all.extend(responses());
    all.extend(meanwhile());
    all
}

/// More than so many characters.
fn longer_than(most: usize) -> String {
    LONG.repeat(most / LONG.chars().count() + 1)
}

fn known() -> Known {
    Known::nothing().people(["Abdul"]).bodies(["Ashwell"])
}

fn naming() -> Vec<Sample> {
    let page = |name, filled, sources| Sample::page(name, asking::name(filled, sources, LINE));
    let long = NameForm {
        statement: longer_than(2_000),
        agreed: longer_than(2_000),
        counter: longer_than(2_000),
        hit: longer_than(2_000),
        ..NameForm::default()
    };
    let gone =
        |sources: &Sources| holding(NameForm::sample()).with_problems(name::not_yours(sources));
    let (some, none) = (asking::sources(2, LINE), Sources::default());
    vec![
        page("learning/name/wrong", holding(NameForm::default()).read_by(name::parse), 2),
        page("learning/name/too-long", holding(long).read_by(name::parse), 2),
        page("learning/name/not-yours", gone(&some), 2),
        page("learning/name/nothing-left", gone(&none), 0),
    ]
}

fn rewording() -> Vec<Sample> {
    let page = |name, filled: Filled<RewordForm>| {
        let findings = filled.form.pointed_out(&known());
        let (back, grounds) = ("/patterns/1".to_owned(), every_state());
        Sample::page(name, RewordPage { filled, back, grounds, findings })
    };
    let words = |all: [&str; 2]| RewordForm {
        statement: "Went with Abdul on 9 April, to Ashwell".to_owned(),
        ground: every_state().iter().take(2).map(|it| it.ground.to_string()).collect(),
        wording: all.map(str::to_owned).to_vec(),
        stays: vec!["Ashwell".to_owned()],
        ..RewordForm::default()
    };
    let left = |it: &RewordForm| all_may_stay(&it.pointed_out(&known()), &it.stays);
    let long = RewordForm {
        hit: longer_than(2_000),
        counter: longer_than(2_000),
        ..words([LINE, &longer_than(2_000)])
    };
    vec![
        page("learning/reword/wrong", holding(RewordForm::default()).read_by(reword::parse)),
        page("learning/reword/too-long", holding(long).read_by(reword::parse)),
        page("learning/reword/pointed-out", holding(words([LINE, LONG])).read_by(left)),
    ]
}

fn whom_to_ask() -> Vec<Sample> {
    let page = |name, grounds| {
        let filled = holding(AskForm { ground: vec!["1".to_owned()] });
        let (filled, back) = (filled.with_problems(ask::not_now()), "/patterns/1".to_owned());
        Sample::page(name, AskPage { filled, back, wording: Some(LONG.to_owned()), grounds })
    };
    let two = vec![ground(1, false, None), ground(2, false, None)];
    vec![
        page("learning/ask/wrong", two),
        page("learning/ask/nobody-left", vec![unknown(1), ground(2, true, Some(Answer::Agreed))]),
    ]
}

fn answering() -> Vec<Sample> {
    let page = |name, (given, how): (&str, &str), before| {
        let (given, how) = (given.to_owned(), how.to_owned());
        let filled = holding(AnswerForm { answer: given, how, ..AnswerForm::default() });
        let filled = filled.read_by(|it| answer::parse(it, false, before));
        Sample::page(name, asking::answer(filled, false, before))
    };
    let other = holding(AnswerForm::sample());
    let other = other.read_by(|it| answer::same_words(it, super::id(1)));
    vec![
        page("learning/answer/wrong", ("", ""), None),
        page("learning/answer/too-long", ("told", &longer_than(2_000)), None),
        page("learning/answer/not-yours", ("told", LONG), Some(Answer::Refused)),
        Sample::page("learning/answer/other-words", asking::answer(other, true, None)),
    ]
}

fn passing_on() -> Vec<Sample> {
    let page = |name, filled: Filled<PassForm>| {
        let findings = found(&filled.form.question, &known());
        Sample::page(name, PassPage { findings, ..pass(filled, 3, Some(STATEMENT)) })
    };
    let ask = |question: String| PassForm { question, ..PassForm::default() };
    let left = |it: &PassForm| all_may_stay(&found(&it.question, &known()), &it.stays);
    let offer = Offer { cycles: vec![cycle(1, STATEMENT)], ..Offer::default() };
    let read = |it: &PassForm| passing::parse(it, &offer);
    vec![
        page("learning/pass/wrong", holding(ask(String::new())).read_by(read)),
        page("learning/pass/too-long", holding(ask(longer_than(500).to_lowercase())).read_by(read)),
        page(
            "learning/pass/pointed-out",
            holding(ask("What would Abdul say?".to_owned())).read_by(left),
        ),
    ]
}

fn responses() -> Vec<Sample> {
    let page = |name, form: ResponseForm| {
        let filled = holding(form).read_by(responding::parse);
        Sample::page(name, respond(filled, LONG, Some(LONG)))
    };
    let of = |kind: &str, text: &str| ResponseForm {
        kind: kind.to_owned(),
        body: text.to_owned(),
        ..ResponseForm::default()
    };
    let long = longer_than(4_000).to_lowercase();
    let text = || long.clone();
    let (was, now, decided, absent) = (text(), text(), text(), text());
    let changed = ResponseForm { was, now, decided, absent, ..of("changed", &long) };
    let elsewhere = ResponseForm { because: "it holds".to_owned(), ..of("exploring", "") };
    let findings = |it: &ResponseForm| it.pointed_out(&known());
    let told = of("made-sense", "In Ashwell we did the same with Abdul.");
    let told = holding(told).read_by(|it| all_may_stay(&findings(it), &it.stays));
    let findings = findings(&told.form);
    vec![
        page("learning/respond/wrong", ResponseForm::default()),
        page("learning/respond/made-sense", of("made-sense", "")),
        page("learning/respond/exploring", of("exploring", "")),
        page("learning/respond/changed", of("changed", "")),
        page("learning/respond/set-aside", of("set-aside", "")),
        page("learning/respond/elsewhere", elsewhere),
        page("learning/respond/too-long", changed),
        Sample::page(
            "learning/respond/pointed-out",
            RespondPage { findings, ..respond(told, LONG, None) },
        ),
    ]
}

/// What changed between the page and the press of its button.
fn meanwhile() -> Vec<Sample> {
    let kept = |leaving, further| passing::kept_back(leaving, further);
    let all = [
        ("learning/answer/no-words-yet", Some(said::answer_no_words())),
        ("learning/answer/meanwhile", Some(said::answered_meanwhile())),
        ("learning/pass/meanwhile-no-words", Some(said::pass_not_worded())),
        ("learning/pass/meanwhile-to-ask", kept(Leaving::StillToAsk, false)),
        ("learning/pass/meanwhile-refused", kept(Leaving::AllRefused, false)),
        ("learning/pass/meanwhile-no-further", kept(Leaving::AllRefused, true)),
    ];
    let sample =
        |(name, why)| Some(Sample::refused(name, &Failure::Conflict(Option::clone(&why)?)));
    all.into_iter().filter_map(sample).collect()
}
