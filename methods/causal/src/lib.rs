#![doc = include_str!("../README.md")]

pub mod model;

pub use model::{Factor, Link, LinkKind, Loop, Map, Sign};
