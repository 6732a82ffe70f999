//! Why two records weigh what they do: a waterfall whose parts sum to the weight.

use crate::{
    Fit, Group, Model, Records,
    compare::{Comparer, MISSING, Memory},
};

/// Why two records weigh what they do.
#[derive(Clone, Debug, PartialEq)]
pub struct Explained {
    /// The match weight; the sum of `prior` and what each part weighs.
    pub weight: f64,
    /// What two records weigh before anything is compared.
    pub prior: f64,
    /// What each comparison adds, in the order of the model.
    pub parts: Vec<Piece>,
    /// The two say what cannot be true of one person.
    pub mismatch: bool,
    /// The two look like twins.
    pub twins: bool,
    /// Blocking rules whose keys the two share.
    pub met: Vec<String>,
}

/// One comparison of two records; or what is taken off because a whole [`Group`] agrees, by the name of the group.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Piece {
    /// The column.
    pub column: String,
    /// The value of the one, as it was compared.
    pub a: String,
    /// The value of the other.
    pub b: String,
    /// The test that holds; nothing where a value is missing.
    pub level: Option<String>,
    /// How often two records of one person are on this level.
    pub m: f64,
    /// How often two people are.
    pub u: f64,
    /// What the level weighs: the binary logarithm of `m / u`.
    pub bits: f64,
    /// What the rarity of the very value adds to that, or takes away where it is common.
    pub rarity: f64,
}

impl Fit {
    /// Explains what two records weigh.
    pub fn explain(&self, model: &Model, records: &Records, a: u32, b: u32) -> Explained {
        let comparer = Comparer { records, plan: &self.plan };
        let mut memory = Memory::small(&self.plan);
        let (of_a, of_b) = (records.row(a), records.row(b));
        let mut parts = Vec::new();
        for at in 0..self.plan.comparisons.len() {
            let level = comparer.level(at, of_a, of_b, &mut memory);
            parts.extend(self.piece(model, records, at, (level, of_a, of_b)));
        }
        parts.extend(self.held_back(model, &parts));
        let prior = self.prior_weight();
        let weight = self.weigh(records, of_a, of_b, &mut memory);
        let mismatch = comparer.mismatch(of_a, of_b, &mut memory);
        let twins = comparer.are_twins(of_a, of_b, &mut memory);
        let met = model
            .blocking
            .iter()
            .filter(|rule| meets(records, rule, of_a, of_b))
            .map(ToString::to_string);
        Explained { weight, prior, parts, mismatch, twins, met: met.collect() }
    }

    /// For each group whose agreement sums to more than it can weigh, what is taken off again.
    fn held_back(&self, model: &Model, parts: &[Piece]) -> Vec<Piece> {
        let of = |(group, most): (&Group, &f64)| {
            let own = parts.iter().filter(|part| group.columns.contains(&part.column));
            let sum: f64 = own.map(|part| part.bits + part.rarity).filter(|bits| *bits > 0.0).sum();
            (sum > *most).then(|| Piece {
                column: group.name.clone(),
                level: Some(format!("shared: at most {most:.2}")),
                bits: most - sum,
                ..Piece::default()
            })
        };
        model.groups.iter().zip(&self.most).filter_map(of).collect()
    }

    fn piece(
        &self,
        model: &Model,
        records: &Records,
        at: usize,
        (level, a, b): (u8, &[u32], &[u32]),
    ) -> Option<Piece> {
        let compared = self.plan.comparisons.get(at)?;
        let comparison = model.comparisons.get(compared.of_model)?;
        let (of_a, of_b) = (*a.get(compared.column)?, *b.get(compared.column)?);
        let mut piece = Piece {
            column: comparison.column.clone(),
            a: records.text(compared.column, of_a).to_owned(),
            b: records.text(compared.column, of_b).to_owned(),
            level: None,
            m: 1.0,
            u: 1.0,
            bits: 0.0,
            rarity: 0.0,
        };
        if level != MISSING {
            let weighed = self.levels.get(at)?.get(usize::from(level))?;
            piece.level = Some(comparison.levels.get(usize::from(level))?.when.to_string());
            (piece.m, piece.u, piece.bits) = (weighed.m, weighed.u, weighed.bits);
            piece.rarity = self.bits(at, level, of_a) - weighed.bits;
        }
        Some(piece)
    }
}

fn meets(records: &Records, rule: &crate::Rule, a: &[u32], b: &[u32]) -> bool {
    use crate::blocks::keys::{applies, key};
    let of_a = key(records, rule, a);
    applies(records, rule) && of_a.is_some() && of_a == key(records, rule, b)
}
