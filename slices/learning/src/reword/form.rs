//! What is typed to put a pattern in words that may leave.

use people::finder::{Finding, Known, found};
use platform::{Form, Problems, form};
use words::Say;

use crate::{drawn::GroundLine, name::LONG, said, store::wording::NewWording};

/// A wording, as it is sent. Each ground stands at the same place as its words.
#[derive(Clone, Debug, Default, serde::Serialize, serde::Deserialize, utoipa::ToSchema)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct RewordForm {
    /// What is seen, in words that may leave.
    pub(crate) statement: String,
    /// Who is hit by it, in words that may leave.
    pub(crate) hit: String,
    /// Where it was otherwise, in words that may leave.
    pub(crate) counter: String,
    /// The grounds.
    pub(crate) ground: Vec<String>,
    /// Their words; blank where one stays here.
    pub(crate) wording: Vec<String>,
    /// What was pointed out and may stay.
    pub(crate) stays: Vec<String>,
}

impl Form for RewordForm {
    fn fields() -> Vec<(&'static str, Say)> {
        vec![
            ("statement", said::reword_statement()),
            ("hit", said::name_hit()),
            ("counter", said::name_counter()),
            ("wording", said::reword_ground()),
        ]
    }

    fn sample() -> Self {
        Self { statement: "Company helps people go.".to_owned(), ..Self::default() }
    }
}

impl RewordForm {
    /// Everything in it that would leave.
    fn leaving(&self) -> String {
        let own = [&self.statement, &self.hit, &self.counter].into_iter();
        own.chain(&self.wording).map(String::as_str).collect::<Vec<_>>().join("\n")
    }

    /// What was pointed out and is still there.
    pub(crate) fn pointed_out(&self, known: &Known) -> Vec<Finding> {
        found(&self.leaving(), known)
    }

    /// The words of a ground that would leave: as typed or, where nothing was sent, as they were.
    pub(super) fn leaving_of(&self, ground: &GroundLine) -> Option<String> {
        match self.words_of(ground) {
            Some(typed) => form::maybe_text(typed, LONG).ok().flatten(),
            None => ground.words.clone(),
        }
    }

    pub(super) fn is_too_long(&self, ground: &GroundLine) -> bool {
        self.words_of(ground).is_some_and(|it| form::text(it, LONG).is_err())
    }

    pub(super) fn words_of(&self, ground: &GroundLine) -> Option<&str> {
        let id = ground.ground.to_string();
        let mut pairs = self.ground.iter().zip(&self.wording);
        pairs.find(|(it, _)| **it == id).map(|(_, words)| words.as_str())
    }
}

/// The words of the pattern that may leave.
pub(crate) fn parse(form: &RewordForm) -> Result<NewWording, Problems> {
    let mut problems = Problems::none();
    let body = problems.take("statement", form::some_text(&form.statement, LONG));
    let hit = problems.take("hit", form::maybe_text(&form.hit, LONG));
    let counter = problems.take("counter", form::maybe_text(&form.counter, LONG));
    let too_long = form.wording.iter().find_map(|it| form::text(it, LONG).err());
    problems.take("wording", too_long.map_or(Ok(()), Err));
    match (body, hit, counter) {
        (Some(body), Some(hit), Some(counter)) if problems.is_empty() => {
            Ok(NewWording { body, hit, counter })
        }
        _ => Err(problems),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_may_stay_is_said_for_each() {
        let form = RewordForm {
            statement: "Company helps.".to_owned(),
            wording: vec!["Went with Abdul on 9 April.".to_owned()],
            ..RewordForm::default()
        };
        let known = Known::nothing().people(["Abdul"]);
        let texts: Vec<_> = form.pointed_out(&known).into_iter().map(|it| it.text).collect();
        assert_eq!(texts, ["Abdul", "9 April"]);
    }

    #[test]
    fn words_that_leave_must_be_there_and_not_too_long() {
        assert!(parse(&RewordForm::default()).unwrap_err().of("statement").is_some());
        let long = RewordForm { wording: vec!["a".repeat(LONG + 1)], ..RewordForm::sample() };
        assert!(parse(&long).unwrap_err().of("wording").is_some());
    }
}
