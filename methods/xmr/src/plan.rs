//! What to draw of which values, by which rules, and where somebody decided that a new phase begins.

use std::fmt;

use crate::rule_set::RuleSet;

/// What the values are, and so where their limits come from. With the rule set `anhoej` each is a run chart.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Kind {
    /// `xmr`: individual values, with limits from their moving ranges.
    #[default]
    Individuals,
    /// `p`: proportions, so many of so many; limits from the binomial distribution.
    Proportions,
    /// `u`: rates, so many over so much; limits from the Poisson distribution.
    Rates,
    /// `c`: counts of what happens in equal stretches; limits from the Poisson distribution.
    Counts,
    /// `t`: times between rare events.
    TimesBetween,
    /// `g`: opportunities between rare events.
    OpportunitiesBetween,
}

impl Kind {
    /// Its letter, as the field names the chart.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Individuals => "xmr",
            Self::Proportions => "p",
            Self::Rates => "u",
            Self::Counts => "c",
            Self::TimesBetween => "t",
            Self::OpportunitiesBetween => "g",
        }
    }

    /// What to call the chart.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Individuals => "XmR chart",
            Self::Proportions => "p chart of proportions",
            Self::Rates => "u chart of rates",
            Self::Counts => "c chart of counts",
            Self::TimesBetween => "t chart of times between events",
            Self::OpportunitiesBetween => "g chart of opportunities between events",
        }
    }

    /// Whether each value needs its size: out of how many, over how much.
    pub const fn needs_sizes(self) -> bool {
        matches!(self, Self::Proportions | Self::Rates)
    }

    /// Whether a value below nothing cannot be.
    pub(crate) const fn never_negative(self) -> bool {
        !matches!(self, Self::Individuals)
    }
}

/// How many points at the beginning of each phase set its limits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Baseline(usize);

/// A baseline of so few points says too little.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BaselineTooShort(pub usize);

impl Baseline {
    /// The fewest points of a fixed baseline.
    pub const LEAST: usize = 12;

    /// A baseline of so many points.
    ///
    /// # Errors
    /// Under twelve.
    pub const fn of(points: usize) -> Result<Self, BaselineTooShort> {
        if points < Self::LEAST { Err(BaselineTooShort(points)) } else { Ok(Self(points)) }
    }

    /// How many points.
    pub const fn points(self) -> usize {
        self.0
    }
}

impl fmt::Display for BaselineTooShort {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let least = Baseline::LEAST;
        write!(f, "a baseline of {} is too short: give it {least} points or more", self.0)
    }
}

impl std::error::Error for BaselineTooShort {}

/// What is asked of a row of values.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Plan {
    /// What they are.
    pub kind: Kind,
    /// By which rules.
    pub rules: RuleSet,
    /// Whether the first points of each phase fix its limits; else all of its points set them.
    pub baseline: Option<Baseline>,
    /// The places of the points where a new phase begins, in rising order, each above 0 and below the number of values.
    pub starts: Vec<usize>,
}
