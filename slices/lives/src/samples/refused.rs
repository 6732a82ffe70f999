//! What changed between a page and the press of its button.

use platform::{Failure, Sample};

use crate::{holding::hold, model::Spoken, said};

pub(super) fn samples() -> Vec<Sample> {
    let all = [
        ("lives/around-end/meanwhile", Some(said::around_ended())),
        ("lives/note-bring/meanwhile", Some(said::bring_already())),
        ("lives/note-take-back/meanwhile", Some(said::not_brought())),
        ("lives/note-hold/own", hold::cannot(Spoken::Wrote)),
        ("lives/note-hold/answered", hold::cannot(Spoken::Answered)),
        ("lives/note-hold/meanwhile", Some(said::hold_already())),
        ("lives/note-release/meanwhile", Some(said::hold_not())),
        ("lives/note-second/meanwhile", Some(said::second_not_now())),
    ];
    let sample =
        |(name, why)| Some(Sample::refused(name, &Failure::Conflict(Option::clone(&why)?)));
    all.into_iter().filter_map(sample).collect()
}
