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
    /// The address of the key store, where it is not a file in the folder.
    keys: Option<String>,
    /// A small disk of its own for the folder.
    disk: Option<Disk>,
    master: PathBuf,
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
        let mut all = vec![Self::new(None, None, false).set_up()];
        all.extend(testkit::fresh_address().map(Self::at));
        all
    }

    /// One on PostgreSQL, at this address.
    pub(crate) fn at(database: String) -> Self {
        Self::new(Some(database), None, false).set_up()
    }

    /// One on a disk of its own, which a test can fill.
    pub(crate) fn on_small_disk() -> Self {
        Self::new(None, None, true).set_up()
    }

    /// One whose keys are on a PostgreSQL server, too, where there is one: several programs can serve
    /// it.
    pub(crate) fn for_several() -> Option<Self> {
        let (database, keys) = (testkit::fresh_address()?, testkit::fresh_address()?);
        Some(Self::new(Some(database), Some(keys), false).set_up())
    }

    /// The same, from a folder of another machine.
    pub(crate) fn elsewhere(&self) -> Self {
        let mut made = Self::new(self.database.clone(), self.keys.clone(), false);
        made.master.clone_from(&self.master);
        made.administrator.clone_from(&self.administrator);
        made.worker.clone_from(&self.worker);
        made
    }

    /// Makes a key of its own at the next start, instead of the one it was given.
    pub(crate) fn make_a_master_key(&mut self) {
        self.master = self.folder.join("master.key");
    }

    pub(crate) fn keep_keys_with_the_data(&mut self) {
        self.keys = self.database.clone();
    }

    fn new(database: Option<String>, keys: Option<String>, small: bool) -> Self {
        let name = format!("tributary-program-{}", platform::secret::token());
        let folder = std::env::temp_dir().join(name);
        let disk = small.then(|| Disk::at(&folder));
        let (administrator, worker) = (String::new(), String::new());
        let master = folder.join("master.key");
        Self { folder, database, keys, disk, master, administrator, worker }
    }

    fn set_up(mut self) -> Self {
        let setup = ["--called", "Alex", "--country", "Albion", "--place", "Ashwell"];
        let said = self.run(&[&["setup"], &setup[..], &["--organisation", "Together"]].concat());
        self.administrator = account(&said);
        self.worker = account(&self.run(&["user", "invite", "--called", "Sam"]));
        self
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = match &self.disk {
            Some(disk) => disk.command(PROGRAM),
            None => Command::new(PROGRAM),
        };
        command.args(arguments).env_clear().current_dir("/");
        command.env("TRIBUTARY_DATA", &self.folder).env("TRIBUTARY_LISTEN", "127.0.0.1:0");
        command.env("TRIBUTARY_MASTER_KEY_FILE", &self.master);
        command.envs(self.database.iter().map(|it| ("TRIBUTARY_DATABASE_URL", it)));
        command.envs(self.keys.iter().map(|it| ("TRIBUTARY_KEYS_URL", it)));
        command
    }

    /// What it says when it does not begin.
    pub(crate) fn refused(mut self, change: impl FnOnce(&mut Self)) -> String {
        change(&mut self);
        let out = self.command(&["serve"]).output().unwrap();
        assert!(!out.status.success());
        String::from_utf8_lossy(&out.stderr).into_owned()
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

    /// The head of a request that writes a note, as the worker's program sends it.
    pub(crate) fn head_of_a_note(&self, path: &str, length: &str) -> String {
        format!(
            "POST /api/v1{path} HTTP/1.1\r\nHost: test\r\nAuthorization: Bearer {}\r\n\
             Content-Type: application/json\r\n{length}\r\n\r\n",
            self.worker
        )
    }

    /// The most memory it has held, in bytes: `VmHWM` of proc(5).
    pub(crate) fn most_memory(&self) -> usize {
        let path = format!("/proc/{}/status", self.child.id());
        let text = std::fs::read_to_string(path).unwrap();
        let line = text.lines().find_map(|it| it.strip_prefix("VmHWM:")).unwrap();
        line.trim().trim_end_matches(" kB").parse::<usize>().unwrap() * 1024
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
