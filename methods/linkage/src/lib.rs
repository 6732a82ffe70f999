#![doc = include_str!("../README.md")]

mod blocks;
mod chance;
mod compare;
mod dictionary;
mod edge;
mod fit;
mod form;
mod model;
mod nickname;
mod part;
mod plan;
mod predict;
mod records;
mod settings;
mod test;

pub use crate::{
    edge::Edge,
    fit::Fit,
    form::{Form, LONGEST},
    model::{
        Column, Comparison, FORMAT, Frequency, Key, LARGEST_MODEL, Level, Model, Part, Prior, Rule, Training, Twins,
        WrongModel,
    },
    predict::{Predicted, TooManyEdges, Watch, predict},
    records::{MOST_RECORDS, NotFound, Record, Records, Source, Taken, Unreadable},
    settings::Settings,
    test::{Ask, Clause, Test},
};
