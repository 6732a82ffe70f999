//! A model's comparisons, for the columns that some records have.

use crate::{
    Model, Pattern, Records,
    test::{Ask, Test},
};

/// The comparisons that can be made.
#[derive(Clone, Debug)]
pub(crate) struct Plan {
    pub(crate) comparisons: Vec<Compared>,
    pub(crate) mismatches: Vec<Seen>,
    pub(crate) twins: Vec<Seen>,
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
    /// The group it belongs to, by its place in the model.
    pub(crate) group: Option<usize>,
    /// The level for equal values.
    pub(crate) exact: Option<u8>,
    /// How many levels there are.
    pub(crate) levels: usize,
}

/// A question that needs more than the two values of the comparison's column.
#[derive(Clone, Debug)]
pub(crate) enum Across {
    /// One record's value stands in this column of the other record.
    Swapped(usize),
    /// A question about the values of a column.
    Of(usize, Ask),
}

/// A pattern that these records can show: columns that are equal, comparisons on their last level, comparisons that
/// are on no other level.
#[derive(Clone, Debug)]
pub(crate) struct Seen {
    pub(crate) same: Vec<usize>,
    pub(crate) different: Vec<usize>,
    pub(crate) unless: Vec<usize>,
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
                let group = model
                    .groups
                    .iter()
                    .position(|group| group.columns.contains(&comparison.column));
                Some(Compared { group, ..Compared::new(of_model, column, &tests, &place) })
            })
            .collect();
        let seen = |patterns: &[Pattern]| {
            patterns
                .iter()
                .filter_map(|pattern| Seen::of(pattern, &comparisons, &present))
                .collect()
        };
        let (mismatches, twins) = (seen(&model.mismatches), seen(&model.twins));
        Self { comparisons, mismatches, twins }
    }
}

impl Seen {
    /// Nothing where the records lack a column that the pattern needs.
    fn of(
        pattern: &Pattern,
        comparisons: &[Compared],
        present: &impl Fn(&str) -> Option<usize>,
    ) -> Option<Self> {
        let same = pattern.same.iter().map(|name| present(name)).collect::<Option<Vec<_>>>()?;
        let compared = |column| comparisons.iter().position(|compared| compared.column == column);
        let different = pattern
            .different
            .iter()
            .map(|name| present(name).and_then(compared))
            .collect::<Option<Vec<_>>>()?;
        let unless =
            pattern.unless.iter().filter_map(|name| present(name).and_then(compared)).collect();
        Some(Self { same, different, unless })
    }
}

impl Compared {
    fn new(
        of_model: usize,
        column: usize,
        tests: &[&Test],
        place: &impl Fn(&str) -> Option<usize>,
    ) -> Self {
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
        Self { of_model, column, group: None, alone, across, exact, levels: tests.len() }
    }

    /// The level for whatever is left.
    pub(crate) fn last(&self) -> u8 {
        self.alone.last().map_or(0, |(level, _)| *level)
    }
}

fn questions(
    test: &Test,
    column: usize,
    place: &impl Fn(&str) -> Option<usize>,
) -> Option<Vec<Across>> {
    let question = |clause: &crate::test::Clause| match (&clause.ask, &clause.of) {
        (Ask::Swapped(other), _) => place(other).map(Across::Swapped),
        (ask, None) => Some(Across::Of(column, ask.clone())),
        (ask, Some(of)) => place(of).map(|of| Across::Of(of, ask.clone())),
    };
    test.0.iter().map(question).collect()
}
