//! A model learns from records without labels, and is used again without learning.

use linkage::{Fit, Model, Settings, train};

use crate::people::{both, model, predicted, read};

const FEBRL: &str = include_str!("../../data/febrl3.csv");

#[test]
fn a_model_learns_and_is_used_again() {
    let model = model();
    let records = read(&model, &[("febrl3", FEBRL)]);
    let trained = train(&model, &records, &Settings::default()).unwrap();
    assert_eq!(
        trained,
        train(&model, &records, &Settings::default()).unwrap(),
        "each time the same"
    );
    let level = |model: &Model, column: &str| {
        let comparison = model.comparisons.iter().find(|comparison| comparison.column == column);
        comparison.unwrap().levels[0].clone()
    };
    let (before, after) = (level(&model, "state"), level(&trained.model, "state"));
    assert!(
        (0.85..0.95).contains(&after.m),
        "most records of one person name one state: {}",
        after.m
    );
    assert!(after.u > before.u, "and a third of others do, too: {}", after.u);
    let saved = Model::read(trained.model.to_json().unwrap().as_bytes()).unwrap();
    assert!(saved == trained.model, "a file gives back what it was given");
    assert!(predicted(&saved, &records) == predicted(&trained.model, &records));
}

#[test]
fn a_model_that_was_learnt_finds_as_many() {
    let model = model();
    let records = read(&model, &[("febrl3", FEBRL)]);
    let trained = train(&model, &records, &Settings::default()).unwrap().model;
    let right = |model: &Model| {
        let person = |place| records.record(place).id.split('-').nth(1).unwrap().to_owned();
        let edges = predicted(model, &records).edges;
        let together = edges.iter().filter(|edge| edge.weight >= model.together);
        let right = together.clone().filter(|edge| person(edge.a) == person(edge.b)).count();
        (right, together.count() - right)
    };
    let (shipped, learnt) = (right(&model), right(&trained));
    assert!(learnt.0 > 6_400 && shipped.0 > 6_400, "{shipped:?} {learnt:?} of 6538");
    assert!(learnt.1 < 10, "{learnt:?}");
}

#[test]
fn too_few_records_teach_nothing() {
    let model = model();
    let records = both(&model);
    let said = train(&model, &records, &Settings::default()).unwrap_err().to_string();
    assert!(said.contains("too few"), "{said}");
}

#[test]
fn a_prior_that_is_given_is_used() {
    let mut model = model();
    model.prior.probability = Some(0.25);
    let fit = Fit::of(&model, &both(&model));
    assert!((fit.prior_weight() - (1.0_f64 / 3.0).log2()).abs() < 1e-12);
}

#[test]
fn people_who_stand_there_more_often_raise_the_prior() {
    let model = model();
    let row = |id: usize, person: usize| {
        format!("r{id},Given{person},Family{person},19{:02}-01-02\n", person % 90)
    };
    let of = |people: usize| {
        let rows: String = (0..200).map(|id| row(id, id % people)).collect();
        Fit::of(&model, &read(&model, &[("s", &format!("id,given_name,surname,dob\n{rows}"))]))
            .prior()
    };
    assert!(of(50) > 2.0 * of(150), "{} {}", of(50), of(150));
}
