//! What we're trying, in a life.

use seed::Client;

use crate::{Told, each};

const LINE: &str = "Twenty minutes at the allotment on Tuesdays";

/// Sam writes down something to try with Jo.
async fn started(told: &Told, sam: &mut Client) -> String {
    let path = format!("/lives/{}/explorations", told.id("life jo"));
    sam.done(&path, &[("line", LINE)]).await.unwrap().id()
}

async fn read(client: &mut Client, exploration: &str) -> serde_json::Value {
    let seen = client.get(&format!("/api/v1/explorations/{exploration}")).await;
    assert_eq!(seen.status, 200, "{}", seen.body);
    serde_json::from_str(&seen.body).unwrap()
}

#[tokio::test]
async fn one_line_is_enough_and_everything_else_is_kept_where_it_was_said() {
    for told in each().await {
        let mut sam = told.signed_in("sam").await;
        let id = started(&told, &mut sam).await;
        let tried = read(&mut sam, &id).await;
        assert_eq!((&tried["line"], &tried["hunch"]), (&LINE.into(), &serde_json::Value::Null));
        let path = format!("/lives/{}/explorations", told.id("life jo"));
        let form = [
            ("line", "The 14 bus together"),
            ("hunch", "Company may matter more than distance"),
            ("decided", "Jo and Sam"),
            ("absent", "Rosa"),
            ("cost", "the bus fare"),
            ("noticing", "who talks first"),
            ("stop_when", "the nights after get worse"),
            ("look-day", "27"),
            ("look-month", "6"),
            ("look-year", "2026"),
        ];
        let id = sam.done(&path, &form).await.unwrap().id();
        let tried = read(&mut sam, &id).await;
        for (field, text) in form.into_iter().take(7) {
            assert_eq!(tried[field], text, "{}", told.name);
        }
        assert_eq!(tried["look_at"], "2026-06-27T12:00:00Z", "{}", told.name);
        let page = sam.get(&format!("/explorations/{id}")).await;
        assert!(page.body.contains("27 June") && page.body.contains("the bus fare"));
        assert!(
            !page.body.contains("Understand"),
            "{}: no step at the scale of a person",
            told.name
        );
    }
}

#[tokio::test]
async fn what_is_wrong_is_said_and_nothing_typed_is_lost() {
    for told in each().await {
        let path = format!("/lives/{}/explorations", told.id("life jo"));
        let form = [("line", " "), ("hunch", "Company"), ("look-day", "31"), ("look-month", "2")];
        let seen = told.post("sam", &path, &form).await;
        assert_eq!(seen.status, 422, "{}", told.name);
        assert!(seen.body.contains("Write something first") && seen.body.contains("Company"));
        assert!(seen.body.contains("<details") && seen.body.contains(" open>"), "{}", told.name);
    }
}

#[tokio::test]
async fn only_the_person_says_yes_and_once() {
    for told in each().await {
        let mut sam = told.signed_in("sam").await;
        let path = format!("/explorations/{}/agree", started(&told, &mut sam).await);
        let mut jo = told.signed_in("jo").await;
        for (who, status) in [("sam", 403), ("rosa", 403), ("bea", 403), ("mo", 404), ("vic", 404)]
        {
            assert_eq!(told.post(who, &path, &[]).await.status, status, "{}: {who}", told.name);
        }
        assert_eq!(jo.get(&format!("{path}/ask")).await.status, 200, "{}", told.name);
        assert_eq!(jo.post(&path, &[]).await.status, 303, "{}", told.name);
        assert_eq!(jo.post(&path, &[]).await.status, 409, "{}", told.name);
        let page = sam.get(path.trim_end_matches("/agree")).await;
        assert!(page.body.contains("Jo said yes, today."), "{}: {}", told.name, page.body);
        let own = jo.get(&format!("/lives/{}", told.id("life jo"))).await;
        assert!(own.body.contains("You said yes, today."), "{}: {}", told.name, own.body);
        assert!(!own.body.contains("Jo said yes"), "{}: on her own page", told.name);
    }
}

#[tokio::test]
async fn what_the_person_starts_themselves_is_agreed_on_their_own_phone_and_on_the_workers() {
    for told in each().await {
        let mut jo = told.signed_in("jo").await;
        let own = started(&told, &mut jo).await;
        assert!(!read(&mut jo, &own).await["agreed_at"].is_null(), "{}", told.name);
        let mut sam = told.signed_in("sam").await;
        sam.done(&format!("/lives/{}/beside", told.id("life jo")), &[]).await.unwrap();
        let beside = started(&told, &mut sam).await;
        let page = sam.get(&format!("/explorations/{beside}")).await;
        assert!(page.body.contains("Your own idea, today."), "{}: {}", told.name, page.body);
        let end = format!("/explorations/{beside}/end");
        sam.done(&end, &[("ending", "stop")]).await.unwrap();
        let page = sam.get(&format!("/explorations/{beside}")).await;
        assert!(page.body.contains("You said so, today."), "{}: {}", told.name, page.body);
        let mut sam = told.signed_in("sam").await;
        let page = sam.get(&format!("/explorations/{beside}")).await;
        for text in ["Jo’s own idea, today.", "Jo said so, today."] {
            assert!(page.body.contains(text), "{}: {text} {}", told.name, page.body);
        }
    }
}

