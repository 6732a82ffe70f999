//! The last one alongside, and a person who cannot sign in: nobody could open the page any more.

use seed::Client;

use crate::{Told, each};

fn kit(told: &Told) -> String {
    format!("/lives/{}", told.id("life kit"))
}

/// The way to end Sam's walking beside Kit.
async fn end_of_sam(sam: &mut Client, told: &Told) -> String {
    let who = sam.get(&format!("/api/v1{}/who-can-see", kit(told))).await;
    format!("/alongside/{}/end", who.between("\"walk\":\"", "\"").unwrap())
}

/// Kit takes up an account.
async fn kit_signs_in(told: &Told, sam: &mut Client) {
    let path = format!("{}/invitations", kit(told));
    let made = sam.done(&path, &[("who", "person")]).await.unwrap();
    let code = sam.get(&made.to.unwrap()).await.between("id=\"code\"", "</p>").unwrap();
    let code = code.rsplit('>').next().unwrap();
    let join = [("code", code), ("name", "kit"), ("password", "a long enough one")];
    told.visitor().done("/join", &join).await.unwrap();
}

async fn bea_comes_in(told: &Told, sam: &mut Client) {
    let account = told.world.people["bea"].account.as_str();
    sam.done(&format!("{}/alongside", kit(told)), &[("account", account)]).await.unwrap();
}

#[tokio::test]
async fn the_last_one_alongside_stops_once_somebody_else_can_open_the_page() {
    for way in ["a colleague", "the person"] {
        for told in each().await {
            let mut sam = told.signed_in("sam").await;
            let end = format!("{}/alongside/end", kit(&told));
            let page = sam.get(&format!("{end}/ask")).await.body;
            assert!(page.contains("Nobody else walks beside Kit"), "{}: {page}", told.name);
            for next in ["alongside/new", "invitations/new"] {
                let href = format!("href=\"{}/{next}\"", kit(&told));
                assert!(page.contains(&href), "{}: {next}: {page}", told.name);
            }
            let own = end_of_sam(&mut sam, &told).await;
            for path in [end.clone(), own.clone(), format!("/api/v1{end}")] {
                let refused = sam.post(&path, &[]).await;
                assert_eq!(refused.status, 409, "{}: {path} {}", told.name, refused.body);
            }
            assert_eq!(sam.get(&kit(&told)).await.status, 200, "{}", told.name);
            // A code that nobody has used lets nobody in yet.
            let code = format!("{}/invitations", kit(&told));
            sam.done(&code, &[("who", "person")]).await.unwrap();
            assert_eq!(sam.post(&end, &[]).await.status, 409, "{}", told.name);
            if way == "a colleague" {
                bea_comes_in(&told, &mut sam).await;
            } else {
                kit_signs_in(&told, &mut sam).await;
            }
            let page = sam.get(&format!("{end}/ask")).await.body;
            assert!(!page.contains("Nobody else walks"), "{}: {way}: {page}", told.name);
            sam.done(&end, &[]).await.unwrap();
            assert_eq!(sam.get(&kit(&told)).await.status, 404, "{}: {way}", told.name);
            told.throw_away().await;
        }
    }
}

#[tokio::test]
async fn a_coordinator_reads_what_has_to_happen_first_and_a_part_ends_without_it() {
    for told in each().await {
        let (mut ines, mut sam) = (told.signed_in("ines").await, told.signed_in("sam").await);
        let end = end_of_sam(&mut sam, &told).await;
        let page = ines.get(&end).await.body;
        assert!(page.contains("Ask Sam first to ask a colleague in"), "{}: {page}", told.name);
        assert_eq!(ines.post(&end, &[]).await.status, 409, "{}", told.name);
        assert_eq!(sam.get(&kit(&told)).await.status, 200, "{}", told.name);
        let team = ines.get(&format!("/setup/bodies/{}", told.id("team riverside"))).await.body;
        let sams = team.split("<li>").find(|it| it.starts_with("Sam,")).unwrap();
        let part = sams.split("/memberships/").nth(1).unwrap().split('/').next().unwrap();
        ines.done(&format!("/memberships/{part}/end"), &[]).await.unwrap();
        assert_eq!(sam.get(&kit(&told)).await.status, 404, "{}", told.name);
    }
}

#[tokio::test]
async fn the_person_is_told_and_decides() {
    for told in each().await {
        let mut phone = told.signed_in("sam").await;
        let end = end_of_sam(&mut phone, &told).await;
        phone.done(&format!("{}/beside", kit(&told)), &[]).await.unwrap();
        let page = phone.get(&end).await.body;
        assert!(page.contains("you cannot sign in yourself yet"), "{}: {page}", told.name);
        phone.done(&end, &[]).await.unwrap();
        assert_eq!(phone.get(&kit(&told)).await.status, 404, "{}", told.name);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_the_last_two_who_stop_at_once_one_stays() {
    for told in each().await {
        let (mut sam, mut bea) = (told.signed_in("sam").await, told.signed_in("bea").await);
        bea_comes_in(&told, &mut sam).await;
        let end = format!("{}/alongside/end", kit(&told));
        let (one, two) = tokio::join!(sam.post(&end, &[]), bea.post(&end, &[]));
        let mut both = [one.status, two.status];
        both.sort_unstable();
        assert_eq!(both, [303, 409], "{}", told.name);
    }
}
