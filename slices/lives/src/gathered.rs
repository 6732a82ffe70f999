//! Notes for a team's meeting: what was brought, and what surprised; only of those whom the reader
//! walks beside.

use std::collections::HashMap;

use kernel::{Id, Moment};
use people::{Body, Life, called_each, names_of};
use platform::{Account, DbError, Paged, Reading};
use ui::NoteItem;
use words::Text;

use crate::{
    model::{Note, NoteKind},
    names::plain,
    said,
    store::{
        gathered::{self, Gathered},
        page::NotesAfter,
    },
};

/// How many stand on a page.
const MOST: usize = 25;

/// A note that was brought to a meeting, or that surprised.
#[derive(Clone, Debug, serde::Serialize, utoipa::ToSchema)]
pub struct GatheredLine {
    /// The note.
    #[schema(value_type = String)]
    pub note: Id<Note>,
    /// Whom it is about.
    #[schema(value_type = String)]
    pub life: Id<Life>,
    /// What they are called.
    pub person: String,
    /// What happened.
    pub text: String,
    /// What kind of thing it is, where that was said.
    pub kind: Option<NoteKind>,
    /// When it happened.
    pub at: Moment,
    /// Who wrote it.
    pub by: Option<String>,
    /// Who wrote it, as people say it.
    #[serde(skip)]
    #[schema(ignore)]
    pub who: Text,
}

impl GatheredLine {
    /// As it stands in a list.
    pub fn item(&self) -> NoteItem {
        let by = said::gathered_by(self.person.as_str(), self.who.clone());
        let item = NoteItem::new(said::note_day(self.at), self.text.as_str()).by(by);
        let item = match self.kind {
            Some(kind) => item.kind(kind.said()),
            None => item,
        };
        item.link(said::gathered_open(self.person.as_str()), format!("/notes/{}", self.note))
    }
}

/// Notes brought to a team's next meeting, in the order they were brought: of those lives that the
/// look names and the reader walks beside. A page of them, from where the one before ended.
pub async fn brought(
    reading: &mut Reading,
    team: &Id<Body>,
    after: Option<NotesAfter>,
) -> Result<Paged<GatheredLine>, DbError> {
    let rows = gathered::brought(reading, team, after, MOST).await?;
    lines(reading, rows).await
}

/// All of them, to choose from.
pub async fn all_brought(
    reading: &mut Reading,
    team: &Id<Body>,
) -> Result<Vec<GatheredLine>, DbError> {
    let rows = gathered::brought(reading, team, None, usize::MAX).await?;
    Ok(lines(reading, rows).await?.rows)
}

/// Surprises among the notes of these lives, the latest first: of those that the look names and
/// the reader walks beside. A page of them, from where the one before ended.
pub async fn surprises(
    reading: &mut Reading,
    lives: &[Id<Life>],
    after: Option<NotesAfter>,
) -> Result<Paged<GatheredLine>, DbError> {
    let rows = gathered::surprises(reading, lives, after, MOST).await?;
    lines(reading, rows).await
}

async fn lines(
    reading: &mut Reading,
    Paged { rows, next }: Paged<Gathered>,
) -> Result<Paged<GatheredLine>, DbError> {
    let accounts: Vec<_> = rows.iter().filter(|it| !it.own).map(|it| it.author).collect();
    let names = names_of(reading, &accounts).await?;
    let lives: Vec<_> = rows.iter().map(|it| it.life).collect();
    let people = called_each(reading, &lives).await?;
    let rows = rows.into_iter().map(|row| line(row, &names, &people)).collect();
    Ok(Paged { rows, next })
}

fn line(
    row: Gathered,
    names: &HashMap<Id<Account>, Text>,
    people: &HashMap<Id<Life>, String>,
) -> GatheredLine {
    let person = people.get(&row.life).cloned().unwrap_or_default();
    let who = if row.own { Some(person.clone().into()) } else { names.get(&row.author).cloned() };
    let who = who.unwrap_or_else(|| said::somebody().into());
    GatheredLine {
        note: row.note,
        life: row.life,
        person,
        text: row.text,
        kind: row.kind,
        at: row.happened_at,
        by: plain(&who),
        who,
    }
}
