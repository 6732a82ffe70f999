//! Hand the phone to the person, on their own page and nowhere else; and take it back with the
//! worker's password.

use askama::Template;
use platform::{
    DbError, Done, Failure, Filled, Form, May as _, Page, Press, Reading, Refused, Seen, door::Ask,
    session,
};
use words::{Say, Text};

use crate::{
    Life, called,
    own_password::Again,
    policy::{HandOver, TakeBack},
    said, towards,
};

/// The page that asks whether to hand over.
#[derive(Debug, Template)]
#[template(path = "hand_over.html")]
pub(crate) struct HandOverPage {
    pub(crate) filled: Filled<Press>,
    pub(crate) name: String,
}

impl Page for HandOverPage {
    fn title(&self) -> Text {
        said::hand_over_title().into()
    }
}

pub(crate) async fn form(
    ask: Ask<HandOver>,
    filled: Filled<Press>,
) -> Result<Seen<HandOverPage>, Failure> {
    let life = ask.key().0;
    let mut look = ask.look().await?;
    let name = called(&mut look, &life).await?;
    look.show(HandOverPage { filled, name }).await
}

pub(crate) async fn submit(ask: Ask<HandOver>, _: Press) -> Result<Done, Refused> {
    let session = ask.actor().session().map(str::to_owned).ok_or(Failure::NotFound)?;
    let mut permit = ask.change().await?;
    let life = permit.on().life;
    session::go_beside(&mut permit, &session, Some(life.cast())).await?;
    Ok(permit.keep::<()>(format!("/lives/{life}"), None).await?)
}

/// What it takes to get the phone back.
#[derive(Clone, Debug, Default, serde::Serialize, serde::Deserialize, utoipa::ToSchema)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct TakeBackForm {
    /// The worker's password.
    password: String,
}

impl Form for TakeBackForm {
    const KEEPS: bool = false;

    fn fields() -> Vec<(&'static str, Say)> {
        Vec::new()
    }

    fn sample() -> Self {
        Self { password: "not the one".to_owned() }
    }
}

/// The page that asks for the password.
#[derive(Debug, Template)]
#[template(path = "take_back.html")]
pub(crate) struct TakeBackPage {
    pub(crate) filled: Filled<TakeBackForm>,
}

impl Page for TakeBackPage {
    fn title(&self) -> Text {
        said::take_back_title().into()
    }

    fn has_problems(&self) -> bool {
        self.filled.has_problems()
    }
}

pub(crate) async fn back_form(
    ask: Ask<TakeBack>,
    mut filled: Filled<TakeBackForm>,
) -> Result<Seen<TakeBackPage>, Failure> {
    filled.form.password.clear();
    ask.look().await?.show(TakeBackPage { filled }).await
}

pub(crate) async fn back(ask: Ask<TakeBack>, form: TakeBackForm) -> Result<Done, Refused> {
    let session = ask.actor().session().map(str::to_owned).ok_or(Failure::NotFound)?;
    let account = ask.actor().account().ok_or(Failure::NotFound)?;
    let again = Again::typed(&ask, account, form.password).await?;
    let mut permit = again.believed(ask.change().await?).await?;
    let to = back_to(permit.reading()).await?;
    session::go_beside(&mut permit, &session, None).await?;
    Ok(permit.keep::<()>(to, None).await?)
}

/// The person's page, where the worker still walks beside them.
async fn back_to(reading: &mut Reading) -> Result<String, DbError> {
    let actor = reading.actor().clone();
    let Some(life) = actor.beside().map(|it| it.cast::<Life>()) else { return Ok("/".to_owned()) };
    let still = towards(&actor, &life, reading.tx()).await?.own;
    Ok(if still { format!("/lives/{life}") } else { "/".to_owned() })
}
