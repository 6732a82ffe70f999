#![doc = include_str!("../README.md")]

mod causal_coding;
mod detect;
mod dot;
mod draft;
mod edge_list;
mod fields;
mod format;
mod gexf;
mod graph;
mod graphml;
mod kumu;
mod left_out;
mod loopy;
mod lz;
mod mental_modeler;
mod prsm;
mod read;
mod sheet;
mod table;
mod tributary;
mod unheld;
mod workbook;
mod write;
mod xml;

pub use format::{Format, UnknownFormat};
pub use left_out::LeftOut;
pub use read::{MOST_UNPACKED, Read, Unreadable, read, read_pair};
pub use unheld::Part;
pub use write::{Unwritable, Written, write};
