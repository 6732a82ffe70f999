//! Files that went wrong on their way: a reader answers or refuses, and what it answers can be written again.

use mangled::mangled;
use mapfiles::{Format, read, read_pair, write};
use proptest::prelude::*;

use crate::samples::{
    CONNECTIONS, GEXF, GRAPHML, KUMU_BACKUP, MMP, NEW_PRSM, OLD_PRSM, PACKED_PRSM, small,
};

/// Whatever was read holds together: our own format takes it and gives it back.
fn holds(name: &str, bytes: &[u8]) {
    if let Ok(read) = read(name, bytes) {
        let written = write(&read.map, Format::Tributary).unwrap();
        let again = mapfiles::read("", &written.files[0].1).unwrap();
        assert_eq!(again.map, read.map);
        assert!(again.left_out.is_empty(), "{:?}", again.left_out);
    }
}

macro_rules! fuzzed {
    ($($name:ident: $file:literal, $samples:expr;)*) => {
        proptest! {
            #![proptest_config(ProptestConfig { cases: 256, ..ProptestConfig::default() })]
            $(#[test]
            fn $name(bytes in mangled(&$samples)) {
                holds($file, &bytes);
            })*
        }
    };
}

fuzzed! {
    our_own: "a.json", [small(Format::Tributary).as_slice()];
    prsm: "a.prsm", [NEW_PRSM, OLD_PRSM];
    prsm_packed: "a.prsm", [PACKED_PRSM];
    prsm_table: "a.csv", [small(Format::PrsmCsv).as_slice()];
    kumu_blueprint: "a.json", [small(Format::KumuBlueprint).as_slice()];
    kumu_backup: "a.json", [KUMU_BACKUP];
    kumu_table: "a.csv", [b"Label,Type,Tags\nrain,Weather,wet|cold\n\n\nFrom,To,Type\nrain,river|sea,+\n".as_slice(), &CONNECTIONS[..600]];
    loopy: "a.loopy", [small(Format::Loopy).as_slice(), br#"[[[1,403,223,1,"rabbits",0],[4,405,382,0.5,"foxes",1]],[[1,4,153,1,0]],[[1,2,"x"]],4]"#];
    matrix: "a.csv", [small(Format::MentalModelerCsv).as_slice()];
    project: "a.mmp", [MMP];
    graphml: "a.graphml", [GRAPHML, small(Format::GraphMl).as_slice()];
    gexf: "a.gexf", [GEXF, small(Format::Gexf).as_slice()];
    edge_list: "a.json", [br#"{"nodes":5,"seed":7,"edges":[[0,1],[1,2],[4,3]]}"#.as_slice()];
    workbook_outside: "a.xlsx", [small(Format::KumuXlsx).as_slice(), small(Format::PrsmXlsx).as_slice(), small(Format::CausalCoding).as_slice()];
}

/// A workbook with one of its parts mangled, packed again so that the ZIP is whole.
fn repacked(whole: &[u8], part: &str, with: &[u8]) -> Vec<u8> {
    let mut old = zip::ZipArchive::new(std::io::Cursor::new(whole)).unwrap();
    let mut new = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for at in 0..old.len() {
        let mut entry = old.by_index(at).unwrap();
        new.start_file(
            entry.name().unwrap().into_owned(),
            zip::write::SimpleFileOptions::default(),
        )
        .unwrap();
        if entry.name().unwrap() == part {
            std::io::Write::write_all(&mut new, with).unwrap();
        } else {
            std::io::copy(&mut entry, &mut new).unwrap();
        }
    }
    new.finish().unwrap().into_inner()
}

fn part(whole: &[u8], name: &str) -> Vec<u8> {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(whole)).unwrap();
    let mut bytes = Vec::new();
    std::io::Read::read_to_end(&mut archive.by_name(name).unwrap(), &mut bytes).unwrap();
    bytes
}

const PARTS: [&str; 6] = [
    "xl/worksheets/sheet1.xml",
    "xl/worksheets/sheet2.xml",
    "xl/sharedStrings.xml",
    "xl/workbook.xml",
    "xl/_rels/workbook.xml.rels",
    "xl/styles.xml",
];

fn workbook_inside() -> impl Strategy<Value = Vec<u8>> {
    let whole = small(Format::CausalCoding);
    proptest::sample::select(&PARTS[..]).prop_flat_map(move |name| {
        let whole = whole.clone();
        mangled(&[&part(&whole, name)]).prop_map(move |bytes| repacked(&whole, name, &bytes))
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, ..ProptestConfig::default() })]

    #[test]
    fn workbook_within_a_whole_zip(bytes in workbook_inside()) {
        holds("a.xlsx", &bytes);
    }

    #[test]
    fn prsm_mangled_before_it_was_packed(bytes in mangled(&[NEW_PRSM])) {
        let text = String::from_utf8_lossy(&bytes).into_owned();
        // Whatever the text is, packing it as a title and reading the whole is the same as reading it plain.
        let map = causal::Map { title: text.clone(), ..causal::Map::default() };
        let packed = write(&map, Format::PrsmCompressed).unwrap().files.remove(0).1;
        prop_assert_eq!(read("a.prsm", &packed).unwrap().map.title, text);
    }

    #[test]
    fn pairs_of_tables(elements in mangled(&[b"ID,Label,Type\n1,rain,Weather\n2,river,\n"]), connections in mangled(&[b"From,To,Type\n1,2,+\nriver,sea,--\n"])) {
        if let Ok(read) = read_pair(Some(&elements), &connections) {
            write(&read.map, Format::KumuCsv).unwrap();
        }
    }
}
