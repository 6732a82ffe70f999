//! Learning that travels, and comes back as change.

mod answers;
mod held;
mod leaving;
mod looked;
mod older;
mod pointed_out;
mod returning;
mod story;
mod taken_back;
mod twice;

use story::{
    LIVES, STATEMENT, Story, answer, everybody_agreed, jos_ground, json, named, passed_on,
    told_the_others, worded_and_asked, words,
};

use crate::{Told, each};

#[tokio::test]
async fn what_is_learnt_travels_and_comes_back_as_change() {
    for told in each().await {
        let mut story = named(&told, &LIVES).await;
        worded_and_asked(&told, &mut story).await;
        let mut jo = told.signed_in("jo").await;
        let own = told.id("life jo").to_owned();
        let first = jo.get("/").await;
        assert!(first.body.contains("You are asked something"), "{}: {}", told.name, first.body);
        let page = jo.get(&format!("/lives/{own}")).await;
        assert!(page.body.contains(&words("jo")), "{}: the words that would be used", told.name);
        let ground = jos_ground(&told, &mut story).await;
        answer(&mut jo, (&own, &ground), &[("answer", "agreed")]).await;
        told_the_others(&told, &mut story).await;
        let relay = passed_on(&mut story).await;
        let changed = [
            ("kind", "changed"),
            ("was", "Bus passes for appointments"),
            ("now", "A fund for going with somebody"),
            ("decided", "Priya, Tom, Ines"),
            ("absent", "The bus company"),
            ("stays", "Priya"),
            ("stays", "Tom"),
            ("stays", "Ines"),
        ];
        let answers = format!("/relays/{relay}/responses");
        let sense = [("kind", "made-sense"), ("body", "It holds at the hub, too.")];
        story.priya.done(&answers, &sense).await.unwrap();
        story.priya.done(&answers, &changed).await.unwrap();
        let first = jo.get("/").await;
        assert!(first.body.contains("Something changed because of what you learnt"));
        assert!(first.body.contains("A fund for going with somebody"), "{}", told.name);
        let became = jo.get(&format!("/lives/{own}/became")).await;
        for text in [STATEMENT, "It holds at the hub, too.", "The bus company", "6 people"] {
            assert!(became.body.contains(text), "{}: {text}", told.name);
        }
        for giver in [&mut story.sam, &mut story.ines] {
            let first = giver.get("/").await;
            assert!(first.body.contains("A fund for going with somebody"), "{}", told.name);
        }
    }
}

#[tokio::test]
async fn from_an_answer_of_the_place_three_clicks_reach_the_grounds_and_nobody_can_tell_who() {
    for told in each().await {
        let mut story = named(&told, &LIVES).await;
        worded_and_asked(&told, &mut story).await;
        let ground = jos_ground(&told, &mut story).await;
        let mut jo = told.signed_in("jo").await;
        answer(&mut jo, (told.id("life jo"), &ground), &[("answer", "agreed")]).await;
        told_the_others(&told, &mut story).await;
        let relay = passed_on(&mut story).await;
        let mut gwen = told.signed_in("gwen").await;
        // One: the first page leads to the place's cycle. Two: the trail. Three: the grounds.
        let clicks =
            ["/".to_owned(), format!("/cycles/{}", story.place), format!("/relays/{relay}")];
        let leads = [&clicks[1], &clicks[2], &format!("/relays/{relay}/grounds")];
        for (page, to) in clicks.iter().zip(leads) {
            let seen = gwen.get(page).await;
            assert!(seen.body.contains(&format!("href=\"{to}\"")), "{}: {page}", told.name);
        }
        for root in ["", "/api/v1"] {
            let seen = gwen.get(&format!("{root}/relays/{relay}/grounds")).await;
            assert_eq!(seen.status, 200, "{}", told.name);
            assert!(seen.body.contains(&words("kit")), "{}", told.name);
            nobody_can_tell(&told, &story, &seen.body, &ground);
            let trail = gwen.get(&format!("{root}/relays/{relay}")).await;
            nobody_can_tell(&told, &story, &trail.body, &ground);
        }
    }
}

/// No name, no id of a life, of what was tried, or of a ground.
fn nobody_can_tell(told: &Told, story: &Story, body: &str, ground: &str) {
    let text = body.to_lowercase();
    for name in LIVES {
        let said = [format!(">{name}<"), format!(" {name} "), format!("\"{name}\"")];
        assert!(!said.iter().any(|it| text.contains(it.as_str())), "{}: {name}", told.name);
        assert!(!text.contains(told.id(&format!("life {name}"))), "{}: {name}", told.name);
    }
    assert!(!text.contains(ground) && !story.tried.iter().any(|it| text.contains(it.as_str())));
    assert!(!text.contains("9 april"), "{}", told.name);
}

