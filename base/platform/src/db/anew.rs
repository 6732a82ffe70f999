//! Writing a table of PostgreSQL anew, so that nothing of its old rows is left in its file.

use std::time::Duration;

use sqlx::AssertSqlSafe;

use super::{DbError, server::Server};

/// How often, and after how long, it is asked whether somebody still reads what is to go.
const TRIES: usize = 100;
const EVERY: Duration = Duration::from_millis(50);

/// The number that the next transaction will have: what was deleted until now, an earlier one deleted.
const NEXT: &str = "select pg_snapshot_xmax(pg_current_snapshot())::text";

/// True when no earlier transaction runs on the server, so that nobody who begins to read now is shown what it
/// deleted, and nobody who began before still reads this database.
const UNREAD: &str = "select pg_snapshot_xmin(pg_current_snapshot()) >= $1::text::xid8 \
     and not exists (select 1 from pg_stat_activity where datname = current_database() \
     and pid <> pg_backend_pid() \
     and age(backend_xmin) > age(($1::text::numeric % 4294967296)::text::xid))";

/// Waits until nobody reads what was deleted, as rows that somebody still sees are carried over, and
/// writes the table anew.
pub(super) async fn write_anew(server: &Server, table: &'static str) -> Result<(), DbError> {
    let mut lent = server.lend().await?;
    let next: String = sqlx::query_scalar(NEXT).fetch_one(lent.open()?).await?;
    for _ in 0..TRIES {
        if sqlx::query_scalar(UNREAD).bind(&next).fetch_one(lent.open()?).await? {
            let vacuum = sqlx::raw_sql(AssertSqlSafe(format!("vacuum full {table}")));
            vacuum.execute(lent.open()?).await?;
            lent.rest();
            return Ok(());
        }
        tokio::time::sleep(EVERY).await;
    }
    lent.rest();
    Err(DbError::Busy)
}
