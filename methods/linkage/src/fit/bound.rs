//! The most that two records can still weigh, so that most pairs of a block are let go before all their texts are compared.

use super::{Fit, MOST_GROUPS, Weighed};
use crate::{
    Records,
    compare::{Comparer, MISSING, Memory},
    dictionary::NOTHING,
    plan::Compared,
};

/// So much more than any rounding of a sum of a few dozen weights.
const ROUNDING: f64 = 1e-9;

/// The most that each comparison can weigh.
#[derive(Clone, Debug, Default)]
pub(super) struct Bounds {
    /// Where the two values differ.
    unlike: Vec<f64>,
    /// Whatever the two values are.
    any: Vec<f64>,
}

impl Bounds {
    pub(super) fn of(
        comparisons: &[Compared],
        levels: &[Vec<Weighed>],
        exact: &[Vec<f64>],
    ) -> Self {
        let most = |bits: &mut dyn Iterator<Item = f64>| bits.fold(f64::NEG_INFINITY, f64::max);
        let mut bounds = Self::default();
        for (at, compared) in comparisons.iter().enumerate() {
            let levels = levels.get(at).map(Vec::as_slice).unwrap_or_default();
            let unlike = levels.iter().skip(usize::from(compared.exact == Some(0)));
            bounds.unlike.push(most(&mut unlike.map(|level| level.bits)));
            let by_value = exact.get(at).into_iter().flatten().copied();
            bounds.any.push(most(&mut levels.iter().map(|level| level.bits).chain(by_value)));
        }
        bounds
    }
}

/// The sum of what comparisons weigh, of a group's agreement no more than its bound.
#[derive(Clone, Copy, Default)]
struct Sum {
    alone: f64,
    groups: [f64; MOST_GROUPS],
}

impl Sum {
    #[inline]
    fn add(&mut self, group: Option<usize>, bits: f64, sign: f64) {
        match group.and_then(|group| self.groups.get_mut(group)) {
            Some(sum) if bits > 0.0 => *sum += sign * bits,
            _other => self.alone += sign * bits,
        }
    }

    #[inline]
    fn weight(&self, most: &[f64]) -> f64 {
        most.iter().zip(self.groups).fold(self.alone, |weight, (most, sum)| weight + sum.min(*most))
    }
}

impl Fit {
    /// The match weight of two rows, as [`Fit::weigh`] has it, where it reaches the threshold for attention.
    ///
    /// What the numbers of the values say is taken first: equal ones weigh what they weigh, others at most as much as their best
    /// level. Then one comparison after the other is made, until the rest could not lift the pair any more.
    pub(crate) fn weigh_if_it_reaches(
        &self,
        records: &Records,
        (a, b): (&[u32], &[u32]),
        memory: &mut Memory,
        found: &mut Vec<Option<f64>>,
    ) -> Option<f64> {
        let mut sum = Sum { alone: self.prior_weight(), ..Sum::default() };
        found.clear();
        for (at, compared) in self.plan.comparisons.iter().enumerate() {
            let most = self.most_of(at, compared, a, b);
            sum.add(compared.group, most.unwrap_or(0.0), 1.0);
            found.push(most);
        }
        let comparer = Comparer { records, plan: &self.plan };
        for ((at, compared), bits) in self.plan.comparisons.iter().enumerate().zip(&mut *found) {
            let value = a.get(compared.column).copied().unwrap_or(NOTHING);
            let Some(most) = *bits else { continue };
            if compared.exact == Some(0) && b.get(compared.column) == Some(&value) {
                continue;
            }
            if sum.weight(&self.most) < self.attention - ROUNDING {
                return None;
            }
            let level = comparer.level(at, a, b, memory);
            let held = if level == MISSING { 0.0 } else { self.bits(at, level, value) };
            sum.add(compared.group, most, -1.0);
            sum.add(compared.group, held, 1.0);
            *bits = Some(held);
        }
        let weight = self.summed(found);
        (weight >= self.attention).then_some(weight)
    }

    /// The sum in the order of the comparisons, so that it is the same to the last bit whoever asks.
    fn summed(&self, found: &[Option<f64>]) -> f64 {
        let mut sum = Sum { alone: self.prior_weight(), ..Sum::default() };
        for (compared, bits) in self.plan.comparisons.iter().zip(found) {
            if let Some(bits) = bits {
                sum.add(compared.group, *bits, 1.0);
            }
        }
        sum.weight(&self.most)
    }

    /// The most that one comparison of two rows can weigh; nothing where a value is missing.
    #[inline]
    fn most_of(&self, at: usize, compared: &Compared, a: &[u32], b: &[u32]) -> Option<f64> {
        let value = |row: &[u32]| row.get(compared.column).copied().unwrap_or(NOTHING);
        let (of_a, of_b) = (value(a), value(b));
        if of_a == NOTHING || of_b == NOTHING {
            return None;
        }
        match (of_a == of_b, compared.exact) {
            (true, Some(0)) => Some(self.bits(at, 0, of_a)),
            (true, _later) => self.bounds.any.get(at).copied(),
            (false, _) => self.bounds.unlike.get(at).copied(),
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::{Fit, Model, Records, compare::Memory};

    #[test]
    fn a_pair_that_is_let_go_early_would_not_have_reached() {
        let model = Model::people().unwrap();
        let mut records = Records::new(&model);
        records.read("fake", include_bytes!("../../data/fake_1000.csv"), None).unwrap();
        let fit = Fit::of(&model, &records);
        let (mut memory, mut found) = (Memory::new(&fit.plan), Vec::new());
        let (mut kept, mut gone) = (0, 0);
        for a in 0..300 {
            for b in a + 1..300 {
                let (of_a, of_b) = (records.row(a), records.row(b));
                let weight = fit.weigh(&records, of_a, of_b, &mut memory);
                let early =
                    fit.weigh_if_it_reaches(&records, (of_a, of_b), &mut memory, &mut found);
                assert_eq!(early, (weight >= fit.attention).then_some(weight), "{a} and {b}");
                *if early.is_some() { &mut kept } else { &mut gone } += 1;
            }
        }
        assert!(kept > 100 && gone > 10_000, "{kept} kept, {gone} let go");
    }
}
