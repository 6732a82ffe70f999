//! Every look and every change is written down, and nobody can change what was written.

use platform::{RouteKind, journal::Broken};

use super::lives;
use crate::{
    Told,
    access::{fill, things},
    each,
};

/// The journal's lines since there were so many: account, via, action, did, thing, record.
async fn since(told: &Told, count: usize) -> Vec<Vec<String>> {
    let rows = "select account, via, action, did, thing, record from journal order by id";
    told.store.rows(rows).await.split_off(count)
}

#[tokio::test]
async fn every_look_at_a_persons_page_leaves_one_line_about_them() {
    for told in each().await {
        let (mut sam, jo) = (told.signed_in("sam").await, told.id("life jo"));
        let account = &told.world.people["sam"].account;
        let names = things().into_iter().filter(|(part, _)| *part == "life").collect();
        let mut looked = 0;
        for route in app::routes().table() {
            let path = fill(&told, &route.path, &names);
            let looks = matches!(route.kind, RouteKind::Show | RouteKind::Form);
            if !looks || !route.path.contains("{life}") || path.contains('{') {
                continue;
            }
            let before = told.store.count("journal").await;
            let seen = sam.get(&path).await;
            let lines = since(&told, before).await;
            if seen.status != 200 {
                assert_eq!(lines, Vec::<Vec<String>>::new(), "{}: {path}", told.name);
                continue;
            }
            let line = [account.as_str(), "session", route.action, "looked", jo, jo];
            assert_eq!(lines, [line], "{}: {path}", told.name);
            looked += 1;
        }
        assert!(looked >= 4, "{}: only {looked} pages of a life", told.name);
    }
}

#[tokio::test]
async fn every_change_leaves_a_line_with_what_it_made() {
    for told in each().await {
        let (mut sam, jo) = (told.signed_in("sam").await, told.id("life jo").to_owned());
        let account = told.world.people["sam"].account.clone();
        let before = told.store.count("journal").await;
        let made = sam.done(&format!("/lives/{jo}/invitations"), &[("who", "person")]).await;
        let invitation = made.unwrap().id();
        let line = [&account, "session", "life.invite", "changed", &invitation, &jo];
        assert_eq!(since(&told, before).await, [line], "{}", told.name);
        let before = told.store.count("journal").await;
        assert_eq!(sam.post(&lives(&told), &[("called", "")]).await.status, 422);
        assert_eq!(since(&told, before).await.len(), 0, "{}: nothing was changed", told.name);
        let before = told.store.count("journal").await;
        assert_eq!(
            told.signed_in("mo").await.get(&format!("/lives/{jo}/beside/ask")).await.status,
            404
        );
        let lines = since(&told, before).await;
        assert!(lines.iter().all(|it| it[5] != jo), "{}: nothing was seen: {lines:?}", told.name);
    }
}

#[tokio::test]
async fn whoever_holds_the_phone_is_written_down_as_such() {
    for told in each().await {
        let (mut sam, jo) = (told.signed_in("sam").await, told.id("life jo").to_owned());
        sam.done(&format!("/lives/{jo}/beside"), &[]).await.unwrap();
        let before = told.store.count("journal").await;
        sam.done("/beside/end", &[("password", seed::PASSWORD)]).await.unwrap();
        let lines = since(&told, before).await;
        assert_eq!(lines.last().unwrap()[1], "beside", "{}: {lines:?}", told.name);
    }
}

/// A house whose journal is sealed: how many lines, and the head that was published.
async fn sealed(told: &Told) -> (i64, String) {
    told.state().seal_journal().await.unwrap();
    let whole = told.state().verify(None).await.unwrap().expect("the journal is whole");
    assert_eq!(usize::try_from(whole.lines).unwrap(), told.store.count("journal").await);
    assert_eq!(told.store.count("journal_open").await, 0, "{}", told.name);
    (whole.lines, whole.head)
}

async fn broken(told: &Told, head: &str) -> Broken {
    let found = told.state().verify(Some(head)).await.unwrap();
    found.expect_err("somebody was at the journal")
}

async fn line_at(told: &Told, seq: i64) -> String {
    let rows = format!("select line from journal_chain where seq = {seq}");
    told.store.rows(&rows).await[0][0].clone()
}

#[tokio::test]
async fn a_whole_journal_is_proved_whole_and_goes_on() {
    for told in each().await {
        let (lines, head) = sealed(&told).await;
        told.get("sam", &format!("/lives/{}/alongside/new", told.id("life jo"))).await;
        let (more, newer) = sealed(&told).await;
        assert!(more > lines && newer != head, "{}", told.name);
        let still = told.state().verify(Some(&head)).await.unwrap();
        assert!(still.is_ok(), "{}: an earlier head is within it", told.name);
    }
}

