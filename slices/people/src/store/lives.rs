use kernel::Id;
use platform::{Account, Changes, DbError, May, Place, Reading, Subject, Tx, sql};

use crate::{Body, Called, Life, policy::BeginLife, store::walks::walk};

pub(crate) enum Supporter {}

/// Begins a life in a team: its name is sealed, and found by keyed hashes of its parts.
pub(crate) async fn begin(
    may: &mut impl May<BeginLife>,
    controller: Id<Body>,
    name: &Called,
) -> Result<Id<Life>, DbError> {
    let (id, now, team) = (may.id::<Life>(), may.now(), may.on().body.id);
    let maker = may.reading().actor().account();
    let sealed = may.seal(Subject::record(&id), Place::of(&id), name.as_str()).await?;
    let query = sql("insert into life (id, team, controller, name, made_by, made_at) \
         values ($1, $2, $3, $4, $5, $6)");
    let query = query.bind(id).bind(team).bind(controller).bind(sealed).bind(maker).bind(now);
    may.run(query).await?;
    if let Some(maker) = maker {
        walk(may, id, maker).await?;
    }
    Ok(id)
}

/// Lets somebody whom the person trusts be there.
pub(crate) async fn trust<A: Changes>(
    may: &mut impl May<A>,
    life: Id<Life>,
    account: Id<Account>,
) -> Result<(), DbError> {
    let query = sql("insert into supporter (id, life, account, from_at) values ($1, $2, $3, $4)");
    let query = query.bind(may.id::<Supporter>()).bind(life).bind(account).bind(may.now());
    may.run(query).await.map(drop)
}

/// On whose pages somebody is trusted.
pub(crate) async fn trusted_on(
    tx: &mut Tx,
    account: Id<Account>,
) -> Result<Vec<Id<Life>>, DbError> {
    let query = sql("select distinct s.life from supporter s join life l on l.id = s.life \
         where s.account = $1 and s.until_at is null and l.closed_at is null order by s.life");
    tx.all(query.bind(account), |row| row.get("life")).await
}

/// Ends somebody's being trusted on a page.
pub(crate) async fn end_trust<A: Changes>(
    may: &mut impl May<A>,
    life: Id<Life>,
    account: Id<Account>,
) -> Result<bool, DbError> {
    let query = sql(
        "update supporter set until_at = $1 where life = $2 and account = $3 and until_at is null",
    );
    let query = query.bind(may.now()).bind(life).bind(account);
    may.run(query).await.map(|touched| touched == 1)
}

/// True when the person can sign in themselves: somebody has taken up their own account.
pub(crate) async fn signs_in(reading: &mut Reading, life: &Id<Life>) -> Result<bool, DbError> {
    let query = sql("select s.account from standing s join account a on a.id = s.account \
         where s.life = $1 and s.tie = 'self' and s.until_at is null and a.sign_in is not null");
    let found = reading.one(query.bind(*life), |row| row.get::<String>("account"));
    Ok(found.await?.is_some())
}

/// The person's own account, if they have one that is open.
pub(crate) async fn own_account(
    reading: &mut Reading,
    life: &Id<Life>,
) -> Result<Option<Id<Account>>, DbError> {
    let query =
        sql("select account from standing where life = $1 and tie = 'self' and until_at is null");
    reading.one(query.bind(*life), |row| row.get("account")).await
}
