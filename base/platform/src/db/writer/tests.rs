use sqlx::{Row as _, sqlite::SqliteJournalMode};
use tokio::task::JoinHandle;

use super::*;

struct Bench {
    writer: Writer,
    options: SqliteConnectOptions,
    folder: std::path::PathBuf,
}

impl Drop for Bench {
    fn drop(&mut self) {
        std::fs::remove_dir_all(&self.folder).unwrap_or_default();
    }
}

async fn bench() -> Bench {
    let folder = std::env::temp_dir().join(format!("tributary-writer-{}", crate::secret::token()));
    std::fs::create_dir_all(&folder).unwrap();
    let options = SqliteConnectOptions::new().filename(folder.join("it.db"));
    let options = options.create_if_missing(true).journal_mode(SqliteJournalMode::Wal);
    let writer = Writer::open(options.clone(), Duration::from_secs(5)).await.unwrap();
    let table = "create table word (it text not null primary key)";
    writer.alone(async |open| query(table).execute(open).await).await.unwrap().unwrap();
    Bench { writer, options, folder }
}

impl Bench {
    async fn turn_with(&self, word: &str) -> Turn {
        let mut turn = self.writer.turn().await.unwrap();
        write(&mut turn, word).await.unwrap();
        turn
    }

    /// Somebody who waits for a turn, and is in the queue already.
    async fn waiting(&self) -> JoinHandle<Result<Turn, DbError>> {
        let writer = self.writer.clone();
        let waits = tokio::spawn(async move { writer.turn().await });
        tokio::task::yield_now().await;
        waits
    }

    /// What somebody else finds in the file.
    async fn words(&self) -> Vec<String> {
        let mut open = self.options.connect().await.unwrap();
        let found = query("select it from word order by it").fetch_all(&mut open).await.unwrap();
        found.iter().map(|row| row.get(0)).collect()
    }
}

async fn write(turn: &mut Turn, word: &str) -> Result<(), DbError> {
    let insert = query("insert into word (it) values ($1)").bind(word.to_owned());
    let done = insert.execute(turn.connection()?).await;
    turn.noted(done).map(drop)
}

#[tokio::test]
async fn those_who_wait_are_in_the_same_commit_and_none_is_answered_before_it() {
    let bench = bench().await;
    let first = bench.turn_with("first").await;
    let second = bench.waiting().await;
    let kept = tokio::spawn(first.keep());
    let mut second = second.await.unwrap().unwrap();
    assert!(!kept.is_finished(), "it is not sure yet");
    assert!(bench.words().await.is_empty(), "and nobody sees it");
    write(&mut second, "second").await.unwrap();
    second.keep().await.unwrap();
    kept.await.unwrap().unwrap();
    assert_eq!(bench.words().await, ["first", "second"]);
}

#[tokio::test]
async fn a_turn_that_is_not_kept_leaves_those_beside_it_as_they_are() {
    let bench = bench().await;
    let first = bench.turn_with("first").await;
    let second = bench.waiting().await;
    let kept = tokio::spawn(first.keep());
    let mut second = second.await.unwrap().unwrap();
    write(&mut second, "taken back").await.unwrap();
    let third = bench.waiting().await;
    drop(second);
    let mut third = third.await.unwrap().unwrap();
    write(&mut third, "third").await.unwrap();
    assert!(write(&mut third, "first").await.unwrap_err().is_taken(), "it sees what came before");
    third.keep().await.unwrap();
    kept.await.unwrap().unwrap();
    assert_eq!(bench.words().await, ["first", "third"]);
}

#[tokio::test]
async fn a_turn_alone_that_is_left_leaves_nothing() {
    let bench = bench().await;
    bench.turn_with("left").await.leave().await;
    drop(bench.turn_with("dropped").await);
    bench.turn_with("kept").await.keep().await.unwrap();
    assert_eq!(bench.words().await, ["kept"]);
}

#[tokio::test]
async fn whoever_goes_away_while_it_is_kept_does_not_undo_it() {
    let bench = bench().await;
    let first = bench.turn_with("first").await;
    let gone = tokio::spawn(first.keep());
    tokio::task::yield_now().await;
    gone.abort();
    bench.turn_with("second").await.keep().await.unwrap();
    assert_eq!(bench.words().await, ["first", "second"]);
}

#[tokio::test]
async fn when_the_disk_is_full_nobody_is_told_that_their_work_was_kept() {
    let bench = bench().await;
    let mut first = bench.turn_with("first").await;
    let full = "pragma max_page_count = 3";
    query(full).execute(first.connection().unwrap()).await.unwrap();
    let second = bench.waiting().await;
    let kept = tokio::spawn(first.keep());
    let mut second = second.await.unwrap().unwrap();
    let long = "second".repeat(10_000);
    assert!(write(&mut second, &long).await.unwrap_err().is_passing(), "the disk is full");
    let after = write(&mut second, "by itself").await.unwrap_err();
    assert!(after.is_passing(), "nothing follows, or it would be kept by itself: {after}");
    assert!(second.keep().await.unwrap_err().is_passing());
    assert!(kept.await.unwrap().unwrap_err().is_passing(), "the first is told, too");
    assert!(bench.words().await.is_empty());
    bench.turn_with("again").await.keep().await.unwrap();
    assert_eq!(bench.words().await, ["again"], "the file was opened anew");
}

#[tokio::test]
async fn a_closed_writer_stays_closed() {
    let bench = bench().await;
    bench.writer.close().await;
    assert!(bench.writer.turn().await.unwrap_err().is_passing());
}
