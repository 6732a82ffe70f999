//! Learning that travels: patterns that people name, how they are passed on, what they mean
//! elsewhere, and what became of them for those who gave.
//!
//! What a pattern was drawn from is known to the people concerned and those beside them; anybody
//! else reads words that tell nobody who it was about, and that only with the person's word.

mod answer;
mod ask;
mod became;
mod changes;
mod drawn;
mod grounds;
mod known;
mod model;
mod name;
mod of_cycle;
mod offered;
mod older;
mod pass;
mod pattern;
mod policy;
mod relay;
mod respond;
mod reword;
mod rules;
mod said;
mod samples;
mod store;
mod taken_back;
mod theirs;
mod waits;
mod way;

use platform::Routes;

pub use became::{AnsweredLine, AskedLine, AsksPanel, BecamePanel, LearntLine, became_of};
pub use changes::{ChangeLine, asked_of, changes_for};
pub use model::{Answer, Ground, Kind, Pattern, Relay, Response};
pub use of_cycle::{LearningPanel, PassedLine, PatternLine, UnderstoodPanel, of_cycle};
pub use samples::samples;
pub use taken_back::{HadLine, TakenBack};
pub use waits::waits_in;
pub use way::{BodyLine, ResponseLine, Step};

/// The pages of this slice.
pub fn routes() -> Routes {
    Routes::of(said::WORDS)
        .list("/cycles/{cycle}/patterns", older::patterns_page)
        .verb("/cycles/{cycle}/patterns", "/new", name::form, name::submit)
        .list("/cycles/{cycle}/received", older::received_page)
        .list("/cycles/{cycle}/passed", older::passed_page)
        .show("/patterns/{pattern}", pattern::page)
        .verb("/patterns/{pattern}/wordings", "/new", reword::form, reword::submit)
        .verb("/patterns/{pattern}/asks", "/new", ask::form, ask::submit)
        .verb("/lives/{life}/grounds/{ground}/answer", "/new", answer::form, answer::submit)
        .verb("/patterns/{pattern}/relays", "/new", pass::form, pass::submit)
        .verb("/relays/{relay}/relays", "/new", pass::further_form, pass::further)
        .verb("/relays/{relay}/responses", "/new", respond::form, respond::submit)
        .show("/relays/{relay}", relay::page)
        .show("/relays/{relay}/grounds", grounds::page)
        .show("/lives/{life}/became", became::page)
}
