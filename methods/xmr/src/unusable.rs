//! Why values cannot be analysed.

use std::fmt;

/// What is wrong, and at which place (the first is 0) in the values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unusable {
    /// It is no number, infinite, or larger than 10^200 in size.
    NotANumber(usize),
    /// It lies below nothing, which this kind of chart has not.
    Negative(usize),
    /// Its size, out of how many or over how much, is missing, no number, or not above nothing.
    NoSize(usize),
    /// More happened than could have.
    MoreThanAll(usize),
    /// A phase begins there although no value stands there, or phases are not in order.
    Start(usize),
}

impl Unusable {
    /// What is wrong, without the place.
    pub const fn why(self) -> &'static str {
        match self {
            Self::NotANumber(_) => "this value is no number, infinite, or beyond 1e200",
            Self::Negative(_) => "this value is below 0, which cannot be on this kind of chart",
            Self::NoSize(_) => {
                "this value has no size above 0: say out of how many, or over how much"
            }
            Self::MoreThanAll(_) => "this value is larger than its size: more than all of them",
            Self::Start(_) => "no phase can begin here",
        }
    }

    /// The place of the value.
    pub const fn place(self) -> usize {
        match self {
            Self::NotANumber(at)
            | Self::Negative(at)
            | Self::NoSize(at)
            | Self::MoreThanAll(at)
            | Self::Start(at) => at,
        }
    }
}

impl fmt::Display for Unusable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "value {}: {}", self.place() + 1, self.why())
    }
}

impl std::error::Error for Unusable {}
