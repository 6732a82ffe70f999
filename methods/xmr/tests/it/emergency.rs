//! Every series of monthly attendances at accident and emergency departments.

use xmr::{Columns, Question, RuleSet, Series, read};

use crate::{letters, naive};

fn series(value: &str) -> Vec<Series> {
    let columns = Columns {
        date: String::from("period"),
        value: value.to_owned(),
        size: None,
        by: vec![String::from("type"), String::from("org_code")],
    };
    read(include_bytes!("../../data/ae_attendances.csv"), &columns).unwrap()
}

/// Holds one series against the plain rules: how many points it has, how many are marked, and how many lie in a flat series.
fn held(series: &Series, rules: RuleSet) -> [usize; 3] {
    let values = &series.values;
    let measured = series.clone().measured(&Question { rules, ..Question::default() }).unwrap();
    let found = letters(&measured.analysis);
    let lines = measured.analysis.phases[0].course.level().unwrap();
    if values.iter().all(|value| *value == values[0]) {
        assert_eq!(found, ".".repeat(values.len()), "{:?}", series.by);
        assert!(lines.bounds.is_none_or(|bounds| bounds.upper == values[0]));
        assert!(!measured.notes.is_empty());
        return [values.len(), 0, values.len()];
    }
    let bounds = lines.bounds.unwrap();
    let [mean, lower, upper, _] = naive::limits(values, rules);
    for (ours, plain) in [(lines.centre, mean), (bounds.lower, lower), (bounds.upper, upper)] {
        assert!((ours - plain).abs() <= 1e-9 * plain.abs().max(1.0), "{:?}", series.by);
    }
    assert_eq!(found, naive::letters(values, rules), "{:?}", series.by);
    [values.len(), found.matches(|mark| mark != '.').count(), 0]
}

#[test]
fn every_series_is_marked_as_the_plain_words_of_the_rules_say() {
    let mut all = [0; 3];
    for value in ["attendances", "breaches", "admissions"] {
        for series in series(value) {
            for rules in [RuleSet::Nhsr02, RuleSet::MdcExcel2023, RuleSet::Abspc11] {
                let found = held(&series, rules);
                all.iter_mut().zip(found).for_each(|(sum, more)| *sum += more);
            }
        }
    }
    let [points, marked, flat] = all;
    assert_eq!(points, 3 * 3 * 12_765);
    assert!(marked > 10_000 && flat > 1_000, "{marked} {flat}");
}
