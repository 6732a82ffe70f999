//! What somebody should know of how their account was come into.

use kernel::{Moment, SpanOf};
use platform::{DbError, Reading};

use crate::store;

/// For so long the first page tells that an account was taken up again. It goes by time and not by
/// having been seen: whoever took it up would see it first.
const TOLD: i64 = 30 * SpanOf::DAY;

/// When the reader's account was last taken up again with a one-time code, where that is not long
/// ago. Nothing on a phone that was handed over.
pub async fn taken_up_again(reading: &mut Reading) -> Result<Option<Moment>, DbError> {
    let actor = reading.actor();
    let Some(account) = actor.account().filter(|_| actor.beside().is_none()) else {
        return Ok(None);
    };
    let after = reading.now().plus(-TOLD);
    store::invitations::taken_up_again(reading, account, after).await
}
