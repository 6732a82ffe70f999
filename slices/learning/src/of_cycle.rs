//! The learning of a cycle: patterns named here, passed on to us, passed on by us.

use askama::{Template, filters::HtmlSafe};
use cycles::{Cycle, CycleOn};
use kernel::{Id, Moment};
use platform::{DbError, Reading};

use crate::{
    Pattern, Relay,
    model::Wording,
    said,
    store::{
        self,
        relay::Kept,
        wording::{self, Worded},
    },
    way::{BodyLine, ResponseLine, Ways},
};

/// A pattern named here.
#[derive(Clone, Debug, serde::Serialize, utoipa::ToSchema)]
pub struct PatternLine {
    /// The pattern.
    #[schema(value_type = String)]
    pub pattern: Id<Pattern>,
    /// What is seen.
    pub statement: String,
    /// When it was named.
    pub at: Moment,
}

/// Something passed on, to us or by us.
#[derive(Clone, Debug, serde::Serialize, utoipa::ToSchema)]
pub struct PassedLine {
    /// The relay.
    #[schema(value_type = String)]
    pub relay: Id<Relay>,
    /// Who passed it on.
    pub from: BodyLine,
    /// To whom.
    pub to: BodyLine,
    /// What is seen.
    pub statement: String,
    /// What was asked; nothing stands for the usual question.
    pub question: Option<String>,
    /// What it meant there, in order.
    pub responses: Vec<ResponseLine>,
    /// When it was passed on.
    pub at: Moment,
}

/// The learning of a cycle.
#[derive(Clone, Debug, Template, serde::Serialize, utoipa::ToSchema)]
#[template(path = "of_cycle.html")]
pub struct LearningPanel {
    /// The cycle.
    #[schema(value_type = String)]
    pub cycle: Id<Cycle>,
    /// Passed on to us, newest first: it is part of understanding.
    pub received: Vec<PassedLine>,
    /// Named here, newest first; nothing for those who have no part in it.
    pub patterns: Vec<PatternLine>,
    /// Passed on by us, newest first.
    pub passed: Vec<PassedLine>,
    /// The reader works here.
    #[serde(skip)]
    #[schema(ignore)]
    pub works: bool,
}

impl HtmlSafe for LearningPanel {}

/// What was passed on to a cycle, and what it meant here, as part of its understanding.
#[derive(Clone, Debug, Default, Template, serde::Serialize, utoipa::ToSchema)]
#[template(path = "understood.html")]
pub struct UnderstoodPanel {
    /// Passed on to us, newest first; in the step that understands.
    pub received: Vec<PassedLine>,
}

impl HtmlSafe for UnderstoodPanel {}

impl LearningPanel {
    /// What was passed on to us, for the step in which it is understood.
    pub fn understood(&self) -> UnderstoodPanel {
        UnderstoodPanel { received: self.received.clone() }
    }
}

/// How many of each stand on a page.
const MOST: usize = 25;

/// The learning of a cycle: a constant number of queries. Each list begins here, and goes on on a
/// page of its own.
pub async fn of_cycle(reading: &mut Reading, on: &CycleOn) -> Result<LearningPanel, DbError> {
    let patterns = if on.part.any() {
        store::pattern::of_cycle(reading, &on.cycle, &on.body.id).await?
    } else {
        Vec::new()
    };
    let received = store::relay::to_cycle(reading, &on.cycle).await?;
    let passed = store::relay::from_cycle(reading, &on.cycle).await?;
    let wordings: Vec<Id<Wording>> = received.iter().chain(&passed).map(|it| it.wording).collect();
    let worded = wording::passed(reading, &wordings).await?;
    let both = received.iter().chain(&passed).cloned().collect();
    let ways = Ways::along(reading, both).await?;
    let lines = |all: Vec<Kept>| all.iter().map(|it| line(it, &ways, &worded)).collect();
    let patterns = patterns.into_iter().map(|it| PatternLine {
        pattern: it.pattern,
        statement: it.statement,
        at: it.at,
    });
    Ok(LearningPanel {
        cycle: on.cycle,
        received: lines(received),
        patterns: patterns.collect(),
        passed: lines(passed),
        works: on.part.works(),
    })
}

fn line(kept: &Kept, ways: &Ways, worded: &[Worded]) -> PassedLine {
    let statement = worded.iter().find(|it| it.id == kept.wording).map(|it| it.body.clone());
    PassedLine {
        relay: kept.relay,
        from: ways.body(&kept.from),
        to: ways.body(&kept.to),
        statement: statement.unwrap_or_default(),
        question: kept.question.clone(),
        responses: ways.meant(&kept.relay).map(ResponseLine::of).collect(),
        at: kept.at,
    }
}
