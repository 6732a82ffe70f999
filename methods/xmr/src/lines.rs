//! The lines of a chart: the one in the middle, and the limits around it.

/// What the line in the middle is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Centre {
    /// The mean of the values (for `p` and `u`: all that happened by all that could).
    Mean,
    /// The median of the values: run charts.
    Median,
    /// The mean of the values to the power 1/3.6, brought back: `t` charts.
    TransformedMean,
    /// 0.693 times the mean, the median of a geometric distribution with that mean: `g` charts.
    GeometricMedian,
}

impl Centre {
    /// Its word in answers.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Mean => "mean",
            Self::Median => "median",
            Self::TransformedMean => "transformed_mean",
            Self::GeometricMedian => "geometric_median",
        }
    }

    /// What to write beside the line.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Mean | Self::TransformedMean => "mean",
            Self::Median | Self::GeometricMedian => "median",
        }
    }
}

/// Limits around the middle, in the unit of the values.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bounds {
    /// Beyond this a point is outside.
    pub upper: f64,
    /// Two thirds of the way up.
    pub near_upper: f64,
    /// Two thirds of the way down.
    pub near_lower: f64,
    /// Below this a point is outside.
    pub lower: f64,
}

impl Bounds {
    /// Limits at the same distance on both sides.
    pub(crate) fn around(middle: f64, distance: f64) -> Self {
        let near = distance * 2.0 / 3.0;
        Self {
            upper: middle + distance,
            near_upper: middle + near,
            near_lower: middle - near,
            lower: middle - distance,
        }
    }

    /// The same limits, each changed by this.
    pub(crate) fn each(self, change: impl Fn(f64) -> f64) -> Self {
        Self {
            upper: change(self.upper),
            near_upper: change(self.near_upper),
            near_lower: change(self.near_lower),
            lower: change(self.lower),
        }
    }
}

/// The lines at one point, or of a whole phase where they are the same at each of its points.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Lines {
    /// The line in the middle, in the unit of the values.
    pub centre: f64,
    /// The limits; none where one point or a run chart has none.
    pub bounds: Option<Bounds>,
}
