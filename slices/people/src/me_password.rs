//! Choose another password. The one that holds now is asked, and every other sitting ends: whoever
//! knew the old one is out.

use askama::Template;
use platform::{Done, Failure, Filled, Form, Page, Problems, Refused, Seen, door::Ask, session};
use words::{Say, Text};

use crate::{
    join::good_password, own_password::Again, policy::ChangePassword, said, store::accounts,
};

/// What it takes.
#[derive(Clone, Debug, Default, serde::Serialize, serde::Deserialize, utoipa::ToSchema)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct OwnPasswordForm {
    /// The password that holds now.
    password: String,
    /// The one that shall hold from now on.
    #[serde(rename = "new-password")]
    new: String,
}

impl Form for OwnPasswordForm {
    const KEEPS: bool = false;

    fn fields() -> Vec<(&'static str, Say)> {
        Vec::new()
    }

    fn sample() -> Self {
        Self { password: "nothing".to_owned(), new: "a long enough one".to_owned() }
    }
}

/// The page that asks.
#[derive(Debug, Template)]
#[template(path = "me_password.html")]
pub(crate) struct OwnPasswordPage {
    pub(crate) filled: Filled<OwnPasswordForm>,
}

impl Page for OwnPasswordPage {
    fn title(&self) -> Text {
        said::me_password_title().into()
    }

    fn has_problems(&self) -> bool {
        self.filled.has_problems()
    }
}

pub(crate) async fn form(
    ask: Ask<ChangePassword>,
    filled: Filled<OwnPasswordForm>,
) -> Result<Seen<OwnPasswordPage>, Failure> {
    ask.look().await?.show(OwnPasswordPage { filled }).await
}

pub(crate) async fn submit(
    ask: Ask<ChangePassword>,
    form: OwnPasswordForm,
) -> Result<Done, Refused> {
    let new = good_password(&form.new).map_err(|what| Problems::one("new-password", what))?;
    if form.new == form.password {
        return Err(Problems::one("new-password", said::password_same()).into());
    }
    let account = ask.actor().account().ok_or(Failure::SignIn)?;
    let session = ask.actor().session().map(str::to_owned).ok_or(Failure::NotFound)?;
    let again = Again::typed(&ask, account, form.password).await?;
    let hashed = ask.state().hasher().hash(new).await;
    let hashed = hashed.ok_or_else(|| Failure::Unavailable("no hash".into()))?;
    let mut permit = again.believed(ask.change().await?).await?;
    if !accounts::set_password(&mut permit, account, (again.hashed(), &hashed)).await? {
        return Err(Failure::Conflict(said::password_changed()).into());
    }
    session::end_others(&mut permit, account, &session, "another password").await?;
    Ok(permit.keep::<()>("/me?changed=password".to_owned(), None).await?)
}
