use askama::Template;
use jiff::tz::TimeZone;
use people::finder::{Finding, Known, boxes, found};
use platform::{Filled, Form, Page, Problems, form};
use words::{Say, Text};

use crate::{LINE, model::Detail, said, store::explorations::New};

/// The most characters of what stands beside the line.
const DETAIL: usize = 2_000;

/// Something to try.
#[derive(Clone, Debug, Default, serde::Serialize, serde::Deserialize, utoipa::ToSchema)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct StartForm {
    /// What we'll try. The only thing that is needed.
    pub(crate) line: String,
    /// Why it might help.
    pub(crate) hunch: String,
    /// Who decided.
    pub(crate) decided: String,
    /// Who was not there when it was decided.
    pub(crate) absent: String,
    /// What it costs, in words.
    pub(crate) cost: String,
    /// What to notice.
    pub(crate) noticing: String,
    /// When we'd stop.
    pub(crate) stop_when: String,
    /// When we'll look: the day.
    #[serde(rename = "look-day")]
    pub(crate) look_day: String,
    /// When we'll look: the month.
    #[serde(rename = "look-month")]
    pub(crate) look_month: String,
    /// When we'll look: the year.
    #[serde(rename = "look-year")]
    pub(crate) look_year: String,
    /// What was pointed out and may stay.
    pub(crate) stays: Vec<String>,
}

impl Form for StartForm {
    fn fields() -> Vec<(&'static str, Say)> {
        vec![
            ("line", said::start_line()),
            ("hunch", said::start_hunch()),
            ("decided", said::start_decided()),
            ("absent", said::start_absent()),
            ("cost", said::start_cost()),
            ("noticing", said::start_noticing()),
            ("stop_when", said::start_stop_when()),
        ]
    }

    fn labels() -> Vec<(&'static str, Say)> {
        [Self::fields(), vec![("look-day", said::start_look())]].concat()
    }

    fn sample() -> Self {
        Self { line: "Twenty minutes at the allotment, once a week".into(), ..Self::default() }
    }
}

impl StartForm {
    /// What was typed of a detail.
    pub(crate) fn detail(&self, detail: Detail) -> &str {
        match detail {
            Detail::Hunch => &self.hunch,
            Detail::Decided => &self.decided,
            Detail::Absent => &self.absent,
            Detail::Cost => &self.cost,
            Detail::Noticing => &self.noticing,
            Detail::StopWhen => &self.stop_when,
        }
    }

    /// Reads what was typed.
    pub(crate) fn parse(&self, zone: &TimeZone) -> Result<New, Problems> {
        let mut problems = Problems::none();
        let line = problems.take("line", form::some_text(&self.line, LINE));
        let mut details = Vec::new();
        for detail in Detail::ALL {
            let text = form::maybe_text(self.detail(detail), DETAIL);
            if let Some(Some(text)) = problems.take(detail.name(), text) {
                details.push((detail, text));
            }
        }
        let day = form::day([&self.look_day, &self.look_month, &self.look_year], zone);
        let look_at = problems.take("look-day", day).flatten();
        match line {
            Some(line) if problems.is_empty() => Ok(New { line, details, look_at, follows: None }),
            _ => Err(problems),
        }
    }

    /// What may tell who it is about.
    pub(crate) fn pointed_out(&self, known: &Known) -> Vec<Finding> {
        let details = Detail::ALL.into_iter().map(|it| self.detail(it));
        let all: Vec<&str> = std::iter::once(self.line.as_str()).chain(details).collect();
        found(&all.join("\n"), known)
    }

    fn says_more(&self) -> bool {
        let dated = [&self.look_day, &self.look_month, &self.look_year];
        let dated = dated.into_iter().any(|it| !it.is_empty());
        dated || Detail::ALL.into_iter().any(|it| !self.detail(it).is_empty())
    }
}

