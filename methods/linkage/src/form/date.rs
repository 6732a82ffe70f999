//! Calendar dates.

use std::fmt::Write as _;

/// The years that somebody who is on a record can be born in, or an event can be of.
const YEARS: std::ops::RangeInclusive<u32> = 1850..=2150;
/// The last year of this century that two digits can mean; later ones mean the century before.
const PIVOT: u32 = 29;
const MONTHS: [&str; 12] =
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// `yyyymmdd`. Day before month where the year stands last, as in Britain. A month or day that no calendar has is kept: it is
/// a slip of the pen, and compared as one. The first of January 1900 is what systems write when they know nothing.
pub(super) fn date(raw: &str, out: &mut String) {
    let Some((year, month, day)) = parts(raw) else { return };
    if YEARS.contains(&year) && month < 100 && day < 100 && (year, month, day) != (1900, 1, 1) {
        // Writing into a text does not fail.
        let _written = write!(out, "{year:04}{month:02}{day:02}");
    }
}

fn parts(raw: &str) -> Option<(u32, u32, u32)> {
    let day_only = raw.split(['T', 't']).next().filter(|start| start.len() >= 8).unwrap_or(raw);
    let mut pieces =
        day_only.split(|sign: char| !sign.is_alphanumeric()).filter(|piece| !piece.is_empty());
    let first = pieces.next()?;
    let Some(second) = pieces.next() else { return together(first) };
    let third = pieces.next()?;
    if first.len() == 4 && number(first).is_some() {
        return Some((number(first)?, month(second)?, number(third)?));
    }
    // "June 24, 1971" names the month first; numbers alone have the day first.
    if number(first).is_none() {
        return Some((year(third)?, month(first)?, number(second)?));
    }
    Some((year(third)?, month(second)?, number(first)?))
}

fn together(digits: &str) -> Option<(u32, u32, u32)> {
    if digits.len() != 8 {
        return None;
    }
    let all = number(digits)?;
    let (year, month, day) = (all / 10_000, all / 100 % 100, all % 100);
    if YEARS.contains(&year) {
        return Some((year, month, day));
    }
    Some((all % 10_000, all / 10_000 % 100, all / 1_000_000))
}

fn year(text: &str) -> Option<u32> {
    let year = number(text)?;
    match text.len() {
        4 => Some(year),
        2 if year <= PIVOT => Some(2000 + year),
        2 => Some(1900 + year),
        _ => None,
    }
}

fn month(text: &str) -> Option<u32> {
    if let Some(number) = number(text) {
        return Some(number);
    }
    let start = text.get(..3)?.to_ascii_lowercase();
    let place = MONTHS.iter().position(|month| *month == start)?;
    u32::try_from(place + 1).ok()
}

fn number(text: &str) -> Option<u32> {
    let digits = text.len() <= 8 && text.bytes().all(|byte| byte.is_ascii_digit());
    digits.then(|| text.parse().ok()).flatten()
}
