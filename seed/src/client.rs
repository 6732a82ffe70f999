//! Somebody with a browser, or a program with a token: requests go through the whole service.

use axum::{
    Router,
    body::Body,
    http::{HeaderMap, Method, Request, header},
};
use http_body_util::BodyExt as _;
use tower::ServiceExt as _;

use crate::Broken;

/// An answer, as a person would meet it.
#[derive(Clone, Debug)]
pub struct Seen {
    /// The status.
    pub status: u16,
    /// The page.
    pub body: String,
    /// Where it sends them.
    pub to: Option<String>,
    /// The headers.
    pub headers: HeaderMap,
}

impl Seen {
    /// The id at the end of where it sends them.
    pub fn id(&self) -> String {
        let to = self.to.as_deref().unwrap_or_default();
        let path = to.split(['?', '#']).next().unwrap_or_default();
        path.rsplit('/').next().unwrap_or_default().to_owned()
    }

    /// The text between two marks of the page, the first time they stand there.
    pub fn between(&self, from: &str, to: &str) -> Option<String> {
        let (_, rest) = self.body.split_once(from)?;
        rest.split_once(to).map(|(found, _)| found.to_owned())
    }
}

/// Somebody with a browser.
#[derive(Clone, Debug)]
pub struct Client {
    router: Router,
    cookie: Option<String>,
    /// Word of what was done, for the page that follows.
    word: Option<String>,
    token: Option<String>,
    language: Option<&'static str>,
}

impl Client {
    pub(crate) const fn new(router: Router) -> Self {
        Self { router, cookie: None, word: None, token: None, language: None }
    }

    /// A visitor of this service.
    pub const fn visitor(router: Router) -> Self {
        Self::new(router)
    }

    /// The same, as a program with a token.
    #[must_use]
    pub fn with_token(self, token: &str) -> Self {
        Self { token: Some(token.to_owned()), cookie: None, ..self }
    }

    /// The same browser, as it meets this service.
    #[must_use]
    pub fn at(self, router: Router) -> Self {
        Self { router, ..self }
    }

    /// The same, reading in another language.
    #[must_use]
    pub const fn reading(mut self, language: &'static str) -> Self {
        self.language = Some(language);
        self
    }

    /// What the browser holds of a sitting, as it sends it: the name of the cookie and its secret.
    pub fn cookie(&self) -> Option<&str> {
        self.cookie.as_deref()
    }

    /// Forgets every cookie, as a closed browser does.
    pub fn close(&mut self) {
        (self.cookie, self.word) = (None, None);
    }

    /// Reads a page.
    pub async fn get(&mut self, path: &str) -> Seen {
        self.send(Method::GET, path, "", "").await
    }

    /// Sends a form.
    pub async fn post(&mut self, path: &str, form: &[(&str, &str)]) -> Seen {
        let body = serde_html_form::to_string(form).unwrap_or_default();
        self.send(Method::POST, path, "application/x-www-form-urlencoded", &body).await
    }

    /// Sends JSON.
    pub async fn post_json(&mut self, path: &str, body: &serde_json::Value) -> Seen {
        self.send(Method::POST, path, "application/json", &body.to_string()).await
    }

    /// Sends a form that must be done, and says where it led.
    ///
    /// # Errors
    /// It was not done.
    pub async fn done(&mut self, path: &str, form: &[(&str, &str)]) -> Result<Seen, Broken> {
        let seen = self.post(path, form).await;
        if seen.status == 303 {
            return Ok(seen);
        }
        Err(Broken(format!("POST {path} was answered {}:\n{}", seen.status, seen.body)))
    }

    /// Sends any request. `kind` is the content type, if there is a body.
    pub async fn send(&mut self, method: Method, path: &str, kind: &str, body: &str) -> Seen {
        let mut request = Request::builder().method(method).uri(path);
        if !kind.is_empty() {
            request = request.header(header::CONTENT_TYPE, kind);
        }
        if let Some(language) = self.language {
            request = request.header(header::ACCEPT_LANGUAGE, language);
        }
        if let Some(token) = &self.token {
            request = request.header(header::AUTHORIZATION, format!("Bearer {token}"));
        } else {
            request = request.header("sec-fetch-site", "same-origin");
        }
        let cookies: Vec<&str> =
            [&self.cookie, &self.word].into_iter().flatten().map(|it| &**it).collect();
        if !cookies.is_empty() {
            request = request.header(header::COOKIE, cookies.join("; "));
        }
        match request.body(Body::from(body.to_owned())) {
            Ok(request) => self.send_raw(request).await,
            Err(why) => failed(&why.to_string()),
        }
    }

    /// Sends a request as it is.
    pub async fn send_raw(&mut self, request: Request<Body>) -> Seen {
        // A router never fails by itself: its error type has no value.
        let Ok(response) = self.router.clone().oneshot(request).await;
        let (head, body) = response.into_parts();
        let body = match body.collect().await {
            Ok(body) => String::from_utf8_lossy(&body.to_bytes()).into_owned(),
            Err(why) => return failed(&why.to_string()),
        };
        for line in head.headers.get_all(header::SET_COOKIE) {
            self.keep_cookie(line.to_str().unwrap_or_default());
        }
        let to = head.headers.get(header::LOCATION).and_then(|it| it.to_str().ok());
        let to = to.map(str::to_owned);
        Seen { status: head.status.as_u16(), body, to, headers: head.headers }
    }

    fn keep_cookie(&mut self, line: &str) {
        let pair = line.split(';').next().unwrap_or_default();
        let (name, value) = pair.split_once('=').unwrap_or_default();
        let kept = (!value.is_empty()).then(|| pair.to_owned());
        *(if name.ends_with("-done") { &mut self.word } else { &mut self.cookie }) = kept;
    }
}

fn failed(why: &str) -> Seen {
    Seen { status: 0, body: why.to_owned(), to: None, headers: HeaderMap::new() }
}
