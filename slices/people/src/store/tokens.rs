use kernel::Id;
use platform::{DbError, May, Reading, secret, sql};

use crate::token::{EndToken, KeptToken, MakeToken, NewToken, Token};

/// Keeps the hash of a token.
pub(crate) async fn add_token(
    may: &mut impl May<MakeToken>,
    secret: &str,
    token: NewToken<'_>,
) -> Result<(), DbError> {
    let (id, now) = (may.id::<Token>(), may.now());
    let scope = if token.writes { "write" } else { "read" };
    let query = sql("insert into token (id, secret, account, label, scope, made_at, ends_at) \
         values ($1, $2, $3, $4, $5, $6, $7)");
    let query = query.bind(id).bind(secret::hash(secret)).bind(token.account).bind(token.label);
    may.run(query.bind(scope).bind(now).bind(now.plus(token.holds))).await.map(drop)
}

/// The tokens that hold now, the newest first.
pub(crate) async fn held(reading: &mut Reading) -> Result<Vec<KeptToken>, DbError> {
    let now = reading.now();
    let query = sql("select id, account, label, scope, ends_at from token \
         where ended_at is null and ends_at > $1 order by made_at desc, id desc");
    reading
        .all(query.bind(now), |row| {
            Ok(KeptToken {
                id: row.get("id")?,
                account: row.get("account")?,
                label: row.get("label")?,
                writes: row.get::<String>("scope")? == "write",
                ends_at: row.get("ends_at")?,
            })
        })
        .await
}

/// Ends a token. False when there is none that holds.
pub(crate) async fn end(may: &mut impl May<EndToken>, id: Id<Token>) -> Result<bool, DbError> {
    let query = sql("update token set ended_at = $1 \
         where id = $2 and ended_at is null and ends_at > $1");
    may.run(query.bind(may.now()).bind(id)).await.map(|touched| touched == 1)
}
