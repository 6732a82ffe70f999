//! The disk is full, or the database goes away and comes back: no word is lost, nothing is half done,
//! and the program goes on without a restart.

use std::{
    net::{TcpListener, TcpStream},
    sync::{
        Arc, Mutex,
        atomic::{AtomicBool, Ordering},
    },
};

use crate::program::{Installation, Serving};

const TYPED: &str = "Quince %26 Marigold walked to the mill";
const SHOWN: &str = "Quince &#38; Marigold walked to the mill";

/// A worker with twenty notes saved in somebody's life: the path of the notes.
fn evening(serving: &Serving) -> String {
    let path = serving.life_of_a_team();
    let mut sam = serving.client();
    for number in 0..20 {
        assert!(sam.note(&path, &format!("saved before, {number}")));
    }
    path
}

fn field() -> String {
    format!("text={}&_once=the-same-form", TYPED.replace(' ', "+"))
}

/// Exactly these are there, in the program that never stopped, and it goes on.
fn goes_on(installation: &Installation, serving: Serving, path: &str, saved: usize) {
    assert_eq!(serving.client().notes(path).len(), saved, "what was answered, and nothing else");
    assert!(serving.client().note(path, "saved after"));
    drop(serving);
    let verified = installation.run(&["verify"]);
    assert!(verified.contains("The journal is whole"), "{verified}");
}

#[test]
fn a_full_disk_loses_no_word_and_needs_no_restart() {
    let installation = Installation::on_small_disk();
    let serving = installation.serve();
    let path = evening(&serving);
    let mut jo = serving.person_of(&path);
    let long = "It rained, and we went. ".repeat(300);
    let (mut saved, mut sam) = (20, serving.client());
    let refused = loop {
        let (status, body) = sam.try_note(&path, &format!("{saved}: {long}")).unwrap();
        if status != 201 {
            break (status, body);
        }
        saved += 1;
    };
    assert_eq!(refused.0, 503, "{}", refused.1);
    assert!(refused.1.contains("urn:tributary:problem:unavailable"), "{}", refused.1);
    let failed = jo.form(&path, &field());
    assert_eq!(failed.status, 503, "{}", failed.body);
    assert!(failed.body.contains(SHOWN), "{}", failed.body);
    installation.disk().grow();
    let again = jo.form(&path, &field());
    assert_eq!(again.status, 303, "the same form, sent again: {}", again.body);
    goes_on(&installation, serving, &path, saved + 1);
}

/// Between the program and its database: a test takes the line away, and gives it back.
struct Line {
    address: String,
    cut: Arc<AtomicBool>,
    open: Arc<Mutex<Vec<TcpStream>>>,
}

impl Line {
    fn to(server: String) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap().to_string();
        let (cut, open) = (Arc::new(AtomicBool::new(false)), Arc::new(Mutex::new(Vec::new())));
        let line = Self { address, cut: cut.clone(), open: open.clone() };
        std::thread::spawn(move || {
            for near in listener.incoming().map_while(Result::ok) {
                if cut.load(Ordering::SeqCst) {
                    continue;
                }
                let far = TcpStream::connect(&server).unwrap();
                pipe(&near, &far);
                pipe(&far, &near);
                open.lock().unwrap().extend([near, far]);
            }
        });
        line
    }

    fn cut(&self) {
        self.cut.store(true, Ordering::SeqCst);
        for end in self.open.lock().unwrap().drain(..) {
            end.shutdown(std::net::Shutdown::Both).unwrap_or_default();
        }
    }

    fn mend(&self) {
        self.cut.store(false, Ordering::SeqCst);
    }
}

fn pipe(from: &TcpStream, to: &TcpStream) {
    let (mut from, mut to) = (from.try_clone().unwrap(), to.try_clone().unwrap());
    std::thread::spawn(move || {
        std::io::copy(&mut from, &mut to).unwrap_or_default();
        to.shutdown(std::net::Shutdown::Both).unwrap_or_default();
    });
}

#[test]
fn a_database_that_goes_away_and_comes_back_loses_no_word() {
    // Without a server there is none that could go away.
    let Some(address) = testkit::fresh_address() else { return };
    let (before, rest) = address.split_once('@').unwrap();
    let (server, name) = rest.split_once('/').unwrap();
    let line = Line::to(server.to_owned());
    let installation = Installation::at(format!("{before}@{}/{name}", line.address));
    let serving = installation.serve();
    let path = evening(&serving);
    let mut jo = serving.person_of(&path);
    line.cut();
    for _ in 0..2 {
        let failed = jo.form(&path, &field());
        assert_eq!(failed.status, 503, "{}", failed.body);
        assert!(failed.body.contains(SHOWN), "{}", failed.body);
    }
    line.mend();
    let again = jo.form(&path, &field());
    assert_eq!(again.status, 303, "the same form, sent again: {}", again.body);
    goes_on(&installation, serving, &path, 21);
}
