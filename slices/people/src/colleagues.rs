//! Who is a colleague: somebody with a part in the same organisation, or in one of its teams.

use kernel::Id;
use platform::{Account, DbError, Reading};
use words::Text;

use crate::{
    Body, BodyOn, Scale, names_of, said,
    store::{accounts, bodies},
};

/// Somebody with an account, and where they have a part already: it tells two of one name apart.
#[derive(Clone, Debug)]
pub(crate) struct Colleague {
    pub(crate) account: Id<Account>,
    pub(crate) name: Text,
    pub(crate) bodies: String,
}

/// The organisation whose people are colleagues in a body.
const fn organisation(body: &Body) -> Option<Id<Body>> {
    match body.scale {
        Scale::Team => body.within,
        Scale::Organisation => Some(body.id),
        Scale::Place | Scale::Country => None,
    }
}

/// Every colleague, by name, but the reader: nobody gives a part to themselves.
pub(crate) async fn colleagues_in(
    reading: &mut Reading,
    body: &Body,
) -> Result<Vec<Colleague>, DbError> {
    let Some(organisation) = organisation(body) else { return Ok(Vec::new()) };
    let reader = reading.actor().account();
    let mut parts = bodies::colleagues(reading, &organisation).await?;
    parts.retain(|(account, _)| Some(*account) != reader);
    let accounts: Vec<Id<Account>> = parts.iter().map(|(account, _)| *account).collect();
    let mut names = names_of(reading, &accounts).await?;
    let mut all: Vec<Colleague> = Vec::new();
    for (account, of) in parts {
        if let Some(known) = all.last_mut().filter(|it| it.account == account) {
            known.bodies = format!("{}, {of}", known.bodies);
            continue;
        }
        let name = names.remove(&account).unwrap_or_else(|| said::somebody().into());
        all.push(Colleague { account, name, bodies: of });
    }
    all.sort_by_cached_key(|it| it.name.to_string().to_lowercase());
    Ok(all)
}

/// Whether all of them may be brought in: by an administrator any worker, by a coordinator those of
/// the team's own organisation.
pub(crate) async fn are_known(
    reading: &mut Reading,
    on: &BodyOn,
    known: &[Id<Account>],
) -> Result<bool, DbError> {
    let workers = accounts::workers(reading, known).await?;
    if !known.iter().all(|it| workers.contains(it)) {
        return Ok(false);
    }
    if on.part.administrator || known.is_empty() {
        return Ok(true);
    }
    let Some(organisation) = organisation(&on.body) else { return Ok(false) };
    let ours = bodies::colleagues(reading, &organisation).await?;
    Ok(known.iter().all(|it| ours.iter().any(|(account, _)| account == it)))
}
