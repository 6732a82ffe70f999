//! What we're trying, and the cycles that teams, organisations, places and countries learn in.

mod near;
mod older;
mod steps;
mod tried;
