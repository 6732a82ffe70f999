//! A no that was said after something had been passed on: who could read it until then, and what
//! stays there. The person is told the truth, which is that not all of it comes back.

use askama::{Template, filters::HtmlSafe};
use kernel::{Id, Moment};
use platform::{DbError, Reading};

use crate::{
    model::Wording,
    said,
    store::{asking, relay, wording},
    theirs::Theirs,
    way::Ways,
};

/// A no that was said after something had been passed on.
#[derive(Clone, Debug, serde::Serialize, utoipa::ToSchema)]
pub struct TakenBack {
    /// When the no was said.
    pub at: Moment,
    /// Who could read what was learnt with them until then.
    pub had: Vec<HadLine>,
    /// What is seen, in the words that stay there.
    pub statement: String,
    /// Others gave their word, so the sentence can go further.
    pub further: bool,
}

/// Somebody who could read words until a no was said.
#[derive(Clone, Debug, serde::Serialize, utoipa::ToSchema)]
pub struct HadLine {
    /// What they are called.
    pub to: String,
    /// Since when.
    pub at: Moment,
}

/// The same, told to the person or to somebody beside them.
#[derive(Debug, Template)]
#[template(path = "taken_back.html")]
pub(crate) struct TakenBackTold<'a> {
    it: &'a TakenBack,
    you: bool,
    who: &'a str,
}

impl HtmlSafe for TakenBackTold<'_> {}

impl TakenBack {
    pub(crate) const fn told<'a>(&'a self, you: bool, who: &'a str) -> TakenBackTold<'a> {
        TakenBackTold { it: self, you, who }
    }
}

/// By which relays something of theirs went, in order.
fn went<'a>(it: &Theirs, ways: &'a Ways) -> Vec<&'a relay::Kept> {
    let answered = |of: &Id<Wording>| {
        it.askings.iter().any(|asking| asking.wording == *of && asking.answer.is_some())
    };
    let relays = ways.relays.iter().filter(|relay| relay.pattern == it.ground.pattern);
    relays.filter(|relay| answered(&relay.wording)).collect()
}

/// Something of theirs was passed on already: a no does not bring that back.
pub(crate) fn has_gone(it: &Theirs, ways: &Ways) -> bool {
    !went(it, ways).is_empty()
}

/// What a no took back, and what it could not; nothing where no no was said, or nothing had gone.
pub(crate) async fn taken_back(
    reading: &mut Reading,
    it: &Theirs,
    ways: &Ways,
) -> Result<Option<TakenBack>, DbError> {
    let went = went(it, ways);
    let Some(at) = it.refused_at(reading).await?.filter(|_| !went.is_empty()) else {
        return Ok(None);
    };
    let before: Vec<_> = went.into_iter().filter(|relay| relay.at < at).collect();
    let Some(last) = before.last() else { return Ok(None) };
    let worded = wording::passed_one(reading, &last.wording).await?;
    let given = asking::given(reading, &[last.wording]).await?.remove(&last.wording);
    let lets = |answer: Option<crate::Answer>| answer.is_some_and(crate::Answer::lets_leave);
    let further = given.is_some_and(|all| all.iter().any(|it| lets(it.answer)));
    let mut had: Vec<HadLine> = Vec::new();
    for relay in &before {
        let to = ways.body(&relay.to).name;
        if !had.iter().any(|it| it.to == to) {
            had.push(HadLine { to, at: relay.at });
        }
    }
    let statement = worded.map(|it| it.body).unwrap_or_default();
    Ok(Some(TakenBack { at, had, statement, further }))
}
