//! Set up the installation, once: its first administrator, a country, a place and an organisation.
//! Guarded by a code that the program prints where it was started.

use askama::Template;
use kernel::Id;
use platform::{
    Done, Failure, Filled, Form, Kind, May as _, Page, Permit, Problems, Refused, Seen,
    door::Ask,
    form, secret,
    session::{self, Cookie, Stage},
};
use words::{Say, Text};

use crate::{
    Body, Called, Scale,
    join::good_password,
    policy::SetUp,
    said,
    store::{accounts, bodies},
};

/// What it takes.
#[derive(Clone, Debug, Default, serde::Serialize, serde::Deserialize, utoipa::ToSchema)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct SetUpForm {
    /// The code that the program printed.
    pub(crate) code: String,
    /// The administrator's name.
    pub(crate) called: String,
    /// The name to sign in with.
    pub(crate) name: String,
    /// A password.
    pub(crate) password: String,
    /// The country.
    pub(crate) country: String,
    /// The place.
    pub(crate) place: String,
    /// The organisation.
    pub(crate) organisation: String,
}

impl Form for SetUpForm {
    const KEEPS: bool = false;

    fn fields() -> Vec<(&'static str, Say)> {
        Vec::new()
    }

    fn labels() -> Vec<(&'static str, Say)> {
        vec![
            ("called", said::your_name()),
            ("name", said::join_name()),
            ("country", said::set_up_country()),
            ("place", said::set_up_place()),
            ("organisation", said::set_up_organisation()),
        ]
    }

    fn sample() -> Self {
        Self { code: "abcde23456".to_owned(), ..Self::default() }
    }
}

/// The page that asks.
#[derive(Debug, Template)]
#[template(path = "set_up.html")]
pub(crate) struct SetUpPage {
    pub(crate) filled: Filled<SetUpForm>,
}

impl Page for SetUpPage {
    fn title(&self) -> Text {
        said::set_up_title().into()
    }

    fn has_problems(&self) -> bool {
        self.filled.has_problems()
    }
}

pub(crate) async fn form(
    ask: Ask<SetUp>,
    mut filled: Filled<SetUpForm>,
) -> Result<Seen<SetUpPage>, Failure> {
    filled.form.password.clear();
    ask.look().await?.show(SetUpPage { filled }).await
}

/// A form that makes sense.
pub(crate) struct Beginning {
    called: Called,
    name: String,
    password: String,
    bodies: [String; 3],
}

impl Beginning {
    pub(crate) fn parse(form: &SetUpForm) -> Result<Self, Problems> {
        let mut problems = Problems::none();
        let called = problems.take("called", Called::parse(&form.called));
        let name = problems.take("name", form::some_text(&form.name.to_lowercase(), 80));
        let password = problems.take("password", good_password(&form.password));
        let country = problems.take("country", form::some_text(&form.country, 120));
        let place = problems.take("place", form::some_text(&form.place, 120));
        let organisation = problems.take("organisation", form::some_text(&form.organisation, 120));
        match (called, name, password, country, place, organisation) {
            (Some(called), Some(name), Some(password), Some(country), Some(place), Some(org)) => {
                Ok(Self { called, name, password, bodies: [country, place, org] })
            }
            _ => Err(problems),
        }
    }
}

pub(crate) async fn submit(ask: Ask<SetUp>, form: SetUpForm) -> Result<Done, Refused> {
    let state = ask.state().clone();
    let typed: String =
        form.code.to_lowercase().chars().filter(char::is_ascii_alphanumeric).collect();
    // Whether the installation waits for its beginning is asked before whether the code is right.
    ask.clone().look().await?.show(()).await?;
    let expected = state.set_up_code().unwrap_or_default();
    if expected.is_empty() || !secret::same(typed.as_bytes(), expected.as_bytes()) {
        return Err(Problems::one("code", said::set_up_code_wrong()).into());
    }
    let beginning = Beginning::parse(&form)?;
    let hashed = state.hasher().hash(beginning.password.clone()).await;
    let hashed = hashed.ok_or_else(|| Failure::Unavailable("no hash".into()))?;
    let mut permit = ask.change().await?;
    let account = begin(&mut permit, &beginning, &hashed).await?;
    let (step, to) = if state.wants_second_step() {
        (Stage::Password, "/sign-in/second-step")
    } else {
        (Stage::Open, "/setup/bodies")
    };
    let opened = session::begin(&mut permit, account, step).await?;
    let (name, value) = Cookie::set(&state, &opened.0);
    Ok(permit.keep::<()>(to.to_owned(), None).await?.with_header(name, value))
}

async fn begin(
    permit: &mut Permit<SetUp>,
    beginning: &Beginning,
    hashed: &str,
) -> Result<Id<platform::Account>, Failure> {
    let called = &beginning.called;
    let account = accounts::add(permit, Kind::Administrator, None, called).await?;
    accounts::let_in(permit, account, beginning.name.trim(), hashed).await?;
    first_bodies(permit, &beginning.bodies).await?;
    Ok(account)
}

/// The country, the place within it, and the organisation.
pub(crate) async fn first_bodies(
    permit: &mut Permit<SetUp>,
    names: &[String; 3],
) -> Result<(), Failure> {
    let scales = [Scale::Country, Scale::Place, Scale::Organisation];
    let mut within = None;
    for (scale, name) in scales.into_iter().zip(names) {
        let id = permit.id();
        // A place is within the country; the organisation stands by itself.
        let inside = within.take().filter(|_| scale == Scale::Place);
        let body = Body { id, scale, name: name.clone(), within: inside, place: None };
        bodies::add(permit, &body).await?;
        within = Some(id);
    }
    Ok(())
}
