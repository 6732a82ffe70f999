//! Whoever is asked about a held note hears of it, from then on and not before.

use super::{WENT, bea_joins, jo, noted};
use crate::{Told, each};

const DAY: i64 = 24 * 60 * 60;

async fn asked(told: &Told, who: &str) -> (bool, bool) {
    let page = told.get(who, "/").await.body;
    let agree = page.contains("A colleague asks you whether a note stays back");
    (agree, page.contains("A note was kept back, and now you are asked about it"))
}

async fn status(told: &Told, who: &str, note: &str) -> u16 {
    told.get(who, &format!("/notes/{note}")).await.status
}

#[tokio::test]
async fn the_lead_reads_a_held_note_when_the_lead_is_asked_and_not_before() {
    for told in each().await {
        let mut sam = told.signed_in("sam").await;
        let note = noted(&told, &mut sam, &[("text", WENT), ("hold", "yes")]).await;
        told.pass_seconds(7 * DAY - 60);
        assert_eq!(status(&told, "tom", &note).await, 404, "{}: not asked yet", told.name);
        assert_eq!(asked(&told, "tom").await, (false, false), "{}", told.name);
        told.pass_seconds(60);
        assert_eq!(status(&told, "tom", &note).await, 200, "{}: asked", told.name);
        assert_eq!(asked(&told, "tom").await, (false, true), "{}", told.name);
        for who in ["sam", "ines", "jo"] {
            assert_eq!(asked(&told, who).await, (false, false), "{} {who}", told.name);
        }
        let mut tom = told.signed_in("tom").await;
        tom.done(&format!("/notes/{note}/release"), &[]).await.unwrap();
        assert_eq!(asked(&told, "tom").await, (false, false), "{}: decided", told.name);
    }
}

#[tokio::test]
async fn who_is_asked_to_agree_hears_of_it_until_they_have() {
    for told in each().await {
        let mut sam = told.signed_in("sam").await;
        bea_joins(&told, &mut sam).await;
        for (second, day) in [("bea", "30"), ("tom", "29")] {
            let note = noted(&told, &mut sam, &[("text", WENT), ("hold", "yes")]).await;
            assert_eq!(asked(&told, second).await, (false, false), "{} {second}", told.name);
            let account = told.world.people[second].account.clone();
            let form = [
                ("reason", "It says where somebody hides."),
                ("review-day", day),
                ("review-month", "6"),
                ("review-year", "2026"),
                ("second", account.as_str()),
            ];
            sam.done(&format!("/notes/{note}/hold-on"), &form).await.unwrap();
            assert_eq!(asked(&told, second).await, (true, false), "{} {second}", told.name);
            assert_eq!(status(&told, second, &note).await, 200, "{} {second}", told.name);
            let mut client = told.signed_in(second).await;
            client.done(&format!("/notes/{note}/second"), &[]).await.unwrap();
            assert_eq!(asked(&told, second).await, (false, false), "{} {second}", told.name);
        }
    }
}

#[tokio::test]
async fn what_was_done_about_a_hold_stays_written_down() {
    for told in each().await {
        let mut sam = told.signed_in("sam").await;
        bea_joins(&told, &mut sam).await;
        let note = noted(&told, &mut sam, &[("text", WENT), ("hold", "yes")]).await;
        let bea = told.world.people["bea"].account.clone();
        let reason = [
            ("reason", "It says where somebody hides."),
            ("review-day", "30"),
            ("review-month", "6"),
            ("review-year", "2026"),
            ("second", bea.as_str()),
        ];
        let hold_on = format!("/notes/{note}/hold-on");
        sam.done(&hold_on, &reason).await.unwrap();
        told.signed_in("bea").await.done(&format!("/notes/{note}/second"), &[]).await.unwrap();
        sam.done(&hold_on, &reason).await.unwrap();
        sam.done(&format!("/notes/{note}/release"), &[]).await.unwrap();
        sam.done(&format!("/notes/{note}/hold"), &[]).await.unwrap();
        let acts = "select did, made_by from note_hold_act where note = ";
        let acts = told.store.rows(&format!("{acts}'{note}' order by id")).await;
        let did: Vec<&str> = acts.iter().map(|it| it[0].as_str()).collect();
        let all = ["held", "gave-reason", "agreed", "gave-reason", "showed", "held"];
        assert_eq!(did, all, "{}", told.name);
        assert_eq!(acts[2][1], bea, "{}: who agreed to the earlier reason", told.name);
    }
}

#[tokio::test]
async fn opening_a_form_is_said_without_its_verb() {
    for told in each().await {
        let mut sam = told.signed_in("sam").await;
        sam.get(&format!("{}/notes/new", jo(&told))).await;
        told.pass_seconds(5);
        let looked = told.get("jo", &format!("/api/v1{}/looked", jo(&told))).await;
        assert!(!looked.body.contains("note.add"), "{}: {}", told.name, looked.body);
        let page = told.get("jo", &format!("{}/looked", jo(&told))).await;
        let plain = "Sam opened a form that shows something of this page.";
        assert!(page.body.contains(plain), "{}: {}", told.name, page.body);
    }
}
