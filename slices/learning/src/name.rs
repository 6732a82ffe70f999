//! Name a pattern: what people see across what is being tried.

use askama::Template;
use platform::{Ask, Done, Failure, Filled, Form, May as _, Page, Problems, Refused, Seen, form};
use ui::{Checkboxes, Choice};
use words::{Say, Text};

use crate::{
    drawn::{Source, Sources, sources},
    policy::NamePattern,
    said,
    store::{self, pattern::NewPattern},
};

/// A pattern, as it is sent.
#[derive(Clone, Debug, Default, serde::Serialize, serde::Deserialize, utoipa::ToSchema)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct NameForm {
    /// What is seen.
    pub(crate) statement: String,
    /// The explorations it stands on.
    pub(crate) exploration: Vec<String>,
    /// The notes it stands on.
    pub(crate) note: Vec<String>,
    /// Who sees it so.
    pub(crate) agreed: String,
    /// Where it was otherwise.
    pub(crate) counter: String,
    /// Who is hit by it.
    pub(crate) hit: String,
}

impl Form for NameForm {
    fn fields() -> Vec<(&'static str, Say)> {
        vec![
            ("statement", said::name_statement()),
            ("agreed", said::name_agreed()),
            ("counter", said::name_counter()),
            ("hit", said::name_hit()),
        ]
    }

    fn sample() -> Self {
        Self { statement: "Company helps people go.".to_owned(), ..Self::default() }
    }
}

/// The most characters of what is seen, and of each text beside it.
pub(crate) const LONG: usize = 2_000;

pub(crate) fn parse(form: &NameForm) -> Result<NewPattern, Problems> {
    let mut problems = Problems::none();
    let statement = problems.take("statement", form::some_text(&form.statement, LONG));
    let agreed = problems.take("agreed", form::maybe_text(&form.agreed, LONG));
    let counter = problems.take("counter", form::maybe_text(&form.counter, LONG));
    let hit = problems.take("hit", form::maybe_text(&form.hit, LONG));
    match (statement, agreed, counter, hit) {
        (Some(statement), Some(agreed), Some(counter), Some(hit)) => {
            Ok(NewPattern { statement, agreed, counter, hit })
        }
        _ => Err(problems),
    }
}

/// The page that asks what is seen.
#[derive(Debug, Template)]
#[template(path = "name.html")]
pub(crate) struct NamePage {
    pub(crate) filled: Filled<NameForm>,
    pub(crate) back: String,
    pub(crate) team: String,
    pub(crate) sources: Sources,
}

impl Page for NamePage {
    fn title(&self) -> Text {
        said::name_title().into()
    }

    fn has_problems(&self) -> bool {
        self.filled.has_problems()
    }
}

impl NamePage {
    fn explorations(&self) -> Checkboxes {
        let all = Checkboxes::new("exploration", said::name_explorations());
        let all =
            all.hint(said::name_explorations_hint()).values(self.filled.form.exploration.clone());
        let all = all.problem(self.filled.problem("exploration"));
        self.sources.explorations.iter().fold(all, |all, it| all.choice(choice(it)))
    }

    fn notes(&self) -> Checkboxes {
        let all = Checkboxes::new("note", said::name_notes()).hint(said::name_notes_hint());
        let all = all.values(self.filled.form.note.clone()).problem(self.filled.problem("note"));
        self.sources.notes.iter().fold(all, |all, it| all.choice(choice(it)))
    }
}

fn choice<T>(source: &Source<T>) -> Choice {
    Choice::new(source.id.to_string(), source.line.clone()).hint(source.who.clone())
}

pub(crate) async fn form(
    ask: Ask<NamePattern>,
    mut filled: Filled<NameForm>,
) -> Result<Seen<NamePage>, Failure> {
    if filled.is_fresh() && filled.form.exploration.is_empty() {
        let chosen = ask.query("explorations").unwrap_or_default();
        let chosen = chosen.split(',').filter(|it| !it.is_empty()).map(str::to_owned);
        filled.form.exploration = chosen.collect();
    }
    let mut look = ask.look().await?;
    let on = look.on().clone();
    let sources = sources(&mut look, &on.cycle.body.id, &on.lives).await?;
    let (back, team) = (format!("/cycles/{}", on.cycle.cycle), on.cycle.body.name);
    look.show(NamePage { filled, back, team, sources }).await
}

/// Something chosen is not in the lists. It is said at a list that is there, if one still is.
pub(crate) fn not_yours(sources: &Sources) -> Problems {
    let field = match (sources.explorations.is_empty(), sources.notes.is_empty()) {
        (false, _) => "exploration",
        (true, false) => "note",
        (true, true) => "statement",
    };
    Problems::one(field, said::name_not_yours())
}

pub(crate) async fn submit(ask: Ask<NamePattern>, form: NameForm) -> Result<Done, Refused> {
    let new = parse(&form)?;
    let mut permit = ask.change().await?;
    let on = permit.on().clone();
    let sources = sources(permit.reading(), &on.cycle.body.id, &on.lives).await?;
    let Some(links) = sources.links(&form.exploration, &form.note) else {
        return Err(not_yours(&sources).into());
    };
    let pattern = store::pattern::add(&mut permit, &new).await?;
    store::ground::add(&mut permit, pattern, &links).await?;
    Ok(permit.keep(format!("/patterns/{pattern}"), Some(pattern)).await?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_is_enough_and_nothing_is_not() {
        assert!(parse(&NameForm::sample()).is_ok());
        let problems = parse(&NameForm::default()).unwrap_err();
        assert!(problems.of("statement").is_some() && problems.of("hit").is_none());
    }

    #[test]
    fn nobody_draws_from_what_they_may_not_know() {
        let known = Sources::default();
        assert_eq!(known.links(&[], &[]), Some(Vec::new()));
        assert_eq!(known.links(&["0".repeat(32)], &[]), None);
        assert_eq!(known.links(&[], &["x".to_owned()]), None);
    }
}
