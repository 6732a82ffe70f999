//! The program, told as stories: everything comes in through the door, on both databases.

mod world;

#[cfg(test)]
mod access;
#[cfg(test)]
mod backup;
#[cfg(test)]
mod base;
#[cfg(test)]
mod cycles;
#[cfg(test)]
mod gathering;
#[cfg(test)]
mod learning;
#[cfg(test)]
mod lists;
#[cfg(test)]
mod lives;
#[cfg(test)]
mod pages;
#[cfg(test)]
mod people;

pub use world::{SET_UP_CODE, Told, each, each_with};
