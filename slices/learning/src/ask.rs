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
    said, store,
};

/// Whom to ask, as it is sent.
#[derive(Clone, Debug, Default, serde::Serialize, serde::Deserialize, utoipa::ToSchema)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct AskForm {
    /// The grounds whose people are asked.
    ground: Vec<String>,
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
fn can_be_asked(ground: &GroundLine) -> bool {
    ground.life.is_some() && ground.words.is_some() && !ground.asked && ground.answer.is_none()
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
            let words = it.words.clone().unwrap_or_default();
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
    let grounds = grounds(&mut look, &on).await?;
    if filled.is_fresh() {
        let all = grounds.iter().filter(|it| can_be_asked(it));
        filled.form.ground = all.map(|it| it.ground.to_string()).collect();
    }
    look.show(AskPage { filled, grounds }).await
}

pub(crate) async fn submit(ask: Ask<AskThem>, form: AskForm) -> Result<Done, Refused> {
    let chosen: Option<Vec<Id<Ground>>> = form.ground.iter().map(|it| Id::parse(it)).collect();
    let mut permit = ask.change().await?;
    let on = permit.on().clone();
    let grounds = grounds(permit.reading(), &on).await?;
    let theirs = |id: &Id<Ground>| grounds.iter().any(|it| it.ground == *id && can_be_asked(it));
    let Some(chosen) = chosen.filter(|all| all.iter().all(theirs)) else {
        return Err(Problems::one("ground", said::ask_not_now()).into());
    };
    for ground in &chosen {
        store::ground::ask(&mut permit, ground).await?;
    }
    let to = format!("/patterns/{}", on.pattern);
    Ok(permit.keep(to, Some(on.pattern)).await?)
}
