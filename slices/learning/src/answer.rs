//! Answer: whether what was drawn from one's life may be passed on. A no removes it from anything
//! that leaves, at any time.

use askama::Template;
use platform::{
    Ask, DbError, Done, Failure, Filled, Form, May as _, Page, Problems, Reading, Refused, Seen,
    form,
};
use ui::{Choice, Radios};
use words::{Say, Text};

use crate::{
    model::Answer,
    policy::{Answering, GroundOn},
    rules, said,
    store::{
        self,
        ground::{Kept, NewAnswer},
    },
};

/// An answer, as it is sent.
#[derive(Clone, Debug, Default, serde::Serialize, serde::Deserialize, utoipa::ToSchema)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct AnswerForm {
    /// `agreed`, `refused` or `told`.
    answer: String,
    /// How they were told, and what they said.
    how: String,
}

impl Form for AnswerForm {
    /// A draft would stand under a path that names the life and the ground side by side.
    const KEEPS: bool = false;

    fn fields() -> Vec<(&'static str, Say)> {
        vec![("how", said::answer_how())]
    }

    fn sample() -> Self {
        Self { answer: "refused".to_owned(), how: "At the kitchen table.".to_owned() }
    }
}

/// The page on which somebody agrees or says no.
#[derive(Debug, Template)]
#[template(path = "answer.html")]
pub(crate) struct AnswerPage {
    pub(crate) filled: Filled<AnswerForm>,
    pub(crate) you: bool,
    pub(crate) who: String,
    pub(crate) words: Option<String>,
    pub(crate) pattern: Option<String>,
    pub(crate) before: Option<Answer>,
}

impl Page for AnswerPage {
    fn title(&self) -> Text {
        said::answer_title().into()
    }

    fn has_problems(&self) -> bool {
        self.filled.has_problems()
    }
}

impl AnswerPage {
    fn choices(&self) -> Radios {
        let (legend, yes, no) = if self.you {
            let yes = Choice::new("agreed", said::answer_agree()).hint(said::answer_agree_hint());
            (said::answer_legend_you(), yes, Choice::new("refused", said::answer_refuse()))
        } else {
            let who = self.who.as_str();
            let yes = Choice::new("told", said::answer_told(who)).hint(said::answer_told_hint());
            (said::answer_legend(who), yes, Choice::new("refused", said::answer_said_no(who)))
        };
        let no = no.hint(said::answer_refuse_hint());
        let all = Radios::new("answer", legend).problem(self.filled.problem("answer"));
        all.value(self.filled.form.answer.as_str()).choice(yes).choice(no)
    }
}

/// The ground, if it was drawn from this very life.
async fn drawn(reading: &mut Reading, on: &GroundOn) -> Result<Kept, Failure> {
    let marks = store::ground::marks(reading, &[on.life.life]).await?;
    let kept = store::ground::one(reading, &on.ground).await?;
    kept.filter(|it| marks.contains_key(&it.given.mark)).ok_or(Failure::NotFound)
}

async fn words(reading: &Reading, kept: &Kept, on: &GroundOn) -> Result<Option<String>, DbError> {
    match &kept.given.wording {
        Some(words) => Ok(Some(words.clone())),
        None => kept.proposed(reading, &on.life.life).await,
    }
}

pub(crate) async fn form(
    ask: Ask<Answering>,
    filled: Filled<AnswerForm>,
) -> Result<Seen<AnswerPage>, Failure> {
    let mut look = ask.look().await?;
    let on = look.on().clone();
    let kept = drawn(&mut look, &on).await?;
    let words = words(&look, &kept, &on).await?;
    let pattern = store::pattern::newest(&mut look, &[kept.pattern]).await?.into_iter().next();
    let page = AnswerPage {
        filled,
        you: on.life.standing.own,
        who: people::called(&mut look, &on.life.life).await?,
        words,
        pattern: pattern.map(|it| it.body),
        before: kept.given.answer,
    };
    look.show(page).await
}

fn parse(
    form: &AnswerForm,
    own: bool,
    before: Option<Answer>,
) -> Result<(Answer, String), Problems> {
    let mut problems = Problems::none();
    let answer = Answer::named(&form.answer).ok_or_else(said::answer_choose);
    let answer = answer.and_then(|it| {
        if rules::may_answer(before, own, it) { Ok(it) } else { Err(said::answer_not_yours()) }
    });
    let answer = problems.take("answer", answer);
    let how = if own { form::text(&form.how, 2_000) } else { form::some_text(&form.how, 2_000) };
    let how = problems.take("how", how);
    answer.zip(how).ok_or(problems)
}

pub(crate) async fn submit(ask: Ask<Answering>, form: AnswerForm) -> Result<Done, Refused> {
    let mut permit = ask.change().await?;
    let on = permit.on().clone();
    let kept = drawn(permit.reading(), &on).await?;
    let (answer, how) = parse(&form, on.life.standing.own, kept.given.answer)?;
    let words = words(permit.reading(), &kept, &on).await?;
    let Some(words) = words else {
        return Err(Failure::Conflict(said::answer_no_words()).into());
    };
    let account = permit.reading().actor().account();
    let by = account.map(|it| it.to_string()).unwrap_or_default();
    let how = format!("{} {by} {how}", permit.now());
    let wording = answer.lets_leave().then_some(words);
    let new = NewAnswer { answer, before: kept.given.answer, wording, how };
    store::ground::answer(&mut permit, &new).await?;
    let to = format!("/lives/{}/became", on.life.life);
    Ok(permit.keep(to, Some(on.life.life)).await?)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(answer: &str, how: &str) -> AnswerForm {
        AnswerForm { answer: answer.to_owned(), how: how.to_owned() }
    }

    #[test]
    fn the_person_agrees_or_says_no_without_giving_a_reason() {
        assert!(parse(&typed("agreed", ""), true, None).is_ok());
        assert!(parse(&typed("refused", ""), true, Some(Answer::Agreed)).is_ok());
        assert!(parse(&typed("told", ""), true, None).unwrap_err().of("answer").is_some());
    }

    #[test]
    fn a_worker_says_how_they_told_and_never_agrees_for_somebody() {
        assert!(parse(&typed("told", ""), false, None).unwrap_err().of("how").is_some());
        assert!(parse(&typed("told", "at home"), false, None).is_ok());
        assert!(parse(&typed("agreed", "at home"), false, None).is_err());
        assert!(parse(&typed("told", "at home"), false, Some(Answer::Refused)).is_err());
    }
}
