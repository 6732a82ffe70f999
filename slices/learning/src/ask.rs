//! Ask those a pattern was drawn from: they see it on their page, with the words that would be used.

use askama::Template;
use kernel::Id;
use platform::{Ask, Done, Failure, Filled, Form, May as _, Page, Problems, Refused, Seen};
use ui::{Checkboxes, Choice};
use words::{Say, Text};

use crate::{
    Ground,
    drawn::{GroundLine, grounds},
    policy::AskThem,
    said,
    store::{asking, wording},
};

/// Whom to ask, as it is sent.
#[derive(Clone, Debug, Default, serde::Serialize, serde::Deserialize, utoipa::ToSchema)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct AskForm {
    /// The grounds whose people are asked.
    pub(crate) ground: Vec<String>,
}

impl Form for AskForm {
    fn fields() -> Vec<(&'static str, Say)> {
        Vec::new()
    }

    fn sample() -> Self {
        Self::default()
    }
}

/// The page that lists whom to ask, and what they will read.
#[derive(Debug, Template)]
#[template(path = "ask.html")]
pub(crate) struct AskPage {
    pub(crate) filled: Filled<AskForm>,
    pub(crate) back: String,
    /// The words of the pattern that they are asked about.
    pub(crate) wording: Option<String>,
    pub(crate) grounds: Vec<GroundLine>,
}

impl Page for AskPage {
    fn title(&self) -> Text {
        said::ask_title().into()
    }

    fn has_problems(&self) -> bool {
        self.filled.has_problems()
    }
}

/// Somebody can be asked once there are words to agree to, and as long as they have not answered.
pub(crate) const fn can_be_asked(ground: &GroundLine) -> bool {
    ground.asking.is_some() && !ground.asked && ground.answer.is_none()
}

impl AskPage {
    fn nobody(&self) -> bool {
        !self.grounds.iter().any(can_be_asked)
    }

    fn people(&self) -> Checkboxes {
        let all = Checkboxes::new("ground", said::ask_whom()).hint(said::ask_whom_hint());
        let all =
            all.problem(self.filled.problem("ground")).values(self.filled.form.ground.clone());
        self.grounds.iter().filter(|it| can_be_asked(it)).fold(all, |all, it| {
            let who = it.who.clone().unwrap_or_default();
            let words = it.words.clone().map_or_else(|| said::ask_no_words().into(), Text::Own);
            all.choice(Choice::new(it.ground.to_string(), who).hint(words))
        })
    }
}

pub(crate) async fn form(
    ask: Ask<AskThem>,
    mut filled: Filled<AskForm>,
) -> Result<Seen<AskPage>, Failure> {
    let mut look = ask.look().await?;
    let on = look.on().clone();
    let worded = wording::newest_of(&mut look, &on.pattern).await?;
    let grounds = grounds(&mut look, &on, worded.as_ref().map(|it| it.id)).await?;
    if filled.is_fresh() {
        let all = grounds.iter().filter(|it| can_be_asked(it));
        filled.form.ground = all.map(|it| it.ground.to_string()).collect();
    }
    let (back, wording) = (format!("/patterns/{}", on.pattern), worded.map(|it| it.body));
    look.show(AskPage { filled, back, wording, grounds }).await
}

/// Somebody who was chosen cannot be asked now.
pub(crate) fn not_now() -> Problems {
    Problems::one("ground", said::ask_not_now())
}

pub(crate) async fn submit(ask: Ask<AskThem>, form: AskForm) -> Result<Done, Refused> {
    let chosen: Option<Vec<Id<Ground>>> = form.ground.iter().map(|it| Id::parse(it)).collect();
    let mut permit = ask.change().await?;
    let on = permit.on().clone();
    let worded = wording::newest_of(permit.reading(), &on.pattern).await?;
    let grounds = grounds(permit.reading(), &on, worded.map(|it| it.id)).await?;
    let can = |id: &Id<Ground>| grounds.iter().find(|it| it.ground == *id && can_be_asked(it));
    let askings = |all: Vec<_>| all.iter().map(|it| can(it)?.asking).collect();
    let Some(askings): Option<Vec<_>> = chosen.and_then(askings) else {
        return Err(not_now().into());
    };
    for asking in &askings {
        asking::ask(&mut permit, asking).await?;
    }
    Ok(permit.keep::<()>(format!("/patterns/{}", on.pattern), None).await?)
}
