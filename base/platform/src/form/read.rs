use jiff::{civil::Date, tz::TimeZone};
use kernel::Moment;
use words::Say;

use crate::said;

/// Reads what a person wrote: line ends made one kind; control characters, and those that turn what
/// follows around, taken out; blank edges trimmed; at most `limit` characters.
///
/// # Errors
/// It is too long.
pub fn text(raw: &str, limit: usize) -> Result<String, Say> {
    let plain: String = raw
        .replace("\r\n", "\n")
        .replace(['\u{2028}', '\u{2029}'], "\n")
        .chars()
        .filter(|it| (!it.is_control() || matches!(it, '\n' | '\t')) && !turns(*it))
        .collect();
    let plain = plain.trim();
    if plain.chars().count() > limit {
        return Err(said::shorter(limit));
    }
    Ok(plain.to_owned())
}

/// True for embeddings, overrides, isolates and their ends, and for what is obsolete beside them: left
/// open, they turn around everything that comes after, in other people's lines, too. Joiners and plain
/// marks of direction stay, because languages are written with them.
const fn turns(it: char) -> bool {
    matches!(it, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{206f}' | '\u{fff9}'..='\u{fffb}')
}

/// Reads what a person wrote where something must be written.
///
/// # Errors
/// It is blank or too long.
pub fn some_text(raw: &str, limit: usize) -> Result<String, Say> {
    let plain = text(raw, limit)?;
    if plain.is_empty() { Err(said::write_something()) } else { Ok(plain) }
}

/// Reads what a person may have written.
///
/// # Errors
/// It is too long.
pub fn maybe_text(raw: &str, limit: usize) -> Result<Option<String>, Say> {
    text(raw, limit).map(|it| (!it.is_empty()).then_some(it))
}

/// Reads a day that was typed in three parts (day, month, year): noon of it, by the clock of the
/// place. Nothing typed is no day.
///
/// # Errors
/// There is no such day.
pub fn day(parts: [&str; 3], zone: &TimeZone) -> Result<Option<Moment>, Say> {
    let parts = parts.map(str::trim);
    if parts.iter().all(|it| it.is_empty()) {
        return Ok(None);
    }
    if parts.iter().any(|it| it.is_empty()) {
        return Err(said::date_part_missing());
    }
    let [day, month, year] = parts.map(|it| it.parse::<i16>().ok());
    let (Some(day), Some(month), Some(year)) = (day, month, year) else {
        return Err(said::date_in_numbers());
    };
    noon([day, month, year], zone).map(Some)
}

fn noon([day, month, year]: [i16; 3], zone: &TimeZone) -> Result<Moment, Say> {
    if !(1..=12).contains(&month) {
        return Err(said::date_month());
    }
    match year {
        1000..=9999 => {}
        0..=99 => return Err(said::date_year_such_as(format!("{}", 2000 + i32::from(year)))),
        _ => return Err(said::date_year()),
    }
    let parts = i8::try_from(month).ok().zip(i8::try_from(day).ok());
    let date = parts.and_then(|(month, day)| Date::new(year, month, day).ok());
    let noon = date.map(|it| it.at(12, 0, 0, 0));
    let stamp = noon.and_then(|it| zone.to_ambiguous_timestamp(it).compatible().ok());
    let stamp = stamp.ok_or_else(|| said::date_no_day(day.to_string()))?;
    Ok(Moment::from_micros(stamp.as_microsecond()))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn what_is_read_holds_no_control_characters_and_reads_the_same_again(raw in ".{0,200}") {
            let once = text(&raw, 400).unwrap();
            prop_assert!(once.chars().all(|it| !it.is_control() || it == '\n' || it == '\t'));
            prop_assert_eq!(text(&once, 400).unwrap(), once);
        }

        #[test]
        fn what_is_read_turns_nothing_around_and_keeps_every_other_letter(
            raw in "[ab\u{200b}-\u{200f}\u{202a}-\u{202e}\u{2060}-\u{206f}\u{61c}\u{645}\u{fff9}-\u{fffc}]{0,40}"
        ) {
            let turning = |it: &char| {
                let bidi = ('\u{202a}'..='\u{202e}').contains(it);
                bidi || ('\u{2066}'..='\u{206f}').contains(it) || ('\u{fff9}'..='\u{fffb}').contains(it)
            };
            let kept: String = raw.chars().filter(|it| !turning(it)).collect();
            prop_assert_eq!(text(&raw, 400).unwrap(), kept);
        }
    }

    #[test]
    fn a_day_is_noon_at_the_place() {
        let zone = TimeZone::get("Europe/London").unwrap();
        let read = |parts| day(parts, &zone).unwrap().map(|it| it.to_string());
        assert_eq!(read([" 27", "3", "2026"]).as_deref(), Some("2026-03-27T12:00:00Z"));
        assert_eq!(read(["27", "06", "2026"]).as_deref(), Some("2026-06-27T11:00:00Z"));
        assert_eq!(read(["", " ", ""]), None);
        for (wrong, key) in [
            (["31", "2", "2026"], "date-no-day"),
            (["300", "2", "2026"], "date-no-day"),
            (["0", "2", "2026"], "date-no-day"),
            (["27", "3", ""], "date-part-missing"),
            (["27", "3", "26"], "date-year-such-as"),
            (["27", "3", "202"], "date-year"),
            (["27", "13", "2026"], "date-month"),
            (["x", "3", "2026"], "date-in-numbers"),
        ] {
            assert_eq!(day(wrong, &zone).unwrap_err().key(), key, "{wrong:?}");
        }
    }

    #[test]
    fn what_languages_are_written_with_stays() {
        // A joiner in Persian, a mark of direction in Hebrew, a family of one picture, a flag.
        for whole in
            ["می\u{200c}خواهم", "ג\u{200f}!", "👩\u{200d}👧", "🏴\u{e0067}\u{e0062}\u{e007f}"]
        {
            assert_eq!(text(whole, 40).unwrap(), whole);
        }
        assert_eq!(text("one\u{2028}two\u{202e}", 40).unwrap(), "one\ntwo");
    }

    #[test]
    fn blank_and_too_long_are_said() {
        assert_eq!(some_text(" \u{0}\r\n ", 10).unwrap_err().key(), "write-something");
        assert_eq!(some_text("12345678901", 10).unwrap_err().key(), "shorter");
    }
}
