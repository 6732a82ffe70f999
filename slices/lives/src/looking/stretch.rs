//! Lines that stand side by side and say the same of the same day, as one: from the first time to the
//! last. How many there were is not said: nobody reads from it how much somebody worked. Pure.

use kernel::{Moment, SpanOf};
use ui::NoteItem;
use words::{Arg, Say};

use super::looked::LookedLine;
use crate::said;

/// The same, again and again within a day; or once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Stretch {
    first: Moment,
    last: Moment,
    said: Say,
}

/// The lines, which come with the latest first. `same_day` goes by the clock of the place.
pub(crate) fn stretches(
    lines: &[LookedLine],
    same_day: impl Fn(Moment, Moment) -> bool,
) -> Vec<Stretch> {
    let alike =
        |one: &LookedLine, other: &LookedLine| one.is_like(other) && same_day(one.at, other.at);
    let of = |lines: &[LookedLine]| {
        let (last, first) = (lines.first()?, lines.last()?);
        Some(Stretch { first: first.at, last: last.at, said: last.said.clone() })
    };
    lines.chunk_by(alike).filter_map(of).collect()
}

impl Stretch {
    /// As it stands in the list.
    pub(crate) fn item(&self) -> NoteItem {
        NoteItem::new(self.when(), self.said.clone())
    }

    fn when(&self) -> Say {
        let minute = |it: Moment| it.micros().div_euclid(SpanOf::MINUTE);
        if minute(self.first) == minute(self.last) {
            return said::looked_at(Arg::Time(self.first));
        }
        said::looked_between(Arg::Time(self.first), Arg::Clock(self.last))
    }
}

#[cfg(test)]
mod tests {
    use kernel::Id;

    use super::*;

    fn line(at: i64, account: u8, said: Say) -> LookedLine {
        LookedLine {
            at: Moment::from_micros(at * SpanOf::HOUR),
            who: None,
            via: "session".to_owned(),
            action: None,
            changed: false,
            account: Some(Id::from_bytes([account; 16])),
            said,
        }
    }

    fn told(lines: &[LookedLine]) -> Vec<(i64, i64)> {
        let day = |it: Moment| it.micros().div_euclid(SpanOf::DAY);
        let all = stretches(lines, |one, other| day(one) == day(other)).into_iter();
        all.map(|it| (it.first.micros() / SpanOf::HOUR, it.last.micros() / SpanOf::HOUR)).collect()
    }

    #[test]
    fn the_same_of_a_day_is_one_line_from_the_first_to_the_last() {
        let read = || line(0, 1, said::looked_opened("Sam")).said;
        let lines = [30, 29, 26, 23, 22].map(|at| line(at, 1, read()));
        assert_eq!(told(&lines), [(26, 30), (22, 23)], "midnight lies between");
    }

    #[test]
    fn somebody_else_of_the_same_name_or_something_else_stands_by_itself() {
        let (one, other) = (said::looked_opened("Sam"), said::looked_program_opened());
        let lines =
            [line(9, 1, one.clone()), line(8, 2, one.clone()), line(7, 2, other), line(6, 2, one)];
        assert_eq!(told(&lines), [(9, 9), (8, 8), (7, 7), (6, 6)]);
        assert_eq!(told(&[]), []);
    }
}
