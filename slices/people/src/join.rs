//! Take up an account: a one-time code, a name to sign in with, a password.

use askama::Template;
use kernel::Id;
use platform::{
    Account, Done, Failure, Filled, Form, May as _, Page, Permit, Problems, Refused, Seen, State,
    door::Ask,
    form,
    session::{self, password, throttle},
};
use words::{Say, Text};

use crate::{
    policy::{Join, TakeUp, Whose},
    said,
    sign_in::{begin, patience},
    store::{accounts, invitations},
};

/// What it takes.
#[derive(Clone, Debug, Default, serde::Serialize, serde::Deserialize, utoipa::ToSchema)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct JoinForm {
    /// The one-time code.
    pub(crate) code: String,
    /// The name to sign in with from now on.
    pub(crate) name: String,
    /// A new password.
    pub(crate) password: String,
}

impl Form for JoinForm {
    const KEEPS: bool = false;

    fn fields() -> Vec<(&'static str, Say)> {
        Vec::new()
    }

    fn labels() -> Vec<(&'static str, Say)> {
        vec![("name", said::join_name()), ("password", said::password())]
    }

    fn sample() -> Self {
        let (code, name) = ("abcde23456".to_owned(), "somebody".to_owned());
        Self { code, name, password: "a long enough one".to_owned() }
    }
}

/// The page that asks.
#[derive(Debug, Template)]
#[template(path = "join.html")]
pub(crate) struct JoinPage {
    pub(crate) filled: Filled<JoinForm>,
}

impl Page for JoinPage {
    fn title(&self) -> Text {
        said::join_title().into()
    }

    fn has_problems(&self) -> bool {
        self.filled.has_problems()
    }
}

pub(crate) async fn form(
    ask: Ask<Join>,
    mut filled: Filled<JoinForm>,
) -> Result<Seen<JoinPage>, Failure> {
    filled.form.password.clear();
    ask.look().await?.show(JoinPage { filled }).await
}

/// A form that makes sense.
struct Joining {
    code: String,
    name: String,
    password: String,
}

impl Joining {
    fn parse(form: &JoinForm) -> Result<Self, Problems> {
        let mut problems = Problems::none();
        let code: String =
            form.code.to_lowercase().chars().filter(char::is_ascii_alphanumeric).collect();
        let name = problems.take("name", form::some_text(&form.name.to_lowercase(), 80));
        let password = problems.take("password", good_password(&form.password));
        match (name, password) {
            (Some(name), Some(password)) => Ok(Self { code, name, password }),
            _ => Err(problems),
        }
    }
}

/// A password of at least eight characters, and of no other rule (NIST SP 800-63B-4).
pub(crate) fn good_password(raw: &str) -> Result<String, Say> {
    match raw.chars().count() {
        password::SHORTEST..=200 => Ok(raw.to_owned()),
        0..password::SHORTEST => Err(said::password_short(password::SHORTEST)),
        _ => Err(said::password_long()),
    }
}

pub(crate) async fn submit(ask: Ask<Join>, form: JoinForm) -> Result<Done, Refused> {
    let joining = Joining::parse(&form)?;
    let (state, from) = (ask.state().clone(), format!("join {}", ask.address()));
    let hashed = hashed(&ask, &from, joining.password).await?;
    let mut permit = ask.change().await?;
    patience(throttle::turn(&mut permit, &from).await?)?;
    let Some(account) = invitations::use_code(&mut permit, &joining.code).await? else {
        throttle::failed(permit, &[&from]).await?;
        return Err(Problems::one("code", said::join_code_wrong()).into());
    };
    if !accounts::let_in(&mut permit, account, joining.name.trim(), &hashed).await? {
        return Err(Problems::one("name", said::name_taken()).into());
    }
    throttle::passed(&mut permit, &from).await?;
    enter(permit, account, &state).await
}

/// The hash of the new password, unless guessing has to wait.
async fn hashed(ask: &Ask<Join>, from: &str, password: String) -> Result<String, Failure> {
    let mut look = ask.clone().look().await?;
    let wait = throttle::wait(&mut look, from).await?;
    look.show(()).await?;
    patience(wait)?;
    let hashed = ask.state().hasher().hash(password).await;
    hashed.ok_or_else(|| Failure::Unavailable("no hash".into()))
}

/// Whoever was in, goes out; whoever the account belongs to reads that it was taken up; and whoever
/// has set up a second step passes it here, too.
async fn enter(
    mut permit: Permit<Join>,
    account: Id<Account>,
    state: &State,
) -> Result<Done, Refused> {
    session::end_all(&mut permit, account, "taken up").await?;
    permit.also::<TakeUp>(&Whose(account)).await?;
    let holder = accounts::by_id(permit.reading(), account).await?;
    let holder = holder.ok_or(Failure::NotFound)?;
    begin(permit, state, &holder, "/").await
}
