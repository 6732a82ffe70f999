//! Answer: whether what was drawn from one's life may be passed on. A no removes it from anything
//! that leaves, at any time.

use askama::Template;
use kernel::Id;
use platform::{
    Ask, Done, Failure, Filled, Form, May as _, Page, Problems, Reading, Refused, Seen, form,
};
use ui::{Choice, Radios};
use words::{Say, Text};

use crate::{
    model::{Answer, Asking},
    policy::{Answering, GroundOn},
    rules, said,
    store::{
        asking::{self, NewAnswer},
        wording::Worded,
    },
    taken_back::{TakenBack, has_gone, taken_back},
    theirs::{Theirs, asked_about, theirs},
    way::Ways,
};

/// An answer, as it is sent. It is for the words that the page showed.
#[derive(Clone, Debug, Default, serde::Serialize, serde::Deserialize, utoipa::ToSchema)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct AnswerForm {
    /// Which words: what is asked, as the page of what became of it names it.
    pub(crate) asking: String,
    /// `agreed`, `refused` or `told`.
    pub(crate) answer: String,
    /// How they were told, and what they said.
    pub(crate) how: String,
}

impl Form for AnswerForm {
    /// A draft would stand under a path that names the life and the ground side by side.
    const KEEPS: bool = false;

    fn fields() -> Vec<(&'static str, Say)> {
        vec![("how", said::answer_how())]
    }

    fn sample() -> Self {
        let (answer, how) = ("refused".to_owned(), "At the kitchen table.".to_owned());
        Self { asking: "0".repeat(32), answer, how }
    }
}

/// The page on which somebody agrees or says no.
#[derive(Debug, Template)]
#[template(path = "answer.html")]
pub(crate) struct AnswerPage {
    pub(crate) filled: Filled<AnswerForm>,
    pub(crate) back: String,
    pub(crate) you: bool,
    pub(crate) who: String,
    /// Which words they are asked about.
    pub(crate) asking: Option<Id<Asking>>,
    /// The words drawn from their own life; none, and the pattern goes without them.
    pub(crate) words: Option<String>,
    pub(crate) pattern: Option<Worded>,
    pub(crate) before: Option<Answer>,
    /// They were asked about other words before.
    pub(crate) again: bool,
    /// Something of theirs was passed on already: a no does not bring that back.
    pub(crate) gone: bool,
    /// A no that was said after that.
    pub(crate) taken_back: Option<TakenBack>,
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
        let gone = self.gone && self.before != Some(Answer::Refused);
        let no =
            no.hint(if gone { said::answer_refuse_gone() } else { said::answer_refuse_hint() });
        let all = Radios::new("answer", legend).problem(self.filled.problem("answer"));
        all.value(self.filled.form.answer.as_str()).choice(yes).choice(no)
    }
}

/// The ground, if it was drawn from this very life.
async fn drawn(reading: &mut Reading, on: &GroundOn) -> Result<Theirs, Failure> {
    let all = theirs(reading, &[on.life.life]).await?;
    all.into_iter().find(|it| it.ground.ground == on.ground).ok_or(Failure::NotFound)
}

pub(crate) async fn form(
    ask: Ask<Answering>,
    filled: Filled<AnswerForm>,
) -> Result<Seen<AnswerPage>, Failure> {
    let mut look = ask.look().await?;
    let on = look.on().clone();
    let drawn = drawn(&mut look, &on).await?;
    let mut page = AnswerPage {
        filled,
        back: format!("/lives/{}", on.life.life),
        you: on.life.standing.own,
        who: people::called(&mut look, &on.life.life).await?,
        asking: None,
        words: None,
        pattern: None,
        before: None,
        again: drawn.again(),
        gone: false,
        taken_back: None,
    };
    if let Some(asking) = drawn.askings.first() {
        page.asking = Some(asking.id);
        page.before = asking.answer;
        page.words = asking.words(&look, &on.life.life).await?;
        page.pattern = asked_about(&mut look, asking, &drawn.ground.pattern).await?;
        let ways = Ways::of(&mut look, &[drawn.ground.pattern]).await?;
        page.gone = has_gone(&drawn, &ways);
        page.taken_back = taken_back(&mut look, &drawn, &ways).await?;
    }
    look.show(page).await
}

pub(crate) fn parse(
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

/// An answer is for the very words that somebody read.
pub(crate) fn same_words(form: &AnswerForm, asking: Id<Asking>) -> Result<(), Problems> {
    let same = Id::parse(&form.asking) == Some(asking);
    if same { Ok(()) } else { Err(Problems::one("answer", said::answer_other_words())) }
}

pub(crate) async fn submit(ask: Ask<Answering>, form: AnswerForm) -> Result<Done, Refused> {
    let mut permit = ask.change().await?;
    let on = permit.on().clone();
    let drawn = drawn(permit.reading(), &on).await?;
    let Some(asking) = drawn.askings.first() else {
        return Err(Failure::Conflict(said::answer_no_words()).into());
    };
    let before = if drawn.refused() { Some(Answer::Refused) } else { asking.answer };
    let (answer, how) = parse(&form, on.life.standing.own, before)?;
    same_words(&form, asking.id)?;
    let words = asking.words(permit.reading(), &on.life.life).await?;
    let account = permit.reading().actor().account();
    let by = account.map(|it| it.to_string()).unwrap_or_default();
    // A no that is said once more holds since it was first said.
    let since = drawn.refused_at(permit.reading()).await?.filter(|_| answer == Answer::Refused);
    let how = format!("{} {by} {how}", since.unwrap_or_else(|| permit.now()));
    let leaving = words.filter(|_| answer.lets_leave());
    let new = NewAnswer { asking: asking.id, answer, before: asking.answer, leaving, how };
    asking::answer(&mut permit, &new).await?;
    let to = format!("/lives/{}/became", on.life.life);
    Ok(permit.keep(to, Some(on.life.life)).await?)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(answer: &str, how: &str) -> AnswerForm {
        AnswerForm { answer: answer.to_owned(), how: how.to_owned(), ..AnswerForm::default() }
    }

    #[test]
    fn the_person_agrees_or_says_no_without_giving_a_reason() {
        assert!(parse(&typed("agreed", ""), true, None).is_ok());
        assert!(parse(&typed("refused", ""), true, Some(Answer::Agreed)).is_ok());
        assert!(parse(&typed("told", ""), true, None).unwrap_err().of("answer").is_some());
    }

    #[test]
    fn an_answer_is_for_the_words_that_were_read() {
        let asking = Id::from_bytes([1; 16]);
        let read = |id: &str| AnswerForm { asking: id.to_owned(), ..AnswerForm::default() };
        assert!(same_words(&read(&asking.to_string()), asking).is_ok());
        for other in ["", "2", &"0".repeat(32)] {
            assert!(same_words(&read(other), asking).is_err(), "{other}");
        }
    }

    #[test]
    fn a_worker_says_how_they_told_and_never_agrees_for_somebody() {
        assert!(parse(&typed("told", ""), false, None).unwrap_err().of("how").is_some());
        assert!(parse(&typed("told", "at home"), false, None).is_ok());
        assert!(parse(&typed("agreed", "at home"), false, None).is_err());
        assert!(parse(&typed("told", "at home"), false, Some(Answer::Refused)).is_err());
    }
}
