//! Names made of syllables, few of them common and most of them rare.

use std::collections::HashSet;

use crate::chance::Chance;

const ONSETS: &[&str] = &[
    "b", "br", "c", "ch", "d", "dr", "f", "fl", "g", "gr", "h", "j", "k", "kl", "l", "m", "n", "p",
    "pr", "r", "s", "sh", "sk", "st", "t", "th", "tr", "v", "w", "y", "z",
];
const VOWELS: &[&str] = &["a", "e", "i", "o", "u", "ai", "ea", "ee", "ou", "y"];
const CODAS: &[&str] = &["", "", "", "l", "m", "n", "r", "s", "nd", "rt", "ck", "x"];
const ENDS_OF_GIVEN: &[&str] = &["", "", "a", "an", "ia", "in", "en", "el", "ie", "o", "us"];
const ENDS_OF_SURNAMES: &[&str] = &[
    "", "", "son", "ton", "ley", "ford", "well", "wood", "by", "man", "worth", "ham", "ski", "er",
];

/// Names in the order of how common they are, and how likely each is.
pub(crate) struct Names {
    names: Vec<String>,
    /// How much weight the names up to and with this one have together.
    up_to: Vec<u64>,
}

impl Names {
    /// So many first names: those that many people bear, then made ones. The first is borne by two in a hundred.
    pub(crate) fn given(chance: &mut Chance, count: usize) -> Self {
        let names = crate::common::names().map(str::to_owned).collect();
        Self::zipf(fill(names, ENDS_OF_GIVEN, chance, count), 5)
    }

    /// So many made surnames. The first is borne by one in a hundred.
    pub(crate) fn surnames(chance: &mut Chance, count: usize) -> Self {
        Self::zipf(fill(Vec::new(), ENDS_OF_SURNAMES, chance, count), 10)
    }

    /// G. K. Zipf, "Human Behavior and the Principle of Least Effort" (1949), with B. Mandelbrot's shift, which tames the first few:
    /// the weight of a name is 1 / (rank + shift).
    fn zipf(names: Vec<String>, shift: u64) -> Self {
        let mut sum = 0;
        let weights = (1..).zip(&names).map(|(rank, _)| {
            sum += (1 << 40) / (rank + shift);
            sum
        });
        let up_to = weights.collect();
        Self { names, up_to }
    }

    /// One of them, the common ones more often.
    pub(crate) fn draw(&self, chance: &mut Chance) -> &str {
        let at = chance.below(self.up_to.last().copied().unwrap_or(0));
        let place = self.up_to.partition_point(|&up_to| up_to <= at);
        self.names.get(place).map_or("", String::as_str)
    }
}

/// Adds made names, each once, until there are so many.
fn fill(mut names: Vec<String>, ends: &[&str], chance: &mut Chance, count: usize) -> Vec<String> {
    let mut seen: HashSet<String> = names.iter().cloned().collect();
    while names.len() < count {
        let name = made(ends, chance);
        if seen.insert(name.clone()) {
            names.push(name);
        }
    }
    names
}

fn made(ends: &[&str], chance: &mut Chance) -> String {
    let syllables = if chance.in_thousand(600) { 2 } else { 3 };
    let mut name = String::new();
    for _ in 0..syllables {
        name.push_str(chance.pick(ONSETS));
        name.push_str(chance.pick(VOWELS));
    }
    name.push_str(chance.pick(CODAS));
    name.push_str(chance.pick(ends));
    capital(&name)
}

/// With a capital letter first.
pub(crate) fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}
