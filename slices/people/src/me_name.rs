//! Choose another name for signing in. The password is asked.

use askama::Template;
use platform::{Done, Failure, Filled, Form, Page, Problems, Refused, Seen, door::Ask, form};
use words::{Say, Text};

use crate::{own_password::Again, policy::ChangeSignIn, said, store::accounts};

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
    let mut permit = ask.change().await?;
    if !again.is_right(&mut permit).await? {
        permit.keep::<()>("/me/name".to_owned(), None).await?;
        return Err(Problems::one("password", said::password_wrong()).into());
    }
    if !accounts::rename(&mut permit, account, &name).await? {
        return Err(Problems::one("name", said::name_taken()).into());
    }
    Ok(permit.keep::<()>("/me?changed=name".to_owned(), None).await?)
}
