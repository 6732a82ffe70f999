//! Keys for programs.

use kernel::{Id, SpanOf};
use platform::State;

/// Makes a token for an account, and says it: it is shown once.
///
/// # Errors
/// One line that says what could not be done.
pub async fn make(
    state: &State,
    account: &str,
    label: &str,
    writes: bool,
) -> Result<String, String> {
    let account = Id::parse(account).ok_or("an account is named by its id, 32 hex characters")?;
    people::make_token(state, people::NewToken { account, label, writes, holds: 90 * SpanOf::DAY })
        .await
        .map_err(|why| why.to_string())
}
