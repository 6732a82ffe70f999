//! What the walking test finds in the story, and adds to it, so that each route has something to be
//! about and each request is one that could be done.

use std::collections::BTreeMap;

use seed::Client;

use crate::Told;

/// What a path's parts mean in the story.
pub(crate) fn fill(told: &Told, path: &str, names: &BTreeMap<&str, &str>) -> String {
    let mut filled = path.to_owned();
    for (part, name) in names {
        filled = filled.replace(&format!("{{{part}}}"), told.id(name));
    }
    filled
}

pub(crate) fn things() -> BTreeMap<&'static str, &'static str> {
    BTreeMap::from([
        ("body", "team riverside"),
        ("life", "life jo"),
        ("alongside", "alongside"),
        ("membership", "membership"),
        ("invitation", "invitation"),
        ("cycle", "cycle team riverside"),
        ("purpose", "purpose"),
        ("exploration", "exploration live"),
        ("around", "around"),
        ("note", "note own"),
        ("reflection", "reflection"),
        ("pattern", "pattern fresh"),
        ("ground", "ground"),
        ("relay", "relay place"),
    ])
}

/// Of which of several things a route speaks, where the usual one will not do. Exact.
pub(super) const OTHER: [(&str, &str, &str); 8] = [
    ("/invitations/{invitation}/anew", "invitation", "invitation team"),
    ("/invitations/{invitation}/take-back", "invitation", "invitation team"),
    ("/notes/{note}/take-back", "note", "note jo"),
    ("/notes/{note}/talked", "note", "note jo"),
    ("/notes/{note}/release", "note", "note held"),
    ("/notes/{note}/hold-on", "note", "note held"),
    ("/notes/{note}/second", "note", "note reasoned"),
    ("/patterns/{pattern}/relays", "pattern", "pattern"),
];

/// What of a sample only the world knows: fields that stand in place of the sample's own. Exact.
pub(super) const FIELDS: [(&str, &str); 17] = [
    ("/beside/end", "password={password}"),
    ("/cycles/{cycle}/purposes", "after={wording}"),
    ("/join", "code={code}&name=somebody-new"),
    ("/lives/{life}/alongside", "account={account bea}"),
    ("/lives/{life}/grounds/{ground}/answer", "asking={asking}"),
    ("/lives/{life}/matters", "seen={matter}"),
    ("/lives/{life}/supporters/end", "account={account rosa}"),
    ("/me/name", "password={password}"),
    ("/me/password", "password={password}"),
    ("/notes/{note}/hold-on", "second={second}&review-day=20&review-month=6&review-year=2026"),
    ("/patterns/{pattern}/asks", "ground={ground fresh}"),
    ("/patterns/{pattern}/relays", "cycle={cycle organisation}"),
    ("/prompts", "scale=place"),
    ("/reflections/{reflection}/copies", "team={team riverside}"),
    ("/relays/{relay}/relays", "cycle={cycle organisation}"),
    ("/sign-in", "name=sam&password={password}"),
    ("/sign-in/second-step", "key={key}&code={digits}&password={password}"),
];

/// The body of a request: the verb's sample, with what only the world knows.
pub(super) fn body(told: &Told, route: &platform::Route, who: &str) -> String {
    let sample = route.sample.clone().unwrap_or_default();
    let Some((_, fields)) = FIELDS.iter().find(|(path, _)| *path == route.path) else {
        return sample;
    };
    // Nobody is the second person beside themselves.
    let second = if who == "tom" { "{account sam}" } else { "{account tom}" };
    let mut fields = fields.replace("{second}", second);
    for (name, id) in &told.world.ids {
        fields = fields.replace(&format!("{{{name}}}"), id);
    }
    let named = |pair: &str| pair.split('=').next().unwrap_or_default().to_owned();
    let ours: Vec<String> = fields.split('&').map(named).collect();
    let kept = sample.split('&').filter(|it| !it.is_empty() && !ours.contains(&named(it)));
    kept.chain(fields.split('&')).collect::<Vec<_>>().join("&")
}

/// Adds what some paths and bodies name.
pub(super) async fn add(told: &mut Told) {
    let mut sam = told.signed_in("sam").await;
    people(told, &mut sam).await;
    notes(told, &mut sam).await;
    seen(told, &mut sam).await;
    pattern(told, &mut sam).await;
    let key = "3132333435363738393031323334353637383930";
    let now = kernel::Clock::now(&*told.clock);
    let digits = platform::session::password::totp_code(b"12345678901234567890", now).unwrap();
    for (name, value) in [
        ("password", seed::PASSWORD.replace(' ', "+")),
        ("key", key.to_owned()),
        ("digits", digits),
    ] {
        told.world.ids.insert(name.to_owned(), value);
    }
}

fn name(told: &mut Told, name: &str, id: String) {
    told.world.ids.insert(name.to_owned(), id);
}

