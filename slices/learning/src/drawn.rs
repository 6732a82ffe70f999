//! What patterns may be drawn from, and were: as far as the actor may know the lives.

use std::collections::HashMap;

use cycles::Exploration;
use kernel::Id;
use lives::Note;
use people::{Body, Life};
use platform::{DbError, Reading};

use crate::{
    Ground,
    model::{Answer, Drawn, Link},
    policy::PatternOn,
    store::{self, ground::Kept},
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
    let tried = cycles::live_of_lives(reading, lives).await?;
    let brought = lives::brought(reading, team).await?;
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
    /// The words that would be used.
    pub(crate) words: Option<String>,
    /// They were asked.
    pub(crate) asked: bool,
    /// What they said.
    pub(crate) answer: Option<Answer>,
    /// The reader is beside them, and can talk with them about it.
    #[serde(skip)]
    #[schema(ignore)]
    pub(crate) beside: bool,
}

/// What a pattern stands on, as far as the actor may know it.
pub(crate) async fn grounds(
    reading: &mut Reading,
    on: &PatternOn,
) -> Result<Vec<GroundLine>, DbError> {
    let kept = store::ground::of_patterns(reading, &[on.pattern]).await?;
    let marks = store::ground::marks(reading, &on.lives).await?;
    let whose: Vec<Id<Life>> =
        kept.iter().filter_map(|it| marks.get(&it.given.mark).copied()).collect();
    let names = people::called_each(reading, &whose).await?;
    let lines = lines(reading, on, &whose).await?;
    let actor = reading.actor().clone();
    let own = people::lives_of(&actor, reading.tx()).await?;
    let mut grounds = Vec::with_capacity(kept.len());
    for ground in kept {
        let life = marks.get(&ground.given.mark).copied();
        let (text, words) = match &life {
            Some(life) => told(reading, &ground, life, &lines).await?,
            None => (None, ground.given.wording.clone()),
        };
        grounds.push(GroundLine {
            ground: ground.ground,
            life,
            who: life.and_then(|it| names.get(&it).cloned()),
            line: text,
            words,
            asked: ground.asked,
            answer: ground.given.answer,
            beside: life.is_some_and(|life| own.iter().any(|(it, _)| *it == life)),
        });
    }
    Ok(grounds)
}

async fn told(
    reading: &Reading,
    ground: &Kept,
    life: &Id<Life>,
    lines: &HashMap<Drawn, String>,
) -> Result<(Option<String>, Option<String>), DbError> {
    let link = ground.link(reading, life).await?;
    let words = match &ground.given.wording {
        Some(words) => Some(words.clone()),
        None => ground.proposed(reading, life).await?,
    };
    Ok((lines.get(&link.from).cloned(), words))
}

/// The words of what these lives' grounds may have been drawn from.
async fn lines(
    reading: &mut Reading,
    on: &PatternOn,
    whose: &[Id<Life>],
) -> Result<HashMap<Drawn, String>, DbError> {
    let mut lines = HashMap::new();
    if whose.is_empty() {
        return Ok(lines);
    }
    let mut whose = whose.to_vec();
    whose.sort_unstable();
    whose.dedup();
    for life in whose {
        let tried = cycles::lines_of_life(reading, &life).await?;
        lines.extend(tried.into_iter().map(|(id, line)| (Drawn::Exploration(id), line)));
    }
    let brought = lives::brought(reading, &on.cycle.body.id).await?;
    lines.extend(brought.into_iter().map(|it| (Drawn::Note(it.note), it.text)));
    Ok(lines)
}
