//! What abspc 1.1.0 answers about the same series.

use serde_json::Value;
use xmr::{Analysis, Kind, RuleSet};

use crate::{individuals, letters, of_kind};

fn numbers(value: &Value) -> Vec<f64> {
    value.as_array().map(|all| all.iter().filter_map(Value::as_f64).collect()).unwrap_or_default()
}

fn close(ours: f64, theirs: f64) -> bool {
    (ours - theirs).abs() <= 1e-9 * theirs.abs().max(1.0)
}

fn ask(case: &Value) -> Option<Analysis> {
    let (values, sizes) = (numbers(&case["values"]), numbers(&case["sizes"]));
    let kind = match case["chart"].as_str()? {
        "xmr" => Kind::Individuals,
        "p" => Kind::Proportions,
        "u" => Kind::Rates,
        "c" => Kind::Counts,
        "t" => Kind::TimesBetween,
        "g" => Kind::OpportunitiesBetween,
        _ => return None,
    };
    Some(of_kind(kind, &values, &sizes, RuleSet::Abspc11))
}

#[test]
fn lines_and_marks_are_those_of_abspc() {
    let answers: Value =
        serde_json::from_str(include_str!("../../data/abspc_answers.json")).unwrap();
    let answers = answers.as_array().unwrap();
    assert_eq!(answers.len(), 225);
    let mut marked = 0;
    for case in answers {
        let Some(analysis) = ask(case) else { panic!("{case}") };
        let course = &analysis.phases[0].course;
        assert!(close(course.centre().unwrap(), case["mean"].as_f64().unwrap()), "{case}");
        for place in 0..analysis.marks.len() {
            let bounds = course.at(place).unwrap().bounds.unwrap();
            for (name, ours) in [
                ("upper", bounds.upper),
                ("lower", bounds.lower),
                ("near_upper", bounds.near_upper),
                ("near_lower", bounds.near_lower),
            ] {
                let theirs =
                    case[name].as_f64().unwrap_or_else(|| case[name][place].as_f64().unwrap());
                // A proportion is never more than 1; abspc draws such limits all the same.
                let theirs = if case["chart"] == "p" { theirs.min(1.0) } else { theirs };
                assert!(close(ours, theirs), "{case}: {name} at {place} is {ours}");
            }
        }
        let marks = letters(&analysis);
        assert_eq!(marks, case["marks"].as_str().unwrap(), "{case}");
        marked += marks.matches(|mark| mark != '.').count();
    }
    assert!(marked > 1_500, "{marked}");
}

/// abspc marks each of twenty 0.1 and 1.1 as outside, because its mean misses them by one step of a double.
#[test]
fn where_abspc_marks_what_did_not_move_this_does_not() {
    for value in [0.1, 1.1, 0.3, 5.0] {
        let analysis = individuals(&[value; 20], RuleSet::Abspc11);
        assert_eq!(letters(&analysis), ".".repeat(20), "{value}");
        assert_eq!(analysis.phases[0].course.centre(), Some(value));
    }
}
