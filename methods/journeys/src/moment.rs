//! Moments, as logs write them.

use std::fmt;

use jiff::{Timestamp, civil::DateTime, tz::TimeZone};

/// A moment: microseconds since 1970-01-01T00:00:00Z.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Moment(pub i64);

/// A moment, and how it was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Read {
    /// The moment, cut to microseconds.
    pub moment: Moment,
    /// Whether the text named a zone or an offset. Without one it is taken as UTC.
    pub zoned: bool,
    /// Whether the text was finer than a microsecond. What is finer is cut.
    pub finer: bool,
}

/// How to write a time, for whoever wrote it another way.
pub(crate) const HOW: &str = "write it as 2024-05-31 or 2024-05-31T14:00:00+01:00";

impl Moment {
    /// The moment that a text names: a date, or a date and a time of day, in the forms of ISO 8601 and RFC 3339, with `T` or a blank
    /// between them, with any offset, `Z`, `UTC` or none. Nothing for any other text, such as `31/05/2024`, which could mean two days.
    pub fn read(text: &str) -> Option<Read> {
        let text = text.trim();
        common(text.as_bytes()).or_else(|| other(text))
    }
}

impl fmt::Display for Moment {
    /// RFC 3339 in UTC, with as many decimals as there are.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match Timestamp::from_microsecond(self.0) {
            Ok(moment) => moment.fmt(f),
            Err(_) => write!(f, "{} microseconds", self.0),
        }
    }
}

