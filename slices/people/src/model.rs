use kernel::Id;
use platform::{Account, DbError, Row, Subject, Thing, form};
use words::Say;

use crate::said;

/// Somebody whom a team walks beside; also a family, a group, a community.
#[derive(Debug)]
pub enum Life {}

impl Thing for Life {
    const PART: &'static str = "life";
}

/// A team, an organisation, a place or a country.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Body {
    /// Its name in paths and rows.
    pub id: Id<Body>,
    /// Its scale.
    pub scale: Scale,
    /// What people call it.
    pub name: String,
    /// The organisation of a team, the country of a place.
    pub within: Option<Id<Body>>,
    /// The place a team works in.
    pub place: Option<Id<Body>>,
}

impl Thing for Body {
    const PART: &'static str = "body";
}

/// A worker's walking beside a person, from a day until a day.
#[derive(Debug)]
pub enum Alongside {}

impl Thing for Alongside {
    const PART: &'static str = "alongside";
}

/// How large the system is that a body looks after.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, utoipa::ToSchema)]
#[serde(rename_all = "lowercase")]
pub enum Scale {
    /// People who work together.
    Team,
    /// Teams under one roof.
    Organisation,
    /// People and organisations of an area.
    Place,
    /// Places.
    Country,
}

impl Scale {
    /// All of them, the smallest first.
    pub const ALL: [Self; 4] = [Self::Team, Self::Organisation, Self::Place, Self::Country];

    /// As it is written in rows and forms.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Team => "team",
            Self::Organisation => "organisation",
            Self::Place => "place",
            Self::Country => "country",
        }
    }

    /// The scale of this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.name() == name)
    }

    /// As people say it.
    pub fn said(self) -> Say {
        match self {
            Self::Team => said::scale_team(),
            Self::Organisation => said::scale_organisation(),
            Self::Place => said::scale_place(),
            Self::Country => said::scale_country(),
        }
    }

    pub(crate) fn of(row: &Row) -> Result<Self, DbError> {
        Self::named(&row.get::<String>("scale")?).ok_or_else(|| DbError::Unreadable("scale".into()))
    }
}

impl From<Scale> for ui::Scale {
    fn from(it: Scale) -> Self {
        match it {
            Scale::Team => Self::Team,
            Scale::Organisation => Self::Organisation,
            Scale::Place => Self::Place,
            Scale::Country => Self::Country,
        }
    }
}

/// What somebody is in a body.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, utoipa::ToSchema)]
#[serde(rename_all = "lowercase")]
pub enum Tie {
    /// Works in it.
    Member,
    /// Coordinates the team.
    Coordinator,
    /// Is asked when something cannot be shown yet.
    Lead,
    /// Stewards the system.
    Steward,
    /// Governs the organisation.
    Governor,
}

impl Tie {
    /// All of them.
    pub const ALL: [Self; 5] =
        [Self::Member, Self::Coordinator, Self::Lead, Self::Steward, Self::Governor];

    /// As it is written in rows and forms.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Member => "member",
            Self::Coordinator => "coordinator",
            Self::Lead => "lead",
            Self::Steward => "steward",
            Self::Governor => "governor",
        }
    }

    /// The tie of this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.name() == name)
    }

    /// As people say it.
    pub fn said(self) -> Say {
        match self {
            Self::Member => said::tie_member(),
            Self::Coordinator => said::tie_coordinator(),
            Self::Lead => said::tie_lead(),
            Self::Steward => said::tie_steward(),
            Self::Governor => said::tie_governor(),
        }
    }

    /// That it ends for somebody, as people say it.
    pub(crate) fn ends_for(self, who: String) -> Say {
        match self {
            Self::Member => said::membership_end_member(who),
            Self::Coordinator => said::membership_end_coordinator(who),
            Self::Lead => said::membership_end_lead(who),
            Self::Steward => said::membership_end_steward(who),
            Self::Governor => said::membership_end_governor(who),
        }
    }
}

/// A name to be called by: 1 to 80 characters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Called(String);

impl Called {
    /// How many characters it has at most.
    pub(crate) const MOST: usize = 80;

    /// Reads what somebody wrote.
    ///
    /// # Errors
    /// It is blank or too long.
    pub fn parse(raw: &str) -> Result<Self, Say> {
        form::some_text(raw, Self::MOST).map(Self)
    }

    /// The name.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Under whose key an account's name is sealed: a person served's own record, else the account.
pub(crate) fn sealed_under(
    account: Id<Account>,
    record: Option<Id<platform::vault::AnySubject>>,
) -> Subject {
    record.map_or(Subject::account(&account), Subject::Record)
}
