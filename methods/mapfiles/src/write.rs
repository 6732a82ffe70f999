//! Writing: the map is checked, and then given to its format.

use std::{collections::BTreeSet, fmt};

use causal::Map;

use crate::{
    Format, LeftOut, causal_coding, dot, edge_list, gexf, graphml, kumu, loopy, mental_modeler,
    prsm, tributary, unheld::unheld,
};

/// What was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// The files: how the name of each ends (`.prsm`, `-elements.csv`), and its bytes. Mostly one.
    pub files: Vec<(String, Vec<u8>)>,
    /// What the format has no place for, and what had to be written in another way.
    pub left_out: Vec<LeftOut>,
}

impl Written {
    pub(crate) fn one(format: Format, bytes: Vec<u8>, left_out: Vec<LeftOut>) -> Self {
        Self { files: vec![(format.ending().to_owned(), bytes)], left_out }
    }
}

/// Why a map is not written.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unwritable {
    /// A link begins or ends at a place where no factor is.
    #[error("link \"{0}\" begins or ends at a factor that is not on the map")]
    LinkToNowhere(String),
    /// A loop names a place where no link is.
    #[error("loop \"{0}\" names a link that is not on the map")]
    LoopOfNothing(String),
    /// Two things of one kind have the same id.
    #[error("two {what} have the id \"{id}\". Give each its own.")]
    SameId {
        /// Factors, links or loops.
        what: &'static str,
        /// The id.
        id: String,
    },
    /// A position or weight is no finite number.
    #[error("{0} is not a finite number")]
    NoNumber(String),
    /// The file would be larger than the format allows.
    #[error("{place}: {why}")]
    TooLarge {
        /// Where.
        place: String,
        /// What is too large.
        why: String,
    },
}

/// Writes a map in a format. The same map gives the same bytes.
///
/// # Errors
/// Where the map contradicts itself (a link to nowhere, an id twice), or a workbook would be larger than workbooks can be.
///
/// # Examples
/// ```
/// let read = mapfiles::read("", br#"{"nodes":2,"edges":[[0,1]]}"#).unwrap();
/// let written = mapfiles::write(&read.map, mapfiles::Format::Dot)?;
/// assert!(written.files[0].1.starts_with(b"digraph"));
/// # Ok::<(), mapfiles::Unwritable>(())
/// ```
pub fn write(map: &Map, format: Format) -> Result<Written, Unwritable> {
    check(map)?;
    let mut written = match format {
        Format::Tributary => tributary::write(map),
        Format::Prsm | Format::PrsmCompressed => prsm::write(map, format),
        Format::PrsmXlsx => prsm::tables::write_workbook(map)?,
        Format::PrsmCsv => prsm::tables::write_csv(map),
        Format::KumuBlueprint => kumu::blueprint::write(map),
        Format::KumuBackup => kumu::backup::write(map),
        Format::KumuCsv | Format::KumuXlsx => kumu::tables::write(map, format)?,
        Format::Loopy => loopy::write(map),
        Format::MentalModelerCsv => mental_modeler::matrix::write(map)?,
        Format::MentalModelerMmp => mental_modeler::project::write(map),
        Format::GraphMl => graphml::write(map),
        Format::Gexf => gexf::write(map),
        Format::Dot => dot::write(map),
        Format::CausalCoding => causal_coding::write(map)?,
        Format::EdgeList => edge_list::write(map),
    };
    written.left_out.splice(0..0, unheld(map, format.holds_not()));
    Ok(written)
}

fn check(map: &Map) -> Result<(), Unwritable> {
    unique("factors", map.factors.iter().map(|factor| factor.id.as_str()))?;
    unique("links", map.links.iter().map(|link| link.id.as_str()))?;
    unique("loops", map.loops.iter().map(|named| named.id.as_str()))?;
    for factor in &map.factors {
        let (x, y) = factor.position.unwrap_or_default();
        finite(x.is_finite() && y.is_finite(), || {
            format!("where factor \"{}\" stands", factor.label)
        })?;
    }
    for link in &map.links {
        if link.from.max(link.to) >= map.factors.len() {
            return Err(Unwritable::LinkToNowhere(link.id.clone()));
        }
        finite(link.weight.is_none_or(f64::is_finite), || {
            format!("the weight of link \"{}\"", link.id)
        })?;
    }
    for named in &map.loops {
        if named.links.iter().any(|link| *link >= map.links.len()) {
            return Err(Unwritable::LoopOfNothing(named.id.clone()));
        }
    }
    Ok(())
}

fn unique<'a>(what: &'static str, ids: impl Iterator<Item = &'a str>) -> Result<(), Unwritable> {
    let mut seen = BTreeSet::new();
    for id in ids {
        if !seen.insert(id) {
            return Err(Unwritable::SameId { what, id: id.to_owned() });
        }
    }
    Ok(())
}

fn finite<D: fmt::Display>(is: bool, what: impl FnOnce() -> D) -> Result<(), Unwritable> {
    if is { Ok(()) } else { Err(Unwritable::NoNumber(what().to_string())) }
}
