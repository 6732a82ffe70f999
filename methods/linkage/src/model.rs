//! What is compared, and how much each answer weighs. A model is a file that people can read, keep and compare.

mod check;
mod file;
mod nesting;
mod rule;

use serde::{Deserialize, Serialize};

pub use self::{
    file::{LARGEST_MODEL, WrongModel},
    rule::{Key, Part, Rule},
};
use crate::{Form, Test};

/// The version of the format of models that this library reads and writes.
pub const FORMAT: u32 = 1;

/// A Fellegi-Sunter model: columns, comparisons in levels, blocking rules, thresholds.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Model {
    /// The version of this file's format: [`FORMAT`].
    pub format: u32,
    /// What the model is called.
    pub name: String,
    /// Which state of it this is; whoever changes a number changes this.
    pub version: String,
    /// What a reader should know about it.
    #[serde(default)]
    pub notes: Vec<String>,
    /// From this match weight on, two records are put together.
    pub together: f64,
    /// From this match weight on, somebody should look at two records.
    pub attention: f64,
    /// How it is estimated that two records taken at random are one person.
    pub prior: Prior,
    /// The columns it can use, and by which headers it knows them.
    pub columns: Vec<Column>,
    /// What is compared.
    pub comparisons: Vec<Comparison>,
    /// Comparisons that say much the same, so that together they say less than one by one.
    #[serde(default)]
    pub groups: Vec<Group>,
    /// Which pairs of records are compared at all, in this order: a pair belongs to the first rule that reaches it.
    pub blocking: Vec<Rule>,
    /// What cannot be true of one person. Where a pair is like that, it is an explicit mismatch.
    #[serde(default)]
    pub mismatches: Vec<Pattern>,
    /// Look-alikes that may be two people.
    #[serde(default)]
    pub twins: Vec<Pattern>,
    /// How the model is trained when that is asked for.
    pub training: Training,
}

/// The share of pairs of records, of all that could be made, that are one person.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Prior {
    /// Given, it is used as it is. Otherwise it is estimated: pairs that meet one of the `certain` rules, divided by `recall`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub probability: Option<f64>,
    /// Rules that hardly ever join two people.
    pub certain: Vec<Rule>,
    /// Which share of all matching pairs meets one of the certain rules.
    pub recall: f64,
}

/// A column that the model knows.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Column {
    /// What the model calls it.
    pub name: String,
    /// What kind of value it holds.
    pub form: Form,
    /// The headers by which it is recognised, the first one that a file has. Letters and digits count, in either case.
    pub headers: Vec<String>,
}

/// One thing that is compared, as levels from the closest agreement to none. A pair is on the first level whose test holds;
/// where one of the two values is missing it is on none, and weighs nothing.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Comparison {
    /// The column.
    pub column: String,
    /// Rare values weigh more than common ones on the exact level.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub frequency: Option<Frequency>,
    /// The levels; the last one is `else`.
    pub levels: Vec<Level>,
}

/// Term-frequency adjustment (Winkler 1990): on the exact level, how common the very value is stands in the place of `u`.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Frequency {
    /// The share of people who have a value that only these records have: no value counts as rarer than this.
    pub rarest: f64,
}

/// How closely two values agree, and what that says.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Level {
    /// What holds on this level.
    pub when: Test,
    /// The share of pairs on this level, of pairs that are one person and have both values.
    pub m: f64,
    /// The share of pairs on this level, of pairs that are two people and have both values.
    pub u: f64,
}

/// Comparisons that two people in one household agree on as often as one person's records do.
///
/// Fellegi and Sunter's weights add up because comparisons are taken to be independent. They are not where people live together:
/// surname, street, postcode, town and telephone then agree all at once. How likely two records taken at random are of one household is
/// of the order of how likely they are one person, whatever the number of records; so whatever a household shares can outweigh
/// the prior, and hardly more.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Group {
    /// What the group is called where a weight is explained.
    pub name: String,
    /// The columns whose comparisons belong to it.
    pub columns: Vec<String>,
    /// All agreement of the group together weighs at most so many bits more than the prior takes away. Disagreement counts in full.
    pub above_prior: f64,
}

/// A pattern of agreement and disagreement between two records: twins share a surname and a date of birth and have different
/// given names, unless a number that an office gave shows that it is one person after all.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pattern {
    /// Columns whose values are known and equal.
    #[serde(default)]
    pub same: Vec<String>,
    /// Columns that are compared and are on the last level: both values are known, and nothing about them agrees.
    pub different: Vec<String>,
    /// Columns that are compared, and of which none may agree, not even nearly. What is not known does not agree.
    #[serde(default)]
    pub unless: Vec<String>,
}

/// How parameters are learnt from records without labels.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Training {
    /// Where the draw of random pairs begins.
    pub seed: u64,
    /// How many random pairs are drawn for `u`.
    pub random_pairs: u32,
    /// How much of the `u` in this model is kept when `u` is learnt, from 0 to 1.
    pub keep: f64,
    /// `m` is learnt once in the pairs of each of these rules, for every column that the rule does not hold equal.
    pub blocking: Vec<Rule>,
}
