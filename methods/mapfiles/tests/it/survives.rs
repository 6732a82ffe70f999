//! Labels that break careless programs come through every format as they are.

use causal::{Factor, Link, Map, Sign};
use mapfiles::{Format, read, read_pair, write};

const HARD: &[&str] = &[
    "A & B <C>",
    "\"quotes\" and 'apostrophes'",
    "commas, semicolons; tabs\tand|bars",
    "two\nlines",
    "\u{1F3D8}\u{fe0f} emoji",
    "\u{5e9}\u{5dc}\u{5d5}\u{5dd} right to left",
    "=HYPERLINK(\"http://x\",\"y\")",
    "+1+cmd|' /C calc'!A0",
    "-2+3",
    "@SUM(A1)",
    "'=kept apostrophe",
    "back\\slash \\n",
    "]]> &amp; &#10; <!-- -->",
    "50% %2520",
];

fn map() -> Map {
    let factors = HARD.iter().map(|label| Factor {
        id: (*label).into(),
        label: (*label).into(),
        ..Factor::default()
    });
    let links = (0..HARD.len()).map(|at| Link {
        id: (at + 1).to_string(),
        from: at,
        to: (at + 1) % HARD.len(),
        sign: Sign::Positive,
        weight: Some(1.0),
        ..Link::default()
    });
    Map { factors: factors.collect(), links: links.collect(), ..Map::default() }
}

#[test]
fn hard_labels_come_through_every_format_that_is_read() {
    let map = map();
    let formats =
        Format::ALL.into_iter().filter(|format| format.is_read() && *format != Format::EdgeList);
    for format in formats {
        let files = write(&map, format).unwrap().files;
        let read = match files.as_slice() {
            [(_, elements), (_, connections)] => read_pair(Some(elements), connections).unwrap(),
            files => read("", &files[0].1).unwrap(),
        };
        let labels: Vec<&str> =
            read.map.factors.iter().map(|factor| factor.label.as_str()).collect();
        assert_eq!(labels, HARD, "{format}");
        assert_eq!(read.map.links.len(), HARD.len(), "{format}");
    }
}

#[test]
fn dot_quotes_what_it_must() {
    let dot = String::from_utf8(write(&map(), Format::Dot).unwrap().files.remove(0).1).unwrap();
    assert!(dot.contains("n0 [label=\"A & B <C>\"];"), "{dot}");
    assert!(dot.contains("n1 [label=\"\\\"quotes\\\" and 'apostrophes'\"];"), "{dot}");
    assert!(dot.contains("n3 [label=\"two\\nlines\"];"), "{dot}");
    assert!(dot.contains("n11 [label=\"back\\\\slash \\\\n\"];"), "{dot}");
    assert!(dot.contains("n0 -> n1 [label=\"+\", color=\"#00703c\"];"), "{dot}");
}

#[test]
fn no_cell_of_a_table_begins_a_formula() {
    for format in [Format::KumuCsv, Format::PrsmCsv, Format::MentalModelerCsv] {
        for (_, bytes) in write(&map(), format).unwrap().files {
            let mut reader =
                csv::ReaderBuilder::new().has_headers(false).from_reader(bytes.as_slice());
            for cell in reader
                .records()
                .flat_map(|row| row.unwrap().iter().map(str::to_owned).collect::<Vec<_>>())
            {
                let number = cell.parse::<f64>().is_ok() || cell == "+";
                assert!(number || !cell.starts_with(['=', '+', '-', '@']), "{format}: {cell}");
            }
        }
    }
}

#[test]
fn no_cell_of_a_workbook_is_a_formula() {
    for format in [Format::KumuXlsx, Format::PrsmXlsx, Format::CausalCoding] {
        let bytes = write(&map(), format).unwrap().files.remove(0).1;
        let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
        for at in 0..archive.len() {
            let text = std::io::read_to_string(archive.by_index(at).unwrap()).unwrap();
            assert!(!text.contains("<f>") && !text.contains("hyperlink"), "{format}");
        }
    }
}

#[test]
fn what_xml_cannot_hold_is_said() {
    let mut map = map();
    map.factors[0].label = "a\u{1}b".into();
    for format in [Format::GraphMl, Format::Gexf, Format::MentalModelerMmp] {
        let written = write(&map, format).unwrap();
        assert!(
            written
                .left_out
                .iter()
                .any(|left| left.what.contains("characters that XML cannot hold")),
            "{format}"
        );
        assert_eq!(read("", &written.files[0].1).unwrap().map.factors[0].label, "a\u{fffd}b");
    }
}
