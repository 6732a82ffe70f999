use std::collections::{BTreeMap, BTreeSet};

use crate::hash;

fn written(seed: u64) -> (String, String) {
    let (mut csv, mut truth) = (Vec::new(), Vec::new());
    made::people(800, 2_000, seed).write(&mut csv, &mut truth).unwrap();
    (String::from_utf8(csv).unwrap(), String::from_utf8(truth).unwrap())
}

/// The cells of a line, read by the rules of RFC 4180 and not by those of the writer.
fn cells(line: &str) -> Vec<String> {
    let (mut cells, mut quoted) = (vec![String::new()], false);
    for letter in line.chars() {
        match letter {
            '"' => quoted = !quoted,
            ',' if !quoted => cells.push(String::new()),
            other => cells.last_mut().unwrap().push(other),
        }
    }
    assert!(!quoted, "{line}");
    cells
}

#[test]
fn the_same_seed_makes_the_same_bytes() {
    let (csv, truth) = written(7);
    assert_eq!(written(7), (csv.clone(), truth.clone()));
    assert_ne!(written(8).0, csv);
    assert_eq!(hash(csv), "82e3559a77b3713668af713a5883b0b666dd12f21b161aa408087dd90017fb25");
    assert_eq!(hash(truth), "cfbc6a06d1a799236199caf461e1729ecfc58819e91252f7ac5b21ac2ea5c234");
}

#[test]
fn the_table_is_well_formed() {
    let (csv, truth) = written(7);
    let mut lines = csv.lines();
    let columns = cells(lines.next().unwrap());
    assert_eq!(columns.len(), 11);
    let rows: Vec<_> = lines.map(cells).collect();
    assert_eq!(rows.len(), 2_000);
    assert!(rows.iter().all(|row| row.len() == 11));
    assert!(rows.iter().any(|row| row[5].starts_with("Flat ") && row[5].contains(", ")));
    let ids: BTreeSet<_> = rows.iter().map(|row| &row[0]).collect();
    assert_eq!(ids.len(), 2_000);
    assert_eq!(rows.iter().map(|row| &row[1]).collect::<BTreeSet<_>>().len(), 8);
    let of_truth: Vec<_> = truth.lines().skip(1).map(cells).collect();
    assert!(of_truth.iter().map(|row| &row[0]).eq(rows.iter().map(|row| &row[0])));
    assert_eq!(of_truth.iter().map(|row| &row[1]).collect::<BTreeSet<_>>().len(), 800);
}

#[test]
fn facts_look_as_they_should() {
    for record in made::people(2_000, 4_000, 1) {
        let digits = |text: &str| text.bytes().all(|it| it.is_ascii_digit());
        let nhs = &record.nhs_number;
        assert!(nhs.is_empty() || (nhs.len() == 10 && nhs.starts_with("999") && digits(nhs)));
        let phone = &record.phone;
        assert!(phone.is_empty() || (phone.len() == 12 && phone.starts_with("07700 9")));
        let (out, inward) = record.postcode.split_once(' ').unwrap_or(("A1", "1AA"));
        assert!((2..=4).contains(&out.len()) && inward.len() == 3, "{record}");
        let born: Vec<u32> =
            record.date_of_birth.split('-').filter_map(|part| part.parse().ok()).collect();
        assert!(born.is_empty() || (born.len() == 3 && born[1] <= 12 && born[2] <= 31), "{record}");
        assert!(record.email.is_empty() || record.email.contains("@example."));
    }
}

#[test]
fn a_number_belongs_to_one_person_and_a_phone_to_several() {
    let (mut numbers, mut phones) = (BTreeMap::new(), BTreeMap::new());
    for record in made::people(30_000, 30_000, 7) {
        if !record.nhs_number.is_empty() {
            let owner = *numbers.entry(record.nhs_number.clone()).or_insert(record.person);
            assert_eq!(owner, record.person, "{record}");
        }
        if !record.phone.is_empty() {
            phones.entry(record.phone.clone()).or_insert_with(BTreeSet::new).insert(record.person);
        }
    }
    assert!(phones.values().filter(|people| people.len() > 1).count() > 400);
}
