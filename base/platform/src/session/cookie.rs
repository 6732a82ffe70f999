use axum::http::{HeaderMap, HeaderName, HeaderValue, header};

use crate::State;

/// The cookie of a sitting. It ends with the browser, is out of reach of scripts, and where the
/// site is served over TLS it is bound to the host.
#[derive(Clone, Copy, Debug)]
pub struct Cookie;

/// What a cookie is called without and with TLS.
struct Name {
    plain: &'static str,
    locked: &'static str,
}

const SITTING: Name = Name { plain: "tributary", locked: "__Host-tributary" };
const DONE: Name = Name { plain: "tributary-done", locked: "__Host-tributary-done" };

impl Name {
    const fn of(&self, secure: bool) -> &'static str {
        if secure { self.locked } else { self.plain }
    }
}

impl Cookie {
    /// The secret in the request's cookie.
    pub(crate) fn read(headers: &HeaderMap, secure: bool) -> Option<String> {
        Self::find(headers, &SITTING, secure)
    }

    /// The header that hands `secret` to the browser.
    pub fn set(state: &State, secret: &str) -> (HeaderName, HeaderValue) {
        Self::header(&SITTING, state.is_secure(), secret, "")
    }

    /// The header that takes it back.
    pub fn clear(state: &State) -> (HeaderName, HeaderValue) {
        Self::header(&SITTING, state.is_secure(), "", "; Max-Age=0")
    }

    /// What the page that is asked for shall say was done, if the request before it did something.
    pub(crate) fn done(headers: &HeaderMap, secure: bool) -> Option<String> {
        Self::find(headers, &DONE, secure)
    }

    /// Leaves word of what was done for the page that follows, which comes at once or not at all.
    pub(crate) fn tell(secure: bool, what: &str) -> (HeaderName, HeaderValue) {
        Self::header(&DONE, secure, what, "; Max-Age=60")
    }

    /// Takes the word back: it has been said.
    pub(crate) fn told(secure: bool) -> (HeaderName, HeaderValue) {
        Self::header(&DONE, secure, "", "; Max-Age=0")
    }

    fn find(headers: &HeaderMap, name: &Name, secure: bool) -> Option<String> {
        let all = headers.get_all(header::COOKIE).iter().filter_map(|it| it.to_str().ok());
        let mut pairs = all.flat_map(|line| line.split(';')).filter_map(|it| it.split_once('='));
        let found = pairs.find(|(it, _)| it.trim() == name.of(secure));
        found.map(|(_, value)| value.trim().to_owned()).filter(|it| !it.is_empty())
    }

    fn header(name: &Name, secure: bool, value: &str, more: &str) -> (HeaderName, HeaderValue) {
        let lock = if secure { "; Secure" } else { "" };
        let name = name.of(secure);
        let text = format!("{name}={value}; Path=/; HttpOnly; SameSite=Lax{lock}{more}");
        // Our own secrets are base64url: they always fit into a header.
        let value = HeaderValue::from_str(&text).unwrap_or(HeaderValue::from_static(""));
        (header::SET_COOKIE, value)
    }
}
