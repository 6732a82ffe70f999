//! Nouns that cannot be wrong.

mod detail;

use kernel::{Id, Moment};
use people::{Body, Life};
use platform::{Account, DbError, Subject, Thing};
use words::Say;

use crate::said;

pub(crate) use detail::{Detail, WHY};

/// One pass of learning about a system that a body looks after.
#[derive(Debug)]
pub enum Cycle {}

impl Thing for Cycle {
    const PART: &'static str = "cycle";
}

/// What we're trying: in a life, or in a cycle.
#[derive(Debug)]
pub enum Exploration {}

impl Thing for Exploration {
    const PART: &'static str = "exploration";
}

/// One wording of what a cycle is for.
#[derive(Debug)]
pub(crate) enum Purpose {}

impl Thing for Purpose {
    const PART: &'static str = "purpose";
}

/// A question of a step that somebody here wrote.
#[derive(Debug)]
pub(crate) enum Prompt {}

/// What was written into a step.
#[derive(Debug)]
pub(crate) enum Entry {}

/// The most characters of the line that an exploration starts from.
pub const LINE: usize = 500;

/// A step of a cycle. None has to come before another, and none has to hold anything.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize, utoipa::ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Step {
    /// What it is for, and who says so.
    Purpose,
    /// Who and what is part of it, and how it hangs together.
    Understand,
    /// Thinking up together what could be tried.
    CoDesign,
    /// Trying, noticing, making sense.
    Explore,
    /// Making it normal here, and asking others what it means for them.
    Embed,
    /// Looking after the learning itself, all the way through.
    Stewardship,
}

impl Step {
    /// All of them, in the order in which they are shown.
    pub const ALL: [Self; 6] = [
        Self::Purpose,
        Self::Understand,
        Self::CoDesign,
        Self::Explore,
        Self::Embed,
        Self::Stewardship,
    ];

    /// As it is written in rows and forms.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Purpose => "purpose",
            Self::Understand => "understand",
            Self::CoDesign => "co-design",
            Self::Explore => "explore",
            Self::Embed => "embed",
            Self::Stewardship => "stewardship",
        }
    }

    /// The step of this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.name() == name)
    }

    /// As people say it.
    pub fn said(self) -> Say {
        match self {
            Self::Purpose => said::step_purpose(),
            Self::Understand => said::step_understand(),
            Self::CoDesign => said::step_co_design(),
            Self::Explore => said::step_explore(),
            Self::Embed => said::step_embed(),
            Self::Stewardship => said::step_stewardship(),
        }
    }

    /// What it is about, in a line.
    pub(crate) fn about(self) -> Say {
        match self {
            Self::Purpose => said::step_purpose_about(),
            Self::Understand => said::step_understand_about(),
            Self::CoDesign => said::step_co_design_about(),
            Self::Explore => said::step_explore_about(),
            Self::Embed => said::step_embed_about(),
            Self::Stewardship => said::step_stewardship_about(),
        }
    }
}

/// How an exploration ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, utoipa::ToSchema)]
#[serde(rename_all = "lowercase")]
pub enum Ending {
    /// It goes on, and is not being tried any more.
    Keep,
    /// Something like it is tried next.
    Adapt,
    /// It is left.
    Stop,
}

impl Ending {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Keep, Self::Adapt, Self::Stop];

    /// As it is written in rows and forms.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Keep => "keep",
            Self::Adapt => "adapt",
            Self::Stop => "stop",
        }
    }

    /// The ending of this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.name() == name)
    }

    /// As people say it once it has happened: "Kept".
    pub fn said(self) -> Say {
        match self {
            Self::Keep => said::ended_keep(),
            Self::Adapt => said::ended_adapt(),
            Self::Stop => said::ended_stop(),
        }
    }
}

/// Whose an exploration is, and so under whose key its words are sealed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Home {
    /// Of a life.
    Life(Id<Life>),
    /// Of a cycle of this body.
    Cycle(Id<Cycle>, Id<Body>),
}

impl Home {
    /// Under whose key.
    pub(crate) const fn subject(self) -> Subject {
        match self {
            Self::Life(life) => Subject::record(&life),
            Self::Cycle(_, body) => Subject::group(&body),
        }
    }

    pub(crate) const fn life(self) -> Option<Id<Life>> {
        match self {
            Self::Life(life) => Some(life),
            Self::Cycle(..) => None,
        }
    }

    pub(crate) const fn cycle(self) -> Option<Id<Cycle>> {
        match self {
            Self::Life(_) => None,
            Self::Cycle(cycle, _) => Some(cycle),
        }
    }
}

/// Who did something, and when. `own`: it was the person whose life it is, whoever's phone it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Made {
    pub(crate) by: Option<Id<Account>>,
    pub(crate) own: bool,
    pub(crate) at: Moment,
}

/// A row that no program of ours could have written.
pub(crate) fn unreadable(column: &str) -> DbError {
    DbError::Unreadable(column.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_is_read_back() {
        assert!(Step::ALL.into_iter().all(|it| Step::named(it.name()) == Some(it)));
        assert!(Ending::ALL.into_iter().all(|it| Ending::named(it.name()) == Some(it)));
        assert_eq!((Step::named("Purpose"), Ending::named("")), (None, None));
    }
}
