use std::time::Duration;

use tokio::task::JoinHandle;

use super::*;

struct Bench {
    writer: Writer,
    file: File,
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
    let path = Arc::new(folder.join("it.db"));
    let file = File { path, patience: Duration::from_secs(5) };
    let writer = Writer::open(file.clone()).await.unwrap();
    let mut table = writer.turn().await.unwrap();
    table.run("create table word (it text not null primary key)", &[]).unwrap();
    table.keep().await.unwrap();
    Bench { writer, file, folder }
}

impl Bench {
    async fn turn_with(&self, word: &str) -> Turn {
        let mut turn = self.writer.turn().await.unwrap();
        write(&mut turn, word).unwrap();
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
    fn words(&self) -> Vec<String> {
        let mut words = Vec::new();
        let take = |row: &Row| row.get("it").map(|it| words.push(it));
        let query = "select it from word order by it";
        self.file.to_read().unwrap().each(query, &[], take).unwrap();
        words
    }
}

fn write(turn: &mut Turn, word: &str) -> Result<(), DbError> {
    turn.run("insert into word (it) values ($1)", &[word.into()]).map(drop)
}

#[tokio::test]
async fn those_who_wait_are_in_the_same_commit_and_none_is_answered_before_it() {
    let bench = bench().await;
    let first = bench.turn_with("first").await;
    let second = bench.waiting().await;
    let kept = tokio::spawn(first.keep());
    let mut second = second.await.unwrap().unwrap();
    assert!(!kept.is_finished(), "it is not sure yet");
    assert!(bench.words().is_empty(), "and nobody sees it");
    write(&mut second, "second").unwrap();
    second.keep().await.unwrap();
    kept.await.unwrap().unwrap();
    assert_eq!(bench.words(), ["first", "second"]);
}

#[tokio::test]
async fn a_turn_that_is_not_kept_leaves_those_beside_it_as_they_are() {
    let bench = bench().await;
    let first = bench.turn_with("first").await;
    let second = bench.waiting().await;
    let kept = tokio::spawn(first.keep());
    let mut second = second.await.unwrap().unwrap();
    write(&mut second, "taken back").unwrap();
    let third = bench.waiting().await;
    drop(second);
    let mut third = third.await.unwrap().unwrap();
    write(&mut third, "third").unwrap();
    assert!(write(&mut third, "first").unwrap_err().is_taken(), "it sees what came before");
    third.keep().await.unwrap();
    kept.await.unwrap().unwrap();
    assert_eq!(bench.words(), ["first", "third"]);
}

#[tokio::test]
async fn a_turn_alone_that_is_left_leaves_nothing() {
    let bench = bench().await;
    drop(bench.turn_with("dropped").await);
    bench.turn_with("kept").await.keep().await.unwrap();
    assert_eq!(bench.words(), ["kept"]);
}

#[tokio::test]
async fn whoever_goes_away_while_it_is_kept_does_not_undo_it() {
    let bench = bench().await;
    let first = bench.turn_with("first").await;
    let gone = tokio::spawn(first.keep());
    tokio::task::yield_now().await;
    gone.abort();
    bench.turn_with("second").await.keep().await.unwrap();
    assert_eq!(bench.words(), ["first", "second"]);
}

#[tokio::test]
async fn when_the_disk_is_full_nobody_is_told_that_their_work_was_kept() {
    let bench = bench().await;
    let mut first = bench.turn_with("first").await;
    first.each("pragma max_page_count = 3", &[], |_| Ok(())).unwrap();
    let second = bench.waiting().await;
    let kept = tokio::spawn(first.keep());
    let mut second = second.await.unwrap().unwrap();
    let long = "second".repeat(10_000);
    assert!(write(&mut second, &long).unwrap_err().is_passing(), "the disk is full");
    let after = write(&mut second, "by itself").unwrap_err();
    assert!(after.is_passing(), "nothing follows, or it would be kept by itself: {after}");
    assert!(second.keep().await.unwrap_err().is_passing());
    assert!(kept.await.unwrap().unwrap_err().is_passing(), "the first is told, too");
    assert!(bench.words().is_empty());
    bench.turn_with("again").await.keep().await.unwrap();
    assert_eq!(bench.words(), ["again"], "the file was opened anew");
}

#[tokio::test]
async fn a_closed_writer_stays_closed() {
    let bench = bench().await;
    bench.writer.close().await;
    assert!(bench.writer.turn().await.unwrap_err().is_passing());
}
