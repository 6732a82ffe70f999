//! The nouns: patterns, what they stand on, how they travel, what they meant elsewhere.

use std::collections::HashMap;

use cycles::Exploration;
use kernel::Id;
use lives::Note;
use people::Life;
use platform::{DbError, Thing};

/// What people see across explorations.
#[derive(Debug)]
pub enum Pattern {}

impl Thing for Pattern {
    const PART: &'static str = "pattern";
}

/// One thing that a pattern stands on.
#[derive(Debug)]
pub enum Ground {}

impl Thing for Ground {
    const PART: &'static str = "ground";
}

/// What somebody is asked of a ground, in one wording of its pattern.
#[derive(Debug)]
pub(crate) enum Asking {}

/// A pattern in words that tell nobody who it is about.
#[derive(Debug)]
pub(crate) enum Wording {}

/// A pattern passed on to another cycle, with a question.
#[derive(Debug)]
pub enum Relay {}

impl Thing for Relay {
    const PART: &'static str = "relay";
}

/// What a pattern that was passed on means there.
#[derive(Debug)]
pub enum Response {}

/// Where a ground was drawn from. Written only sealed, under the key of the life.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Link {
    /// What it was drawn from.
    pub(crate) from: Drawn,
    /// Whose life that is.
    pub(crate) life: Id<Life>,
}

/// What a ground was drawn from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Drawn {
    /// Something that was tried.
    Exploration(Id<Exploration>),
    /// Something that was noticed, and brought to the team.
    Note(Id<Note>),
}

impl Drawn {
    /// Whoever reads may know of it: it is not a note that is held from them.
    pub(crate) fn seen(self, held: &HashMap<Id<Note>, bool>) -> bool {
        match self {
            Self::Exploration(_) => true,
            Self::Note(note) => held.get(&note).is_none_or(|seen| *seen),
        }
    }

    /// It is a note that is held, from whomever.
    pub(crate) fn is_held(self, held: &HashMap<Id<Note>, bool>) -> bool {
        match self {
            Self::Exploration(_) => false,
            Self::Note(note) => held.contains_key(&note),
        }
    }
}

impl Link {
    /// As it is sealed.
    pub(crate) fn text(self) -> String {
        match self.from {
            Drawn::Exploration(id) => format!("exploration {id} {}", self.life),
            Drawn::Note(id) => format!("note {id} {}", self.life),
        }
    }

    /// Reads what was sealed.
    pub(crate) fn read(text: &str) -> Result<Self, DbError> {
        Self::parts(text).ok_or_else(|| DbError::Unreadable("link".into()))
    }

    fn parts(text: &str) -> Option<Self> {
        let mut parts = text.split(' ');
        let (kind, id, life) = (parts.next()?, parts.next()?, Id::parse(parts.next()?)?);
        let from = match kind {
            "exploration" => Drawn::Exploration(Id::parse(id)?),
            "note" => Drawn::Note(Id::parse(id)?),
            _ => return None,
        };
        Some(Self { from, life })
    }
}

/// What the person concerned said about passing a ground on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, utoipa::ToSchema)]
#[serde(rename_all = "lowercase")]
pub enum Answer {
    /// They agreed.
    Agreed,
    /// They said no.
    Refused,
    /// They were told, and could have said no.
    Told,
}

impl Answer {
    /// As it is written in rows and forms.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Agreed => "agreed",
            Self::Refused => "refused",
            Self::Told => "told",
        }
    }

    /// The answer of this name.
    pub fn named(name: &str) -> Option<Self> {
        [Self::Agreed, Self::Refused, Self::Told].into_iter().find(|it| it.name() == name)
    }

    /// With this answer, the wording may leave.
    pub const fn lets_leave(self) -> bool {
        match self {
            Self::Agreed | Self::Told => true,
            Self::Refused => false,
        }
    }
}

/// What kind of response it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, utoipa::ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// It was talked about, and this is what it means here.
    MadeSense,
    /// Something is being tried because of it.
    Exploring,
    /// Business as usual changed.
    Changed,
    /// It was set aside, and this is why.
    SetAside,
}

impl Kind {
    /// All of them, in the order a form offers them.
    pub const ALL: [Self; 4] = [Self::MadeSense, Self::Exploring, Self::Changed, Self::SetAside];

    /// As it is written in rows and forms.
    pub const fn name(self) -> &'static str {
        match self {
            Self::MadeSense => "made-sense",
            Self::Exploring => "exploring",
            Self::Changed => "changed",
            Self::SetAside => "set-aside",
        }
    }

    /// The kind of this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.name() == name)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn what_a_ground_was_drawn_from_is_read_back(id: [u8; 16], life: [u8; 16], note: bool) {
            let from = if note {
                Drawn::Note(Id::from_bytes(id))
            } else {
                Drawn::Exploration(Id::from_bytes(id))
            };
            let link = Link { from, life: Id::from_bytes(life) };
            prop_assert_eq!(Link::read(&link.text()).unwrap(), link);
        }
    }

    #[test]
    fn names_are_read_back() {
        for kind in Kind::ALL {
            assert_eq!(Kind::named(kind.name()), Some(kind));
        }
        assert!(Link::read("exploration").is_err());
    }

    #[test]
    fn a_refusal_lets_nothing_leave() {
        assert!(!Answer::Refused.lets_leave());
        assert!(Answer::Agreed.lets_leave() && Answer::Told.lets_leave());
    }
}
