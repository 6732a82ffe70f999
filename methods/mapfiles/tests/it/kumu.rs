//! Kumu: signs, sections, several ends, backups.

use causal::{LinkKind, Sign};
use mapfiles::{Format, read_pair, write};

use crate::samples::{KUMU_BACKUP, left_out, opened, pairs};

#[test]
fn the_trap_of_the_signs() {
    let types = [
        ("+", Sign::Positive),
        ("++", Sign::Positive),
        ("--", Sign::Positive),
        ("-", Sign::Negative),
        ("+-", Sign::Negative),
        ("-+", Sign::Negative),
        ("", Sign::Unknown),
        ("supports", Sign::Unknown),
    ];
    for (kind, sign) in types {
        let table = format!("From,To,Type\na,b,{kind}\n");
        assert_eq!(opened(table.as_bytes()).map.links[0].sign, sign, "{kind:?} in a table");
        let json = format!(
            r#"{{"elements":[{{"label":"a"}},{{"label":"b"}}],"connections":[{{"from":"a","to":"b","type":"{kind}"}}]}}"#
        );
        let read = opened(json.as_bytes());
        assert_eq!(
            (read.format, read.map.links[0].sign),
            (Format::KumuBlueprint, sign),
            "{kind:?} in a blueprint"
        );
        let again = write(&read.map, Format::KumuBackup).unwrap().files.remove(0).1;
        assert_eq!(opened(&again).map.links[0].sign, sign, "{kind:?} in a backup");
    }
}

#[test]
fn a_backup_has_attributes_and_positions() {
    let read = opened(KUMU_BACKUP);
    let map = &read.map;
    assert_eq!(
        (map.title.as_str(), map.description.as_str()),
        ("Our high street", "Drawn with the traders")
    );
    assert_eq!(map.factors[0].tags, ["now", "A & B <C>"]);
    assert_eq!(map.factors[0].attributes["owner"], "Council");
    assert_eq!(map.factors[0].position, Some((10.5, -3.0)), "where the default map has it");
    assert_eq!(map.factors[1].attributes["days"], "[\"Mon\",\"Sat\"]");
}

#[test]
fn a_backup_has_loops_delays_and_turned_arrows() {
    let read = opened(KUMU_BACKUP);
    let map = &read.map;
    assert!(map.links[0].delayed);
    assert_eq!(
        pairs(&read),
        [("Empty shops", "Footfall"), ("Footfall", "Safety"), ("Footfall", "Safety")]
    );
    assert_eq!(map.links[1].sign, Sign::Positive, "-- is positive");
    assert_eq!(map.links[2].direction, LinkKind::Mutual);
    assert_eq!(map.loops[0].links, [0, 1]);
    let said = left_out(&read);
    assert!(said.contains("1 connection: marked as reversed"), "{said}");
    assert!(said.contains("connections[3]: no factor is called \"gone\""), "{said}");
    assert!(said.contains("loops[0]: no link is called \"c9\""), "{said}");
}

#[test]
fn a_backup_that_was_read_is_written_as_it_was() {
    let again = write(&opened(KUMU_BACKUP).map, Format::KumuBackup).unwrap().files.remove(0).1;
    let (before, after): (serde_json::Value, serde_json::Value) =
        (serde_json::from_slice(KUMU_BACKUP).unwrap(), serde_json::from_slice(&again).unwrap());
    for key in [
        "name",
        "description",
        "defaultMap",
        "defaultPerspective",
        "attributes",
        "elements",
        "maps",
        "perspectives",
    ] {
        assert_eq!(before[key], after[key], "{key}");
    }
    assert_eq!(after["connections"][1]["reversed"], true);
    assert_eq!(after["connections"][1]["from"], "e3");
    assert_eq!(after["connections"][1]["attributes"]["connection type"], "--");
}

#[test]
fn several_values_several_ends_and_sections() {
    let table = "Label,Type,Tags\nrain,Weather,wet|cold\nriver,,\n\n\nFrom,To,Type\nrain,river | \"A & B <C>\",+\nriver,,-\n";
    let read = opened(table.as_bytes());
    assert_eq!(read.map.factors[0].tags, ["wet", "cold"]);
    assert_eq!(pairs(&read), [("rain", "river"), ("rain", "\"A & B <C>\"")]);
    let said = left_out(&read);
    assert!(said.contains("row 8: it has no From or no To"), "{said}");
}

#[test]
fn one_blank_row_is_no_section_and_rows_of_commas_are_blank() {
    let read = opened(b"Label,Type\nrain,Weather\n,\nriver,Water\n,\n,\nFrom,To\nrain,river\n");
    assert_eq!(read.map.factors.len(), 2);
    assert_eq!(pairs(&read), [("rain", "river")]);
}

#[test]
fn a_label_that_two_elements_share_names_the_first_and_that_is_said() {
    let read = opened(b"Label,Type\nrain,Weather\nrain,Song\n\n\nFrom,To\nrain,river\n");
    assert_eq!(read.map.factors.len(), 3);
    assert_eq!(read.map.links[0].from, 0);
    let said = left_out(&read);
    assert!(said.contains("row 3: an element above is called \"rain\" too"), "{said}");
}

#[test]
fn the_same_label_and_type_or_id_updates_and_all_else_creates() {
    let read = opened(b"ID,Label,Type,Mood\n,rain,Weather,grey\n,rain,Weather,dark\n,rain,Song,\n7,river,,\n7,The river,,slow\n");
    let labels: Vec<(&str, &str)> = read
        .map
        .factors
        .iter()
        .map(|factor| (factor.label.as_str(), factor.kind.as_str()))
        .collect();
    assert_eq!(labels, [("rain", "Weather"), ("rain", "Song"), ("The river", "")]);
    assert_eq!(read.map.factors[0].attributes["Mood"], "dark");
    assert_eq!(read.map.factors[2].attributes["Mood"], "slow");
}

#[test]
fn a_pair_joins_connections_to_elements_by_id_or_label_and_creates_the_rest() {
    let read = read_pair(
        Some(b"ID,Label\nx1,rain\nx2,river\n"),
        b"From;To;Strength;Delayed\nx1;river;0.5;true\nriver;sea;strong;\n",
    )
    .unwrap();
    assert_eq!(pairs(&read), [("rain", "river"), ("river", "sea")]);
    assert_eq!(read.map.links[0].weight, Some(0.5));
    assert!(read.map.links[0].delayed);
    assert_eq!(read.map.links[1].attributes["strength"], "strong");
}

#[test]
fn ids_that_cannot_stand_in_a_cell_become_numbers_and_that_is_said() {
    let json = r#"{"elements":[{"id":"a|b","label":"rain"},{"id":"c","label":"river"}],"connections":[{"from":"a|b","to":"c"}]}"#;
    let map = opened(json.as_bytes()).map;
    let written = write(&map, Format::KumuCsv).unwrap();
    let read = read_pair(Some(&written.files[0].1), &written.files[1].1).unwrap();
    assert_eq!(pairs(&read), [("rain", "river")]);
    assert!(written.left_out.iter().any(|left| left.what.contains("they become numbers")));
}

#[test]
fn an_attribute_that_would_be_taken_for_a_column_is_said() {
    let json =
        r#"{"tributary_map":1,"factors":[{"id":"a","label":"rain","attributes":{"Type":"wet"}}]}"#;
    let written = write(&opened(json.as_bytes()).map, Format::KumuXlsx).unwrap();
    let said: Vec<String> = written.left_out.iter().map(ToString::to_string).collect();
    assert!(said[0].contains("the attribute \"Type\" (wet) cannot be a column"), "{said:?}");
}