/// The form that nearly every log has, `2024-05-31T14:00:00.000+01:00`, without asking a calendar.
fn common(text: &[u8]) -> Option<Read> {
    let (date, rest) = text.split_at_checked(10)?;
    let (clock, rest) = rest.split_at_checked(9)?;
    let [y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = *date else { return None };
    let [b'T' | b' ', h1, h2, b':', n1, n2, b':', s1, s2] = *clock else { return None };
    let year = number(&[y1, y2, y3, y4])?;
    let (month, day) = (number(&[m1, m2])?, number(&[d1, d2])?);
    let (hour, minute, second) = (number(&[h1, h2])?, number(&[n1, n2])?, number(&[s1, s2])?);
    let usual = (1..=9998).contains(&year) && (1..=12).contains(&month);
    if !usual || day < 1 || day > days(year, month) || hour > 23 || minute > 59 || second > 59 {
        return None;
    }
    let (micros, rest) = fraction(rest)?;
    let (offset, zoned) = offset(rest)?;
    let seconds = since_1970(year, month, day) * 86_400 + hour * 3_600 + minute * 60 + second;
    let moment = Moment((seconds - offset) * 1_000_000 + micros);
    Some(Read { moment, zoned, finer: false })
}

fn number(digits: &[u8]) -> Option<i64> {
    digits.iter().try_fold(0, |sum, digit| {
        let one = digit.wrapping_sub(b'0');
        (one < 10).then(|| sum * 10 + i64::from(one))
    })
}

/// Up to six decimals of a second as microseconds, and what follows them.
fn fraction(rest: &[u8]) -> Option<(i64, &[u8])> {
    let Some((b'.', rest)) = rest.split_first() else { return Some((0, rest)) };
    let length = rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
    let (digits, rest) = rest.split_at_checked(length)?;
    if digits.is_empty() || length > 6 {
        return None;
    }
    let scale = (length..6).fold(1, |scale, _| scale * 10);
    Some((number(digits)? * scale, rest))
}

/// Seconds east of UTC, and whether a zone is named.
fn offset(rest: &[u8]) -> Option<(i64, bool)> {
    match *rest {
        [] => Some((0, false)),
        [b'Z'] => Some((0, true)),
        [sign @ (b'+' | b'-'), h1, h2, b':', m1, m2] => {
            let (hours, minutes) = (number(&[h1, h2])?, number(&[m1, m2])?);
            let seconds = hours * 3_600 + minutes * 60;
            let east = if sign == b'-' { -seconds } else { seconds };
            (hours < 24 && minutes < 60).then_some((east, true))
        }
        _ => None,
    }
}

fn days(year: i64, month: i64) -> i64 {
    match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// Days from 1970-01-01 in the Gregorian calendar, for years from 1.
fn since_1970(year: i64, month: i64, day: i64) -> i64 {
    // Years that begin in March, so that the day that comes and goes is the last of its year.
    let year = if month <= 2 { year - 1 } else { year };
    let from_march = (month + 9) % 12;
    let before = year * 365 + year / 4 - year / 100 + year / 400;
    before + (153 * from_march + 2) / 5 + day - 1 - 719_468
}

/// Every other form, as a calendar reads it.
fn other(text: &str) -> Option<Read> {
    let utc = text.strip_suffix("UTC").map(str::trim_end).filter(|text| text.len() >= 10);
    let (moment, zoned) = match text.parse::<Timestamp>() {
        Ok(moment) if utc.is_none() => (moment, true),
        Ok(_) | Err(_) => (civil(utc.unwrap_or(text))?, utc.is_some()),
    };
    let finer = moment.subsec_nanosecond() % 1_000 != 0;
    let micros = moment.as_nanosecond().div_euclid(1_000);
    Some(Read { moment: Moment(i64::try_from(micros).ok()?), zoned, finer })
}

/// A date, or a date and a time of day, taken as UTC. A calendar would also take names of zones and eras, which no log has.
fn civil(text: &str) -> Option<Timestamp> {
    if text.contains(['[', '+']) || text.starts_with('-') {
        return None;
    }
    let there: DateTime = text.parse().ok()?;
    let moment = there.to_zoned(TimeZone::UTC).ok()?.timestamp();
    (there.year() >= 1).then_some(moment)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{prop_assert_eq, proptest};

    use super::{Moment, common, other};

    fn micros(text: &str) -> Option<i64> {
        Moment::read(text).map(|read| read.moment.0)
    }

    #[test]
    fn the_same_moment_is_written_in_many_ways() {
        let texts = [
            "2024-05-31T14:00:00+01:00",
            "2024-05-31T13:00:00Z",
            "2024-05-31 13:00:00",
            "2024-05-31T13:00",
            "2024-05-31 13:00:00.000000000 UTC",
            " 2024-05-31t13:00:00.0z ",
            "2024-05-31T15:30:00,0+0230",
            "2024-05-31 08:00:00-05",
        ];
        for text in texts {
            assert_eq!(micros(text), Some(1_717_160_400_000_000), "{text}");
        }
        assert_eq!(Moment(1_717_160_400_000_000).to_string(), "2024-05-31T13:00:00Z");
        assert_eq!(Moment(-1).to_string(), "1969-12-31T23:59:59.999999Z");
    }

    #[test]
    fn a_text_says_whether_it_names_a_zone_and_is_too_fine() {
        let read = |text| Moment::read(text).map(|read| (read.zoned, read.finer));
        assert_eq!(read("2024-05-31"), Some((false, false)));
        assert_eq!(read("2024-05-31T13:00:00"), Some((false, false)));
        assert_eq!(read("2024-05-31T13:00:00.0000001Z"), Some((true, true)));
        assert_eq!(micros("1969-12-31T23:59:59.9999999Z"), Some(-1), "cut downwards");
    }

    #[test]
    fn what_could_mean_two_days_is_no_moment() {
        let texts = [
            "",
            "31/05/2024",
            "05/31/2024",
            "2024-02-30",
            "2023-02-29T00:00:00Z",
            "2024-05-31T25:00:00Z",
            "yesterday",
            "1717160400",
            "2024-05-31T13:00:00+99:00",
            "2024-05-31T13:00:00[Europe/London]",
            "-000001-01-01",
            "UTC",
        ];
        for text in texts {
            assert_eq!(micros(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn the_quick_way_agrees_with_the_calendar(
            micros in -62_135_596_800_000_000_i64..253_370_000_000_000_000,
            digits in 0_usize..=6,
            offset in -1439_i64..=1439,
        ) {
            let text = Moment(micros).to_string();
            prop_assert_eq!(common(text.as_bytes()).map(|read| read.moment), Some(Moment(micros)));
            let (seconds, _) = text.split_at(19);
            let sign = if offset < 0 { '-' } else { '+' };
            let fraction = if digits == 0 { String::new() } else { format!(".{:.*}", digits, "123456") };
            let text = format!("{seconds}{fraction}{sign}{:02}:{:02}", offset.abs() / 60, offset.abs() % 60);
            prop_assert_eq!(common(text.as_bytes()), other(&text), "{}", text);
        }

        #[test]
        fn nothing_upsets_it(text in "[-0-9TZ:. +,/]{0,32}|.{0,40}") {
            let _ = Moment::read(&text);
        }
    }
}
