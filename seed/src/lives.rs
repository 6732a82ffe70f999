//! What happens with the people of the story. All of them are invented.

use crate::{Broken, Teller, World};

/// A person whom Sam walks beside: what is tried, what came of it, and how it ended.
struct Trying {
    life: &'static str,
    matters: &'static str,
    line: &'static str,
    looks: &'static [(&'static str, bool)],
    ended: Option<(&'static str, &'static str)>,
    note: &'static str,
}

const OTHERS: [Trying; 5] = [
    Trying {
        life: "kit",
        matters: "To see my sister on Sundays without asking my son to drive me.",
        line: "The Sunday bus to the sister’s, with a neighbour who goes to chapel",
        looks: &[("Went every Sunday. The neighbour came in for tea.", true)],
        ended: Some(("keep", "It was never the bus. It was standing at the stop alone.")),
        note: "Kit’s neighbour asked whether she could come along in winter, too.",
    },
    Trying {
        life: "ade",
        matters: "To swim again.",
        line: "The warm pool on Wednesday mornings with somebody from the team of volunteers",
        looks: &[("Three times out of four. The fourth time the volunteer was ill.", false)],
        ended: Some(("adapt", "Goes when Ola goes, and stays at home when she does not.")),
        note: "Ade did not go alone although the taxi was paid for.",
    },
    Trying {
        life: "wen",
        matters: "A morning without the television.",
        line: "Breakfast at the café by the library twice a week",
        looks: &[("The first week alone, not again. Then with Lou’s cousin, every time.", true)],
        ended: Some(("keep", "Company.")),
        note: "Wen says the café is not far at all when somebody waits there.",
    },
    Trying {
        life: "lou",
        matters: "To play for people.",
        line: "The Friday singers, first just to listen",
        looks: &[("Stayed to the end. Somebody saved a chair.", true)],
        ended: None,
        note: "Lou has been asked to bring the accordion.",
    },
    Trying {
        life: "max",
        matters: "To finish what I start.",
        line: "One hour in the bicycle workshop, not more",
        looks: &[("Two hours. Lost the feeling for time for the first time in a year.", true)],
        ended: None,
        note: "Max came without the walking stick and did not notice.",
    },
];

pub(crate) async fn tell(teller: &Teller, world: &mut World) -> Result<(), Broken> {
    jo_says_what_matters(teller, world).await?;
    jo_agrees(teller, world).await?;
    for (days, trying) in (51..).zip(&OTHERS).collect::<Vec<_>>().into_iter().rev() {
        begins(teller, world, trying, days).await?;
    }
    jo_goes_on(teller, world).await?;
    for (days, trying) in (36..).zip(&OTHERS).collect::<Vec<_>>().into_iter().rev() {
        goes_on(teller, world, trying, days).await?;
    }
    jo_keeps_it(teller, world).await?;
    reflect(teller, world).await
}

/// Jo lives with chronic pain. What helps her is not what anybody expected.
async fn jo_says_what_matters(teller: &Teller, world: &World) -> Result<(), Broken> {
    let jo = format!("/lives/{}", world.id("life jo"));
    teller.days_ago(80, 11);
    let mut sam = world.sign_in(teller, "sam").await?;
    let first = "Less pain at night. Then the rest will come.";
    let form = [("text", first), ("whose", "written-down")];
    sam.done(&format!("{jo}/matters"), &form).await?;
    let abdul = [("name", "Abdul"), ("role", "has the next allotment"), ("contact", "by the shed")];
    let doctor = [("name", "Dr Mensah"), ("role", "asked in about pain at night"), ("contact", "")];
    for person in [abdul, doctor] {
        sam.done(&format!("{jo}/around"), &person).await?;
    }
    teller.days_ago(76, 15);
    let mut own = world.sign_in(teller, "jo").await?;
    let page = own.get(&format!("{jo}/matters/new")).await;
    let seen = page.between("name=\"seen\" value=\"", "\"").unwrap_or_default();
    let words =
        "I want to be able to go to the allotment again without planning it for three days.";
    own.done(&format!("{jo}/matters"), &[("text", words), ("seen", &seen)]).await.map(drop)
}

