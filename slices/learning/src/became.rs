//! What became of what was learnt with somebody, and what they are asked. As a panel on their page,
//! and whole on a page of its own.

use askama::{Template, filters::HtmlSafe};
use kernel::Id;
use people::{Life, LifeOn};
use platform::{Ask, DbError, Failure, Reading, Seen, View};
use words::Text;

use crate::{
    Ground, Pattern,
    model::{Answer, Asking, Kind, Wording},
    policy::SeeBecame,
    rules, said,
    store::{
        asking,
        wording::{self, Worded},
    },
    taken_back::{TakenBack, taken_back},
    theirs::{Theirs, theirs},
    way::{Step, Ways, trail},
};

/// Something that the person is asked: may these words be passed on?
#[derive(Clone, Debug, serde::Serialize, utoipa::ToSchema)]
pub struct AskedLine {
    /// The ground.
    #[schema(value_type = String)]
    pub ground: Id<Ground>,
    /// Which words: an answer says that it is for these.
    #[schema(value_type = String)]
    pub(crate) asking: Id<Asking>,
    /// The pattern, as it would be passed on.
    pub statement: String,
    /// The words drawn from their life that would go with it; none, and it goes without.
    pub words: Option<String>,
    /// They were asked before, in other words.
    pub again: bool,
}

/// Something that was learnt with them, and how far it came.
#[derive(Clone, Debug, serde::Serialize, utoipa::ToSchema)]
pub struct LearntLine {
    /// The pattern.
    #[schema(value_type = String)]
    pub pattern: Id<Pattern>,
    /// What is seen, in the words in which it was last passed on.
    pub statement: Option<String>,
    /// What the person said about passing on.
    pub answers: Vec<AnsweredLine>,
    /// Its way.
    pub steps: Vec<Step>,
    /// Business as usual changed because of it.
    pub changed: bool,
}

/// What the person said about some words.
#[derive(Clone, Debug, serde::Serialize, utoipa::ToSchema)]
pub struct AnsweredLine {
    /// The ground.
    #[schema(value_type = String)]
    pub ground: Id<Ground>,
    /// The words, where they may leave.
    pub words: Option<String>,
    /// What they said.
    pub answer: Answer,
    /// A no, said after it had been passed on: who had read it, and what stays there.
    pub taken_back: Option<TakenBack>,
}

/// What became of what was learnt with somebody, and what they are asked.
#[derive(Clone, Debug, Template, serde::Serialize, utoipa::ToSchema)]
#[template(path = "became.html")]
pub struct BecamePanel {
    /// The life.
    #[schema(value_type = String)]
    pub life: Id<Life>,
    /// It is the reader's own.
    pub you: bool,
    /// The reader may answer.
    #[serde(skip)]
    #[schema(ignore)]
    pub(crate) answers: bool,
    /// What they are asked.
    pub asked: Vec<AskedLine>,
    /// What was learnt with them.
    pub learnt: Vec<LearntLine>,
}

impl HtmlSafe for BecamePanel {}

impl BecamePanel {
    /// True when nothing was drawn from this life yet.
    pub const fn is_empty(&self) -> bool {
        self.asked.is_empty() && self.learnt.is_empty()
    }

    /// What they are asked, for the part of the page that says what comes next.
    pub fn asks(&self) -> AsksPanel {
        AsksPanel {
            life: self.life,
            you: self.you,
            answers: self.answers,
            asked: self.asked.clone(),
        }
    }

    /// What is worth a line on the page of a life: what has words, or travelled.
    fn told(&self) -> impl Iterator<Item = &LearntLine> {
        self.learnt.iter().filter(|it| it.statement.is_some())
    }
}

/// What the person is asked.
#[derive(Clone, Debug, Template)]
#[template(path = "asks.html")]
pub struct AsksPanel {
    life: Id<Life>,
    you: bool,
    answers: bool,
    asked: Vec<AskedLine>,
}

impl HtmlSafe for AsksPanel {}

impl LearntLine {
    /// How far it came, in a sentence.
    fn far(&self) -> Text {
        let kinds = self.steps.iter().filter_map(|it| match it {
            Step::Meant { to, response } => Some((response.kind, to.name.as_str())),
            Step::Noticed { .. } | Step::Passed { .. } => None,
        });
        let passed = self.steps.iter().rev().find_map(|it| match it {
            Step::Passed { to, .. } => Some(to.name.as_str()),
            Step::Noticed { .. } | Step::Meant { .. } => None,
        });
        let kinds: Vec<_> = kinds.collect();
        let changed = kinds.iter().rev().find(|(kind, _)| *kind == Kind::Changed);
        match (changed.or(kinds.last()), passed) {
            (Some((Kind::Changed, to)), _) => said::far_changed(*to).into(),
            (Some((Kind::Exploring, to)), _) => said::far_exploring(*to).into(),
            (Some((Kind::MadeSense, to)), _) => said::far_made_sense(*to).into(),
            (Some((Kind::SetAside, to)), _) => said::far_set_aside(*to).into(),
            (None, Some(to)) => said::far_passed(to).into(),
            (None, None) => said::far_here().into(),
        }
    }
}

