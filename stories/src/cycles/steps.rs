//! Cycles: steps that never block, wordings that are kept, questions that change.

use seed::Client;

use crate::{Told, each};

/// Ines opens a cycle for the Riverside team.
pub(super) async fn opened(told: &Told, ines: &mut Client) -> String {
    let path = format!("/bodies/{}/cycles", told.id("team riverside"));
    ines.done(&path, &[("system", "Living well in Riverside")]).await.unwrap().id()
}

#[tokio::test]
async fn no_step_of_a_cycle_waits_for_another() {
    for told in each().await {
        let mut ines = told.signed_in("ines").await;
        let cycle = opened(&told, &mut ines).await;
        let path = format!("/cycles/{cycle}/entries");
        for step in ["embed", "stewardship", "explore", "co-design", "understand", "purpose"] {
            let text = format!("Written into {step} <b>");
            let form = [("step", step), ("text", text.as_str())];
            ines.done(&path, &form).await.unwrap();
        }
        let fact = [
            ("step", "understand"),
            ("text", "Twenty-five contracts became one."),
            ("source", "NHS Confederation, case study"),
            ("prompt", "prompt-team-understand-1"),
        ];
        ines.done(&path, &fact).await.unwrap();
        let tried = [("line", "Ask at the first visit who would come along")];
        let id = ines.done(&format!("/cycles/{cycle}/explorations"), &tried).await.unwrap().id();
        let page = ines.get(&format!("/cycles/{cycle}")).await.body;
        assert!(page.contains("Written into embed &#60;b&#62;"), "{}: {page}", told.name);
        assert!(page.contains("Published fact"), "{}", told.name);
        assert!(page.contains("Source: NHS Confederation, case study."), "{}", told.name);
        assert!(page.contains(tried[0].1) && page.contains(&id), "{}", told.name);
        for (who, status) in [("gwen", 403), ("mo", 403), ("alex", 404), ("jo", 404), ("rosa", 404)]
        {
            assert_eq!(told.post(who, &path, &fact).await.status, status, "{}: {who}", told.name);
        }
        let mut never = fact;
        never[3].1 = "prompt-team-understand-99";
        assert_eq!(ines.post(&path, &never).await.status, 422, "{}", told.name);
    }
}

#[tokio::test]
async fn a_cycle_is_opened_by_those_who_look_after_the_system() {
    for told in each().await {
        let team = format!("/bodies/{}/cycles", told.id("team riverside"));
        let place = format!("/bodies/{}/cycles", told.id("place"));
        let form = [("system", "Living well")];
        for (who, path, status) in [
            ("alex", &team, 303),
            ("ines", &team, 303),
            ("sam", &team, 403),
            ("priya", &place, 303),
            ("gwen", &place, 403),
            ("jo", &team, 404),
        ] {
            assert_eq!(told.post(who, path, &form).await.status, status, "{}: {who}", told.name);
        }
    }
}

#[tokio::test]
async fn every_wording_of_a_purpose_is_kept_and_dissent_stands_beside_it() {
    for told in each().await {
        let mut ines = told.signed_in("ines").await;
        let cycle = opened(&told, &mut ines).await;
        let path = format!("/cycles/{cycle}/purposes");
        let first = [("text", "To be there."), ("whose", "the team"), ("after", "0")];
        ines.done(&path, &first).await.unwrap();
        let purposes = ines.get(&format!("/api/v1{path}")).await;
        let purposes: serde_json::Value = serde_json::from_str(&purposes.body).unwrap();
        let purpose = purposes["wordings"][0]["purpose"].as_str().unwrap().to_owned();
        let dissents = format!("/purposes/{purpose}/dissents");
        let otherwise = [("text", "It leaves out those who never come.")];
        // Whoever reads may say so, and is offered it; they write nothing else there.
        let read = told.get("gwen", &format!("/cycles/{cycle}")).await.body;
        let offered = format!("href=\"{dissents}/new\"");
        assert!(read.contains(&offered), "{}: {read}", told.name);
        assert!(!read.contains("/entries/new"), "{}: {read}", told.name);
        for (who, status) in [("sam", 303), ("gwen", 303), ("mo", 303), ("jo", 404), ("nat", 404)] {
            let seen = told.post(who, &dissents, &otherwise).await;
            assert_eq!(seen.status, status, "{}: {who}", told.name);
        }
        let second = [("text", "To be a neighbour."), ("whose", ""), ("after", "1")];
        ines.done(&path, &second).await.unwrap();
        let page = told.get("gwen", &path).await.body;
        for text in
            ["To be there.", "To be a neighbour.", otherwise[0].1, "Sam", "Gwen", "the team"]
        {
            assert!(page.contains(text), "{}: {text}\n{page}", told.name);
        }
        assert_eq!(told.get("jo", &path).await.status, 404, "{}", told.name);
    }
}

