//! Named, versioned rule sets. Two tools that both say they follow the same guidance differ in theirs, so a chart without the
//! name of its rule set cannot be compared with another.

use std::{fmt, str::FromStr};

/// Which rules say what stands out. The name belongs on every chart and in every answer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum RuleSet {
    /// `nhsr-0.2`: as `NHSRplotthedots` 0.2 applies "Making Data Count". Moving ranges are screened once, shifts and trends have
    /// seven points, two in three counts points between the near limit and the limit.
    #[default]
    Nhsr02,
    /// `mdc-excel-2023`: as the "Making Data Count" workbook of late 2023. No screening; two in three counts points beyond the
    /// limit as well; no word on the latest point under 13 points.
    MdcExcel2023,
    /// `abspc-1.1`: as the package abspc 1.1 of NHS Wales. No screening, 3/1.128 for 2.66, a shift of eight, a trend of six.
    Abspc11,
    /// `anhoej`: a run chart about the median, without limits. J. Anhøj, "Diagnostic value of run chart analysis", PLOS ONE 10(3),
    /// 2015, e0121349; J. Anhøj and T. Wentzel-Larsen, BMC Medical Research Methodology 18, 2018, article 104.
    Anhoej,
}

/// Which points count for "two in three".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TwoInThree {
    /// Beyond the near limit and not beyond the limit. A point that lies exactly on the limit is not beyond it.
    BetweenTheLimits,
    /// Beyond the near limit, beyond the limit too.
    BeyondTheNearLimit,
}

/// The numbers of a rule set that has limits.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rules {
    /// How many mean moving ranges a limit lies from the mean. The near limit lies two thirds of the way.
    pub factor: f64,
    /// Moving ranges of this many times their mean, or more, are left out, once.
    pub screening: Option<f64>,
    /// How many points in a row on one side of the mean are a shift.
    pub shift: usize,
    /// How many points in a row, each above (or each below) the one before, are a trend: seven points are six rises.
    pub trend: usize,
    /// Which points count for two in three.
    pub two_in_three: TwoInThree,
}

impl RuleSet {
    /// Every rule set.
    pub const ALL: [Self; 4] = [Self::Nhsr02, Self::MdcExcel2023, Self::Abspc11, Self::Anhoej];

    /// Its name with its version.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Nhsr02 => "nhsr-0.2",
            Self::MdcExcel2023 => "mdc-excel-2023",
            Self::Abspc11 => "abspc-1.1",
            Self::Anhoej => "anhoej",
        }
    }

    /// Its numbers; none for a run chart, which has no limits.
    ///
    /// 2.66 is 3/1.128 rounded, where 1.128 is the mean range of two normal values in standard deviations, and 3.267 the factor of
    /// the upper limit of moving ranges: D. J. Wheeler, "Understanding Variation", SPC Press, 2nd edition, 2000; L. P. Provost
    /// and S. Murray, "The Health Care Data Guide", Jossey-Bass, 2011, chapter 5 (screening of moving ranges).
    pub const fn rules(self) -> Option<Rules> {
        let two_in_three = TwoInThree::BetweenTheLimits;
        let nhsr = Rules { factor: 2.66, screening: Some(3.267), shift: 7, trend: 7, two_in_three };
        match self {
            Self::Nhsr02 => Some(nhsr),
            Self::MdcExcel2023 => {
                let two_in_three = TwoInThree::BeyondTheNearLimit;
                Some(Rules { screening: None, two_in_three, ..nhsr })
            }
            Self::Abspc11 => {
                Some(Rules { factor: 3.0 / 1.128, screening: None, shift: 8, trend: 6, ..nhsr })
            }
            Self::Anhoej => None,
        }
    }

    /// One sentence for a chart: what counts as standing out.
    pub fn about(self) -> String {
        let Some(rules) = self.rules() else {
            return String::from(
                "Run chart about the median: a long run, or few crossings, is a signal.",
            );
        };
        let Rules { shift, trend, .. } = rules;
        format!(
            "Outside the limits; trend of {trend}; two in three near a limit; shift of {shift}."
        )
    }
}

impl fmt::Display for RuleSet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// There is no rule set of this name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownRuleSet(pub String);

impl fmt::Display for UnknownRuleSet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names = RuleSet::ALL.map(RuleSet::name).join(", ");
        write!(f, "there is no rule set {:?}. There are {names}", self.0)
    }
}

impl std::error::Error for UnknownRuleSet {}

impl FromStr for RuleSet {
    type Err = UnknownRuleSet;

    fn from_str(name: &str) -> Result<Self, Self::Err> {
        let found = Self::ALL.into_iter().find(|rules| rules.name() == name);
        found.ok_or_else(|| UnknownRuleSet(name.to_owned()))
    }
}
