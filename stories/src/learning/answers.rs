//! Whose word it takes for learning to leave, and what leaves.

use super::story::{
    LIVES, STATEMENT, answer, answer_path, jos_ground, json, named, passed_on, sent,
    told_the_others, worded_and_asked, words,
};
use crate::each;

#[tokio::test]
async fn with_fewer_than_five_lives_the_page_says_why_grounds_are_not_shown() {
    for told in each().await {
        let mut story = named(&told, &LIVES[..5]).await;
        worded_and_asked(&told, &mut story).await;
        told_the_others(&told, &mut story).await;
        let ground = jos_ground(&told, &mut story).await;
        let (mut jo, of) = (told.signed_in("jo").await, (told.id("life jo"), ground.as_str()));
        answer(&mut jo, of, &[("answer", "refused")]).await;
        let relay = passed_on(&mut story).await;
        let path = format!("/relays/{relay}/grounds");
        let few = story.priya.get(&path).await;
        assert!(few.body.contains("Fewer than five people"), "{}: {}", told.name, few.body);
        assert!(!few.body.contains(&words("kit")), "{}", told.name);
        let trail = story.priya.get(&format!("/relays/{relay}")).await;
        assert!(trail.body.contains("A few people"), "{}", told.name);
        assert!(!trail.body.contains("4 people"), "{}", told.name);
        answer(&mut jo, of, &[("answer", "agreed")]).await;
        assert!(story.priya.get(&path).await.body.contains(&words("kit")), "{}", told.name);
        answer(&mut jo, of, &[("answer", "refused")]).await;
        let again = story.priya.get(&path).await;
        assert!(!again.body.contains(&words("kit")), "{}: a no counts at any time", told.name);
    }
}

#[tokio::test]
async fn a_refused_ground_never_leaves() {
    for told in each().await {
        let mut story = named(&told, &LIVES).await;
        worded_and_asked(&told, &mut story).await;
        told_the_others(&told, &mut story).await;
        let ground = jos_ground(&told, &mut story).await;
        let (mut jo, of) = (told.signed_in("jo").await, (told.id("life jo"), ground.as_str()));
        answer(&mut jo, of, &[("answer", "refused")]).await;
        let relay = passed_on(&mut story).await;
        for page in [format!("/relays/{relay}/grounds"), format!("/relays/{relay}")] {
            let seen = story.priya.get(&page).await;
            assert_eq!(seen.status, 200, "{}", told.name);
            assert!(!seen.body.contains(&words("jo")), "{}: {page}", told.name);
        }
        let over = sent(&mut story.sam, of, &[("answer", "told"), ("how", "Again.")]).await;
        assert_eq!(over.status, 422, "{}: nobody undoes a no but the person", told.name);
        let agreed = sent(&mut story.sam, of, &[("answer", "agreed"), ("how", "For her.")]).await;
        assert_eq!(agreed.status, 422, "{}: nobody agrees for somebody", told.name);
    }
}

/// Whoever saves without reading sends nothing that tells who it was.
#[tokio::test]
async fn words_of_a_life_are_never_suggested_and_a_blank_takes_nothing_along() {
    for told in each().await {
        let mut story = named(&told, &["jo"]).await;
        let ground = jos_ground(&told, &mut story).await;
        let path = format!("/patterns/{}/wordings", story.pattern);
        let page = story.ines.get(&format!("{path}/new")).await;
        let tried = "Something with jo on 9 April";
        assert_eq!(page.body.matches(tried).count(), 1, "{}: above the field", told.name);
        let field = page.between("name=\"wording\"", "</textarea>").unwrap();
        assert!(field.trim_end().ends_with('>'), "{}: {field}", told.name);
        let form = [("statement", STATEMENT), ("ground", &*ground), ("wording", "")];
        story.ines.done(&path, &form).await.unwrap();
        let asks = format!("/patterns/{}/asks", story.pattern);
        story.ines.done(&asks, &[("ground", &*ground)]).await.unwrap();
        let life = told.id("life jo");
        let asked = told.get("jo", &format!("{}/new", answer_path(life, &ground))).await;
        let nothing_more = "Nothing more from your life would go with it.";
        assert!(asked.body.contains(nothing_more), "{}: {}", told.name, asked.body);
        assert!(!asked.body.contains(tried), "{}: {}", told.name, asked.body);
    }
}

