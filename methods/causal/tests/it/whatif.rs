//! Fuzzy cognitive maps: what is known of three of them, and what must hold for all.

use std::collections::BTreeMap;

use causal::{
    Cognitive, Factor, Link, Map,
    whatif::{Activation, CannotRun, Ended, Rule, Run, Wanted, prediction_score},
};
use proptest::prelude::*;
use serde_json::Value;

use crate::drawn::{any_map, map, map_and_shuffled};

fn known() -> Vec<Value> {
    let text = std::fs::read_to_string(
        std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("data/fcm_known_answers.json"),
    );
    serde_json::from_str(&text.unwrap()).unwrap()
}

fn numbers(values: &Value) -> Vec<f64> {
    values.as_array().unwrap().iter().map(|value| value.as_f64().unwrap()).collect()
}

fn read(case: &Value) -> Map {
    let labels = case["concepts"].as_array().unwrap();
    let label = |label: &Value| label.as_str().unwrap().to_owned();
    let place = |name: &Value| labels.iter().position(|label| label == name).unwrap();
    let link = |edge: &Value| Link {
        from: place(&edge["from"]),
        to: place(&edge["to"]),
        weight: edge["weight"].as_f64(),
        ..Link::default()
    };
    let factor = |name: &Value| Factor { label: label(name), ..Factor::default() };
    Map {
        factors: labels.iter().map(factor).collect(),
        links: case["edges"].as_array().unwrap().iter().map(link).collect(),
        ..Map::default()
    }
}

#[test]
fn all_three_rules_come_to_the_published_values() {
    let case = &known()[0];
    let map = Cognitive::of(&read(case)).unwrap();
    let rules =
        [("kosko", Rule::Kosko), ("modified_kosko", Rule::Modified), ("rescaled", Rule::Rescaled)];
    for (name, rule) in rules {
        let run = Run { rule, still: 0.001, most_steps: 50, ..Run::default() };
        let outcome = map.run(&numbers(&case["initial"]), &run).unwrap();
        let expected = &case["expected"][name];
        assert_eq!(outcome.ended, Ended::AtRest, "{name}");
        assert_eq!(outcome.steps() as u64, expected["iterations"].as_u64().unwrap(), "{name}");
        for (ours, theirs) in outcome.last().iter().zip(numbers(&expected["values"])) {
            assert!((ours - theirs).abs() <= 1e-6, "{name}: {ours} {theirs}");
        }
    }
}

#[test]
fn the_process_of_stylios_and_groumpos() {
    let case = &known()[1];
    let run = Run { rule: Rule::Modified, still: 0.0, most_steps: 10, ..Run::default() };
    let outcome =
        Cognitive::of(&read(case)).unwrap().run(&numbers(&case["initial"]), &run).unwrap();
    assert_eq!((outcome.steps(), outcome.ended), (10, Ended::Moving));
    for (ours, theirs) in outcome.last().iter().zip(numbers(&case["expected_3dp"])) {
        assert!((ours - theirs).abs() <= 0.0007, "{ours} {theirs}");
    }
}

#[test]
fn a_held_factor_holds_as_in_mental_modeler() {
    let case = &known()[2];
    let run = Run {
        activation: Activation::Tanh { slope: 1.0 },
        held: BTreeMap::from([(0, 1.0)]),
        ..Run::default()
    };
    let outcome =
        Cognitive::of(&read(case)).unwrap().run(&numbers(&case["initial"]), &run).unwrap();
    for (place, name) in ["A", "B", "C", "D"].iter().enumerate() {
        let theirs = case["expected_1dp"][name].as_f64().unwrap();
        assert!((outcome.last()[place] - theirs).abs() <= 0.05 + 1e-9, "{name}");
    }
    assert!(outcome.states.iter().all(|state| (state[0] - 1.0).abs() < 1e-15));
}

#[test]
fn what_goes_round_for_ever_is_said_to_be_moving() {
    let map = Cognitive::of(&map(&["a + b", "b - a"])).unwrap();
    let run = Run { activation: Activation::Trivalent, most_steps: 41, ..Run::default() };
    let outcome = map.run(&[1.0, 0.0], &run).unwrap();
    assert_eq!((outcome.ended, outcome.steps()), (Ended::Moving, 41));
    let bivalent = Run { activation: Activation::Bivalent, ..run };
    assert_eq!(map.run(&[1.0, 0.0], &bivalent).unwrap().last(), [0.0, 0.0]);
}

