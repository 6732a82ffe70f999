//! Models are files: they come back as they went, and what is wrong with one is said.

use linkage::{LARGEST_MODEL, Model};
use mangled::mangled;
use proptest::prelude::*;

use crate::people::model;

const PEOPLE: &[u8] = include_bytes!("../../data/people.toml");

#[test]
fn a_model_goes_through_json_and_toml_unchanged() {
    let model = model();
    assert!(Model::read(model.to_json().unwrap().as_bytes()).unwrap() == model);
    assert!(Model::read(model.to_toml().unwrap().as_bytes()).unwrap() == model);
}

#[test]
fn what_is_wrong_with_a_model_is_said() {
    let people = String::from_utf8(PEOPLE.to_vec()).unwrap();
    let with = |from: &str, to: &str| {
        assert!(people.contains(from), "{from}");
        Model::read(people.replacen(from, to, 1).as_bytes()).unwrap_err().to_string()
    };
    let cases = [
        (with("format = 1", "format = 2"), "format is 2"),
        (with("name = \"people\"", "name = \"people\"\nsurprise = 1"), "surprise"),
        (with("attention = 0.0", "attention = 9.0"), "attention"),
        (with("[\"nhs_number\"],", "[\"shoe_size\"],"), "shoe_size"),
        (with("\"date_of_birth:year\"", "\"date_of_birth:century\""), "century"),
        (with("m = 0.7,", "m = 0.1,"), "sum to"),
        (with("m = 0.7, u = 0.01", "m = 0.7, u = nan"), "u of the levels"),
        (with("when = \"damerau 1\"", "when = \"alike 1\""), "alike"),
        (with("when = \"damerau 1\"", "when = \"else\""), "must end"),
        (with("recall = 0.5", "recall = 0.0"), "recall"),
        (with("different = [\"nhs_number\"]", "different = []"), "nothing that differs"),
    ];
    for (said, part) in cases {
        assert!(said.contains(part), "{part}: {said}");
    }
    let large = Model::read(&vec![b'#'; LARGEST_MODEL + 1]).unwrap_err().to_string();
    assert!(large.contains("1 MiB"), "{large}");
    for deep in ["a = [{b = ", "a = [{b = \"]}\", c = ", "a = [{b = ']', c = # ]\n"] {
        let said = Model::read(deep.repeat(20_000).as_bytes()).unwrap_err().to_string();
        assert!(said.contains("nested"), "{said}");
    }
    assert!(Model::read("[".repeat(100_000).as_bytes()).is_err());
    assert!(Model::read(format!("{{\"notes\":{}", "[".repeat(100_000)).as_bytes()).is_err());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn a_harmed_model_is_read_or_refused(bytes in mangled(&[PEOPLE])) {
        if let Ok(model) = Model::read(&bytes) {
            prop_assert!(model.to_json().is_ok());
        }
    }
}
