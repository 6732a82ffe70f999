//! New phases, fixed baselines, and both together.

use xmr::{Baseline, Kind, Note, Plan, RuleSet, Unusable, analyse};

use crate::{individuals, letters, sides};

/// Six on one side before a decision and six after it are two phases, and no shift.
#[test]
fn no_rule_crosses_into_another_phase() {
    let mut values: Vec<f64> = [1.0, -1.0].repeat(7);
    values.extend([0.1; 6]);
    values.extend([0.2, 0.3, 0.4, 0.5, 0.6, 0.7]);
    values.extend([-3.0, 3.0].repeat(7));
    let joined = letters(&individuals(&values, RuleSet::MdcExcel2023));
    assert!(joined.contains('t'), "{joined}");
    let plan = Plan { starts: vec![20], rules: RuleSet::MdcExcel2023, ..Plan::default() };
    let parted = analyse(&values, &[], &plan).unwrap();
    assert!(!letters(&parted).contains('t'), "{}", letters(&parted));
    assert_eq!(parted.phases.len(), 2);
    assert_eq!((parted.phases[0].points.clone(), parted.phases[1].points.clone()), (0..20, 20..40));
}

#[test]
fn a_phase_is_read_as_if_nothing_else_were_there() {
    let first = [3.0, 5.0, 4.0, 6.0, 2.0, 9.0, 4.0, 4.0, 5.0, 3.0, 1.0, 12.0, 3.0];
    let second = [40.0, 44.0, 41.0, 47.0, 39.0, 40.0, 41.0, 60.0];
    for rules in RuleSet::ALL {
        let both = [&first[..], &second].concat();
        let plan = Plan { starts: vec![first.len()], rules, ..Plan::default() };
        let both = analyse(&both, &[], &plan).unwrap();
        let (alone, later) = (individuals(&first, rules), individuals(&second, rules));
        assert_eq!(both.phases[0].course, alone.phases[0].course);
        assert_eq!(both.phases[1].course, later.phases[0].course);
        assert_eq!(letters(&both), letters(&alone) + &letters(&later));
        assert_eq!(sides(&both), sides(&alone) + &sides(&later));
    }
}

#[test]
fn a_fixed_baseline_sets_the_limits_for_what_follows() {
    let mut values: Vec<f64> = [10.0, 12.0].repeat(6);
    values.extend([30.0, 30.0]);
    let plan = Plan { baseline: Baseline::of(12).ok(), ..Plan::default() };
    let analysis = analyse(&values, &[], &plan).unwrap();
    let lines = analysis.phases[0].course.level().unwrap();
    assert_eq!((lines.centre, analysis.phases[0].moving_range), (11.0, Some(2.0)));
    assert_eq!(lines.bounds.unwrap().upper, 11.0 + 2.66 * 2.0);
    assert_eq!(letters(&analysis), "............oo");
    assert_eq!(analysis.phases[0].baseline, 12);
    let notes: Vec<&Note> = analysis.notes.iter().map(|noted| &noted.note).collect();
    assert_eq!(notes, [&Note::FixedBaseline { points: 12 }]);
}

#[test]
fn each_phase_has_its_own_baseline() {
    let mut values: Vec<f64> = [10.0, 12.0].repeat(7);
    values.extend([50.0, 52.0].repeat(6));
    values.extend([90.0, 51.0]);
    let baseline = Baseline::of(12).ok();
    let plan = Plan { baseline, starts: vec![14], ..Plan::default() };
    let analysis = analyse(&values, &[], &plan).unwrap();
    let centres: Vec<_> = analysis.phases.iter().map(|phase| phase.course.centre()).collect();
    assert_eq!(centres, [Some(11.0), Some(51.0)]);
    assert_eq!(&letters(&analysis)[26..], "o.");
    let short = Plan { starts: vec![20], ..plan };
    let notes = analyse(&values, &[], &short).unwrap().notes;
    let reached = Note::BaselineNotReached { asked: 12, points: 8 };
    assert!(notes.iter().any(|noted| noted.phase == Some(1) && noted.note == reached));
}

#[test]
fn fewer_than_thirteen_points_have_trial_limits() {
    let values: Vec<f64> = [1.0, 2.0].repeat(7);
    for (points, trial) in [(2, true), (12, true), (13, false), (14, false)] {
        let notes = individuals(&values[..points], RuleSet::Nhsr02).notes;
        assert_eq!(
            notes.iter().any(|noted| noted.note == Note::Trial { points }),
            trial,
            "{points}"
        );
    }
}

