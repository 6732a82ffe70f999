//! One record at a time, against those that are known.

use linkage::{Fit, Index};

use crate::people::{HOUSING, model, read};

const NEW: &str = "\
id,forename,surname,dob,postcode,phone,nhs_number
a,Bob,Aldersen,1971-06-24,,,
b,Nobody,Herewhite,1950-10-10,ZZ1 1ZZ,,
c,Anna,Whitlock,1988-02-11,YO1 9EF,,9990000026
";

#[test]
fn a_new_record_finds_those_that_it_may_be() {
    let model = model();
    let mut records = read(&model, &[("housing", HOUSING)]);
    records.close();
    let mut new = records.beside();
    new.read("new", NEW.as_bytes(), None).unwrap();
    let fit = Fit::of(&model, &records).for_new(&records);
    let index = Index::new(&model, &records, &fit);
    let found = |place| index.score(&new, place);
    assert_eq!(records.record(found(0)[0].place).id, "h1");
    assert!(found(0)[0].weight > model.together);
    assert_eq!(found(1), []);
    let twins = found(2);
    assert_eq!(records.record(twins[0].place).id, "h3");
    assert!(!twins[0].mismatch);
    assert!(
        twins.iter().skip(1).all(|other| other.mismatch),
        "the twin brother has another number"
    );
    assert_eq!(records.len(), 5, "nothing was added to what is known");
}

#[test]
fn what_is_scored_one_by_one_weighs_what_it_weighs_among_all() {
    let fake = include_str!("../../data/fake_1000.csv");
    let model = model();
    let mut records = read(&model, &[("fake", fake)]);
    records.close();
    let mut new = records.beside();
    new.read("again", fake.as_bytes(), None).unwrap();
    let fit = Fit::of(&model, &records).for_new(&records);
    let index = Index::new(&model, &records, &fit);
    for place in (0..1000).step_by(97) {
        let matches = index.score(&new, place);
        for found in matches.iter().filter(|found| found.place != place) {
            let explained = fit.explain(&model, &records, place, found.place);
            assert!((explained.weight - found.weight).abs() < 1e-9);
        }
        let itself = matches.iter().any(|found| found.place == place);
        let blank = ["given_name", "surname", "email"]
            .iter()
            .filter(|column| records.value(place, column).is_empty());
        assert!(itself || blank.count() > 1, "{place} does not find itself");
    }
}
