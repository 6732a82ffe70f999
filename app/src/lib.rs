//! The program: every slice, joined, behind one door.

pub mod commands;
mod house;
pub mod settings;
mod stores;

pub use house::{House, KEY_STEPS, Opening, STEPS, frame, routes, samples};
