//! Stories of the library, and what is known of real maps.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test stops at what it did not expect"
)]

mod centrality;
mod communities;
mod declared;
mod drawn;
mod known;
mod loops;
mod maps;
mod merge;
mod whatif;
