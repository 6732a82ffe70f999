//! Whoever speaks to the program over a real socket.

use std::{
    io::{BufRead as _, BufReader, Read as _, Write as _},
    net::TcpStream,
};

use serde_json::{Value, json};

/// What a form was answered.
pub(crate) struct Reply {
    pub(crate) status: u16,
    pub(crate) body: String,
    pub(crate) cookie: Option<String>,
}

pub(crate) struct Client {
    stream: BufReader<TcpStream>,
    token: String,
}

/// Somebody's browser, signed in.
pub(crate) struct Browser {
    pub(crate) client: Client,
    pub(crate) cookie: String,
}

impl Client {
    pub(crate) fn of(address: &str, token: &str) -> Self {
        let stream = TcpStream::connect(address).unwrap();
        stream.set_nodelay(true).unwrap();
        Self { stream: BufReader::new(stream), token: token.to_owned() }
    }
}

impl Browser {
    /// Sends a form, as its fields are written in a body.
    pub(crate) fn form(&mut self, path: &str, fields: &str) -> Reply {
        let headers = format!(
            "Sec-Fetch-Site: same-origin\r\nCookie: {}\r\n\
             Content-Type: application/x-www-form-urlencoded\r\n",
            self.cookie
        );
        self.client.ask("POST", path, &headers, fields).unwrap()
    }
}

impl Client {
    pub(crate) fn note(&mut self, path: &str, text: &str) -> bool {
        self.post(path, &json!({ "text": text })).is_some()
    }

    /// Every note of the list, from the first page to the last.
    pub(crate) fn notes(&mut self, path: &str) -> Vec<String> {
        let (mut all, mut after) = (Vec::new(), String::new());
        loop {
            let page = self.get(&format!("{path}{after}"));
            let notes = page["notes"].as_array().unwrap_or_else(|| panic!("no notes: {page}"));
            all.extend(notes.iter().map(|it| it["text"].as_str().unwrap().to_owned()));
            match page["next"].as_str() {
                Some(next) if !notes.is_empty() => after = format!("?after={next}"),
                _ => return all,
            }
        }
    }

    pub(crate) fn get(&mut self, path: &str) -> Value {
        let (status, body) = self.send("GET", path, "").unwrap();
        assert_eq!(status, 200, "GET {path}: {body}");
        serde_json::from_str(&body).unwrap()
    }

    /// The answer to a change; nothing, when the program went away before it answered.
    pub(crate) fn post(&mut self, path: &str, body: &Value) -> Option<Value> {
        let (status, answer) = self.send("POST", path, &body.to_string())?;
        assert!(status == 200 || status == 201, "POST {path}: {status} {answer}");
        serde_json::from_str(&answer).ok()
    }

    /// A note that may be refused.
    pub(crate) fn try_note(&mut self, path: &str, text: &str) -> Option<(u16, String)> {
        self.send("POST", path, &json!({ "text": text }).to_string())
    }

    pub(crate) fn send(&mut self, method: &str, path: &str, body: &str) -> Option<(u16, String)> {
        let headers =
            format!("Authorization: Bearer {}\r\nContent-Type: application/json\r\n", self.token);
        let reply = self.ask(method, &format!("/api/v1{path}"), &headers, body)?;
        Some((reply.status, reply.body))
    }

    /// Nothing, when the program went away before it answered.
    pub(crate) fn ask(
        &mut self,
        method: &str,
        path: &str,
        headers: &str,
        body: &str,
    ) -> Option<Reply> {
        let length = body.len();
        let head = format!(
            "{method} {path} HTTP/1.1\r\nHost: test\r\n{headers}Content-Length: {length}\r\n\r\n{body}"
        );
        self.stream.get_mut().write_all(head.as_bytes()).ok()?;
        let mut line = String::new();
        self.stream.read_line(&mut line).ok()?;
        let status = line.split(' ').nth(1)?.parse().ok()?;
        let (length, cookie) = self.headers()?;
        let mut answer = vec![0; length];
        self.stream.read_exact(&mut answer).ok()?;
        Some(Reply { status, body: String::from_utf8(answer).ok()?, cookie })
    }

    /// How long the answer is, and the cookie that came with it.
    fn headers(&mut self) -> Option<(usize, Option<String>)> {
        let (mut length, mut cookie) = (0, None);
        loop {
            let mut line = String::new();
            self.stream.read_line(&mut line).ok()?;
            let Some((name, value)) = line.trim().split_once(':') else {
                return Some((length, cookie));
            };
            match name.to_lowercase().as_str() {
                "content-length" => length = value.trim().parse().ok()?,
                "set-cookie" => cookie = value.trim().split(';').next().map(str::to_owned),
                _ => {}
            }
        }
    }
}
