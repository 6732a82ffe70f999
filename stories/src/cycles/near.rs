//! Where the learning of a cycle is talked of.

use seed::Client;

use super::steps::opened;
use crate::{Told, each};

/// Somebody new, with a part in this body, signed in.
async fn somebody_of(told: &Told, alex: &mut Client, body: &str, name: &str) -> Client {
    let path = format!("/setup/bodies/{body}/people");
    let made = alex.done(&path, &[("called", name), ("ties", "member")]).await.unwrap();
    let page = alex.get(&made.to.unwrap()).await;
    let code = page.between("id=\"code\"", "</p>").unwrap();
    let code = code.rsplit('>').next().unwrap();
    let mut browser = told.visitor();
    let join = [("code", code), ("name", name), ("password", "a long enough one")];
    browser.done("/join", &join).await.unwrap();
    browser
}

/// A cycle that a steward opens.
async fn cycle_of(told: &Told, who: &str, body: &str) -> String {
    let path = format!("/bodies/{}/cycles", told.id(body));
    told.post(who, &path, &[("system", "Living well")]).await.id()
}

#[tokio::test]
async fn a_cycle_is_read_where_its_learning_is_talked_of() {
    for told in each().await {
        let (mut alex, mut ines) = (told.signed_in("alex").await, told.signed_in("ines").await);
        let team = opened(&told, &mut ines).await;
        let mut cycles = vec![("team", team)];
        for (who, scale) in [("priya", "organisation"), ("priya", "place"), ("nat", "country")] {
            cycles.push((scale, cycle_of(&told, who, scale).await));
        }
        // Another organisation, with a team in the same place.
        let form = [("scale", "organisation"), ("name", "Elsewhere")];
        let elsewhere = alex.done("/setup/bodies", &form).await.unwrap().id();
        let within = ("within", elsewhere.as_str());
        let form = [("scale", "team"), ("name", "Hill"), within, ("place", told.id("place"))];
        let hill = alex.done("/setup/bodies", &form).await.unwrap().id();
        let mut others = Vec::new();
        for (name, body) in [("far", &elsewhere), ("near", &hill)] {
            others.push((name, somebody_of(&told, &mut alex, body, name).await));
        }
        others.push(("mo", told.signed_in("mo").await));
        others.push(("priya", told.signed_in("priya").await));
        for (scale, cycle) in &cycles {
            for (who, browser) in &mut others {
                let reads = match (*who, *scale) {
                    ("mo" | "priya", _) | (_, "country") | ("near", "place") => 200,
                    _ => 404,
                };
                let seen = browser.get(&format!("/cycles/{cycle}")).await;
                assert_eq!(seen.status, reads, "{}: {who} and the {scale}", told.name);
            }
        }
    }
}

#[tokio::test]
async fn who_stewards_a_country_does_not_read_what_a_team_says_among_itself() {
    for told in each().await {
        let team = opened(&told, &mut told.signed_in("ines").await).await;
        assert_eq!(told.get("nat", &format!("/cycles/{team}")).await.status, 404, "{}", told.name);
        assert_eq!(told.get("gwen", &format!("/cycles/{team}")).await.status, 200, "{}", told.name);
    }
}
