//! What keeps the values of a fuzzy cognitive map within bounds.

/// From what acts on a factor to its value.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Activation {
    /// 1 / (1 + exp(-slope x)): between 0 and 1.
    Sigmoid {
        /// λ: how steep it is.
        slope: f64,
    },
    /// tanh(slope x): between -1 and 1.
    Tanh {
        /// λ: how steep it is.
        slope: f64,
    },
    /// 1 above 0, else 0.
    Bivalent,
    /// 1 above 0, -1 below, 0 at 0.
    Trivalent,
}

impl Activation {
    pub(super) fn of(self, value: f64) -> f64 {
        match self {
            Self::Sigmoid { slope } => 1.0 / (1.0 + (-slope * value).exp()),
            Self::Tanh { slope } => (slope * value).tanh(),
            Self::Bivalent => f64::from(u8::from(value > 0.0)),
            Self::Trivalent => f64::from(i8::from(value > 0.0) - i8::from(value < 0.0)),
        }
    }

    /// How steep it is, if that can be chosen; else 0.
    pub(super) fn slope(self) -> f64 {
        match self {
            Self::Sigmoid { slope } | Self::Tanh { slope } => slope,
            Self::Bivalent | Self::Trivalent => 0.0,
        }
    }
}
