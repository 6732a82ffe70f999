use askama::{Template, filters::HtmlSafe};
use words::{Say, Text};

use crate::said;

/// How wide a circle is. Each has a colour, which always stands with its word or its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scale {
    /// Somebody and those around them: clay.
    Person,
    /// People who work together: ochre.
    Team,
    /// An organisation: moss.
    Organisation,
    /// A place and all who are there: river.
    Place,
    /// A country: indigo.
    Country,
}

impl Scale {
    /// From the smallest circle to the widest.
    pub const ALL: [Self; 5] =
        [Self::Person, Self::Team, Self::Organisation, Self::Place, Self::Country];

    /// Its word.
    pub fn word(self) -> Say {
        match self {
            Self::Person => said::scale_person(),
            Self::Team => said::scale_team(),
            Self::Organisation => said::scale_organisation(),
            Self::Place => said::scale_place(),
            Self::Country => said::scale_country(),
        }
    }

    pub(crate) const fn class(self) -> &'static str {
        match self {
            Self::Person => "trib-person",
            Self::Team => "trib-team",
            Self::Organisation => "trib-organisation",
            Self::Place => "trib-place",
            Self::Country => "trib-country",
        }
    }
}

/// The word of a scale in its colour, and who it is there.
#[derive(Clone, Debug, Template)]
#[template(path = "scale.html")]
pub struct ScaleName {
    scale: Scale,
    word: Say,
    who: Option<Text>,
}

impl HtmlSafe for ScaleName {}

impl ScaleName {
    /// The word of `scale`.
    pub fn new(scale: Scale) -> Self {
        Self { scale, word: scale.word(), who: None }
    }

    /// Says who it is there.
    #[must_use]
    pub fn who(mut self, who: impl Into<Text>) -> Self {
        self.who = Some(who.into());
        self
    }
}
