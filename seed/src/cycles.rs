//! The cycles of the place, with facts that others published, each with its source. The people and
//! the place are fictional; the facts are not, and the pages say which is which.

use crate::{Broken, Teller, World};

/// Whose cycle, who opens it, what it learns about, and what it is for.
type Opening = (&'static str, &'static str, &'static str, &'static str);

const CYCLES: [Opening; 4] = [
    (
        "team riverside",
        "ines",
        "How we walk beside people whose days are ruled by pain",
        "That people go where they want to go, with whom they want to, and that we learn from them \
         what makes that possible.",
    ),
    (
        "organisation",
        "priya",
        "How Ashwell Together makes room for its teams to learn",
        "That teams can act on what they learn without asking three times.",
    ),
    (
        "place",
        "priya",
        "How Ashwell helps people to have company",
        "That nobody in Ashwell stays at home because there is nobody to go with.",
    ),
    (
        "country",
        "nat",
        "How Albion’s places learn from each other",
        "That what one place learns another can try, and that rules change when they stand in the way.",
    ),
];

/// What others published: where it is put, as whom, the fact in our words, and its source.
const FACTS: [(&str, &str, &str, &str); 4] = [
    (
        "team riverside",
        "ines",
        "Wellbeing Teams, who work in small self-managed teams, say that a person they support at \
         home in Torbay meets no more than four different workers.",
        "Love2Care, Torbay franchise of Wellbeing Teams: love2care.uk",
    ),
    (
        "organisation",
        "priya",
        "Wellbeing Teams report that unplanned hospital costs fell by about 80% for the people they \
         support. It is their own figure, and it does not say what else changed.",
        "Centre for Public Impact, Learning together: reconceiving home care",
    ),
    (
        "place",
        "priya",
        "In Plymouth, 25 contracts for people with complex needs became one alliance contract of ten \
         years and about £80 million, without performance targets.",
        "E3M, Plymouth Alliance contract: e3m.org.uk; NHS Confederation case study: nhsconfed.org",
    ),
    (
        "country",
        "nat",
        "Finland’s national agency for education (EDUFI) ran three experimentation labs with 24 \
         projects, in which 28 of the country’s 310 municipalities took part.",
        "Centre for Public Impact, case study of EDUFI’s experimentation labs",
    ),
];

/// Who writes what into which step, of the story's own.
const ENTRIES: [(&str, &str, &str, &str); 4] = [
    (
        "team riverside",
        "ines",
        "understand",
        "Who helps: neighbours with a car, the allotment, two cafés. Who is missing: the bus company, \
         and anybody who is out after five.",
    ),
    (
        "team riverside",
        "ines",
        "stewardship",
        "We keep Thursday mornings free of visits, so that there is time to talk about what surprised \
         us.",
    ),
    (
        "place",
        "priya",
        "understand",
        "We disagree about what keeps people at home. Some of us think it is distance, some say it is \
         money. Nobody has asked them until now.",
    ),
    (
        "country",
        "nat",
        "co-design",
        "Three places try the same question in their own way, and talk every month about what \
         surprised them.",
    ),
];

pub(crate) async fn tell(teller: &Teller, world: &mut World) -> Result<(), Broken> {
    teller.days_ago(85, 10);
    for (body, who, system, purpose) in CYCLES {
        let mut client = world.sign_in(teller, who).await?;
        let path = format!("/bodies/{}/cycles", world.id(body));
        let cycle = client.done(&path, &[("system", system)]).await?.id();
        let path = format!("/cycles/{cycle}/purposes");
        let whose = "those who were in the room";
        client.done(&path, &[("text", purpose), ("whose", whose)]).await?;
        world.name(&format!("cycle {body}"), cycle);
    }
    teller.days_ago(70, 14);
    for (body, who, text, source) in FACTS {
        let form = [("step", "understand"), ("text", text), ("source", source)];
        write(teller, world, (body, who), &form).await?;
    }
    for (body, who, step, text) in ENTRIES {
        write(teller, world, (body, who), &[("step", step), ("text", text)]).await?;
    }
    Ok(())
}

async fn write(
    teller: &Teller,
    world: &World,
    (body, who): (&str, &str),
    form: &[(&str, &str)],
) -> Result<(), Broken> {
    let mut client = world.sign_in(teller, who).await?;
    let path = format!("/cycles/{}/entries", world.id(&format!("cycle {body}")));
    // Of each day and name in it somebody says that it may stay.
    let stays = ["Thursday"].map(|it| ("stays", it));
    client.done(&path, &[form, &stays].concat()).await.map(drop)
}