#[test]
fn signs_stand_in_for_weights_and_opposite_ones_cancel() {
    let run = Run { activation: Activation::Tanh { slope: 1.0 }, most_steps: 1, ..Run::default() };
    let one = |links: &[&str]| {
        Cognitive::of(&map(links)).unwrap().run(&[1.0, 0.0], &run).unwrap().last()[1]
    };
    assert!((one(&["a + b"]) - 1_f64.tanh()).abs() < 1e-15);
    assert!((one(&["a - b"]) + 1_f64.tanh()).abs() < 1e-15);
    for nothing in [&["a ? b"][..], &["a + b", "a - b"], &["a -- b"]] {
        assert!(one(nothing).abs() < 1e-15, "{nothing:?}");
    }
    assert!((one(&["a + b", "a + b"]) - 1_f64.tanh()).abs() < 1e-15);
}

#[test]
fn what_is_no_number_is_refused() {
    let mut drawn = map(&["a + b"]);
    let cognitive = Cognitive::of(&drawn).unwrap();
    let run = Run::default();
    let refused = |beginning: &[f64], run: &Run| cognitive.run(beginning, run).unwrap_err();
    assert_eq!(refused(&[1.0], &run), CannotRun::Length { factors: 2, values: 1 });
    assert_eq!(refused(&[1.0, f64::NAN], &run), CannotRun::Value);
    let steep = Run { activation: Activation::Sigmoid { slope: f64::INFINITY }, ..run.clone() };
    assert_eq!(refused(&[1.0, 1.0], &steep), CannotRun::Value);
    let nowhere = Run { held: BTreeMap::from([(2, 1.0)]), ..run.clone() };
    assert_eq!(refused(&[1.0, 1.0], &nowhere), CannotRun::Value);
    let long = Run { most_steps: usize::MAX, ..run };
    assert_eq!(refused(&[1.0, 1.0], &long), CannotRun::TooLong);
    drawn.links[0].weight = Some(f64::INFINITY);
    let why = Cognitive::of(&drawn).unwrap_err();
    assert_eq!(why.to_string(), "the weight of link 1 is not a number of a sensible size.");
}

#[test]
fn the_share_of_wishes_that_a_scenario_meets() {
    use Wanted::{Less, More};
    let (before, after) = ([0.5, 0.5, 0.5, 0.5], [0.6, 0.6, 0.5, 0.9]);
    let wanted = [Some(More), Some(Less), Some(More), Some(More)];
    let score = |held: [bool; 4]| prediction_score(&before, &after, &wanted, &held);
    assert_eq!(score([false; 4]), Some(0.5));
    assert_eq!(score([false, false, false, true]), Some(1.0 / 3.0));
    assert_eq!(score([true; 4]), None);
    assert_eq!(prediction_score(&before, &after, &[None; 4], &[false; 4]), None);
}

proptest! {
    #[test]
    fn values_keep_within_bounds_and_held_ones_hold(map in any_map(), beginning in proptest::collection::vec(-1.0..1.0, 7)) {
        let beginning = &beginning[..map.factors.len()];
        for rule in [Rule::Kosko, Rule::Modified, Rule::Rescaled] {
            for (activation, least) in [
                (Activation::Sigmoid { slope: 2.0 }, 0.0),
                (Activation::Tanh { slope: 0.5 }, -1.0),
                (Activation::Bivalent, 0.0),
                (Activation::Trivalent, -1.0),
            ] {
                let run = Run { rule, activation, held: BTreeMap::from([(0, 0.25)]), ..Run::default() };
                let outcome = Cognitive::of(&map).unwrap().run(beginning, &run).unwrap();
                for state in &outcome.states[1..] {
                    prop_assert!(state.iter().all(|value| (least..=1.0).contains(value)));
                    prop_assert!((state[0] - 0.25).abs() < 1e-15);
                }
            }
        }
    }

    #[test]
    fn the_order_of_the_rows_changes_no_bit((one, other) in map_and_shuffled()) {
        let run = |map: &Map| {
            let beginning = vec![0.3; map.factors.len()];
            let outcome = Cognitive::of(map).unwrap().run(&beginning, &Run::default()).unwrap();
            let named = map.factors.iter().map(|factor| factor.label.clone());
            named.zip(outcome.last().iter().map(|value| value.to_bits())).collect::<BTreeMap<_, _>>()
        };
        prop_assert_eq!(run(&one), run(&other));
    }
}
