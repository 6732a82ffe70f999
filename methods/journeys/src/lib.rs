#![doc = include_str!("../README.md")]

mod building;
pub mod csv;
pub mod discover;
pub mod gzip;
mod log;
mod merge;
mod moment;
mod names;
mod notes;
pub mod ocel;
mod once;
mod read;
mod unreadable;
mod value;
pub mod xes;
mod xml;

pub use building::Found;
pub use discover::{Discovered, discover};
pub use log::{Event, Header, Log};
pub use merge::{SOURCE, merge};
pub use moment::{Moment, Read as ReadMoment};
pub use names::{Name, Names};
pub use notes::{Lost, Matter, Notes};
pub use ocel::{ObjectLog, ObjectsFound};
pub use read::{Contents, Mapping, read};
pub use unreadable::{Place, Unreadable, Why};
pub use value::{Attribute, DEEPEST, Type, Value, Written};
