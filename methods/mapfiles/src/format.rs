//! The formats, their names on the command line, and how their files end.

use std::{fmt, str::FromStr};

/// A way in which somebody keeps system maps in files.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Format {
    /// Our own JSON, which holds everything a [`causal::Map`] has.
    Tributary,
    /// PRSM's `.prsm`, plain JSON.
    Prsm,
    /// PRSM's `.prsm`, compressed with LZ-string to UTF-16 characters.
    PrsmCompressed,
    /// PRSM's workbook with the sheets `Factors` and `Links`.
    PrsmXlsx,
    /// PRSM's table of links, five columns.
    PrsmCsv,
    /// Kumu's blueprint, JSON with `elements` and `connections`.
    KumuBlueprint,
    /// Kumu's full backup, JSON with maps, loops and perspectives.
    KumuBackup,
    /// Kumu's pair of tables, elements and connections.
    KumuCsv,
    /// Kumu's workbook with the sheets `Elements` and `Connections`.
    KumuXlsx,
    /// LOOPY: a link whose `data` is the map, or that `data` alone.
    Loopy,
    /// Mental Modeler's square matrix of weights.
    MentalModelerCsv,
    /// Mental Modeler's project, XML.
    MentalModelerMmp,
    /// `GraphML`, with PRSM's keys when written.
    GraphMl,
    /// GEXF 1.3, as Gephi has it.
    Gexf,
    /// Graphviz' DOT; written only.
    Dot,
    /// The workbook of causal coding: one row of `links` is what one person said.
    CausalCoding,
    /// A bare list of edges in JSON, unsigned; labels are the indices.
    EdgeList,
}

impl Format {
    /// Every format, in the order in which help lists them.
    pub const ALL: [Self; 17] = [
        Self::Tributary,
        Self::Prsm,
        Self::PrsmCompressed,
        Self::PrsmXlsx,
        Self::PrsmCsv,
        Self::KumuBlueprint,
        Self::KumuBackup,
        Self::KumuCsv,
        Self::KumuXlsx,
        Self::Loopy,
        Self::MentalModelerCsv,
        Self::MentalModelerMmp,
        Self::GraphMl,
        Self::Gexf,
        Self::Dot,
        Self::CausalCoding,
        Self::EdgeList,
    ];

    /// What it is called on the command line.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Tributary => "tributary",
            Self::Prsm => "prsm",
            Self::PrsmCompressed => "prsm-compressed",
            Self::PrsmXlsx => "prsm-xlsx",
            Self::PrsmCsv => "prsm-csv",
            Self::KumuBlueprint => "kumu-blueprint",
            Self::KumuBackup => "kumu-backup",
            Self::KumuCsv => "kumu-csv",
            Self::KumuXlsx => "kumu-xlsx",
            Self::Loopy => "loopy",
            Self::MentalModelerCsv => "mental-modeler-csv",
            Self::MentalModelerMmp => "mental-modeler-mmp",
            Self::GraphMl => "graphml",
            Self::Gexf => "gexf",
            Self::Dot => "dot",
            Self::CausalCoding => "causal-coding",
            Self::EdgeList => "edge-list",
        }
    }

    /// How the name of its file ends, with the dot. Several formats share an ending.
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Tributary | Self::KumuBlueprint | Self::KumuBackup | Self::EdgeList => ".json",
            Self::Prsm | Self::PrsmCompressed => ".prsm",
            Self::PrsmXlsx | Self::KumuXlsx | Self::CausalCoding => ".xlsx",
            Self::PrsmCsv | Self::KumuCsv | Self::MentalModelerCsv => ".csv",
            Self::Loopy => ".loopy",
            Self::MentalModelerMmp => ".mmp",
            Self::GraphMl => ".graphml",
            Self::Gexf => ".gexf",
            Self::Dot => ".dot",
        }
    }

    /// Whether it can be read as well as written.
    pub const fn is_read(self) -> bool {
        !matches!(self, Self::Dot)
    }

    /// The format that the end of a file's name stands for, where it stands for one: `.csv` and `.xlsx` do not,
    /// `.json` is our own, `.prsm` the plain one, and `.gv` is DOT.
    pub fn of_name(name: &str) -> Option<Self> {
        let name = name.to_lowercase();
        let only = [
            (".json", Self::Tributary),
            (".prsm", Self::Prsm),
            (".loopy", Self::Loopy),
            (".mmp", Self::MentalModelerMmp),
            (".graphml", Self::GraphMl),
            (".gexf", Self::Gexf),
            (".dot", Self::Dot),
            (".gv", Self::Dot),
        ];
        only.into_iter().find(|(ending, _)| name.ends_with(ending)).map(|(_, format)| format)
    }
}

impl fmt::Display for Format {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.pad(self.name())
    }
}

/// No format has this name.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("there is no format `{0}`. There are: {names}", names = names())]
pub struct UnknownFormat(pub String);

fn names() -> String {
    Format::ALL.map(Format::name).join(", ")
}

impl FromStr for Format {
    type Err = UnknownFormat;

    fn from_str(name: &str) -> Result<Self, UnknownFormat> {
        let found = Self::ALL.into_iter().find(|format| format.name() == name);
        found.ok_or_else(|| UnknownFormat(name.to_owned()))
    }
}
