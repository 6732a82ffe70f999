//! The leading eigenvectors of a large sparse scatter matrix, by block Krylov iteration with restarts.
//!
//! Source: Y. Saad, *Numerical Methods for Large Eigenvalue Problems* (2011), chapters 5 and 6. Blocks of two find two equal
//! eigenvalues as well as two different ones. It runs until the residual is rounding, so it gives what an exact decomposition gives.
#![expect(
    clippy::indexing_slicing,
    reason = "inner loop: every vector has one number for each statement, and pairs have two"
)]

use super::jacobi;
use crate::sparse::{Pair, Sparse};

/// How many vectors a search holds before it starts again from the best.
const HELD: usize = 24;
/// How often it starts again at most. What has not settled by then has neighbours so close that any is as good.
const ROUNDS: usize = 200;
/// The residual that is rounding, as a part of the largest eigenvalue.
const SETTLED: f64 = 1e-15;
/// A residual that is small and no longer shrinks is rounding, too.
const SMALL: f64 = 1e-12;

/// What is left of a vector beside those already held is new where it is more than this part of it: a search that is nearly at its end
/// lives on such small differences.
const NEW: f64 = 4.0 * f64::EPSILON;

/// The two leading vectors, and the three leading values.
pub(super) struct Leading {
    pub(super) vectors: Vec<Pair>,
    pub(super) values: [f64; 3],
}

/// Vectors at right angles to one another, each with its product.
#[derive(Default)]
struct Held {
    vectors: Vec<Vec<f64>>,
    images: Vec<Vec<f64>>,
}

/// Finds them, starting from vectors that may be near, or from a fixed mixture of everything.
pub(super) fn leading(matrix: &Sparse, near: Option<&[Pair]>) -> Leading {
    let mut start = start(matrix, near);
    let mut before = f64::INFINITY;
    let mut found = Leading { vectors: vec![[0.0; 2]; matrix.width], values: [0.0; 3] };
    for _ in 0..ROUNDS {
        let held = grown(matrix, start);
        let (better, residual) = best(&held, matrix.width);
        start = (0..2).map(|of| better.vectors.iter().map(|pair| pair[of]).collect()).collect();
        let third = found.values[2].max(better.values[2]);
        found = better;
        found.values[2] = third.min(found.values[1]);
        let rounding = residual <= SMALL * found.values[0] && residual > before / 2.0;
        if rounding || residual <= SETTLED * found.values[0] {
            break;
        }
        before = residual;
    }
    found
}

/// The largest value alone, from two rounds: enough to compare with.
pub(super) fn largest(matrix: &Sparse) -> f64 {
    let first = best(&grown(matrix, start(matrix, None)), matrix.width).0;
    let again = start(matrix, Some(&first.vectors));
    best(&grown(matrix, again), matrix.width).0.values[0]
}

/// A start in which every statement on which opinions differ has its part, and none that never differs. It is one that no eigenvector is at right angles to, but by the rarest chance: fractions of multiples of the golden ratio.
fn start(matrix: &Sparse, near: Option<&[Pair]>) -> Vec<Vec<f64>> {
    const STEPS: [f64; 2] = [0.618_033_988_749_894_9, 0.754_877_666_246_692_7];
    let mixed = STEPS.map(|step| {
        let mut at = 0.0_f64;
        let next = |differs: bool| {
            at = (at + step).fract();
            if differs { at - 0.5 } else { 0.0 }
        };
        matrix.differs().into_iter().map(next).collect::<Vec<f64>>()
    });
    let Some(near) = near.filter(|near| near.len() == matrix.width) else { return mixed.into() };
    // A little of everything stays in, so that a direction which has only now become the largest is found.
    let warm = |(of, mixed): (usize, Vec<f64>)| -> Vec<f64> {
        (near.iter().zip(mixed))
            .map(|(pair, some)| if some == 0.0 { 0.0 } else { pair[of] + 1e-3 * some })
            .collect()
    };
    mixed.into_iter().enumerate().map(warm).collect()
}

