//! Journeys in plain words and small tables.

use std::{io, path::Path};

use journeys::{
    Discovered, Found, Log, Moment, Name, Notes,
    discover::{Edge, Gap, Variant, gaps},
};

use crate::said::Said;

/// The most rows of a table.
const ROWS: usize = 12;
/// The most notes.
const NOTES: usize = 20;
/// The widest line.
const WIDTH: usize = 100;
/// The widest name in a table.
const NAME: usize = 34;
const MICROS_A_DAY: i64 = 86_400_000_000;

pub(super) fn show(
    out: &mut dyn io::Write,
    found: &Found,
    discovered: &Discovered,
    gap: u32,
) -> Said {
    let log = &found.log;
    writeln!(
        out,
        "{}, {}, {}, {}.",
        many(discovered.cases, "case", "cases"),
        many(discovered.events, "event", "events"),
        many(discovered.activities, "activity", "activities"),
        many(discovered.variants.len(), "variant", "variants")
    )?;
    match discovered.median_duration_hours() {
        Some(hours) if hours > 0.0 => {
            let time = time(hours);
            writeln!(out, "From first to last event, half of the cases took {time} or less.")?;
        }
        Some(_) => {
            writeln!(out, "Half of the cases or more have no time between first and last event.")?;
        }
        None => {}
    }
    ends(out, log, "Cases begin with", &discovered.starts)?;
    ends(out, log, "Cases end with", &discovered.ends)?;
    edges(out, log, &discovered.edges)?;
    variants(out, log, &discovered.variants)?;
    if discovered.cases > 0 {
        silences(out, log, gap)?;
    }
    notes(out, &found.notes)
}

fn many(number: usize, one: &str, more: &str) -> String {
    format!("{} {}", grouped(&number), if number == 1 { one } else { more })
}

/// A whole number with a comma after each three digits.
fn grouped(number: &impl ToString) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// A span of time, in the unit that says it best.
fn time(hours: f64) -> String {
    let (number, unit) = match hours {
        days if days >= 48.0 => (days / 24.0, "days"),
        hours if hours >= 2.0 => (hours, "hours"),
        minutes if minutes * 60.0 >= 2.0 => (minutes * 60.0, "minutes"),
        0.0 => return String::from("no time"),
        seconds => (seconds * 3_600.0, "seconds"),
    };
    format!("{number:.1} {unit}")
}

/// A text cut to a width, without what would upset a terminal.
fn cut(text: &str, width: usize) -> String {
    let clean = |c: char| if c.is_control() { '\u{fffd}' } else { c };
    let mut short: String = text.chars().take(width).map(clean).collect();
    if text.chars().nth(width).is_some() {
        short.pop();
        short.push('…');
    }
    short
}

fn ends(out: &mut dyn io::Write, log: &Log, what: &str, ends: &[(Name, u64)]) -> Said {
    if ends.is_empty() {
        return Ok(());
    }
    let one = |(name, count): &(Name, u64)| {
        format!("{} ({})", cut(log.activities.text(*name), NAME), grouped(&count))
    };
    let mut shown: Vec<String> = ends.iter().take(3).map(one).collect();
    if ends.len() > shown.len() {
        shown.push(format!("and {} others", ends.len() - shown.len()));
    }
    Ok(writeln!(out, "{}.", cut(&format!("{what}: {}", shown.join(", ")), WIDTH - 1))?)
}

fn edges(out: &mut dyn io::Write, log: &Log, edges: &[Edge]) -> Said {
    if edges.is_empty() {
        return Ok(());
    }
    let title = format!("What followed what ({})", of(edges.len()));
    writeln!(out, "\n{title:<72}{:>9}  {:>14}", "times", "median wait")?;
    for edge in edges.iter().take(ROWS) {
        let names = [edge.from, edge.to].map(|name| cut(log.activities.text(name), NAME));
        let count = grouped(&edge.count);
        writeln!(out, "  {:<70}{count:>9}  {:>14}", names.join(" > "), time(edge.median_hours))?;
    }
    Ok(())
}

fn of(number: usize) -> String {
    let all = grouped(&number);
    if number > ROWS { format!("{ROWS} of {all}") } else { all }
}

fn variants(out: &mut dyn io::Write, log: &Log, variants: &[Variant]) -> Said {
    if variants.is_empty() {
        return Ok(());
    }
    writeln!(out, "\n{:>9}  Ways that cases went ({})", "cases", of(variants.len()))?;
    for variant in variants.iter().take(ROWS) {
        // More names than a line has letters are never shown.
        let names = variant.steps.iter().take(WIDTH).map(|name| log.activities.text(*name));
        let way = names.collect::<Vec<_>>().join(" > ");
        writeln!(out, "{:>9}  {}", grouped(&variant.count), cut(&way, WIDTH - 11))?;
    }
    Ok(())
}

fn silences(out: &mut dyn io::Write, log: &Log, days: u32) -> Said {
    let found = gaps(log, i64::from(days) * MICROS_A_DAY);
    if found.is_empty() {
        return Ok(writeln!(out, "\nNo case has a gap of more than {}.", many_days(days))?);
    }
    writeln!(
        out,
        "\nGaps of more than {} ({}), the longest first",
        many_days(days),
        of(found.len())
    )?;
    for gap in found.iter().take(ROWS) {
        writeln!(out, "  {}", cut(&silence(log, gap), WIDTH - 2))?;
    }
    Ok(())
}

fn many_days(days: u32) -> String {
    format!("{} {}", grouped(&days), if days == 1 { "day" } else { "days" })
}

fn silence(log: &Log, gap: &Gap) -> String {
    let date = |moment: Moment| moment.to_string().chars().take(10).collect::<String>();
    let days = (gap.until.0 - gap.since.0) / MICROS_A_DAY;
    format!(
        "{:<18} {} to {} {:>8} days  {} > {}",
        cut(log.cases.text(gap.case), 18),
        date(gap.since),
        date(gap.until),
        grouped(&days),
        cut(log.activities.text(gap.from), 20),
        cut(log.activities.text(gap.to), 20),
    )
}

/// Says what was found on the way.
fn notes(out: &mut dyn io::Write, notes: &Notes) -> Said {
    if notes.is_empty() {
        return Ok(());
    }
    writeln!(out, "\nNotes")?;
    for sentence in notes.sentences().take(NOTES) {
        writeln!(out, "  {sentence}")?;
    }
    let more = notes.iter().count().saturating_sub(NOTES);
    if more > 0 {
        writeln!(out, "  And {more} more.")?;
    }
    Ok(())
}

/// Says that a log was written, and what could not be kept.
pub(super) fn written(out: &mut dyn io::Write, path: &Path, found: &Notes) -> Said {
    writeln!(out, "Written: {}", path.display())?;
    notes(out, found)
}

/// Says what was found on the way where the answer itself is for a program.
#[expect(
    clippy::print_stderr,
    reason = "the answer has a fixed shape, and what was left out must still be said"
)]
pub(super) fn aside(notes: &Notes) {
    for sentence in notes.sentences().take(NOTES) {
        eprintln!("tributary: {sentence}");
    }
}
