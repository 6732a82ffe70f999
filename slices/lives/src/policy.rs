//! Who may do what with a life's own words. Everything follows from how somebody stands towards
//! the person.

mod notes;
mod reflections;

use kernel::Id;
use people::{Body, BodyOn, Life, LifeOn, body_on, life_on};
use platform::{Action, Actor, Changes, DbError, Decision, Of, Subject, Tx};
use words::Say;

pub(crate) use notes::{
    BringNote, CorrectNote, GiveReason, HoldNote, NoteOn, ReadNote, ReleaseNote, ReplyToNote,
    SecondHold, TakeBackNote, TalkAboutNote,
};
pub(crate) use reflections::{MyReflections, ShareReflection, WriteReflection};

use crate::{model::AroundPerson, said, store};

/// Something done with a life.
macro_rules! with_life {
    ($(#[$doc:meta])* $name:ident, $key:literal, $may:ident, $told:ident) => {
        $(#[$doc])*
        #[derive(Debug)]
        pub(crate) struct $name;

        impl Action for $name {
            const NAME: &'static str = $key;
            type Key = Of<Life>;
            type On = LifeOn;

            async fn find(
                actor: &Actor,
                Of(life): &Of<Life>,
                tx: &mut Tx,
            ) -> Result<Option<LifeOn>, DbError> {
                life_on(actor, life, tx).await
            }

            fn rule(_: &Actor, on: &LifeOn) -> Decision {
                let reads = on.standing.reads();
                Decision::of(reads && on.standing.$may(), reads)
            }

            fn subjects(on: &LifeOn) -> Vec<Subject> {
                on.subjects()
            }

            fn told() -> Say {
                said::$told()
            }
        }
    };
}

with_life! {
    /// Word what matters.
    WordMatter, "matter.word", writes, act_matter_word
}
impl Changes for WordMatter {}

with_life! {
    /// Read every wording of what matters.
    ReadMatters, "matter.read", reads, act_matter_read
}

with_life! {
    /// Name somebody who is around.
    AddAround, "around.add", writes, act_around_add
}
impl Changes for AddAround {}

with_life! {
    /// Write a note.
    AddNote, "note.add", writes, act_note_add
}
impl Changes for AddNote {}

with_life! {
    /// Read the notes.
    ReadNotes, "note.list", reads, act_note_list
}

with_life! {
    /// Read who has looked.
    ReadLooked, "life.looked", reads, act_looked
}

with_life! {
    /// Read who can see the page, and why.
    ReadWhoCanSee, "life.who-can-see", reads, act_who_can_see
}

/// Somebody around a person, and how the actor stands towards that person.
#[derive(Clone, Debug)]
pub(crate) struct AroundOn {
    pub(crate) around: Id<AroundPerson>,
    pub(crate) life: LifeOn,
}

/// Say that somebody is not around any more.
#[derive(Debug)]
pub(crate) struct EndAround;

impl Action for EndAround {
    const NAME: &'static str = "around.end";
    type Key = Of<AroundPerson>;
    type On = AroundOn;

    async fn find(
        actor: &Actor,
        Of(around): &Of<AroundPerson>,
        tx: &mut Tx,
    ) -> Result<Option<AroundOn>, DbError> {
        let Some(life) = store::around::life_of(tx, around).await? else { return Ok(None) };
        let on = life_on(actor, &life, tx).await?;
        Ok(on.map(|life| AroundOn { around: *around, life }))
    }

    fn rule(_: &Actor, on: &AroundOn) -> Decision {
        Decision::of(on.life.standing.writes(), on.life.standing.reads())
    }

    fn subjects(on: &AroundOn) -> Vec<Subject> {
        on.life.subjects()
    }

    fn told() -> Say {
        said::act_around_end()
    }
}
impl Changes for EndAround {}

/// See which held notes a team's named lead is asked about. It opens nobody's record.
#[derive(Debug)]
pub(crate) struct ReadHeld;

impl Action for ReadHeld {
    const NAME: &'static str = "note.held";
    type Key = Of<Body>;
    type On = BodyOn;

    async fn find(
        actor: &Actor,
        Of(body): &Of<Body>,
        tx: &mut Tx,
    ) -> Result<Option<BodyOn>, DbError> {
        body_on(actor, body, tx).await
    }

    fn rule(_: &Actor, on: &BodyOn) -> Decision {
        Decision::of(on.part.lead, on.part.any())
    }

    fn told() -> Say {
        said::act_held()
    }
}
