//! Who has to do with lives.

use kernel::Id;
use people::Life;
use platform::{Account, DbError, Reading, sql};

/// The accounts of everybody who is or was something to these lives.
pub(crate) async fn accounts(
    reading: &mut Reading,
    lives: &[Id<Life>],
) -> Result<Vec<Id<Account>>, DbError> {
    let query = sql("select distinct account from standing where life in {}");
    reading.all(query.bind_list(lives), |row| row.get("account")).await
}
