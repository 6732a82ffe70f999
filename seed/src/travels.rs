//! What was learnt with six people travels: to the team, the place and the country, and back.

use crate::{Broken, Client, Teller, World};

const STATEMENT: &str = "Company, not distance, decides whether people go.";

/// What each life gives, in words that tell nobody who it was.
const WORDS: [(&str, &str); 6] = [
    ("jo", "Went further and stayed longer when somebody was there, whatever the weather."),
    ("kit", "A bus ride to family became easy once a neighbour rode along."),
    ("ade", "A paid taxi changed nothing; going together did."),
    ("wen", "A short walk was too far alone and no distance in company."),
    ("lou", "Stayed to the end because somebody had kept a chair."),
    ("max", "Forgot the time, and the pain, while working beside others."),
];

pub(crate) async fn tell(teller: &Teller, world: &mut World) -> Result<(), Broken> {
    let pattern = named(teller, world).await?;
    let grounds = grounds(teller, world, &pattern).await?;
    worded(teller, world, &pattern, &grounds).await?;
    answered(teller, world, &grounds).await?;
    teller.days_ago(18, 10);
    let mut ines = world.sign_in(teller, "ines").await?;
    let form = [("cycle", world.id("cycle place")), ("question", "")];
    let relay = ines.done(&format!("/patterns/{pattern}/relays"), &form).await?.id();
    world.name("relay place", relay.clone());
    world.name("pattern", pattern);
    changed(teller, world, &relay).await?;
    further(teller, world, &relay).await
}

async fn named(teller: &Teller, world: &World) -> Result<String, Broken> {
    teller.days_ago(26, 10);
    let mut ines = world.sign_in(teller, "ines").await?;
    let lives: Vec<&str> =
        WORDS.iter().map(|(life, _)| world.id(&format!("exploration {life}"))).collect();
    let mut form = vec![
        ("statement", STATEMENT),
        ("agreed", "Ines, Sam and Bea. Tom was away."),
        ("counter", "One of us thinks that money still matters for those furthest out."),
        ("hit", "Whoever lives alone, and women more than men."),
    ];
    form.extend(lives.into_iter().map(|it| ("exploration", it)));
    let path = format!("/cycles/{}/patterns", world.id("cycle team riverside"));
    Ok(ines.done(&path, &form).await?.id())
}

/// The ground and the life of each: what the pattern stands on.
async fn grounds(
    teller: &Teller,
    world: &World,
    pattern: &str,
) -> Result<Vec<(String, String)>, Broken> {
    let mut sam = world.sign_in(teller, "sam").await?;
    let seen = sam.get(&format!("/api/v1/patterns/{pattern}")).await;
    let seen: serde_json::Value =
        serde_json::from_str(&seen.body).map_err(|why| Broken(why.to_string()))?;
    let text = |it: &serde_json::Value, name: &str| {
        it.get(name).and_then(serde_json::Value::as_str).unwrap_or_default().to_owned()
    };
    let all = seen.get("grounds").and_then(serde_json::Value::as_array);
    let all = all.ok_or_else(|| Broken("the pattern stands on nothing".to_owned()))?;
    Ok(all.iter().map(|it| (text(it, "ground"), text(it, "life"))).collect())
}

async fn worded(
    teller: &Teller,
    world: &World,
    pattern: &str,
    grounds: &[(String, String)],
) -> Result<(), Broken> {
    let mut ines = world.sign_in(teller, "ines").await?;
    let mut form = vec![("statement", STATEMENT), ("hit", "Whoever lives alone.")];
    for (ground, life) in grounds {
        let words = WORDS.iter().find(|(name, _)| world.id(&format!("life {name}")) == life);
        form.push(("ground", ground));
        form.push(("wording", words.map_or("", |(_, words)| words)));
    }
    ines.done(&format!("/patterns/{pattern}/wordings"), &form).await?;
    let form: Vec<_> = grounds.iter().map(|(ground, _)| ("ground", ground.as_str())).collect();
    ines.done(&format!("/patterns/{pattern}/asks"), &form).await.map(drop)
}

/// Jo agrees on her own phone; Sam tells the others at their tables.
async fn answered(
    teller: &Teller,
    world: &World,
    grounds: &[(String, String)],
) -> Result<(), Broken> {
    teller.days_ago(22, 15);
    let mut sam = world.sign_in(teller, "sam").await?;
    let mut jo = world.sign_in(teller, "jo").await?;
    let how = "At the kitchen table, with the words read out.";
    for (ground, life) in grounds {
        let path = format!("/lives/{life}/grounds/{ground}/answer");
        let own = life == world.id("life jo");
        let client = if own { &mut jo } else { &mut sam };
        let asking = asking(client, &path).await?;
        let form = if own {
            vec![("asking", asking.as_str()), ("answer", "agreed")]
        } else {
            vec![("asking", asking.as_str()), ("answer", "told"), ("how", how)]
        };
        client.done(&path, &form).await?;
    }
    Ok(())
}

/// Which words the page shows: an answer is for these.
async fn asking(client: &mut Client, path: &str) -> Result<String, Broken> {
    let page = client.get(&format!("{path}/new")).await;
    let asking = page.between("name=\"asking\" value=\"", "\"");
    asking.ok_or_else(|| Broken(format!("nothing is asked at {path}:\n{}", page.body)))
}

/// The place says what it means there, and changes business as usual.
async fn changed(teller: &Teller, world: &World, relay: &str) -> Result<(), Broken> {
    let path = format!("/relays/{relay}/responses");
    teller.days_ago(14, 11);
    let mut priya: Client = world.sign_in(teller, "priya").await?;
    let sense = "The library and the pool hear the same. Nobody had asked the bus company.";
    priya.done(&path, &[("kind", "made-sense"), ("body", sense)]).await?;
    teller.days_ago(6, 16);
    let mut priya = world.sign_in(teller, "priya").await?;
    let form = [
        ("kind", "changed"),
        ("was", "Bus passes, for appointments only"),
        ("now", "A fund for going somewhere with somebody, spent by whoever walks along"),
        ("decided", "Priya, Tom and Ines"),
        ("absent", "The bus company"),
        // Colleagues who decided. Whoever it was learnt with is named nowhere beside it.
        ("stays", "Priya"),
        ("stays", "Tom"),
        ("stays", "Ines"),
    ];
    priya.done(&path, &form).await.map(drop)
}

/// The place asks the country, which begins to explore.
async fn further(teller: &Teller, world: &mut World, relay: &str) -> Result<(), Broken> {
    teller.days_ago(4, 10);
    let mut priya = world.sign_in(teller, "priya").await?;
    let form = [("cycle", world.id("cycle country")), ("question", "")];
    let on = priya.done(&format!("/relays/{relay}/relays"), &form).await?.id();
    teller.days_ago(2, 10);
    let mut nat = world.sign_in(teller, "nat").await?;
    let line = "Three more places ask people what keeps them at home";
    let form = [
        ("kind", "exploring"),
        ("body", "We want to know where it does not hold."),
        ("line", line),
    ];
    nat.done(&format!("/relays/{on}/responses"), &form).await?;
    world.name("relay country", on);
    Ok(())
}
