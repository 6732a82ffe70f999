#![doc = include_str!("../README.md")]

mod analysis;
mod counts;
mod date;
mod draw;
mod figures;
mod gaps;
mod individuals;
mod lines;
mod mean;
mod notes;
mod phase;
mod plan;
mod read;
mod rule_set;
mod run_chart;
mod series;
mod signals;
mod unreadable;
mod unusable;

pub use crate::{
    analysis::{Analysis, FIRM, MOST, analyse},
    date::{Date, Exactness, NoDate},
    draw::draw,
    figures::Figures,
    lines::{Bounds, Centre, Lines},
    notes::{Note, Noted},
    phase::{Course, Phase},
    plan::{Baseline, BaselineTooShort, Kind, Plan},
    read::{Columns, read},
    rule_set::{RuleSet, Rules, TwoInThree, UnknownRuleSet},
    run_chart::Runs,
    series::{Measured, Question, Rebase, Series},
    signals::{Mark, Rule, Side},
    unreadable::Unreadable,
    unusable::Unusable,
};
