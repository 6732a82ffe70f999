//! Eigenvalues of a small symmetric matrix, by Jacobi's rotations.
//!
//! Source: C. G. J. Jacobi (1846); the stable form of the rotation is in Golub and Van Loan, *Matrix Computations*, section 8.5.
#![expect(
    clippy::indexing_slicing,
    reason = "inner loop: every place is below the length of the square matrix"
)]

/// Rounds of rotations after which a matrix of doubles is diagonal; six to ten are usual.
const ROUNDS: usize = 40;

/// The eigenvalues of a symmetric matrix, largest first, each with its eigenvector of length 1.
pub(super) fn eigen(mut matrix: Vec<Vec<f64>>) -> Vec<(f64, Vec<f64>)> {
    let size = matrix.len();
    // Row by row, so that a rotation walks through memory.
    let mut vectors: Vec<Vec<f64>> = (0..size)
        .map(|row| (0..size).map(|at| if at == row { 1.0 } else { 0.0 }).collect())
        .collect();
    for _ in 0..ROUNDS {
        if round(&mut matrix, &mut vectors) {
            break;
        }
    }
    let mut found: Vec<(f64, Vec<f64>)> =
        vectors.into_iter().enumerate().map(|(at, vector)| (matrix[at][at], vector)).collect();
    found.sort_by(|a, b| b.0.total_cmp(&a.0));
    found
}

/// Rotates every pair once; says whether there was nothing left to rotate.
fn round(matrix: &mut [Vec<f64>], vectors: &mut [Vec<f64>]) -> bool {
    let mut done = true;
    for p in 0..matrix.len() {
        for q in p + 1..matrix.len() {
            let off = matrix[p][q];
            let beside = f64::EPSILON * (matrix[p][p] * matrix[q][q]).abs().sqrt();
            if off.abs() <= beside.max(f64::MIN_POSITIVE) {
                continue;
            }
            done = false;
            let turn = rotation(matrix[p][p], matrix[q][q], off);
            rotate(matrix, (p, q), turn);
            mix(vectors, (p, q), turn);
        }
    }
    done
}

/// The cosine and sine that make the element beside the diagonal 0.
fn rotation(pp: f64, qq: f64, off: f64) -> (f64, f64) {
    let theta = (qq - pp) / (2.0 * off);
    let tangent = theta.signum() / (theta.abs() + (theta * theta + 1.0).sqrt());
    let cosine = 1.0 / (tangent * tangent + 1.0).sqrt();
    (cosine, tangent * cosine)
}

fn rotate(matrix: &mut [Vec<f64>], (p, q): (usize, usize), (cosine, sine): (f64, f64)) {
    for row in matrix.iter_mut() {
        let (a, b) = (row[p], row[q]);
        row[p] = cosine * a - sine * b;
        row[q] = sine * a + cosine * b;
    }
    mix(matrix, (p, q), (cosine, sine));
    matrix[p][q] = 0.0;
    matrix[q][p] = 0.0;
}

fn mix(rows: &mut [Vec<f64>], (p, q): (usize, usize), (cosine, sine): (f64, f64)) {
    let (before, after) = rows.split_at_mut(q);
    for (a, b) in before[p].iter_mut().zip(after[0].iter_mut()) {
        (*a, *b) = (cosine * *a - sine * *b, sine * *a + cosine * *b);
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_small_matrix_is_taken_apart() {
        let matrix = vec![vec![2.0, 1.0, 0.0], vec![1.0, 2.0, 0.0], vec![0.0, 0.0, 7.0]];
        let found = super::eigen(matrix);
        let values: Vec<f64> =
            found.iter().map(|(value, _)| (value * 1e12).round() / 1e12).collect();
        assert_eq!(values, [7.0, 3.0, 1.0]);
        let second = &found[1].1;
        assert!((second[0] - second[1]).abs() < 1e-14 && second[2].abs() < 1e-14, "{second:?}");
    }

    #[test]
    fn nothing_stays_nothing() {
        assert!(super::eigen(vec![vec![0.0; 2]; 2])[0].0.abs() < f64::MIN_POSITIVE);
        assert!(super::eigen(Vec::new()).is_empty());
    }
}
