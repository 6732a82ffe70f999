#![doc = include_str!("../README.md")]

mod analysis;
mod axes;
mod clarity;
mod conversation;
mod groups;
mod id;
mod next;
mod note;
mod number;
mod place;
mod read;
mod record;
mod sparse;
mod typical;
mod write;

pub use analysis::{Analysis, Group, Options};
pub use axes::Axes;
pub use clarity::Clarity;
pub use conversation::{Conversation, Tally};
pub use groups::{BaseCluster, CannotGroup};
pub use id::Id;
pub use next::next_statement;
pub use note::Note;
pub use read::{FILES, MOST_BYTES, Unreadable, read};
pub use record::{Ballot, Moderation, Record, Statement, Vote};
pub use typical::{Consensus, Direction, Representative, Shared};
pub use write::write;
