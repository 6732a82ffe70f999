//! A destroyed key leaves nothing of what it sealed: not in a file, not in a log, not on a page.

use std::{
    io::Write,
    sync::{Arc, Mutex},
};

use platform::{Subject, db::Limits};
use seed::{Client, Size};
use tracing::{level_filters::LevelFilter, subscriber::DefaultGuard};
use tracing_subscriber::{fmt::MakeWriter, util::SubscriberInitExt as _};

use crate::{Told, each, each_with};

/// A name and a sentence that stand nowhere else.
const NAME: &str = "Peregrine Ashdown-Vale";
const SENTENCE: &str = "went twice to the allotment with Abdul";

/// What the program logs, at its most talkative.
#[derive(Clone, Debug, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl Write for Log {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

impl<'a> MakeWriter<'a> for Log {
    type Writer = Self;

    fn make_writer(&'a self) -> Self {
        self.clone()
    }
}

/// Logs everything that this thread says for as long as what it gives back is held.
fn listen(log: &Log) -> DefaultGuard {
    let writes = tracing_subscriber::fmt().with_writer(log.clone());
    writes.with_max_level(LevelFilter::TRACE).finish().set_default()
}

/// Begins a life with the name in it, and keeps the sentence as a draft about it.
async fn plant(told: &Told, sam: &mut Client) -> String {
    let path = super::lives(told);
    let life = sam.done(&path, &[("called", NAME)]).await.unwrap().id();
    let draft = format!("/lives/{life}/invitations/draft");
    let typed = [("who", "supporter"), ("called", SENTENCE)];
    assert_eq!(sam.post(&draft, &typed).await.status, 204, "{}", told.name);
    let page = sam.get(&format!("/lives/{life}/invitations/new")).await.body;
    assert!(page.contains(NAME) && page.contains(SENTENCE), "{}: {page}", told.name);
    life
}

/// What must be nowhere, by what it is.
fn traces(wrapped: &[u8]) -> Vec<(&'static str, Vec<u8>)> {
    let mut traces = vec![("the wrapped key", wrapped.to_vec())];
    // Also without the name of the master key before it.
    traces.push(("the sealed key", wrapped.split_at(8).1.to_vec()));
    for text in [NAME, SENTENCE, "Peregrine", "allotment", "Ashdown"] {
        traces.push((text, text.as_bytes().to_vec()));
        traces.push((text, text.to_lowercase().into_bytes()));
    }
    traces
}

fn holds(bytes: &[u8], trace: &[u8]) -> bool {
    bytes.windows(trace.len()).any(|it| it == trace)
}

#[tokio::test]
async fn a_destroyed_key_leaves_nothing_behind() {
    for told in each().await {
        let log = Log::default();
        // Two, because a lone listener of one thread misses what other threads spoke of first.
        let _talkative = (listen(&log), listen(&log));
        let mut sam = told.signed_in("sam").await;
        let life = plant(&told, &mut sam).await;
        let wrapped = told.store.wrapped_key(&life).await.expect("there is a key");
        let stored = |files: &[(String, Vec<u8>)]| files.iter().any(|it| holds(&it.1, &wrapped));
        assert!(stored(&told.store.files()), "{}: the test can find a key", told.name);
        let subject = Subject::record(&kernel::Id::<()>::parse(&life).unwrap());
        told.state().destroy_key(subject).await.unwrap();
        told.state().seal_journal().await.unwrap();

        assert!(told.store.wrapped_key(&life).await.is_none(), "{}", told.name);
        let mut places = told.store.files();
        places.push(("the log".to_owned(), log.0.lock().unwrap().clone()));
        let dump = platform::backup::write(&told.store.db, app::STEPS, "", &mut Vec::new()).await;
        assert!(dump.is_ok(), "{}: it can still be backed up", told.name);
        for (place, bytes) in &places {
            assert!(!bytes.is_empty() || place.ends_with("-wal"), "{}: {place}", told.name);
            for (what, trace) in traces(&wrapped) {
                assert!(!holds(bytes, &trace), "{}: {what} is still in {place}", told.name);
            }
        }
        for file in ["keys.db", "the log"] {
            assert!(places.iter().any(|it| it.0.ends_with(file)), "{}: {file}", told.name);
        }
    }
}

