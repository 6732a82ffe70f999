//! Who has to do with lives, and with a body.

use kernel::Id;
use people::{Body, Life};
use platform::{Account, DbError, Reading, sql};

/// The accounts of everybody who is or was something to these lives or in this body.
pub(crate) async fn accounts(
    reading: &mut Reading,
    lives: &[Id<Life>],
    body: &Id<Body>,
) -> Result<Vec<Id<Account>>, DbError> {
    let query = sql("select distinct account from standing where life in {}");
    let mut all = reading.all(query.bind_list(lives), |row| row.get("account")).await?;
    let query = sql("select distinct account from belonging where body = $1");
    let of_body: Vec<Id<Account>> =
        reading.all(query.bind(*body), |row| row.get("account")).await?;
    all.extend(of_body);
    Ok(all)
}
