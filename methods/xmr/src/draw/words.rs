//! What a chart says to those who do not see it: the same as it shows, and the values.

use crate::{
    date::Date,
    draw::points::word,
    figures::Figures,
    notes::Counted,
    phase::Phase,
    rule_set::RuleSet,
    series::Measured,
    signals::{Mark, Rule},
};

/// The most points that a description lists; beyond, only those that stand out.
const MOST: usize = 1_000;

/// What kind of chart it is, of how many points, from when to when.
pub(super) fn kind(measured: &Measured) -> String {
    let analysis = &measured.analysis;
    let chart = if analysis.plan.rules == RuleSet::Anhoej {
        "Run chart"
    } else {
        analysis.plan.kind.label()
    };
    let points = Counted(measured.values().len(), "point");
    let dates = &measured.series.dates;
    match dates.first().zip(dates.last()) {
        Some((first, last)) if first != last => {
            format!("{chart}, {points}, {} to {}", first.spoken(), last.spoken())
        }
        Some((first, _)) => format!("{chart}, {points}, {}", first.spoken()),
        None => format!("{chart}, {points}"),
    }
}

/// The whole description.
pub(super) fn about(measured: &Measured, figures: Figures) -> String {
    let analysis = &measured.analysis;
    let rules = analysis.plan.rules;
    let mut said =
        vec![format!("{}.", kind(measured)), format!("Rule set {rules}: {}", rules.about())];
    for (place, phase) in analysis.phases.iter().enumerate() {
        said.push(lines(measured, place, phase, figures));
    }
    let marked = analysis.marks.iter().filter(|mark| mark.rule != Rule::None).count();
    said.extend(match marked {
        0 if analysis.is_quiet() => Some(String::from("Nothing stands out.")),
        0 => None,
        1 => Some(String::from("1 point stands out.")),
        marked => Some(format!("{marked} points stand out.")),
    });
    said.extend(measured.notes.iter().cloned());
    said.push(table(measured, figures));
    said.join(" ")
}

fn lines(measured: &Measured, place: usize, phase: &Phase, figures: Figures) -> String {
    let begins = measured.begins(place).filter(|_| place > 0).map(|date| {
        let reason = measured.reasons.get(place).map(String::as_str).unwrap_or_default();
        format!("New phase from {}: {reason}. ", date.spoken())
    });
    let limits = match phase.course.level().map(|lines| lines.bounds) {
        Some(Some(bounds)) => {
            format!("limits {} and {}", figures.say(bounds.lower), figures.say(bounds.upper))
        }
        Some(None) => String::from("no limits"),
        None => String::from("limits by the size of each point"),
    };
    let centre = measured.analysis.centre().label();
    let middle = figures.say(phase.course.centre().unwrap_or_default());
    format!("{}{centre} {middle}, {limits}.", begins.unwrap_or_default())
}

fn table(measured: &Measured, figures: Figures) -> String {
    let analysis = &measured.analysis;
    let all = measured.values().len() <= MOST;
    let rows = measured.series.dates.iter().zip(measured.values()).zip(&analysis.marks);
    let rows = rows.filter(|(_, mark)| all || mark.rule != Rule::None).take(MOST);
    let said = |((date, value), mark): ((&Date, &f64), &Mark)| {
        let value = figures.say(*value);
        if mark.rule == Rule::None {
            return format!("{date} {value}");
        }
        format!("{date} {value} ({}, {})", word(mark.rule), mark.side.name())
    };
    let rows: Vec<String> = rows.map(said).collect();
    match (rows.is_empty(), all) {
        (true, _) => String::new(),
        (false, true) => format!("Values: {}.", rows.join("; ")),
        (false, false) => format!("What stands out: {}.", rows.join("; ")),
    }
}
