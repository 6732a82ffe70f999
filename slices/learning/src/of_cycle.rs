//! The learning of a cycle: patterns named here, passed on to us, passed on by us.

use askama::{Template, filters::HtmlSafe};
use cycles::{Cycle, CycleOn};
use kernel::{Id, Moment};
use platform::{DbError, Paged, Reading};

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
    /// Where it goes on, on a page of its own.
    pub received_next: Option<String>,
    /// Named here, newest first; nothing for those who have no part in it.
    pub patterns: Vec<PatternLine>,
    /// Where they go on, on a page of their own.
    pub patterns_next: Option<String>,
    /// Passed on by us, newest first.
    pub passed: Vec<PassedLine>,
    /// Where it goes on, on a page of its own.
    pub passed_next: Option<String>,
    /// The reader works here.
    #[serde(skip)]
    #[schema(ignore)]
    pub works: bool,
    /// It says where a pattern is named: the page around it does not, and the reader works here.
    #[serde(skip)]
    #[schema(ignore)]
    pub names: bool,
    /// What was passed on to us stands in the step that understands it, on the page around this.
    #[serde(skip)]
    #[schema(ignore)]
    pub in_step: bool,
}

impl HtmlSafe for LearningPanel {}

/// What was passed on to a cycle, and what it meant here, as part of its understanding.
#[derive(Clone, Debug, Default, Template, serde::Serialize, utoipa::ToSchema)]
#[template(path = "understood.html")]
pub struct UnderstoodPanel {
    /// Passed on to us, newest first; in the step that understands.
    pub received: Vec<PassedLine>,
    /// Where it goes on, on a page of its own.
    #[serde(skip)]
    #[schema(ignore)]
    pub older: Option<String>,
    /// The reader works here.
    #[serde(skip)]
    #[schema(ignore)]
    pub works: bool,
}

impl HtmlSafe for UnderstoodPanel {}

impl LearningPanel {
    /// The same, for a page that says itself where a pattern is named.
    #[must_use]
    pub fn without_naming(self) -> Self {
        Self { names: false, ..self }
    }

    /// What was passed on to us, for the step in which it is understood.
    pub fn understood(&self) -> UnderstoodPanel {
        let (received, older) = (self.received.clone(), self.older());
        UnderstoodPanel { received, older, works: self.works }
    }

    /// The same, for a page on which the step that understands says it in full.
    #[must_use]
    pub fn with_received_in_step(self) -> Self {
        Self { in_step: true, ..self }
    }

    fn older(&self) -> Option<String> {
        let next = self.received_next.as_ref()?;
        Some(format!("/cycles/{}/received?after={next}", self.cycle))
    }
}

/// How many of each stand on a page.
const MOST: usize = 25;

/// The learning of a cycle: a constant number of queries. Each list begins here, and goes on on a
/// page of its own.
pub async fn of_cycle(reading: &mut Reading, on: &CycleOn) -> Result<LearningPanel, DbError> {
    let patterns = if on.part.any() {
        patterns(reading, on, None).await?
    } else {
        Paged { rows: Vec::new(), next: None }
    };
    let received = kept(reading, on, (Way::Received, None)).await?;
    let passed = kept(reading, on, (Way::Passed, None)).await?;
    let both = received.rows.iter().chain(&passed.rows).cloned().collect();
    let mut lines = lines(reading, both).await?;
    let ours = lines.split_off(received.rows.len());
    Ok(LearningPanel {
        cycle: on.cycle,
        received: lines,
        received_next: received.next,
        patterns: patterns.rows,
        patterns_next: patterns.next,
        passed: ours,
        passed_next: passed.next,
        works: on.part.works(),
        names: on.part.works(),
        in_step: false,
    })
}

/// Which way something was passed on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Way {
    /// To us.
    Received,
    /// By us.
    Passed,
}

/// Patterns named in a cycle, newest first, from where the page before ended.
pub(crate) async fn patterns(
    reading: &mut Reading,
    on: &CycleOn,
    after: Option<Id<Pattern>>,
) -> Result<Paged<PatternLine>, DbError> {
    let most = Paged::<PatternLine>::ask_for(MOST);
    let of = (&on.cycle, &on.body.id);
    let rows = store::pattern::of_cycle(reading, of, after, most).await?;
    let rows = rows.into_iter().map(|it| PatternLine {
        pattern: it.pattern,
        statement: it.statement,
        at: it.at,
    });
    Ok(Paged::of(rows.collect(), MOST, |it| it.pattern.to_string()))
}

/// What was passed on, to us or by us, newest first, from where the page before ended.
pub(crate) async fn relays(
    reading: &mut Reading,
    on: &CycleOn,
    from: (Way, Option<Id<Relay>>),
) -> Result<Paged<PassedLine>, DbError> {
    let Paged { rows, next } = kept(reading, on, from).await?;
    Ok(Paged { rows: lines(reading, rows).await?, next })
}

async fn kept(
    reading: &mut Reading,
    on: &CycleOn,
    (way, after): (Way, Option<Id<Relay>>),
) -> Result<Paged<Kept>, DbError> {
    let most = Paged::<Kept>::ask_for(MOST);
    let rows = match way {
        Way::Received => store::relay::to_cycle(reading, &on.cycle, after, most).await?,
        Way::Passed => store::relay::from_cycle(reading, &on.cycle, after, most).await?,
    };
    Ok(Paged::of(rows, MOST, |it| it.relay.to_string()))
}

/// What these say and what they meant where they came, in their order.
async fn lines(reading: &mut Reading, all: Vec<Kept>) -> Result<Vec<PassedLine>, DbError> {
    let wordings: Vec<Id<Wording>> = all.iter().map(|it| it.wording).collect();
    let worded = wording::passed(reading, &wordings).await?;
    let ways = Ways::along(reading, all).await?;
    Ok(ways.relays.iter().map(|it| line(it, &ways, &worded)).collect())
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
