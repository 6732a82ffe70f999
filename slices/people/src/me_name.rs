//! Choose another name for signing in. The password is asked.

use askama::Template;
use platform::{
    Done, Failure, Filled, Form, Page, Problems, Refused, Seen, door::Ask, form, session::throttle,
};
use words::{Say, Text};

use crate::{own_password::Again, policy::ChangeSignIn, said, sign_in::patience, store::accounts};

/// What it takes.
#[derive(Clone, Debug, Default, serde::Serialize, serde::Deserialize, utoipa::ToSchema)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct OwnNameForm {
    /// The name to sign in with from now on.
    pub(crate) name: String,
    /// The password.
    pub(crate) password: String,
}

impl Form for OwnNameForm {
    const KEEPS: bool = false;

    fn fields() -> Vec<(&'static str, Say)> {
        Vec::new()
    }

    fn labels() -> Vec<(&'static str, Say)> {
        vec![("name", said::join_name()), ("password", said::password())]
    }

    fn sample() -> Self {
        Self { name: "somebody-else".to_owned(), password: "nothing".to_owned() }
    }
}

/// The page that asks.
#[derive(Debug, Template)]
#[template(path = "me_name.html")]
pub(crate) struct OwnNamePage {
    pub(crate) filled: Filled<OwnNameForm>,
}

impl Page for OwnNamePage {
    fn title(&self) -> Text {
        said::me_name_title().into()
    }

    fn has_problems(&self) -> bool {
        self.filled.has_problems()
    }
}

pub(crate) async fn form(
    ask: Ask<ChangeSignIn>,
    filled: Filled<OwnNameForm>,
) -> Result<Seen<OwnNamePage>, Failure> {
    ask.look().await?.show(OwnNamePage { filled }).await
}

pub(crate) async fn submit(ask: Ask<ChangeSignIn>, form: OwnNameForm) -> Result<Done, Refused> {
    let name = form::some_text(&form.name.to_lowercase(), 80);
    let name = name.map_err(|what| Problems::one("name", what))?;
    let account = ask.actor().account().ok_or(Failure::SignIn)?;
    let again = Again::typed(&ask, account, form.password).await?;
    let mut permit = again.believed(ask.change().await?).await?;
    let (what, taken) = (format!("names {account}"), Problems::one("name", said::name_taken()));
    patience(throttle::turn(&mut permit, &what).await?)?;
    let Some(free) = accounts::free(&mut permit, account, &name).await? else {
        // Nobody goes through a list of names to find who signs in here.
        throttle::failed(permit, &[&what]).await?;
        return Err(taken.into());
    };
    if !accounts::rename(&mut permit, account, free).await? {
        return Err(taken.into());
    }
    Ok(permit.keep::<()>("/me?changed=name".to_owned(), None).await?)
}
