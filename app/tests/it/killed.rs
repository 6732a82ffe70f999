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

use crate::program::{Installation, Serving};

/// How many notes are answered before the program dies.
const ENOUGH: usize = 400;
const WRITERS: usize = 4;
const EACH: usize = 250;

#[test]
fn every_note_that_was_answered_is_there() {
    let installation = Installation::new();
    let mut serving = installation.serve();
    let path = serving.life_of_a_team();
    let answered: Arc<Mutex<HashSet<String>>> = Arc::default();
    let (count, stop) = (Arc::new(AtomicUsize::new(0)), Arc::new(AtomicBool::new(false)));
    let writers: Vec<_> = (0..WRITERS)
        .map(|writer| {
            let (answered, count, stop) = (answered.clone(), count.clone(), stop.clone());
            let (mut client, path) = (serving.client(), path.clone());
            std::thread::spawn(move || {
                for number in 0..EACH {
                    let text = format!("note {writer} of {number}, with some words in it");
                    if stop.load(Ordering::Relaxed) || !client.note(&path, &text) {
                        return;
                    }
                    answered.lock().unwrap().insert(text);
                    count.fetch_add(1, Ordering::Relaxed);
                }
            })
        })
        .collect();
    while count.load(Ordering::Relaxed) < ENOUGH && !writers.iter().all(JoinHandle::is_finished) {
        std::thread::yield_now();
    }
    serving.kill();
    stop.store(true, Ordering::Relaxed);
    for writer in writers {
        writer.join().unwrap();
    }
    let answered = answered.lock().unwrap();
    assert!(answered.len() >= ENOUGH, "only {} notes were answered", answered.len());

    let again: Serving = installation.serve_again(&serving);
    let there: HashSet<String> = again.client().notes(&path).into_iter().collect();
    let lost: Vec<_> = answered.difference(&there).collect();
    assert!(lost.is_empty(), "answered, and not there: {lost:?}");
    for text in &there {
        assert!(text.ends_with("with some words in it"), "half written: {text}");
    }
    drop(again);
    let verified = installation.run(&["verify"]);
    assert!(verified.contains("The journal is whole"), "{verified}");
}
