//! What we're trying, and the cycles that teams, organisations, places and countries learn in.

mod steps;
mod tried;
