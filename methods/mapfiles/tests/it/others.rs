//! LOOPY, Mental Modeler, `GraphML` and GEXF that others made.

use causal::{LinkKind, Sign};
use mapfiles::{Format, read};

use crate::samples::{GEXF, GRAPHML, MMP, left_out, opened, pairs};

const LOOPY: &str = r#"[[[1,403,223,1,"rabbits%2520%2526%2520A%2520%253CB%253E",0],[4,405,382,0.5,"foxes",1]],[[1,4,153,1,0],[4,1,160,-1,0],[4,9,1,1,0]],[[609,311,"a%20note"]],4]"#;

#[test]
fn loopy_is_read_from_an_address_a_parameter_or_the_data_itself() {
    let encoded: String = LOOPY
        .bytes()
        .map(|byte| {
            if byte.is_ascii_alphanumeric() {
                char::from(byte).to_string()
            } else {
                format!("%{byte:02X}")
            }
        })
        .collect();
    for text in [
        LOOPY.to_owned(),
        format!("https://ncase.me/loopy/v1.1/?data={encoded}#x"),
        // As LOOPY itself gives it: quotation marks and the last bracket are encoded, and nothing else.
        format!(
            "https://ncase.me/loopy/v1.1/?data={}%5D",
            LOOPY.trim_end_matches(']').replace('"', "%22")
        ),
        encoded.clone(),
        format!("data={encoded}"),
    ] {
        let read = opened(text.as_bytes());
        assert_eq!(read.format, Format::Loopy, "{text}");
        assert_eq!(pairs(&read), [("rabbits & A <B>", "foxes"), ("foxes", "rabbits & A <B>")]);
        assert_eq!(read.map.links[1].sign, Sign::Negative);
        assert_eq!(read.map.factors[0].position, Some((403.0, 223.0)));
        assert_eq!(read.map.attributes["uid"], "4");
        assert!(left_out(&read).contains("edge 3: no factor is called \"9\""));
    }
}

#[test]
fn loopy_says_that_it_knows_no_unsigned_links() {
    let map = opened(b"From,To\nrain,river\n").map;
    let written = mapfiles::write(&map, Format::Loopy).unwrap();
    let said: Vec<String> = written.left_out.iter().map(ToString::to_string).collect();
    assert!(
        said.iter().any(|said| said.starts_with("1 link: LOOPY knows only more and less")),
        "{said:?}"
    );
    assert!(
        said.iter().any(|said| said.starts_with("2 factors: nobody said where it stands")),
        "{said:?}"
    );
}

#[test]
fn a_project_of_mental_modeler() {
    let read = opened(MMP);
    assert_eq!(read.map.title, "Pond & <reeds>");
    assert_eq!(read.map.attributes["author"], "Us");
    assert_eq!(read.map.factors[0].label, "Reeds & co");
    assert_eq!(read.map.factors[0].attributes["preferredState"], "1");
    assert_eq!(read.map.factors[0].position, Some((35.5, 70.0)));
}

#[test]
fn the_relationships_of_a_project() {
    let read = opened(MMP);
    assert_eq!(read.map.links[0].weight, Some(0.75));
    assert_eq!(read.map.links[0].note, "hiding");
    assert_eq!(read.map.links[1].attributes["influence"], "?");
    assert_eq!(read.map.links[1].attributes["confidence"], "False");
    let said = left_out(&read);
    assert!(said.contains("line 9: the influence \"?\" is no number"), "{said}");
    assert!(said.contains("line 12: no factor is called \"Herons\""), "{said}");
    assert!(said.contains("<scenarios> is not read"), "{said}");
}

#[test]
fn a_matrix_says_which_cells_are_no_numbers() {
    let read = opened(b",rain,\"A & B <C>\"\nrain,0,-0.5\n\"A & B <C>\",x,\n");
    assert_eq!(read.format, Format::MentalModelerCsv);
    assert_eq!(pairs(&read), [("rain", "A & B <C>")]);
    assert_eq!((read.map.links[0].weight, read.map.links[0].sign), (Some(-0.5), Sign::Negative));
    assert!(left_out(&read).contains("row 3, column 2: \"x\" is no number"), "{}", left_out(&read));
}

#[test]
fn graphml_that_a_drawing_program_made() {
    let read = opened(GRAPHML);
    assert_eq!(read.map.factors[0].label, "A & B <C>");
    assert_eq!(read.map.factors[0].position, Some((3.5, -4.0)));
    assert_eq!(read.map.factors[0].attributes["population"], "12");
    assert_eq!(read.map.factors[1].attributes["population"], "0", "the default");
    assert_eq!(read.map.factors[2].note, "inside");
}

#[test]
fn the_edges_of_a_drawing_and_what_is_no_edge() {
    let read = opened(GRAPHML);
    assert_eq!(read.map.links[0].sign, Sign::Positive);
    assert_eq!(read.map.links[1].direction, LinkKind::Undirected);
    assert_eq!(
        read.map.links.len(),
        3,
        "the one of the graph within is there, the one to nowhere is not"
    );
    let said = left_out(&read);
    for what in [
        "no factor is called \"n9\"",
        "hyperedge",
        "lies within a node",
        "only the label and the place",
        "1 link: no sign is said",
    ] {
        assert!(said.contains(what), "{what}: {said}");
    }
}

#[test]
fn gexf_that_gephi_made() {
    let read = opened(GEXF);
    assert_eq!(read.map.description, "Tea & talk");
    assert_eq!(read.map.factors[0].attributes["people"], "4");
    assert_eq!(read.map.factors[1].attributes["people"], "1", "the default");
    assert_eq!(read.map.factors[1].label, "Talk <long>");
    assert_eq!(read.map.factors[0].position, Some((1.0, 2.5)));
    let links: Vec<(Sign, LinkKind)> =
        read.map.links.iter().map(|link| (link.sign, link.direction)).collect();
    assert_eq!(links[0], (Sign::Negative, LinkKind::Directed));
    assert_eq!(
        links[1],
        (Sign::Unknown, LinkKind::Undirected),
        "nothing is said, so as the specification has it"
    );
    assert_eq!(links[2], (Sign::Unknown, LinkKind::Mutual));
    assert!(left_out(&read).contains("when it comes and goes is not read"));
}

#[test]
fn text_of_other_encodings() {
    let utf16: Vec<u8> =
        "\u{feff}From\tTo\nrain\tna\u{ef}ve\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(pairs(&read("", &utf16).unwrap()), [("rain", "na\u{ef}ve")]);
    let latin = read("", b"From,To\nrain,na\xefve\n").unwrap_err().to_string();
    assert_eq!(
        latin,
        "byte 15 is not UTF-8 text, and the file is no workbook either. Save it as UTF-8, or give the .xlsx itself."
    );
}
