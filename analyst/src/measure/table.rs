//! The answer for people: for each series its lines, what stands out, and what to know.

use std::{io, path::PathBuf};

use xmr::{Columns, Course, Figures, Measured, Phase, Rule, RuleSet, Side};

use crate::said::Said;

/// The most letters of a line.
const WIDTH: usize = 100;
/// The most points that are listed for one series. `--json` has all of them.
const MOST: usize = 30;

pub(super) fn write(all: &[Measured], columns: &Columns, out: &mut dyn io::Write) -> Said {
    if all.is_empty() {
        writeln!(out, "There is no row in this file.")?;
    }
    for (place, measured) in all.iter().enumerate() {
        if place > 0 {
            writeln!(out)?;
        }
        one(measured, columns, out)?;
    }
    Ok(())
}

/// Says where the charts are.
pub(super) fn drawn(files: &[PathBuf], out: &mut dyn io::Write) -> Said {
    match files {
        [] => {}
        [one] => writeln!(out, "Drawn: {}", one.display())?,
        [first, .., last] => {
            let (all, first, last) = (files.len(), first.display(), last.display());
            writeln!(out, "Drawn: {all} charts, {first} to {last}")?;
        }
    }
    Ok(())
}

fn one(measured: &Measured, columns: &Columns, out: &mut dyn io::Write) -> Said {
    let plan = &measured.analysis.plan;
    let name = measured.name();
    let of = columns.size.as_ref().map(|size| format!(" of {size}")).unwrap_or_default();
    let by = if name.is_empty() { String::new() } else { format!(", {name}") };
    sentence("", &format!("{}{of}{by}", columns.value), out)?;
    let chart = if plan.rules == RuleSet::Anhoej { "Run chart" } else { plan.kind.label() };
    sentence("", &format!("{chart}. Rule set {}: {}", plan.rules, plan.rules.about()), out)?;
    let figures = Figures::of(measured.values());
    phases(measured, figures, out)?;
    standing_out(measured, figures, out)?;
    latest(measured, figures, out)?;
    for note in &measured.notes {
        sentence("  Note: ", note, out)?;
    }
    Ok(())
}

/// Says where the latest point lies, if the rule set has a word on it.
fn latest(measured: &Measured, figures: Figures, out: &mut dyn io::Write) -> Said {
    let point = measured.series.dates.last().zip(measured.values().last());
    let Some((mark, (date, value))) = measured.analysis.latest().zip(point) else { return Ok(()) };
    let value = figures.say(*value);
    let what = if mark.rule == Rule::None { "nothing unusual" } else { rule(mark.rule) };
    sentence("  ", &format!("The latest, {date}: {value}, {}, {what}.", side(mark.side)), out)
}

/// Writes a sentence in lines of at most [`WIDTH`] letters. What would steer a terminal is taken out.
fn sentence(begins: &str, text: &str, out: &mut dyn io::Write) -> Said {
    let mut line = begins.to_owned();
    for word in text.split_whitespace() {
        let word: String =
            word.chars().map(|c| if c.is_control() { '\u{fffd}' } else { c }).collect();
        let begun = line.chars().count() > begins.len();
        if begun && line.chars().count() + 1 + word.chars().count() > WIDTH {
            writeln!(out, "{line}")?;
            line = " ".repeat(begins.len());
        } else if begun {
            line.push(' ');
        }
        line.push_str(&word);
    }
    Ok(writeln!(out, "{line}")?)
}

fn phases(measured: &Measured, figures: Figures, out: &mut dyn io::Write) -> Said {
    if measured.analysis.phases.is_empty() {
        return Ok(());
    }
    let centre = measured.analysis.centre().label();
    let names = ["from", "points", centre, "lower", "upper", "moving range"];
    let mut rows = vec![names.map(String::from)];
    for (place, phase) in measured.analysis.phases.iter().enumerate() {
        rows.push(phase_row(measured, place, phase, figures));
    }
    aligned(&rows, [false, true, true, true, true, true], out)?;
    for (place, reason) in measured.reasons.iter().enumerate().filter(|(_, why)| !why.is_empty()) {
        if let Some(date) = measured.begins(place) {
            sentence("  ", &format!("New phase from {date}: {reason}"), out)?;
        }
    }
    Ok(())
}

fn phase_row(measured: &Measured, place: usize, phase: &Phase, figures: Figures) -> [String; 6] {
    let say =
        |value: Option<f64>| value.map_or_else(|| String::from("-"), |value| figures.say(value));
    let bounds = phase.course.level().and_then(|lines| lines.bounds);
    let limit = |value: Option<f64>| match phase.course {
        Course::Stepped(_) => String::from("varies"),
        Course::Level(_) => say(value),
    };
    [
        measured.begins(place).map(ToString::to_string).unwrap_or_default(),
        phase.points.len().to_string(),
        say(phase.course.centre()),
        limit(bounds.map(|bounds| bounds.lower)),
        limit(bounds.map(|bounds| bounds.upper)),
        say(phase.moving_range),
    ]
}

fn standing_out(measured: &Measured, figures: Figures, out: &mut dyn io::Write) -> Said {
    let analysis = &measured.analysis;
    let points = measured.series.dates.iter().zip(measured.values()).zip(&analysis.marks);
    let mut rows = vec![["stands out", "value", "where", "rule"].map(String::from)];
    for ((date, value), mark) in points.filter(|(_, mark)| mark.rule != Rule::None) {
        let what = [figures.say(*value), side(mark.side).to_owned(), rule(mark.rule).to_owned()];
        let [value, side, rule] = what;
        rows.push([date.to_string(), value, side, rule]);
    }
    if rows.len() == 1 {
        let nothing = if analysis.is_quiet() { "  Nothing stands out.\n" } else { "" };
        return Ok(write!(out, "{nothing}")?);
    }
    let more = rows.len().saturating_sub(MOST + 1);
    rows.truncate(MOST + 1);
    aligned(&rows, [false, true, false, false], out)?;
    if more > 0 {
        writeln!(out, "  and {more} more; --json lists all of them.")?;
    }
    Ok(())
}

const fn side(side: Side) -> &'static str {
    match side {
        Side::Above => "above the middle",
        Side::Below => "below the middle",
        Side::On => "on the middle",
    }
}

const fn rule(rule: Rule) -> &'static str {
    match rule {
        Rule::None => "none",
        Rule::Outside => "outside the limits",
        Rule::Trend => "trend",
        Rule::TwoInThree => "two in three near a limit",
        Rule::Shift => "shift",
    }
}

/// Writes rows in columns; `numbers` stand to the right.
fn aligned<const N: usize>(
    rows: &[[String; N]],
    numbers: [bool; N],
    out: &mut dyn io::Write,
) -> Said {
    let wide = |text: &String| text.chars().count();
    let mut widths = [0; N];
    for row in rows {
        for (width, text) in widths.iter_mut().zip(row) {
            *width = wide(text).max(*width);
        }
    }
    for row in rows {
        let mut line = String::new();
        for ((text, width), number) in row.iter().zip(widths).zip(numbers) {
            let blank = " ".repeat(width - wide(text));
            let (before, after) = if number { (&*blank, "") } else { ("", &*blank) };
            for part in ["  ", before, text, after] {
                line.push_str(part);
            }
        }
        writeln!(out, "{}", line.trim_end())?;
    }
    Ok(())
}
