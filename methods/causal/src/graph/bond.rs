//! What several links from one factor to another say together.

use crate::model::Sign;

/// What all links from one factor to another say together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bond {
    /// Their sign, unknown if one of them has none or if they differ.
    pub sign: Sign,
    /// Whether some are positive and some negative.
    pub ambiguous: bool,
    /// Whether one of them is delayed.
    pub delayed: bool,
}

const POSITIVE: u8 = 1;
const NEGATIVE: u8 = 2;
const UNSIGNED: u8 = 4;
pub(super) const DELAYED: u8 = 8;

pub(super) fn said(sign: Sign) -> u8 {
    match sign {
        Sign::Positive => POSITIVE,
        Sign::Negative => NEGATIVE,
        Sign::Unknown => UNSIGNED,
    }
}

impl Bond {
    pub(super) fn of(said: u8) -> Self {
        let sign = match said & (POSITIVE | NEGATIVE | UNSIGNED) {
            POSITIVE => Sign::Positive,
            NEGATIVE => Sign::Negative,
            _ => Sign::Unknown,
        };
        let opposite = POSITIVE | NEGATIVE;
        Self { sign, ambiguous: said & opposite == opposite, delayed: said & DELAYED != 0 }
    }
}
