//! The nouns of this slice.

use kernel::{Id, Moment};
use platform::{Account, DbError, Row, Thing};
use words::Say;

use crate::said;

/// A wording of what matters to somebody.
#[derive(Debug)]
pub enum Matter {}

impl Thing for Matter {
    const PART: &'static str = "matter";
}

/// Somebody around a person.
#[derive(Debug)]
pub enum AroundPerson {}

impl Thing for AroundPerson {
    const PART: &'static str = "around";
}

/// The one thing anybody captures.
#[derive(Debug)]
pub enum Note {}

impl Thing for Note {
    const PART: &'static str = "note";
}

/// A wording of a note.
#[derive(Debug)]
pub(crate) enum NoteText {}

/// Something done about holding a note back.
#[derive(Debug)]
pub(crate) enum HoldAct {}

/// What somebody says beside a note.
#[derive(Debug)]
pub enum Reply {}

/// What somebody thinks about in private.
#[derive(Debug)]
pub enum Reflection {}

impl Thing for Reflection {
    const PART: &'static str = "reflection";
}

/// A copy of a reflection that its author shared with a team.
#[derive(Debug)]
pub enum ReflectionCopy {}

/// Declares a few words with a name in rows and forms.
macro_rules! words_of {
    ($(#[$doc:meta])* $name:ident { $($(#[$of:meta])* $one:ident = $key:literal;)+ }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, utoipa::ToSchema)]
        #[serde(rename_all = "kebab-case")]
        pub enum $name { $($(#[$of])* $one,)+ }

        impl $name {
            /// All of them.
            pub const ALL: &[Self] = &[$(Self::$one,)+];

            /// As it is written in rows and forms.
            pub const fn name(self) -> &'static str {
                match self { $(Self::$one => $key,)+ }
            }

            /// The one of this name.
            pub fn named(name: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|it| it.name() == name)
            }
        }
    };
}

words_of! {
    /// What kind of thing a note is. None is an answer, too.
    NoteKind {
        /// Something we noticed.
        Noticed = "noticed";
        /// A surprise.
        Surprise = "surprise";
        /// A mistake.
        Mistake = "mistake";
        /// A good moment.
        GoodMoment = "good-moment";
        /// A decision.
        Decision = "decision";
        /// An agreement.
        Agreement = "agreement";
        /// A question.
        Question = "question";
    }
}

impl NoteKind {
    /// As people say it.
    pub fn said(self) -> Say {
        match self {
            Self::Noticed => said::kind_noticed(),
            Self::Surprise => said::kind_surprise(),
            Self::Mistake => said::kind_mistake(),
            Self::GoodMoment => said::kind_good_moment(),
            Self::Decision => said::kind_decision(),
            Self::Agreement => said::kind_agreement(),
            Self::Question => said::kind_question(),
        }
    }
}

words_of! {
    /// Whose words they are.
    Whose {
        /// The person's own.
        Own = "own";
        /// Written down for them.
        WrittenDown = "written-down";
    }
}

words_of! {
    /// What a reply does.
    ReplyKind {
        /// It adds to the note.
        Adds = "adds";
        /// It sees it otherwise.
        Disagrees = "disagrees";
    }
}

impl Whose {
    pub(crate) fn of(row: &Row) -> Result<Self, DbError> {
        let name: String = row.get("whose")?;
        Self::named(&name).ok_or_else(|| DbError::Unreadable("whose".to_owned()))
    }
}

impl ReplyKind {
    pub(crate) fn of(row: &Row) -> Result<Self, DbError> {
        let name: String = row.get("kind")?;
        Self::named(&name).ok_or_else(|| DbError::Unreadable("kind".to_owned()))
    }
}

/// What the person said to a note.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Spoken {
    /// They wrote it.
    Wrote,
    /// They answered it.
    Answered,
    /// Nothing.
    Nothing,
}

impl Spoken {
    pub(crate) fn of(row: &Row) -> Result<Self, DbError> {
        Ok(match (row.get("own")?, row.get("answered")?) {
            (true, _) => Self::Wrote,
            (false, true) => Self::Answered,
            (false, false) => Self::Nothing,
        })
    }
}

/// Why and for how long a note is not shown yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Hold {
    /// Who held it.
    pub(crate) by: Id<Account>,
    /// Since when.
    pub(crate) at: Moment,
    /// Until when it needs no reason.
    pub(crate) until: Moment,
    /// Who gave the reason, if there is one.
    pub(crate) reason_by: Option<Id<Account>>,
    /// When it is looked at again.
    pub(crate) review_at: Option<Moment>,
    /// Who is asked to agree.
    pub(crate) second_by: Option<Id<Account>>,
    /// When they agreed.
    pub(crate) second_at: Option<Moment>,
}