#[tokio::test]
async fn learning_goes_further_and_what_is_tried_because_of_it_begins_there() {
    for told in each().await {
        let mut story = named(&told, &LIVES).await;
        everybody_agreed(&told, &mut story).await;
        let relay = passed_on(&mut story).await;
        let line = "Fifty tickets for two";
        let wants = "We want to know where it does not hold.";
        let exploring = [("kind", "exploring"), ("line", line), ("body", wants)];
        story.priya.done(&format!("/relays/{relay}/responses"), &exploring).await.unwrap();
        let place = story.priya.get(&format!("/cycles/{}", story.place)).await;
        assert!(place.body.matches(line).count() >= 2, "{}: tried, and answered", told.name);
        let trail = story.priya.get(&format!("/relays/{relay}")).await;
        assert!(trail.body.contains(wants), "{}: nothing typed is dropped", told.name);
        let both = [("kind", "made-sense"), ("body", "Yes."), ("because", "The law changes.")];
        let seen = story.priya.post(&format!("/relays/{relay}/responses"), &both).await;
        assert_eq!(seen.status, 422, "{}: {}", told.name, seen.body);
        assert!(seen.body.contains("The law changes."), "{}", told.name);
        let further = format!("/relays/{relay}/relays");
        let country = story.country.clone();
        let form = [("cycle", country.as_str()), ("question", "What stands in the way?")];
        let on = story.priya.done(&further, &form).await.unwrap().id();
        let mut nat = told.signed_in("nat").await;
        let seen = nat.get(&format!("/relays/{on}")).await;
        for text in ["What stands in the way?", line, STATEMENT] {
            assert!(seen.body.contains(text), "{}: {text}", told.name);
        }
        let refused = story.sam.post(&further, &form).await;
        assert_eq!(refused.status, 403, "{}: only whoever works there", told.name);
        let set_aside = [("kind", "set-aside"), ("because", "The law is changed next year.")];
        nat.done(&format!("/relays/{on}/responses"), &set_aside).await.unwrap();
        let became = story.sam.get(&format!("/lives/{}/became", told.id("life kit"))).await;
        assert!(became.body.contains("The law is changed next year."), "{}", told.name);
    }
}

#[tokio::test]
async fn a_pattern_is_drawn_only_from_what_one_may_know() {
    for told in each().await {
        let mut story = named(&told, &["jo"]).await;
        let mut mo = told.signed_in("mo").await;
        let pattern = format!("/patterns/{}", story.pattern);
        assert_eq!(mo.get(&pattern).await.status, 404, "{}", told.name);
        let form = [("statement", "Theirs"), ("exploration", story.tried[0].as_str())];
        let path = format!("/cycles/{}/patterns", story.place);
        assert_eq!(story.priya.post(&path, &form).await.status, 422, "{}", told.name);
        let ground = jos_ground(&told, &mut story).await;
        let wrong = format!("{}/new", story::answer_path(told.id("life kit"), &ground));
        assert_eq!(story.sam.get(&wrong).await.status, 404, "{}: not drawn from there", told.name);
        let mut bea = told.signed_in("bea").await;
        let hers = format!("{}/new", story::answer_path(told.id("life jo"), &ground));
        assert_eq!(bea.get(&hers).await.status, 404, "{}: not beside her", told.name);
        let team = story.ines.get(&format!("/cycles/{}", story.team)).await;
        assert!(team.body.contains(STATEMENT), "{}", told.name);
        let elsewhere = mo.get(&format!("/cycles/{}", story.team)).await;
        assert!(!elsewhere.body.contains(STATEMENT), "{}: not passed on to anybody", told.name);
    }
}

#[tokio::test]
async fn what_is_passed_on_lands_in_the_step_that_understands() {
    for told in each().await {
        let mut story = named(&told, &LIVES).await;
        everybody_agreed(&told, &mut story).await;
        let relay = passed_on(&mut story).await;
        let sense = [("kind", "made-sense"), ("body", "It holds at the hub, too.")];
        story.priya.done(&format!("/relays/{relay}/responses"), &sense).await.unwrap();
        let page = format!("/cycles/{}", story.place);
        let seen = story.priya.get(&page).await;
        let step = seen.between("id=\"step-understand\"", "id=\"step-co-design\"").unwrap();
        let link = format!("href=\"/relays/{relay}\"");
        for text in [STATEMENT, link.as_str(), "It holds at the hub, too."] {
            assert!(step.contains(text), "{}: {text} {step}", told.name);
        }
        // In full there, and nowhere else on the page: beside it stands the way there.
        let mut once = vec![STATEMENT, "It holds at the hub, too.", link.as_str()];
        let respond = format!("/relays/{relay}/responses/new");
        once.push(&respond);
        for text in once {
            assert_eq!(seen.body.matches(text).count(), 1, "{}: {text} {}", told.name, seen.body);
        }
        assert!(seen.body.contains("href=\"#passed-on-to-us\""), "{}: {}", told.name, seen.body);
        let seen = story.priya.get(&format!("/api/v1{page}")).await;
        for step in json(&seen.body)["steps"]["steps"].as_array().unwrap() {
            let received = step["received"].as_array().unwrap();
            let came = received.iter().map(|it| it["relay"].as_str().unwrap());
            let wanted = if step["step"] == "understand" { vec![relay.as_str()] } else { vec![] };
            assert_eq!(came.collect::<Vec<_>>(), wanted, "{}: {step}", told.name);
        }
    }
}
