//! What pages say. A [`Say`] is a sentence of a catalogue with its arguments, not yet in any
//! language; a [`Voice`] says it in the reader's language, at the reader's place and time.

mod catalogue;
mod days;
mod say;
mod voice;

pub use catalogue::{Catalogue, Sentences};
pub use say::{Arg, Say, Text};
pub use voice::{Language, Voice};

/// Brings the functions that `build.rs` wrote for this crate's `words/en.ftl` into scope.
#[macro_export]
macro_rules! sentences {
    () => {
        include!(concat!(env!("OUT_DIR"), "/words.rs"));
    };
}

/// Sentences about dates, which every language needs and no slice owns.
pub const DAYS: Sentences =
    Sentences { of: "words", language: "en", text: include_str!("../words/en.ftl") };
