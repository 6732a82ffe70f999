//! Where an axis carries a number or a date.

use jiff::{Span, ToSpan as _, civil};

use crate::{
    date::{Date, Exactness},
    figures::Figures,
};

/// Numbers at steps of 1, 2 or 5 times a power of ten, at most so many, and how to write them.
pub(super) fn numbers((least, most): (f64, f64), at_most: u8) -> (Vec<f64>, Figures) {
    let rough = (most - least) / f64::from(at_most);
    let power = libm::pow(10.0, libm::floor(libm::log10(rough)));
    let steps = [1.0, 2.0, 5.0, 10.0];
    let step = steps.into_iter().map(|step| step * power).find(|step| *step >= rough * 0.999);
    let step = step.unwrap_or(rough);
    let first = (least / step).ceil();
    let all = (0..=at_most).map(|place| (first + f64::from(place)) * step);
    let figures = Figures::with_spread(step * 100.0, most.abs().max(least.abs()));
    (all.filter(|number| *number <= most).collect(), figures)
}

/// A stretch of the calendar.
#[derive(Clone, Copy)]
enum Step {
    Hours(i32),
    Days(i32),
    Months(i32),
    Years(i32),
}

/// The stretches that an axis may be parted into, from short to long.
const STEPS: [Step; 22] = [
    Step::Hours(1),
    Step::Hours(3),
    Step::Hours(6),
    Step::Hours(12),
    Step::Days(1),
    Step::Days(2),
    Step::Days(7),
    Step::Days(14),
    Step::Months(1),
    Step::Months(2),
    Step::Months(3),
    Step::Months(6),
    Step::Years(1),
    Step::Years(2),
    Step::Years(5),
    Step::Years(10),
    Step::Years(20),
    Step::Years(50),
    Step::Years(100),
    Step::Years(500),
    Step::Years(1_000),
    Step::Years(5_000),
];

impl Step {
    /// How many letters its dates take.
    const fn letters(self) -> usize {
        match self {
            Self::Hours(_) => 12,
            Self::Days(_) => 11,
            Self::Months(_) => 8,
            Self::Years(_) => 4,
        }
    }

    /// How exactly dates have to be known for it.
    const fn exactness(self) -> Exactness {
        match self {
            Self::Hours(_) => Exactness::Time,
            Self::Days(_) => Exactness::Day,
            Self::Months(_) => Exactness::Month,
            Self::Years(_) => Exactness::Year,
        }
    }

    fn seconds(self) -> f64 {
        let (count, each) = match self {
            Self::Hours(hours) => (hours, 3_600.0),
            Self::Days(days) => (days, 86_400.0),
            Self::Months(months) => (months, 2_629_746.0),
            Self::Years(years) => (years, 31_556_952.0),
        };
        f64::from(count) * each
    }

    fn span(self) -> Option<Span> {
        let span = 0.seconds();
        match self {
            Self::Hours(hours) => span.try_hours(hours),
            Self::Days(days) => span.try_days(days),
            Self::Months(months) => span.try_months(months),
            Self::Years(years) => span.try_years(years),
        }
        .ok()
    }

    /// The last round date that is no later.
    fn floor(self, at: civil::DateTime) -> civil::DateTime {
        let day = at.date();
        let (year, month) = (i32::from(day.year()), i32::from(day.month()));
        let start = |year: i32, month: i32| {
            let part = |number: i32| i8::try_from(number).ok();
            let year = i16::try_from(year).ok()?;
            civil::Date::new(year, part(month)?, 1).ok().map(civil::DateTime::from)
        };
        let round = match self {
            Self::Hours(hours) => {
                let hour = i32::from(at.hour()) / hours * hours;
                i8::try_from(hour).ok().map(|hour| day.at(hour, 0, 0, 0))
            }
            Self::Days(_) => Some(civil::DateTime::from(day)),
            Self::Months(months) => start(year, (month - 1) / months * months + 1),
            Self::Years(years) => start(year.div_euclid(years) * years, 1),
        };
        round.unwrap_or(at)
    }

    fn say(self, at: civil::DateTime) -> String {
        const MONTHS: [&str; 12] =
            ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
        let month = usize::from(at.month().unsigned_abs()).saturating_sub(1);
        let month = MONTHS.get(month).copied().unwrap_or_default();
        match self {
            Self::Hours(_) => format!("{} {month} {:02}:{:02}", at.day(), at.hour(), at.minute()),
            Self::Days(_) => format!("{} {month} {}", at.day(), at.year()),
            Self::Months(_) => format!("{month} {}", at.year()),
            Self::Years(_) => at.year().to_string(),
        }
    }
}

/// Round dates from the first to the last, as seconds after the first, with their texts; as many as fit into so many letters.
pub(super) fn dates(first: &Date, last: &Date, letters: usize) -> Vec<(f64, String)> {
    let (begin, end) = (first.at(), last.at());
    let seconds = end.duration_since(begin).as_secs_f64();
    let room = |step: Step| {
        let each = u16::try_from(step.letters() + 3).unwrap_or(u16::MAX);
        let all = u16::try_from(letters).unwrap_or(u16::MAX);
        seconds / step.seconds() <= f64::from((all / each).max(1))
    };
    let exactness = first.exactness().max(last.exactness());
    let fits = |step: &Step| exactness >= step.exactness() && room(*step);
    let step = STEPS.into_iter().find(fits).unwrap_or(Step::Years(5_000));
    let mut ticks = Vec::new();
    let mut at = Some(step.floor(begin));
    while let Some(date) = at.filter(|date| *date <= end) {
        if date >= begin {
            ticks.push((date.duration_since(begin).as_secs_f64(), step.say(date)));
        }
        at = step.span().and_then(|span| date.checked_add(span).ok());
    }
    if ticks.is_empty() || seconds <= 0.0 {
        ticks.clear();
        ticks.push((0.0, first.spoken()));
    }
    ticks
}

#[cfg(test)]
mod tests {
    use super::{dates, numbers};

    #[test]
    fn numbers_are_round() {
        assert_eq!(numbers((0.3, 10.2), 5).0, [2.0, 4.0, 6.0, 8.0, 10.0]);
        assert_eq!(numbers((-0.11, 0.12), 5).0, [-0.1, -0.05, 0.0, 0.05, 0.1]);
        assert_eq!(numbers((17_500.0, 25_000.0), 5).0, [18_000.0, 20_000.0, 22_000.0, 24_000.0]);
    }

    #[test]
    fn dates_are_round_and_fit() {
        let ticks = |first: &str, last: &str| {
            let found = dates(&first.parse().unwrap(), &last.parse().unwrap(), 70);
            found.into_iter().map(|(_, text)| text).collect::<Vec<_>>().join(" | ")
        };
        assert_eq!(
            ticks("2016-04-01", "2019-03-01"),
            "Jul 2016 | Jan 2017 | Jul 2017 | Jan 2018 | Jul 2018 | Jan 2019"
        );
        assert_eq!(
            ticks("2020-01-06", "2020-01-09"),
            "6 Jan 2020 | 7 Jan 2020 | 8 Jan 2020 | 9 Jan 2020"
        );
        assert_eq!(
            ticks("2020-01-06T08:30", "2020-01-06T11:00"),
            "6 Jan 09:00 | 6 Jan 10:00 | 6 Jan 11:00"
        );
        assert_eq!(ticks("2020-01-06T08:30", "2020-01-06T08:40"), "6 January 2020, 08:30");
        assert_eq!(
            ticks("0001", "9999"),
            "1000 | 2000 | 3000 | 4000 | 5000 | 6000 | 7000 | 8000 | 9000"
        );
    }
}
