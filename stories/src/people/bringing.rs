//! Several people are brought in at once: new ones with a code each, and colleagues without one.

use seed::Client;
use serde_json::{Value, json};

use crate::{Told, each};

fn riverside(told: &Told) -> String {
    format!("/setup/bodies/{}", told.id("team riverside"))
}

/// The codes that somebody can read out for the team, by name.
pub(super) async fn codes(told: &Told, who: &mut Client) -> Vec<(String, String)> {
    let seen = who.get(&format!("/api/v1{}/codes", riverside(told))).await;
    let seen: Value = serde_json::from_str(&seen.body).unwrap();
    let text = |line: &Value, name: &str| line[name].as_str().unwrap_or_default().to_owned();
    let lines = seen["codes"].as_array().unwrap().iter();
    lines.map(|it| (text(it, "called"), text(it, "code"))).collect()
}

/// A code as it is read out.
pub(super) fn read_out(code: &str) -> String {
    let (one, two) = code.split_at(5);
    format!("{one} {two}")
}

#[tokio::test]
async fn a_name_a_line_makes_an_account_and_a_code_for_each() {
    for told in each().await {
        let (mut ines, path) = (told.signed_in("ines").await, riverside(&told));
        let names = "Una\r\n\r\n  Max Weber\r\nPip";
        let form = [("called", names), ("ties", "member"), ("ties", "lead")];
        let done = ines.done(&format!("{path}/people"), &form).await.unwrap();
        assert_eq!(done.to.as_deref(), Some(&*format!("{path}/codes")), "{}", told.name);
        let page = ines.get(&done.to.unwrap()).await;
        let all = codes(&told, &mut ines).await;
        let called: Vec<&str> = all.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(called, ["Una", "Max Weber", "Pip"], "{}: in the order typed", told.name);
        for (name, code) in &all {
            let there = page.body.contains(name) && page.body.contains(&read_out(code));
            assert!(there, "{}: {name}", told.name);
        }
        let people = ines.get(&path).await.body;
        for part in ["Max Weber, works here", "Max Weber, named lead for safety"] {
            assert!(people.contains(part), "{}: {part}", told.name);
        }
        let written = "journal where action = 'membership.begin' and thing is not null \
                     and at = (select max(made_at) from account)";
        assert_eq!(told.store.count(written).await, 3, "{}: a line for each", told.name);
        let (_, code) = &all[1];
        let join = [("code", code.as_str()), ("name", "max"), ("password", "a long enough one")];
        told.visitor().done("/join", &join).await.unwrap();
        assert_eq!(codes(&told, &mut ines).await.len(), 2, "{}: it was used", told.name);
    }
}

#[tokio::test]
async fn codes_are_read_out_by_whoever_made_them_alone() {
    for told in each().await {
        let (mut ines, path) = (told.signed_in("ines").await, riverside(&told));
        let form = [("called", "Una\nMax"), ("ties", "member")];
        ines.done(&format!("{path}/people"), &form).await.unwrap();
        assert_eq!(codes(&told, &mut ines).await.len(), 2, "{}", told.name);
        let mut alex = told.signed_in("alex").await;
        assert!(codes(&told, &mut alex).await.is_empty(), "{}", told.name);
        for who in ["bea", "sam", "tom", "jo", "mo", "priya"] {
            let seen = told.get(who, &format!("{path}/codes")).await;
            assert_eq!(seen.status, 404, "{}: {who}", told.name);
        }
        told.pass_seconds(8 * 24 * 3600);
        let mut ines = told.signed_in("ines").await;
        assert!(codes(&told, &mut ines).await.is_empty(), "{}: they are over", told.name);
    }
}

