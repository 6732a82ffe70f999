//! The program is killed in the middle of a thousand notes. Every note that was answered is there,
//! none is half written, and the journal is whole.

use std::{
    collections::HashSet,
    sync::{
        Arc, Mutex,
        atomic::{AtomicBool, AtomicUsize, Ordering},
    },
    thread::JoinHandle,
};

use crate::{
    client::Client,
    program::{Installation, Serving},
};

/// How many notes are answered before the program dies.
const ENOUGH: usize = 400;
const WRITERS: usize = 4;
const EACH: usize = 250;

/// What several writers have been told is kept.
#[derive(Clone, Default)]
struct Answered {
    notes: Arc<Mutex<HashSet<String>>>,
    count: Arc<AtomicUsize>,
    stop: Arc<AtomicBool>,
}

impl Answered {
    fn write(self, mut client: Client, path: &str, writer: usize) {
        for number in 0..EACH {
            let text = format!("note {writer} of {number}, with some words in it");
            if self.stop.load(Ordering::Relaxed) || !client.note(path, &text) {
                return;
            }
            self.notes.lock().unwrap().insert(text);
            self.count.fetch_add(1, Ordering::Relaxed);
        }
    }
}

#[test]
fn every_note_that_was_answered_is_there() {
    for installation in Installation::each() {
        killed(&installation);
    }
}

fn killed(installation: &Installation) {
    let mut serving = installation.serve();
    let path = serving.life_of_a_team();
    let answered = Answered::default();
    let start = |writer| {
        let (answered, client, path) = (answered.clone(), serving.client(), path.clone());
        std::thread::spawn(move || answered.write(client, &path, writer))
    };
    let writers: Vec<_> = (0..WRITERS).map(start).collect();
    let busy = || !writers.iter().all(JoinHandle::is_finished);
    while answered.count.load(Ordering::Relaxed) < ENOUGH && busy() {
        std::thread::yield_now();
    }
    serving.kill();
    answered.stop.store(true, Ordering::Relaxed);
    for writer in writers {
        writer.join().unwrap();
    }
    let kept = answered.notes.lock().unwrap();
    assert!(kept.len() >= ENOUGH, "only {} notes were answered", kept.len());
    all_there(installation, &serving, &path, &kept);
}

fn all_there(installation: &Installation, before: &Serving, path: &str, kept: &HashSet<String>) {
    let again = installation.serve_again(before);
    let there: HashSet<String> = again.client().notes(path).into_iter().collect();
    let lost: Vec<_> = kept.difference(&there).collect();
    assert!(lost.is_empty(), "answered, and not there: {lost:?}");
    for text in &there {
        assert!(text.ends_with("with some words in it"), "half written: {text}");
    }
    drop(again);
    let verified = installation.run(&["verify"]);
    assert!(verified.contains("The journal is whole"), "{verified}");
}
