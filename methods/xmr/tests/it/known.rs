//! What the test suites of others expect.

use serde_json::Value;
use xmr::{Bounds, RuleSet};

use crate::{individuals, letters};

fn known() -> Value {
    serde_json::from_str(include_str!("../../data/known_answers.json")).unwrap()
}

fn numbers(value: &Value) -> Vec<f64> {
    value.as_array().unwrap().iter().map(|value| value.as_f64().unwrap()).collect()
}

#[test]
fn limits_are_those_of_the_packages() {
    let known = known();
    let limits = known["limits"].as_array().unwrap();
    assert_eq!(limits.len(), 13);
    for case in limits {
        let rules = if case["screen"] == true { RuleSet::Nhsr02 } else { RuleSet::MdcExcel2023 };
        let analysis = individuals(&numbers(&case["y"]), rules);
        let lines = analysis.phases[0].course.level().unwrap();
        let Bounds { upper, near_upper, near_lower, lower } = lines.bounds.unwrap();
        let tolerance = case["tol"].as_f64().unwrap();
        for (name, ours) in [
            ("mean", lines.centre),
            ("upl", upper),
            ("lpl", lower),
            ("near_upl", near_upper),
            ("near_lpl", near_lower),
        ] {
            if let Some(theirs) = case[name].as_f64() {
                assert!((ours - theirs).abs() <= tolerance, "{case}: {name} is {ours}");
            }
        }
    }
}

fn flags(case: &Value) -> String {
    numbers(&case["flag"]).iter().map(|flag| if *flag > 0.0 { 'x' } else { '.' }).collect()
}

/// Seven points of which six lie on one side by far less than the seventh balances would break the sides, so each side is
/// spelled with values whose mean is 0.
#[test]
fn seven_on_one_side_are_a_shift_and_six_are_none() {
    for case in known()["shift_rule_on_side_of_mean"].as_array().unwrap() {
        let wanted = flags(case);
        let side = numbers(&case["side"]);
        // A baseline before it, in a phase that the limits come from, keeps the mean at 0.
        let mut values = [1.0, -1.0].repeat(12);
        let quiet = values.len();
        values.extend(side.iter().map(|side| side * 0.5));
        let plan = xmr::Plan { baseline: xmr::Baseline::of(quiet).ok(), ..xmr::Plan::default() };
        let found = letters(&xmr::analyse(&values, &[], &plan).unwrap());
        // The baseline ends below the mean, so a row that begins below is one point longer.
        let found = found[quiet..].replace('s', "x");
        assert_eq!(found, wanted, "{case}");
    }
}

#[test]
fn seven_points_one_above_the_other_are_a_trend() {
    for case in known()["trend_rule"].as_array().unwrap() {
        let values: Vec<f64> = numbers(&case["y"]);
        // Two far values widen the limits, so that nothing lies outside and hides the trend.
        let padded: Vec<f64> =
            [4.0, 900.0, -892.0, 4.0].into_iter().chain(values.clone()).chain([4.0]).collect();
        let found = letters(&individuals(&padded, RuleSet::MdcExcel2023));
        let wanted = flags(case);
        if wanted.contains('x') {
            let found = found[4..4 + values.len()].replace('t', "x").replace('s', ".");
            assert_eq!(found, wanted, "{case}");
        } else {
            assert!(
                !individuals(&values, RuleSet::Nhsr02)
                    .marks
                    .iter()
                    .any(|mark| mark.rule == xmr::Rule::Trend),
                "{case}"
            );
        }
    }
}

/// Each point is put where the case says: near a limit or well within, on its side of a mean of 0.
#[test]
fn two_of_three_near_a_limit_are_marked_and_only_they() {
    for case in known()["two_in_three_rule"].as_array().unwrap() {
        let near = numbers(&case["close"]);
        let side = numbers(&case["side"]);
        let mut values = [1.0, -1.0].repeat(12);
        let quiet = values.len();
        // Mean 0, mean moving range 2: limits at 5.32, near limits at 3.55.
        values.extend(near.iter().zip(side).map(|(near, side)| side * (0.5 + near * 4.0)));
        let plan = xmr::Plan { baseline: xmr::Baseline::of(quiet).ok(), ..xmr::Plan::default() };
        let found = letters(&xmr::analyse(&values, &[], &plan).unwrap());
        assert_eq!(found[quiet..].replace('w', "x").replace('s', "."), flags(case), "{case}");
    }
}

#[test]
fn outside_precedes_trend_precedes_two_in_three_precedes_shift() {
    let mut values = [1.0, -1.0].repeat(12);
    let quiet = values.len();
    values.extend([0.5, 1.0, 1.5, 2.0, 2.5, 4.0, 4.5, 9.0, 4.0, 4.1, 1.0, 1.0]);
    let plan = xmr::Plan { baseline: xmr::Baseline::of(quiet).ok(), ..xmr::Plan::default() };
    let found = letters(&xmr::analyse(&values, &[], &plan).unwrap());
    assert_eq!(&found[quiet..], "tttttttowwss");
}
