//! What patterns may be drawn from, and were: as far as the actor may know the lives.

use std::collections::HashMap;

use cycles::Exploration;
use kernel::Id;
use lives::Note;
use people::{Body, Life};
use platform::{DbError, Reading};

use crate::{
    Ground,
    model::{Answer, Asking, Drawn, Link, Wording},
    policy::PatternOn,
    store::{self, asking, ground::Kept},
};

/// Something that a pattern may be drawn from.
#[derive(Debug)]
pub(crate) struct Source<T> {
    pub(crate) id: Id<T>,
    pub(crate) life: Id<Life>,
    pub(crate) who: String,
    pub(crate) line: String,
}

/// Everything that a pattern may be drawn from.
#[derive(Debug, Default)]
pub(crate) struct Sources {
    pub(crate) explorations: Vec<Source<Exploration>>,
    pub(crate) notes: Vec<Source<Note>>,
}

impl Sources {
    /// What somebody chose, if all of it is theirs to choose.
    pub(crate) fn links(&self, explorations: &[String], notes: &[String]) -> Option<Vec<Link>> {
        let tried = explorations.iter().map(|it| {
            let id = Id::parse(it)?;
            let source = self.explorations.iter().find(|it| it.id == id)?;
            Some(Link { from: Drawn::Exploration(id), life: source.life })
        });
        let noticed = notes.iter().map(|it| {
            let id = Id::parse(it)?;
            let source = self.notes.iter().find(|it| it.id == id)?;
            Some(Link { from: Drawn::Note(id), life: source.life })
        });
        let mut links: Vec<Link> = tried.chain(noticed).collect::<Option<_>>()?;
        links.dedup();
        Some(links)
    }
}

/// What the actor may draw a pattern from, in this team and these lives.
pub(crate) async fn sources(
    reading: &mut Reading,
    team: &Id<Body>,
    lives: &[Id<Life>],
) -> Result<Sources, DbError> {
    if lives.is_empty() {
        return Ok(Sources::default());
    }
    let tried = cycles::lines_of_lives(reading, lives).await?;
    let brought = lives::all_brought(reading, team).await?;
    let known = tried.iter().map(|it| it.life).chain(brought.iter().map(|it| it.life));
    let names = people::called_each(reading, &known.collect::<Vec<_>>()).await?;
    let who = |life: &Id<Life>| names.get(life).cloned().unwrap_or_default();
    let explorations = tried.into_iter().map(|it| Source {
        id: it.exploration,
        life: it.life,
        who: who(&it.life),
        line: it.line,
    });
    let explorations = explorations.collect();
    let notes = brought.into_iter().map(|it| Source {
        id: it.note,
        life: it.life,
        who: who(&it.life),
        line: it.text,
    });
    Ok(Sources { explorations, notes: notes.collect() })
}

/// What a pattern stands on, as its team reads it.
#[derive(Clone, Debug, serde::Serialize, utoipa::ToSchema)]
pub(crate) struct GroundLine {
    /// The ground.
    #[schema(value_type = String)]
    pub(crate) ground: Id<Ground>,
    /// Whose life it was drawn from, where the reader may know.
    #[schema(value_type = Option<String>)]
    pub(crate) life: Option<Id<Life>>,
    /// What they are called.
    pub(crate) who: Option<String>,
    /// What it was drawn from.
    pub(crate) line: Option<String>,
    /// The words of it that would go with the pattern.
    pub(crate) words: Option<String>,
    /// They were asked about the pattern's newest words.
    pub(crate) asked: bool,
    /// What they said to the pattern's newest words.
    pub(crate) answer: Option<Answer>,
    /// They said something to earlier words.
    pub(crate) before: bool,
    /// What they can be asked, in the pattern's newest words.
    #[serde(skip)]
    #[schema(ignore)]
    pub(crate) asking: Option<Id<Asking>>,
    /// The reader is beside them, and can talk with them about it.
    #[serde(skip)]
    #[schema(ignore)]
    pub(crate) beside: bool,
}

