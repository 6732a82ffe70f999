//! What a chart says to those who do not see it: the same as it shows, and the values.

use crate::{
    draw::points::word, figures::Figures, notes::Counted, phase::Phase, rule_set::RuleSet,
    series::Measured, signals::Rule,
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
    let points = Counted(analysis.values.len(), "point");
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
    let mut said = String::new();
    if let Some(date) = measured.begins(place).filter(|_| place > 0) {
        let reason = measured.reasons.get(place).map(String::as_str).unwrap_or_default();
        said = format!("New phase from {}: {reason}. ", date.spoken());
    }
    let centre = measured.analysis.centre().label();
    let middle = phase.course.centre().unwrap_or_default();
    said.push_str(&format!("{centre} {}", figures.say(middle)));
    match phase.course.level().map(|lines| lines.bounds) {
        Some(Some(bounds)) => said.push_str(&format!(
            ", limits {} and {}.",
            figures.say(bounds.lower),
            figures.say(bounds.upper)
        )),
        Some(None) => said.push_str(", no limits."),
        None => said.push_str(", limits by the size of each point."),
    }
    said
}

fn table(measured: &Measured, figures: Figures) -> String {
    let analysis = &measured.analysis;
    let all = analysis.values.len() <= MOST;
    let rows = measured.series.dates.iter().zip(&analysis.values).zip(&analysis.marks);
    let rows = rows.filter(|(_, mark)| all || mark.rule != Rule::None).take(MOST);
    let rows: Vec<String> = rows
        .map(|((date, value), mark)| match mark.rule {
            Rule::None => format!("{date} {}", figures.say(*value)),
            rule => {
                format!("{date} {} ({}, {})", figures.say(*value), word(rule), mark.side.name())
            }
        })
        .collect();
    match (rows.is_empty(), all) {
        (true, _) => String::new(),
        (false, true) => format!("Values: {}.", rows.join("; ")),
        (false, false) => format!("What stands out: {}.", rows.join("; ")),
    }
}
