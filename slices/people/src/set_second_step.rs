//! Set up the second step: scan a picture or type a key, then prove it with six digits. Recovery
//! codes follow from the key, and so are shown on the same page and never again.

use askama::{Template, filters::HtmlSafe};
use kernel::{Id, hex, unhex};
use platform::{
    Account, Actor, Done, Failure, Filled, Form, Kind, May as _, Page, Permit, Place, Problems,
    Reading, Refused, Seen, Subject,
    door::Ask,
    session::{self, Cookie, password},
};
use words::{Say, Text};

use crate::{own_password::Again, policy::SecondStep, said, store::accounts};

/// The proof that the authenticator works.
#[derive(Clone, Debug, Default, serde::Serialize, serde::Deserialize, utoipa::ToSchema)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct ProofForm {
    /// The key the authenticator was given, in hex.
    key: String,
    /// Six digits.
    code: String,
    /// The password, from somebody who has signed in already.
    password: String,
}

impl Form for ProofForm {
    const KEEPS: bool = false;

    fn fields() -> Vec<(&'static str, Say)> {
        Vec::new()
    }

    fn sample() -> Self {
        Self { key: "00".repeat(20), code: "000000".to_owned(), password: "nothing".to_owned() }
    }
}

/// The picture that an authenticator scans.
#[derive(Clone, Debug, Template)]
#[template(path = "scan.html")]
pub(crate) struct Scan {
    path: String,
    size: usize,
    says: Say,
}
impl HtmlSafe for Scan {}

/// The page that explains and asks.
#[derive(Debug, Template)]
#[template(path = "set_second_step.html")]
pub(crate) struct ProofPage {
    pub(crate) filled: Filled<ProofForm>,
    pub(crate) scan: Option<Scan>,
    pub(crate) typed: String,
    pub(crate) recovery: Vec<String>,
    /// They have signed in already, and so the password is asked for.
    pub(crate) signed_in: bool,
    /// Nobody asks it of them: they may do without.
    chosen: bool,
}

impl Page for ProofPage {
    fn title(&self) -> Text {
        said::second_step_title().into()
    }

    fn has_problems(&self) -> bool {
        self.filled.has_problems()
    }
}

impl ProofPage {
    /// Why somebody is asked for it: whoever may choose is not told that they work.
    fn about(&self) -> Say {
        if self.chosen { said::second_step_chosen() } else { said::second_step_about() }
    }

    pub(crate) fn new(mut filled: Filled<ProofForm>, signed_in: bool, chosen: bool) -> Self {
        let typed = unhex(&filled.form.key).filter(|it| it.len() == 20);
        let key = typed.unwrap_or_else(password::totp_secret);
        filled.form.key = hex(&key);
        filled.form.code.clear();
        filled.form.password.clear();
        let url = password::totp_url(&key, "Tributary").unwrap_or_default();
        let typed = url.split("secret=").nth(1).and_then(|it| it.split('&').next());
        let typed = typed.unwrap_or_default().to_owned();
        let recovery = password::recovery_codes(&key);
        Self { scan: scan(&url), typed, filled, recovery, signed_in, chosen }
    }
}

/// The modules of a QR code as one path: no inline style, no picture file.
fn scan(url: &str) -> Option<Scan> {
    let code = qrcode::QrCode::new(url.as_bytes()).ok()?;
    let size = code.width();
    let dark = code.to_colors().into_iter().enumerate();
    let dark = dark.filter(|(_, it)| *it == qrcode::Color::Dark);
    let path = dark.map(|(at, _)| format!("M{} {}h1v1h-1z", at % size + 4, at / size + 4));
    Some(Scan { path: path.collect(), size: size + 8, says: said::scan_picture() })
}

pub(crate) async fn form(
    ask: Ask<SecondStep>,
    filled: Filled<ProofForm>,
) -> Result<Seen<ProofPage>, Failure> {
    let halfway = ask.halfway().map(str::to_owned);
    if halfway.is_none() && ask.actor().session().is_none() {
        return Err(Failure::SignIn);
    }
    let chosen = matches!(ask.actor().kind(), Kind::Person | Kind::Supporter);
    let mut look = ask.look().await?;
    let signed_in = halfway.is_none();
    if let Some(halfway) = halfway {
        fresh(&mut look, &halfway).await?;
    }
    look.show(ProofPage::new(filled, signed_in, chosen)).await
}

pub(crate) async fn submit(ask: Ask<SecondStep>, form: ProofForm) -> Result<Done, Refused> {
    let (state, halfway) = (ask.state().clone(), ask.halfway().map(str::to_owned));
    let again = match own(ask.actor()).filter(|_| halfway.is_none()) {
        Some(account) => Some(Again::typed(&ask, account, form.password.clone()).await?),
        None => None,
    };
    let mut permit = ask.change().await?;
    let account = whose(&mut permit, halfway.as_deref()).await?;
    if let Some(again) = again {
        permit = again.believed(permit).await?;
    }
    replace(&mut permit, account, &form).await?;
    let to = "/".to_owned();
    let Some(halfway) = halfway else { return Ok(permit.keep::<()>(to, None).await?) };
    let opened = session::pass_second_step(&mut permit, &halfway, account).await?;
    let (name, value) = Cookie::set(&state, &opened.0);
    Ok(permit.keep::<()>(to, None).await?.with_header(name, value))
}

/// Keeps the new key, once its digits have proved that the authenticator has it.
async fn replace(
    permit: &mut Permit<SecondStep>,
    account: Id<Account>,
    form: &ProofForm,
) -> Result<(), Refused> {
    let key = unhex(&form.key).unwrap_or_default();
    let step = password::totp_step(&key, &form.code, permit.now(), 0);
    let step = step.filter(|_| key.len() == 20);
    let step = step.ok_or_else(|| Problems::one("code", said::code_wrong()))?;
    keep_key(permit, account, &key).await?;
    // The code that proved it is used up.
    accounts::use_step(permit, account, step).await?;
    Ok(())
}

/// Whose second step it is: of a sign-in on its way, which has none yet; or of an open sitting.
async fn whose(
    permit: &mut Permit<SecondStep>,
    halfway: Option<&str>,
) -> Result<Id<Account>, Failure> {
    if let Some(halfway) = halfway {
        return fresh(permit.reading(), halfway).await;
    }
    own(permit.reading().actor()).ok_or(Failure::SignIn)
}

/// The account of somebody who has signed in on a device of their own.
fn own(actor: &Actor) -> Option<Id<Account>> {
    let own = actor.session().is_some() && actor.beside().is_none();
    actor.account().filter(|_| own)
}

/// Whoever is on the way in and has set up a second step passes that one, and sets up no other.
async fn fresh(reading: &mut Reading, halfway: &str) -> Result<Id<Account>, Failure> {
    let holder = accounts::halfway(reading, halfway).await?;
    holder.filter(|it| it.totp.is_none()).map(|it| it.account).ok_or(Failure::SignIn)
}

async fn keep_key(
    permit: &mut Permit<SecondStep>,
    account: Id<Account>,
    key: &[u8],
) -> Result<(), Failure> {
    let place = Place::of(&account).part(1);
    let sealed = permit.seal(Subject::account(&account), place, &hex(key)).await?;
    accounts::set_totp(permit, account, sealed, &password::recovery_codes(key)).await?;
    Ok(())
}
