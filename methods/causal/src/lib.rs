#![doc = include_str!("../README.md")]

pub mod centrality;
mod chance;
pub mod communities;
pub mod components;
pub mod declared;
pub mod degrees;
pub mod diff;
pub mod fields;
pub mod graph;
pub mod loops;
pub mod merge;
pub mod model;
pub mod neighbours;
pub mod pairing;
pub mod paths;
pub mod selection;
pub mod whatif;

pub use centrality::Centrality;
pub use communities::Communities;
pub use declared::Declared;
pub use degrees::{Degrees, Role};
pub use diff::Diff;
pub use graph::{Bond, Broken, Graph, Node};
pub use loops::{Limits, LoopKind, Loops};
pub use merge::Merge;
pub use model::{Factor, Link, LinkKind, Loop, Map, Sign};
pub use paths::Shortest;
pub use selection::{Selection, Way};
pub use whatif::Cognitive;
