//! The second step: six digits from an authenticator, or a recovery code.

use askama::Template;
use platform::{
    Done, Failure, Filled, Form, Page, Permit, Place, Problems, Refused, Seen, Subject,
    door::Ask,
    session::{self, Cookie, password, throttle},
};
use words::{Say, Text};

use crate::{
    policy::SecondStep,
    said,
    sign_in::{ours, patience},
    store::accounts::{self, Holder},
};

/// The digits.
#[derive(Clone, Debug, Default, serde::Serialize, serde::Deserialize, utoipa::ToSchema)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct CodeForm {
    /// Six digits, or a recovery code.
    code: String,
    /// Where to go on.
    next: String,
}

impl Form for CodeForm {
    const KEEPS: bool = false;

    fn fields() -> Vec<(&'static str, Say)> {
        Vec::new()
    }

    fn sample() -> Self {
        Self { code: "000000".to_owned(), next: String::new() }
    }
}

/// The page that asks for the digits.
#[derive(Debug, Template)]
#[template(path = "second_step.html")]
pub(crate) struct CodePage {
    pub(crate) filled: Filled<CodeForm>,
}

impl Page for CodePage {
    fn title(&self) -> Text {
        said::code_title().into()
    }

    fn has_problems(&self) -> bool {
        self.filled.has_problems()
    }
}

pub(crate) async fn form(
    ask: Ask<SecondStep>,
    mut filled: Filled<CodeForm>,
) -> Result<Seen<CodePage>, Failure> {
    if filled.form.next.is_empty() {
        filled.form.next = ask.query("next").unwrap_or_default();
    }
    filled.form.code.clear();
    ask.look().await?.show(CodePage { filled }).await
}

pub(crate) async fn submit(ask: Ask<SecondStep>, form: CodeForm) -> Result<Done, Refused> {
    let Some(halfway) = ask.halfway().map(str::to_owned) else {
        return Err(Failure::SignIn.into());
    };
    let state = ask.state().clone();
    let mut permit = ask.change().await?;
    let holder = accounts::halfway(platform::May::reading(&mut permit), &halfway).await?;
    let holder = holder.ok_or(Failure::SignIn)?;
    let what = format!("code {}", holder.account);
    patience(throttle::turn(&mut permit, &what).await?)?;
    if !is_right(&mut permit, &holder, &form.code).await? {
        throttle::failed(permit, &[&what]).await?;
        return Err(Problems::one("code", said::code_wrong()).into());
    }
    throttle::passed(&mut permit, &what).await?;
    let opened = session::pass_second_step(&mut permit, &halfway, holder.account).await?;
    let (name, value) = Cookie::set(&state, &opened.0);
    Ok(permit.keep::<()>(ours(&form.next), None).await?.with_header(name, value))
}

async fn is_right(
    permit: &mut Permit<SecondStep>,
    holder: &Holder,
    code: &str,
) -> Result<bool, Refused> {
    let Some(sealed) = &holder.totp else { return Ok(false) };
    let place = Place::of(&holder.account).part(1);
    let reading = platform::May::reading(permit);
    let secret = reading.open(Subject::account(&holder.account), place, sealed).await?;
    // It is sealed as text.
    let (now, key) = (reading.now(), kernel::unhex(&secret).unwrap_or_default());
    let step = password::totp_step(&key, code, now, holder.totp_step);
    if let Some(step) = step {
        return Ok(accounts::use_step(permit, holder.account, step).await?);
    }
    let code: String = code.to_lowercase().chars().filter(char::is_ascii_alphanumeric).collect();
    Ok(accounts::use_recovery(permit, holder.account, &code).await?)
}
