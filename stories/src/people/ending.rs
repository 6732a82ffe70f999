//! Walking beside somebody ends: by the person, a colleague, the coordinator, or with the team.

use seed::{Client, Seen};

use crate::{Told, each};

/// Jo's page.
fn jo(told: &Told) -> String {
    format!("/lives/{}", told.id("life jo"))
}

/// The page that ends Sam's walking beside Jo, as the page on which this reader looks names it.
async fn end_of_sam(reader: &mut Client, page: &str, who: &str) -> String {
    let seen = reader.get(page).await;
    let links = seen.body.split("href=\"/alongside/").skip(1);
    let mut ends = links.filter(|it| it.split("</a>").next().is_some_and(|it| it.contains(who)));
    let id = ends.find_map(|it| it.split('/').next());
    format!("/alongside/{}/end", id.unwrap_or_else(|| panic!("{page}: {}", seen.body)))
}

/// The part of somebody in the team, as its page of people names it.
async fn part_of(told: &Told, reader: &mut Client, name: &str) -> String {
    let team = reader.get(&format!("/setup/bodies/{}", told.id("team riverside"))).await;
    let before = team.body.split(&format!("/end\">End that {name} ")).next().unwrap();
    before.rsplit('/').next().unwrap().to_owned()
}

async fn closed(told: &Told, sam: &mut Client, end: &str) {
    for path in [jo(told), format!("{}/notes", jo(told)), end.to_owned()] {
        assert_eq!(sam.get(&path).await.status, 404, "{}: {path}", told.name);
    }
    let note = sam.post(&format!("{}/notes", jo(told)), &[("text", "still there?")]).await;
    assert_eq!(note.status, 404, "{}", told.name);
}

async fn looked(told: &Told) -> Seen {
    told.get("jo", &format!("{}/looked", jo(told))).await
}

#[tokio::test]
async fn the_person_ends_that_somebody_walks_beside_them() {
    for told in each().await {
        let (mut own, mut sam) = (told.signed_in("jo").await, told.signed_in("sam").await);
        let page = format!("{}/who-can-see", jo(&told));
        let end = end_of_sam(&mut own, &page, "Sam").await;
        assert!(own.get(&end).await.body.contains("will not see your page"), "{}", told.name);
        let done = own.done(&end, &[]).await.unwrap();
        let page = own.get(&done.to.unwrap()).await;
        assert!(page.body.contains("Nobody walks alongside") || !page.body.contains("Sam, who"));
        closed(&told, &mut sam, &end).await;
        let said = looked(&told).await.body;
        assert!(said.contains("Jo ended that somebody walks beside you"), "{}", told.name);
        assert_eq!(own.post(&end, &[]).await.status, 404, "{}: it has ended", told.name);
    }
}

#[tokio::test]
async fn a_colleague_alongside_ends_anothers_walking() {
    for told in each().await {
        let mut sam = told.signed_in("sam").await;
        let account = told.world.people["bea"].account.clone();
        sam.done(&format!("{}/alongside", jo(&told)), &[("account", &account)]).await.unwrap();
        let mut bea = told.signed_in("bea").await;
        let end = end_of_sam(&mut bea, &format!("{}/who-can-see", jo(&told)), "Sam").await;
        bea.done(&end, &[]).await.unwrap();
        closed(&told, &mut sam, &end).await;
        assert_eq!(bea.get(&jo(&told)).await.status, 200, "{}", told.name);
        let said = looked(&told).await.body;
        assert!(said.contains("Bea ended that somebody walks beside you"), "{}", told.name);
    }
}

#[tokio::test]
async fn the_coordinator_ends_it_from_the_page_of_the_teams_people_and_learns_nothing_of_the_life()
{
    for told in each().await {
        let (mut ines, mut sam) = (told.signed_in("ines").await, told.signed_in("sam").await);
        let part = part_of(&told, &mut ines, "Sam").await;
        let walks = format!("/memberships/{part}/alongside");
        let end = end_of_sam(&mut ines, &walks, "Jo").await;
        for path in [jo(&told), format!("{}/who-can-see", jo(&told))] {
            assert_eq!(ines.get(&path).await.status, 404, "{}: {path}", told.name);
        }
        for other in ["tom", "bea", "alex", "mo", "priya"] {
            assert_eq!(told.get(other, &walks).await.status, 404, "{}: {other}", told.name);
            assert_eq!(told.get(other, &end).await.status, 404, "{}: {other}", told.name);
            assert_eq!(told.post(other, &end, &[]).await.status, 404, "{}: {other}", told.name);
        }
        assert_eq!(told.post("rosa", &end, &[]).await.status, 404, "{}", told.name);
        ines.done(&end, &[]).await.unwrap();
        closed(&told, &mut sam, &end).await;
        let kit = sam.get(&format!("/lives/{}", told.id("life kit"))).await;
        assert_eq!(kit.status, 200, "{}: Kit's page is another matter", told.name);
        let said = looked(&told).await.body;
        for line in ["Ines read that somebody of the team walks", "Ines ended that somebody"] {
            assert!(said.contains(line), "{}: {line} {said}", told.name);
        }
    }
}

