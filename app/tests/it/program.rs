//! The real program on a folder of its own, spoken to over a real socket.

use std::{
    io::{BufRead as _, BufReader},
    path::PathBuf,
    process::{Child, Command, Stdio},
};

use serde_json::json;

use crate::{
    client::{Browser, Client},
    disk::Disk,
};

const PROGRAM: &str = env!("CARGO_BIN_EXE_tributary");

pub(crate) struct Installation {
    folder: PathBuf,
    /// The address of a PostgreSQL database; SQLite in the folder without one.
    database: Option<String>,
    /// A small disk of its own for the folder.
    disk: Option<Disk>,
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

impl Installation {
    /// One on SQLite, and one on PostgreSQL where there is a server.
    pub(crate) fn each() -> Vec<Self> {
        let mut all = vec![Self::set_up(None, false)];
        all.extend(testkit::fresh_address().map(|it| Self::set_up(Some(it), false)));
        all
    }

    /// One on PostgreSQL, at this address.
    pub(crate) fn at(database: String) -> Self {
        Self::set_up(Some(database), false)
    }

    /// One on a disk of its own, which a test can fill.
    pub(crate) fn on_small_disk() -> Self {
        Self::set_up(None, true)
    }

    fn set_up(database: Option<String>, small: bool) -> Self {
        let name = format!("tributary-program-{}", platform::secret::token());
        let folder = std::env::temp_dir().join(name);
        let disk = small.then(|| Disk::at(&folder));
        let (administrator, worker) = (String::new(), String::new());
        let mut made = Self { folder, database, disk, administrator, worker };
        let setup = ["--called", "Alex", "--country", "Albion", "--place", "Ashwell"];
        let said = made.run(&[&["setup"], &setup[..], &["--organisation", "Together"]].concat());
        made.administrator = account(&said);
        made.worker = account(&made.run(&["user", "invite", "--called", "Sam"]));
        made
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = match &self.disk {
            Some(disk) => disk.command(PROGRAM),
            None => Command::new(PROGRAM),
        };
        command.args(arguments).env_clear().current_dir("/");
        command.env("TRIBUTARY_DATA", &self.folder).env("TRIBUTARY_LISTEN", "127.0.0.1:0");
        command.envs(self.database.iter().map(|it| ("TRIBUTARY_DATABASE_URL", it)));
        command
    }

    pub(crate) fn run(&self, arguments: &[&str]) -> String {
        let out = self.command(arguments).output().unwrap();
        let said = String::from_utf8_lossy(&out.stdout).into_owned();
        assert!(out.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&out.stderr));
        said
    }

    pub(crate) fn disk(&self) -> &Disk {
        self.disk.as_ref().unwrap()
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
        Client::of(&self.address, token)
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
        let member = json!({"account": [self.account], "ties": ["member"]});
        alex.post(&format!("/setup/bodies/{team}/people"), &member).unwrap();
        let life = self.client().post(&format!("/teams/{team}/lives"), &json!({"called": "Jo"}));
        format!("/lives/{}/notes", life.unwrap()["id"].as_str().unwrap())
    }

    /// The person whose life it is, signed in with a browser: the worker reads a code out.
    pub(crate) fn person_of(&self, notes: &str) -> Browser {
        let life = notes.trim_end_matches("/notes");
        let mut sam = self.client();
        let made = sam.post(&format!("{life}/invitations"), &json!({"who": "person"})).unwrap();
        let page = format!("/invitations/{}", made["id"].as_str().unwrap());
        let headers = format!("Authorization: Bearer {}\r\n", self.worker);
        let page = self.client().ask("GET", &page, &headers, "").unwrap().body;
        let (_, rest) = page.split_once("id=\"code\"").unwrap();
        let code = rest.split("</p>").next().unwrap().rsplit('>').next().unwrap();
        let form = format!("code={code}&name=jo&password=three+streams+joining");
        let mut browser = Browser { client: self.client(), cookie: String::new() };
        let joined = browser.form("/join", &form);
        assert_eq!(joined.status, 303, "{}", joined.body);
        browser.cookie = joined.cookie.unwrap();
        browser
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
