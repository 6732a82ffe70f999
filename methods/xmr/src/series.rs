//! A measure over time: one series of dated values, and what to ask of it.

use crate::{
    analysis::{Analysis, analyse},
    date::Date,
    plan::{Baseline, Kind, Plan},
    rule_set::RuleSet,
    unusable::Unusable,
};

/// One series, in order of time, whatever the order of the rows that it came in.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Series {
    /// What tells it from the others of its file: names of columns with their values, in the order asked for.
    pub by: Vec<(String, String)>,
    /// The dates of its values, each once, rising.
    pub dates: Vec<Date>,
    /// Its values, one for each date.
    pub values: Vec<f64>,
    /// Out of how many or over how much, one for each date; empty where nobody asked for sizes.
    pub sizes: Vec<f64>,
    /// The lines of the file where they stand, one for each date; empty where they came from no file.
    pub lines: Vec<u64>,
    /// The dates for which there is a row and no value, rising.
    pub missing: Vec<Date>,
}

/// A decision of people that from here on something is different, so that limits begin anew. Nothing ever rebases by itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rebase {
    /// The new phase begins at the first point at or after this date.
    pub at: Date,
    /// Why, in the words of whoever decided; may be empty, and then a note asks for it.
    pub reason: String,
}

/// What is asked of each series.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Question {
    /// What the values are.
    pub kind: Kind,
    /// By which rules.
    pub rules: RuleSet,
    /// Whether the first points of each phase fix its limits.
    pub baseline: Option<Baseline>,
    /// Where new phases begin, in any order.
    pub rebases: Vec<Rebase>,
}

/// A series, what was found in it, and all there is to know before reading it.
#[derive(Clone, Debug, PartialEq)]
pub struct Measured {
    /// The series.
    pub series: Series,
    /// What was found.
    pub analysis: Analysis,
    /// Why each phase begins, in their order; that of the first is empty, and so are those that nobody gave.
    pub reasons: Vec<String>,
    /// The notes as sentences.
    pub notes: Vec<String>,
}

impl Series {
    /// Answers a question about this series.
    ///
    /// # Errors
    /// A value or size that this kind of chart cannot have; its place is that in [`Series::values`].
    pub fn measured(self, question: &Question) -> Result<Measured, Unusable> {
        let mut rebases: Vec<&Rebase> = question.rebases.iter().collect();
        rebases.sort_by(|a, b| (&a.at, &a.reason).cmp(&(&b.at, &b.reason)));
        let mut starts: Vec<usize> = Vec::new();
        let mut reasons = vec![String::new()];
        let mut said = Vec::new();
        for rebase in rebases {
            let at = self.dates.partition_point(|date| date.at() < rebase.at.at());
            if at == 0 || at >= self.dates.len() {
                said.push(begins_nothing(&rebase.at, at == 0));
                continue;
            }
            if starts.last() != Some(&at) {
                starts.push(at);
                reasons.push(String::new());
            }
            if let Some(reason) = reasons.last_mut() {
                join(reason, &rebase.reason);
            }
        }
        let Question { kind, rules, baseline, .. } = *question;
        let plan = Plan { kind, rules, baseline, starts };
        let analysis = analyse(&self.values, &self.sizes, &plan)?;
        let mut measured = Measured { series: self, analysis, reasons, notes: Vec::new() };
        measured.notes = measured.sentences();
        measured.notes.extend(said);
        Ok(measured)
    }
}

fn join(reasons: &mut String, reason: &str) {
    let reason = reason.trim();
    if !reasons.is_empty() && !reason.is_empty() {
        reasons.push_str("; ");
    }
    reasons.push_str(reason);
}

fn begins_nothing(at: &Date, early: bool) -> String {
    let why = if early { "no point lies before it" } else { "no point lies at or after it" };
    format!("No new phase begins at {at}: {why}.")
}

impl Measured {
    /// What the chart shows at each date: the values, or for `p` and `u` what happened by what could have.
    pub fn values(&self) -> &[f64] {
        self.analysis.shown(&self.series.values)
    }

    /// What this series is, among those of its file: `org_code RF4, type 1`; empty where it is the only one.
    pub fn name(&self) -> String {
        let by = self.series.by.iter().map(|(column, value)| format!("{column} {value}"));
        by.collect::<Vec<_>>().join(", ")
    }

    fn sentences(&self) -> Vec<String> {
        let mut notes: Vec<String> = self
            .analysis
            .notes
            .iter()
            .map(|noted| {
                let begins = noted.phase.filter(|_| self.analysis.phases.len() > 1);
                match begins.and_then(|phase| self.begins(phase)) {
                    Some(date) => format!("From {date}: {}", noted.note),
                    None => noted.note.to_string(),
                }
            })
            .collect();
        let unsaid = self.reasons.iter().enumerate().skip(1).filter(|(_, why)| why.is_empty());
        notes.extend(unsaid.filter_map(|(phase, _)| {
            let date = self.begins(phase)?;
            Some(format!("Nobody has written why a new phase begins at {date}. Say why, so that others can judge it."))
        }));
        notes.extend(crate::gaps::missing(&self.series.missing));
        notes.extend(crate::gaps::gaps(&self.series, self.analysis.plan.kind));
        notes
    }

    /// The date of the first point of a phase.
    pub fn begins(&self, phase: usize) -> Option<&Date> {
        let points = &self.analysis.phases.get(phase)?.points;
        self.series.dates.get(points.start)
    }
}
