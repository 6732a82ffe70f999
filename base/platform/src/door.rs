//! The door. A handler first gets an [`Ask`], which holds no transaction; [`Ask::look`] and
//! [`Ask::change`] open one, find the thing, and ask the rule inside it. What they give back, a
//! [`Look`] or a [`Permit`], is the only way to the database, and the only way to sealed text.

mod action;
mod ask;
mod key;
mod look;
mod permit;
mod reading;

pub use action::{Action, Changes, Decision, Marked};
pub use ask::Ask;
pub use key::{Key, Of, Parts, Thing};
pub use look::{Look, Seen};
pub use permit::{Also, Done, May, Permit};
pub use reading::Reading;
