//! What was drawn from somebody's life, and what they were asked of it, for the person and for
//! those who read their page.

use kernel::{Id, Moment};
use people::Life;
use platform::{DbError, Reading};

use crate::{
    model::Answer,
    store::{
        self,
        asking::{self, Kept},
        ground,
        wording::{self, Worded},
    },
};

/// Something drawn from a life.
#[derive(Clone, Debug)]
pub(crate) struct Theirs {
    pub(crate) life: Id<Life>,
    pub(crate) ground: ground::Kept,
    /// What was asked of it, the newest words first.
    pub(crate) askings: Vec<Kept>,
}

/// What was drawn from these lives, which the look must name. Lives from which nothing was drawn
/// cost one query.
pub(crate) async fn theirs(
    reading: &mut Reading,
    lives: &[Id<Life>],
) -> Result<Vec<Theirs>, DbError> {
    let marks = store::ground::marks(reading, lives).await?;
    let grounds = store::ground::of_marks(reading, &marks).await?;
    if grounds.is_empty() {
        return Ok(Vec::new());
    }
    let ids: Vec<_> = grounds.iter().map(|it| it.ground).collect();
    let mut askings = asking::of_grounds(reading, &ids).await?;
    let held = lives::held_notes(reading, lives).await?;
    let mut theirs = Vec::with_capacity(grounds.len());
    for ground in grounds {
        let Some(life) = marks.get(&ground.mark).copied() else { continue };
        // What was drawn from a note that is held from the reader is not there either.
        if ground.link(reading, &life).await?.from.seen(&held) {
            let askings = askings.remove(&ground.ground).unwrap_or_default();
            theirs.push(Theirs { life, ground, askings });
        }
    }
    Ok(theirs)
}

impl Theirs {
    /// What waits for their word.
    pub(crate) fn asked(&self) -> Option<&Kept> {
        self.askings.first().filter(|it| it.asked && it.answer.is_none())
    }

    /// What they said last.
    pub(crate) fn answered(&self) -> Option<(&Kept, Answer)> {
        self.askings.iter().find_map(|it| it.answer.map(|answer| (it, answer)))
    }

    /// Something was said to earlier words, or asked of them: these are other words.
    pub(crate) fn again(&self) -> bool {
        self.askings.iter().skip(1).any(|it| it.asked || it.answer.is_some())
    }

    /// They said no, to these words or to earlier ones, and nothing else since.
    pub(crate) fn refused(&self) -> bool {
        self.answered().is_some_and(|(_, answer)| answer == Answer::Refused)
    }

    /// When the no was said that holds now. A no to other words is written to all that was said
    /// before, so the last moment is its own.
    pub(crate) async fn refused_at(&self, reading: &Reading) -> Result<Option<Moment>, DbError> {
        let mut last = None;
        for asking in self.askings.iter().filter(|_| self.refused()) {
            last = last.max(asking.answered_at(reading, &self.life).await?);
        }
        Ok(last)
    }
}

/// The words of the pattern that somebody is asked about.
pub(crate) async fn asked_about(
    reading: &mut Reading,
    asking: &Kept,
    pattern: &Id<crate::Pattern>,
) -> Result<Option<Worded>, DbError> {
    let newest = wording::newest_of(reading, pattern).await?;
    match newest.filter(|it| it.id == asking.wording) {
        Some(worded) => Ok(Some(worded)),
        None => wording::passed_one(reading, &asking.wording).await,
    }
}
