//! The learning of a cycle, list by list: each goes on here where the page of the cycle ends.

use askama::Template;
use cycles::{Cycle, CycleOn};
use kernel::Id;
use platform::{Ask, Failure, Paged, Seen, View};
use ui::Pagination;
use words::{Say, Text};

use crate::{
    of_cycle::{PassedLine, PatternLine, Way, patterns, relays},
    policy::{SeePassed, SeePatterns, SeeReceived},
    said,
};

/// Patterns named in a cycle, the newest first.
#[derive(Clone, Debug, Template, serde::Serialize, utoipa::ToSchema)]
#[template(path = "patterns.html")]
pub(crate) struct PatternsPage {
    /// The patterns.
    pub(crate) patterns: Vec<PatternLine>,
    /// Where the next page begins.
    pub(crate) next: Option<String>,
    #[serde(skip)]
    #[schema(ignore)]
    pub(crate) cycle: Id<Cycle>,
    #[serde(skip)]
    #[schema(ignore)]
    pub(crate) body: String,
}

impl View for PatternsPage {
    fn title(&self) -> Text {
        said::patterns_title().into()
    }
}

impl PatternsPage {
    fn pages(&self) -> Option<Pagination> {
        pages(&self.cycle, "patterns", self.next.as_deref())
    }
}

/// The way on, where there is one.
fn pages(cycle: &Id<Cycle>, list: &str, next: Option<&str>) -> Option<Pagination> {
    let next = next?;
    Some(Pagination::new().next(format!("/cycles/{cycle}/{list}?after={next}")))
}

pub(crate) async fn patterns_page(ask: Ask<SeePatterns>) -> Result<Seen<PatternsPage>, Failure> {
    let after = ask.after(Id::parse);
    let mut look = ask.look().await?;
    let CycleOn { cycle, body, .. } = look.on().clone();
    let (on, reading) = look.parts();
    let Paged { rows, next } = patterns(reading, on, after?).await?;
    look.show(PatternsPage { patterns: rows, next, cycle, body: body.name }).await
}

/// What was passed on, to a cycle or by it, the newest first.
#[derive(Clone, Debug, Template, serde::Serialize, utoipa::ToSchema)]
#[template(path = "relays.html")]
pub(crate) struct RelaysPage {
    /// What was passed on.
    pub(crate) relays: Vec<PassedLine>,
    /// Where the next page begins.
    pub(crate) next: Option<String>,
    #[serde(skip)]
    #[schema(ignore)]
    pub(crate) cycle: Id<Cycle>,
    #[serde(skip)]
    #[schema(ignore)]
    pub(crate) body: String,
    #[serde(skip)]
    #[schema(ignore)]
    pub(crate) way: Way,
}

impl View for RelaysPage {
    fn title(&self) -> Text {
        self.heading().into()
    }
}

impl RelaysPage {
    fn heading(&self) -> Say {
        match self.way {
            Way::Received => said::received_title(),
            Way::Passed => said::passed_title(),
        }
    }

    /// When, and from whom or to whom.
    fn when(&self, line: &PassedLine) -> Say {
        match self.way {
            Way::Received => said::understood_from(line.at, line.from.name.as_str()),
            Way::Passed => said::passed_to(line.at, line.to.name.as_str()),
        }
    }

    fn pages(&self) -> Option<Pagination> {
        let list = match self.way {
            Way::Received => "received",
            Way::Passed => "passed",
        };
        pages(&self.cycle, list, self.next.as_deref())
    }
}

pub(crate) async fn received_page(ask: Ask<SeeReceived>) -> Result<Seen<RelaysPage>, Failure> {
    let after = ask.after(Id::parse);
    let mut look = ask.look().await?;
    let CycleOn { cycle, body, .. } = look.on().clone();
    let (on, reading) = look.parts();
    let way = Way::Received;
    let Paged { rows, next } = relays(reading, on, (way, after?)).await?;
    look.show(RelaysPage { relays: rows, next, cycle, body: body.name, way }).await
}

pub(crate) async fn passed_page(ask: Ask<SeePassed>) -> Result<Seen<RelaysPage>, Failure> {
    let after = ask.after(Id::parse);
    let mut look = ask.look().await?;
    let CycleOn { cycle, body, .. } = look.on().clone();
    let (on, reading) = look.parts();
    let way = Way::Passed;
    let Paged { rows, next } = relays(reading, on, (way, after?)).await?;
    look.show(RelaysPage { relays: rows, next, cycle, body: body.name, way }).await
}
