//! A pattern on its way: how the stories of this folder begin.

use seed::{Client, Seen};

use crate::Told;

pub(super) const LIVES: [&str; 6] = ["jo", "kit", "ade", "wen", "lou", "max"];
pub(super) const STATEMENT: &str = "Company, not distance, decides whether people go";

/// A pattern on its way: who works where, what was tried with whom, and where it was named.
pub(super) struct Story {
    pub(super) sam: Client,
    pub(super) ines: Client,
    pub(super) priya: Client,
    pub(super) team: String,
    pub(super) place: String,
    pub(super) country: String,
    pub(super) tried: Vec<String>,
    pub(super) pattern: String,
}

pub(super) fn words(name: &str) -> String {
    format!("Went further when somebody came along, {}.", &name[1..])
}

/// Something is tried with each of these lives, and Ines names what the team sees across it.
pub(super) async fn named(told: &Told, lives: &[&str]) -> Story {
    let mut sam = told.signed_in("sam").await;
    let mut ines = told.signed_in("ines").await;
    let mut priya = told.signed_in("priya").await;
    let mut nat = told.signed_in("nat").await;
    let team = cycle(&mut ines, told.id("team riverside")).await;
    let place = cycle(&mut priya, told.id("place")).await;
    let country = cycle(&mut nat, told.id("country")).await;
    let tried = tried(told, &mut sam, lives).await;
    let mut form = vec![("statement", STATEMENT), ("hit", "Whoever lives alone")];
    form.extend(tried.iter().map(|it| ("exploration", it.as_str())));
    let path = format!("/cycles/{team}/patterns");
    let pattern = ines.done(&path, &form).await.unwrap().id();
    Story { sam, ines, priya, team, place, country, tried, pattern }
}

pub(super) async fn tried(told: &Told, sam: &mut Client, lives: &[&str]) -> Vec<String> {
    let mut tried = Vec::new();
    for name in lives {
        let path = format!("/lives/{}/explorations", told.id(&format!("life {name}")));
        let line = format!("Something with {name} on 9 April");
        tried.push(sam.done(&path, &[("line", &line)]).await.unwrap().id());
    }
    tried
}

pub(super) async fn cycle(client: &mut Client, body: &str) -> String {
    let path = format!("/bodies/{body}/cycles");
    client.done(&path, &[("system", "Going where one wants to go")]).await.unwrap().id()
}

pub(super) fn json(text: &str) -> serde_json::Value {
    serde_json::from_str(text).unwrap()
}

/// What the pattern stands on: the ground and the life of each, as the team reads it.
pub(super) async fn grounds(story: &mut Story) -> Vec<(String, String)> {
    let seen = story.sam.get(&format!("/api/v1/patterns/{}", story.pattern)).await;
    assert_eq!(seen.status, 200, "{}", seen.body);
    let grounds = json(&seen.body)["grounds"].as_array().unwrap().clone();
    let text = |it: &serde_json::Value| it.as_str().unwrap().to_owned();
    grounds.iter().map(|it| (text(&it["ground"]), text(&it["life"]))).collect()
}

/// The words that may leave, for the pattern and for each ground; and everybody is asked.
pub(super) async fn worded_and_asked(told: &Told, story: &mut Story) {
    let all = grounds(story).await;
    let texts: Vec<String> = all.iter().map(|(_, life)| words(name_of(told, life))).collect();
    let mut form = vec![("statement", STATEMENT)];
    for ((ground, _), text) in all.iter().zip(&texts) {
        form.push(("ground", ground));
        form.push(("wording", text));
    }
    story.ines.done(&format!("/patterns/{}/wordings", story.pattern), &form).await.unwrap();
    let form: Vec<_> = all.iter().map(|(ground, _)| ("ground", ground.as_str())).collect();
    story.ines.done(&format!("/patterns/{}/asks", story.pattern), &form).await.unwrap();
}

pub(super) fn name_of(told: &Told, life: &str) -> &'static str {
    LIVES.into_iter().find(|it| told.id(&format!("life {it}")) == life).unwrap()
}

pub(super) fn answer_path(life: &str, ground: &str) -> String {
    format!("/lives/{life}/grounds/{ground}/answer")
}

/// Which words somebody is shown: an answer is for these.
pub(super) async fn asking(client: &mut Client, (life, ground): (&str, &str)) -> String {
    let page = client.get(&format!("{}/new", answer_path(life, ground))).await;
    let asking = page.between("name=\"asking\" value=\"", "\"");
    asking.unwrap_or_else(|| panic!("{}", page.body))
}

/// Sends an answer for the words that they are shown.
pub(super) async fn sent(client: &mut Client, of: (&str, &str), said: &[(&str, &str)]) -> Seen {
    let asking = asking(client, of).await;
    let form = [&[("asking", asking.as_str())], said].concat();
    client.post(&answer_path(of.0, of.1), &form).await
}

/// Answers, and is heard.
pub(super) async fn answer(client: &mut Client, of: (&str, &str), said: &[(&str, &str)]) {
    let seen = sent(client, of, said).await;
    assert_eq!(seen.status, 303, "{}", seen.body);
}

/// Sam tells everybody but Jo.
pub(super) async fn told_the_others(told: &Told, story: &mut Story) {
    for (ground, life) in grounds(story).await {
        if life != told.id("life jo") {
            let said = [("answer", "told"), ("how", "At the kitchen table.")];
            answer(&mut story.sam, (&life, &ground), &said).await;
        }
    }
}

/// There are words, everybody is asked, Jo says yes, and Sam tells the others.
pub(super) async fn everybody_agreed(told: &Told, story: &mut Story) {
    worded_and_asked(told, story).await;
    let ground = jos_ground(told, story).await;
    let mut jo = told.signed_in("jo").await;
    answer(&mut jo, (told.id("life jo"), &ground), &[("answer", "agreed")]).await;
    told_the_others(told, story).await;
}

pub(super) async fn jos_ground(told: &Told, story: &mut Story) -> String {
    let all = grounds(story).await;
    all.into_iter().find(|(_, life)| life == told.id("life jo")).unwrap().0
}

pub(super) async fn passed_on(story: &mut Story) -> String {
    let path = format!("/patterns/{}/relays", story.pattern);
    let cycle = story.place.clone();
    story.ines.done(&path, &[("cycle", &cycle), ("question", "")]).await.unwrap().id()
}
