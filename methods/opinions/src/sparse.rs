//! The matrix of people and statements, holding only what differs from the mean of a column.
#![expect(
    clippy::indexing_slicing,
    reason = "inner loop: `starts` are places in `entries`, and every column is the place of a statement, as `centred` makes them"
)]

use rand_chacha::{ChaCha8Rng, rand_core::RngCore as _};

use crate::{conversation::Conversation, record::Moderation};

/// Two numbers for each statement or person, worked on together.
pub(crate) type Pair = [f64; 2];

/// People by statements, centred: a vote less the mean of all votes on its statement. Where nobody voted the mean is taken, so
/// nothing is left to store; a statement kept out is 0 for everybody.
pub(crate) struct Sparse {
    starts: Vec<usize>,
    entries: Vec<(usize, f64)>,
    pub(crate) width: usize,
    /// The mean of each column; 0 where it is kept out or nobody voted.
    pub(crate) mean: Vec<f64>,
    /// How many votes each person has. A statement moderated out counts as seen by everybody, as the server counts; one that only waits to
    /// be let in counts for those who voted on it.
    pub(crate) seen: Vec<usize>,
}

/// The matrix of a conversation.
pub(crate) fn centred(conversation: &Conversation, kept_out: &[bool]) -> Sparse {
    let mean: Vec<f64> = (conversation.tallies.iter().zip(kept_out))
        .map(|(tally, out)| if *out { 0.0 } else { tally.mean() })
        .collect();
    let out = |place: usize| conversation.statements[place].moderation == Moderation::Out;
    let zeroed = (0..mean.len()).filter(|place| out(*place)).count();
    let mut matrix = Sparse {
        starts: vec![0],
        entries: Vec::with_capacity(conversation.votes()),
        width: mean.len(),
        mean,
        seen: Vec::with_capacity(conversation.rows.len()),
    };
    for row in &conversation.rows {
        let counted = row.iter().filter(|mark| !kept_out[mark.statement]);
        matrix.entries.extend(
            counted.map(|mark| (mark.statement, mark.vote.value() - matrix.mean[mark.statement])),
        );
        matrix.seen.push(row.iter().filter(|mark| !out(mark.statement)).count() + zeroed);
        matrix.starts.push(matrix.entries.len());
    }
    matrix
}

impl Sparse {
    fn rows(&self) -> impl Iterator<Item = &[(usize, f64)]> {
        self.starts.windows(2).map(|ends| &self.entries[ends[0]..ends[1]])
    }

    /// On which statements people voted differently.
    pub(crate) fn differs(&self) -> Vec<bool> {
        let mut differs = vec![false; self.width];
        for &(column, value) in &self.entries {
            differs[column] |= value != 0.0;
        }
        differs
    }

    /// The largest length of a row and that of a column.
    pub(crate) fn norms(&self) -> [f64; 2] {
        let square = |row: &[(usize, f64)]| row.iter().map(|(_, value)| value * value).sum::<f64>();
        let mut columns = vec![0.0; self.width];
        for (column, value) in &self.entries {
            columns[*column] += value * value;
        }
        let largest = |squares: &mut dyn Iterator<Item = f64>| squares.fold(0.0, f64::max).sqrt();
        [largest(&mut self.rows().map(square)), largest(&mut columns.into_iter())]
    }

    /// The same votes, shuffled among those who voted on each statement.
    pub(crate) fn shuffled(&self, chance: &mut ChaCha8Rng) -> Self {
        let mut places = vec![Vec::new(); self.width];
        for (place, (column, _)) in self.entries.iter().enumerate() {
            places[*column].push(place);
        }
        let mut entries = self.entries.clone();
        for places in places {
            for last in (1..places.len()).rev() {
                let other = below(chance, last + 1);
                let value = entries[places[last]].1;
                entries[places[last]].1 = entries[places[other]].1;
                entries[places[other]].1 = value;
            }
        }
        let (starts, mean, seen) = (self.starts.clone(), self.mean.clone(), self.seen.clone());
        Self { starts, entries, width: self.width, mean, seen }
    }

    /// Each row times the two columns.
    pub(crate) fn times(&self, columns: &[Pair]) -> Vec<Pair> {
        self.rows().map(|row| product(row, columns)).collect()
    }

    /// The matrix turned, times the matrix, times the two columns; the matrix itself is never squared.
    pub(crate) fn scatter_times(&self, columns: &[Pair]) -> Vec<Pair> {
        let mut sums = vec![[0.0; 2]; self.width];
        for row in self.rows() {
            let [a, b] = product(row, columns);
            for &(column, value) in row {
                let sum = &mut sums[column];
                *sum = [sum[0] + value * a, sum[1] + value * b];
            }
        }
        sums
    }
}

/// A number below this one; for the few people that there are, even enough.
fn below(chance: &mut ChaCha8Rng, count: usize) -> usize {
    let drawn = (u64::from(chance.next_u32()) * u64::try_from(count).unwrap_or_default()) >> 32;
    usize::try_from(drawn).unwrap_or_default()
}

fn product(row: &[(usize, f64)], columns: &[Pair]) -> Pair {
    row.iter().fold([0.0; 2], |[a, b], &(column, value)| {
        let [x, y] = columns[column];
        [a + value * x, b + value * y]
    })
}
