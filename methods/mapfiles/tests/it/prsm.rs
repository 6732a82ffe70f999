//! PRSM, of every age.

use causal::{LinkKind, Sign};
use mapfiles::{Format, write};

use crate::samples::{NEW_PRSM, OLD_PRSM, PACKED_PRSM, left_out, opened, pairs};

#[test]
fn an_old_file_has_numbers_for_ids_titles_for_notes_and_samples_for_styles() {
    let read = opened(OLD_PRSM);
    let rain = &read.map.factors[0];
    assert_eq!(
        (rain.id.as_str(), rain.note.as_str(), rain.kind.as_str()),
        ("1", "Falls a lot", "Weather")
    );
    assert_eq!(rain.position, Some((-12.5, 40.0)));
    assert_eq!(read.map.factors[1].kind, "group0");
    assert_eq!(read.map.links[0].kind, "Slowly");
    assert_eq!(read.map.attributes["underlay"], "[{\"type\":\"rect\"}]");
}

#[test]
fn signs_are_read_from_labels_and_that_is_said() {
    let read = opened(OLD_PRSM);
    assert_eq!(read.map.links[0].sign, Sign::Positive);
    assert_eq!(read.map.links[0].label, "");
    assert_eq!(read.map.links[1].sign, Sign::Negative);
    let said = left_out(&read);
    assert!(
        said.contains("2 links: PRSM has no signs, so it was read from the + or - of the label"),
        "{said}"
    );
}

#[test]
fn an_arrow_that_points_backwards_is_turned_and_a_link_to_nowhere_is_said() {
    let read = opened(OLD_PRSM);
    assert_eq!(pairs(&read), [("Rain", "River & <banks>"), ("Farms", "River & <banks>")]);
    let said = left_out(&read);
    assert!(said.contains("edges[1]: the arrow points from its end"), "{said}");
    assert!(said.contains("edges[2]: no factor is called \"9\""), "{said}");
}

#[test]
fn a_new_file_says_notes_as_deltas_and_attributes_by_title() {
    let read = opened(NEW_PRSM);
    let river = &read.map.factors[0];
    assert_eq!(read.map.title, "Floods, after the workshop");
    assert_eq!(read.map.description, "What floods us.");
    assert_eq!(river.note, "It rises fast.");
    assert_eq!(river.attributes["Who cares"], "Anglers");
    assert_eq!(river.kind, "Place");
    assert_eq!(read.map.links[0].direction, LinkKind::Mutual);
}

#[test]
fn what_was_drawn_comes_back_as_it_was() {
    let read = opened(NEW_PRSM);
    let again = write(&read.map, Format::Prsm).unwrap().files.remove(0).1;
    let (before, after): (serde_json::Value, serde_json::Value) =
        (serde_json::from_slice(NEW_PRSM).unwrap(), serde_json::from_slice(&again).unwrap());
    for key in [
        "saved",
        "version",
        "room",
        "mapTitle",
        "buttons",
        "attributeTitles",
        "background",
        "history",
        "description",
    ] {
        assert_eq!(before[key], after[key], "{key}");
    }
    for (list, key) in [
        ("nodes", "note"),
        ("nodes", "color"),
        ("nodes", "thumbUp"),
        ("nodes", "created"),
        ("nodes", "att1"),
        ("nodes", "grp"),
        ("edges", "width"),
        ("edges", "dashes"),
        ("edges", "label"),
        ("edges", "grp"),
    ] {
        assert_eq!(before[list][0][key], after[list][0][key], "{list} {key}");
    }
    assert_eq!(before["styles"]["nodes"]["group0"], after["styles"]["nodes"]["group0"]);
    assert!(again.starts_with(b"{\n\t\""), "PRSM writes tabs");
}

#[test]
fn a_compressed_file_is_the_same_map() {
    let (plain, packed) = (opened(NEW_PRSM), opened(PACKED_PRSM));
    assert_eq!(plain.map, packed.map);
    let with_mark = ["\u{feff}".as_bytes(), PACKED_PRSM].concat();
    assert_eq!(opened(&with_mark).map, plain.map);
}

#[test]
fn a_formatted_note_that_somebody_changed_is_written_as_it_reads_now() {
    let mut map = opened(NEW_PRSM).map;
    map.factors[0].note = "It fell.".into();
    let again = opened(&write(&map, Format::Prsm).unwrap().files[0].1);
    assert_eq!(again.map.factors[0].note, "It fell.");
    assert!(!again.map.factors[0].attributes.contains_key("note"));
}

#[test]
fn signs_are_written_as_labels_colours_and_dashes() {
    let read = opened(b"From,To,Type,Label\nrain,river,+,\nriver,farms,-,drowns\n");
    let text =
        String::from_utf8(write(&read.map, Format::Prsm).unwrap().files.remove(0).1).unwrap();
    let file: serde_json::Value = serde_json::from_str(&text).unwrap();
    assert_eq!(file["edges"][0]["label"], "+");
    assert_eq!(file["edges"][1]["label"], "- drowns");
    assert_eq!(file["edges"][1]["dashes"], serde_json::json!([10, 10]));
    assert_ne!(file["edges"][0]["color"], file["edges"][1]["color"]);
}

#[test]
fn more_than_fifteen_kinds_are_said() {
    let mut table = String::from("Label,Type\n");
    (0..20).for_each(|at| table.push_str(&format!("f{at},kind {at}\n")));
    let written = write(&opened(table.as_bytes()).map, Format::Prsm).unwrap();
    let said = written.left_out.iter().filter(|left| left.what.contains("fifteen styles")).count();
    assert_eq!(said, 5);
}

#[test]
fn its_table_is_read_whatever_its_header_says() {
    let read =
        opened(b"a,b,Style,Style,Style\nrain,river,1,2,3\nriver,\"A & B <C>\",,x,\n,alone,,,\n");
    assert_eq!(read.format, Format::PrsmCsv);
    assert_eq!(pairs(&read), [("rain", "river"), ("river", "A & B <C>")]);
    assert_eq!(read.map.factors[1].kind, "group1");
    assert_eq!(read.map.links[0].kind, "edge2");
    let said = left_out(&read);
    assert!(
        said.contains("row 3: \"x\" is no style")
            && said.contains("row 4: it does not name two factors"),
        "{said}"
    );
}
