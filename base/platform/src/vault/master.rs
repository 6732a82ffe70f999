use std::{fs, io::Write as _, os::unix::fs::OpenOptionsExt as _, path::Path};

use super::VaultError;
use crate::secret::Key;

/// The installation's master keys: the first wraps, all unwrap.
#[derive(Clone, Debug)]
pub struct MasterKeys {
    newest: Key,
    older: Vec<Key>,
}

const NAME: usize = 8;

impl MasterKeys {
    /// One master key.
    pub const fn one(newest: Key) -> Self {
        Self { newest, older: Vec::new() }
    }

    /// The same, and an older key that still unwraps.
    #[must_use]
    pub fn with_older(mut self, older: Key) -> Self {
        self.older.push(older);
        self
    }

    /// Reads a key file: 64 hex characters a line, the newest first. To rotate, put a new line on
    /// top and start again; when the log says that all keys are wrapped anew, drop the old line.
    pub fn parse(text: &str) -> Result<Self, VaultError> {
        let lines = text.lines().map(str::trim).filter(|it| !it.is_empty() && !it.starts_with('#'));
        let keys: Option<Vec<Key>> = lines.map(Key::parse).collect();
        let keys = keys.ok_or_else(|| broken("each line must be 64 hex characters"))?;
        let (newest, older) = keys.split_first().ok_or_else(|| broken("it holds no key"))?;
        Ok(Self { newest: newest.clone(), older: older.to_vec() })
    }

    /// Reads the key file at `path`, making it (mode 0600) when it is not there.
    pub fn from_file(path: &Path) -> Result<Self, VaultError> {
        match fs::read_to_string(path) {
            Ok(text) => Self::parse(&text),
            Err(why) if why.kind() == std::io::ErrorKind::NotFound => Self::make(path),
            Err(why) => Err(VaultError::Master(format!("{}: {why}", path.display()))),
        }
    }

    fn make(path: &Path) -> Result<Self, VaultError> {
        let key = Key::fresh();
        let text = data_encoding::HEXLOWER.encode(key.bytes());
        let mut options = fs::OpenOptions::new();
        let made = options.write(true).create_new(true).mode(0o600).open(path);
        made.and_then(|mut file| writeln!(file, "{text}").and_then(|()| file.sync_all()))
            .map_err(|why| VaultError::Master(format!("{}: {why}", path.display())))?;
        Ok(Self::one(key))
    }

    /// The key's name stands before the wrapped key, so that it is known which one unwraps.
    pub(super) fn wrap(&self, subject: &str, key: &Key) -> Vec<u8> {
        let mut wrapped = self.newest.name().to_vec();
        wrapped.extend(self.newest.seal(&context(subject), key.bytes()));
        wrapped
    }

    pub(super) fn unwrap(&self, subject: &str, wrapped: &[u8]) -> Result<Key, VaultError> {
        let (name, sealed) = wrapped.split_at_checked(NAME).ok_or_else(cut_short)?;
        let mut all = std::iter::once(&self.newest).chain(&self.older);
        let master = all.find(|key| key.name() == name).ok_or_else(|| {
            VaultError::Master("a data key was wrapped by a master key that is not here".into())
        })?;
        let key = master.open(&context(subject), sealed)?;
        let bytes: [u8; 32] = key.as_slice().try_into().map_err(|_| cut_short())?;
        Ok(Key::from_bytes(bytes))
    }

    pub(super) fn is_newest(&self, wrapped: &[u8]) -> bool {
        wrapped.starts_with(&self.newest.name())
    }
}

fn context(subject: &str) -> Vec<u8> {
    format!("tributary/key/1/{subject}").into_bytes()
}

fn cut_short() -> VaultError {
    VaultError::Master("a wrapped data key is cut short".into())
}

fn broken(why: &str) -> VaultError {
    VaultError::Master(format!("the master key file cannot be used: {why}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_old_master_key_still_unwraps_and_a_stranger_does_not() {
        let (old, data) = (Key::from_bytes([1; 32]), Key::from_bytes([9; 32]));
        let wrapped = MasterKeys::one(old).wrap("jo", &data);
        let text = format!("{}\n{}\n", "22".repeat(32), "01".repeat(32));
        let rotated = MasterKeys::parse(&text).unwrap();
        assert_eq!(rotated.unwrap("jo", &wrapped).unwrap(), data);
        assert!(!rotated.is_newest(&wrapped) && rotated.is_newest(&rotated.wrap("jo", &data)));
        assert!(rotated.unwrap("sam", &wrapped).is_err(), "a key opens for its own subject only");
        assert!(MasterKeys::one(Key::from_bytes([3; 32])).unwrap("jo", &wrapped).is_err());
    }

    #[test]
    fn a_key_file_that_makes_no_sense_is_refused() {
        assert!(MasterKeys::parse("").is_err() && MasterKeys::parse("abc").is_err());
    }
}
