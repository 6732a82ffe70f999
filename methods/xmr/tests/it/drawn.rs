//! Charts: what they say to those who see them and to those who do not.

use xmr::{Columns, Kind, Measured, Question, Rebase, RuleSet, draw, read};

fn measured(values: &[f64], question: &Question) -> Measured {
    let rows = values.iter().enumerate();
    let rows: Vec<String> = rows
        .map(|(i, value)| format!("{}-{:02}-01,{value},100", 2015 + i / 12, 1 + i % 12))
        .collect();
    let rows = rows.join("\n");
    let columns = Columns {
        date: String::from("date"),
        value: String::from("value"),
        size: Some(String::from("of")),
        by: Vec::new(),
    };
    let mut series =
        read(format!("date,value,of\n{rows}").as_bytes(), &columns).expect("this is CSV");
    series.pop().unwrap_or_default().measured(question).expect("these values can be analysed")
}

fn moving() -> Vec<f64> {
    let mut values: Vec<f64> = [20.0, 23.0, 21.0].repeat(7);
    values.extend([22.0, 23.0, 24.0, 25.0, 26.0, 27.0, 28.0, 60.0]);
    values
}

#[test]
fn a_chart_says_in_words_what_it_shows() {
    let chart = draw(&measured(&moving(), &Question::default()), "Visits & <waits>");
    for said in [
        r#"role="img" aria-labelledby="xmr-Visits----waits--title" aria-describedby="xmr-Visits----waits--about""#,
        "Visits &amp; &lt;waits&gt;</title>",
        "XmR chart, 29 points, 1 January 2015 to 1 May 2017.",
        "Rule set nhsr-0.2: Outside the limits; trend of 7; two in three near a limit; shift of 7.",
        "2017-05-01 60.0 (outside the limits, above)",
        "<title>1 May 2017: 60.0, outside the limits, above the middle</title>",
        "Atkinson Hyperlegible",
        "prefers-color-scheme:dark",
    ] {
        assert!(chart.contains(said), "{said}: {chart}");
    }
    assert!(!chart.contains("<waits>") && !chart.contains("NaN") && !chart.contains("inf"));
}

/// Bold letters are broad: in a common typeface they take 0.62 of their height on average.
#[test]
fn a_long_title_stays_within_the_chart() {
    let title = "Visits to people at home ".repeat(5);
    let chart = draw(&measured(&moving(), &Question::default()), &title);
    let drawn: Vec<&str> = chart.lines().filter(|line| line.contains("xmr-title\"")).collect();
    assert_eq!(drawn.len(), 2);
    for (line, size) in drawn.iter().zip([27.0, 42.0]) {
        let text = line.split(['<', '>']).nth(2).expect("it has a text");
        assert!(text.ends_with('…') && text.chars().count() as f64 * 0.62 * size < 960.0, "{text}");
    }
    assert!(chart.contains(&format!("{title}</title>")), "whole to those who do not see it");
}

/// No word of a target, of better or worse, stands on a chart, in a note or in an answer.
#[test]
fn a_chart_judges_nothing() {
    for rules in RuleSet::ALL {
        let question = Question { rules, ..Question::default() };
        let chart = draw(&measured(&moving(), &question), "x").to_lowercase();
        for word in ["target", "assurance", "improve", "concern", "better", "worse", "pass", "fail"]
        {
            assert!(!chart.contains(word), "{word}");
        }
    }
}

#[test]
fn phases_are_marked_with_their_reason() {
    let reason = String::from("We <asked> people & listened");
    let rebases = vec![Rebase { at: "2016-06-01".parse().unwrap(), reason }];
    let question = Question { rebases, ..Question::default() };
    let chart = draw(&measured(&moving(), &question), "x");
    assert!(chart.contains("New phase from 1 June 2016: We &lt;asked&gt; people &amp; listened."));
    assert_eq!(chart.matches(r#"class="xmr-phase""#).count(), 2);
    assert!(chart.contains(">We &lt;asked&gt; people &amp; listened</text>"), "{chart}");
}

/// Each layout has a shape for each rule that it marks, and the shapes differ.
#[test]
fn rules_are_told_apart_by_shape() {
    let chart = draw(&measured(&moving(), &Question::default()), "x");
    for (word, short) in [("outside the limits", "outside"), ("trend", "trend")] {
        assert!(chart.contains(&format!(">{word}</text>")), "{word}");
        assert!(chart.contains(&format!(">{short}</text>")), "{short}");
    }
    assert!(!chart.contains(">two in three near a limit</text>"), "only what is there has a key");
}

#[test]
fn every_kind_can_be_drawn_flat_empty_and_long() {
    let long: Vec<f64> = (0..1_500).map(|i| f64::from(i * 7_919 % 97)).collect();
    for kind in [
        Kind::Individuals,
        Kind::Proportions,
        Kind::Rates,
        Kind::Counts,
        Kind::TimesBetween,
        Kind::OpportunitiesBetween,
    ] {
        for rules in RuleSet::ALL {
            let question = Question { kind, rules, ..Question::default() };
            for values in [&[][..], &[7.0], &[0.1; 20], &[0.0; 3], &long] {
                let chart = draw(&measured(values, &question), "x");
                let bad = ["NaN", "inf", "-0.0\""].into_iter().find(|bad| chart.contains(bad));
                assert_eq!(bad, None, "{kind:?} {rules} {}", values.len());
                assert_eq!(chart.matches("<g ").count(), chart.matches("</g>").count());
                assert!(chart.len() < 1_000_000, "{}", chart.len());
            }
        }
    }
}

#[test]
fn a_row_without_a_value_is_drawn_as_nothing() {
    let columns =
        Columns { date: String::from("date"), value: String::from("value"), ..Columns::default() };
    let series = read(b"date,value\n2020-01-01,\n", &columns).unwrap().remove(0);
    let chart = draw(&series.measured(&Question::default()).unwrap(), "x");
    assert!(chart.contains("There is no value in this series."));
}
