//! Pages that gather what several slices hold.

mod first_page;

use crate::{Told, each};

/// Sam tries something with Jo and notes a visit.
async fn lived(told: &Told) -> String {
    let jo = told.id("life jo").to_owned();
    let mut sam = told.signed_in("sam").await;
    let matters = [("text", "To go to the allotment again"), ("whose", "written-down")];
    sam.done(&format!("/lives/{jo}/matters"), &matters).await.unwrap();
    let line = [("line", "Twenty minutes at the allotment")];
    sam.done(&format!("/lives/{jo}/explorations"), &line).await.unwrap();
    let note = [("text", "Went twice."), ("kind", "surprise"), ("bring", "yes")];
    sam.done(&format!("/lives/{jo}/notes"), &note).await.unwrap();
    jo
}

#[tokio::test]
async fn whoever_has_not_signed_in_sees_what_this_is_and_that_nobody_here_is_real() {
    for told in each().await {
        let mut visitor = told.visitor();
        let hello = visitor.get("/").await;
        assert_eq!(hello.status, 200, "{}", told.name);
        assert!(
            hello.body.contains("No real people yet") && hello.body.contains("href=\"/sign-in\"")
        );
        for path in ["/about", "/accessibility", "/privacy"] {
            assert_eq!(visitor.get(path).await.status, 200, "{}: {path}", told.name);
        }
    }
}

#[tokio::test]
async fn the_page_of_a_life_has_its_four_headings_and_says_you_to_the_person() {
    for told in each().await {
        let jo = lived(&told).await;
        let page = format!("/lives/{jo}");
        for (who, you) in [("sam", false), ("rosa", false), ("jo", true)] {
            let seen = told.get(who, &page).await;
            assert_eq!(seen.status, 200, "{} {who}", told.name);
            for text in
                ["To go to the allotment again", "Twenty minutes", "Went twice.", "What next"]
            {
                assert!(seen.body.contains(text), "{} {who}: {text}", told.name);
            }
            assert_eq!(seen.body.contains("Your page"), you, "{} {who}", told.name);
            let title = seen.between("<title>", "</title>").unwrap();
            assert!(!title.contains("Jo"), "{}: a tab names nobody", told.name);
        }
        for who in ["bea", "mo", "priya", "gwen", "alex", "vic", "lee"] {
            assert_eq!(told.get(who, &page).await.status, 404, "{} {who}", told.name);
        }
        let json = told.get("sam", &format!("/api/v1{page}")).await;
        assert!(json.body.contains("\"name\":\"Jo\"") && json.body.contains("Went twice."));
    }
}

#[tokio::test]
async fn the_meeting_shows_what_is_tried_to_the_team_and_notes_to_those_beside() {
    for told in each().await {
        lived(&told).await;
        let page = format!("/teams/{}/meeting", told.id("team riverside"));
        for (who, notes) in [("sam", true), ("bea", false), ("ines", false)] {
            let seen = told.get(who, &page).await;
            assert_eq!(seen.status, 200, "{} {who}", told.name);
            assert!(seen.body.contains("Twenty minutes"), "{} {who}", told.name);
            assert_eq!(seen.body.contains("Went twice."), notes, "{} {who}", told.name);
        }
        for (who, status) in [("mo", 404), ("jo", 404), ("alex", 404)] {
            assert_eq!(told.get(who, &page).await.status, status, "{} {who}", told.name);
        }
    }
}

#[tokio::test]
async fn what_the_person_keeps_is_still_talked_of_in_the_next_meeting_and_not_for_ever() {
    for told in each().await {
        let jo = lived(&told).await;
        let meeting = format!("/teams/{}/meeting", told.id("team riverside"));
        let page = told.get("jo", &format!("/lives/{jo}")).await;
        let tried = page.between("href=\"/explorations/", "\"").unwrap();
        let keep = [("ending", "keep"), ("why", "It is easier in the rain.")];
        told.post("jo", &format!("/explorations/{tried}/end"), &keep).await;
        let seen = told.get("ines", &meeting).await;
        assert!(seen.body.contains("Twenty minutes"), "{}: {}", told.name, seen.body);
        // What became of it, below what is live and never as a word beside a name.
        let ended = seen.between("Kept, adapted or stopped lately", "</section>").unwrap();
        for text in ["Twenty minutes", "We keep it. Jo said so, today.", "easier in the rain"] {
            assert!(ended.contains(text), "{}: {text} {ended}", told.name);
        }
        assert_eq!(seen.body.matches("Twenty minutes").count(), 1, "{}", told.name);
        told.pass_seconds(15 * 24 * 60 * 60);
        let seen = told.get("ines", &meeting).await;
        assert!(!seen.body.contains("Twenty minutes"), "{}: a fortnight later", told.name);
    }
}

