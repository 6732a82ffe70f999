//! Dates as measures carry them, put in one order.

use std::{cmp::Ordering, fmt, str::FromStr};

use jiff::{Timestamp, civil, tz::Offset};

/// How exactly a date is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Exactness {
    /// `2017`.
    Year,
    /// `2017-03`.
    Month,
    /// `2017-03-01`.
    Day,
    /// `2017-03-01T09:30`.
    Time,
    /// `2017-03-01T09:30+01:00`: an instant, the same everywhere.
    Instant,
}

/// A date: a year, a month, a day, or a day with a time. Years and months stand where they begin.
///
/// Its text is ISO 8601 and says no more than was known; a time keeps the writing that it came in.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Date {
    at: civil::DateTime,
    exactness: Exactness,
    text: String,
}

/// Why a text is no date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoDate {
    /// It is none that can be read.
    Unreadable,
    /// It may be the day or the month that comes first.
    DayOrMonth,
}

/// A date as it is written, which may leave open whether the day or the month comes first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Written {
    /// There is one way to read it.
    Clear(Date),
    /// Two numbers up to 12 and a year, the day first if it is read as people here write it.
    DayFirstPerhaps(Date),
    /// A number above 12 comes first, so others in its column have the day first, too.
    DayFirst(Date),
}

impl Date {
    /// When it is or begins. For an instant: in Coordinated Universal Time.
    pub const fn at(&self) -> civil::DateTime {
        self.at
    }

    /// How exactly it is known.
    pub const fn exactness(&self) -> Exactness {
        self.exactness
    }

    /// Its text.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    fn of(at: civil::DateTime, exactness: Exactness) -> Self {
        let (year, month, day) = (at.year(), at.month(), at.day());
        let text = match exactness {
            Exactness::Year => format!("{year:04}"),
            Exactness::Month => format!("{year:04}-{month:02}"),
            Exactness::Day => format!("{year:04}-{month:02}-{day:02}"),
            Exactness::Time | Exactness::Instant => at.to_string(),
        };
        Self { at, exactness, text }
    }

    /// As people say it: `March 2017`, `1 March 2017`, `1 March 2017, 09:30`.
    pub fn spoken(&self) -> String {
        const MONTHS: [&str; 12] = [
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December",
        ];
        let at = self.at;
        let month = usize::from(at.month().unsigned_abs())
            .checked_sub(1)
            .and_then(|month| MONTHS.get(month).copied())
            .unwrap_or_default();
        let year = at.year();
        match self.exactness {
            Exactness::Year => year.to_string(),
            Exactness::Month => format!("{month} {year}"),
            Exactness::Day => format!("{} {month} {year}", at.day()),
            Exactness::Time | Exactness::Instant => {
                let zone = if self.exactness == Exactness::Instant { " UTC" } else { "" };
                format!("{} {month} {year}, {:02}:{:02}{zone}", at.day(), at.hour(), at.minute())
            }
        }
    }

    /// Reads a date as it stands in a column, where others may tell whether days come first.
    pub(crate) fn written(text: &str) -> Result<Written, NoDate> {
        let text = text.trim();
        if let Some(parts) = numbers(text) {
            return of_numbers(&parts).ok_or(NoDate::Unreadable);
        }
        of_time(text).map(Written::Clear).ok_or(NoDate::Unreadable)
    }
}

/// The numbers of `2017`, `2017-03`, `2017-03-01`, `2017/03/01`, `25/03/2017`, as they are written.
fn numbers(text: &str) -> Option<Vec<&str>> {
    let parts: Vec<&str> = text.split(['-', '/', '.']).collect();
    let digits = |part: &&str| {
        (1..=4).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit())
    };
    (parts.len() <= 3 && parts.iter().all(digits)).then_some(parts)
}

fn of_numbers(parts: &[&str]) -> Option<Written> {
    let date = |year: &str, month: &str, day: &str, exactness| {
        let date = civil::Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?);
        Some(Date::of(date.ok()?.to_datetime(civil::Time::midnight()), exactness))
    };
    match parts {
        [year] if year.len() == 4 => date(year, "1", "1", Exactness::Year).map(Written::Clear),
        [year, month] if year.len() == 4 => {
            date(year, month, "1", Exactness::Month).map(Written::Clear)
        }
        [year, month, day] if year.len() == 4 => {
            date(year, month, day, Exactness::Day).map(Written::Clear)
        }
        [first, second, year] if year.len() == 4 => {
            let read = date(year, second, first, Exactness::Day)?;
            let (day, month) = (read.at.day(), read.at.month());
            Some(match day {
                13.. => Written::DayFirst(read),
                _ if day == month => Written::Clear(read),
                _ => Written::DayFirstPerhaps(read),
            })
        }
        _ => None,
    }
}

