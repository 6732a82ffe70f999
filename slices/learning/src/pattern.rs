//! A pattern, as the team that named it reads it: what it stands on, and what may leave.

use askama::Template;
use kernel::{Id, Moment};
use platform::{Ask, Failure, Seen, View};
use words::Text;

use crate::{
    Pattern, Relay,
    ask::can_be_asked,
    drawn::{GroundLine, grounds},
    model::Answer,
    policy::SeePattern,
    rules::{self, Leaving},
    said,
    store::{self, wording},
    way::{Step, Ways, trail},
};

/// A pattern, and what became of it.
#[derive(Clone, Debug, Template, serde::Serialize, utoipa::ToSchema)]
#[template(path = "pattern.html")]
pub(crate) struct PatternPage {
    /// The pattern.
    #[schema(value_type = String)]
    pub(crate) pattern: Id<Pattern>,
    /// Who sees it.
    pub(crate) team: String,
    /// The cycle it stands in.
    #[schema(value_type = String)]
    pub(crate) cycle: Id<cycles::Cycle>,
    /// What is seen.
    pub(crate) statement: String,
    /// Who sees it so.
    pub(crate) agreed: Option<String>,
    /// Where it was otherwise.
    pub(crate) counter: Option<String>,
    /// Who is hit by it.
    pub(crate) hit: Option<String>,
    /// When it was named.
    pub(crate) at: Moment,
    /// The words that may leave.
    pub(crate) wording: Option<String>,
    /// What it takes next for it to leave.
    pub(crate) next: Next,
    /// What it stands on.
    pub(crate) grounds: Vec<GroundLine>,
    /// Where it was passed on to.
    pub(crate) relays: Vec<RelayLine>,
    /// What became of it.
    pub(crate) steps: Vec<Step>,
    /// The reader works there.
    #[serde(skip)]
    #[schema(ignore)]
    pub(crate) works: bool,
}

/// What it takes next for a pattern to leave.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, utoipa::ToSchema)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Next {
    /// Words that tell nobody who it is about.
    Word,
    /// To ask those it stands on.
    Ask,
    /// Their answers.
    Wait,
    /// Nothing: it can be passed on.
    Pass,
    /// Everybody it stands on said no: it stays.
    Stay,
}

/// What it takes next, with these grounds.
pub(crate) fn next(worded: bool, grounds: &[GroundLine]) -> Next {
    let said: Vec<Option<Answer>> = grounds.iter().map(|it| it.answer).collect();
    match (worded, rules::may_leave(&said)) {
        (false, _) => Next::Word,
        (true, Leaving::May) => Next::Pass,
        (true, Leaving::AllRefused) => Next::Stay,
        (true, Leaving::StillToAsk) if grounds.iter().any(can_be_asked) => Next::Ask,
        (true, Leaving::StillToAsk) => Next::Wait,
    }
}

/// Where a pattern was passed on to.
#[derive(Clone, Debug, serde::Serialize, utoipa::ToSchema)]
pub(crate) struct RelayLine {
    /// The relay.
    #[schema(value_type = String)]
    pub(crate) relay: Id<Relay>,
    /// To whom.
    pub(crate) to: String,
}

impl View for PatternPage {
    fn title(&self) -> Text {
        said::pattern_title().into()
    }
}

impl PatternPage {
    fn trail(&self) -> ui::Trail {
        trail(&self.steps)
    }

    /// Whose answer is missing.
    fn waiting(&self) -> impl Iterator<Item = Text> {
        let waiting = self.grounds.iter().filter(|it| it.answer.is_none());
        waiting.map(|it| it.who.clone().map_or_else(|| said::ground_somebody().into(), Text::Own))
    }

    /// Something it stands on does not leave.
    fn somebody_said_no(&self) -> bool {
        self.grounds.iter().any(|it| it.answer == Some(Answer::Refused))
    }

    const fn waits(&self) -> bool {
        matches!(self.next, Next::Ask | Next::Wait)
    }

    fn at(&self, verb: &str) -> String {
        format!("/patterns/{}/{verb}/new", self.pattern)
    }
}

impl GroundLine {
    /// Words that go with the pattern, or might yet: after a no they are nobody's to pass on.
    fn may_go(&self) -> Option<&str> {
        self.words.as_deref().filter(|_| self.answer != Some(Answer::Refused))
    }

    fn state(&self) -> Text {
        match (self.answer, self.asked) {
            (Some(Answer::Agreed), _) => said::ground_agreed().into(),
            (Some(Answer::Told), _) => said::ground_told().into(),
            (Some(Answer::Refused), _) => said::ground_refused().into(),
            (None, true) => said::ground_asked().into(),
            (None, false) if self.before => said::ground_again().into(),
            (None, false) => said::ground_here().into(),
        }
    }
}

pub(crate) async fn page(ask: Ask<SeePattern>) -> Result<Seen<PatternPage>, Failure> {
    let mut look = ask.look().await?;
    let on = look.on().clone();
    let seen = store::pattern::one(&mut look, &on.pattern, &on.cycle.body.id).await?;
    let worded = wording::newest_of(&mut look, &on.pattern).await?;
    let grounds = grounds(&mut look, &on, worded.as_ref().map(|it| it.id)).await?;
    let ways = Ways::of(&mut look, &[on.pattern]).await?;
    let relays = ways.relays.iter();
    let relays = relays.map(|it| RelayLine { relay: it.relay, to: ways.body(&it.to).name });
    let page = PatternPage {
        pattern: on.pattern,
        cycle: on.cycle.cycle,
        statement: seen.statement,
        agreed: seen.agreed,
        counter: seen.counter,
        hit: seen.hit,
        at: seen.at,
        next: next(worded.is_some(), &grounds),
        wording: worded.map(|it| it.body),
        grounds,
        relays: relays.collect(),
        steps: ways.steps(&on.pattern),
        works: on.cycle.part.works(),
        team: on.cycle.body.name,
    };
    look.show(page).await
}
