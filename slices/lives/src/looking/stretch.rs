//! Lines that say the same of the same day, as one: from the first time to the last, under that day. How
//! many there were is not said: nobody reads from it how much somebody worked. Pure.

use kernel::{Moment, SpanOf};
use ui::{NoteItem, NoteList};
use words::{Arg, Say};

use super::looked::LookedLine;
use crate::said;

/// What was read and done on one day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Day {
    at: Moment,
    stretches: Vec<Stretch>,
}

/// The same, again and again within a day; or once.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Stretch {
    first: Moment,
    last: Moment,
    said: Say,
}

/// The lines, which come with the latest first. `same_day` goes by the clock of the place.
pub(crate) fn days(lines: &[LookedLine], same_day: impl Fn(Moment, Moment) -> bool) -> Vec<Day> {
    lines.chunk_by(|one, other| same_day(one.at, other.at)).filter_map(Day::of).collect()
}

impl Day {
    fn of(lines: &[LookedLine]) -> Option<Self> {
        let at = lines.first()?.at;
        let mut seen: Vec<(&LookedLine, Stretch)> = Vec::new();
        for line in lines {
            if let Some((_, known)) = seen.iter_mut().find(|(it, _)| it.is_like(line)) {
                known.first = line.at;
            } else {
                let said = line.said.clone();
                seen.push((line, Stretch { first: line.at, last: line.at, said }));
            }
        }
        Some(Self { at, stretches: seen.into_iter().map(|(_, it)| it).collect() })
    }

    /// Which day.
    pub(crate) fn heading(&self) -> Say {
        said::looked_day(self.at)
    }

    /// As it stands under its heading.
    pub(crate) fn list(&self) -> NoteList {
        NoteList::new(self.stretches.iter().map(Stretch::item))
    }
}

impl Stretch {
    fn item(&self) -> NoteItem {
        NoteItem::new(self.when(), self.said.clone())
    }

    fn when(&self) -> Say {
        let minute = |it: Moment| it.micros().div_euclid(SpanOf::MINUTE);
        if minute(self.first) == minute(self.last) {
            return said::looked_at(Arg::Clock(self.first));
        }
        said::looked_between(Arg::Clock(self.first), Arg::Clock(self.last))
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

    fn told(lines: &[LookedLine]) -> Vec<Vec<(i64, i64)>> {
        let day = |it: Moment| it.micros().div_euclid(SpanOf::DAY);
        let hour = |it: Moment| it.micros() / SpanOf::HOUR;
        let all = days(lines, |one, other| day(one) == day(other)).into_iter();
        all.map(|it| it.stretches.iter().map(|it| (hour(it.first), hour(it.last))).collect())
            .collect()
    }

    #[test]
    fn the_same_of_a_day_is_one_line_from_the_first_to_the_last() {
        let read = || line(0, 1, said::looked_opened("Sam")).said;
        let lines = [30, 29, 26, 23, 22].map(|at| line(at, 1, read()));
        assert_eq!(told(&lines), [[(26, 30)], [(22, 23)]], "midnight lies between");
    }

    #[test]
    fn what_was_done_in_between_does_not_part_it() {
        let (one, other) = (said::looked_opened("Sam"), said::looked_program_opened());
        let lines = [(9, one.clone()), (8, other.clone()), (7, one), (6, other)];
        let lines = lines.map(|(at, said)| line(at, 1, said));
        assert_eq!(told(&lines), [[(7, 9), (6, 8)]]);
        assert_eq!(told(&[]), Vec::<Vec<_>>::new());
    }

    #[test]
    fn somebody_else_of_the_same_name_stands_by_themselves() {
        let said = said::looked_opened("Sam");
        let lines = [(9, 1), (8, 2), (7, 1)].map(|(at, who)| line(at, who, said.clone()));
        assert_eq!(told(&lines), [[(7, 9), (8, 8)]]);
    }
}
