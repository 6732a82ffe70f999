//! A destroyed key leaves nothing of what it sealed: not in a file, not in a log, not on a page.

use std::{
    io::Write,
    sync::{Arc, Mutex},
};

use platform::Subject;
use seed::Client;
use tracing::{level_filters::LevelFilter, subscriber::DefaultGuard};
use tracing_subscriber::{fmt::MakeWriter, util::SubscriberInitExt as _};

use crate::{Told, each};

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

/// Begins a life with the name in it, and writes what there is to write about somebody.
async fn plant(told: &Told, sam: &mut Client) -> String {
    let path = super::lives(told);
    let life = sam.done(&path, &[("called", NAME)]).await.unwrap().id();
    let at = |rest: &str| format!("/lives/{life}/{rest}");
    for (path, form) in [
        ("matters", vec![("text", SENTENCE), ("whose", "written-down")]),
        ("around", vec![("name", NAME), ("role", SENTENCE), ("contact", SENTENCE)]),
        ("explorations", vec![("line", SENTENCE), ("hunch", SENTENCE), ("absent", NAME)]),
        ("notes", vec![("text", SENTENCE), ("present", NAME)]),
    ] {
        sam.done(&at(path), &form).await.unwrap();
    }
    let notes = sam.get(&format!("/api/v1{}", at("notes"))).await;
    let note = notes.between("\"note\":\"", "\"").unwrap();
    let reply = [("kind", "adds"), ("text", SENTENCE)];
    sam.done(&format!("/notes/{note}/replies"), &reply).await.unwrap();
    let typed = [("who", "supporter"), ("called", SENTENCE)];
    let draft = at("invitations/draft");
    assert_eq!(sam.post(&draft, &typed).await.status, 204, "{}", told.name);
    let page = sam.get(&at("invitations/new")).await.body;
    assert!(page.contains(NAME) && page.contains(SENTENCE), "{}: {page}", told.name);
    life
}

/// The person takes up an account of their own, and writes in it, too. Answers what is kept of the
/// name they sign in with.
async fn takes_part(told: &Told, sam: &mut Client, life: &str) -> Vec<u8> {
    let path = format!("/lives/{life}/invitations");
    let made = sam.done(&path, &[("who", "person")]).await.unwrap();
    let code = sam.get(&made.to.unwrap()).await.between("id=\"code\"", "</p>").unwrap();
    let mut own = told.visitor();
    let code = code.rsplit('>').next().unwrap();
    let join = [("code", code), ("name", "peregrine"), ("password", "a long enough one")];
    own.done("/join", &join).await.unwrap();
    own.done(&format!("/lives/{life}/notes"), &[("text", SENTENCE)]).await.unwrap();
    let column = if told.name == "sqlite" { "hex(sign_in)" } else { "encode(sign_in, 'hex')" };
    let query = format!("select {column} from account where record = '{life}'");
    let hex = told.store.rows(&query).await[0][0].clone();
    let byte = |at: usize| u8::from_str_radix(&hex[at..at + 2], 16).unwrap();
    (0..hex.len()).step_by(2).map(byte).collect()
}

/// What must be nowhere, by what it is.
fn traces(wrapped: &[u8], sign_in: &[u8]) -> Vec<(&'static str, Vec<u8>)> {
    let mut traces = vec![
        ("the wrapped key", wrapped.to_vec()),
        // Also without the name of the master key before it.
        ("the sealed key", wrapped.split_at(8).1.to_vec()),
        ("what is kept of the name for signing in", sign_in.to_vec()),
    ];
    for text in [NAME, SENTENCE, "Peregrine", "allotment", "Ashdown"] {
        traces.push((text, text.as_bytes().to_vec()));
        traces.push((text, text.to_lowercase().into_bytes()));
    }
    let base64 = |(what, bytes): &(&'static str, Vec<u8>)| (*what, base64(bytes).into_bytes());
    let encoded: Vec<_> = traces.iter().map(base64).collect();
    traces.extend(encoded);
    traces
}

/// As a backup writes bytes.
fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let whole = bytes.chunks_exact(3).flat_map(|three| {
        let bits = three.iter().fold(0_usize, |bits, byte| bits << 8 | usize::from(*byte));
        [18, 12, 6, 0].map(|at| char::from(LETTERS[bits >> at & 63]))
    });
    whole.collect()
}

fn holds(bytes: &[u8], trace: &[u8]) -> bool {
    bytes.windows(trace.len()).any(|it| it == trace)
}

/// Everything that is written down anywhere: files, and what a backup of each store takes along.
async fn everywhere(told: &Told) -> Vec<(String, Vec<u8>)> {
    let mut places = told.store.files();
    let keys = told.store.keys(app::KEY_STEPS).await;
    let mut data = Vec::new();
    platform::backup::write(&told.store.db, app::STEPS, "", &mut data).await.unwrap();
    places.push(("the backup of the data".to_owned(), data));
    let mut file = Vec::new();
    platform::backup::write(keys.db(), app::KEY_STEPS, "", &mut file).await.unwrap();
    places.push(("the backup of the keys".to_owned(), file));
    places
}

#[tokio::test]
async fn a_destroyed_key_leaves_nothing_behind() {
    for told in each().await {
        let log = Log::default();
        // Two, because a lone listener of one thread misses what other threads spoke of first.
        let _talkative = (listen(&log), listen(&log));
        let mut sam = told.signed_in("sam").await;
        let life = plant(&told, &mut sam).await;
        let sign_in = takes_part(&told, &mut sam, &life).await;
        let wrapped = told.store.wrapped_key(&life).await.expect("there is a key");
        for trace in [base64(&wrapped), base64(&sign_in)] {
            let found = everywhere(&told).await.iter().any(|it| holds(&it.1, trace.as_bytes()));
            assert!(found, "{}: the test can find what is there", told.name);
        }
        let subject = Subject::record(&kernel::Id::<()>::parse(&life).unwrap());
        told.program().destroy_key(subject).await.unwrap();
        told.state().seal_journal().await.unwrap();

        assert!(told.store.wrapped_key(&life).await.is_none(), "{}", told.name);
        let mut places = everywhere(&told).await;
        places.push(("the log".to_owned(), log.0.lock().unwrap().clone()));
        for (place, bytes) in &places {
            let may_be_empty = place.ends_with("-wal");
            assert!(!bytes.is_empty() || may_be_empty, "{}: {place}", told.name);
            for (what, trace) in traces(&wrapped, &sign_in) {
                assert!(!holds(bytes, &trace), "{}: {what} is still in {place}", told.name);
            }
        }
        for file in ["keys.db", "the log", "the backup of the data"] {
            assert!(places.iter().any(|it| it.0.ends_with(file)), "{}: {file}", told.name);
        }
        let mut own = told.visitor();
        let again = [("name", "peregrine"), ("password", "a long enough one")];
        assert_eq!(own.post("/sign-in", &again).await.status, 422, "{}", told.name);
    }
}

#[tokio::test]
async fn the_page_of_somebody_erased_is_like_one_that_never_was() {
    for told in each().await {
        let mut sam = told.signed_in("sam").await;
        let life = plant(&told, &mut sam).await;
        let subject = Subject::record(&kernel::Id::<()>::parse(&life).unwrap());
        told.program().destroy_key(subject).await.unwrap();
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
