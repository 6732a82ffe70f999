//! What we're trying, and the cycles that teams, organisations, places and countries learn in.

mod near;
mod older;
mod pointed_out;
mod readers;
mod steps;
mod tried;