#[tokio::test]
async fn a_line_that_is_wrong_is_named_and_nothing_is_half_done() {
    for told in each().await {
        let mut ines = told.signed_in("ines").await;
        let path = format!("{}/people", riverside(&told));
        let before = told.store.count("account").await;
        let long = "x".repeat(81);
        let many = (0..51).map(|it| format!("Name {it}")).collect::<Vec<_>>().join("\n");
        for (names, said) in [
            (format!("Una\n{long}"), "Line 2: make this name shorter"),
            ("Una\nMax\tWeber".to_owned(), "Line 2: something in this line cannot be seen"),
            ("Una\n\nuna".to_owned(), "Line 3: the same name stands in line 1"),
            (many, "These are 51 names"),
            (" \n".to_owned(), "Write the name of somebody new"),
        ] {
            let seen = ines.post(&path, &[("called", &names), ("ties", "member")]).await;
            assert_eq!(seen.status, 422, "{}: {said}", told.name);
            assert!(seen.body.contains(said), "{}: {said} {}", told.name, seen.body);
            let kept = seen.between("<textarea", "</textarea>").unwrap();
            let first = names.lines().next().unwrap();
            assert!(kept.contains(first), "{}: {kept}", told.name);
            let typed = json!({ "called": names, "ties": ["member"] });
            let seen = ines.post_json(&format!("/api/v1{path}"), &typed).await;
            assert_eq!(seen.status, 422, "{}: {said}", told.name);
            assert!(seen.body.contains(said), "{}: {}", told.name, seen.body);
        }
        assert_eq!(told.store.count("account").await, before, "{}", told.name);
    }
}

#[tokio::test]
async fn colleagues_of_the_organisation_come_along_without_a_code() {
    for told in each().await {
        let (mut ines, path) = (told.signed_in("ines").await, riverside(&told));
        let account = |who: &str| told.world.people[who].account.clone();
        let page = ines.get(&format!("{path}/people/new")).await.body;
        for who in ["mo", "bea", "priya"] {
            let choice = format!("value=\"{}\"", account(who));
            assert!(page.contains(&choice), "{}: {who}", told.name);
        }
        assert!(page.contains("Hillside team"), "{}: where they work", told.name);
        for who in ["ines", "jo", "rosa", "nat", "lee"] {
            let choice = format!("value=\"{}\"", account(who));
            assert!(!page.contains(&choice), "{}: {who}", told.name);
        }
        let (mo, gwen) = (account("mo"), account("gwen"));
        let form = [("ties", "member"), ("account", &*mo), ("account", &*gwen)];
        let before = told.store.count("account").await;
        let codes = told.store.count("invitation").await;
        let done = ines.done(&format!("{path}/people"), &form).await.unwrap();
        assert_eq!(done.to.as_deref(), Some(&*path), "{}: nothing to hand over", told.name);
        // Chosen again, they keep the part they have.
        ines.done(&format!("{path}/people"), &form).await.unwrap();
        assert_eq!(told.store.count("account").await, before, "{}", told.name);
        assert_eq!(told.store.count("invitation").await, codes, "{}", told.name);
        let people = ines.get(&path).await.body;
        for name in ["Mo, works here", "Gwen, works here"] {
            assert_eq!(people.matches(name).count(), 1, "{}: {name}", told.name);
        }
        let kit = format!("/teams/{}/lives/new", told.id("team riverside"));
        assert_eq!(told.get("mo", &kit).await.status, 200, "{}: Mo works here now", told.name);
    }
}

#[tokio::test]
async fn one_who_is_no_colleague_stops_all_who_were_chosen() {
    for told in each().await {
        let mut ines = told.signed_in("ines").await;
        let path = format!("/api/v1{}/people", riverside(&told));
        let account = |who: &str| told.world.people[who].account.clone();
        let (parts, all) = (told.store.count("membership").await, "account");
        // Nat works for the country, Jo is a person, and nobody gives a part to themselves.
        for who in ["nat", "jo", "rosa", "ines"] {
            let chosen = json!({ "called": "Una", "ties": ["member"],
                "account": [account("mo"), account(who)] });
            let before = told.store.count(all).await;
            assert_eq!(ines.post_json(&path, &chosen).await.status, 422, "{}: {who}", told.name);
            assert_eq!(told.store.count(all).await, before, "{}: {who}", told.name);
        }
        assert_eq!(told.store.count("membership").await, parts, "{}", told.name);
        let chosen = json!({ "called": "Una", "ties": ["member"], "account": [account("mo")] });
        let done = ines.post_json(&path, &chosen).await;
        assert_eq!(done.status, 200, "{}: {}", told.name, done.body);
        assert!(done.body.contains("/invitations/"), "{}: {}", told.name, done.body);
        assert_eq!(told.store.count("membership").await, parts + 2, "{}", told.name);
    }
}
