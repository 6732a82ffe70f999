//! Codes that nobody has used yet: found, made anew, taken back.

use seed::Client;

use super::bringing::{codes, read_out};
use crate::{Told, each};

fn riverside(told: &Told) -> String {
    format!("/setup/bodies/{}", told.id("team riverside"))
}

/// Brings Una in, and answers the invitation.
async fn una(told: &Told, ines: &mut Client) -> String {
    let form = [("called", "Una"), ("ties", "member")];
    ines.done(&format!("{}/people", riverside(told)), &form).await.unwrap().id()
}

async fn joins(told: &Told, code: &str) -> u16 {
    let join = [("code", code), ("name", "una"), ("password", "a long enough one")];
    told.visitor().post("/join", &join).await.status
}

#[tokio::test]
async fn whoever_brings_people_in_sees_who_has_not_come_yet() {
    for told in each().await {
        let mut ines = told.signed_in("ines").await;
        let none = ines.get(&riverside(&told)).await.body;
        assert!(!none.contains("nobody has used yet"), "{}", told.name);
        let invitation = una(&told, &mut ines).await;
        for who in ["ines", "alex"] {
            let page = told.get(who, &riverside(&told)).await.body;
            assert!(page.contains("Make a new code for Una"), "{}: {who}", told.name);
            let reads = page.contains(&format!("{}/codes", riverside(&told)));
            assert_eq!(reads, who == "ines", "{}: {who} made it", told.name);
            let api = told.get(who, &format!("/api/v1{}", riverside(&told))).await.body;
            assert!(api.contains(&format!("\"invitation\":\"{invitation}\"")), "{}", told.name);
        }
        let code = codes(&told, &mut ines).await.remove(0).1;
        assert_eq!(joins(&told, &code).await, 303, "{}", told.name);
        let page = ines.get(&riverside(&told)).await.body;
        assert!(page.contains("Una, works here"), "{}", told.name);
        assert!(!page.contains("Make a new code for Una"), "{}: she came", told.name);
    }
}

#[tokio::test]
async fn a_code_that_is_made_anew_takes_the_place_of_the_old_one() {
    for told in each().await {
        let mut ines = told.signed_in("ines").await;
        let invitation = una(&told, &mut ines).await;
        let old = codes(&told, &mut ines).await.remove(0).1;
        told.pass_seconds(8 * 24 * 3600);
        let mut ines = told.signed_in("ines").await;
        let page = ines.get(&riverside(&told)).await.body;
        assert!(page.contains("The code was over on"), "{}: {page}", told.name);
        let anew = format!("/invitations/{invitation}/anew");
        for who in ["bea", "sam", "mo", "tom", "jo", "priya"] {
            assert_eq!(told.get(who, &anew).await.status, 404, "{}: {who}", told.name);
            assert_eq!(told.post(who, &anew, &[]).await.status, 404, "{}: {who}", told.name);
        }
        assert!(ines.get(&anew).await.body.contains("stops working"), "{}", told.name);
        let made = ines.done(&anew, &[]).await.unwrap();
        let line = format!("journal where action = 'invitation.anew' and thing = '{}'", made.id());
        assert_eq!(told.store.count(&line).await, 1, "{}", told.name);
        let new = codes(&told, &mut ines).await.remove(0).1;
        let page = ines.get(&made.to.unwrap()).await.body;
        assert!(page.contains(&read_out(&new)), "{}", told.name);
        assert!(ines.get(&format!("/invitations/{invitation}")).await.body.contains("or is over"));
        assert_eq!(joins(&told, &old).await, 422, "{}: the old one is dead", told.name);
        // Somebody who still has the earlier page before them.
        assert_eq!(ines.post(&anew, &[]).await.status, 409, "{}", told.name);
        assert_eq!(joins(&told, &new).await, 303, "{}", told.name);
    }
}

