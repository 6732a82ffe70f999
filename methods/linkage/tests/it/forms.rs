//! Values are written so that equal values are equal texts.

use linkage::{Form, LONGEST, Test};
use proptest::prelude::*;

fn written(form: Form, raw: &str) -> String {
    let mut out = String::from("what was there before");
    form.write(raw, &mut out);
    out
}

#[test]
fn dates_are_read_in_many_ways() {
    let same = [
        "1971-06-24",
        " 24/06/1971",
        "24.6.1971",
        "19710624",
        "24061971",
        "24 June 1971",
        "June 24, 1971",
        "24-Jun-71",
        "1971-06-24T00:00:00Z",
        "1971/6/24",
    ];
    for raw in same {
        assert_eq!(written(Form::Date, raw), "19710624", "{raw}");
    }
    for nothing in [
        "",
        "unknown",
        "24/06",
        "1971",
        "01/01/1900",
        "9999-99-99",
        "12345678901234567890",
        "24 Brumaire 1971",
    ] {
        assert_eq!(written(Form::Date, nothing), "", "{nothing}");
    }
    assert_eq!(written(Form::Date, "19561409"), "19561409", "a slip of the pen is kept");
    assert_eq!(written(Form::Date, "01/02/05"), "20050201");
}

#[test]
fn names_lose_case_accents_and_marks() {
    for (raw, clean) in [
        ("  Zoë ", "zoe"),
        ("O'Brien", "obrien"),
        ("SMITH-JONES", "smith jones"),
        ("Łukasz Müller", "lukasz muller"),
        ("Straße", "strasse"),
        ("A & B <C>", "a b c"),
        ("N/A", ""),
        ("Unknown", ""),
    ] {
        assert_eq!(written(Form::Name, raw), clean, "{raw}");
    }
}

#[test]
fn contacts_and_numbers_have_one_form() {
    for raw in [
        "07700 900123",
        "+44 7700 900123",
        "0044 (0)7700 900123",
        "+44 (0) 7700-900123",
        "447700900123",
    ] {
        assert_eq!(written(Form::Phone, raw), "07700900123", "{raw}");
    }
    for (form, raw, clean) in [
        (Form::Phone, "999", ""),
        (Form::Email, " Mailto:A.B@Example.ORG ", "a.b@example.org"),
        (Form::Postcode, "ls1 4ab", "ls14ab"),
        (Form::Identifier, "999 000 0018", "9990000018"),
        (Form::Identifier, "000 000 0000", ""),
        (Form::List, "[\"B b\", \"a\", \"a\"]", "a|b b"),
        (Form::Place, "51.5074, -0.1278", "51.50740,-0.12780"),
        (Form::Place, "91, 0", ""),
    ] {
        assert_eq!(written(form, raw), clean, "{form:?} {raw}");
    }
}

#[test]
fn tests_are_texts_that_come_back() {
    for text in [
        "exact",
        "jaro_winkler 0.92",
        "levenshtein 2",
        "damerau 1",
        "swapped surname",
        "initial",
        "nickname",
        "day_month_swapped",
        "digits 2",
        "same_parts 2 and years 15",
        "same_month",
        "same_year",
        "same_local_part",
        "sector",
        "district",
        "area",
        "shared 1",
        "within_km 5",
        "exact and exact of postcode",
        "else",
    ] {
        assert_eq!(Test::try_from(text.to_owned()).unwrap().to_string(), text);
    }
}

#[test]
fn what_is_no_test_is_refused() {
    for wrong in [
        "",
        "equal",
        "exact 1",
        "jaro_winkler",
        "jaro_winkler 1.5",
        "damerau x",
        "swapped",
        "years 1 2",
        "within_km NaN",
    ] {
        assert!(Test::try_from(wrong.to_owned()).is_err(), "{wrong}");
    }
}

proptest! {
    #[test]
    fn what_is_written_stays_as_it_is(raw in "\\PC{0,40}") {
        for form in [Form::Name, Form::Text, Form::Postcode, Form::Email, Form::List, Form::Identifier, Form::Date] {
            let once = written(form, &raw);
            prop_assert_eq!(&written(form, &once), &once, "{:?}", form);
        }
    }

    #[test]
    fn nothing_is_longer_than_the_longest(raw in "\\PC{0,900}") {
        for form in [Form::Name, Form::Email, Form::List, Form::Phone] {
            prop_assert!(written(form, &raw).len() <= LONGEST);
        }
    }
}