fn of_time(text: &str) -> Option<Date> {
    if let Ok(instant) = text.parse::<Timestamp>() {
        let at = Offset::UTC.to_datetime(instant);
        return Some(Date { at, exactness: Exactness::Instant, text: text.to_owned() });
    }
    let at = text.parse::<civil::DateTime>().ok()?;
    Some(Date { at, exactness: Exactness::Time, text: text.to_owned() })
}

impl FromStr for Date {
    type Err = NoDate;

    fn from_str(text: &str) -> Result<Self, NoDate> {
        match Self::written(text)? {
            Written::Clear(date) | Written::DayFirst(date) => Ok(date),
            Written::DayFirstPerhaps(_) => Err(NoDate::DayOrMonth),
        }
    }
}

impl Ord for Date {
    /// In order of time; where two begin together, the less exact one first.
    fn cmp(&self, other: &Self) -> Ordering {
        let by = (self.at, self.exactness).cmp(&(other.at, other.exactness));
        by.then_with(|| self.text.cmp(&other.text))
    }
}

impl PartialOrd for Date {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

impl fmt::Display for NoDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Unreadable => "this is no date that can be read: write it as 2017-03-01",
            Self::DayOrMonth => {
                "it is open whether the day or the month comes first: write it as 2017-03-01"
            }
        })
    }
}

impl std::error::Error for NoDate {}

#[cfg(test)]
mod tests {
    use super::{Date, NoDate};

    #[test]
    fn dates_are_read_as_people_write_them() {
        for (written, text, spoken) in [
            ("2017-03-01", "2017-03-01", "1 March 2017"),
            (" 2017-3-1 ", "2017-03-01", "1 March 2017"),
            ("2017/03/01", "2017-03-01", "1 March 2017"),
            ("2017-03", "2017-03", "March 2017"),
            ("2017", "2017", "2017"),
            ("25/03/2017", "2017-03-25", "25 March 2017"),
            ("25.03.2017", "2017-03-25", "25 March 2017"),
            ("3/3/2017", "2017-03-03", "3 March 2017"),
            ("2017-03-01T09:30", "2017-03-01T09:30", "1 March 2017, 09:30"),
            ("2017-03-01 09:30:15.5", "2017-03-01 09:30:15.5", "1 March 2017, 09:30"),
            ("2017-03-01T09:30:00+01:00", "2017-03-01T09:30:00+01:00", "1 March 2017, 08:30 UTC"),
            ("2017-03-01T09:30Z", "2017-03-01T09:30Z", "1 March 2017, 09:30 UTC"),
        ] {
            let date: Date = written.parse().expect(written);
            assert_eq!((date.as_str(), date.spoken().as_str()), (text, spoken), "{written}");
        }
    }

    #[test]
    fn what_is_open_or_no_date_is_refused() {
        assert_eq!("01/04/2017".parse::<Date>(), Err(NoDate::DayOrMonth));
        for text in [
            "",
            "soon",
            "2017-13",
            "2017-02-30",
            "31/31/2017",
            "03/25/2017",
            "17-03-01",
            "20170301x",
            "٢٠١٧",
            "1/2",
            "2017-03-01T25:00",
            "-2017-03-01",
            "0000-00-00",
        ] {
            assert_eq!(text.parse::<Date>(), Err(NoDate::Unreadable), "{text}");
        }
    }

    #[test]
    fn dates_stand_in_order_of_time() {
        let mut dates: Vec<Date> =
            ["2017-03-02", "2017-03", "2017-03-01T00:00", "2017-03-01", "2016"]
                .iter()
                .map(|text| text.parse().unwrap())
                .collect();
        dates.sort();
        let texts: Vec<&str> = dates.iter().map(Date::as_str).collect();
        assert_eq!(texts, ["2016", "2017-03", "2017-03-01", "2017-03-01T00:00", "2017-03-02"]);
    }
}
