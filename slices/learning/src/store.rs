//! SQL, and nothing but.

pub(crate) mod asking;
pub(crate) mod ground;
pub(crate) mod known;
pub(crate) mod pattern;
pub(crate) mod relay;
pub(crate) mod response;
pub(crate) mod waiting;
pub(crate) mod wording;

use kernel::Id;
use platform::DbError;

/// An id that is a keyed hash. A fresh one would tell the moment it was made, and the journal who
/// was concerned at that moment.
fn quiet<T: ?Sized>(mark: &[u8]) -> Result<Id<T>, DbError> {
    let bytes = mark.first_chunk().ok_or_else(|| DbError::Unreadable("mark".to_owned()))?;
    Ok(Id::from_bytes(*bytes))
}

/// What ids are smaller than, where a list goes on: newer ids are greater, and every one is smaller
/// than a letter that none has.
fn before<T: ?Sized>(after: Option<Id<T>>) -> String {
    after.map_or_else(|| "g".to_owned(), |it| it.to_string())
}
