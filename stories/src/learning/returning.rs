//! The ways back, and whom a public change names.

use seed::Size;

use super::story::{LIVES, answer_path, everybody_agreed, jos_ground, json, named, passed_on};
use crate::{each, each_with};

#[tokio::test]
async fn every_form_of_learning_leads_back_to_where_it_was_opened() {
    for told in each().await {
        let mut story = named(&told, &["jo"]).await;
        everybody_agreed(&told, &mut story).await;
        let ground = jos_ground(&told, &mut story).await;
        let (relay, jo) = (passed_on(&mut story).await, told.id("life jo").to_owned());
        let (cycle, pattern) = (&story.team, &story.pattern);
        let answer = format!("{}/new", answer_path(&jo, &ground));
        for (who, form, back) in [
            ("ines", format!("/cycles/{cycle}/patterns/new"), format!("/cycles/{cycle}")),
            ("ines", format!("/patterns/{pattern}/wordings/new"), format!("/patterns/{pattern}")),
            ("ines", format!("/patterns/{pattern}/asks/new"), format!("/patterns/{pattern}")),
            ("ines", format!("/patterns/{pattern}/relays/new"), format!("/patterns/{pattern}")),
            ("priya", format!("/relays/{relay}/relays/new"), format!("/relays/{relay}")),
            ("priya", format!("/relays/{relay}/responses/new"), format!("/relays/{relay}")),
            ("sam", answer.clone(), format!("/lives/{jo}")),
            ("jo", answer.clone(), format!("/lives/{jo}")),
        ] {
            let seen = told.get(who, &form).await;
            let link = format!("<a href=\"{back}\" class=\"govuk-back-link\">");
            assert!(seen.body.contains(&link), "{}: {form} {}", told.name, seen.body);
            assert_eq!(told.get(who, &back).await.status, 200, "{}: {back}", told.name);
        }
    }
}

#[tokio::test]
async fn the_story_of_the_place_names_nobody_it_was_learnt_with() {
    for told in each_with(Size::Story, platform::db::Limits::default()).await {
        let page = format!("/api/v1/cycles/{}", told.id("cycle place"));
        let learning = json(&told.get("gwen", &page).await.body)["learning"].to_string();
        assert!(learning.contains("Priya, Tom and Ines"), "{}: {learning}", told.name);
        for name in LIVES {
            let name = format!("{}{}", name[..1].to_uppercase(), &name[1..]);
            let mut words = learning.split(|it: char| !it.is_alphanumeric());
            assert!(words.all(|it| it != name), "{}: {name} {learning}", told.name);
        }
    }
}

#[tokio::test]
async fn what_was_passed_on_is_said_on_the_first_page_of_those_who_answer_until_they_do() {
    let waits = "waits for what you make of it";
    for told in each().await {
        let mut story = named(&told, &["jo"]).await;
        everybody_agreed(&told, &mut story).await;
        assert!(!told.get("priya", "/").await.body.contains(waits), "{}", told.name);
        let relay = passed_on(&mut story).await;
        let home = told.get("priya", "/").await.body;
        assert!(home.contains(waits), "{}: {home}", told.name);
        assert!(!told.get("gwen", "/").await.body.contains(waits), "{}: Gwen reads", told.name);
        let mut priya = told.signed_in("priya").await;
        let made = [("kind", "made-sense"), ("body", "It holds at the hub, too.")];
        let said = priya.post(&format!("/relays/{relay}/responses"), &made).await;
        assert_eq!(said.status, 303, "{}: {}", told.name, said.body);
        assert!(!priya.get("/").await.body.contains(waits), "{}: it is answered", told.name);
    }
}
