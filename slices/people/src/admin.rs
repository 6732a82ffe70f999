//! Accounts, as the program itself looks after them at the command line. The same door, the same
//! rules: an administrator's, and a line in the journal for each.

use kernel::Id;
use platform::{
    Account, Changes, Failure, Kind, May as _, Of, Permit, Program, session, session::password,
};

use crate::{
    Called,
    policy::{
        CloseAccount, EndWithAccount, EndWithTeam, ForgetSecondStep, MakeAccount, NewCode, SetUp,
        Whose,
    },
    set_up,
    store::{accounts, bodies, invitations, lives, waiting, walks},
};

/// A country, a place and an organisation.
#[derive(Clone, Debug)]
pub struct FirstBodies(pub [String; 3]);

/// Sets the installation up, once. Says the one-time code of its administrator.
///
/// # Errors
/// One line that says what could not be done.
pub async fn set_up(
    program: &Program,
    called: &str,
    first: FirstBodies,
) -> Result<(Id<Account>, String), String> {
    let called = name(called)?;
    let permit = program.ask::<SetUp>(()).change().await;
    let mut permit = permit.map_err(|why| {
        let done = matches!(why, Failure::NotFound);
        if done { "it is set up already".to_owned() } else { failed(&why) }
    })?;
    let code = password::one_time_code();
    let account = accounts::add(&mut permit, Kind::Administrator, None, &called).await;
    let account = account.map_err(|why| why.to_string())?;
    set_up::first_bodies(&mut permit, &first.0).await.map_err(|why| failed(&why))?;
    invitations::invite(&mut permit, account, None, &code).await.map_err(|why| why.to_string())?;
    permit.keep::<()>(String::new(), None).await.map_err(|why| failed(&why))?;
    Ok((account, code))
}

/// Makes an account and a one-time code for it.
///
/// # Errors
/// One line that says what could not be done.
pub async fn invite(
    program: &Program,
    called: &str,
    kind: Kind,
) -> Result<(Id<Account>, String), String> {
    let called = name(called)?;
    let permit = program.ask::<MakeAccount>(()).change().await;
    let mut permit = permit.map_err(|why| failed(&why))?;
    let code = password::one_time_code();
    let account = accounts::add(&mut permit, kind, None, &called).await;
    let account = account.map_err(|why| why.to_string())?;
    invitations::invite(&mut permit, account, None, &code).await.map_err(|why| why.to_string())?;
    permit.keep(String::new(), Some(account)).await.map_err(|why| failed(&why))?;
    Ok((account, code))
}

/// Makes a new one-time code for an account. Whose page it opens reads that it was made.
///
/// # Errors
/// One line that says what could not be done.
pub async fn new_code(program: &Program, account: Id<Account>) -> Result<String, String> {
    let mut permit = about::<NewCode>(program, account).await?;
    let code = password::one_time_code();
    // Whoever waits for them in a body goes on seeing that they wait.
    let body = waiting::body_of(permit.reading(), account).await.map_err(|why| why.to_string())?;
    let made = invitations::invite(&mut permit, account, body, &code).await;
    made.map_err(|why| why.to_string())?;
    permit.keep::<()>(String::new(), None).await.map_err(|why| failed(&why))?;
    Ok(code)
}

/// Takes away the second step of somebody who lost their phone and their recovery codes, and ends
/// their sittings: they set up a new one when they next sign in.
///
/// # Errors
/// One line that says what could not be done.
pub async fn forget_second_step(program: &Program, account: Id<Account>) -> Result<(), String> {
    let mut permit = about::<ForgetSecondStep>(program, account).await?;
    if !accounts::forget_totp(&mut permit, account).await.map_err(|why| why.to_string())? {
        return Err("this account has no second step".to_owned());
    }
    out(permit, account, "second step taken away").await
}

/// Closes an account, and ends its sittings, its parts, its walking beside anybody and its being
/// trusted by anybody, which each of them reads.
///
/// # Errors
/// One line that says what could not be done.
pub async fn close(program: &Program, account: Id<Account>) -> Result<(), String> {
    let mut permit = about::<CloseAccount>(program, account).await?;
    accounts::close(&mut permit, account).await.map_err(|why| why.to_string())?;
    bodies::end_all(&mut permit, account).await.map_err(|why| why.to_string())?;
    leave_lives(&mut permit, account).await.map_err(|why| failed(&why))?;
    out(permit, account, "account closed").await
}

/// Whoever has no part any more walks beside nobody, and nobody goes on trusting a closed account.
async fn leave_lives(
    permit: &mut Permit<CloseAccount>,
    account: Id<Account>,
) -> Result<(), Failure> {
    for walk in walks::of_account(permit.reading().tx(), account).await? {
        let mut also = permit.also::<EndWithTeam>(&Of(walk.id)).await?;
        walks::stop(&mut also, walk.life, walk.account).await?;
    }
    for life in lives::trusted_on(permit.reading().tx(), account).await? {
        let mut also = permit.also::<EndWithAccount>(&Of(life)).await?;
        lives::end_trust(&mut also, life, account).await?;
    }
    Ok(())
}

async fn out<A: Changes>(
    mut permit: Permit<A>,
    account: Id<Account>,
    why: &'static str,
) -> Result<(), String> {
    let ended = session::end_all(&mut permit, account, why).await;
    ended.map_err(|why| why.to_string())?;
    permit.keep::<()>(String::new(), None).await.map_err(|why| failed(&why)).map(drop)
}

async fn about<A: Changes<Key = Whose>>(
    program: &Program,
    account: Id<Account>,
) -> Result<Permit<A>, String> {
    let permit = program.ask::<A>(Whose(account)).change().await;
    permit.map_err(|why| {
        let gone = matches!(why, Failure::NotFound);
        if gone { "there is no such account, or it is closed".to_owned() } else { failed(&why) }
    })
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
