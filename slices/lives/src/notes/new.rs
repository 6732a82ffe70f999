//! What a note is made of, as it is typed: text is enough.

use kernel::{Id, Moment, SpanOf};
use platform::{Form, Here, Problems, form};
use words::Say;

use crate::{model::NoteKind, said, store::notes::NewNote};

/// The most letters that a note has.
pub(crate) const LONGEST: usize = 20_000;

/// The oldest that what happened can be.
const OLDEST: i64 = 36_525 * SpanOf::DAY;

/// A note. Everything but the text is a suggestion.
#[derive(Clone, Debug, Default, serde::Serialize, serde::Deserialize, utoipa::ToSchema)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct NoteForm {
    /// What happened.
    pub(crate) text: String,
    /// What kind of thing it is: `noticed`, `surprise`, `mistake`, `good-moment`, `decision`,
    /// `agreement`, `question`.
    pub(crate) kind: String,
    /// `yes`: not safe to show yet.
    pub(crate) hold: String,
    /// `yes`: bring it to the team's next meeting.
    pub(crate) bring: String,
    /// `today` or `yesterday`.
    pub(crate) when: String,
    /// Or another day: its day of the month.
    #[serde(rename = "on-day")]
    pub(crate) on_day: String,
    /// Its month.
    #[serde(rename = "on-month")]
    pub(crate) on_month: String,
    /// Its year.
    #[serde(rename = "on-year")]
    pub(crate) on_year: String,
    /// Who was there.
    pub(crate) present: String,
    /// What is being tried that it is about.
    pub(crate) exploration: String,
}

impl Form for NoteForm {
    const LIMIT: usize = 256 * 1024;

    fn fields() -> Vec<(&'static str, Say)> {
        vec![("text", said::note_text()), ("present", said::note_present())]
    }

    fn labels() -> Vec<(&'static str, Say)> {
        [Self::fields(), vec![("on", said::note_on())]].concat()
    }

    fn sample() -> Self {
        let text = "Went twice. The second time stayed an hour, because Abdul was there.";
        Self { text: text.to_owned(), ..Self::default() }
    }
}

/// A note as it will be written, and what else was tapped.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Asked {
    pub(crate) note: NewNote,
    pub(crate) hold: bool,
    pub(crate) bring: bool,
}

impl NoteForm {
    /// Reads what was typed, at the moment and the place of the request.
    pub(crate) fn parse(&self, here: &Here) -> Result<Asked, Problems> {
        let mut problems = Problems::none();
        let text = problems.take("text", form::some_text(&self.text, LONGEST));
        let kind = problems.take("kind", self.kind());
        let (when_field, when) = self.when(here);
        let happened_at = problems.take(when_field, when);
        let present = problems.take("present", form::maybe_text(&self.present, 300));
        let exploration = problems.take("exploration", self.exploration());
        match (text, kind, happened_at, present, exploration) {
            (Some(text), Some(kind), Some(happened_at), Some(present), Some(exploration)) => {
                let note = NewNote { text, kind, present, exploration, happened_at };
                Ok(Asked { note, hold: self.hold == "yes", bring: self.bring == "yes" })
            }
            (_, _, _, _, _) => Err(problems),
        }
    }

    /// True when more than the text and the chips was typed.
    pub(crate) fn has_more(&self) -> bool {
        let more = [&self.on_day, &self.on_month, &self.on_year, &self.present, &self.exploration];
        more.iter().any(|it| !it.is_empty()) || self.when == "yesterday"
    }

    fn kind(&self) -> Result<Option<NoteKind>, Say> {
        if self.kind.is_empty() {
            return Ok(None);
        }
        NoteKind::named(&self.kind).map(Some).ok_or_else(said::note_kind_unknown)
    }

    fn exploration<T>(&self) -> Result<Option<Id<T>>, Say> {
        if self.exploration.is_empty() {
            return Ok(None);
        }
        Id::parse(&self.exploration).map(Some).ok_or_else(said::note_exploration_unknown)
    }

    /// When it was: a day that was typed counts before a chip that was left as it stood.
    fn when(&self, here: &Here) -> (&'static str, Result<Moment, Say>) {
        let now = here.now();
        match form::day([&self.on_day, &self.on_month, &self.on_year], here.zone()) {
            Err(why) => ("on", Err(why)),
            Ok(Some(noon)) => ("on", happened(noon, now)),
            Ok(None) => ("when", self.chosen(now)),
        }
    }

    fn chosen(&self, now: Moment) -> Result<Moment, Say> {
        match self.when.as_str() {
            "" | "today" => Ok(now),
            "yesterday" => Ok(now.plus(-SpanOf::DAY)),
            _ => Err(said::note_when_unknown()),
        }
    }
}

/// Noon of today may still be to come; noon of any later day is half a day away or more.
fn happened(noon: Moment, now: Moment) -> Result<Moment, Say> {
    if noon >= now.plus(12 * SpanOf::HOUR) {
        return Err(said::note_future());
    }
    if noon < now.plus(-OLDEST) {
        return Err(said::note_too_early());
    }
    Ok(noon.min(now))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(now: &str) -> Here {
        let zone = jiff::tz::TimeZone::get("Europe/London").unwrap();
        Here::new(Moment::parse(now).unwrap(), zone)
    }

    fn text() -> NoteForm {
        NoteForm::sample()
    }

    #[test]
    fn text_is_enough() {
        let here = at("2026-06-10T09:00:00Z");
        let asked = text().parse(&here).unwrap();
        assert_eq!(asked.note.happened_at, here.now());
        assert_eq!(
            (asked.note.kind, asked.note.present, asked.note.exploration),
            (None, None, None)
        );
        assert!(!asked.hold && !asked.bring);
    }

    #[test]
    fn all_that_is_wrong_is_said_at_once() {
        let form = NoteForm {
            kind: "score".to_owned(),
            when: "someday".to_owned(),
            exploration: "7".to_owned(),
            ..NoteForm::default()
        };
        let problems = form.parse(&at("2026-06-10T09:00:00Z")).unwrap_err();
        for field in ["text", "kind", "when", "exploration"] {
            assert!(problems.of(field).is_some(), "{field}");
        }
    }

    fn on(day: &str, month: &str, year: &str, now: &str) -> Result<String, &'static str> {
        let (on_day, on_month, on_year) = (day.to_owned(), month.to_owned(), year.to_owned());
        let form = NoteForm { on_day, on_month, on_year, when: "today".to_owned(), ..text() };
        match form.parse(&at(now)) {
            Ok(asked) => Ok(asked.note.happened_at.to_string()),
            Err(problems) => Err(problems.all()[0].1.key()),
        }
    }

    #[test]
    fn a_typed_day_counts_before_a_chip() {
        let typed = on("27", "3", "2026", "2026-06-10T09:00:00Z");
        assert_eq!(typed.as_deref(), Ok("2026-03-27T12:00:00Z"));
    }

    #[test]
    fn today_is_never_to_come_and_tomorrow_always_is() {
        for now in ["2026-06-10T00:10:00+01:00", "2026-06-10T09:00:00Z", "2026-06-10T22:30:00Z"] {
            assert!(on("10", "6", "2026", now).unwrap() <= Moment::parse(now).unwrap().to_string());
            assert_eq!(on("11", "6", "2026", now), Err("note-future"));
        }
        assert_eq!(on("31", "2", "2026", "2026-06-10T09:00:00Z"), Err("date-no-day"));
        assert_eq!(on("1", "1", "1900", "2026-06-10T09:00:00Z"), Err("note-too-early"));
    }
}
