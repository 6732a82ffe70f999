//! The rules once more, as slowly and plainly as they are written down, to hold the fast ones against.

use xmr::RuleSet;

/// What the numbers of a rule set are, written down once more.
struct Numbers {
    factor: f64,
    screens: bool,
    shift: usize,
    trend: usize,
    counts_outside: bool,
}

fn numbers(rules: RuleSet) -> Numbers {
    let nhsr = Numbers { factor: 2.66, screens: true, shift: 7, trend: 7, counts_outside: false };
    match rules {
        RuleSet::Nhsr02 => nhsr,
        RuleSet::MdcExcel2023 => Numbers { screens: false, counts_outside: true, ..nhsr },
        RuleSet::Abspc11 => {
            Numbers { factor: 3.0 / 1.128, screens: false, shift: 8, trend: 6, ..nhsr }
        }
        RuleSet::Anhoej => panic!("a run chart has no limits"),
    }
}

/// The mean, the lower and upper limit, and the mean moving range of two values or more.
pub(crate) fn limits(y: &[f64], rules: RuleSet) -> [f64; 4] {
    let numbers = numbers(rules);
    let mean = y.iter().sum::<f64>() / y.len() as f64;
    let mut ranges: Vec<f64> = y.windows(2).map(|pair| (pair[1] - pair[0]).abs()).collect();
    let mut range = ranges.iter().sum::<f64>() / ranges.len() as f64;
    if numbers.screens {
        ranges.retain(|one| *one < 3.267 * range);
        let screened = ranges.iter().sum::<f64>() / ranges.len() as f64;
        if screened > 0.0 {
            range = screened;
        }
    }
    [mean, mean - numbers.factor * range, mean + numbers.factor * range, range]
}

/// One letter a point, with every window looked at in full.
pub(crate) fn letters(y: &[f64], rules: RuleSet) -> String {
    let numbers = numbers(rules);
    let [mean, lower, upper, _] = limits(y, rules);
    let (near_lower, near_upper) =
        (mean - (mean - lower) * 2.0 / 3.0, mean + (upper - mean) * 2.0 / 3.0);
    let side: Vec<i32> =
        y.iter().map(|value| i32::from(*value > mean) - i32::from(*value < mean)).collect();
    let outside: Vec<bool> = y.iter().map(|value| *value > upper || *value < lower).collect();
    let near: Vec<bool> = y
        .iter()
        .zip(&outside)
        .map(|(value, outside)| {
            (*value > near_upper || *value < near_lower) && (numbers.counts_outside || !outside)
        })
        .collect();
    let mut found = vec!['.'; y.len()];
    for from in 0..y.len() {
        let window = from..from + numbers.shift;
        if side
            .get(window.clone())
            .is_some_and(|side| side[0] != 0 && side.iter().all(|s| *s == side[0]))
        {
            found[window].fill('s');
        }
    }
    for from in 0..y.len().saturating_sub(2) {
        let sum: i32 = side[from..from + 3].iter().sum();
        if sum.abs() == 3 && near[from..from + 3].iter().filter(|near| **near).count() >= 2 {
            (from..from + 3).filter(|at| near[*at]).for_each(|at| found[at] = 'w');
        }
    }
    for from in 0..y.len() {
        let Some(window) = y.get(from..from + numbers.trend) else { break };
        let (up, down) =
            (window.windows(2).all(|p| p[0] < p[1]), window.windows(2).all(|p| p[0] > p[1]));
        if up || down {
            found[from..from + numbers.trend].fill('t');
        }
    }
    (0..y.len()).filter(|at| outside[*at]).for_each(|at| found[at] = 'o');
    found.into_iter().collect()
}

/// Whether rounding alone decides something in the plain rules: a value meets a limit, or a moving range the screening.
pub(crate) fn undecided(y: &[f64], rules: RuleSet) -> bool {
    let [mean, lower, upper, _] = limits(y, rules);
    let near = [mean - (mean - lower) * 2.0 / 3.0, mean + (upper - mean) * 2.0 / 3.0];
    let meets = |a: f64, b: f64| (a - b).abs() <= 1e-9 * b.abs().max(1.0);
    let ranges: Vec<f64> = y.windows(2).map(|pair| (pair[1] - pair[0]).abs()).collect();
    let most = 3.267 * ranges.iter().sum::<f64>() / ranges.len() as f64;
    y.iter().any(|value| [lower, upper, near[0], near[1]].iter().any(|line| meets(*value, *line)))
        || ranges.iter().any(|range| meets(*range, most))
}