/// A part in the team, a walk, and an invitation that Sam made.
async fn people(told: &mut Told, sam: &mut Client) {
    let mut ines = told.signed_in("ines").await;
    let team = ines.get(&format!("/setup/bodies/{}", told.id("team riverside"))).await;
    let membership = team.between("/memberships/", "/end").unwrap();
    name(told, "membership", membership);
    let una = [("called", "Una"), ("ties", "member")];
    let path = format!("/setup/bodies/{}/people", told.id("team riverside"));
    let una = ines.done(&path, &una).await.unwrap().id();
    name(told, "invitation team", una);
    let jo = format!("/lives/{}", told.id("life jo"));
    let who = sam.get(&format!("/api/v1{jo}/who-can-see")).await;
    name(told, "alongside", who.between("\"walk\":\"", "\"").unwrap());
    let made = sam.done(&format!("{jo}/invitations"), &[("who", "person")]).await.unwrap();
    let code = sam.get(&made.to.clone().unwrap()).await.between("id=\"code\"", "</p>").unwrap();
    name(told, "invitation", made.id());
    name(told, "code", code.rsplit('>').next().unwrap().to_owned());
    for who in ["bea", "rosa", "sam", "tom"] {
        let account = told.world.people[who].account.clone();
        name(told, &format!("account {who}"), account);
    }
}

/// Notes of Sam's about Jo: one like any other, one that is held, and one that waits for Tom to
/// agree that it stays so.
async fn notes(told: &mut Told, sam: &mut Client) {
    let jo = format!("/lives/{}", told.id("life jo"));
    for (which, hold) in [("note own", ""), ("note held", "yes"), ("note reasoned", "yes")] {
        let form = [("text", which), ("hold", hold)];
        sam.done(&format!("{jo}/notes"), &form).await.unwrap();
        let list = sam.get(&format!("/api/v1{jo}/notes")).await;
        let before = list.body.split(&format!("\"text\":\"{which}\"")).next().unwrap();
        let id = before.rsplit("\"note\":\"").next().unwrap().split('"').next().unwrap();
        name(told, which, id.to_owned());
    }
    let path = format!("/notes/{}/hold-on", told.id("note reasoned"));
    let reason = [
        ("reason", "It names where somebody is."),
        ("second", told.id("account tom")),
        ("review-day", "20"),
        ("review-month", "6"),
        ("review-year", "2026"),
    ];
    sam.done(&path, &reason).await.unwrap();
    let tried = [("line", "The 14 bus together")];
    let live = sam.done(&format!("{jo}/explorations"), &tried).await.unwrap().id();
    name(told, "exploration live", live);
}

/// What the pages of the story name.
async fn seen(told: &mut Told, sam: &mut Client) {
    let (life, cycle) = (told.id("life jo").to_owned(), told.id("cycle team riverside").to_owned());
    for (of, path, mark) in [
        ("purpose", format!("/cycles/{cycle}/purposes"), "\"purpose\":\""),
        ("reflection", "/reflections".to_owned(), "\"id\":\""),
    ] {
        let seen = sam.get(&format!("/api/v1{path}")).await;
        let id = seen.between(mark, "\"").unwrap_or_else(|| panic!("{path}: {}", seen.body));
        name(told, of, id);
    }
    let matter = sam.get(&format!("/lives/{life}/matters/new")).await;
    name(told, "matter", matter.between("name=\"seen\" value=\"", "\"").unwrap());
    let purpose = sam.get(&format!("/cycles/{cycle}/purposes/new")).await;
    name(told, "wording", purpose.between("name=\"after\" value=\"", "\"").unwrap());
    let around = sam.get(&format!("/lives/{life}")).await.between("\"/around/", "/end").unwrap();
    name(told, "around", around);
}

/// The ground that Jo's life gives to the story's pattern, and a pattern that nobody was asked of.
async fn pattern(told: &mut Told, sam: &mut Client) {
    let old = told.id("pattern").to_owned();
    let ground = ground_of_jo(told, sam, &old).await;
    let answer = format!("/lives/{}/grounds/{ground}/answer/new", told.id("life jo"));
    let asked = told.get("jo", &answer).await;
    name(told, "asking", asked.between("name=\"asking\" value=\"", "\"").unwrap());
    name(told, "ground", ground);
    let path = format!("/cycles/{}/patterns", told.id("cycle team riverside"));
    let tried = told.id("exploration live").to_owned();
    let form = [("statement", "Somebody waits."), ("exploration", tried.as_str())];
    let fresh = sam.done(&path, &form).await.unwrap().id();
    let ground = ground_of_jo(told, sam, &fresh).await;
    let words = [
        ("statement", "Somebody waits."),
        ("ground", ground.as_str()),
        ("wording", "Went when somebody waited."),
    ];
    sam.done(&format!("/patterns/{fresh}/wordings"), &words).await.unwrap();
    name(told, "pattern fresh", fresh);
    name(told, "ground fresh", ground);
}

async fn ground_of_jo(told: &Told, sam: &mut Client, pattern: &str) -> String {
    let seen = sam.get(&format!("/api/v1/patterns/{pattern}")).await;
    let of_jo = format!("\"life\":\"{}\"", told.id("life jo"));
    let mut grounds = seen.body.split("\"ground\":\"").skip(1).filter(|it| it.contains(&of_jo));
    let ground = grounds.find_map(|it| it.split('"').next());
    ground.unwrap_or_else(|| panic!("{}", seen.body)).to_owned()
}