#[tokio::test]
async fn the_page_of_somebody_erased_is_like_one_that_never_was() {
    for told in each().await {
        let mut sam = told.signed_in("sam").await;
        let life = plant(&told, &mut sam).await;
        let subject = Subject::record(&kernel::Id::<()>::parse(&life).unwrap());
        told.state().destroy_key(subject).await.unwrap();
        let nowhere = sam.get("/nowhere").await;
        for page in ["alongside/new", "invitations/new", "beside/ask", "alongside/end/ask"] {
            let seen = sam.get(&format!("/lives/{life}/{page}")).await;
            assert_eq!(seen.status, 404, "{}: {page}", told.name);
            assert_eq!(seen.body, nowhere.body, "{}: {page}", told.name);
        }
        // What would write about them writes nothing, and makes no new key.
        let draft = format!("/lives/{life}/invitations/draft");
        assert_eq!(sam.post(&draft, &[("called", SENTENCE)]).await.status, 404, "{}", told.name);
        let invite = format!("/lives/{life}/invitations");
        assert_eq!(sam.post(&invite, &[("who", "person")]).await.status, 404, "{}", told.name);
        assert!(told.store.wrapped_key(&life).await.is_none(), "{}", told.name);
        // Other people are still there, and the journal is whole.
        let jo = sam.get(&format!("/lives/{}/alongside/new", told.id("life jo"))).await;
        assert!(jo.body.contains("Jo"), "{}", told.name);
        told.state().seal_journal().await.unwrap();
        assert!(told.state().verify(None).await.unwrap().is_ok(), "{}", told.name);
    }
}

/// One person's erasure takes nothing from the others on a page.
#[tokio::test]
async fn pages_of_many_people_go_on_without_one_who_was_erased() {
    for told in each_with(Size::Story, Limits::default()).await {
        let team = told.id("team riverside");
        let subject = Subject::record(&kernel::Id::<()>::parse(told.id("life jo")).unwrap());
        let mut readers = Vec::new();
        for who in ["sam", "ines", "priya", "gwen", "nat"] {
            readers.push((who, told.signed_in(who).await));
        }
        let paths = ["/".to_owned(), format!("/teams/{team}/meeting"), "/me".to_owned()];
        let cycles = told.world.ids.iter().filter(|(name, _)| name.starts_with("cycle "));
        let paths = paths.into_iter().chain(cycles.map(|(_, id)| format!("/cycles/{id}")));
        let paths: Vec<String> = paths.collect();
        let mut read = Vec::new();
        for (who, mut reader) in readers {
            for path in &paths {
                if reader.get(path).await.status == 200 {
                    read.push((who, reader.clone(), path));
                }
            }
        }
        assert!(read.len() > 10, "{}: the story has such pages", told.name);
        told.state().destroy_key(subject).await.unwrap();
        let mut wrong = Vec::new();
        for (who, mut reader, path) in read {
            let status = reader.get(path).await.status;
            if status != 200 {
                wrong.push(format!("{who} {path}: {status}"));
            }
        }
        assert!(wrong.is_empty(), "{}: {wrong:?}", told.name);
    }
}

#[tokio::test]
async fn an_erased_name_becomes_somebody() {
    for told in each().await {
        let mut ines = told.signed_in("ines").await;
        let path = format!("/setup/bodies/{}", told.id("team riverside"));
        assert!(ines.get(&path).await.body.contains("Sam"), "{}", told.name);
        let account = kernel::Id::<()>::parse(&told.world.people["sam"].account).unwrap();
        told.state().destroy_key(Subject::account(&account)).await.unwrap();
        let page = ines.get(&path).await;
        assert_eq!(page.status, 200, "{}: {}", told.name, page.body);
        assert!(!page.body.contains("Sam<"), "{}: {}", told.name, page.body);
        assert!(page.body.contains("Bea"), "{}", told.name);
    }
}