#[tokio::test]
async fn nothing_leaves_before_it_tells_nobody_who_it_is_about() {
    for told in each().await {
        let mut story = named(&told, &["jo"]).await;
        let pass = format!("/patterns/{}/relays", story.pattern);
        let place = story.place.clone();
        let early = story.ines.post(&pass, &[("cycle", &place)]).await;
        assert_eq!(early.status, 409, "{}", told.name);
        let path = format!("/patterns/{}/wordings", story.pattern);
        let form =
            [("statement", "It was Jo on 9 April, near Ashwell, and Sam knew."), ("hit", "")];
        let seen = story.ines.post(&path, &form).await;
        assert_eq!(seen.status, 422, "{}", told.name);
        for found in ["Jo", "9 April", "Ashwell", "Sam"] {
            assert!(seen.body.contains(&format!("value=\"{found}\"")), "{}: {found}", told.name);
        }
        let mut form = form.to_vec();
        form.extend([
            ("stays", "Jo"),
            ("stays", "9 April"),
            ("stays", "Ashwell"),
            ("stays", "Sam"),
        ]);
        assert_eq!(story.ines.post(&path, &form).await.status, 303, "{}: people decide", told.name);
    }
}

/// Abdul is around Jo, Edith was there once, and Bea is a colleague: none of them is a name that
/// stands out at the beginning of a sentence.
#[tokio::test]
async fn names_of_those_around_are_found_also_where_a_sentence_begins() {
    for told in each().await {
        let mut story = named(&told, &["jo"]).await;
        let jo = format!("/lives/{}", told.id("life jo"));
        story.sam.done(&format!("{jo}/around"), &[("name", "Abdul")]).await.unwrap();
        let note = [("text", "Went twice."), ("present", "Edith from next door")];
        story.sam.done(&format!("{jo}/notes"), &note).await.unwrap();
        let path = format!("/patterns/{}/wordings", story.pattern);
        let said = "Abdul came along. Edith did, too. Bea knew. Company helps.";
        let seen = story.ines.post(&path, &[("statement", said)]).await;
        assert_eq!(seen.status, 422, "{}", told.name);
        for found in ["Abdul", "Edith", "Bea"] {
            assert!(seen.body.contains(&format!("value=\"{found}\"")), "{}: {found}", told.name);
        }
        assert!(!seen.body.contains("value=\"Company\""), "{}", told.name);
    }
}

#[tokio::test]
async fn a_destroyed_key_severs_the_link() {
    for told in each().await {
        let mut story = named(&told, &LIVES).await;
        worded_and_asked(&told, &mut story).await;
        let ground = jos_ground(&told, &mut story).await;
        let jo: kernel::Id<()> = kernel::Id::parse(told.id("life jo")).unwrap();
        told.program().destroy_key(platform::Subject::record(&jo)).await.unwrap();
        let seen = story.sam.get(&format!("/api/v1/patterns/{}", story.pattern)).await;
        assert_eq!(seen.status, 200, "{}: {}", told.name, seen.body);
        assert!(!seen.body.contains(told.id("life jo")), "{}", told.name);
        let grounds = json(&seen.body)["grounds"].as_array().unwrap().clone();
        let severed = grounds.iter().find(|it| it["ground"] == ground.as_str()).unwrap();
        assert!(
            severed["life"].is_null() && severed["words"].is_null(),
            "{}: {severed}",
            told.name
        );
        let seen =
            story.sam.get(&format!("{}/new", answer_path(told.id("life jo"), &ground))).await;
        assert_eq!(seen.status, 404, "{}", told.name);
    }
}
