#![doc = include_str!("../README.md")]

mod chance;
mod common;
mod journeys;
mod names;
mod people;
mod person;
mod places;
mod process;
mod record;
mod slips;

pub use crate::{
    journeys::{Journeys, journeys},
    people::{People, people},
    record::Record,
};
