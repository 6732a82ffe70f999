//! The samples, and what is done with each.

use mapfiles::{Format, Read, read, write};

pub(crate) const OLD_PRSM: &[u8] = include_bytes!("../../data/old.prsm");
pub(crate) const NEW_PRSM: &[u8] = include_bytes!("../../data/new.prsm");
pub(crate) const PACKED_PRSM: &[u8] = include_bytes!("../../data/new.prsm.lz");
pub(crate) const KUMU_BACKUP: &[u8] = include_bytes!("../../data/kumu-backup.json");
pub(crate) const MMP: &[u8] = include_bytes!("../../data/concepts.mmp");
pub(crate) const GRAPHML: &[u8] = include_bytes!("../../data/drawn.graphml");
pub(crate) const GEXF: &[u8] = include_bytes!("../../data/gephi.gexf");
pub(crate) const ELEMENTS: &[u8] = include_bytes!("../../data/foresight-obesity-elements.csv");
pub(crate) const CONNECTIONS: &[u8] =
    include_bytes!("../../data/foresight-obesity-connections.csv");
pub(crate) const RANDOM: &[u8] = include_bytes!("../../data/random-1000-4000.json");

/// Reads what must be readable.
pub(crate) fn opened(bytes: &[u8]) -> Read {
    read("", bytes).unwrap()
}

/// Everything that was left out, line by line.
pub(crate) fn left_out(read: &Read) -> String {
    read.left_out.iter().map(|left| format!("{left}\n")).collect()
}

/// The small map with a hard label on it, in a format.
pub(crate) fn small(format: Format) -> Vec<u8> {
    let map = opened(KUMU_BACKUP).map;
    write(&map, format).unwrap().files.pop().unwrap().1
}

/// The factors that each link joins, by their labels.
pub(crate) fn pairs(read: &Read) -> Vec<(&str, &str)> {
    let label = |at: usize| read.map.factors[at].label.as_str();
    read.map.links.iter().map(|link| (label(link.from), label(link.to))).collect()
}

#[test]
fn each_sample_is_recognised_by_what_stands_in_it() {
    let samples = [
        (OLD_PRSM, Format::Prsm),
        (NEW_PRSM, Format::Prsm),
        (PACKED_PRSM, Format::PrsmCompressed),
        (KUMU_BACKUP, Format::KumuBackup),
        (MMP, Format::MentalModelerMmp),
        (GRAPHML, Format::GraphMl),
        (GEXF, Format::Gexf),
        (ELEMENTS, Format::KumuCsv),
        (CONNECTIONS, Format::KumuCsv),
        (RANDOM, Format::EdgeList),
    ];
    for (bytes, format) in samples {
        assert_eq!(opened(bytes).format, format);
    }
}

#[test]
fn what_is_written_is_recognised_whatever_its_name_is() {
    for format in Format::ALL.into_iter().filter(|format| format.is_read()) {
        let read = read("map.txt", &small(format)).unwrap();
        assert_eq!(read.format, format);
    }
}

#[test]
fn the_obesity_map_is_read_from_its_pair_of_tables() {
    let read = mapfiles::read_pair(Some(ELEMENTS), CONNECTIONS).unwrap();
    assert_eq!((read.map.factors.len(), read.map.links.len()), (108, 296));
    let positive = read.map.links.iter().filter(|link| link.sign == causal::Sign::Positive).count();
    let negative = read.map.links.iter().filter(|link| link.sign == causal::Sign::Negative).count();
    assert_eq!((positive, negative), (198, 98));
    assert_eq!(read.map.factors[0].kind, "Media");
    assert_eq!(read.map.factors[0].position, Some((985.0, 292.9)));
    assert_eq!(left_out(&read), "");
}

#[test]
fn an_edge_list_has_indices_for_labels_and_keeps_what_else_is_said() {
    let read = opened(RANDOM);
    assert_eq!((read.map.factors.len(), read.map.links.len()), (1000, 4000));
    assert_eq!(read.map.factors[576].label, "576");
    assert_eq!((read.map.links[0].from, read.map.links[0].to), (0, 576));
    assert_eq!(read.map.attributes["seed"], "20240601");
}

#[test]
fn the_same_map_gives_the_same_bytes() {
    let map = opened(NEW_PRSM).map;
    for format in Format::ALL {
        assert_eq!(write(&map, format), write(&map, format), "{format}");
    }
}

#[test]
fn names_and_endings_say_the_format() {
    for format in Format::ALL {
        assert_eq!(format.name().parse(), Ok(format));
    }
    assert_eq!(Format::of_name("a/B.PRSM"), Some(Format::Prsm));
    assert_eq!(Format::of_name("map.gv"), Some(Format::Dot));
    assert_eq!(Format::of_name("map.csv"), None);
    let unknown = "kumu".parse::<Format>().unwrap_err().to_string();
    assert!(
        unknown.starts_with("there is no format `kumu`. There are: tributary, prsm,"),
        "{unknown}"
    );
}