#[tokio::test]
async fn whose_words_a_purpose_is_is_sealed_as_the_words_are() {
    for told in each().await {
        let mut ines = told.signed_in("ines").await;
        let path = format!("/cycles/{}/purposes", opened(&told, &mut ines).await);
        let first = [("text", "To be there."), ("whose", "Jo and her sister"), ("after", "0")];
        ines.done(&path, &first).await.unwrap();
        let clear = "select whose from cycle_purpose";
        assert_eq!(told.store.rows(clear).await, [[""]], "{}", told.name);
        assert!(ines.get(&path).await.body.contains("Jo and her sister"), "{}", told.name);
        // As it was kept before there was a key for it.
        let before = "update cycle_purpose set whose = 'those in the room', words_of = null";
        assert_eq!(told.store.tamper(before).await, 1, "{}", told.name);
        assert!(ines.get(&path).await.body.contains("those in the room"), "{}", told.name);
    }
}

#[tokio::test]
async fn whoever_words_a_purpose_second_sees_both_wordings_and_loses_nothing() {
    for told in each().await {
        let mut ines = told.signed_in("ines").await;
        let mut sam = told.signed_in("sam").await;
        let cycle = opened(&told, &mut ines).await;
        let path = format!("/cycles/{cycle}/purposes");
        let (hers, his) = ([("text", "Hers"), ("after", "0")], [("text", "His"), ("after", "0")]);
        let (first, second) = tokio::join!(ines.post(&path, &hers), sam.post(&path, &his));
        let mut both = [first.status, second.status];
        both.sort_unstable();
        assert_eq!(both, [303, 409], "{}", told.name);
        let (late, mut writer) = if first.status == 409 { (first, ines) } else { (second, sam) };
        assert!(late.body.contains("Hers") && late.body.contains("His"), "{}", told.name);
        assert!(late.body.contains("name=\"after\" value=\"1\""), "{}: {}", told.name, late.body);
        let kept = writer.get(&format!("{path}/new")).await.body;
        assert!(kept.contains("We kept what you had typed"), "{}", told.name);
        let again = [("text", "Both of ours"), ("after", "1")];
        writer.done(&path, &again).await.unwrap();
    }
}

#[tokio::test]
async fn questions_are_worded_anew_and_earlier_ones_are_kept() {
    for told in each().await {
        let mut alex = told.signed_in("alex").await;
        let form =
            [("scale", "team"), ("after", "1"), ("understand", "Who is missing?\n\n Who else? ")];
        for (who, status) in
            [("sam", 403), ("priya", 403), ("ines", 403), ("jo", 404), ("rosa", 404)]
        {
            let seen = told.post(who, "/prompts", &form).await;
            assert_eq!(seen.status, status, "{}: {who}", told.name);
        }
        let asked = alex.get("/prompts/edit?scale=team").await.body;
        assert!(asked.contains("What do we keep meeting, in one life after another?"));
        alex.done("/prompts", &form).await.unwrap();
        let stale = alex.post("/prompts", &form).await;
        assert_eq!(stale.status, 409, "{}", told.name);
        let seen = told.get("sam", "/api/v1/prompts").await;
        let all: serde_json::Value = serde_json::from_str(&seen.body).unwrap();
        let team = &all["scales"][0]["versions"];
        assert_eq!((&team[0]["version"], &team[1]["version"]), (&2.into(), &1.into()));
        let questions = team[0]["questions"].as_array().unwrap();
        let texts: Vec<_> = questions.iter().map(|it| it["text"].as_str().unwrap()).collect();
        assert_eq!(texts, ["Who is missing?", "Who else?"], "{}", told.name);
        let mut ines = told.signed_in("ines").await;
        let cycle = opened(&told, &mut ines).await;
        let key = questions[0]["key"].as_str().unwrap();
        let answer = [("step", "understand"), ("text", "Abdul"), ("prompt", key)];
        ines.done(&format!("/cycles/{cycle}/entries"), &answer).await.unwrap();
        let later = [("scale", "team"), ("after", "2")];
        alex.done("/prompts", &later).await.unwrap();
        let page = ines.get(&format!("/cycles/{cycle}")).await.body;
        assert!(page.contains("Who is missing?"), "{}: what was answered stays", told.name);
    }
}

#[tokio::test]
async fn a_steward_words_the_questions_of_the_scales_they_steward() {
    for told in each().await {
        let mut priya = told.signed_in("priya").await;
        for (scale, status, sent) in [
            ("team", 403, 403),
            ("organisation", 200, 303),
            ("place", 200, 303),
            ("country", 403, 403),
        ] {
            let seen = priya.get(&format!("/prompts/edit?scale={scale}")).await;
            assert_eq!(seen.status, status, "{}: {scale}", told.name);
            let form = [("scale", scale), ("after", "1"), ("understand", "Who is missing?")];
            let seen = priya.post("/prompts", &form).await;
            assert_eq!(seen.status, sent, "{}: {scale}", told.name);
        }
        let page = priya.get("/prompts").await.body;
        assert_eq!(page.matches("/prompts/edit?scale=").count(), 2, "{}: {page}", told.name);
    }
}
