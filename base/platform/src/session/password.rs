//! Passwords (argon2id) and the codes of an authenticator (TOTP, RFC 6238).

use std::sync::Arc;

use argon2::{
    Argon2, PasswordHasher as _, PasswordVerifier as _, password_hash::phc::PasswordHash,
};
use kernel::Moment;
use tokio::sync::Semaphore;
use totp_rs::{Builder, Totp};

use crate::secret;

/// The fewest characters of a password (NIST SP 800-63B-4, section 3.1.1.2, with a second step).
pub const SHORTEST: usize = 8;

/// Hashes off the threads that serve, a few at a time.
#[derive(Clone, Debug)]
pub struct Hasher(Arc<Semaphore>);

impl Hasher {
    pub(crate) fn new() -> Self {
        let cores = std::thread::available_parallelism().map_or(1, usize::from);
        Self(Arc::new(Semaphore::new(cores)))
    }

    /// The hash of a password. `None` when the machine is shutting down.
    pub async fn hash(&self, password: String) -> Option<String> {
        self.work(move || {
            Argon2::default().hash_password(password.as_bytes()).ok().map(|it| it.to_string())
        })
        .await
        .flatten()
    }

    /// True when `password` is the one that was hashed. Without a hash the same work is done, so
    /// that nobody learns from the time whether an account is there.
    pub async fn matches(&self, password: String, hashed: Option<String>) -> bool {
        let work = move || {
            let Some(hashed) = hashed else {
                return Argon2::default().hash_password(password.as_bytes()).is_err();
            };
            let Ok(hashed) = PasswordHash::new(&hashed) else { return false };
            Argon2::default().verify_password(password.as_bytes(), &hashed).is_ok()
        };
        self.work(work).await.unwrap_or_default()
    }

    async fn work<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Option<T> {
        let turn = self.0.acquire().await.ok()?;
        let done = tokio::task::spawn_blocking(work).await.ok();
        drop(turn);
        done
    }
}

/// A fresh secret for an authenticator: 20 bytes, as RFC 4226 recommends.
pub fn totp_secret() -> Vec<u8> {
    secret::random::<20>().to_vec()
}

/// The address that an authenticator scans.
pub fn totp_url(secret: &[u8], account: &str) -> Option<String> {
    totp(secret).map(|_| {
        let key = data_encoding::BASE32_NOPAD.encode(secret);
        let account: String = account.bytes().map(percent).collect();
        format!("otpauth://totp/Tributary:{account}?secret={key}&issuer=Tributary")
    })
}

fn percent(byte: u8) -> String {
    if byte.is_ascii_alphanumeric() { char::from(byte).to_string() } else { format!("%{byte:02X}") }
}

/// The time step that `code` belongs to, if it is right now or one step ago or ahead, and later
/// than `used`: a code works once.
pub fn totp_step(secret: &[u8], code: &str, now: Moment, used: i64) -> Option<i64> {
    let totp = totp(secret)?;
    let seconds = now.micros().max(0) / 1_000_000;
    let code: String = code.chars().filter(char::is_ascii_digit).collect();
    let steps = [seconds / 30 - 1, seconds / 30, seconds / 30 + 1];
    steps.into_iter().filter(|step| *step > used).find(|step| {
        let at = u64::try_from(step * 30).unwrap_or_default();
        secret::same(totp.generate(at).to_string().as_bytes(), code.as_bytes())
    })
}

/// The code that an authenticator shows now: for demonstrations and tests.
pub fn totp_code(secret: &[u8], now: Moment) -> Option<String> {
    let seconds = u64::try_from(now.micros() / 1_000_000).ok()?;
    totp(secret).map(|it| it.generate(seconds).to_string())
}

/// SHA-1, six digits, thirty seconds: what every authenticator understands.
fn totp(secret: &[u8]) -> Option<Totp> {
    Builder::new().with_secret(secret.to_vec()).build().ok()
}

/// Ten codes for when the phone is lost. They follow from the authenticator's key, so that they can
/// be shown beside it once; only keyed hashes of them are kept.
pub fn recovery_codes(key: &[u8]) -> Vec<String> {
    let mut bytes = [0; 32];
    for (to, from) in bytes.iter_mut().zip(key) {
        *to = *from;
    }
    let key = secret::Key::from_bytes(bytes);
    let one = |number: u8| {
        let mac = key.mac(&[b"tributary/recovery/1".as_slice(), &[number]].concat());
        // 80 bits: sixteen letters and digits.
        let short: Vec<u8> = mac.into_iter().take(10).collect();
        data_encoding::BASE32_NOPAD.encode(&short).to_lowercase()
    };
    (0..10).map(one).collect()
}

/// A one-time code that can be read out: ten letters and digits without look-alikes.
pub fn one_time_code() -> String {
    const LETTERS: &[u8; 32] = b"abcdefghijkmnpqrstuvwxyz23456789";
    let letter = |byte: u8| LETTERS.get(usize::from(byte % 32)).copied().map_or('a', char::from);
    secret::random::<10>().into_iter().map(letter).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// RFC 6238, appendix B, SHA-1: the six last digits of the published eight.
    #[test]
    fn codes_are_those_of_the_standard() {
        let secret = b"12345678901234567890";
        for (seconds, code) in
            [(59, "287082"), (1_111_111_109, "081804"), (2_000_000_000, "279037")]
        {
            let now = Moment::from_micros(seconds * 1_000_000);
            assert_eq!(totp_code(secret, now).unwrap(), code);
            assert_eq!(totp_step(secret, code, now, 0), Some(seconds / 30));
            assert_eq!(totp_step(secret, code, now, seconds / 30), None, "a code works once");
        }
    }

    #[test]
    fn recovery_codes_are_long_and_each_is_another() {
        let codes = recovery_codes(&[7; 20]);
        let all: std::collections::HashSet<&String> = codes.iter().collect();
        assert_eq!((codes.len(), all.len()), (10, 10));
        assert!(codes.iter().all(|it| it.len() == 16), "{codes:?}");
        assert_eq!(codes, recovery_codes(&[7; 20]), "the same key has the same codes");
    }

    #[tokio::test]
    async fn a_password_matches_its_own_hash_only() {
        let hasher = Hasher::new();
        let kept = hasher.hash("three streams joining".into()).await.unwrap();
        assert!(kept.starts_with("$argon2id$"));
        assert!(hasher.matches("three streams joining".into(), Some(kept.clone())).await);
        assert!(!hasher.matches("three streams".into(), Some(kept)).await);
        assert!(!hasher.matches("anything".into(), None).await);
    }
}