/// What a pattern stands on, as far as the actor may know it, and what was said of its newest words.
pub(crate) async fn grounds(
    reading: &mut Reading,
    on: &PatternOn,
    newest: Option<Id<Wording>>,
) -> Result<Vec<GroundLine>, DbError> {
    let kept = store::ground::of_patterns(reading, &[on.pattern]).await?;
    let ids: Vec<Id<Ground>> = kept.iter().map(|it| it.ground).collect();
    let mut askings = asking::of_grounds(reading, &ids).await?;
    let lives = on.lives(reading);
    let known = Known::read(reading, on, &lives).await?;
    let mut grounds = Vec::with_capacity(kept.len());
    for ground in kept {
        let askings = askings.remove(&ground.ground).unwrap_or_default();
        let own = match known.marks.get(&ground.mark) {
            Some(life) => Some((*life, ground.link(reading, life).await?.from)),
            None => None,
        };
        // Drawn from a note that is held from the reader, it is somebody's whom they do not know.
        let own = own.filter(|(_, from)| from.seen(&known.held));
        grounds.push(line(reading, &known, (ground, own), (&askings, newest)).await?);
    }
    Ok(grounds)
}

/// What the actor may know of the lives that a pattern stands on.
struct Known {
    marks: HashMap<Vec<u8>, Id<Life>>,
    names: HashMap<Id<Life>, String>,
    lines: HashMap<Drawn, String>,
    beside: Vec<(Id<Life>, people::LifeTie)>,
    held: HashMap<Id<Note>, bool>,
}

impl Known {
    async fn read(
        reading: &mut Reading,
        on: &PatternOn,
        lives: &[Id<Life>],
    ) -> Result<Self, DbError> {
        let actor = reading.actor().clone();
        Ok(Self {
            marks: store::ground::marks(reading, lives).await?,
            names: people::called_each(reading, lives).await?,
            lines: lines(reading, on, lives).await?,
            beside: people::lives_of(&actor, reading.tx()).await?,
            held: lives::held_notes(reading, lives).await?,
        })
    }
}

async fn line(
    reading: &Reading,
    known: &Known,
    (ground, own): (Kept, Option<(Id<Life>, Drawn)>),
    (askings, newest): (&[asking::Kept], Option<Id<Wording>>),
) -> Result<GroundLine, DbError> {
    let current = askings.iter().find(|it| Some(it.wording) == newest);
    let life = own.map(|(life, _)| life);
    // As long as a note is held, nobody is asked about it.
    let can_ask = own.is_some_and(|(_, from)| !from.is_held(&known.held));
    let words = match (&life, current.or(askings.first())) {
        (Some(life), Some(asking)) => asking.words(reading, life).await?,
        (_, asking) => asking.and_then(|it| it.leaving.clone()),
    };
    Ok(GroundLine {
        ground: ground.ground,
        life,
        who: life.and_then(|it| known.names.get(&it).cloned()),
        line: own.and_then(|(_, from)| known.lines.get(&from).cloned()),
        words,
        asked: current.is_some_and(|it| it.asked),
        answer: current.and_then(|it| it.answer),
        before: askings.iter().any(|it| Some(it.wording) != newest && it.answer.is_some()),
        asking: current.map(|it| it.id).filter(|_| can_ask),
        beside: known.beside.iter().any(|(it, _)| Some(*it) == life),
    })
}

/// The words of what these lives' grounds may have been drawn from.
async fn lines(
    reading: &mut Reading,
    on: &PatternOn,
    lives: &[Id<Life>],
) -> Result<HashMap<Drawn, String>, DbError> {
    if lives.is_empty() {
        return Ok(HashMap::new());
    }
    let tried = cycles::lines_of_lives(reading, lives).await?.into_iter();
    let mut all: HashMap<_, _> =
        tried.map(|it| (Drawn::Exploration(it.exploration), it.line)).collect();
    let brought = lives::all_brought(reading, &on.cycle.body.id).await?;
    all.extend(brought.into_iter().map(|it| (Drawn::Note(it.note), it.text)));
    Ok(all)
}