#[tokio::test]
async fn the_page_that_ends_a_part_says_whose_and_which() {
    for told in each().await {
        let path = format!("/setup/bodies/{}", told.id("team riverside"));
        let account = told.world.people["sam"].account.as_str();
        let mut alex = told.signed_in("alex").await;
        let form = [("ties", "lead"), ("account", account)];
        alex.done(&format!("{path}/people"), &form).await.unwrap();
        let team = alex.get(&path).await.body;
        for part in ["End that Sam works here", "End that Sam is the named lead for safety here"] {
            let before = team.split(&format!("/end\">{part}<")).next().unwrap();
            let id = before.rsplit('/').next().unwrap();
            let page = alex.get(&format!("/memberships/{id}/end")).await;
            assert!(page.body.contains(part), "{}: {part}: {}", told.name, page.body);
        }
    }
}

#[tokio::test]
async fn back_leads_somewhere_for_whoever_arranges_and_whoever_coordinates() {
    for told in each().await {
        let path = format!("/setup/bodies/{}", told.id("team riverside"));
        for who in ["alex", "ines"] {
            let mut reader = told.signed_in(who).await;
            let page = reader.get(&path).await;
            let before = page.body.split("\" class=\"govuk-back-link\"").next().unwrap();
            let back = before.rsplit("href=\"").next().unwrap();
            assert_eq!(reader.get(back).await.status, 200, "{}: {who}: {back}", told.name);
        }
    }
}

#[tokio::test]
async fn whoever_leaves_a_team_walks_beside_none_of_its_people() {
    for told in each().await {
        let (mut ines, mut sam) = (told.signed_in("ines").await, told.signed_in("sam").await);
        let account = told.world.people["sam"].account.clone();
        let path = format!("/setup/bodies/{}/people", told.id("team riverside"));
        // As a colleague of two parts, Sam stays one when the first of them ends.
        let form = [("ties", "lead"), ("account", account.as_str())];
        told.signed_in("alex").await.done(&path, &form).await.unwrap();
        for (round, status) in [("first", 200), ("last", 404)] {
            let part = part_of(&told, &mut ines, "Sam").await;
            ines.done(&format!("/memberships/{part}/end"), &[]).await.unwrap();
            for life in ["life jo", "life kit", "life max"] {
                let seen = sam.get(&format!("/lives/{}", told.id(life))).await;
                assert_eq!(seen.status, status, "{}: {life}, the {round}", told.name);
            }
        }
        let open = format!("alongside where account = '{account}' and until_at is null");
        assert_eq!(told.store.count(&open).await, 0, "{}", told.name);
        let said = looked(&told).await.body;
        assert!(said.contains("who has left the team"), "{}: {said}", told.name);
        assert_eq!(told.get("jo", &jo(&told)).await.status, 200, "{}: Jo keeps it", told.name);
    }
}

#[tokio::test]
async fn a_closed_account_walks_beside_nobody_and_has_no_part() {
    for told in each().await {
        let (mut sam, account) =
            (told.signed_in("sam").await, told.world.people["sam"].account.clone());
        let id = kernel::Id::parse(&account).unwrap();
        people::admin::close(told.program(), id).await.unwrap();
        assert_eq!(sam.get("/me").await.status, 401, "{}", told.name);
        for table in ["alongside", "membership"] {
            let open = format!("{table} where account = '{account}' and until_at is null");
            assert_eq!(told.store.count(&open).await, 0, "{}: {table}", told.name);
        }
        let said = looked(&told).await.body;
        let line = "Tributary itself: ended that somebody walks beside you, who has left the team.";
        assert!(said.contains(line), "{}: {said}", told.name);
        let page = told.get("jo", &format!("{}/who-can-see", jo(&told))).await.body;
        assert!(!page.contains("Sam, who"), "{}: {page}", told.name);
    }
}

#[tokio::test]
async fn a_closed_account_is_trusted_by_nobody() {
    for told in each().await {
        let account = told.world.people["rosa"].account.clone();
        let page = told.get("jo", &format!("{}/who-can-see", jo(&told))).await.body;
        assert!(page.contains("Rosa"), "{}: {page}", told.name);
        people::admin::close(told.program(), kernel::Id::parse(&account).unwrap()).await.unwrap();
        let open = format!("supporter where account = '{account}' and until_at is null");
        assert_eq!(told.store.count(&open).await, 0, "{}", told.name);
        let page = told.get("jo", &format!("{}/who-can-see", jo(&told))).await.body;
        assert!(!page.contains("Rosa"), "{}: {page}", told.name);
        let said = looked(&told).await.body;
        let line = "Tributary itself: ended that somebody you trusted sees your page";
        assert!(said.contains(line), "{}: {said}", told.name);
    }
}

#[tokio::test]
async fn the_phone_in_the_persons_hand_closes_when_its_worker_walks_with_them_no_more() {
    for told in each().await {
        let mut phone = told.signed_in("sam").await;
        phone.done(&format!("{}/beside", jo(&told)), &[]).await.unwrap();
        assert_eq!(phone.get(&jo(&told)).await.status, 200, "{}", told.name);
        let mut own = told.signed_in("jo").await;
        let end = end_of_sam(&mut own, &format!("{}/who-can-see", jo(&told)), "Sam").await;
        own.done(&end, &[]).await.unwrap();
        for path in [jo(&told), format!("{}/looked", jo(&told))] {
            assert_eq!(phone.get(&path).await.status, 404, "{}: {path}", told.name);
        }
        assert!(!phone.get("/").await.body.contains(told.id("life jo")), "{}", told.name);
        let back = phone.done("/beside/end", &[("password", seed::PASSWORD)]).await.unwrap();
        assert_eq!(back.to.as_deref(), Some("/"), "{}", told.name);
        assert_eq!(phone.get(&jo(&told)).await.status, 404, "{}", told.name);
    }
}
