//! Who may do what with cycles, and with what is tried.

mod cycles;
mod explorations;
mod prompts;

pub(crate) use cycles::{
    DissentFromPurpose, OpenCycle, ReadPurposes, StartInCycle, WordPurpose, WriteEntry,
};
pub(crate) use explorations::{
    AgreeExploration, EndExploration, LookBack, ReadExploration, StartExploration,
};
pub(crate) use prompts::{EditPrompts, ReadPrompts};
