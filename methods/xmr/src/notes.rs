//! What to know before reading a chart. Nothing here judges; it says how the lines came about, and what is missing.

use std::fmt;

use crate::{analysis::FIRM, run_chart::Runs};

/// Something to know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Note {
    /// There is no value at all.
    Empty,
    /// One point has no moving range.
    OnePoint,
    /// Under thirteen points.
    Trial {
        /// How many there are.
        points: usize,
    },
    /// Nothing moved.
    Flat {
        /// Whether limits came from what did not move.
        limits: bool,
    },
    /// Nothing moved in the points that set the limits, but later.
    FlatBaseline {
        /// How many set them.
        points: usize,
    },
    /// Large moving ranges were left out.
    Screened {
        /// How many.
        ranges: usize,
    },
    /// Leaving out large moving ranges would have left out everything that moved.
    ScreeningLeftNothing,
    /// Only the first points set the limits.
    FixedBaseline {
        /// How many.
        points: usize,
    },
    /// There are fewer points than the fixed baseline asks for.
    BaselineNotReached {
        /// How many points it asks for.
        asked: usize,
        /// How many there are.
        points: usize,
    },
    /// A run is longer than chance allows.
    LongRun(Runs),
    /// There are fewer crossings than chance allows.
    FewCrossings(Runs),
    /// Neither of the two tests of a run chart found anything.
    NoRuns(Runs),
}

impl Note {
    pub(crate) fn of_runs(runs: &Runs) -> Vec<Self> {
        let mut notes = Vec::new();
        if runs.too_long() {
            notes.push(Self::LongRun(*runs));
        }
        if runs.too_few_crossings() {
            notes.push(Self::FewCrossings(*runs));
        }
        if notes.is_empty() && runs.useful > 0 {
            notes.push(Self::NoRuns(*runs));
        }
        notes
    }
}

impl fmt::Display for Note {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str("There is no value in this series."),
            Self::OnePoint => f.write_str("One point has no moving range, so there are no limits."),
            Self::Trial { points } => {
                let points = Counted(*points, "point");
                write!(f, "Trial limits: {points}, fewer than {FIRM}. They will move as points come.")
            }
            Self::Flat { limits: true } => f.write_str(
                "Flat: every value is the same, so the limits meet the mean and nothing stands out.",
            ),
            Self::Flat { limits: false } => f.write_str("Flat: every value is the same."),
            Self::FlatBaseline { points } => write!(
                f,
                "Flat at first: the {points} values that set the limits are the same, so whatever moved later lies outside."
            ),
            Self::Screened { ranges } => {
                let ranges = Counted(*ranges, "large moving range");
                write!(f, "The limits leave out {ranges}, as the rule set says.")
            }
            Self::ScreeningLeftNothing => f.write_str(
                "Leaving out large moving ranges would have left no movement at all, so none was left out.",
            ),
            Self::FixedBaseline { points } => write!(f, "The first {points} points set the lines."),
            Self::BaselineNotReached { asked, points } => write!(
                f,
                "The baseline is to have {asked} points, and there are {points}: all of them set the limits so far."
            ),
            Self::LongRun(runs) => long_run(runs, f),
            Self::FewCrossings(runs) => few_crossings(runs, f),
            Self::NoRuns(runs) => no_runs(runs, f),
        }
    }
}

fn long_run(runs: &Runs, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let Runs { useful, longest, longest_allowed, .. } = runs;
    write!(
        f,
        "The longest run about the median has {longest} points; chance allows {longest_allowed} of {useful} useful ones."
    )
}

fn few_crossings(runs: &Runs, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let (crossed, fewest) = (Times(runs.crossings), Times(runs.fewest_allowed));
    let useful = runs.useful;
    write!(
        f,
        "The line crosses its median {crossed}; by chance it would at least {fewest} (of {useful} useful points)."
    )
}

fn no_runs(runs: &Runs, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let Runs { longest, longest_allowed, crossings, fewest_allowed, .. } = runs;
    write!(
        f,
        "Neither a long run ({longest}, at most {longest_allowed}) nor few crossings ({crossings}, at least {fewest_allowed}) about the median."
    )
}

/// A note, and what it is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Noted {
    /// The place of the phase; none where it is about all of them.
    pub phase: Option<usize>,
    /// What there is to know.
    pub note: Note,
}

impl Noted {
    pub(crate) const fn of(phase: usize, note: Note) -> Self {
        Self { phase: Some(phase), note }
    }

    pub(crate) const fn everywhere(note: Note) -> Self {
        Self { phase: None, note }
    }
}

/// So many of something, as people say it.
pub(crate) struct Counted(pub(crate) usize, pub(crate) &'static str);

impl fmt::Display for Counted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(count, what) = self;
        write!(f, "{count} {what}{}", if *count == 1 { "" } else { "s" })
    }
}

struct Times(usize);

impl fmt::Display for Times {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            0 => f.write_str("never"),
            1 => f.write_str("once"),
            2 => f.write_str("twice"),
            times => write!(f, "{times} times"),
        }
    }
}