#[tokio::test]
async fn looking_at_the_meeting_is_written_on_the_pages_of_those_it_showed_alone() {
    for told in each().await {
        let jo = lived(&told).await;
        told.get("bea", &format!("/teams/{}/meeting", told.id("team riverside"))).await;
        told.pass_seconds(5);
        let looked = told.get("jo", &format!("/lives/{jo}/looked")).await;
        assert!(looked.body.contains("for the team’s meeting"), "{}: {}", told.name, looked.body);
        let kit = told.id("life kit").to_owned();
        let looked = told.get("sam", &format!("/lives/{kit}/looked")).await;
        assert!(!looked.body.contains("for the team’s meeting"), "{}", told.name);
    }
}

#[tokio::test]
async fn everybody_has_a_first_page_of_their_own() {
    for told in each().await {
        let jo = told.id("life jo").to_owned();
        let team = told.id("team riverside").to_owned();
        let own = format!("href=\"/lives/{jo}\"");
        let meeting = format!("href=\"/teams/{team}/meeting\"");
        for (who, has) in [
            ("jo", own.as_str()),
            ("rosa", own.as_str()),
            ("sam", own.as_str()),
            ("sam", meeting.as_str()),
            ("ines", meeting.as_str()),
            ("priya", "Ashwell"),
            ("gwen", "Ashwell Together"),
            ("alex", "href=\"/setup/bodies\""),
        ] {
            let seen = told.get(who, "/").await;
            assert_eq!(seen.status, 200, "{} {who}", told.name);
            assert!(seen.body.contains(has), "{} {who}: {has}", told.name);
        }
    }
}

#[tokio::test]
async fn what_was_typed_and_not_saved_waits_on_the_first_page() {
    for told in each().await {
        let jo = told.id("life jo").to_owned();
        let mut sam = told.signed_in("sam").await;
        let typed = [("text", "Went twice, and")];
        sam.post(&format!("/lives/{jo}/notes/draft"), &typed).await;
        let first = sam.get("/").await;
        let page = format!("/lives/{jo}/notes/new");
        assert!(first.body.contains(&format!("href=\"{page}\"")), "{}", told.name);
        assert!(sam.get(&page).await.body.contains("Went twice, and"), "{}", told.name);
    }
}

#[tokio::test]
async fn a_cycle_is_begun_where_those_who_may_look_for_it() {
    for told in each().await {
        let team = told.id("team riverside");
        let begin = format!("href=\"/bodies/{team}/cycles/new\"");
        let (meeting, people) = (format!("/teams/{team}/meeting"), format!("/setup/bodies/{team}"));
        for (who, page, offered) in [
            ("ines", "/", true),
            ("ines", meeting.as_str(), true),
            ("ines", people.as_str(), true),
            ("alex", people.as_str(), true),
            ("sam", "/", false),
        ] {
            let seen = told.get(who, page).await;
            assert_eq!(seen.status, 200, "{}: {who} {page}", told.name);
            assert_eq!(seen.body.contains(&begin), offered, "{}: {who} {page}", told.name);
        }
        let system = [("system", "Living well in Riverside")];
        let seen = told.post("alex", &format!("/bodies/{team}/cycles"), &system).await;
        assert_eq!(seen.status, 303, "{}: {}", told.name, seen.body);
        let seen = told.get("ines", "/").await;
        assert!(!seen.body.contains(&begin), "{}: there is one now", told.name);
        let seen = told.get("ines", &meeting).await;
        let names = seen.body.matches("/patterns/new\"").count();
        assert_eq!(names, 1, "{}: a pattern is named from one place", told.name);
    }
}
