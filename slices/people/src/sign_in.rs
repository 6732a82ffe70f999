//! Sign in: a name, a password and, for workers, a second step.

use askama::Template;
use platform::{
    Changes, Done, Failure, Filled, Form, Kind, Page, Permit, Problems, Refused, Seen,
    door::Ask,
    session::{self, Cookie, Stage, throttle},
};
use words::{Say, Text};

use crate::{
    policy::SignIn,
    said,
    store::accounts::{self, Holder},
};

/// Who somebody says they are.
#[derive(Clone, Debug, Default, serde::Serialize, serde::Deserialize, utoipa::ToSchema)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct SignInForm {
    /// The name they chose for signing in.
    name: String,
    /// Their password.
    password: String,
    /// Where to go on.
    next: String,
}

impl Form for SignInForm {
    const KEEPS: bool = false;

    fn fields() -> Vec<(&'static str, Say)> {
        Vec::new()
    }

    fn sample() -> Self {
        Self { name: "nobody".to_owned(), password: "nothing".to_owned(), next: String::new() }
    }
}

/// The page that asks.
#[derive(Debug, Template)]
#[template(path = "sign_in.html")]
pub(crate) struct SignInPage {
    pub(crate) filled: Filled<SignInForm>,
    /// Whoever reads it has signed in.
    pub(crate) signed_in: bool,
}

impl Page for SignInPage {
    fn title(&self) -> Text {
        said::sign_in_title().into()
    }

    fn has_problems(&self) -> bool {
        self.filled.has_problems()
    }
}

pub(crate) async fn form(
    ask: Ask<SignIn>,
    mut filled: Filled<SignInForm>,
) -> Result<Seen<SignInPage>, Failure> {
    if filled.form.next.is_empty() {
        filled.form.next = ask.query("next").unwrap_or_default();
    }
    // A password never goes back to a page.
    filled.form.password.clear();
    let signed_in = !ask.actor().is_visitor();
    ask.look().await?.show(SignInPage { filled, signed_in }).await
}

pub(crate) async fn submit(ask: Ask<SignIn>, form: SignInForm) -> Result<Done, Refused> {
    let name = form.name.trim().to_lowercase();
    let (about, from) = (format!("account {name}"), format!("address {}", ask.address()));
    let holder = known(&ask, &name, [&about, &from]).await?;
    let state = ask.state().clone();
    let hashed = holder.as_ref().and_then(|it| it.password.clone());
    let right = state.hasher().matches(form.password, hashed).await;
    let mut permit = ask.change().await?;
    for what in [&about, &from] {
        patience(throttle::turn(&mut permit, what).await?)?;
    }
    let Some(holder) = holder.filter(|_| right) else {
        throttle::failed(permit, &[&about, &from]).await?;
        return Err(Problems::one("name", said::sign_in_wrong()).into());
    };
    for what in [&about, &from] {
        throttle::passed(&mut permit, what).await?;
    }
    begin(permit, &state, &holder, &form.next).await
}

/// The holder of the account, unless guessing has to wait.
async fn known(ask: &Ask<SignIn>, name: &str, whats: [&str; 2]) -> Result<Option<Holder>, Refused> {
    let mut look = ask.clone().look().await?;
    for what in whats {
        patience(throttle::wait(&mut look, what).await?)?;
    }
    let holder = accounts::by_sign_in(&mut look, name).await?;
    look.show(()).await?;
    Ok(holder)
}

/// Whoever has guessed too often waits so many microseconds.
pub(crate) const fn patience(wait: i64) -> Result<(), Failure> {
    if wait > 0 { Err(Failure::TooMany(wait / 1_000_000 + 1)) } else { Ok(()) }
}

/// Who works with other people's records passes a second step; so does whoever set one up.
fn wants_second_step(holder: &Holder, required: bool) -> bool {
    let works = matches!(holder.kind, Kind::Worker | Kind::Administrator);
    holder.totp.is_some() || (works && required)
}

/// Begins the sitting of somebody who has shown who they are, as far as they have: halfway, where a
/// second step is still to come.
pub(crate) async fn begin<A: Changes>(
    mut permit: Permit<A>,
    state: &platform::State,
    holder: &Holder,
    next: &str,
) -> Result<Done, Refused> {
    let next = ours(next);
    let (step, to) = match (wants_second_step(holder, state.wants_second_step()), &holder.totp) {
        (false, _) => (Stage::Open, next),
        (true, Some(_)) => (Stage::Password, format!("/sign-in/code?next={next}")),
        (true, None) => (Stage::Password, "/sign-in/second-step".to_owned()),
    };
    let opened = session::begin(&mut permit, holder.account, step).await?;
    let (name, value) = Cookie::set(state, &opened.0);
    Ok(permit.keep::<()>(to, None).await?.with_header(name, value))
}

/// A way within our own pages, or the first page.
pub(crate) fn ours(next: &str) -> String {
    let inside = next.starts_with('/') && !next.starts_with("//") && !next.contains('\\');
    let plain = next.chars().all(|it| it.is_ascii_graphic());
    if inside && plain { next.to_owned() } else { "/".to_owned() }
}

#[cfg(test)]
mod tests {
    use super::ours;

    #[test]
    fn signing_in_leads_nowhere_else() {
        assert_eq!(ours("/lives/1?after=2"), "/lives/1?after=2");
        for bad in ["", "//evil.example", "https://evil.example", "/\\evil", "/a\r\nSet-Cookie: x"]
        {
            assert_eq!(ours(bad), "/");
        }
    }
}
