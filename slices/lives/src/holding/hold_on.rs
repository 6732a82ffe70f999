//! Give the reason for which a note stays held, the day it is looked at again, and who is asked
//! to agree.

use askama::Template;
use kernel::{Id, Moment};
use platform::{
    Account, Done, Failure, Filled, Form, Here, May as _, Page, Problems, Refused, Seen, door::Ask,
    form,
};
use words::{Say, Text};

use crate::{
    model::Note,
    policy::GiveReason,
    rules::LONGEST_REVIEW,
    said,
    store::holds::{self, Reason},
};

/// Why, until when, and who is asked.
#[derive(Clone, Debug, Default, serde::Serialize, serde::Deserialize, utoipa::ToSchema)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct ReasonForm {
    /// What could happen if it were shown.
    pub(crate) reason: String,
    /// When it is looked at again: the day of the month.
    #[serde(rename = "review-day")]
    pub(crate) review_day: String,
    /// The month.
    #[serde(rename = "review-month")]
    pub(crate) review_month: String,
    /// The year.
    #[serde(rename = "review-year")]
    pub(crate) review_year: String,
    /// The account of who is asked to agree.
    pub(crate) second: String,
}

impl Form for ReasonForm {
    fn fields() -> Vec<(&'static str, Say)> {
        vec![("reason", said::hold_on_reason())]
    }

    fn labels() -> Vec<(&'static str, Say)> {
        [Self::fields(), vec![("review", said::hold_on_review())]].concat()
    }

    fn sample() -> Self {
        let reason = "It names where somebody else is hiding.".to_owned();
        Self { reason, second: "0".repeat(32), ..Self::default() }
    }
}

impl ReasonForm {
    pub(crate) fn parse(&self, here: &Here) -> Result<Reason, Problems> {
        let mut problems = Problems::none();
        let text = problems.take("reason", form::some_text(&self.reason, 4000));
        let review_at = problems.take("review", self.review(here));
        let second = Id::parse(&self.second).ok_or_else(said::hold_on_second_choose);
        let second = problems.take("second", second);
        match (text, review_at, second) {
            (Some(text), Some(review_at), Some(second)) => Ok(Reason { text, review_at, second }),
            (_, _, _) => Err(problems),
        }
    }

    fn review(&self, here: &Here) -> Result<Moment, Say> {
        let typed = [self.review_day.as_str(), &self.review_month, &self.review_year];
        let day = form::day(typed, here.zone())?.ok_or_else(said::hold_on_review_needed)?;
        if day <= here.now() {
            return Err(said::hold_on_review_past());
        }
        if day > here.now().plus(LONGEST_REVIEW) {
            return Err(said::hold_on_review_far());
        }
        Ok(day)
    }
}

/// The page that asks.
#[derive(Debug, Template)]
#[template(path = "holding/hold_on.html")]
pub(crate) struct ReasonPage {
    pub(crate) filled: Filled<ReasonForm>,
    pub(crate) note: Id<Note>,
    pub(crate) colleagues: Vec<(Id<Account>, Text)>,
}

impl Page for ReasonPage {
    fn title(&self) -> Text {
        said::hold_on_title().into()
    }

    fn has_problems(&self) -> bool {
        self.filled.has_problems()
    }
}

impl ReasonPage {
    fn reason(&self) -> ui::Textarea {
        ui::Textarea::new("reason", said::hold_on_reason())
            .hint(said::hold_on_reason_hint())
            .value(self.filled.form.reason.as_str())
            .problem(self.filled.problem("reason"))
    }

    fn review(&self) -> ui::DateInput {
        let form = &self.filled.form;
        ui::DateInput::new("review", said::hold_on_review())
            .hint(said::hold_on_review_hint())
            .value(ui::DatePart::Day, form.review_day.as_str())
            .value(ui::DatePart::Month, form.review_month.as_str())
            .value(ui::DatePart::Year, form.review_year.as_str())
            .problem(self.filled.problem("review"))
    }

    fn second(&self) -> ui::Radios {
        let radios =
            ui::Radios::new("second", said::hold_on_second()).hint(said::hold_on_second_hint());
        let radios = self.colleagues.iter().fold(radios, |radios, (id, name)| {
            radios.choice(ui::Choice::new(id.to_string(), name.clone()))
        });
        radios.value(self.filled.form.second.as_str()).problem(self.filled.problem("second"))
    }
}

pub(crate) async fn form(
    ask: Ask<GiveReason>,
    filled: Filled<ReasonForm>,
) -> Result<Seen<ReasonPage>, Failure> {
    let mut look = ask.look().await?;
    let (on, reading) = look.parts();
    let note = on.note;
    let accounts = holds::colleagues(reading, &on.life.life).await?;
    let names = people::names_of(reading, &accounts).await?;
    let with_name = |it| Some((it, names.get(&it)?.clone()));
    let colleagues = accounts.into_iter().filter_map(with_name).collect();
    look.show(ReasonPage { filled, note, colleagues }).await
}

pub(crate) async fn submit(ask: Ask<GiveReason>, form: ReasonForm) -> Result<Done, Refused> {
    let new = form.parse(&ask.state().here())?;
    let mut permit = ask.change().await?;
    let life = permit.on().life.life;
    if !holds::colleagues(permit.reading(), &life).await?.contains(&new.second) {
        return Err(Problems::one("second", said::hold_on_second_choose()).into());
    }
    if !holds::give_reason(&mut permit, &new).await? {
        return Err(Failure::Conflict(said::hold_not()).into());
    }
    let note = permit.on().note;
    Ok(permit.keep::<Note>(format!("/notes/{note}"), None).await?)
}
