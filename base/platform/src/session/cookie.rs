use axum::http::{HeaderMap, HeaderName, HeaderValue, header};

use crate::State;

/// The cookie of a sitting. It ends with the browser, is out of reach of scripts, and where the
/// site is served over TLS it is bound to the host.
#[derive(Clone, Copy, Debug)]
pub struct Cookie;

impl Cookie {
    const fn name(secure: bool) -> &'static str {
        if secure { "__Host-tributary" } else { "tributary" }
    }

    /// The secret in the request's cookie.
    pub(crate) fn read(headers: &HeaderMap, secure: bool) -> Option<String> {
        let all = headers.get_all(header::COOKIE).iter().filter_map(|it| it.to_str().ok());
        let mut pairs = all.flat_map(|line| line.split(';')).filter_map(|it| it.split_once('='));
        let found = pairs.find(|(name, _)| name.trim() == Self::name(secure));
        found.map(|(_, value)| value.trim().to_owned()).filter(|it| !it.is_empty())
    }

    /// The header that hands `secret` to the browser.
    pub fn set(state: &State, secret: &str) -> (HeaderName, HeaderValue) {
        Self::header(state.is_secure(), secret, "")
    }

    /// The header that takes it back.
    pub fn clear(state: &State) -> (HeaderName, HeaderValue) {
        Self::header(state.is_secure(), "", "; Max-Age=0")
    }

    fn header(secure: bool, value: &str, more: &str) -> (HeaderName, HeaderValue) {
        let lock = if secure { "; Secure" } else { "" };
        let name = Self::name(secure);
        let text = format!("{name}={value}; Path=/; HttpOnly; SameSite=Lax{lock}{more}");
        // Our own secrets are base64url: they always fit into a header.
        let value = HeaderValue::from_str(&text).unwrap_or(HeaderValue::from_static(""));
        (header::SET_COOKIE, value)
    }
}
