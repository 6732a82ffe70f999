//! The way that learning took: who noticed, who passed it on, what it meant there.

use std::collections::HashMap;

use askama::{Template, filters::HtmlSafe};
use cycles::{Cycle, CycleLine, Exploration};
use kernel::{Id, Moment};
use people::Scale;
use platform::{DbError, Reading};
use ui::{Part, Trail};

use crate::{
    Pattern, Relay,
    model::Kind,
    said,
    store::{relay, response},
};

/// A body, as a trail names it.
#[derive(Clone, Debug, serde::Serialize, utoipa::ToSchema)]
#[schema(as = LearningBody)]
pub struct BodyLine {
    /// What people call it.
    pub name: String,
    /// Its scale.
    pub scale: Scale,
}

/// What learning meant where it came.
#[derive(Clone, Debug, Template, serde::Serialize, utoipa::ToSchema)]
#[template(path = "response.html")]
pub struct ResponseLine {
    /// What kind of response it is.
    pub kind: Kind,
    /// What it means, or why it was set aside.
    pub body: Option<String>,
    /// What is tried because of it, in a line.
    pub tried: Option<String>,
    /// How it was done before.
    pub was: Option<String>,
    /// How it is done now.
    pub now: Option<String>,
    /// Who was in the decision.
    pub decided: Option<String>,
    /// Who was not there.
    pub absent: Option<String>,
    /// What is tried because of it.
    #[schema(value_type = Option<String>)]
    pub exploration: Option<Id<Exploration>>,
    /// When.
    pub at: Moment,
}

impl HtmlSafe for ResponseLine {}

impl ResponseLine {
    pub(crate) fn of(given: &response::Given) -> Self {
        let response::Given {
            kind, body, tried, was, now, decided, absent, exploration, at, ..
        } = given.clone();
        Self { kind, body, tried, was, now, decided, absent, exploration, at }
    }
}

/// A step of the way.
#[derive(Clone, Debug, serde::Serialize, utoipa::ToSchema)]
#[serde(tag = "did", rename_all = "kebab-case")]
#[schema(as = TrailStep)]
pub enum Step {
    /// People noticed it, and those beside them.
    Noticed {
        /// How many lives gave to it; nothing where so few did that a number would tell who.
        lives: Option<usize>,
    },
    /// It was passed on, with a question.
    Passed {
        /// By whom.
        from: BodyLine,
        /// To whom.
        to: BodyLine,
        /// What was asked; nothing stands for the usual question.
        question: Option<String>,
        /// When.
        at: Moment,
    },
    /// It meant something there.
    Meant {
        /// To whom.
        to: BodyLine,
        /// What.
        response: ResponseLine,
    },
}

/// The ways of some patterns.
#[derive(Clone, Debug, Default)]
pub(crate) struct Ways {
    pub(crate) relays: Vec<relay::Kept>,
    responses: Vec<response::Given>,
    cycles: HashMap<Id<Cycle>, CycleLine>,
}

impl Ways {
    /// Reads the ways of these patterns.
    pub(crate) async fn of(
        reading: &mut Reading,
        patterns: &[Id<Pattern>],
    ) -> Result<Self, DbError> {
        let relays = relay::of_patterns(reading, patterns).await?;
        Self::along(reading, relays).await
    }

    /// Reads what became of these relays.
    pub(crate) async fn along(
        reading: &mut Reading,
        relays: Vec<relay::Kept>,
    ) -> Result<Self, DbError> {
        if relays.is_empty() {
            return Ok(Self::default());
        }
        let cycles = cycles::all_cycles(reading.tx()).await?;
        let cycles: HashMap<_, _> = cycles.into_iter().map(|it| (it.cycle, it)).collect();
        let asked = relays.iter().filter_map(|it| Some((it.relay, cycles.get(&it.to)?.body.id)));
        let responses = response::of(reading, &asked.collect()).await?;
        Ok(Self { relays, responses, cycles })
    }

    /// The body of a cycle.
    pub(crate) fn body(&self, cycle: &Id<Cycle>) -> BodyLine {
        let body = self.cycles.get(cycle).map(|it| &it.body);
        let name = body.map(|it| it.name.clone()).unwrap_or_default();
        BodyLine { name, scale: body.map_or(Scale::Team, |it| it.scale) }
    }

    /// What one relay meant where it came, in order.
    pub(crate) fn meant(&self, relay: &Id<Relay>) -> impl Iterator<Item = &response::Given> {
        self.responses.iter().filter(move |it| it.relay == *relay)
    }

    /// Where business as usual changed because of a pattern.
    pub(crate) fn changed(
        &self,
        pattern: &Id<Pattern>,
    ) -> impl Iterator<Item = (&relay::Kept, &response::Given)> {
        let relays = self.relays.iter().filter(move |it| it.pattern == *pattern);
        let changed = |kind| kind == Kind::Changed;
        relays.flat_map(move |relay| {
            let meant = self.meant(&relay.relay).filter(move |it| changed(it.kind));
            meant.map(move |it| (relay, it))
        })
    }

    /// The whole way of a pattern from those who gave to it, in order.
    pub(crate) fn whole(&self, pattern: &Id<Pattern>, gave: Option<usize>) -> Vec<Step> {
        let noticed = std::iter::once(Step::Noticed { lives: gave });
        noticed.chain(self.steps(pattern)).collect()
    }

    /// The way of a pattern from where it was named, in order.
    pub(crate) fn steps(&self, pattern: &Id<Pattern>) -> Vec<Step> {
        let mut steps: Vec<(Moment, Step)> = Vec::new();
        for relay in self.relays.iter().filter(|it| it.pattern == *pattern) {
            let (from, to) = (self.body(&relay.from), self.body(&relay.to));
            let (question, at) = (relay.question.clone(), relay.at);
            steps.push((at, Step::Passed { from, to: to.clone(), question, at }));
            steps.extend(
                self.meant(&relay.relay).map(|it| {
                    (it.at, Step::Meant { to: to.clone(), response: ResponseLine::of(it) })
                }),
            );
        }
        steps.sort_by_key(|(at, _)| *at);
        steps.into_iter().map(|(_, step)| step).collect()
    }
}

/// The steps, drawn.
pub(crate) fn trail(steps: &[Step]) -> Trail {
    steps.iter().fold(Trail::new(), |trail, step| trail.step(drawn(step)))
}

fn drawn(step: &Step) -> ui::Step {
    match step {
        Step::Noticed { lives } => {
            let who = lives.map_or_else(said::who_few, said::who_many);
            ui::Step::new(ui::Scale::Person, who, said::did_notice())
        }
        Step::Passed { from, to, question, at } => {
            let question =
                question.clone().map_or_else(|| said::usual_question().into(), Part::from);
            let what = Asked { to: to.name.clone(), question };
            ui::Step::new(from.scale.into(), from.name.clone(), Part::of(what)).when(said::day(*at))
        }
        Step::Meant { to, response } => {
            let what = Part::of(response.clone());
            ui::Step::new(to.scale.into(), to.name.clone(), what).when(said::day(response.at))
        }
    }
}

/// Passed on, and what was asked.
#[derive(Template)]
#[template(path = "asked.html")]
struct Asked {
    to: String,
    question: Part,
}
