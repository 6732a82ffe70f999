//! Dates as people say them.

use jiff::{ToSpan as _, Zoned, civil::Date};
use kernel::Moment;

use crate::{Say, Voice};

/// The day of `moment`: today, yesterday, 26 March, or 26 March 2024.
pub(crate) fn day(voice: &Voice, moment: Moment) -> String {
    let (then, now) = (local(voice, moment).date(), local(voice, voice.now()).date());
    voice.plain(&said(then, now))
}

/// The day and the time of `moment`.
pub(crate) fn time(voice: &Voice, moment: Moment) -> String {
    let time = clock(voice, moment);
    voice.plain(&word("at-time").with("day", day(voice, moment)).with("time", time))
}

/// The time of `moment`.
pub(crate) fn clock(voice: &Voice, moment: Moment) -> String {
    let clock = local(voice, moment).time();
    format!("{}:{:02}", clock.hour(), clock.minute())
}

fn said(then: Date, now: Date) -> Say {
    if then == now {
        return word("today");
    }
    if now.checked_sub(1.day()).is_ok_and(|it| it == then) {
        return word("yesterday");
    }
    if now.checked_add(1.day()).is_ok_and(|it| it == then) {
        return word("tomorrow");
    }
    let key = if then.year() == now.year() { "this-year" } else { "other-year" };
    word(key)
        .with("day", i64::from(then.day()).to_string())
        .with("month", word(month(then.month())))
        .with("year", i64::from(then.year()).to_string())
}

fn local(voice: &Voice, moment: Moment) -> Zoned {
    moment.timestamp().to_zoned(voice.zone().clone())
}

const fn word(key: &'static str) -> Say {
    Say::new("words", key)
}

const fn month(number: i8) -> &'static str {
    match number {
        1 => "month-1",
        2 => "month-2",
        3 => "month-3",
        4 => "month-4",
        5 => "month-5",
        6 => "month-6",
        7 => "month-7",
        8 => "month-8",
        9 => "month-9",
        10 => "month-10",
        11 => "month-11",
        _ => "month-12",
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use jiff::tz::TimeZone;

    use super::*;
    use crate::{Catalogue, Language};

    fn said_on(now: &str, then: &str) -> String {
        let catalogue = Arc::new(Catalogue::new([]).unwrap());
        let zone = TimeZone::get("Europe/London").unwrap();
        let now = Moment::parse(now).unwrap();
        day(&Voice::new(catalogue, Language::English, zone, now), Moment::parse(then).unwrap())
    }

    #[test]
    fn days_are_said_as_people_say_them() {
        let now = "2026-06-10T12:00:00Z";
        assert_eq!(said_on(now, "2026-06-10T01:00:00Z"), "today");
        assert_eq!(said_on(now, "2026-06-09T10:00:00Z"), "yesterday");
        assert_eq!(said_on(now, "2026-03-26T10:00:00Z"), "26 March");
        assert_eq!(said_on(now, "2024-03-26T10:00:00Z"), "26 March 2024");
    }

    #[test]
    fn a_day_begins_where_the_reader_is() {
        // Half past midnight in London in summer is still the day before in UTC.
        assert_eq!(said_on("2026-06-10T12:00:00Z", "2026-06-09T23:30:00Z"), "today");
    }
}
