//! What must hold for any series.

use proptest::{collection::vec, prelude::*};
use xmr::{Kind, Plan, RuleSet, analyse};

use crate::{individuals, letters, naive, of_kind, sides};

fn rules() -> impl Strategy<Value = RuleSet> {
    proptest::sample::select(RuleSet::ALL.to_vec())
}

/// Whole numbers from a small range, so that ties, flat stretches and points on the mean are common.
fn whole() -> impl Strategy<Value = Vec<f64>> {
    (1..12_i32, 0..60_usize)
        .prop_flat_map(|(most, length)| vec((0..=most).prop_map(f64::from), length))
}

fn turned(marks: &str) -> String {
    marks
        .chars()
        .map(|sign| match sign {
            '+' => '-',
            '-' => '+',
            other => other,
        })
        .collect()
}

proptest! {
    #[test]
    fn the_fast_rules_are_the_plain_ones(
        values in vec((-5_000..5_000_i32).prop_map(|value| f64::from(value) / 8.0), 2..80),
        steps in vec(-3..=3_i32, 2..80),
    ) {
        let mut at = 0;
        let walk: Vec<f64> = steps.iter().map(|step| { at += step; f64::from(at) }).collect();
        for values in [values, walk] {
            for rules in [RuleSet::Nhsr02, RuleSet::MdcExcel2023, RuleSet::Abspc11] {
                if !naive::undecided(&values, rules) {
                    prop_assert_eq!(letters(&individuals(&values, rules)), naive::letters(&values, rules));
                }
            }
        }
    }

    #[test]
    fn the_unit_does_not_matter(values in whole(), rules in rules(), power in -60..60_i32) {
        let scale = 2.0_f64.powi(power);
        let scaled: Vec<f64> = values.iter().map(|value| value * scale).collect();
        let (one, other) = (individuals(&values, rules), individuals(&scaled, rules));
        prop_assert_eq!(letters(&one), letters(&other));
        prop_assert_eq!(sides(&one), sides(&other));
    }

    #[test]
    fn decimals_do_not_matter(values in whole(), rules in rules()) {
        let scaled: Vec<f64> = values.iter().map(|value| value / 10.0).collect();
        let (one, other) = (individuals(&values, rules), individuals(&scaled, rules));
        prop_assert_eq!(letters(&one), letters(&other));
        prop_assert_eq!(sides(&one), sides(&other));
    }

    #[test]
    fn upside_down_the_same_stands_out_on_the_other_side(values in whole(), rules in rules()) {
        let down: Vec<f64> = values.iter().map(|value| -value).collect();
        let (up, down) = (individuals(&values, rules), individuals(&down, rules));
        prop_assert_eq!(letters(&up), letters(&down));
        prop_assert_eq!(turned(&sides(&up)), sides(&down));
    }

    #[test]
    fn backwards_the_same_stands_out(values in whole(), rules in rules()) {
        let backwards: Vec<f64> = values.iter().rev().copied().collect();
        let marks: String = letters(&individuals(&backwards, rules)).chars().rev().collect();
        prop_assert_eq!(letters(&individuals(&values, rules)), marks);
    }

    #[test]
    fn nothing_is_ever_without_a_number(values in vec(prop_oneof![
        any::<f64>(), Just(0.0), Just(-0.0), Just(1e200), Just(-1e200), Just(5e-324), Just(0.1)
    ], 0..40), kind in 0..6_usize, rules in rules(), start in 0..40_usize) {
        let kind = [Kind::Individuals, Kind::Proportions, Kind::Rates, Kind::Counts,
            Kind::TimesBetween, Kind::OpportunitiesBetween][kind];
        let sizes = vec![1e200; values.len()];
        let starts = if start == 0 { Vec::new() } else { vec![start] };
        let Ok(analysis) = analyse(&values, &sizes, &Plan { kind, rules, starts, baseline: None }) else {
            return Ok(());
        };
        prop_assert_eq!(analysis.marks.len(), values.len());
        for phase in &analysis.phases {
            for point in 0..phase.points.len() {
                let lines = phase.course.at(point).unwrap();
                prop_assert!(lines.centre.is_finite());
                if let Some(bounds) = lines.bounds {
                    prop_assert!(bounds.lower.is_finite() && bounds.upper.is_finite());
                    prop_assert!(bounds.lower <= bounds.near_lower && bounds.near_upper <= bounds.upper);
                }
            }
        }
    }

    #[test]
    fn proportions_stay_between_nothing_and_all(counts in vec((1..500_u32).prop_flat_map(|all| (0..=all, Just(all))), 1..40)) {
        let (values, sizes): (Vec<f64>, Vec<f64>) =
            counts.into_iter().map(|(some, all)| (f64::from(some), f64::from(all))).unzip();
        let analysis = of_kind(Kind::Proportions, &values, &sizes, RuleSet::Nhsr02);
        for point in 0..values.len() {
            let bounds = analysis.phases[0].course.at(point).unwrap().bounds.unwrap();
            prop_assert!(bounds.lower >= 0.0 && bounds.upper <= 1.0);
        }
    }
}
