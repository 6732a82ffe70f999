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

#[test]
fn every_series_is_marked_as_the_plain_words_of_the_rules_say() {
    let (mut points, mut marked, mut flat) = (0, 0, 0);
    for value in ["attendances", "breaches", "admissions"] {
        for series in series(value) {
            for rules in [RuleSet::Nhsr02, RuleSet::MdcExcel2023, RuleSet::Abspc11] {
                let question = Question { rules, ..Question::default() };
                let values = series.values.clone();
                let measured = series.clone().measured(&question).unwrap();
                let found = letters(&measured.analysis);
                points += values.len();
                marked += found.matches(|mark| mark != '.').count();
                let lines = measured.analysis.phases[0].course.level().unwrap();
                if values.iter().all(|value| *value == values[0]) {
                    flat += values.len();
                    assert_eq!(found, ".".repeat(values.len()), "{:?}", measured.series.by);
                    let met = lines.bounds.is_none_or(|bounds| bounds.upper == values[0]);
                    assert!(met && !measured.notes.is_empty());
                    continue;
                }
                let bounds = lines.bounds.unwrap();
                let [mean, lower, upper, _] = naive::limits(&values, rules);
                for (ours, plain) in
                    [(lines.centre, mean), (bounds.lower, lower), (bounds.upper, upper)]
                {
                    assert!((ours - plain).abs() <= 1e-9 * plain.abs().max(1.0));
                }
                assert_eq!(found, naive::letters(&values, rules), "{:?}", measured.series.by);
            }
        }
    }
    assert_eq!(points, 3 * 3 * 12_765);
    assert!(marked > 10_000 && flat > 1_000, "{marked} {flat}");
}
