//! Leave: in peace, in a hurry, or everywhere at once.

use askama::Template;
use axum::http::{HeaderName, HeaderValue};
use platform::{
    Done, Failure, Filled, May as _, Page, Permit, Press, Refused, Seen,
    door::Ask,
    session::{self, Cookie},
};
use words::Text;

use crate::{
    policy::{OwnAccount, SignOut},
    said,
};

/// The page that asks whether to leave.
#[derive(Debug, Template)]
#[template(path = "sign_out.html")]
pub(crate) struct SignOutPage {
    pub(crate) filled: Filled<Press>,
    pub(crate) everywhere: bool,
}

impl Page for SignOutPage {
    fn title(&self) -> Text {
        said::sign_out_title().into()
    }
}

pub(crate) async fn form(
    ask: Ask<SignOut>,
    filled: Filled<Press>,
) -> Result<Seen<SignOutPage>, Failure> {
    ask.look().await?.show(SignOutPage { filled, everywhere: false }).await
}

pub(crate) async fn submit(ask: Ask<SignOut>, _: Press) -> Result<Done, Refused> {
    leave(ask, "/", "signed out").await
}

/// Leaves for a place that anybody might be looking at, and takes along what the browser kept.
pub(crate) async fn exit(ask: Ask<SignOut>, _: Press) -> Result<Done, Refused> {
    leave(ask, ui::EXIT_TO, "exit").await
}

async fn leave(ask: Ask<SignOut>, to: &str, why: &'static str) -> Result<Done, Refused> {
    // Whoever stops between the two steps leaves, too.
    let session = ask.actor().session().or(ask.halfway()).map(str::to_owned);
    let state = ask.state().clone();
    let mut permit: Permit<SignOut> = ask.change().await?;
    if let Some(session) = session {
        session::end(&mut permit, &session, why).await?;
    }
    let (name, value) = Cookie::clear(&state);
    let done = permit.keep::<()>(to.to_owned(), None).await?.with_header(name, value);
    let everything = HeaderValue::from_static("\"cache\", \"cookies\", \"storage\"");
    Ok(done.with_header(HeaderName::from_static("clear-site-data"), everything))
}

pub(crate) async fn everywhere_form(
    ask: Ask<OwnAccount>,
    filled: Filled<Press>,
) -> Result<Seen<SignOutPage>, Failure> {
    ask.look().await?.show(SignOutPage { filled, everywhere: true }).await
}

pub(crate) async fn everywhere(ask: Ask<OwnAccount>, _: Press) -> Result<Done, Refused> {
    let state = ask.state().clone();
    let mut permit = ask.change().await?;
    let account = *permit.on();
    session::end_all(&mut permit, account, "signed out everywhere").await?;
    let (name, value) = Cookie::clear(&state);
    Ok(permit.keep::<()>("/sign-in".to_owned(), None).await?.with_header(name, value))
}
