//! Word a pattern so that it tells nobody who it is about, before it leaves those people.

use askama::Template;
use platform::{Ask, Done, Failure, Filled, Form, May as _, Page, Problems, Refused, Seen, form};
use ui::{Checkboxes, Choice, Textarea};
use words::{Say, Text};

use crate::{
    drawn::{GroundLine, grounds},
    finder::{Finding, Known, Sort, found},
    known::known,
    name::LONG,
    policy::Reword,
    said,
    store::{self, pattern::NewWording},
};

/// A wording, as it is sent. Each ground stands at the same place as its words.
#[derive(Clone, Debug, Default, serde::Serialize, serde::Deserialize, utoipa::ToSchema)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct RewordForm {
    /// What is seen, in words that may leave.
    statement: String,
    /// Who is hit by it, in words that may leave.
    hit: String,
    /// Where it was otherwise, in words that may leave.
    counter: String,
    /// The grounds.
    ground: Vec<String>,
    /// Their words; blank where one stays here.
    wording: Vec<String>,
    /// What was pointed out and may stay.
    stays: Vec<String>,
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
    fn pointed_out(&self, known: &Known) -> Vec<Finding> {
        found(&self.leaving(), known)
    }

    fn words_of(&self, ground: &GroundLine) -> Option<&str> {
        let id = ground.ground.to_string();
        let mut pairs = self.ground.iter().zip(&self.wording);
        pairs.find(|(it, _)| **it == id).map(|(_, words)| words.as_str())
    }
}

fn parse(form: &RewordForm) -> Result<NewWording, Problems> {
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

/// The page that points out what may tell who it is about.
#[derive(Debug, Template)]
#[template(path = "reword.html")]
pub(crate) struct RewordPage {
    pub(crate) filled: Filled<RewordForm>,
    pub(crate) grounds: Vec<GroundLine>,
    pub(crate) findings: Vec<Finding>,
}

impl Page for RewordPage {
    fn title(&self) -> Text {
        said::reword_title().into()
    }

    fn has_problems(&self) -> bool {
        self.filled.has_problems()
    }
}

impl RewordPage {
    /// The grounds whose words can still be changed: nobody has agreed to them yet.
    fn open(&self) -> impl Iterator<Item = (usize, &GroundLine)> {
        (1..).zip(self.grounds.iter().filter(|it| it.life.is_some() && it.answer.is_none()))
    }

    fn words(&self, place: usize, ground: &GroundLine) -> Textarea {
        let id = if place == 1 { "wording".to_owned() } else { format!("wording-{place}") };
        let who = ground.who.clone().unwrap_or_default();
        let words = self.filled.form.words_of(ground).unwrap_or_default();
        let area =
            Textarea::new("wording", said::reword_ground_of(who)).id(id).rows(2).value(words);
        if place == 1 { area.problem(self.filled.problem("wording")) } else { area }
    }

    fn stays(&self) -> Checkboxes {
        let all = Checkboxes::new("stays", said::reword_found()).hint(said::reword_found_hint());
        let all = all.values(self.filled.form.stays.clone()).problem(self.filled.problem("stays"));
        self.findings.iter().fold(all, |all, it| {
            let sort = match it.sort {
                Sort::Name => said::found_name(),
                Sort::Date => said::found_date(),
                Sort::Place => said::found_place(),
            };
            all.choice(Choice::new(it.text.clone(), said::found_stays(it.text.as_str())).hint(sort))
        })
    }
}

pub(crate) async fn form(
    ask: Ask<Reword>,
    mut filled: Filled<RewordForm>,
) -> Result<Seen<RewordPage>, Failure> {
    let mut look = ask.look().await?;
    let on = look.on().clone();
    let grounds = grounds(&mut look, &on).await?;
    if filled.is_fresh() {
        let team = on.cycle.body.id;
        let seen = store::pattern::one(&mut look, &on.pattern, &team).await?;
        let worded = store::pattern::newest(&mut look, &[on.pattern]).await?.into_iter().next();
        let form = &mut filled.form;
        match worded {
            Some(it) => {
                (form.statement, form.hit, form.counter) = suggested(it.body, it.hit, it.counter);
            }
            None => {
                (form.statement, form.hit, form.counter) =
                    suggested(seen.statement, seen.hit, seen.counter);
            }
        }
        form.ground = grounds.iter().map(|it| it.ground.to_string()).collect();
        let words = grounds.iter().map(|it| it.words.clone().or_else(|| it.line.clone()));
        form.wording = words.map(Option::unwrap_or_default).collect();
    }
    let findings = filled.form.pointed_out(&known(&mut look, &on.lives).await?);
    look.show(RewordPage { filled, grounds, findings }).await
}

fn suggested(
    statement: String,
    hit: Option<String>,
    counter: Option<String>,
) -> (String, String, String) {
    (statement, hit.unwrap_or_default(), counter.unwrap_or_default())
}

pub(crate) async fn submit(ask: Ask<Reword>, form: RewordForm) -> Result<Done, Refused> {
    let new = parse(&form)?;
    let mut permit = ask.change().await?;
    let on = permit.on().clone();
    let known = known(permit.reading(), &on.lives).await?;
    let left = form.pointed_out(&known);
    if left.iter().any(|it| !form.stays.contains(&it.text)) {
        return Err(Problems::one("stays", said::reword_left()).into());
    }
    let grounds = grounds(permit.reading(), &on).await?;
    store::pattern::word(&mut permit, &new).await?;
    for ground in grounds.iter().filter(|it| it.answer.is_none()) {
        let (Some(life), Some(words)) = (ground.life, form.words_of(ground)) else { continue };
        let words = form::maybe_text(words, LONG).unwrap_or_default();
        store::ground::propose(&mut permit, &ground.ground, &life, words.as_deref()).await?;
    }
    let to = format!("/patterns/{}", on.pattern);
    Ok(permit.keep(to, Some(on.pattern)).await?)
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
