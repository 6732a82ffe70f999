//! What was said: the statements, and who voted how on them.

use crate::{id::Id, note::Note};

/// How somebody voted on a statement. Not having seen it is no vote at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Vote {
    /// "I agree."
    Agree,
    /// "I disagree."
    Disagree,
    /// "I pass, or I am unsure."
    Pass,
}

impl Vote {
    /// +1 for agree, -1 for disagree, 0 for pass: the sign of the open-data export.
    pub fn value(self) -> f64 {
        match self {
            Self::Agree => 1.0,
            Self::Disagree => -1.0,
            Self::Pass => 0.0,
        }
    }

    /// The same, as an export writes it.
    pub(crate) fn text(self) -> &'static str {
        match self {
            Self::Agree => "1",
            Self::Disagree => "-1",
            Self::Pass => "0",
        }
    }

    /// Agree for disagree, for files where -1 is agree.
    pub(crate) fn turned(self) -> Self {
        match self {
            Self::Agree => Self::Disagree,
            Self::Disagree => Self::Agree,
            Self::Pass => Self::Pass,
        }
    }
}

/// What a moderator said of a statement.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Moderation {
    /// It is not shown, and counts for nothing but the record.
    Out,
    /// Nobody has said anything of it yet.
    #[default]
    Unmoderated,
    /// It is shown.
    In,
}

/// Something that people can agree or disagree with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statement {
    /// Its name in the file.
    pub id: Id,
    /// What it says; empty where only votes on it are known.
    pub text: String,
    /// Who wrote it.
    pub author: Option<Id>,
    /// When, in milliseconds since 1970.
    pub at: Option<i64>,
    /// What a moderator said of it.
    pub moderation: Moderation,
    /// Whether it is about the conversation or the people in it: it is shown early, and is no opinion.
    pub meta: bool,
}

impl Statement {
    /// A statement of which only the name is known.
    pub fn unknown(id: Id) -> Self {
        let text = String::new();
        Self { id, text, author: None, at: None, moderation: Moderation::Unmoderated, meta: false }
    }
}

/// One vote, as it was cast.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ballot {
    /// Whose.
    pub participant: Id,
    /// On what.
    pub statement: Id,
    /// How.
    pub vote: Vote,
    /// When, in milliseconds since 1970. A vote without a moment is older than any that has one.
    pub at: Option<i64>,
}

/// Everything that files say of a conversation.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Record {
    /// What it is about: names and values in the order of `summary.csv` (`topic`, `url`, `conversation-description` ...).
    pub about: Vec<(String, String)>,
    /// What people wrote, in any order. Of two with the same id the later counts; of two of the same moment the one that moderators keep
    /// out, and then the one whose text comes first in the alphabet.
    pub statements: Vec<Statement>,
    /// Every vote, in any order.
    pub ballots: Vec<Ballot>,
    /// Whether only statements that a moderator let in count.
    pub strict: bool,
    /// What a reader should know of how this was read.
    pub notes: Vec<Note>,
}

impl Record {
    /// What the conversation is about, in its own words; may be empty.
    pub fn topic(&self) -> &str {
        self.about.iter().find(|(name, _)| name == "topic").map_or("", |(_, topic)| topic)
    }
}
