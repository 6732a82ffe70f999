//! What is tried, a line each, for the pages of other slices.

use kernel::{Id, Moment};
use people::Life;
use platform::{Actor, DbError, Paged, Reading, Tx};
use words::{Say, Text};

use crate::{Ending, Exploration, TriedAfter, card, rules, said, store, who::Names};

/// What is tried in somebody's life, as a team's meeting sees it.
#[derive(Clone, Debug, serde::Serialize, utoipa::ToSchema)]
pub struct ExplorationLine {
    /// The exploration.
    #[schema(value_type = String)]
    pub exploration: Id<Exploration>,
    /// The life it is tried in.
    #[schema(value_type = String)]
    pub life: Id<Life>,
    /// What is tried.
    pub line: String,
    /// How it went, newest first.
    pub looks: Vec<LookLine>,
    /// How it ended, if it did.
    pub ended: Option<Ending>,
    /// Why, if anybody said.
    pub why: Option<String>,
    /// How it ended and who said so, in a sentence.
    #[serde(skip)]
    #[schema(ignore)]
    pub became: Option<Say>,
    /// When it began.
    pub made_at: Moment,
}

/// What somebody wrote when they looked back at how it went.
#[derive(Clone, Debug, serde::Serialize, utoipa::ToSchema)]
pub struct LookLine {
    /// What happened.
    pub text: String,
    /// It surprised them.
    pub surprise: bool,
    /// When they wrote it.
    pub at: Moment,
    /// Who wrote it.
    #[serde(skip)]
    #[schema(ignore)]
    pub by: Text,
}

impl LookLine {
    pub(crate) fn of(look: &store::looks::Looked, life: Option<Id<Life>>, names: &Names) -> Self {
        let by = names.who(look.made, life);
        Self { text: look.text.clone(), surprise: look.surprise, at: look.made.at, by }
    }

    /// As a note.
    pub(crate) fn note(&self) -> ui::NoteItem {
        let note = ui::NoteItem::new(said::looked_back(self.at), self.text.as_str());
        let note = note.by(self.by.clone());
        if self.surprise { note.kind(said::a_surprise()) } else { note }
    }
}

/// How many lines stand on a page.
const MOST: usize = 50;

/// What is being tried in these lives, and what ended in the last fourteen days, the live ones first
/// and the newest of each before the others; from where the page before ended. The look must name
/// every one of the lives.
pub async fn live_of_lives(
    reading: &mut Reading,
    lives: &[Id<Life>],
    after: Option<TriedAfter>,
) -> Result<Paged<ExplorationLine>, DbError> {
    let since = rules::still_talked_of(reading.now());
    let Paged { rows, next } = store::tried::of_lives(reading, (lives, since), after, MOST).await?;
    let names = Names::of_tried(reading, &rows).await?;
    let found = rows.into_iter().filter_map(|it| {
        let looks = it.looks.iter().map(|look| LookLine::of(look, it.life, &names)).collect();
        let became = card::became(&it, &names);
        let (ended, why) = it.ended.map(|ended| (ended.ending, ended.why)).unzip();
        Some(ExplorationLine {
            exploration: it.id,
            life: it.life?,
            looks,
            ended,
            why: why.flatten(),
            became,
            made_at: it.made.at,
            line: it.line,
        })
    });
    Ok(Paged { rows: found.collect(), next })
}

/// In which of these lives something is being tried, or ended in the last fourteen days: whose
/// records a look at [`live_of_lives`] must name.
pub async fn lives_trying(
    actor: &Actor,
    lives: &[Id<Life>],
    tx: &mut Tx,
) -> Result<Vec<Id<Life>>, DbError> {
    store::tried::lives_trying(tx, lives, rules::still_talked_of(actor.at())).await
}

/// Everything tried in a life, newest first: which, and its line. The look must name the life.
pub async fn lines_of_life(
    reading: &mut Reading,
    life: &Id<Life>,
) -> Result<Vec<(Id<Exploration>, String)>, DbError> {
    let lines = lines_of_lives(reading, &[*life]).await?;
    Ok(lines.into_iter().map(|it| (it.exploration, it.line)).collect())
}

/// A line of what is or was tried in a life.
#[derive(Clone, Debug)]
pub struct Line {
    /// What is tried.
    pub exploration: Id<Exploration>,
    /// In whose life.
    pub life: Id<Life>,
    /// The line.
    pub line: String,
}

/// Everything tried in several lives, in one query. The look must name every one of them.
pub async fn lines_of_lives(
    reading: &mut Reading,
    lives: &[Id<Life>],
) -> Result<Vec<Line>, DbError> {
    store::tried::lines(reading, lives).await
}

/// In which of these lives something is or was tried.
pub async fn lives_that_tried(tx: &mut Tx, lives: &[Id<Life>]) -> Result<Vec<Id<Life>>, DbError> {
    store::tried::lives_that_tried(tx, lives).await
}