#[tokio::test]
async fn nobody_makes_a_way_into_an_account_that_is_somebodys() {
    for told in each().await {
        let mut ines = told.signed_in("ines").await;
        let invitation = una(&told, &mut ines).await;
        let code = codes(&told, &mut ines).await.remove(0).1;
        assert_eq!(joins(&told, &code).await, 303, "{}", told.name);
        for verb in ["anew", "take-back"] {
            let path = format!("/invitations/{invitation}/{verb}");
            for who in ["ines", "alex"] {
                assert_eq!(told.get(who, &path).await.status, 409, "{}: {who}", told.name);
                assert_eq!(told.post(who, &path, &[]).await.status, 409, "{}: {who}", told.name);
            }
        }
        let open = "invitation where used_at is null and ended_at is null";
        assert_eq!(told.store.count(open).await, 0, "{}", told.name);
        // Nor by way of the person's page: Sam's invitation has no body.
        let path = format!("/lives/{}/invitations", told.id("life jo"));
        let mut sam = told.signed_in("sam").await;
        let of_jo = sam.done(&path, &[("who", "person")]).await.unwrap().id();
        let path = format!("/invitations/{of_jo}/anew");
        assert_eq!(told.post("alex", &path, &[]).await.status, 404, "{}", told.name);
    }
}

#[tokio::test]
async fn a_code_that_is_taken_back_takes_the_part_along() {
    for told in each().await {
        let mut ines = told.signed_in("ines").await;
        let invitation = una(&told, &mut ines).await;
        let code = codes(&told, &mut ines).await.remove(0).1;
        let back = format!("/api/v1/invitations/{invitation}/take-back");
        assert_eq!(told.post("bea", &back, &[]).await.status, 404, "{}", told.name);
        assert_eq!(ines.post(&back, &[]).await.status, 200, "{}", told.name);
        for action in ["invitation.take-back", "membership.end"] {
            let line = format!(
                "journal where action = '{action}' and via = 'session' \
                 and at = (select max(ended_at) from invitation)"
            );
            assert_eq!(told.store.count(&line).await, 1, "{}: {action}", told.name);
        }
        let page = ines.get(&riverside(&told)).await.body;
        assert!(!page.contains("Una"), "{}: {page}", told.name);
        assert_eq!(joins(&told, &code).await, 422, "{}", told.name);
        assert_eq!(ines.post(&back, &[]).await.status, 409, "{}", told.name);
    }
}

#[tokio::test]
async fn of_an_account_one_code_works_at_a_time() {
    for told in each().await {
        let mut sam = told.signed_in("sam").await;
        let path = format!("/lives/{}/invitations", told.id("life jo"));
        let mut all = Vec::new();
        for _ in 0..2 {
            let made = sam.done(&path, &[("who", "person")]).await.unwrap();
            let code = sam.get(&made.to.unwrap()).await.between("id=\"code\"", "</p>").unwrap();
            all.push(code.rsplit('>').next().unwrap().to_owned());
        }
        assert_eq!(joins(&told, &all[0]).await, 422, "{}: another took its place", told.name);
        assert_eq!(joins(&told, &all[1]).await, 303, "{}", told.name);
    }
}

#[tokio::test]
async fn a_coordinator_makes_no_code_for_whoever_carries_more_than_they_may_give() {
    for told in each().await {
        let (mut ines, mut alex) = (told.signed_in("ines").await, told.signed_in("alex").await);
        let form = [("called", "Una"), ("ties", "member"), ("ties", "steward")];
        let path = format!("{}/people", riverside(&told));
        let invitation = alex.done(&path, &form).await.unwrap().id();
        let page = ines.get(&riverside(&told)).await.body;
        assert!(page.contains("Una") && !page.contains("Make a new code"), "{}", told.name);
        for verb in ["anew", "take-back"] {
            let path = format!("/invitations/{invitation}/{verb}");
            assert_eq!(ines.get(&path).await.status, 404, "{}: {verb}", told.name);
            assert_eq!(ines.post(&path, &[]).await.status, 404, "{}: {verb}", told.name);
        }
        let page = alex.get(&riverside(&told)).await.body;
        assert!(page.contains("Make a new code for Una"), "{}", told.name);
        alex.done(&format!("/invitations/{invitation}/anew"), &[]).await.unwrap();
    }
}

#[tokio::test]
async fn a_program_that_may_only_read_reads_no_code() {
    for told in each().await {
        let mut ines = told.signed_in("ines").await;
        let path = format!("/invitations/{}", una(&told, &mut ines).await);
        let account = &told.world.people["ines"].account;
        for (writes, status) in [(false, 404), (true, 200)] {
            let token = app::commands::token::make(told.program(), account, "test", writes).await;
            let mut program = told.visitor().with_token(&token.unwrap());
            assert_eq!(program.get(&path).await.status, status, "{}: {writes}", told.name);
        }
    }
}
