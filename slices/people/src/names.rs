//! What people are called. Names are sealed: a person served's under their own record.

use std::collections::HashMap;

use kernel::{Id, Moment};
use platform::{Account, Actor, DbError, Place, Reading, Subject, Tx};
use words::Text;

use crate::{Alongside, Body, Life, LifeTie, model::sealed_under, said, store};

/// The name a person is called by. The look must name their life.
pub async fn called(reading: &mut Reading, life: &Id<Life>) -> Result<String, DbError> {
    let sealed = store::names::of_life(reading, life).await?;
    let sealed = sealed.ok_or_else(|| DbError::Unreadable("life".into()))?;
    reading.open(Subject::record(life), Place::of(life), &sealed).await
}

/// The names that several people are called by, in one query. The look must name their lives.
pub async fn called_each(
    reading: &mut Reading,
    lives: &[Id<Life>],
) -> Result<HashMap<Id<Life>, String>, DbError> {
    let rows = store::names::of_lives(reading, lives).await?;
    let mut names = HashMap::with_capacity(rows.len());
    for (life, sealed) in rows {
        match reading.open(Subject::record(&life), Place::of(&life), &sealed).await {
            Ok(name) => drop(names.insert(life, name)),
            // A key that was destroyed leaves nobody to name.
            Err(why) if why.is_erased() => {}
            Err(why) => return Err(why),
        }
    }
    Ok(names)
}

/// The accounts by which people use their own pages, of those of them who have one.
pub async fn own_accounts(
    reading: &mut Reading,
    lives: &[Id<Life>],
) -> Result<HashMap<Id<Life>, Id<Account>>, DbError> {
    Ok(store::names::own_accounts(reading, lives).await?.into_iter().collect())
}

/// The names of accounts, as far as this look may know them; the others are "somebody".
pub async fn names_of(
    reading: &mut Reading,
    accounts: &[Id<Account>],
) -> Result<HashMap<Id<Account>, Text>, DbError> {
    let mut wanted = accounts.to_vec();
    wanted.sort_unstable();
    wanted.dedup();
    let rows = store::names::of_accounts(reading, &wanted).await?;
    let mut names = HashMap::new();
    for (account, record, name) in rows {
        let subject = sealed_under(account, record);
        names.insert(account, open(reading, account, subject, &name).await?);
    }
    for account in wanted {
        names.entry(account).or_insert_with(|| said::somebody().into());
    }
    Ok(names)
}

/// The name of one account.
pub async fn name_of(reading: &mut Reading, account: Id<Account>) -> Result<Text, DbError> {
    let mut names = names_of(reading, &[account]).await?;
    Ok(names.remove(&account).unwrap_or_else(|| said::somebody().into()))
}

async fn open(
    reading: &Reading,
    account: Id<Account>,
    subject: Subject,
    name: &[u8],
) -> Result<Text, DbError> {
    if !reading.names(subject) {
        return Ok(said::somebody().into());
    }
    match reading.open(subject, Place::of(&account), name).await {
        Ok(name) => Ok(name.into()),
        // A key that was destroyed leaves nobody to name.
        Err(why) if why.is_erased() => Ok(said::somebody().into()),
        Err(why) => Err(why),
    }
}

/// Somebody who walks beside a person now, or is trusted by them.
#[derive(Clone, Debug)]
pub struct Beside {
    /// Their account.
    pub account: Id<Account>,
    /// What they are called.
    pub name: Text,
    /// What they are to the person.
    pub tie: LifeTie,
    /// Their walking beside the person, where it is that.
    pub walk: Option<Id<Alongside>>,
    /// Since when.
    pub from: Moment,
    /// They have taken up their account, and can open the page.
    pub came: bool,
}

/// Who walks beside a person, or is trusted by them, now.
pub async fn beside(reading: &mut Reading, life: &Id<Life>) -> Result<Vec<Beside>, DbError> {
    let ties = store::names::beside(reading, life).await?;
    let accounts: Vec<Id<Account>> = ties.iter().map(|(account, ..)| *account).collect();
    let names = names_of(reading, &accounts).await?;
    let beside = ties.into_iter().map(|(account, tie, from, walk, came)| {
        let name = names.get(&account).cloned().unwrap_or_else(|| said::somebody().into());
        Beside { account, name, tie, walk, from, came }
    });
    Ok(beside.collect())
}

/// The lives that somebody reads: their own, of those they walk beside, of those who trust them.
pub async fn lives_of(actor: &Actor, tx: &mut Tx) -> Result<Vec<(Id<Life>, LifeTie)>, DbError> {
    let Some(account) = actor.account() else { return Ok(Vec::new()) };
    let lives = store::names::lives_of(tx, account).await?;
    let Some(record) = actor.beside() else { return Ok(lives) };
    // The phone is the person's for as long as its worker walks beside them.
    let here =
        |(life, tie): &(Id<Life>, LifeTie)| *life == record.cast() && *tie == LifeTie::Alongside;
    let own = lives.into_iter().filter(here).map(|(life, _)| (life, LifeTie::Own));
    Ok(own.collect())
}

/// The lives that a team walks beside.
pub async fn lives_of_team(tx: &mut Tx, team: &Id<Body>) -> Result<Vec<Id<Life>>, DbError> {
    store::names::lives_of_team(tx, team).await
}
