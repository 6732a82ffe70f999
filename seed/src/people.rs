//! Who is who in the story.

use crate::{Broken, Client, Person, Teller, World};

/// Everybody's password in the demo. The program says so when it starts.
pub const PASSWORD: &str = "three streams joining";

/// Somebody who works in the story: kind, name, and where they have which part.
type Worker = (&'static str, &'static str, &'static str, &'static [(&'static str, &'static str)]);

const WORKERS: [Worker; 8] = [
    ("worker", "Sam", "walks beside Jo and others", &[("team riverside", "member")]),
    ("colleague", "Bea", "works in the same team", &[("team riverside", "member")]),
    (
        "coordinator",
        "Ines",
        "coordinates the Riverside team",
        &[("team riverside", "member"), ("team riverside", "coordinator")],
    ),
    ("lead", "Tom", "is the Riverside team's named lead for safety", &[("team riverside", "lead")]),
    (
        "steward",
        "Priya",
        "stewards Ashwell and its organisation",
        &[("place", "steward"), ("organisation", "steward")],
    ),
    ("national", "Nat", "stewards what the country learns", &[("country", "steward")]),
    (
        "governor",
        "Gwen",
        "governs the organisation and the place",
        &[("organisation", "governor"), ("place", "governor")],
    ),
    ("other-worker", "Mo", "works in another team", &[("team hillside", "member")]),
];

pub(crate) async fn tell(teller: &Teller, set_up_code: &str) -> Result<World, Broken> {
    let mut world = World::default();
    teller.days_ago(120, 9);
    let mut admin = set_up(teller, &mut world, set_up_code).await?;
    for (team, name) in [("riverside", "Riverside team"), ("hillside", "Hillside team")] {
        let form = [
            ("scale", "team"),
            ("name", name),
            ("within", world.id("organisation")),
            ("place", world.id("place")),
        ];
        let made = admin.done("/setup/bodies", &form).await?;
        world.name(&format!("team {team}"), made.id());
    }
    for worker in WORKERS {
        bring_in(teller, &mut world, &mut admin, worker).await?;
    }
    lives(teller, &mut world).await?;
    Ok(world)
}

async fn set_up(teller: &Teller, world: &mut World, code: &str) -> Result<Client, Broken> {
    let mut admin = teller.client();
    let form = [
        ("code", code),
        ("called", "Alex"),
        ("name", "alex"),
        ("password", PASSWORD),
        ("country", "Albion"),
        ("place", "Ashwell"),
        ("organisation", "Ashwell Together"),
    ];
    admin.done("/setup", &form).await?;
    let list = admin.get("/setup/bodies").await;
    for (key, name) in
        [("country", "Albion"), ("place", "Ashwell"), ("organisation", "Ashwell Together")]
    {
        let before = list.body.split(&format!("\">{name}</a>")).next().unwrap_or_default();
        let id = before.rsplit('/').next().unwrap_or_default();
        world.name(key, id.to_owned());
    }
    let about = "sets up places, teams and accounts";
    remember(world, ("administrator", "Alex", about), String::new());
    Ok(admin)
}

fn remember(world: &mut World, who: (&'static str, &str, &'static str), account: String) {
    let (kind, name, about) = who;
    let sign_in = name.to_lowercase();
    let person = Person { kind, name: name.to_owned(), sign_in: sign_in.clone(), about, account };
    world.people.insert(sign_in, person);
}

async fn bring_in(
    teller: &Teller,
    world: &mut World,
    admin: &mut Client,
    (kind, name, about, ties): Worker,
) -> Result<(), Broken> {
    let mut account = String::new();
    for (body, tie) in ties {
        let path = format!("/setup/bodies/{}/people", world.id(body));
        let called = if account.is_empty() { name } else { "" };
        let form = [("called", called), ("ties", *tie), ("account", account.as_str())];
        let done = admin.done(&path, &form).await?;
        if account.is_empty() {
            account = join(teller, admin, &done.to.unwrap_or_default(), name).await?;
        }
    }
    remember(world, (kind, name, about), account);
    Ok(())
}

/// Reads out the code of an invitation, and takes it up. Answers whose account it is.
async fn join(
    teller: &Teller,
    maker: &mut Client,
    invitation: &str,
    name: &str,
) -> Result<String, Broken> {
    let page = maker.get(invitation).await;
    let code = page.between("id=\"code\"", "</p>").unwrap_or_default();
    let code = code.rsplit('>').next().unwrap_or_default().to_owned();
    let sign_in = name.to_lowercase();
    let form = [("code", code.as_str()), ("name", sign_in.as_str()), ("password", PASSWORD)];
    let mut guest = teller.client();
    guest.done("/join", &form).await?;
    let seen = guest.get("/api/v1/me").await;
    Ok(seen.between("\"account\":\"", "\"").unwrap_or_default())
}

/// The lives of the story and everybody's standing towards Jo's: those who walk beside her, one who
/// did, one she trusts, one she trusted.
async fn lives(teller: &Teller, world: &mut World) -> Result<(), Broken> {
    teller.days_ago(90, 10);
    let mut sam = world.sign_in(teller, "sam").await?;
    let riverside = format!("/teams/{}/lives", world.id("team riverside"));
    for name in ["Jo", "Kit", "Ade", "Wen", "Lou", "Max"] {
        let life = sam.done(&riverside, &[("called", name)]).await?.id();
        world.name(&format!("life {}", name.to_lowercase()), life);
    }
    let jo = world.id("life jo").to_owned();
    let invitations = format!("/lives/{jo}/invitations");
    let made = sam.done(&invitations, &[("who", "person")]).await?;
    let account = join(teller, &mut sam, &made.to.unwrap_or_default(), "Jo").await?;
    remember(world, ("person", "Jo", "lives with pain that does not go away"), account);
    for (kind, name, about) in [
        ("supporter", "Rosa", "is trusted by Jo"),
        ("ended-supporter", "Vic", "was trusted by Jo once"),
    ] {
        let form = [("who", "supporter"), ("called", name)];
        let made = sam.done(&invitations, &form).await?;
        let account = join(teller, &mut sam, &made.to.unwrap_or_default(), name).await?;
        remember(world, (kind, name, about), account);
    }
    ended(teller, world, &jo, &mut sam).await
}

/// Lee walked beside Jo and moved on; Vic is not trusted any more.
async fn ended(
    teller: &Teller,
    world: &mut World,
    jo: &str,
    sam: &mut Client,
) -> Result<(), Broken> {
    let mut admin = world.sign_in(teller, "alex").await?;
    let lee: Worker = (
        "ended",
        "Lee",
        "walked beside Jo, and works elsewhere now",
        &[("team riverside", "member")],
    );
    bring_in(teller, world, &mut admin, lee).await?;
    let account = world.people.get("lee").map(|it| it.account.clone()).unwrap_or_default();
    sam.done(&format!("/lives/{jo}/alongside"), &[("account", &account)]).await?;
    let mut lee = world.sign_in(teller, "lee").await?;
    lee.done(&format!("/lives/{jo}/alongside/end"), &[]).await?;
    let team = admin.get(&format!("/setup/bodies/{}", world.id("team riverside"))).await;
    let before = team.body.split("/end\">End that Lee works").next().unwrap_or_default();
    let membership = before.rsplit('/').next().unwrap_or_default().to_owned();
    admin.done(&format!("/memberships/{membership}/end"), &[]).await?;
    let supporter = world.people.get("vic").map(|it| it.account.clone()).unwrap_or_default();
    let path = format!("/lives/{jo}/supporters/end");
    sam.done(&path, &[("account", &supporter)]).await?;
    Ok(())
}
