//! Who may do what with cycles, and with what is tried.

mod cycles;
mod explorations;
mod prompts;

pub(crate) use cycles::{
    DissentFromPurpose, OpenCycle, ReadEntries, ReadPurposes, ReadTriedInCycle, StartInCycle,
    WordPurpose, WriteEntry,
};
pub(crate) use explorations::{
    AgreeExploration, EndExploration, LookBack, ReadExploration, ReadTried, StartExploration,
};
pub(crate) use prompts::{EditPrompts, ReadPrompts};
