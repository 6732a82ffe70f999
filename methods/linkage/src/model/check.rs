//! What must hold of a model, beyond its shape.

use super::{Comparison, FORMAT, Level, Model, Pattern, Rule, WrongModel};
use crate::{
    fit::MOST_GROUPS,
    test::{Ask, Clause},
};

/// The most levels of a comparison and the most comparisons: a vector of levels then fits in 128 bits.
const MOST_LEVELS: usize = 14;
const MOST_COMPARISONS: usize = 32;
const MOST_RULES: usize = 64;
/// How far from 1 the shares of all levels may sum.
const ROUNDING: f64 = 0.005;

type Checked<T = ()> = Result<T, WrongModel>;

fn wrong<T>(why: String) -> Checked<T> {
    Err(WrongModel(why))
}

impl Model {
    pub(super) fn checked(self) -> Checked<Self> {
        if self.format != FORMAT {
            return wrong(format!(
                "its format is {}, and this program reads format {FORMAT}",
                self.format
            ));
        }
        self.check_sizes()?;
        self.check_columns()?;
        self.check_thresholds()?;
        for comparison in &self.comparisons {
            self.check_comparison(comparison)?;
        }
        for rule in self.blocking.iter().chain(&self.prior.certain).chain(&self.training.blocking) {
            self.check_rule(rule)?;
        }
        self.check_groups()?;
        self.mismatches
            .iter()
            .chain(&self.twins)
            .try_for_each(|pattern| self.check_pattern(pattern))?;
        Ok(self)
    }

    fn check_sizes(&self) -> Checked {
        if self.comparisons.is_empty() || self.comparisons.len() > MOST_COMPARISONS {
            return wrong(format!(
                "it has {} comparisons, not 1 to {MOST_COMPARISONS}",
                self.comparisons.len()
            ));
        }
        if self.blocking.is_empty() || self.blocking.len() > MOST_RULES {
            return wrong(format!(
                "it has {} blocking rules, not 1 to {MOST_RULES}",
                self.blocking.len()
            ));
        }
        Ok(())
    }

    fn check_columns(&self) -> Checked {
        for (place, column) in self.columns.iter().enumerate() {
            if self.columns.iter().take(place).any(|before| before.name == column.name) {
                return wrong(format!("it has two columns `{}`", column.name));
            }
        }
        for (place, comparison) in self.comparisons.iter().enumerate() {
            if self.comparisons.iter().take(place).any(|before| before.column == comparison.column)
            {
                return wrong(format!("it compares the column `{}` twice", comparison.column));
            }
        }
        Ok(())
    }

    fn check_thresholds(&self) -> Checked {
        let fits = self.together.is_finite()
            && self.attention.is_finite()
            && self.attention <= self.together;
        if !fits {
            return wrong(String::from("`attention` must be a number and not above `together`"));
        }
        share("prior.recall", self.prior.recall)?;
        self.prior
            .probability
            .map_or(Ok(()), |probability| share("prior.probability", probability))?;
        if !(0.0..=1.0).contains(&self.training.keep) {
            return wrong(String::from("`training.keep` must lie between 0 and 1"));
        }
        Ok(())
    }

    fn check_comparison(&self, comparison: &Comparison) -> Checked {
        let column = &comparison.column;
        self.knows(column)?;
        let count = comparison.levels.len();
        if !(2..=MOST_LEVELS).contains(&count) {
            return wrong(format!(
                "the comparison of `{column}` has {count} levels, not 2 to {MOST_LEVELS}"
            ));
        }
        let ends = comparison.levels.iter().position(|level| level.when.is_otherwise());
        if ends != Some(count - 1) {
            return wrong(format!(
                "the comparison of `{column}` must end with its one level `else`"
            ));
        }
        comparison.frequency.map_or(Ok(()), |frequency| share("rarest", frequency.rarest))?;
        whole(column, "m", comparison.levels.iter().map(|level| level.m).sum())?;
        whole(column, "u", comparison.levels.iter().map(|level| level.u).sum())?;
        comparison.levels.iter().try_for_each(|level| self.check_level(column, level))
    }

    fn check_level(&self, column: &str, level: &Level) -> Checked {
        share(&format!("m of `{}` of `{column}`", level.when), level.m)?;
        share(&format!("u of `{}` of `{column}`", level.when), level.u)?;
        level.when.0.iter().try_for_each(|clause| self.check_clause(clause))
    }

    fn check_clause(&self, clause: &Clause) -> Checked {
        if let Ask::Swapped(other) = &clause.ask {
            self.knows(other)?;
        }
        clause.of.as_deref().map_or(Ok(()), |column| self.knows(column))
    }

    fn check_groups(&self) -> Checked {
        if self.groups.len() > MOST_GROUPS {
            return wrong(format!(
                "it has {} groups, and {MOST_GROUPS} is the most",
                self.groups.len()
            ));
        }
        let columns = || self.groups.iter().flat_map(|group| &group.columns);
        columns().try_for_each(|column| self.knows(column))?;
        for (place, column) in columns().enumerate() {
            if columns().take(place).any(|before| before == column) {
                return wrong(format!("the column `{column}` belongs to a group twice"));
            }
        }
        match self.groups.iter().find(|group| !group.above_prior.is_finite()) {
            Some(group) => {
                wrong(format!("`above_prior` of the group `{}` must be a number", group.name))
            }
            None => Ok(()),
        }
    }

    fn check_pattern(&self, pattern: &Pattern) -> Checked {
        let columns = pattern.same.iter().chain(&pattern.unless).chain(&pattern.different);
        columns.into_iter().try_for_each(|column| self.knows(column))?;
        let compared = |column: &&String| {
            self.comparisons.iter().any(|comparison| comparison.column == **column)
        };
        match pattern.different.iter().find(|column| !compared(column)) {
            Some(column) => {
                wrong(format!("a pattern asks whether `{column}` differs, which is not compared"))
            }
            None if pattern.different.is_empty() => {
                wrong(String::from("a pattern names nothing that differs"))
            }
            None => Ok(()),
        }
    }

    fn check_rule(&self, rule: &Rule) -> Checked {
        for key in &rule.0 {
            self.knows(&key.column)?;
            key.or.as_deref().map_or(Ok(()), |column| self.knows(column))?;
        }
        Ok(())
    }

    fn knows(&self, column: &str) -> Checked {
        if self.columns.iter().any(|known| known.name == column) {
            return Ok(());
        }
        wrong(format!("it speaks of a column `{column}` that it does not list"))
    }
}

fn whole(column: &str, which: &str, sum: f64) -> Checked {
    if (sum - 1.0).abs() <= ROUNDING {
        return Ok(());
    }
    wrong(format!("the {which} of the levels of `{column}` sum to {sum:.4} and not to 1"))
}

fn share(what: &str, share: f64) -> Checked {
    if share > 0.0 && share < 1.0 {
        return Ok(());
    }
    wrong(format!("{what} must lie between 0 and 1, and not be {share}"))
}
