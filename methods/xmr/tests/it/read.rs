//! Files as people have them, and files that went wrong.

use proptest::prelude::*;
use xmr::{Columns, Question, Rebase, RuleSet, Series, Unreadable, read};

fn columns(by: &[&str]) -> Columns {
    Columns {
        date: String::from("date"),
        value: String::from("value"),
        size: None,
        by: by.iter().map(|name| String::from(*name)).collect(),
    }
}

fn series(text: &str) -> Vec<Series> {
    read(text.as_bytes(), &columns(&["by"])).unwrap()
}

fn refused(text: &str) -> String {
    read(text.as_bytes(), &columns(&[])).unwrap_err().to_string()
}

#[test]
fn rows_may_stand_in_any_order() {
    let sorted = series("date,by,value\n2020-01,a,1\n2020-02,a,2\n2020-01,b & <c>,3\n");
    let mixed = series("date,by,value\n2020-01,b & <c>,3\n2020-02,a,2\n2020-01,a,1\n");
    let plain = |series: &[Series]| {
        series.iter().map(|one| (one.by.clone(), one.values.clone())).collect::<Vec<_>>()
    };
    assert_eq!(plain(&sorted), plain(&mixed));
    assert_eq!(sorted[1].by, [(String::from("by"), String::from("b & <c>"))]);
    assert_eq!(
        (sorted[0].values.as_slice(), mixed[0].lines.as_slice()),
        (&[1.0, 2.0][..], &[4, 3][..])
    );
}

#[test]
fn files_come_as_spreadsheets_write_them() {
    for text in [
        "\u{feff}date,by,value\r\n2020-01-01,a,1.5\r\n",
        "date;by;value\n2020-01-01;a;1.5\n",
        "date;by;value;\"of, all\"\n2020-01-01;a;1.5;2\n",
        "date,by,value,\"of; or; over; or; all\"\n2020-01-01,a,1.5,2\n",
        "date\tby\tvalue\n2020-01-01\ta\t1.5\n",
        " date , by , value \n 01/01/2020 , a , 1.5 \n",
        "\"date\",\"by\",\"value\"\n\"2020-01-01\",\"a\",\"1.5\"",
        "value,date,other,by\n15e-1,2020-01-01,\"x\ny\",a\n",
    ] {
        let series = series(text);
        assert_eq!(series[0].values, [1.5], "{text:?}");
        assert_eq!(series[0].dates[0].as_str(), "2020-01-01", "{text:?}");
    }
    assert_eq!(series("date,by,value\n"), []);
}

#[test]
fn the_day_comes_first_where_the_column_shows_it() {
    let series = series("date,by,value\n01/02/2020,a,1\n31/01/2020,a,2\n");
    let dates: Vec<&str> = series[0].dates.iter().map(xmr::Date::as_str).collect();
    assert_eq!(dates, ["2020-01-31", "2020-02-01"]);
    assert!(
        refused("date,value\n01/02/2020,1\n01/03/2020,2\n").starts_with("line 2: \"01/02/2020\"")
    );
}

#[test]
fn what_is_missing_is_left_out_and_said() {
    let text = "date,by,value\n2020-01,a,1\n2020-02,a,\n2020-03,a,NA\n2020-04,a,4\n2020-09,a,4\n";
    let measured = series(text).remove(0).measured(&Question::default()).unwrap();
    assert_eq!(measured.series.values, [1.0, 4.0, 4.0]);
    let notes = measured.notes.join("\n");
    assert!(notes.contains("2 dates without a value (2020-02, 2020-03): left out"), "{notes}");
    assert!(notes.contains("1 gap between dates (2020-04 to 2020-09)"), "{notes}");
}

#[test]
fn weekends_are_no_gaps() {
    let days = (0..8).flat_map(|week| (1..=5).map(move |day: u32| week * 7 + day));
    let rows = days.map(|day| format!("2020-{:02}-{:02},a,{day}", 1 + day / 28, 1 + day % 28));
    let text = format!("date,by,value\n{}", rows.collect::<Vec<_>>().join("\n"));
    let measured = series(&text).remove(0).measured(&Question::default()).unwrap();
    assert!(!measured.notes.iter().any(|note| note.contains("gap")), "{:?}", measured.notes);
}

#[test]
fn a_size_that_is_missing_takes_its_value_with_it() {
    let columns = Columns { size: Some(String::from("of")), ..columns(&[]) };
    let text = "date,value,of\n2020-01,1,10\n2020-02,2,\n2020-03,0,0\n2020-04,3,12\n";
    let series = read(text.as_bytes(), &columns).unwrap().remove(0);
    assert_eq!((series.values, series.sizes), (vec![1.0, 3.0], vec![10.0, 12.0]));
    assert_eq!(series.missing.len(), 2);
}

#[test]
fn rows_are_never_swallowed_by_a_quotation_mark_that_nothing_closes() {
    for (text, said) in [
        (
            "value,date,ward\n1,2020-01-01,A\n2,2020-01-02,\"A\n3,2020-01-03,A\n",
            "line 3: a quotation mark opens in this row, and none closes it",
        ),
        ("date,value\n2020-01-01,\"1", "line 2: a quotation mark opens in this row"),
        ("date,\"value\n2020-01-01,1\n", "there is no column \"value\""),
    ] {
        let why = refused(text);
        assert!(why.starts_with(said), "{text:?}: {why}");
    }
}

