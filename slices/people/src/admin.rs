//! Accounts, as the program itself looks after them at the command line. The same door, the same
//! rules: an administrator's, and a line in the journal for each.

use kernel::Id;
use platform::{
    Account, Action, Actor, Changes, DbError, Decision, Failure, Kind, May as _, State, Tx,
    door::Ask, session, session::password,
};
use words::Say;

use crate::{Called, policy::SetUp, said, set_up, store::accounts};

/// A country, a place and an organisation.
#[derive(Clone, Debug)]
pub struct FirstBodies(pub [String; 3]);

/// Look after an account, from the command line.
#[derive(Debug)]
pub(crate) struct LookAfter;

impl Action for LookAfter {
    const NAME: &'static str = "account.look-after";
    type Key = ();
    type On = ();

    async fn find(_: &Actor, (): &(), _: &mut Tx) -> Result<Option<()>, DbError> {
        Ok(Some(()))
    }

    fn rule(actor: &Actor, (): &()) -> Decision {
        Decision::or_hide(actor.kind() == Kind::Program)
    }

    fn told() -> Say {
        said::act_own_account()
    }
}
impl Changes for LookAfter {}

/// Sets the installation up, once. Says the one-time code of its administrator.
///
/// # Errors
/// One line that says what could not be done.
pub async fn set_up(
    state: &State,
    called: &str,
    first: FirstBodies,
) -> Result<(Id<Account>, String), String> {
    let called = name(called)?;
    let permit = Ask::<SetUp>::by_program(state, ()).change().await;
    let mut permit = permit.map_err(|why| {
        let done = matches!(why, Failure::NotFound);
        if done { "it is set up already".to_owned() } else { failed(&why) }
    })?;
    let code = password::one_time_code();
    let account = accounts::add(&mut permit, Kind::Administrator, None, &called).await;
    let account = account.map_err(|why| why.to_string())?;
    set_up::first_bodies(&mut permit, &first.0).await.map_err(|why| failed(&why))?;
    accounts::invite(&mut permit, account, &code).await.map_err(|why| why.to_string())?;
    permit.keep::<()>(String::new(), None).await.map_err(|why| failed(&why))?;
    Ok((account, code))
}

/// Makes an account and a one-time code for it.
///
/// # Errors
/// One line that says what could not be done.
pub async fn invite(
    state: &State,
    called: &str,
    kind: Kind,
) -> Result<(Id<Account>, String), String> {
    let called = name(called)?;
    let mut permit = begin(state).await?;
    let code = password::one_time_code();
    let account = accounts::add(&mut permit, kind, None, &called).await;
    let account = account.map_err(|why| why.to_string())?;
    accounts::invite(&mut permit, account, &code).await.map_err(|why| why.to_string())?;
    permit.keep::<()>(String::new(), None).await.map_err(|why| failed(&why))?;
    Ok((account, code))
}

/// Makes a new one-time code for an account.
///
/// # Errors
/// One line that says what could not be done.
pub async fn new_code(state: &State, account: Id<Account>) -> Result<String, String> {
    let mut permit = begin(state).await?;
    let there = accounts::by_id(permit.reading(), account).await.map_err(|why| why.to_string())?;
    there.ok_or("there is no such account")?;
    let code = password::one_time_code();
    accounts::invite(&mut permit, account, &code).await.map_err(|why| why.to_string())?;
    permit.keep::<()>(String::new(), None).await.map_err(|why| failed(&why))?;
    Ok(code)
}

/// Closes an account and ends its sittings.
///
/// # Errors
/// One line that says what could not be done.
pub async fn close(state: &State, account: Id<Account>) -> Result<(), String> {
    let mut permit = begin(state).await?;
    if !accounts::close(&mut permit, account).await.map_err(|why| why.to_string())? {
        return Err("there is no such account, or it is closed already".to_owned());
    }
    session::end_all(&mut permit, account, "account closed")
        .await
        .map_err(|why| why.to_string())?;
    permit.keep::<()>(String::new(), None).await.map_err(|why| failed(&why))?;
    Ok(())
}

async fn begin(state: &State) -> Result<platform::Permit<LookAfter>, String> {
    Ask::<LookAfter>::by_program(state, ()).change().await.map_err(|why| failed(&why))
}

fn name(called: &str) -> Result<Called, String> {
    Called::parse(called).map_err(|_| "a name has 1 to 80 characters".to_owned())
}

fn failed(why: &Failure) -> String {
    match std::error::Error::source(why) {
        Some(cause) => format!("{why}: {cause}"),
        None => why.to_string(),
    }
}
