//! Files that are empty, broken, huge or meant to do harm.

use std::io::Write as _;

use causal::{Factor, Link, Loop, Map};
use mapfiles::{Format, Unreadable, read, write};
use zip::{CompressionMethod, write::SimpleFileOptions};

use crate::samples::{left_out, opened};

fn refused(bytes: &[u8]) -> String {
    read("", bytes).unwrap_err().to_string()
}

/// What cannot be read, and what is said of it.
const REFUSED: [(&[u8], &str); 12] = [
    (b"", "the file is empty. Give one with a map in it."),
    (b" \n\t", "the file is empty. Give one with a map in it."),
    (
        b"{\"elements\": [",
        "this is no kind of map that is known here: broken JSON, line 1, column 14: EOF while parsing a list",
    ),
    (
        b"{\"a\":1}",
        "this is no kind of map that is known here: its JSON has neither elements, nor nodes with edges. It begins with a",
    ),
    (
        b"<html></html>",
        "this is no kind of map that is known here: the XML begins with <html>, which is neither graphml, gexf nor Mental Modeler",
    ),
    (
        b"<graphml>\n<graph>\n<node id='a'>",
        "graphml, line 3: the file ends in the middle of an element: it was cut off",
    ),
    (b"<gexf/>", "gexf, the document: there is no <graph> in it, so there is no map"),
    (b"digraph { a -> b }", "dot is only written, not read. Give the file that it was made from."),
    (
        b"{\"tributary_map\":2}",
        "tributary, tributary_map: version 2 is not known here. Use a newer tributary.",
    ),
    (
        b"{\"nodes\":-1,\"edges\":[]}",
        "edge-list, nodes: this must be the number of factors, 0 or more",
    ),
    (
        b"dear diary",
        "this is no kind of map that is known here: its text is neither JSON nor XML, and as a table it has no columns From and To, no Label, and is no matrix",
    ),
    (b"[1]", "loopy, data: this must be a list that begins with a list of nodes and one of edges"),
];

#[test]
fn each_refusal_says_what_and_where() {
    for (bytes, said) in REFUSED {
        assert_eq!(refused(bytes), said);
    }
    assert!(
        read("a.prsm", b"hello")
            .unwrap_err()
            .to_string()
            .starts_with("prsm-compressed, the file: it ")
    );
    assert!(refused(b"PK\x03\x04nothing").contains("kumu-xlsx, the workbook:"));
}

