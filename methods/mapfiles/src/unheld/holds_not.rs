//! What each format has no place for.

use super::{
    Part,
    Part::{
        Delays, Description, Directions, FactorAttributes, FactorIds, FactorKinds, FactorNotes,
        FactorTags, Labels, LinkAttributes, LinkIds, LinkKinds, LinkLabels, LinkNotes, LinkTags,
        LoneFactors, Loops, MapAttributes, Positions, SharedLabels, Signs, Title, Weights,
    },
};
use crate::Format;

const PRSM_XLSX: &[Part] =
    &[Title, Description, MapAttributes, Loops, FactorIds, SharedLabels, LinkIds];
const PRSM_CSV: &[Part] = &[
    Title,
    Description,
    MapAttributes,
    Loops,
    FactorIds,
    SharedLabels,
    LoneFactors,
    FactorNotes,
    FactorTags,
    Positions,
    FactorAttributes,
    LinkIds,
    Directions,
    Signs,
    Delays,
    Weights,
    LinkLabels,
    LinkNotes,
    LinkTags,
    LinkAttributes,
];
const KUMU_CSV: &[Part] = &[Title, Description, MapAttributes, Loops];
const LOOPY: &[Part] = &[
    Title,
    Description,
    Loops,
    FactorIds,
    FactorKinds,
    FactorNotes,
    FactorTags,
    LinkIds,
    Directions,
    Delays,
    LinkLabels,
    LinkKinds,
    LinkNotes,
    LinkTags,
];
const MENTAL_MODELER_CSV: &[Part] = &[
    Title,
    Description,
    MapAttributes,
    Loops,
    FactorIds,
    SharedLabels,
    FactorKinds,
    FactorNotes,
    FactorTags,
    Positions,
    FactorAttributes,
    LinkIds,
    Directions,
    Delays,
    LinkLabels,
    LinkKinds,
    LinkNotes,
    LinkTags,
    LinkAttributes,
];
const MENTAL_MODELER_MMP: &[Part] = &[
    Description,
    Loops,
    FactorKinds,
    FactorTags,
    LinkIds,
    Directions,
    Delays,
    LinkLabels,
    LinkKinds,
    LinkTags,
];
const GEXF: &[Part] = &[Title, Loops];
const DOT: &[Part] = &[
    Description,
    MapAttributes,
    Loops,
    FactorIds,
    FactorKinds,
    FactorTags,
    Positions,
    FactorAttributes,
    LinkIds,
    Weights,
    LinkKinds,
    LinkNotes,
    LinkTags,
    LinkAttributes,
];
const CAUSAL_CODING: &[Part] = &[Title, Description, Loops, FactorIds, SharedLabels, LinkIds];
const EDGE_LIST: &[Part] = &[
    Title,
    Description,
    Loops,
    FactorIds,
    Labels,
    FactorKinds,
    FactorNotes,
    FactorTags,
    Positions,
    FactorAttributes,
    LinkIds,
    Directions,
    Signs,
    Delays,
    Weights,
    LinkLabels,
    LinkKinds,
    LinkNotes,
    LinkTags,
    LinkAttributes,
];

impl Format {
    /// The parts of a map that this format has no place for. What it has a place for comes back when what was written is read.
    pub const fn holds_not(self) -> &'static [Part] {
        match self {
            Self::Tributary
            | Self::Prsm
            | Self::PrsmCompressed
            | Self::KumuBlueprint
            | Self::KumuBackup
            | Self::GraphMl => &[],
            Self::PrsmXlsx => PRSM_XLSX,
            Self::PrsmCsv => PRSM_CSV,
            Self::KumuCsv | Self::KumuXlsx => KUMU_CSV,
            Self::Loopy => LOOPY,
            Self::MentalModelerCsv => MENTAL_MODELER_CSV,
            Self::MentalModelerMmp => MENTAL_MODELER_MMP,
            Self::Gexf => GEXF,
            Self::Dot => DOT,
            Self::CausalCoding => CAUSAL_CODING,
            Self::EdgeList => EDGE_LIST,
        }
    }
}
