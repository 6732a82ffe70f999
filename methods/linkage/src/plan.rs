//! A model's comparisons, for the columns that some records have.

use crate::{
    Model, Records,
    test::{Ask, Test},
};

/// The comparisons that can be made.
#[derive(Clone, Debug)]
pub(crate) struct Plan {
    pub(crate) comparisons: Vec<Compared>,
    pub(crate) twins: Option<Alike>,
}

/// One comparison.
#[derive(Clone, Debug)]
pub(crate) struct Compared {
    /// Which of the model's comparisons it is.
    pub(crate) of_model: usize,
    /// The column.
    pub(crate) column: usize,
    /// Levels that are decided by the two values alone, in order.
    pub(crate) alone: Vec<(u8, Vec<Ask>)>,
    /// Levels that need other columns, in order.
    pub(crate) across: Vec<(u8, Vec<Across>)>,
    /// The level for equal values.
    pub(crate) exact: Option<u8>,
    /// How many levels there are.
    pub(crate) levels: usize,
    /// Levels that one person cannot be on, as bits.
    pub(crate) mismatches: u16,
}

/// A question that needs more than the two values of the comparison's column.
#[derive(Clone, Debug)]
pub(crate) enum Across {
    /// One record's value stands in this column of the other record.
    Swapped(usize),
    /// A question about the values of a column.
    Of(usize, Ask),
}

/// Twins: the columns that are equal, and the comparison that is on its last level.
#[derive(Clone, Debug)]
pub(crate) struct Alike {
    pub(crate) same: Vec<usize>,
    pub(crate) different: usize,
}

impl Plan {
    pub(crate) fn of(model: &Model, records: &Records) -> Self {
        let place = |name: &str| records.columns.iter().position(|column| column.name == name);
        let present = |name: &str| place(name).filter(|column| records.has(*column));
        let comparisons: Vec<Compared> = model
            .comparisons
            .iter()
            .enumerate()
            .filter_map(|(of_model, comparison)| {
                let column = present(&comparison.column)?;
                let tests: Vec<&Test> = comparison.levels.iter().map(|level| &level.when).collect();
                let mut compared = Compared::new(of_model, column, &tests, &place);
                compared.mismatches = bits(comparison.levels.iter().map(|level| level.mismatch));
                Some(compared)
            })
            .collect();
        let twins = model.twins.as_ref().and_then(|twins| {
            let same = twins.same.iter().map(|name| present(name)).collect::<Option<Vec<_>>>()?;
            let column = present(&twins.different)?;
            let different = comparisons.iter().position(|compared| compared.column == column)?;
            Some(Alike { same, different })
        });
        Self { comparisons, twins }
    }
}

impl Compared {
    fn new(of_model: usize, column: usize, tests: &[&Test], place: &impl Fn(&str) -> Option<usize>) -> Self {
        let (mut alone, mut across, mut exact) = (Vec::new(), Vec::new(), None);
        for (level, test) in (0_u8..).zip(tests) {
            if test.is_exact() {
                exact = Some(level);
            }
            if test.is_about_one_column() {
                alone.push((level, test.0.iter().map(|clause| clause.ask.clone()).collect()));
            } else if let Some(asks) = questions(test, column, place) {
                across.push((level, asks));
            }
        }
        Self { of_model, column, alone, across, exact, levels: tests.len(), mismatches: 0 }
    }

    /// The level for whatever is left.
    pub(crate) fn last(&self) -> u8 {
        self.alone.last().map_or(0, |(level, _)| *level)
    }
}

fn questions(test: &Test, column: usize, place: &impl Fn(&str) -> Option<usize>) -> Option<Vec<Across>> {
    let question = |clause: &crate::test::Clause| match (&clause.ask, &clause.of) {
        (Ask::Swapped(other), _) => place(other).map(Across::Swapped),
        (ask, None) => Some(Across::Of(column, ask.clone())),
        (ask, Some(of)) => place(of).map(|of| Across::Of(of, ask.clone())),
    };
    test.0.iter().map(question).collect()
}

fn bits(flags: impl Iterator<Item = bool>) -> u16 {
    flags.enumerate().filter(|(_, set)| *set).fold(0, |bits, (level, _)| bits | 1 << level)
}
