//! What is true of cycles and of what is tried. No IO, no clock, no web.

use kernel::{Moment, SpanOf};
use platform::form;
use words::Say;

use crate::{Ending, said};

/// For how long a meeting still talks of what ended.
const TALKED_OF: i64 = 14 * SpanOf::DAY;

/// What ended at this moment or later is still talked of.
pub(crate) fn still_talked_of(now: Moment) -> Moment {
    now.plus(-TALKED_OF)
}

/// Parts what is tried now from what has ended, each in the order it came.
pub(crate) fn live_first<T>(all: Vec<T>, ended: impl Fn(&T) -> bool) -> (Vec<T>, Vec<T>) {
    all.into_iter().partition(|it| !ended(it))
}

/// The line of what is tried next. Only what is adapted goes on as something else; a line that was
/// written all the same is not dropped, but asked about.
///
/// # Errors
/// Something comes next, and this ending has no next.
pub(crate) fn next_line(ending: Ending, line: Option<String>) -> Result<Option<String>, Say> {
    match (ending, line) {
        (Ending::Adapt, line) => Ok(line),
        (Ending::Keep | Ending::Stop, None) => Ok(None),
        (Ending::Keep | Ending::Stop, Some(_)) => Err(said::end_next_only_adapt()),
    }
}

/// The version after `newest`, unless the writer saw an older one. A writer who does not say what
/// they saw (a program) is taken at their word.
///
/// # Errors
/// Somebody saved another version meanwhile.
pub(crate) fn next_version(seen: &str, newest: i64) -> Result<i64, Stale> {
    let seen = seen.trim();
    let current = seen.is_empty() || seen.parse() == Ok(newest);
    if current { Ok(newest + 1) } else { Err(Stale) }
}

/// Somebody saved another version meanwhile.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Stale;

/// The most questions of a step, and the most characters of each.
const QUESTIONS: usize = 12;
const QUESTION: usize = 300;

/// Reads the questions of a step, one on each line. None is an answer, too.
///
/// # Errors
/// There are too many, or one is too long.
pub(crate) fn questions(raw: &str) -> Result<Vec<String>, Say> {
    let plain = form::text(raw, 2 * QUESTIONS * QUESTION)?;
    let lines = plain.lines().map(str::trim).filter(|it| !it.is_empty());
    let questions: Vec<String> = lines.map(str::to_owned).collect();
    if questions.len() > QUESTIONS {
        return Err(said::too_many_questions(QUESTIONS));
    }
    if let Some(at) = questions.iter().position(|it| it.chars().count() > QUESTION) {
        return Err(said::question_too_long(QUESTION, at + 1));
    }
    Ok(questions)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn nothing_is_lost_between_what_is_live_and_what_has_ended(all: Vec<(u8, bool)>) {
            let (live, ended) = live_first(all.clone(), |(_, ended)| *ended);
            prop_assert!(live.iter().all(|(_, ended)| !ended));
            prop_assert!(ended.iter().all(|(_, ended)| *ended));
            prop_assert_eq!(live.len() + ended.len(), all.len());
            let kept: Vec<_> = all.into_iter().filter(|(_, ended)| !ended).collect();
            prop_assert_eq!(live, kept);
        }

        #[test]
        fn questions_read_again_are_the_same(lines in prop::collection::vec("[a-z ?\\r]{0,40}", 0..12)) {
            let once = questions(&lines.join("\n")).unwrap();
            prop_assert!(once.iter().all(|it| !it.trim().is_empty()));
            prop_assert_eq!(questions(&once.join("\n")).unwrap(), once);
        }

        #[test]
        fn only_whoever_saw_the_newest_version_writes_the_next(seen in 0..50_i64, newest in 0..50_i64) {
            let next = next_version(&seen.to_string(), newest);
            prop_assert_eq!(next.is_ok(), seen == newest);
            prop_assert!(next.is_err() || next == Ok(newest + 1));
        }

        #[test]
        fn whatever_is_sent_as_the_version_seen_breaks_nothing(seen in ".{0,20}", newest in 0..50_i64) {
            let next = next_version(&seen, newest);
            prop_assert!(next == Ok(newest + 1) || next == Err(Stale));
        }
    }

    #[test]
    fn only_what_is_adapted_goes_on_as_something_else() {
        let line = || Some("Wednesdays".to_owned());
        assert_eq!(next_line(Ending::Adapt, line()).unwrap(), line());
        for ending in [Ending::Keep, Ending::Stop] {
            assert!(next_line(ending, line()).is_err(), "nothing typed is dropped");
            assert_eq!(next_line(ending, None).unwrap(), None);
        }
        assert_eq!(next_line(Ending::Adapt, None).unwrap(), None);
    }

    #[test]
    fn a_program_that_does_not_say_what_it_saw_writes_the_next() {
        assert_eq!(next_version("", 3), Ok(4));
    }

    #[test]
    fn too_many_and_too_long_are_said() {
        assert_eq!(questions(&"a\n".repeat(13)).unwrap_err().key(), "too-many-questions");
        assert_eq!(questions(&"a".repeat(301)).unwrap_err().key(), "question-too-long");
        assert_eq!(questions(" \n\n").unwrap(), Vec::<String>::new());
    }
}
