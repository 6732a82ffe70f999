//! What is true of learning that travels. Pure.

use std::collections::BTreeSet;

use crate::model::Answer;

/// Fewer lives than this behind a pattern, and neither a count nor the grounds are shown: they
/// would tell who it was about.
pub(crate) const FEW: usize = 5;

/// A ground, as far as the rules of passing on need to know it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Given {
    /// The keyed hash of whose life it is.
    pub(crate) mark: Vec<u8>,
    /// What the person said.
    pub(crate) answer: Option<Answer>,
    /// The words that they agreed to.
    pub(crate) wording: Option<String>,
}

/// How many lives gave to a pattern: those who agreed, or were told. `None` when so few did that a
/// number would tell who.
pub(crate) fn gave(grounds: &[Given]) -> Option<usize> {
    let lives: BTreeSet<&[u8]> = leaving(grounds).map(|it| it.mark.as_slice()).collect();
    (lives.len() >= FEW).then_some(lives.len())
}

/// The words that others may read, in an order that says nothing of whose they are. `None` with too
/// few lives behind them.
pub(crate) fn shown(grounds: &[Given]) -> Option<Vec<String>> {
    gave(grounds)?;
    Some(shuffled(leaving(grounds).filter_map(|it| it.wording.clone()).collect()))
}

/// The grounds that may leave: only with the person's word, and only with words to show.
fn leaving(grounds: &[Given]) -> impl Iterator<Item = &Given> {
    let may = |it: &&Given| it.answer.is_some_and(Answer::lets_leave) && it.wording.is_some();
    grounds.iter().filter(may)
}

/// The same texts, always in the same order, whatever order they came in.
fn shuffled(mut texts: Vec<String>) -> Vec<String> {
    texts.sort_by_cached_key(|it| (scattered(it), it.clone()));
    texts
}

/// FNV-1a: scatters texts without a secret, and the same way on every machine.
fn scattered(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    })
}

/// Whether a pattern may be passed on, in the words that it has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Leaving {
    /// Everybody it stands on has answered these words, and somebody's word carries it; or it stands
    /// on nobody's life.
    May,
    /// Somebody it stands on has not answered these words.
    StillToAsk,
    /// Everybody it stands on said no.
    AllRefused,
}

/// Whether a pattern that stands on these grounds may leave: what was said of each, in its newest
/// words. A no takes its ground off; it does not hold back what others gave.
pub(crate) fn may_leave(said: &[Option<Answer>]) -> Leaving {
    if said.iter().any(Option::is_none) {
        return Leaving::StillToAsk;
    }
    let some_word = said.iter().flatten().any(|it| it.lets_leave());
    if said.is_empty() || some_word { Leaving::May } else { Leaving::AllRefused }
}

/// Whether this answer may be given now. A worker who told somebody cannot undo their no.
pub(crate) const fn may_answer(before: Option<Answer>, own: bool, now: Answer) -> bool {
    match (now, before, own) {
        (Answer::Told, Some(Answer::Refused), _) | (Answer::Told, _, true) => false,
        (Answer::Agreed, _, own) => own,
        (Answer::Told, _, false) | (Answer::Refused, ..) => true,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn ground(life: u8, answer: Option<Answer>, wording: &str) -> Given {
        Given { mark: vec![life], answer, wording: Some(wording.to_owned()) }
    }

    fn agreed(lives: impl IntoIterator<Item = u8>) -> Vec<Given> {
        let one = |it| ground(it, Some(Answer::Agreed), &format!("words {it}"));
        lives.into_iter().map(one).collect()
    }

    #[test]
    fn fewer_than_five_lives_are_never_counted_and_their_grounds_never_shown() {
        assert_eq!(shown(&agreed(0..4)), None);
        assert_eq!(shown(&agreed([0, 1, 2, 3, 3, 3])), None, "many grounds of few lives");
        assert_eq!(shown(&agreed(0..5)).unwrap().len(), 5);
    }

    #[test]
    fn a_refused_ground_neither_leaves_nor_counts() {
        let mut grounds = agreed(0..5);
        grounds.push(ground(5, Some(Answer::Refused), "secret"));
        grounds.push(ground(6, None, "not asked"));
        let texts = shown(&grounds).unwrap();
        assert_eq!(texts.len(), 5);
        assert!(!texts.iter().any(|it| it == "secret" || it == "not asked"));
        grounds[0].answer = Some(Answer::Refused);
        assert_eq!(shown(&grounds), None, "the fifth life took its word back");
    }

    #[test]
    fn nobody_undoes_a_no_but_the_person() {
        assert!(!may_answer(Some(Answer::Refused), false, Answer::Told));
        assert!(!may_answer(Some(Answer::Refused), false, Answer::Agreed));
        assert!(may_answer(Some(Answer::Refused), true, Answer::Agreed));
        assert!(may_answer(Some(Answer::Agreed), true, Answer::Refused));
        assert!(may_answer(Some(Answer::Told), false, Answer::Refused), "they said no after all");
        assert!(!may_answer(None, false, Answer::Agreed), "a worker cannot agree for somebody");
    }

    fn answer() -> impl Strategy<Value = Option<Answer>> {
        let all = [None, Some(Answer::Agreed), Some(Answer::Refused), Some(Answer::Told)];
        proptest::sample::select(all.to_vec())
    }

    #[test]
    fn what_stands_on_nobodys_life_asks_nobody() {
        assert_eq!(may_leave(&[]), Leaving::May);
    }

    proptest! {
        #[test]
        fn nothing_leaves_before_everybody_has_answered(
            mut said in proptest::collection::vec(answer(), 0..9), at in 0..9usize,
        ) {
            said.insert(at.min(said.len()), None);
            prop_assert_eq!(may_leave(&said), Leaving::StillToAsk);
        }

        #[test]
        fn nothing_leaves_on_refusals_alone(many in 1..9usize, word in answer()) {
            let mut said = vec![Some(Answer::Refused); many];
            prop_assert_eq!(may_leave(&said), Leaving::AllRefused);
            said.push(word);
            let carried = word.is_some_and(Answer::lets_leave);
            prop_assert_eq!(may_leave(&said) == Leaving::May, carried);
        }

        #[test]
        fn the_order_says_nothing_of_where_it_came_from(texts in proptest::collection::vec(".{1,20}", 0..20)) {
            let mut turned = texts.clone();
            turned.reverse();
            let mut sorted = texts.clone();
            sorted.sort();
            let mut shuffle = shuffled(texts);
            prop_assert_eq!(&shuffle, &shuffled(turned));
            shuffle.sort();
            prop_assert_eq!(shuffle, sorted);
        }
    }
}