#[test]
fn only_the_workbook_waits_thirteen_points_for_a_word_on_the_latest() {
    let values: Vec<f64> = [1.0, 2.0].repeat(7);
    assert!(individuals(&values[..12], RuleSet::MdcExcel2023).latest().is_none());
    assert!(individuals(&values[..13], RuleSet::MdcExcel2023).latest().is_some());
    assert!(individuals(&values[..2], RuleSet::Nhsr02).latest().is_some());
}

fn refused(kind: Kind, values: &[f64], sizes: &[f64], starts: &[usize]) -> Option<Unusable> {
    analyse(values, sizes, &Plan { kind, starts: starts.to_vec(), ..Plan::default() }).err()
}

#[test]
fn what_cannot_be_is_refused_with_its_place() {
    use Unusable::{MoreThanAll, Negative, NoSize, NotANumber};
    let (xmr, rates) = (Kind::Individuals, Kind::Rates);
    for (kind, values, sizes, why) in [
        (xmr, &[1.0, f64::NAN][..], &[][..], NotANumber(1)),
        (xmr, &[f64::INFINITY], &[], NotANumber(0)),
        (xmr, &[-1e201], &[], NotANumber(0)),
        (Kind::Counts, &[1.0, -2.0], &[], Negative(1)),
        (Kind::Proportions, &[3.0], &[2.0], MoreThanAll(0)),
        (rates, &[3.0, 3.0], &[2.0, 0.0], NoSize(1)),
        (rates, &[3.0, 3.0], &[2.0], NoSize(1)),
        (rates, &[3.0], &[f64::NAN], NoSize(0)),
    ] {
        assert_eq!(refused(kind, values, sizes, &[]), Some(why), "{values:?}");
    }
    assert_eq!(refused(rates, &[3.0], &[2.0], &[]), None);
}

#[test]
fn a_phase_begins_where_there_is_a_point_and_in_order() {
    let values = [1.0, 2.0, 3.0];
    for (starts, place) in [(&[3][..], 3), (&[0], 0), (&[2, 1], 1), (&[1, 1], 1)] {
        let why = refused(Kind::Individuals, &values, &[], starts);
        assert_eq!(why, Some(Unusable::Start(place)), "{starts:?}");
    }
    assert_eq!(refused(Kind::Individuals, &values, &[], &[1, 2]), None);
}

#[test]
fn a_baseline_has_twelve_points_or_more() {
    assert!(Baseline::of(11).is_err() && Baseline::of(12).is_ok());
}

/// Made by hand: eight useful points, of which the last five lie above, and one crossing.
#[test]
fn a_run_chart_counts_only_what_is_not_on_the_median() {
    let values = [1.0, 2.0, 1.0, 5.0, 2.0, 5.0, 8.0, 9.0, 8.0, 9.0];
    let analysis = individuals(&values, RuleSet::Anhoej);
    let runs = analysis.phases[0].runs.unwrap();
    assert_eq!(analysis.phases[0].course.centre(), Some(5.0));
    assert_eq!(sides(&analysis), "---0-0++++");
    assert_eq!((runs.useful, runs.longest, runs.longest_allowed), (8, 4, 6));
    assert_eq!((runs.crossings, runs.fewest_allowed), (1, 1));
    assert!(!runs.too_long() && !runs.too_few_crossings());
}

/// Twelve points below and twelve above, with one on the median between them that ends no run.
#[test]
fn a_long_run_is_marked_across_points_on_the_median() {
    let mut values = vec![1.0, 2.0, 1.0, 2.0, 1.0, 2.0, 5.0, 1.0, 2.0, 1.0, 2.0, 1.0, 2.0];
    values.extend([8.0, 9.0, 8.0, 9.0, 8.0, 9.0, 8.0, 9.0, 8.0, 9.0, 8.0, 9.0]);
    let analysis = individuals(&values, RuleSet::Anhoej);
    let runs = analysis.phases[0].runs.unwrap();
    assert_eq!((runs.useful, runs.longest, runs.longest_allowed), (24, 12, 8));
    assert!(runs.too_long() && runs.too_few_crossings());
    assert_eq!(letters(&analysis), "ssssss.ssssssssssssssssss");
}

/// By hand: ḡ = 10, σ = √110, so the limits are 10 ± 3·10.488 and the middle 6.93.
#[test]
fn a_g_chart_lies_about_its_geometric_median() {
    let values: Vec<f64> = [4.0, 16.0].repeat(8);
    let plan = Plan { kind: Kind::OpportunitiesBetween, ..Plan::default() };
    let analysis = analyse(&values, &[], &plan).unwrap();
    let lines = analysis.phases[0].course.level().unwrap();
    assert!((lines.centre - 6.93).abs() < 1e-12);
    let bounds = lines.bounds.unwrap();
    assert!((bounds.upper - 41.464_265_445).abs() < 1e-8);
    assert_eq!((bounds.lower, bounds.near_lower), (0.0, 0.0));
}