#[test]
fn errors_say_where_and_what_to_do() {
    for (text, said) in [
        ("", "this file is empty"),
        ("\n\n", "this file is empty"),
        ("when,value\n", "there is no column \"date\". There are: when, value"),
        ("date,value,date\n", "several columns are called \"date\""),
        ("date,value\n2020-01-01\n", "line 2: this row has 1 fields, and there are 2 columns"),
        (
            "date,value\n\n2020-01-01,1\n2020-01-02,x\n",
            "line 4, column \"value\": \"x\" is no number",
        ),
        ("date,value\n2020-01-01,inf\n", "line 2, column \"value\": \"inf\" is no number"),
        ("date,value\n2020-01-01,-Infinity\n", "line 2, column"),
        ("date,value\n2020-01-01,NaN\n", "line 2, column \"value\": \"NaN\" is no number"),
        ("date,value\n2020-01-01,1e999\n", "line 2, column"),
        ("date,value\n2020-01-01,\"1,234\"\n", "line 2, column"),
        ("date,value\n2020-01-01,12%\n", "line 2, column"),
        ("date,value\nsoon & <later>,1\n", "line 2: \"soon & <later>\" as a date"),
        ("date,value\n,1\n", "line 2: \"\" as a date"),
        (
            "date,value\n2020-01-02,1\n2020-01-01,2\n2020-01-02,\n",
            "lines 2 and 4 are both of 2020-01-02",
        ),
        ("date,value\n2020-01,1\n2020-01-01,2\n", "lines 2 and 3 are both of 2020-01-01"),
        (
            "date,value\n2020-01-01T10:00Z,1\n2020-01-01T11:00,2\n",
            "line 2 has a time zone and line 3 has none",
        ),
    ] {
        let why = refused(text);
        assert!(why.starts_with(said), "{text:?}: {why}");
    }
    let latin = read(b"date,value\n2020-01-01,\xe9\n", &columns(&[])).unwrap_err();
    assert_eq!(latin.to_string(), "line 2: this row is not UTF-8: save the file as UTF-8");
    let long = refused(&format!("date,value\n2020-01-01,{}\n", "9x".repeat(5_000)));
    assert!(long.len() < 200, "{long}");
    assert!(matches!(read(b"a\n", &columns(&[])), Err(Unreadable::NoColumn { .. })));
}

#[test]
fn decisions_are_kept_with_their_reasons() {
    let rows = (1..=30).map(|day| format!("2020-01-{day:02},a,{}", day % 3));
    let text = format!("date,by,value\n{}", rows.collect::<Vec<_>>().join("\n"));
    let rebase = |at: &str, reason: &str| Rebase { at: at.parse().unwrap(), reason: reason.into() };
    let question = Question {
        rebases: vec![
            rebase("2020-01-16", "B"),
            rebase("2020-01-10T00:00", "  "),
            rebase("2020-01-16", "A"),
            rebase("2019-01-01", "early"),
            rebase("2021", "late"),
        ],
        ..Question::default()
    };
    let measured = series(&text).remove(0).measured(&question).unwrap();
    assert_eq!(measured.reasons, ["", "", "A; B"]);
    assert_eq!(measured.analysis.plan.starts, [9, 15]);
    assert_eq!(measured.begins(2).unwrap().as_str(), "2020-01-16");
    let notes = measured.notes.join("\n");
    for said in [
        "Nobody has written why a new phase begins at 2020-01-10.",
        "No new phase begins at 2019-01-01: no point lies before it.",
        "No new phase begins at 2021: no point lies at or after it.",
        "From 2020-01-01: Trial limits: 9 points, fewer than 13.",
    ] {
        assert!(notes.contains(said), "{said}: {notes}");
    }
}

const SAMPLE: &str = "date,by,value,of\n2020-01-01,a,1.5,10\n2020-01-02,a,,3\n25/03/2020,\"b, c\",7,8\n2020-05,b,2e3,1\n2020-01-02T10:00,c,0.1,2\n";

proptest! {
    #[test]
    fn files_that_went_wrong_are_read_or_refused(
        file in mangled::mangled(&[SAMPLE.as_bytes(), b"date;value;of;by\n2020;1;2;A & B <C>\n"]),
    ) {
        let columns = Columns { size: Some(String::from("of")), ..columns(&["by"]) };
        match read(&file, &columns) {
            Ok(all) => for series in all {
                prop_assert!(series.dates.is_sorted());
                prop_assert_eq!(series.dates.len(), series.values.len());
                if let Ok(measured) = series.measured(&Question { rules: RuleSet::Anhoej, ..Question::default() }) {
                    prop_assert!(xmr::draw(&measured, "A & B <C>").ends_with("</svg>\n"));
                }
            },
            Err(why) => prop_assert!(!why.to_string().is_empty()),
        }
    }
}