/// The page that asks for something to try.
#[derive(Debug, Template)]
#[template(path = "start.html")]
pub(crate) struct StartPage {
    pub(crate) filled: Filled<StartForm>,
    /// Whose: what the person, or the system of the cycle, is called.
    pub(crate) of: String,
    pub(crate) back: String,
    pub(crate) readers: Say,
    /// What is pointed out, where others than those around a person read it.
    pub(crate) findings: Vec<Finding>,
}

impl Page for StartPage {
    fn title(&self) -> Text {
        said::start_title().into()
    }

    fn has_problems(&self) -> bool {
        self.filled.has_problems()
    }
}

/// What may stand beside the line.
#[derive(Clone, Debug, Template)]
#[template(path = "start_more.html")]
struct More {
    filled: Filled<StartForm>,
}

impl StartPage {
    fn line(&self) -> ui::Textarea {
        ui::Textarea::new("line", said::start_line())
            .heading()
            .size(ui::Size::Large)
            .hint(said::start_line_hint())
            .rows(3)
            .value(self.filled.form.line.as_str())
            .problem(self.filled.problem("line"))
    }

    fn stays(&self) -> ui::Checkboxes {
        boxes(&self.findings, &self.filled.form.stays, self.filled.problem("stays"))
    }

    fn more(&self) -> ui::Details {
        let shown = ["line", "stays"];
        let problems = self.filled.problems.all();
        let hidden_problem = problems.iter().any(|(field, _)| !shown.contains(field));
        let open = hidden_problem || self.filled.form.says_more();
        let more = More { filled: self.filled.clone() };
        ui::Details::new(said::start_more(), ui::Part::of(more)).open(open)
    }
}

impl More {
    fn field(&self, detail: Detail) -> ui::Textarea {
        let (label, hint) = match detail {
            Detail::Hunch => (said::start_hunch(), None),
            Detail::Decided => (said::start_decided(), None),
            Detail::Absent => (said::start_absent(), Some(said::start_absent_hint())),
            Detail::Cost => (said::start_cost(), Some(said::start_cost_hint())),
            Detail::Noticing => (said::start_noticing(), Some(said::start_noticing_hint())),
            Detail::StopWhen => (said::start_stop_when(), Some(said::start_stop_when_hint())),
        };
        let field = ui::Textarea::new(detail.name(), label)
            .rows(2)
            .value(self.filled.form.detail(detail))
            .problem(self.filled.problem(detail.name()));
        match hint {
            Some(hint) => field.hint(hint),
            None => field,
        }
    }

    fn look_at(&self) -> ui::DateInput {
        let form = &self.filled.form;
        ui::DateInput::new("look", said::start_look())
            .hint(said::start_look_hint())
            .value(ui::DatePart::Day, form.look_day.as_str())
            .value(ui::DatePart::Month, form.look_month.as_str())
            .value(ui::DatePart::Year, form.look_year.as_str())
            .problem(self.filled.problem("look-day"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_line_is_enough() {
        let new = StartForm::sample().parse(&TimeZone::UTC).unwrap();
        assert_eq!(new.line, "Twenty minutes at the allotment, once a week");
        assert!(new.details.is_empty() && new.look_at.is_none());
    }

    #[test]
    fn everything_wrong_is_said_at_once() {
        let form = StartForm {
            cost: "x".repeat(DETAIL + 1),
            look_day: "31".to_owned(),
            look_month: "2".to_owned(),
            ..StartForm::default()
        };
        let problems = form.parse(&TimeZone::UTC).unwrap_err();
        let fields: Vec<_> = problems.all().iter().map(|(field, _)| *field).collect();
        assert_eq!(fields, ["line", "cost", "look-day"]);
    }

    #[test]
    fn blank_details_are_not_kept() {
        let form = StartForm { hunch: " \n".to_owned(), ..StartForm::sample() };
        assert!(form.parse(&TimeZone::UTC).unwrap().details.is_empty());
    }
}
