//! Who gives whom which part.

use crate::{Told, each};

fn people(told: &Told, body: &str) -> String {
    format!("/setup/bodies/{}/people", told.id(body))
}

#[tokio::test]
async fn a_coordinator_gives_what_a_team_works_by_and_nothing_to_themselves() {
    for told in each().await {
        let (mut ines, path) = (told.signed_in("ines").await, people(&told, "team riverside"));
        let page = ines.get(&format!("{path}/new")).await.body;
        assert!(page.contains("value=\"lead\""), "{}", told.name);
        for tie in ["steward", "governor"] {
            assert!(!page.contains(&format!("value=\"{tie}\"")), "{}: {tie}", told.name);
            let seen = ines.post(&path, &[("called", "Una"), ("ties", tie)]).await;
            assert_eq!(seen.status, 422, "{}: {tie}", told.name);
        }
        let account = |who: &str| told.world.people[who].account.clone();
        let own = [("ties", "lead"), ("account", &*account("ines"))];
        assert_eq!(ines.post(&path, &own).await.status, 422, "{}: not oneself", told.name);
        let bea = [("ties", "lead"), ("account", &*account("bea"))];
        ines.done(&path, &bea).await.unwrap();
    }
}

#[tokio::test]
async fn a_coordinator_brings_in_people_of_their_own_organisation_only() {
    for told in each().await {
        let mut alex = told.signed_in("alex").await;
        let form = [("scale", "organisation"), ("name", "Elsewhere")];
        let elsewhere = alex.done("/setup/bodies", &form).await.unwrap().id();
        let path = format!("/setup/bodies/{elsewhere}/people");
        let una = [("called", "Una"), ("ties", "member")];
        alex.done(&path, &una).await.unwrap();
        let stranger = alex.get(&format!("/api/v1/setup/bodies/{elsewhere}")).await;
        let stranger = stranger.between("\"account\":\"", "\"").unwrap();
        let codes = alex.get(&format!("/api/v1/setup/bodies/{elsewhere}/codes")).await;
        let code = codes.between("\"code\":\"", "\"").unwrap();
        let join = [("code", &*code), ("name", "una"), ("password", "a long enough one")];
        told.visitor().done("/join", &join).await.unwrap();
        let (mut ines, path) = (told.signed_in("ines").await, people(&told, "team riverside"));
        let form = [("ties", "member"), ("account", stranger.as_str())];
        assert_eq!(ines.post(&path, &form).await.status, 422, "{}", told.name);
        // Mo works in another team of the same organisation.
        let mo = [("ties", "member"), ("account", &*told.world.people["mo"].account)];
        ines.done(&path, &mo).await.unwrap();
        alex.done(&path, &form).await.unwrap();
    }
}

#[tokio::test]
async fn a_part_is_one_that_the_scale_has() {
    for told in each().await {
        let mut alex = told.signed_in("alex").await;
        for (body, tie, status) in [
            ("place", "steward", 303),
            ("place", "lead", 422),
            ("organisation", "governor", 303),
            ("country", "coordinator", 422),
            ("team riverside", "governor", 422),
            ("team riverside", "steward", 303),
        ] {
            let form = [("called", "Una"), ("ties", tie)];
            let seen = alex.post(&people(&told, body), &form).await;
            assert_eq!(seen.status, status, "{}: {tie} of {body}", told.name);
        }
    }
}

#[tokio::test]
async fn an_account_that_nobody_has_taken_up_is_nobodys_colleague() {
    for told in each().await {
        let (mut ines, path) = (told.signed_in("ines").await, people(&told, "team riverside"));
        let una = ines.done(&path, &[("called", "Una"), ("ties", "member")]).await.unwrap();
        let body = ines.get(&format!("/api/v1{}", path.trim_end_matches("/people"))).await.body;
        let at = body.find(&una.id()).expect("her code waits");
        let account = body[at..].split("\"account\":\"").nth(1).unwrap()[..32].to_owned();
        let form = [("ties", "member"), ("account", &*account)];
        for body in ["organisation", "team hillside"] {
            let path = people(&told, body);
            let page = told.get("alex", &format!("{path}/new")).await.body;
            assert!(!page.contains(&account), "{}: {body}", told.name);
            assert_eq!(told.post("alex", &path, &form).await.status, 422, "{}: {body}", told.name);
        }
        let path = format!("/lives/{}/alongside", told.id("life jo"));
        let asks = [("account", &*account)];
        assert_eq!(told.post("sam", &path, &asks).await.status, 422, "{}", told.name);
        let code = super::bringing::codes(&told, &mut ines).await.remove(0).1;
        let join = [("code", &*code), ("name", "una"), ("password", "a long enough one")];
        told.visitor().done("/join", &join).await.unwrap();
        told.signed_in("sam").await.done(&path, &asks).await.unwrap();
        let path = people(&told, "organisation");
        told.signed_in("alex").await.done(&path, &form).await.unwrap();
    }
}