#[tokio::test]
async fn looking_back_says_whose_words_they_are() {
    for told in each().await {
        let mut sam = told.signed_in("sam").await;
        let id = started(&told, &mut sam).await;
        let path = format!("/explorations/{id}/looks");
        sam.done(&path, &[("text", "Went twice.")]).await.unwrap();
        let mut jo = told.signed_in("jo").await;
        let own = [("text", "It was Abdul, not the weather."), ("surprise", "yes")];
        jo.done(&path, &own).await.unwrap();
        let looks = read(&mut sam, &id).await["looks"].clone();
        assert_eq!(looks[0]["text"], "It was Abdul, not the weather.", "{}", told.name);
        assert_eq!((&looks[0]["surprise"], &looks[1]["surprise"]), (&true.into(), &false.into()));
        let page = sam.get(&format!("/explorations/{id}")).await;
        let by = page.body.split("It was Abdul").nth(1).unwrap();
        assert!(by.contains("\"trib-note__by\">Jo<"), "{}: {}", told.name, page.body);
        for (who, status) in [("bea", 403), ("rosa", 403), ("mo", 404), ("lee", 404)] {
            assert_eq!(told.post(who, &path, &own).await.status, status, "{}: {who}", told.name);
        }
    }
}

#[tokio::test]
async fn it_ends_once_however_many_say_so_at_the_same_time() {
    for told in each().await {
        let mut sam = told.signed_in("sam").await;
        let mut jo = told.signed_in("jo").await;
        let id = started(&told, &mut sam).await;
        let path = format!("/explorations/{id}/end");
        assert_eq!(sam.post(&path, &[]).await.status, 422, "{}: one has to be chosen", told.name);
        let (keep, stop) = ([("ending", "keep")], [("ending", "stop"), ("why", "Too cold")]);
        let (first, second) = tokio::join!(jo.post(&path, &keep), sam.post(&path, &stop));
        let mut both = [first.status, second.status];
        both.sort_unstable();
        assert_eq!(both, [303, 409], "{}", told.name);
        let won = if first.status == 303 { "keep" } else { "stop" };
        assert_eq!(read(&mut sam, &id).await["ended"], won, "{}", told.name);
        let late = jo.post(&path, &[("ending", "adapt"), ("next", "Wednesdays")]).await;
        assert_eq!(late.status, 409, "{}: and begins nothing", told.name);
        assert!(read(&mut sam, &id).await["followed_by"].is_null(), "{}", told.name);
        let agree = jo.post(&format!("/explorations/{id}/agree"), &[]).await;
        assert_eq!(agree.status, 409, "{}: nobody says yes to what has ended", told.name);
        let looked = [("text", "We still talk of it.")];
        let after = jo.post(&format!("/explorations/{id}/looks"), &looked).await;
        assert_eq!(after.status, 303, "{}: looking back never ends", told.name);
    }
}

#[tokio::test]
async fn what_is_adapted_goes_on_as_something_new() {
    for told in each().await {
        let mut jo = told.signed_in("jo").await;
        let id = started(&told, &mut jo).await;
        let form = [("ending", "adapt"), ("next", "Wednesdays, with Abdul")];
        let next = jo.done(&format!("/explorations/{id}/end"), &form).await.unwrap().id();
        assert_ne!(next, id, "{}", told.name);
        let (before, after) = (read(&mut jo, &id).await, read(&mut jo, &next).await);
        assert_eq!((&before["ended"], &before["followed_by"]), (&"adapt".into(), &next.into()));
        assert_eq!((&after["line"], &after["follows"]), (&form[1].1.into(), &id.into()));
        assert!(!after["agreed_at"].is_null(), "{}: it is Jo's own", told.name);
    }
}

#[tokio::test]
async fn others_cannot_see_what_is_tried() {
    for told in each().await {
        let mut sam = told.signed_in("sam").await;
        let path = format!("/explorations/{}", started(&told, &mut sam).await);
        let who = [
            ("jo", 200),
            ("rosa", 200),
            ("bea", 200),
            ("ines", 200),
            ("mo", 404),
            ("vic", 404),
            ("lee", 404),
            ("priya", 404),
            ("gwen", 404),
            ("alex", 404),
        ];
        for (who, status) in who {
            let seen = told.get(who, &path).await;
            assert_eq!(seen.status, status, "{}: {who}", told.name);
            assert_eq!(seen.body.contains(LINE), status == 200, "{}: {who}", told.name);
        }
        assert_eq!(told.visitor().get(&path).await.status, 401, "{}", told.name);
        let bea = told.get("bea", &path).await.body;
        assert!(!bea.contains("/looks/new") && !bea.contains("/end/new"), "{}", told.name);
        assert!(!bea.contains(&format!("/lives/{}", told.id("life jo"))), "{}", told.name);
    }
}
