use kernel::{Id, Moment};
use people::LifeOn;
use platform::{Account, Action, Actor, Changes, DbError, Decision, Of, Subject, Tx};
use words::Say;

use crate::{
    model::{Hold, Note, Spoken},
    rules::{Holding, Towards, holding},
    said, store,
};

/// A note, and what the actor is to it.
#[derive(Clone, Debug)]
pub(crate) struct NoteOn {
    /// The note.
    pub(crate) note: Id<Note>,
    /// Whom it is about.
    pub(crate) life: LifeOn,
    /// What the actor is to it.
    pub(crate) towards: Towards,
    /// The actor's account, unless they are the person.
    pub(crate) me: Option<Id<Account>>,
    /// What the person said to it.
    pub(crate) spoken: Spoken,
    /// Which wording is the newest.
    pub(crate) version: i64,
    /// How it is held, if it is.
    pub(crate) hold: Option<Hold>,
    /// It was held before, and is not now.
    pub(crate) held_before: bool,
    /// It is brought to the team's next meeting.
    pub(crate) brought: bool,
}

impl NoteOn {
    /// The actor reads it.
    pub(crate) const fn reads(&self) -> bool {
        self.towards.reads(self.hold.is_some())
    }

    pub(crate) const fn corrects(&self) -> bool {
        self.towards.author && self.life.standing.writes()
    }

    pub(crate) const fn replies(&self) -> bool {
        self.life.standing.writes()
    }

    const fn colleague(&self) -> bool {
        self.life.standing.alongside
    }

    pub(crate) const fn releases(&self) -> bool {
        self.towards.standing.lead || self.towards.author || self.towards.holder
    }

    pub(crate) const fn reasons(&self) -> bool {
        self.towards.let_in()
    }

    /// Whoever is asked, or the team's named lead; never who gave the reason.
    pub(crate) fn seconds(&self) -> bool {
        let gave = self.hold.as_ref().and_then(|it| it.reason_by);
        let another = self.me.is_some() && gave != self.me;
        another && (self.towards.second || self.towards.standing.lead)
    }
}

/// Something done with a note.
macro_rules! with_note {
    ($(#[$doc:meta])* $name:ident, $key:literal, $may:ident, $told:ident) => {
        $(#[$doc])*
        #[derive(Debug)]
        pub(crate) struct $name;

        impl Action for $name {
            const NAME: &'static str = $key;
            type Key = Of<Note>;
            type On = NoteOn;

            async fn find(
                actor: &Actor,
                Of(note): &Of<Note>,
                tx: &mut Tx,
            ) -> Result<Option<NoteOn>, DbError> {
                store::notes::note_on(actor, note, tx).await
            }

            fn at(on: &mut NoteOn, now: Moment) {
                on.towards.asks_lead = holding(on.hold.as_ref(), now) == Holding::AsksLead;
            }

            fn rule(_: &Actor, on: &NoteOn) -> Decision {
                Decision::of(on.reads() && on.$may(), on.reads())
            }

            fn subjects(on: &NoteOn) -> Vec<Subject> {
                on.life.subjects()
            }

            fn told() -> Say {
                said::$told()
            }
        }
    };
}

with_note! {
    /// Read one note.
    ReadNote, "note.read", reads, act_note_read
}

with_note! {
    /// Word one's own note otherwise.
    CorrectNote, "note.correct", corrects, act_note_correct
}
impl Changes for CorrectNote {}

with_note! {
    /// Say something beside a note.
    ReplyToNote, "note.reply", replies, act_note_reply
}
impl Changes for ReplyToNote {}

with_note! {
    /// Say that a note is not safe to show yet.
    HoldNote, "note.hold", colleague, act_note_hold
}
impl Changes for HoldNote {}

with_note! {
    /// Show a held note again.
    ReleaseNote, "note.release", releases, act_note_release
}
impl Changes for ReleaseNote {}

with_note! {
    /// Give the reason for which a note stays held, and ask a second person.
    GiveReason, "note.hold-on", reasons, act_note_hold_on
}
impl Changes for GiveReason {}

with_note! {
    /// Agree, as the second person, that a note stays held.
    SecondHold, "note.second", seconds, act_note_second
}
impl Changes for SecondHold {}

with_note! {
    /// Bring a note to the team's next meeting.
    BringNote, "note.bring", colleague, act_note_bring
}
impl Changes for BringNote {}

with_note! {
    /// Not bring it after all.
    TakeBackNote, "note.take-back", colleague, act_note_take_back
}
impl Changes for TakeBackNote {}

with_note! {
    /// Say that the team has talked about it.
    TalkAboutNote, "note.talked", colleague, act_note_talked
}
impl Changes for TalkAboutNote {}
