#![doc = include_str!("../README.md")]

mod blocks;
mod chance;
pub mod clusters;
mod compare;
pub mod decisions;
mod dictionary;
pub mod edge;
mod explain;
mod fit;
mod form;
mod index;
mod linked;
mod model;
mod nickname;
mod part;
mod plan;
mod predict;
mod records;
mod settings;
mod test;
mod train;

pub use crate::{
    decisions::Record,
    edge::Edge,
    explain::{Explained, Piece},
    fit::Fit,
    form::{Form, LONGEST},
    index::{Index, Match},
    linked::{Linked, clusters_csv, link},
    model::{
        Column, Comparison, FORMAT, Frequency, Group, Key, LARGEST_MODEL, Level, Model, Part,
        Pattern, Prior, Rule, Training, WrongModel,
    },
    predict::{Predicted, TooManyEdges, Watch, predict},
    records::{MOST_RECORDS, NotFound, Records, Source, Taken, Unreadable},
    settings::Settings,
    test::{Ask, Clause, Test},
    train::{NothingToLearn, Trained, train},
};