/// What became of what was learnt with this person, and what they are asked. A life from which
/// nothing was drawn costs one query.
pub async fn became_of(reading: &mut Reading, on: &LifeOn) -> Result<BecamePanel, DbError> {
    let (life, you) = (on.life, on.standing.own);
    let answers = on.standing.writes();
    let mut panel = BecamePanel { life, you, answers, asked: Vec::new(), learnt: Vec::new() };
    let theirs = theirs(reading, &[life]).await?;
    if theirs.is_empty() {
        return Ok(panel);
    }
    let mut patterns: Vec<Id<Pattern>> = theirs.iter().map(|it| it.ground.pattern).collect();
    patterns.dedup();
    let worded = wording::newest(reading, &patterns).await?;
    for (it, asking) in theirs.iter().filter_map(|it| Some((it, it.asked()?))) {
        panel.asked.push(AskedLine {
            ground: it.ground.ground,
            asking: asking.id,
            statement: said_in(&worded, &asking.wording).unwrap_or_default(),
            words: asking.words(reading, &life).await?,
            again: it.again(),
        });
    }
    panel.learnt = learnt(reading, &theirs, &patterns).await?;
    Ok(panel)
}

fn said_in(worded: &[Worded], wording: &Id<Wording>) -> Option<String> {
    worded.iter().find(|it| it.id == *wording).map(|it| it.body.clone())
}

/// The patterns that these grounds belong to, and their ways.
async fn learnt(
    reading: &mut Reading,
    theirs: &[Theirs],
    patterns: &[Id<Pattern>],
) -> Result<Vec<LearntLine>, DbError> {
    let ways = Ways::of(reading, patterns).await?;
    let wordings: Vec<Id<Wording>> = ways.relays.iter().map(|it| it.wording).collect();
    let passed = wording::passed(reading, &wordings).await?;
    let given = asking::given(reading, &wordings).await?;
    let mut lines = Vec::with_capacity(patterns.len());
    for pattern in patterns {
        let latest = ways.relays.iter().rev().find(|it| it.pattern == *pattern);
        let gave = latest.and_then(|it| rules::gave(given.get(&it.wording)?));
        lines.push(LearntLine {
            pattern: *pattern,
            statement: latest.and_then(|it| said_in(&passed, &it.wording)),
            answers: answered(reading, theirs, (pattern, &ways)).await?,
            steps: ways.whole(pattern, gave),
            changed: ways.changed(pattern).next().is_some(),
        });
    }
    Ok(lines)
}

async fn answered(
    reading: &mut Reading,
    theirs: &[Theirs],
    (pattern, ways): (&Id<Pattern>, &Ways),
) -> Result<Vec<AnsweredLine>, DbError> {
    let mut lines = Vec::new();
    for it in theirs.iter().filter(|it| it.ground.pattern == *pattern) {
        let Some((asking, answer)) = it.answered() else { continue };
        let (ground, words) = (it.ground.ground, asking.leaving.clone());
        let taken_back = taken_back(reading, it, ways).await?;
        lines.push(AnsweredLine { ground, words, answer, taken_back });
    }
    Ok(lines)
}

/// The whole of it, on a page of its own.
#[derive(Clone, Debug, Template, serde::Serialize, utoipa::ToSchema)]
#[template(path = "became_page.html")]
pub(crate) struct BecamePage {
    /// What they are called.
    pub(crate) name: String,
    /// What became of it.
    #[serde(flatten)]
    pub(crate) panel: BecamePanel,
}

impl View for BecamePage {
    fn title(&self) -> Text {
        said::became_title().into()
    }
}

impl BecamePage {
    fn trail(line: &LearntLine) -> ui::Trail {
        trail(&line.steps)
    }
}

pub(crate) async fn page(ask: Ask<SeeBecame>) -> Result<Seen<BecamePage>, Failure> {
    let mut look = ask.look().await?;
    let on = look.on().clone();
    let name = on.called(&look).await?;
    let panel = became_of(&mut look, &on).await?;
    look.show(BecamePage { name, panel }).await
}
