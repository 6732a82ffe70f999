//! The real program on a folder of its own, spoken to over a real socket.

use std::{
    io::{BufRead, BufReader, Read as _, Write as _},
    net::TcpStream,
    path::PathBuf,
    process::{Child, Command, Stdio},
};

use serde_json::{Value, json};

const PROGRAM: &str = env!("CARGO_BIN_EXE_tributary");

pub(crate) struct Installation {
    folder: PathBuf,
    administrator: String,
    worker: String,
}

pub(crate) struct Serving {
    child: Child,
    pub(crate) address: String,
    administrator: String,
    worker: String,
    account: String,
}

pub(crate) struct Client {
    stream: BufReader<TcpStream>,
    token: String,
}

impl Installation {
    pub(crate) fn new() -> Self {
        let name = format!("tributary-program-{}", platform::secret::token());
        let folder = std::env::temp_dir().join(name);
        let mut made = Self { folder, administrator: String::new(), worker: String::new() };
        let setup = ["--called", "Alex", "--country", "Albion", "--place", "Ashwell"];
        let said = made.run(&[&["setup"], &setup[..], &["--organisation", "Together"]].concat());
        made.administrator = account(&said);
        made.worker = account(&made.run(&["user", "invite", "--called", "Sam"]));
        made
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(PROGRAM);
        command.args(arguments).env_clear().current_dir("/");
        command.env("TRIBUTARY_DATA", &self.folder).env("TRIBUTARY_LISTEN", "127.0.0.1:0");
        command
    }

    pub(crate) fn run(&self, arguments: &[&str]) -> String {
        let out = self.command(arguments).output().unwrap();
        let said = String::from_utf8_lossy(&out.stdout).into_owned();
        assert!(out.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&out.stderr));
        said
    }

    fn token(&self, account: &str) -> String {
        let create = ["token", "create", "--account", account, "--label", "test", "--write"];
        self.run(&create).trim().to_owned()
    }

    pub(crate) fn serve(&self) -> Serving {
        let (administrator, worker) = (self.token(&self.administrator), self.token(&self.worker));
        self.start(administrator, worker)
    }

    pub(crate) fn serve_again(&self, before: &Serving) -> Serving {
        self.start(before.administrator.clone(), before.worker.clone())
    }

    fn start(&self, administrator: String, worker: String) -> Serving {
        let mut child = self.command(&["serve"]).stderr(Stdio::piped()).spawn().unwrap();
        let mut log = BufReader::new(child.stderr.take().unwrap());
        let mut line = String::new();
        while !line.contains("address=") {
            line.clear();
            assert!(log.read_line(&mut line).unwrap() > 0, "the program ended before it served");
        }
        let address = line.split("address=").nth(1).unwrap().trim().to_owned();
        // Somebody must read the log, or the program would wait for us.
        std::thread::spawn(move || std::io::copy(&mut log, &mut std::io::sink()));
        Serving { child, address, administrator, worker, account: self.worker.clone() }
    }
}

impl Drop for Installation {
    fn drop(&mut self) {
        std::fs::remove_dir_all(&self.folder).unwrap_or_default();
    }
}

fn account(said: &str) -> String {
    said.lines().find_map(|line| line.strip_prefix("Account ")).unwrap().to_owned()
}

impl Serving {
    pub(crate) fn client(&self) -> Client {
        self.client_with(&self.worker)
    }

    fn client_with(&self, token: &str) -> Client {
        let stream = TcpStream::connect(&self.address).unwrap();
        stream.set_nodelay(true).unwrap();
        Client { stream: BufReader::new(stream), token: token.to_owned() }
    }

    /// A team with the worker in it, and somebody the worker walks beside: the path of the notes.
    pub(crate) fn life_of_a_team(&self) -> String {
        let mut alex = self.client_with(&self.administrator);
        let bodies = alex.get("/setup/bodies");
        let organisation = bodies["bodies"].as_array().unwrap().iter();
        let organisation = organisation.clone().find(|it| it["scale"] == "organisation").unwrap();
        let team = json!({"scale": "team", "name": "Riverside", "within": organisation["id"]});
        let team = alex.post("/setup/bodies", &team).unwrap();
        let team = team["id"].as_str().unwrap();
        let member = json!({"account": self.account, "ties": ["member"]});
        alex.post(&format!("/setup/bodies/{team}/people"), &member).unwrap();
        let life = self.client().post(&format!("/teams/{team}/lives"), &json!({"called": "Jo"}));
        format!("/lives/{}/notes", life.unwrap()["id"].as_str().unwrap())
    }

    pub(crate) fn kill(&mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }
}

impl Drop for Serving {
    fn drop(&mut self) {
        self.child.kill().unwrap_or_default();
        self.child.wait().map(drop).unwrap_or_default();
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

    fn send(&mut self, method: &str, path: &str, body: &str) -> Option<(u16, String)> {
        let head = format!(
            "{method} /api/v1{path} HTTP/1.1\r\nHost: test\r\nAuthorization: Bearer {}\r\n\
             Content-Type: application/json\r\nContent-Length: {}\r\n\r\n{body}",
            self.token,
            body.len()
        );
        self.stream.get_mut().write_all(head.as_bytes()).ok()?;
        let mut line = String::new();
        self.stream.read_line(&mut line).ok()?;
        let status = line.split(' ').nth(1)?.parse().ok()?;
        let mut length = 0;
        loop {
            line.clear();
            self.stream.read_line(&mut line).ok()?;
            let header = line.trim().to_lowercase();
            if header.is_empty() {
                break;
            }
            if let Some(value) = header.strip_prefix("content-length:") {
                length = value.trim().parse().ok()?;
            }
        }
        let mut answer = vec![0; length];
        self.stream.read_exact(&mut answer).ok()?;
        Some((status, String::from_utf8(answer).ok()?))
    }
}
