//! Learning cycles, and what is tried in them.
//!
//! At the scale of a person no step is shown: a life has "what we're trying" ([`trying`]). A team, an
//! organisation, a place or a country learns in cycles of five steps that never block ([`steps`]).

mod agree;
mod card;
mod dissent;
mod edit_prompts;
mod end;
mod entries;
mod entry;
mod exploration;
mod finding;
mod lines;
mod look_back;
mod model;
mod open;
mod policy;
mod prompts;
mod purpose;
mod purposes;
mod questions;
mod readers;
mod rules;
mod said;
mod samples;
mod standing;
mod start;
mod start_in_cycle;
mod steps;
mod store;
mod tried;
mod trying;
mod who;
mod word;
mod write;

use platform::Routes;

pub use card::TryingCard;
pub use entry::EntryLine;
pub use finding::{CycleLine, all_cycles, cycle_of};
pub use lines::{
    ExplorationLine, Line, LookLine, lines_of_life, lines_of_lives, live_of_lives,
    lives_that_tried, lives_trying,
};
pub use model::{Cycle, Ending, Exploration, LINE, Step};
pub use purpose::{DissentLine, PurposeLine};
pub use samples::samples;
pub use standing::{CycleOn, ExplorationOn, cycle_on, exploration_on};
pub use start_in_cycle::start_in_cycle;
pub use steps::{StepPart, StepsPanel, steps};
pub use store::after::TriedAfter;
pub use trying::{TryingPanel, trying};

/// The pages of this slice.
pub fn routes() -> Routes {
    learning(trying_things(Routes::of(said::WORDS)))
}

fn trying_things(routes: Routes) -> Routes {
    routes
        .list("/lives/{life}/explorations", tried::page)
        .verb("/lives/{life}/explorations", "/new", start::form, start::submit)
        .list("/cycles/{cycle}/explorations", tried::in_cycle)
        .verb("/cycles/{cycle}/explorations", "/new", start_in_cycle::form, start_in_cycle::submit)
        .show("/explorations/{exploration}", exploration::page)
        .verb("/explorations/{exploration}/agree", "/ask", agree::form, agree::submit)
        .verb("/explorations/{exploration}/looks", "/new", look_back::form, look_back::submit)
        .verb("/explorations/{exploration}/end", "/new", end::form, end::submit)
}

fn learning(routes: Routes) -> Routes {
    routes
        .verb("/bodies/{body}/cycles", "/new", open::form, open::submit)
        .list("/cycles/{cycle}/entries", entries::page)
        .narrowed_by("step")
        .verb("/cycles/{cycle}/entries", "/new", write::form, write::submit)
        .show("/cycles/{cycle}/purposes", purposes::page)
        .verb("/cycles/{cycle}/purposes", "/new", word::form, word::submit)
        .verb("/purposes/{purpose}/dissents", "/new", dissent::form, dissent::submit)
        .show("/prompts", prompts::page)
        .verb("/prompts", "/edit", edit_prompts::form, edit_prompts::submit)
}