async fn jo_agrees(teller: &Teller, world: &mut World) -> Result<(), Broken> {
    let jo = format!("/lives/{}", world.id("life jo"));
    teller.days_ago(62, 16);
    let form = [
        ("line", "Twenty minutes at the allotment on Tuesdays, whatever the weather"),
        ("hunch", "The way there is the hard part, not the digging."),
        ("decided", "Jo and Sam"),
        ("absent", "Dr Mensah"),
        ("cost", "The bus fare"),
        ("noticing", "The night after"),
        ("stop_when", "The nights after get worse"),
    ];
    let mut sam = world.sign_in(teller, "sam").await?;
    let tried = sam.done(&format!("{jo}/explorations"), &form).await?.id();
    world.name("exploration jo", tried.clone());
    let mut own = world.sign_in(teller, "jo").await?;
    own.done(&format!("/explorations/{tried}/agree"), &[]).await.map(drop)
}

async fn jo_goes_on(teller: &Teller, world: &mut World) -> Result<(), Broken> {
    let jo = format!("/lives/{}", world.id("life jo"));
    let tried = world.id("exploration jo").to_owned();
    teller.days_ago(50, 17);
    let mut own = world.sign_in(teller, "jo").await?;
    let bus = [("text", "Bus driver waited. A good moment."), ("kind", "good-moment")];
    own.done(&format!("{jo}/notes"), &bus).await?;
    teller.days_ago(43, 17);
    let mut sam = world.sign_in(teller, "sam").await?;
    let visit = [
        ("text", "Went twice. Second time stayed an hour because Abdul was there."),
        ("kind", "surprise"),
        ("bring", "yes"),
        ("exploration", tried.as_str()),
    ];
    sam.done(&format!("{jo}/notes"), &visit).await?;
    let mut own = world.sign_in(teller, "jo").await?;
    let list = own.get(&format!("/api/v1{jo}/notes")).await;
    world.name("note jo", list.between("\"note\":\"", "\"").unwrap_or_default());
    let reply = [("kind", "disagrees"), ("text", "It was Abdul, not the weather.")];
    own.done(&format!("/notes/{}/replies", world.id("note jo")), &reply).await?;
    let look = [("text", "Not the bus, not the weather. Abdul."), ("surprise", "yes")];
    own.done(&format!("/explorations/{tried}/looks"), &look).await.map(drop)
}

async fn jo_keeps_it(teller: &Teller, world: &World) -> Result<(), Broken> {
    teller.days_ago(33, 12);
    let mut own = world.sign_in(teller, "jo").await?;
    let why = "It works when somebody is there. I want it to stay.";
    let path = format!("/explorations/{}/end", world.id("exploration jo"));
    own.done(&path, &[("ending", "keep"), ("why", why)]).await.map(drop)
}

async fn begins(
    teller: &Teller,
    world: &mut World,
    trying: &Trying,
    days: i64,
) -> Result<(), Broken> {
    let life = format!("/lives/{}", world.id(&format!("life {}", trying.life)));
    teller.days_ago(days, 10);
    let mut sam = world.sign_in(teller, "sam").await?;
    let matters = [("text", trying.matters), ("whose", "own")];
    sam.done(&format!("{life}/matters"), &matters).await?;
    let tried = sam.done(&format!("{life}/explorations"), &[("line", trying.line)]).await?.id();
    world.name(&format!("exploration {}", trying.life), tried);
    Ok(())
}

async fn goes_on(teller: &Teller, world: &World, trying: &Trying, days: i64) -> Result<(), Broken> {
    let life = format!("/lives/{}", world.id(&format!("life {}", trying.life)));
    let tried = format!("/explorations/{}", world.id(&format!("exploration {}", trying.life)));
    teller.days_ago(days, 16);
    let mut sam = world.sign_in(teller, "sam").await?;
    sam.done(&format!("{life}/notes"), &[("text", trying.note), ("kind", "noticed")]).await?;
    for (text, surprise) in trying.looks {
        let surprise = if *surprise { "yes" } else { "" };
        let form = [("text", *text), ("surprise", surprise)];
        sam.done(&format!("{tried}/looks"), &form).await?;
    }
    let Some((ending, why)) = trying.ended else { return Ok(()) };
    sam.done(&format!("{tried}/end"), &[("ending", ending), ("why", why)]).await.map(drop)
}

async fn reflect(teller: &Teller, world: &World) -> Result<(), Broken> {
    teller.days_ago(30, 18);
    let mut sam = world.sign_in(teller, "sam").await?;
    let text = "I was so sure that it was the distance. I had stopped asking.";
    sam.done("/reflections", &[("text", text)]).await.map(drop)
}
