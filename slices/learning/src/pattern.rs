//! A pattern, as the team that named it reads it: what it stands on, and what may leave.

use askama::Template;
use kernel::{Id, Moment};
use platform::{Ask, Failure, Seen, View};
use words::Text;

use crate::{
    Pattern, Relay,
    drawn::{GroundLine, grounds},
    model::Answer,
    policy::SeePattern,
    said, store,
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

    /// Somebody has words to agree to, and was not asked yet.
    fn somebody_to_ask(&self) -> bool {
        self.grounds.iter().any(|it| it.words.is_some() && !it.asked && it.answer.is_none())
    }
}

impl GroundLine {
    fn state(&self) -> Text {
        match (self.answer, self.asked) {
            (Some(Answer::Agreed), _) => said::ground_agreed().into(),
            (Some(Answer::Told), _) => said::ground_told().into(),
            (Some(Answer::Refused), _) => said::ground_refused().into(),
            (None, true) => said::ground_asked().into(),
            (None, false) => said::ground_here().into(),
        }
    }
}

pub(crate) async fn page(ask: Ask<SeePattern>) -> Result<Seen<PatternPage>, Failure> {
    let mut look = ask.look().await?;
    let on = look.on().clone();
    let seen = store::pattern::one(&mut look, &on.pattern, &on.cycle.body.id).await?;
    let wording = store::pattern::newest(&mut look, &[on.pattern]).await?.into_iter().next();
    let grounds = grounds(&mut look, &on).await?;
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
        wording: wording.map(|it| it.body),
        grounds,
        relays: relays.collect(),
        steps: ways.steps(&on.pattern),
        works: on.cycle.part.works(),
        team: on.cycle.body.name,
    };
    look.show(page).await
}