/// The space of the start, its products, their products, and so on.
fn grown(matrix: &Sparse, start: Vec<Vec<f64>>) -> Held {
    let mut held = Held::default();
    let mut block = start;
    loop {
        let room = HELD.min(matrix.width) - held.vectors.len();
        block.truncate(room);
        let before = held.vectors.len();
        for vector in block {
            held.take(vector);
        }
        let new = &held.vectors[before..];
        if new.is_empty() {
            return held;
        }
        let column = |of: usize, at: usize| new.get(of).map_or(0.0, |vector| vector[at]);
        let pairs: Vec<Pair> = (0..matrix.width).map(|at| [column(0, at), column(1, at)]).collect();
        let count = new.len();
        let images = matrix.scatter_times(&pairs);
        block = (0..count).map(|of| images.iter().map(|pair| pair[of]).collect()).collect();
        held.images.extend(block.iter().cloned());
    }
}

impl Held {
    /// Takes what is new in a vector; nothing, where it is but rounding.
    fn take(&mut self, mut vector: Vec<f64>) {
        let whole = dot(&vector, &vector).sqrt();
        // Twice is enough (Giraud and others, 2005).
        for _ in 0..2 {
            for other in &self.vectors {
                let part = dot(&vector, other);
                vector.iter_mut().zip(other).for_each(|(number, along)| *number -= part * along);
            }
        }
        let left = dot(&vector, &vector).sqrt();
        if left > whole * NEW && left > f64::MIN_POSITIVE {
            for number in &mut vector {
                *number /= left;
            }
            self.vectors.push(vector);
        }
    }
}

/// The best vectors within the space (Rayleigh and Ritz), and the largest residual of the two.
fn best(held: &Held, width: usize) -> (Leading, f64) {
    let within = held
        .vectors
        .iter()
        .map(|vector| held.images.iter().map(|image| dot(vector, image)).collect::<Vec<f64>>());
    let mut found = jacobi::eigen(symmetric(&within.collect::<Vec<_>>())).into_iter();
    let mut leading = Leading { vectors: vec![[0.0; 2]; width], values: [0.0; 3] };
    let mut residual = 0.0_f64;
    for of in 0..2 {
        let Some((value, parts)) = found.next() else { break };
        let vector = mixture(&held.vectors, &parts, width);
        let image = mixture(&held.images, &parts, width);
        let off = image.iter().zip(&vector).map(|(image, part)| (image - value * part).powi(2));
        residual = residual.max(off.sum::<f64>().sqrt());
        leading.vectors.iter_mut().zip(vector).for_each(|(pair, number)| pair[of] = number);
        leading.values[of] = value.max(0.0);
    }
    leading.values[2] = found.next().map_or(0.0, |(value, _)| value.max(0.0));
    (leading, residual)
}

fn symmetric(matrix: &[Vec<f64>]) -> Vec<Vec<f64>> {
    let half = |row: usize, at: usize| f64::midpoint(matrix[row][at], matrix[at][row]);
    let all = 0..matrix.len();
    all.clone().map(|row| all.clone().map(|at| half(row, at)).collect()).collect()
}

fn mixture(vectors: &[Vec<f64>], parts: &[f64], width: usize) -> Vec<f64> {
    let mut sum = vec![0.0; width];
    for (vector, part) in vectors.iter().zip(parts) {
        sum.iter_mut().zip(vector).for_each(|(sum, number)| *sum += part * number);
    }
    sum
}

/// Four sums side by side, always in the same order, so that processors with wide registers give the same answer as others.
fn dot(a: &[f64], b: &[f64]) -> f64 {
    let mut sums = [0.0; 4];
    let (fours, rest) = a.as_chunks::<4>();
    let (other_fours, other_rest) = b.as_chunks::<4>();
    for (four, other) in fours.iter().zip(other_fours) {
        for lane in 0..4 {
            sums[lane] += four[lane] * other[lane];
        }
    }
    let rest: f64 = rest.iter().zip(other_rest).map(|(x, y)| x * y).sum();
    (sums[0] + sums[1]) + (sums[2] + sums[3]) + rest
}
