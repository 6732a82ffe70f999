//! The vault. Text about a person is sealed under that person's own key; destroying the key
//! destroys the text, wherever it was copied. Wrapped keys live in a store of their own.

mod hearing;
mod keys;
mod master;

use std::sync::Arc;

use kernel::{Id, Moment};

use crate::{
    Db, DbError,
    secret::{Key, SecretError},
};

pub(crate) use hearing::{hear, shred_what_is_owed};
pub use keys::KeyStore;
pub use master::MasterKeys;

/// Whom a sealed text is about.
#[derive(Debug)]
pub enum AnySubject {}

/// Under whose key something is sealed, and so what it takes to open it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Subject {
    /// Somebody's record: it opens only to a look that names them.
    Record(Id<AnySubject>),
    /// Somebody's own account, such as a colleague's name or a private draft: it opens to whoever
    /// the door has let in to the thing that shows it.
    Account(Id<AnySubject>),
    /// A group's own talk, such as a team's: it opens as an account's does.
    Group(Id<AnySubject>),
}

impl Subject {
    /// The record of `id`, whatever the slice calls it.
    pub const fn record<T: ?Sized>(id: &Id<T>) -> Self {
        Self::Record(id.cast())
    }

    /// The account of `id`.
    pub const fn account<T: ?Sized>(id: &Id<T>) -> Self {
        Self::Account(id.cast())
    }

    /// The group of `id`.
    pub const fn group<T: ?Sized>(id: &Id<T>) -> Self {
        Self::Group(id.cast())
    }

    /// Its id, whichever kind it is.
    pub const fn id(&self) -> &Id<AnySubject> {
        match self {
            Self::Record(id) | Self::Account(id) | Self::Group(id) => id,
        }
    }

    const fn letter(self) -> u8 {
        match self {
            Self::Record(_) => b'r',
            Self::Account(_) => b'a',
            Self::Group(_) => b'g',
        }
    }
}

/// Which text of which row: sealed text cannot be moved to another place.
#[derive(Clone, Copy, Debug)]
pub struct Place {
    row: [u8; 16],
    part: u8,
}

impl Place {
    /// The only, or first, sealed text of the row with this id.
    pub const fn of<T: ?Sized>(row: &Id<T>) -> Self {
        Self { row: *row.as_bytes(), part: 0 }
    }

    /// Another sealed text of the same row. The number is written into what is sealed, and so it
    /// can never change.
    #[must_use]
    pub const fn part(self, part: u8) -> Self {
        Self { part, ..self }
    }
}

/// Why a text cannot be sealed or opened.
#[derive(Debug, thiserror::Error)]
pub enum VaultError {
    /// The key was destroyed.
    #[error("there is no key")]
    NoKey,
    /// The key is missing, and nobody destroyed it.
    #[error("there is no key, and nobody destroyed it: is this the key store of this database?")]
    Lost,
    /// The look does not name the subject: a mistake of the program, not of the person.
    #[error("this look does not name whom the text is about")]
    NotNamed,
    /// Sealed for another place, or changed since.
    #[error(transparent)]
    Secret(#[from] SecretError),
    /// What was sealed is not text.
    #[error("what was sealed is not text")]
    NotText,
    /// The key store failed.
    #[error("key store: {0}")]
    Keys(#[source] Box<DbError>),
    /// The master key cannot be used.
    #[error("{0}")]
    Master(String),
}

/// Seals and opens. Handed out by the door only.
#[derive(Clone, Debug)]
pub struct Vault {
    keys: Arc<KeyStore>,
    index: Key,
    codes: Key,
}

const LABEL: &[u8] = b"tributary/text/1";

impl Vault {
    /// A vault over an open key store.
    pub async fn open(keys: KeyStore) -> Result<Self, DbError> {
        let index = keys.installation_key("index").await?;
        let codes = keys.installation_key("codes").await?;
        Ok(Self { keys: Arc::new(keys), index, codes })
    }

    /// The installation's own key for `purpose`, such as the journal's chain.
    pub(crate) async fn installation_key(&self, purpose: &str) -> Result<Key, DbError> {
        self.keys.installation_key(purpose).await
    }

    /// Seals `text` about `subject`, making its key if it has none yet: the key is written first.
    pub(crate) async fn seal(
        &self,
        subject: Subject,
        place: Place,
        text: &str,
        now: Moment,
    ) -> Result<Vec<u8>, DbError> {
        let key = self.keys.make(subject, now).await?;
        Ok(key.seal(&context(subject, place), text.as_bytes()))
    }

    /// Opens what [`Vault::seal`] sealed.
    pub(crate) async fn unseal(
        &self,
        subject: Subject,
        place: Place,
        sealed: &[u8],
    ) -> Result<String, DbError> {
        let Some(key) = self.keys.find(subject).await? else {
            return Err(self.keys.missing(subject).await?.into());
        };
        let text = key.open(&context(subject, place), sealed).map_err(VaultError::from)?;
        let text = std::str::from_utf8(&text).map_err(|_| VaultError::NotText)?;
        Ok(text.to_owned())
    }

    /// A keyed hash of `what` under the subject's own key: it finds what belongs to the subject, and
    /// leads nowhere once the key is destroyed.
    pub(crate) async fn mark(
        &self,
        subject: Subject,
        what: &str,
        now: Moment,
    ) -> Result<Vec<u8>, DbError> {
        let key = self.keys.make(subject, now).await?;
        Ok(key.derive("tributary/mark/1").mac(what.as_bytes()).to_vec())
    }

    /// Destroys the key of `subject`: nothing sealed under it opens again. The tombstone is
    /// written first, so that a copy brought back knows.
    pub(crate) async fn destroy(&self, subject: Subject, now: Moment) -> Result<(), DbError> {
        self.keys.destroy(subject, now).await
    }

    /// A keyed hash of a normalised name part, by which a sealed name is found again.
    pub(crate) fn fingerprint(&self, part: &str) -> Vec<u8> {
        self.index.mac(normalised(part).as_bytes()).iter().take(16).copied().collect()
    }

    /// A keyed hash of something short that somebody is handed or types: a code, an address. Without
    /// the key store it cannot be guessed from a copy of the data.
    pub(crate) fn hash(&self, what: &str) -> String {
        data_encoding::HEXLOWER.encode(&self.codes.mac(what.as_bytes()))
    }

    pub(crate) const fn keys(&self) -> &Arc<KeyStore> {
        &self.keys
    }

    /// The key store.
    pub(crate) fn store(&self) -> &Db {
        self.keys.db()
    }
}

/// Small letters without accents, as people search.
fn normalised(part: &str) -> String {
    use unicode_normalization::UnicodeNormalization as _;
    let plain = part.nfkd().filter(|it| !unicode_normalization::char::is_combining_mark(*it));
    plain.flat_map(char::to_lowercase).collect::<String>().trim().to_owned()
}

fn context(subject: Subject, place: Place) -> Vec<u8> {
    let mut context = LABEL.to_vec();
    context.push(subject.letter());
    context.extend(subject.id().as_bytes());
    context.extend(place.row);
    context.push(place.part);
    context
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_found_however_they_are_written() {
        assert_eq!(normalised(" Zo\u{eb} "), "zoe");
        assert_eq!(normalised("\u{212b}NGSTR\u{d6}M"), "angstrom");
    }
}
