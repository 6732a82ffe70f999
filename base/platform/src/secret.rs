//! Keys and the little cryptography around them. Everything secret is made here, from the
//! operating system, whatever the seed of a demo says.

use std::fmt;

use chacha20poly1305::{
    KeyInit, XChaCha20Poly1305, XNonce,
    aead::{Aead, Payload},
};
use hmac::{Hmac, Mac};
use sha2::{Digest as _, Sha256};
use subtle::ConstantTimeEq as _;
use zeroize::Zeroizing;

/// The bytes of a nonce.
const NONCE: usize = 24;

/// The operating system could not give random bytes, or sealed bytes do not belong to this key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SecretError {
    /// Sealed with another key, for another place, or changed since.
    #[error("sealed bytes do not belong here")]
    NotOurs,
}

/// A 256-bit key. Wiped from memory when it is dropped; never printed.
#[derive(Clone, PartialEq, Eq)]
pub struct Key(Zeroizing<[u8; 32]>);

impl fmt::Debug for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Key(..)")
    }
}

impl Key {
    /// A fresh key.
    pub fn fresh() -> Self {
        Self(Zeroizing::new(random()))
    }

    /// A key from its bytes.
    pub fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(Zeroizing::new(bytes))
    }

    /// Its bytes, to be wrapped or written to a key file.
    pub(crate) fn bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// Reads the 64 hex characters of a key file.
    pub fn parse(text: &str) -> Option<Self> {
        let bytes = data_encoding::HEXLOWER_PERMISSIVE.decode(text.trim().as_bytes()).ok()?;
        bytes.try_into().ok().map(Self::from_bytes)
    }

    /// Eight bytes that tell which key this is and nothing about it.
    pub(crate) fn name(&self) -> [u8; 8] {
        let mut name = [0; 8];
        name.copy_from_slice(self.mac(b"tributary/key-name/1").split_at(8).0);
        name
    }

    /// Another key, for another use.
    #[must_use]
    pub fn derive(&self, purpose: &str) -> Self {
        Self::from_bytes(self.mac(purpose.as_bytes()))
    }

    /// HMAC-SHA-256 (RFC 2104) of `message`.
    pub fn mac(&self, message: &[u8]) -> [u8; 32] {
        mac_of(&self.0, message)
    }

    /// Seals `text` so that it opens only with this key and this `context`
    /// (XChaCha20-Poly1305; the nonce stands before the ciphertext).
    pub fn seal(&self, context: &[u8], text: &[u8]) -> Vec<u8> {
        let nonce: [u8; NONCE] = random();
        let payload = Payload { msg: text, aad: context };
        let sealed = self.cipher().encrypt(&XNonce::from(nonce), payload);
        // The only error is a text longer than 256 GiB, which no body limit lets in.
        let mut out = nonce.to_vec();
        out.extend(sealed.unwrap_or_default());
        out
    }

    /// Opens what [`Key::seal`] sealed.
    pub fn open(&self, context: &[u8], sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>, SecretError> {
        let (nonce, rest) = sealed.split_at_checked(NONCE).ok_or(SecretError::NotOurs)?;
        let nonce: [u8; NONCE] = nonce.try_into().map_err(|_| SecretError::NotOurs)?;
        let payload = Payload { msg: rest, aad: context };
        let opened = self.cipher().decrypt(&XNonce::from(nonce), payload);
        opened.map(Zeroizing::new).map_err(|_| SecretError::NotOurs)
    }

    fn cipher(&self) -> XChaCha20Poly1305 {
        XChaCha20Poly1305::new(&(*self.0).into())
    }
}

fn mac_of(key: &[u8; 32], message: &[u8]) -> [u8; 32] {
    // RFC 2104 fills a short key up with zeros to the block of the hash.
    let mut block = Zeroizing::new([0; 64]);
    for (to, from) in block.iter_mut().zip(key) {
        *to = *from;
    }
    let mut mac = <Hmac<Sha256> as hmac::KeyInit>::new(&(*block).into());
    mac.update(message);
    mac.finalize().into_bytes().into()
}

/// Random bytes from the operating system.
///
/// # Panics
/// When the operating system has none: nothing safe can be done then.
#[expect(clippy::expect_used, reason = "without randomness nothing safe can be done")]
pub fn random<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).expect("the operating system gives random bytes");
    bytes
}

/// A secret to hand to somebody: 32 random bytes as text, of which only the hash is kept.
pub fn token() -> String {
    data_encoding::BASE64URL_NOPAD.encode(&random::<32>())
}

/// SHA-256 in hex: how a handed-out secret is kept.
pub fn hash(text: &str) -> String {
    data_encoding::HEXLOWER.encode(&Sha256::digest(text.as_bytes()))
}

/// Compares in a time that does not depend on where two texts differ.
pub fn same(a: &[u8], b: &[u8]) -> bool {
    a.ct_eq(b).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_sealed_opens_with_the_same_key_and_context_only() {
        let key = Key::fresh();
        let sealed = key.seal(b"note 1", b"went twice");
        assert_eq!(&**key.open(b"note 1", &sealed).unwrap(), b"went twice");
        assert!(key.open(b"note 2", &sealed).is_err());
        assert!(Key::fresh().open(b"note 1", &sealed).is_err());
        let mut bent = sealed.clone();
        *bent.last_mut().unwrap() ^= 1;
        assert!(key.open(b"note 1", &bent).is_err());
        assert!(key.open(b"note 1", b"short").is_err());
    }

    #[test]
    fn the_mac_gives_its_published_answer() {
        // RFC 4231, test case 2, its key filled up with zeros as HMAC does.
        let mut bytes = [0; 32];
        bytes[..4].copy_from_slice(b"Jefe");
        let mac = Key::from_bytes(bytes).mac(b"what do ya want for nothing?");
        let hex = data_encoding::HEXLOWER.encode(&mac);
        assert_eq!(hex, "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    }

    #[test]
    fn a_key_does_not_print_itself() {
        assert_eq!(format!("{:?}", Key::from_bytes([7; 32])), "Key(..)");
    }
}
