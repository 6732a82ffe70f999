//! Why a run could not be made.

use std::fmt;

use crate::graph::Broken;

/// Why a run could not be made. Places count from 0.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CannotRun {
    /// The map has no graph.
    Broken(Broken),
    /// A link's weight is not a number of at most 1e100, up or down.
    Weight {
        /// The place of the link in [`Map::links`](crate::Map::links).
        link: usize,
    },
    /// There are more or fewer beginning values than factors.
    Length {
        /// How many factors there are.
        factors: usize,
        /// How many values there are.
        values: usize,
    },
    /// A beginning value, a held value, the slope or the bound of rest is not a number, or a factor is held that is not
    /// there.
    Value,
    /// So many states of so many factors would not fit: no more than 100,000,000 values are kept.
    TooLong,
}

impl fmt::Display for CannotRun {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Broken(why) => why.fmt(out),
            Self::Weight { link } => {
                write!(out, "the weight of link {} is not a number of a sensible size.", link + 1)
            }
            Self::Length { factors, values } => {
                write!(out, "there are {factors} factors, but {values} values to begin with.")
            }
            Self::Value => out.write_str(
                "each value to begin with or to hold, the slope and the bound of rest must be a number, and a held factor must be on the map.",
            ),
            Self::TooLong => out.write_str("this run has too many steps. Take fewer."),
        }
    }
}

impl std::error::Error for CannotRun {}
