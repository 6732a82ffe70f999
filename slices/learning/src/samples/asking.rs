//! Naming, rewording, asking, answering.

use people::finder::Sort;
use platform::{Filled, Form as _, Sample};

use super::{
    LINE, LONG, STATEMENT, WORDS, bare, blank, every_state, finding, findings, ground, holding, id,
    longest, returning::taken_back, unknown,
};
use crate::{
    answer::{AnswerForm, AnswerPage},
    ask::AskPage,
    drawn::{GroundLine, Source, Sources},
    model::Answer,
    name::{NameForm, NamePage},
    reword::{RewordForm, RewordPage},
    store::wording::Worded,
};

pub(super) fn samples() -> Vec<Sample> {
    let mut all = naming();
    all.extend(rewording());
    all.extend(asking());
    all.extend(answering());
    all
}

pub(super) fn sources(explorations: u8, line: &str) -> Sources {
    let tried = (0..explorations).map(|it| Source {
        id: id(it),
        life: id(it),
        who: "Jo".to_owned(),
        line: line.to_owned(),
    });
    let note = Source { id: id(1), life: id(1), who: "Jo".to_owned(), line: WORDS.to_owned() };
    let notes = if explorations > 0 { vec![note] } else { Vec::new() };
    Sources { explorations: tried.collect(), notes }
}

pub(super) fn name(filled: Filled<NameForm>, explorations: u8, line: &str) -> NamePage {
    let (back, team) = ("/cycles/1".to_owned(), "Riverside".to_owned());
    NamePage { filled, back, team, sources: sources(explorations, line) }
}

fn naming() -> Vec<Sample> {
    vec![
        Sample::page("learning/name/empty", name(blank(), 0, LINE)),
        Sample::page("learning/name/one", name(holding(NameForm::sample()), 1, LINE)),
        Sample::page("learning/name/many", name(blank(), 30, LINE)),
        Sample::page("learning/name/longest", name(blank(), 3, LONG)),
    ]
}

fn rewording() -> Vec<Sample> {
    let page = |filled, grounds, findings| RewordPage {
        filled,
        back: "/patterns/1".to_owned(),
        grounds,
        findings,
    };
    let filled = holding(RewordForm::sample());
    vec![
        Sample::page("learning/reword/empty", page(blank(), Vec::new(), Vec::new())),
        Sample::page("learning/reword/many", page(filled, every_state(), findings())),
        Sample::page(
            "learning/reword/longest",
            page(blank(), vec![longest(1), bare(2)], vec![finding(Sort::Place, LONG)]),
        ),
    ]
}

fn asking() -> Vec<Sample> {
    let wording = || Some(STATEMENT.to_owned());
    let page = |filled, grounds| AskPage {
        filled,
        back: "/patterns/1".to_owned(),
        wording: wording(),
        grounds,
    };
    let many = (0..40).map(|it| GroundLine { words: None, ..ground(it, false, None) });
    vec![
        Sample::page("learning/ask/nobody", page(blank(), vec![unknown(1)])),
        Sample::page("learning/ask/one", page(blank(), vec![ground(1, false, None)])),
        Sample::page("learning/ask/many", page(blank(), many.collect())),
        Sample::page("learning/ask/longest", page(blank(), vec![longest(1)])),
    ]
}

pub(super) fn answer(filled: Filled<AnswerForm>, you: bool, before: Option<Answer>) -> AnswerPage {
    let some = |text: &str| Some(text.to_owned());
    let (body, hit) = (STATEMENT.to_owned(), some("Whoever lives by themself"));
    let counter = some("One person goes anywhere alone.");
    let pattern = Some(Worded { id: id(1), pattern: id(1), body, hit, counter });
    let (who, asking, words) = ("Jo".to_owned(), Some(id(1)), some(WORDS));
    let back = "/lives/1".to_owned();
    let (again, gone, taken_back) = (false, false, None);
    AnswerPage { filled, back, you, who, asking, words, pattern, before, again, gone, taken_back }
}

fn longest_answer() -> AnswerPage {
    let long = || Some(LONG.to_owned());
    let (hit, counter) = (long(), long());
    let pattern = Worded { id: id(1), pattern: id(1), body: LONG.to_owned(), hit, counter };
    let (words, pattern) = (long(), Some(pattern));
    AnswerPage { who: LONG.to_owned(), words, pattern, ..answer(blank(), false, None) }
}

fn answering() -> Vec<Sample> {
    let none = || answer(blank(), true, None);
    let no_words = AnswerPage { asking: None, words: None, pattern: None, ..none() };
    let again = AnswerPage { again: true, words: None, ..none() };
    let again_beside = AnswerPage { again: true, words: None, ..answer(blank(), false, None) };
    let long = longest_answer();
    let gone = AnswerPage { gone: true, ..answer(blank(), true, Some(Answer::Agreed)) };
    let back = |you, further| AnswerPage {
        taken_back: Some(taken_back(further)),
        ..answer(blank(), you, Some(Answer::Refused))
    };
    vec![
        Sample::page("learning/answer/you-agreed-and-gone", gone),
        Sample::page("learning/answer/you-taken-back", back(true, true)),
        Sample::page("learning/answer/beside-taken-back", back(false, false)),
        Sample::page("learning/answer/you", answer(blank(), true, None)),
        Sample::page("learning/answer/you-agreed", answer(blank(), true, Some(Answer::Agreed))),
        Sample::page("learning/answer/you-refused", answer(blank(), true, Some(Answer::Refused))),
        Sample::page("learning/answer/beside", answer(blank(), false, None)),
        Sample::page("learning/answer/beside-told", answer(blank(), false, Some(Answer::Told))),
        Sample::page("learning/answer/longest", long),
        Sample::page("learning/answer/no-words", no_words),
        Sample::page("learning/answer/again", again),
        Sample::page("learning/answer/again-beside", again_beside),
    ]
}