/// Ways to change one column of a line so that it says something else.
const CHANGES: [&str; 7] = [
    "at = at + 1",
    "account = coalesce(account, '') || 'x'",
    "via = 'program' || via",
    "action = 'note.read'",
    "did = case did when 'looked' then 'changed' else 'looked' end",
    "thing = coalesce(thing, '') || 'x'",
    "record = case when record is null then '' else null end",
];

#[tokio::test]
async fn a_changed_line_is_named() {
    for told in each().await {
        let (lines, head) = sealed(&told).await;
        told.store.tamper("create table away as select * from journal").await;
        for (seq, change) in (lines - 7..).zip(CHANGES) {
            let line = line_at(&told, seq).await;
            let update = format!("update journal set {change} where id = '{line}'");
            assert_eq!(told.store.tamper(&update).await, 1, "{}", told.name);
            let found = broken(&told, &head).await;
            assert_eq!(found, Broken::At { seq, line: line.clone() }, "{}: {change}", told.name);
            told.store.tamper(&format!("delete from journal where id = '{line}'")).await;
            let back = format!("insert into journal select * from away where id = '{line}'");
            told.store.tamper(&back).await;
        }
        let whole = told.state().verify(Some(&head)).await.unwrap();
        assert!(whole.is_ok(), "{}: all is as it was", told.name);
    }
}

#[tokio::test]
async fn a_missing_line_is_named() {
    for told in each().await {
        let (lines, head) = sealed(&told).await;
        let line = line_at(&told, 5).await;
        told.store.tamper(&format!("delete from journal where id = '{line}'")).await;
        let found = broken(&told, &head).await;
        assert_eq!(found, Broken::At { seq: 5, line: line.clone() }, "{}", told.name);
        // Its link as well, and even with the numbers closed up behind it.
        told.store.tamper(&format!("delete from journal_chain where line = '{line}'")).await;
        let next = line_at(&told, 6).await;
        let found = broken(&told, &head).await;
        assert_eq!(found, Broken::At { seq: 5, line: next.clone() }, "{}", told.name);
        for seq in 6..=lines {
            let close = format!("update journal_chain set seq = {} where seq = {seq}", seq - 1);
            told.store.tamper(&close).await;
        }
        let found = broken(&told, &head).await;
        assert_eq!(found, Broken::At { seq: 5, line: next }, "{}", told.name);
    }
}

#[tokio::test]
async fn a_line_from_outside_is_named() {
    for told in each().await {
        let (_, head) = sealed(&told).await;
        let foreign = "f".repeat(32);
        let insert = "insert into journal (id, at, via, action, did) values";
        told.store.tamper(&format!("{insert} ('{foreign}', 1, 'program', 'x', 'looked')")).await;
        assert_eq!(broken(&told, &head).await, Broken::Foreign(foreign), "{}", told.name);
    }
}

#[tokio::test]
async fn a_lost_end_is_missed() {
    for told in each().await {
        let (lines, head) = sealed(&told).await;
        for seq in [lines, lines - 1] {
            let line = line_at(&told, seq).await;
            told.store.tamper(&format!("delete from journal where id = '{line}'")).await;
            told.store.tamper(&format!("delete from journal_chain where seq = {seq}")).await;
        }
        let short = told.state().verify(None).await.unwrap();
        assert!(short.is_ok(), "{}: what is left hangs together", told.name);
        assert_eq!(broken(&told, &head).await, Broken::Lost(head), "{}", told.name);
    }
}

#[tokio::test]
async fn without_a_journal_nothing_is_shown() {
    for told in each().await {
        let path = format!("/lives/{}/alongside/new", told.id("life jo"));
        let mut sam = told.signed_in("sam").await;
        assert!(sam.get(&path).await.body.contains("Jo"), "{}", told.name);
        for table in ["journal", "journal_open"] {
            told.store.tamper(&format!("alter table {table} rename to away")).await;
            let seen = sam.get(&path).await;
            assert_eq!(seen.status, 503, "{}: {table}", told.name);
            assert!(!seen.body.contains("Jo<") && !seen.body.contains("Jo "), "{}", told.name);
            told.store.tamper(&format!("alter table away rename to {table}")).await;
            assert_eq!(sam.get(&path).await.status, 200, "{}: it is back", told.name);
        }
    }
}
