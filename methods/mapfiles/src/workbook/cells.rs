//! What a cell says, as text.

use std::collections::{HashMap, HashSet};

use crate::xml::Element;

/// The styles of cells that show a number as a date.
#[derive(Debug, Default)]
pub(super) struct Styles {
    dates: HashSet<usize>,
    since_1904: bool,
}

impl Styles {
    pub(super) fn of(styles: &Element, since_1904: bool) -> Self {
        let own = styles.all("numFmts").flat_map(|all| all.all("numFmt"));
        let own: HashMap<&str, &str> =
            own.map(|format| (format.get("numFmtId"), format.get("formatCode"))).collect();
        let formats = styles.all("cellXfs").flat_map(|all| all.all("xf")).enumerate();
        let is_date =
            |id: &str| own.get(id).map_or_else(|| is_built_in(id), |code| is_date_code(code));
        let dates = formats.filter(|(_, format)| is_date(format.get("numFmtId"))).map(|(at, _)| at);
        Self { dates: dates.collect(), since_1904 }
    }

    /// A number as a cell of this style shows it: a date as ISO 8601 has it.
    pub(super) fn shown(&self, number: f64, style: &str) -> String {
        let dated = style.parse().is_ok_and(|style: usize| self.dates.contains(&style));
        let days = if self.since_1904 { number + 1462.0 } else { number };
        match date(days).filter(|_| dated) {
            Some(date) => date,
            None => number.to_string(),
        }
    }
}

/// The formats 14 to 22 are dates, without being said in the file (ECMA-376, 18.8.30).
fn is_built_in(id: &str) -> bool {
    id.parse().is_ok_and(|id: u32| (14..=22).contains(&id))
}

/// Whether a format has years or days in it, outside of quotation marks and brackets.
fn is_date_code(code: &str) -> bool {
    let mut quoted = false;
    let mut within = false;
    code.chars().any(|mark| {
        quoted ^= mark == '"';
        within = (within || mark == '[') && mark != ']';
        !quoted && !within && "yYdD".contains(mark)
    })
}

/// The date of a number of days since the end of 1899, for the years 1900 to 9999.
#[expect(clippy::cast_possible_truncation, reason = "the range is checked first")]
fn date(days: f64) -> Option<String> {
    if !(1.0..2_958_466.0).contains(&days) {
        return None;
    }
    // Excel has a 29 February 1900, which there was not.
    let days = if days < 60.0 { days + 1.0 } else { days };
    let seconds = (days * 86_400.0).round() as i64;
    let (year, month, day) = civil(seconds.div_euclid(86_400) - 25_569);
    let (hour, minute, second) = (seconds / 3600 % 24, seconds / 60 % 60, seconds % 60);
    let date = format!("{year:04}-{month:02}-{day:02}");
    if (hour, minute, second) == (0, 0, 0) {
        return Some(date);
    }
    Some(format!("{date}T{hour:02}:{minute:02}:{second:02}"))
}

/// Year, month and day of a number of days since 1 January 1970 (Hinnant, "chrono-compatible low-level date algorithms").
fn civil(days: i64) -> (i64, i64, i64) {
    let days = days + 719_468;
    let era = days.div_euclid(146_097);
    let of_era = days.rem_euclid(146_097);
    let year = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let month = (5 * of_year + 2) / 153;
    let day = of_year - (153 * month + 2) / 5 + 1;
    let month = if month < 10 { month + 3 } else { month - 9 };
    (year + era * 400 + i64::from(month <= 2), month, day)
}

/// The text of a cell or shared string, whether it is one or in pieces, without how it is spoken.
pub(super) fn plain(element: &Element) -> String {
    let own = element.all("t");
    let pieces = element.all("r").flat_map(|piece| piece.all("t"));
    unescaped(&own.chain(pieces).map(|text| text.text.as_str()).collect::<String>())
}

/// A text with `_x000D_` and the like as the characters that they stand for.
pub(super) fn unescaped(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("_x") {
        plain.push_str(before);
        let code = after.get(..5).filter(|code| code.ends_with('_')).and_then(|code| code.get(..4));
        let mark =
            code.and_then(|code| u32::from_str_radix(code, 16).ok()).and_then(char::from_u32);
        if let Some(mark) = mark {
            plain.push(mark);
            rest = after.get(5..).unwrap_or_default();
        } else {
            plain.push_str("_x");
            rest = after;
        }
    }
    plain.push_str(rest);
    plain
}

#[cfg(test)]
mod tests {
    use super::{date, is_date_code, unescaped};

    #[test]
    fn dates_are_as_people_wrote_them() {
        assert_eq!(date(45_943.541_2).unwrap(), "2025-10-13T12:59:20");
        assert_eq!(date(1.0).unwrap(), "1900-01-01");
        assert_eq!(date(61.0).unwrap(), "1900-03-01");
        assert_eq!(date(0.5), None);
        assert_eq!(date(f64::NAN), None);
        assert!(
            is_date_code("dd/mm/yyyy") && !is_date_code("0.00\"days\"") && !is_date_code("[Red]0")
        );
    }

    #[test]
    fn characters_that_xml_cannot_hold_are_unescaped() {
        assert_eq!(
            unescaped("a_x000D_b _x005F_x000D_ _x00_ _x\u{e9}\u{e9}\u{e9}_"),
            "a\rb _x000D_ _x00_ _x\u{e9}\u{e9}\u{e9}_"
        );
    }
}
