#![doc = include_str!("../README.md")]

pub mod clusters;
pub mod decisions;
pub mod edge;
