//! Keep, adapt or stop, and why. Said once; what is adapted may go on as something new.

use askama::Template;
use platform::{
    Done, Failure, Filled, Form, May as _, Of, Page, Permit, Problems, Refused, Seen, door::Ask,
    form,
};
use words::{Say, Text};

use crate::{
    Ending, LINE,
    model::Home,
    policy::{EndExploration, StartExploration, StartInCycle},
    readers, rules, said, store,
    store::explorations::New,
};

/// The most characters of why.
const WHY: usize = 5_000;

/// How it ends.
#[derive(Clone, Debug, Default, serde::Serialize, serde::Deserialize, utoipa::ToSchema)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct EndForm {
    /// `keep`, `adapt` or `stop`.
    pub(crate) ending: String,
    /// Why, if anybody wants to say.
    pub(crate) why: String,
    /// With `adapt`: what we'll try next, if we know.
    pub(crate) next: String,
}

impl Form for EndForm {
    fn fields() -> Vec<(&'static str, Say)> {
        vec![("why", said::end_why()), ("next", said::end_next())]
    }

    fn sample() -> Self {
        Self { ending: Ending::Keep.name().to_owned(), ..Self::default() }
    }
}

/// What was decided.
pub(crate) struct Decided {
    ending: Ending,
    why: Option<String>,
    next: Option<String>,
}

impl EndForm {
    pub(crate) fn parse(&self) -> Result<Decided, Problems> {
        let mut problems = Problems::none();
        let ending = Ending::named(&self.ending).ok_or_else(said::choose_ending);
        let ending = problems.take("ending", ending);
        let why = problems.take("why", form::maybe_text(&self.why, WHY));
        let next = problems.take("next", form::maybe_text(&self.next, LINE));
        let (Some(ending), Some(why), Some(next)) = (ending, why, next) else {
            return Err(problems);
        };
        match rules::next_line(ending, next) {
            Ok(next) => Ok(Decided { ending, why, next }),
            Err(what) => Err(Problems::one("ending", what)),
        }
    }
}

/// The page that asks.
#[derive(Debug, Template)]
#[template(path = "end.html")]
pub(crate) struct EndPage {
    pub(crate) filled: Filled<EndForm>,
    pub(crate) line: String,
    pub(crate) back: String,
    pub(crate) readers: Say,
}

impl Page for EndPage {
    fn title(&self) -> Text {
        said::end_title().into()
    }

    fn has_problems(&self) -> bool {
        self.filled.has_problems()
    }
}

impl EndPage {
    fn endings(&self) -> ui::Radios {
        let next = ui::Textarea::new("next", said::end_next())
            .hint(said::end_next_hint())
            .rows(2)
            .value(self.filled.form.next.as_str())
            .problem(self.filled.problem("next"));
        let choice = |it: Ending, text, hint| ui::Choice::new(it.name(), text).hint(hint);
        ui::Radios::new(
            "ending",
            ui::Legend::new(said::end_title()).heading().size(ui::Size::Large),
        )
        .choice(choice(Ending::Keep, said::end_keep(), said::end_keep_hint()))
        .choice(
            choice(Ending::Adapt, said::end_adapt(), said::end_adapt_hint())
                .reveals(ui::Part::of(next)),
        )
        .choice(choice(Ending::Stop, said::end_stop(), said::end_stop_hint()))
        .value(self.filled.form.ending.as_str())
        .problem(self.filled.problem("ending"))
    }
}

pub(crate) async fn form(
    ask: Ask<EndExploration>,
    filled: Filled<EndForm>,
) -> Result<Seen<EndPage>, Failure> {
    let id = ask.key().0;
    let mut look = ask.look().await?;
    let home = look.on().home()?;
    let tried = store::tried::one(&mut look, &id, home).await?.ok_or(Failure::NotFound)?;
    let (line, back) = (tried.line, format!("/explorations/{id}"));
    let (on, reading) = look.parts();
    let readers = readers::of(reading, on).await?;
    look.show(EndPage { filled, line, back, readers }).await
}

pub(crate) async fn submit(ask: Ask<EndExploration>, form: EndForm) -> Result<Done, Refused> {
    let Decided { ending, why, next } = form.parse()?;
    let mut permit = ask.change().await?;
    let (id, own, home) = (permit.on().exploration, permit.on().own(), permit.on().home()?);
    let why = (ending, why.as_deref());
    if !store::explorations::end(&mut permit, (&id, home), own, why).await? {
        return Err(Failure::Conflict(said::ended_already()).into());
    }
    let Some(line) = next else {
        return Ok(permit.keep::<()>(format!("/explorations/{id}"), None).await?);
    };
    let new = New { line, follows: Some(id), ..New::default() };
    let next = go_on(&mut permit, home, own, &new).await?;
    Ok(permit.keep(format!("/explorations/{next}"), Some(next)).await?)
}

/// What comes next is something begun: its own rule, its own line in the journal.
async fn go_on(
    permit: &mut Permit<EndExploration>,
    home: Home,
    own: bool,
    new: &New,
) -> Result<kernel::Id<crate::Exploration>, Failure> {
    Ok(match home {
        Home::Life(life) => {
            let mut also = permit.also::<StartExploration>(&Of(life)).await?;
            store::explorations::start(&mut also, home, own, new).await?
        }
        Home::Cycle(cycle, _) => {
            let mut also = permit.also::<StartInCycle>(&Of(cycle)).await?;
            store::explorations::start(&mut also, home, false, new).await?
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form(ending: &str, next: &str) -> EndForm {
        EndForm { ending: ending.to_owned(), next: next.to_owned(), ..EndForm::default() }
    }

    #[test]
    fn why_may_stay_unsaid_and_only_adapt_begins_something_new() {
        let kept = form("keep", "").parse().unwrap();
        assert!(kept.why.is_none() && kept.next.is_none());
        let problems = form("keep", "Wednesdays").parse().err().unwrap();
        assert!(problems.of("ending").is_some(), "what was typed is asked about");
        assert_eq!(
            form("adapt", " Wednesdays ").parse().unwrap().next.as_deref(),
            Some("Wednesdays")
        );
        assert!(form("adapt", "").parse().unwrap().next.is_none());
    }

    #[test]
    fn one_of_the_three_has_to_be_chosen() {
        let problems = form("", "").parse().err().unwrap();
        assert_eq!(problems.all()[0].0, "ending");
    }
}