#[test]
fn what_should_be_a_list_and_is_none_is_said() {
    for (text, said) in [
        (r#"{"nodes":3,"edges":{"a":1}}"#, "edges: this is no list, so nothing of it was read"),
        (r#"{"nodes":"3","edges":[]}"#, "nodes: this is no list, so nothing of it was read"),
        (r#"{"elements":"x"}"#, "elements: this is no list, so nothing of it was read"),
        (
            r#"{"elements":[],"connections":{}}"#,
            "connections: this is no list, so nothing of it was read",
        ),
    ] {
        assert_eq!(left_out(&opened(text.as_bytes())), format!("{said}\n"));
    }
}

#[test]
fn deep_nesting_is_refused() {
    let json = format!("{{\"nodes\":[],\"edges\":{}", "[".repeat(200_000));
    assert!(refused(json.as_bytes()).contains("recursion limit exceeded"));
    let xml = format!("<graphml>{}", "<graph>".repeat(200_000));
    assert!(refused(xml.as_bytes()).contains("more than 64 deep"));
}

#[test]
fn entities_are_not_expanded() {
    let xml = "<!DOCTYPE graphml [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\"><!ENTITY c SYSTEM \"file:///etc/passwd\">]>
        <graphml><graph><node id=\"n\"><desc>&b;&c;</desc></node></graph></graphml>";
    assert_eq!(opened(xml.as_bytes()).map.factors[0].note, "&b;&c;");
}

/// A workbook whose sheet is as large as that when unpacked.
fn workbook(sheet: &[u8], times: usize) -> Vec<u8> {
    let whole = write(&opened(b"From,To\na,b\n").map, Format::KumuXlsx).unwrap().files.remove(0).1;
    let mut old = zip::ZipArchive::new(std::io::Cursor::new(whole)).unwrap();
    let mut new = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    for at in 0..old.len() {
        let entry = old.by_index(at).unwrap();
        new.start_file(entry.name().unwrap().into_owned(), options).unwrap();
        if entry.name().unwrap().ends_with("sheet1.xml") {
            (0..times).for_each(|_| new.write_all(sheet).unwrap());
        } else {
            std::io::copy(&mut { entry }, &mut new).unwrap();
        }
    }
    new.finish().unwrap().into_inner()
}

#[test]
fn a_zip_bomb_is_not_unpacked() {
    let bomb = workbook(&vec![b' '; 1 << 20], 150);
    assert!(bomb.len() < 1 << 20);
    assert!(matches!(read("", &bomb), Err(Unreadable::TooLarge { .. })));
}

#[test]
fn a_sheet_whose_cells_are_far_apart_is_refused() {
    let mut rows = String::from("<worksheet><sheetData>");
    for row in 1..=1200 {
        rows.push_str(&format!("<row r=\"{row}\"><c r=\"XFD{row}\"><v>1</v></c></row>"));
    }
    rows.push_str("</sheetData></worksheet>");
    let said = refused(&workbook(rows.as_bytes(), 1));
    assert!(said.contains("at most 16000000 cells"), "{said}");
}

#[test]
fn a_packed_bomb_is_not_unpacked() {
    let map = Map { title: "a".repeat(8_000_000), ..Map::default() };
    let bomb = write(&map, Format::PrsmCompressed).unwrap().files.remove(0).1;
    assert!(bomb.len() < 100_000);
    assert!(matches!(read("x.prsm", &bomb), Err(Unreadable::TooLarge { .. })));
}

#[test]
fn a_short_file_does_not_make_a_million_factors() {
    assert!(matches!(
        read("", b"{\"nodes\":4000000000,\"edges\":[]}"),
        Err(Unreadable::TooLarge { .. })
    ));
    let read = opened(b"{\"nodes\":2,\"edges\":[[0,1],[0,2],[-1,0],\"x\",[0]]}");
    assert_eq!(read.map.links.len(), 1);
    assert!(
        left_out(&read).contains("edges[1]: [0,2] is not two of the 2 factors"),
        "{}",
        left_out(&read)
    );
    assert_eq!(read.left_out.len(), 4);
}

#[test]
fn what_is_said_once_for_many_does_not_fill_the_memory() {
    let long = "x".repeat(1 << 20);
    let nodes: String = (0..1000).map(|at| format!("<node id=\"{at}\"/>")).collect();
    let graphml = format!(
        "<graphml><key id=\"k\" for=\"node\"><default>{long}</default></key><graph>{nodes}</graph></graphml>"
    );
    assert!(matches!(read("", graphml.as_bytes()), Err(Unreadable::TooLarge { .. })));
    let gexf = format!(
        "<gexf><graph><attributes class=\"node\"><attribute id=\"0\" title=\"t\"><default>{long}</default></attribute></attributes><nodes>{nodes}</nodes></graph></gexf>"
    );
    assert!(matches!(read("", gexf.as_bytes()), Err(Unreadable::TooLarge { .. })));
    let ends: String = (0..1000).map(|at| format!("{at}|")).collect();
    let table = opened(format!("From,To,Note\na,{ends},{long}\n").as_bytes());
    assert!(table.map.links.is_empty() && left_out(&table).contains("so many ends"));
    let named = opened(format!("Label,{long}\na,1\n").as_bytes());
    assert!(named.map.factors[0].attributes.keys().all(|key| key.len() <= 200));
    assert!(left_out(&named).contains("is cut"));
}

#[test]
fn the_same_id_twice_is_said_and_both_are_kept() {
    let read = opened(br#"{"tributary_map":1,"factors":[{"id":"a","label":"x"},{"id":"a","label":"y"}],"links":[{"id":"l","from":"a","to":"a"},{"id":"l","from":"a","to":"b"}]}"#);
    assert_eq!(read.map.factors[1].id, "a (2)");
    assert_eq!(read.map.links.len(), 1);
    let said = left_out(&read);
    assert!(
        said.contains("factors[1]: the id \"a\" is taken, so this factor is \"a (2)\""),
        "{said}"
    );
    assert!(
        said.contains("links[1]: it is from \"a\" to \"b\", and one of them is not there"),
        "{said}"
    );
}

#[test]
fn a_table_of_many_rows_is_read_in_a_moment() {
    let mut table = String::from("From,To,Type,Tags\n");
    (0..200_000).for_each(|at| table.push_str(&format!("a{},b{},+,x|y\n", at % 1000, at % 997)));
    let read = opened(table.as_bytes());
    assert_eq!((read.map.factors.len(), read.map.links.len()), (1997, 200_000));
}

#[test]
fn a_map_that_contradicts_itself_is_not_written() {
    let factor = |id: &str| Factor { id: id.into(), ..Factor::default() };
    let good = Map { factors: vec![factor("a")], links: vec![Link::default()], ..Map::default() };
    let said = |map: &Map| write(map, Format::Tributary).unwrap_err().to_string();
    let mut map = good.clone();
    map.links[0].to = 7;
    assert_eq!(said(&map), "link \"\" begins or ends at a factor that is not on the map");
    map = good.clone();
    map.factors.push(factor("a"));
    assert_eq!(said(&map), "two factors have the id \"a\". Give each its own.");
    map = good.clone();
    map.links[0].weight = Some(f64::NAN);
    assert_eq!(said(&map), "the weight of link \"\" is not a finite number");
    map = good.clone();
    map.factors[0].position = Some((0.0, f64::INFINITY));
    assert_eq!(said(&map), "where factor \"\" stands is not a finite number");
    map = good;
    map.loops.push(Loop { links: vec![3], ..Loop::default() });
    assert_eq!(said(&map), "loop \"\" names a link that is not on the map");
}

#[test]
fn a_cell_longer_than_a_workbook_takes_is_said_with_its_place() {
    let factor =
        Factor { id: "a".into(), label: "a".into(), note: "x".repeat(40_000), ..Factor::default() };
    let map = Map { factors: vec![factor], ..Map::default() };
    let said = write(&map, Format::KumuXlsx).unwrap_err().to_string();
    assert!(said.starts_with("sheet \"Elements\", row 2, column 3:"), "{said}");
}
