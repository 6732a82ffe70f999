//! So much of everything that speed can be measured: a life of a thousand notes, and a team that
//! meets over two hundred things being tried. What people say is put together from parts, by a seed.

use kernel::SeededEntropy;

use crate::{Broken, Client, Teller, World};

/// How many days somebody notes something, and how many notes a day, in Jo's life.
const DAYS: i64 = 40;
const NOTES_A_DAY: usize = 25;
/// How many things are being tried in each of the further lives.
const TRIED: usize = 5;

const CALLED: [&str; 40] = [
    "Ama", "Bo", "Cem", "Dot", "Eli", "Fay", "Gus", "Hal", "Ida", "Jan", "Kay", "Leo", "Mia",
    "Ned", "Oda", "Pia", "Quin", "Ray", "Sol", "Tess", "Una", "Val", "Wim", "Xan", "Yan", "Zia",
    "Abe", "Bet", "Cleo", "Dan", "Eve", "Finn", "Gia", "Hugh", "Ines-May", "Joss", "Kim", "Liv",
    "Moss", "Nia",
];

const WHEN: [&str; 6] = [
    "On the way to the allotment",
    "After the rain had stopped",
    "At the kitchen table",
    "While we waited for the bus",
    "In the café by the library",
    "On the telephone, late",
];

const WHAT: [&str; 8] = [
    "we talked about the nights, and about what comes before them",
    "nothing went as we had thought, and it was a good morning all the same",
    "somebody from two doors down came by and stayed for an hour",
    "it turned out that the letter had been lying there since spring",
    "we tried the longer way round, with two rests, and laughed about the map",
    "there was a silence that neither of us had to fill",
    "the knees were bad, the soup was good, and the visit was short",
    "we rang the surgery together and were told to ring again",
];

const THEN: [&str; 8] = [
    "It may have been the company and not the walk.",
    "Next time we will ask first and plan later.",
    "There is a question in this that I cannot put into words yet.",
    "That had not been possible a month ago.",
    "Nobody had offered, because nobody had known.",
    "We left it open, and that felt right.",
    "It was said twice, so it matters.",
    "I had expected something else, and was glad to be wrong.",
];

const TRY: [&str; 6] = [
    "Half an hour in the garden",
    "One phone call together",
    "The bus into town and back",
    "Cooking for two",
    "A walk before breakfast",
    "An evening with the singers",
];

const HOW: [&str; 6] = [
    "on Tuesdays, whatever the weather",
    "with somebody who lives nearby",
    "twice, and then we talk",
    "without planning it",
    "when the week has been quiet",
    "before the shops open",
];

/// What people happen to say.
struct Chance(SeededEntropy);

impl Chance {
    fn one<T: Copy + Default>(&self, of: &[T]) -> T {
        let place = self.0.next() % u64::try_from(of.len()).unwrap_or(1).max(1);
        usize::try_from(place).ok().and_then(|it| of.get(it)).copied().unwrap_or_default()
    }

    fn noticed(&self) -> String {
        let first = format!("{}, {}. {}", self.one(&WHEN), self.one(&WHAT), self.one(&THEN));
        match self.0.next() % 3 {
            0 => first,
            _ => format!("{first} {}, {}.", self.one(&WHEN), self.one(&WHAT)),
        }
    }

    fn tried(&self) -> String {
        format!("{} {}", self.one(&TRY), self.one(&HOW))
    }
}

pub(crate) async fn tell(teller: &Teller, world: &World) -> Result<(), Broken> {
    let chance = Chance(SeededEntropy::new(teller.seed));
    for day in (1..=DAYS).rev() {
        teller.days_ago(day, 17);
        let mut sam = world.sign_in(teller, "sam").await?;
        notes(&chance, &mut sam, world.id("life jo")).await?;
    }
    teller.days_ago(20, 9);
    let mut sam = world.sign_in(teller, "sam").await?;
    let riverside = format!("/teams/{}/lives", world.id("team riverside"));
    for called in CALLED {
        let life = sam.done(&riverside, &[("called", called)]).await?.id();
        trying(&chance, &mut sam, &life).await?;
    }
    Ok(())
}

async fn notes(chance: &Chance, sam: &mut Client, life: &str) -> Result<(), Broken> {
    let path = format!("/lives/{life}/notes");
    for _ in 0..NOTES_A_DAY {
        let kind = chance.one(&["", "noticed", "surprise", "good-moment", "question"]);
        let text = chance.noticed();
        sam.done(&path, &[("text", text.as_str()), ("kind", kind)]).await?;
    }
    Ok(())
}

async fn trying(chance: &Chance, sam: &mut Client, life: &str) -> Result<(), Broken> {
    let path = format!("/lives/{life}/explorations");
    for _ in 0..TRIED {
        let (try_it, hunch) = (chance.tried(), chance.one(&THEN));
        let tried = sam.done(&path, &[("line", try_it.as_str()), ("hunch", hunch)]).await?.id();
        let (went, surprise) = (chance.noticed(), chance.one(&["", "", "yes"]));
        let look = [("text", went.as_str()), ("surprise", surprise)];
        sam.done(&format!("/explorations/{tried}/looks"), &look).await?;
    }
    Ok(())
}
