//! What did not move is not marked, whatever its decimals, and a note says why the limits look as they do.

use xmr::{Kind, Note, RuleSet};

use crate::{individuals, letters, of_kind, sides};

const WITH_LIMITS: [RuleSet; 3] = [RuleSet::Nhsr02, RuleSet::MdcExcel2023, RuleSet::Abspc11];

#[test]
fn twenty_times_the_same_decimal_is_flat() {
    for rules in WITH_LIMITS {
        for value in [0.1, 1.1, 5.0, -0.7, 0.0, 1e-12, 123_456.789] {
            let analysis = individuals(&[value; 20], rules);
            let lines = analysis.phases[0].course.level().unwrap();
            let bounds = lines.bounds.unwrap();
            assert_eq!([lines.centre, bounds.upper, bounds.lower, bounds.near_upper], [value; 4]);
            assert_eq!((letters(&analysis), sides(&analysis)), (".".repeat(20), "0".repeat(20)));
            assert_eq!(analysis.notes[0].note, Note::Flat { limits: true });
        }
    }
}

#[test]
fn what_differs_by_rounding_alone_is_flat_too() {
    let values: Vec<f64> = (0..30).map(|i| if i % 2 == 0 { 0.1 + 0.2 } else { 0.3 }).collect();
    let analysis = individuals(&values, RuleSet::Nhsr02);
    assert_eq!(letters(&analysis), ".".repeat(30));
    assert_eq!(analysis.phases[0].moving_range, Some(0.0));
}

#[test]
fn values_on_the_mean_are_on_it_in_decimals_as_well() {
    let analysis =
        individuals(&[0.1, 0.2, 0.3, 0.2, 0.2, 0.2, 0.2, 0.2, 0.2, 0.2], RuleSet::Nhsr02);
    assert_eq!(sides(&analysis), "-0+0000000");
}

#[test]
fn one_movement_is_kept_when_screening_would_leave_none() {
    let analysis = individuals(&[1.0, 1.0, 1.0, 1.0, 2.0], RuleSet::Nhsr02);
    assert_eq!(letters(&analysis), "....o");
    assert_eq!(analysis.phases[0].moving_range, Some(0.25));
    assert!(analysis.notes.iter().any(|noted| noted.note == Note::ScreeningLeftNothing));
}

#[test]
fn one_point_has_no_limits_and_none_has_nothing() {
    let one = individuals(&[3.0], RuleSet::Nhsr02);
    let lines = one.phases[0].course.level().unwrap();
    assert_eq!((lines.centre, lines.bounds, one.phases[0].moving_range), (3.0, None, None));
    assert_eq!((letters(&one), one.notes[0].note.clone()), (String::from("."), Note::OnePoint));
    let none = individuals(&[], RuleSet::Nhsr02);
    assert!(none.phases.is_empty() && none.marks.is_empty() && none.latest().is_none());
    assert_eq!(none.notes[0].note, Note::Empty);
}

#[test]
fn two_equal_points_are_flat_on_every_chart() {
    for kind in [Kind::TimesBetween, Kind::Counts, Kind::OpportunitiesBetween] {
        for value in [0.0, 0.1, 7.0] {
            let analysis = of_kind(kind, &[value; 25], &[], RuleSet::Abspc11);
            assert_eq!(letters(&analysis), ".".repeat(25), "{kind:?} {value}");
        }
    }
    let sizes: Vec<f64> = (1..=25).map(|i| f64::from(i) * 10.0).collect();
    let tenth: Vec<f64> = sizes.iter().map(|size| size / 10.0).collect();
    for kind in [Kind::Proportions, Kind::Rates] {
        let analysis = of_kind(kind, &tenth, &sizes, RuleSet::Nhsr02);
        assert_eq!(sides(&analysis), "0".repeat(25), "{kind:?}");
    }
}

#[test]
fn a_run_chart_of_one_value_says_nothing_about_runs() {
    let analysis = individuals(&[0.1; 20], RuleSet::Anhoej);
    let runs = analysis.phases[0].runs.unwrap();
    assert_eq!((runs.useful, runs.longest, runs.crossings), (0, 0, 0));
    assert!(!runs.too_long() && !runs.too_few_crossings());
}
