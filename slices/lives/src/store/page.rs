//! Reading notes: one statement for what is held, one for the notes with their newest wording, one for
//! what is said beside them.

use cycles::Exploration;
use kernel::{Id, Moment};
use people::Life;
use platform::{Account, DbError, Place, Reading, Row, Subject, sql};

use super::holds::held;
use crate::model::{Note, NoteKind, NoteText, Reply, ReplyKind};

/// A note as it is stored.
#[derive(Debug)]
pub(crate) struct NoteRow {
    pub(crate) note: Id<Note>,
    pub(crate) author: Id<Account>,
    pub(crate) own: bool,
    pub(crate) kind: Option<NoteKind>,
    pub(crate) exploration: Option<Id<Exploration>>,
    pub(crate) happened_at: Moment,
    pub(crate) made_at: Moment,
    pub(crate) version: i64,
    pub(crate) held: bool,
    pub(crate) brought: bool,
    pub(crate) text: String,
    pub(crate) present: Option<String>,
    sealed: Sealed,
}

#[derive(Debug)]
struct Sealed {
    text: Id<NoteText>,
    body: Vec<u8>,
    present: Option<Vec<u8>>,
}

/// Where a page of notes begins: after this note.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotesAfter(pub(crate) Moment, pub(crate) Id<Note>);

impl NotesAfter {
    /// Reads what the page before wrote.
    pub fn parse(text: &str) -> Option<Self> {
        let (at, id) = text.split_once('.')?;
        Some(Self(Moment::from_micros(at.parse().ok()?), Id::parse(id)?))
    }
}

impl std::fmt::Display for NotesAfter {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}.{}", self.0.micros(), self.1)
    }
}

/// Notes with their newest wording, of those that `from` gives.
macro_rules! notes {
    ($from:literal) => {
        concat!(
            "select n.id, n.author, n.own, n.kind, n.present, n.exploration, n.happened_at, \
             n.made_at, t.id as text, t.version, t.body, b.note as brought from ",
            $from,
            " n join note_text t on t.note = n.id \
             and t.version = (select max(v.version) from note_text v where v.note = n.id) \
             left join note_brought b on b.note = n.id and b.talked_at is null \
             order by n.happened_at desc, n.id desc"
        )
    };
}

/// The notes of a life, the latest first.
pub(crate) async fn notes(
    reading: &mut Reading,
    life: &Id<Life>,
    after: Option<NotesAfter>,
    most: i64,
) -> Result<Vec<NoteRow>, DbError> {
    let held = held(reading, &[*life]).await?;
    // A list must hold something for `not in` to let anything through.
    let mut hidden = vec![String::new()];
    hidden.extend(held.iter().filter(|(_, seen)| !**seen).map(|(note, _)| note.to_string()));
    // The page is cut before anything is joined to it, or each page would cost as much as the life.
    let query = sql(notes!(
        "(select * from note where life = $1 and (happened_at, id) < ($2, $3) \
         and id not in {} order by happened_at desc, id desc limit {most})"
    ));
    let from = after.map_or(i64::MAX, |it| it.0.micros());
    let id = after.map_or_else(|| "g".to_owned(), |it| it.1.to_string());
    let query = query.bind(*life).bind(from).bind(id).most(most).bind_list(&hidden);
    let mut rows = reading.all(query, read).await?;
    for row in &mut rows {
        row.held = held.contains_key(&row.note);
        row.open(reading, life).await?;
    }
    Ok(rows)
}

/// One note, whoever may see it.
pub(crate) async fn note(
    reading: &mut Reading,
    life: &Id<Life>,
    note: &Id<Note>,
) -> Result<Option<NoteRow>, DbError> {
    let query = sql(notes!("(select * from note where id = $1)"));
    let Some(mut row) = reading.one(query.bind(*note), read).await? else { return Ok(None) };
    row.held = held(reading, &[*life]).await?.contains_key(note);
    row.open(reading, life).await?;
    Ok(Some(row))
}

impl NoteRow {
    async fn open(&mut self, reading: &Reading, life: &Id<Life>) -> Result<(), DbError> {
        let subject = Subject::record(life);
        let place = Place::of(&self.sealed.text);
        self.text = reading.open(subject, place, &self.sealed.body).await?;
        if let Some(present) = &self.sealed.present {
            let place = Place::of(&self.note);
            self.present = Some(reading.open(subject, place, present).await?);
        }
        Ok(())
    }

    /// Where the page after this note begins.
    pub(crate) const fn after(&self) -> NotesAfter {
        NotesAfter(self.happened_at, self.note)
    }
}

fn read(row: &Row) -> Result<NoteRow, DbError> {
    Ok(NoteRow {
        note: row.get("id")?,
        author: row.get("author")?,
        own: row.get("own")?,
        kind: row.get::<Option<String>>("kind")?.and_then(|it| NoteKind::named(&it)),
        exploration: row.get("exploration")?,
        happened_at: row.get("happened_at")?,
        made_at: row.get("made_at")?,
        version: row.get("version")?,
        held: false,
        brought: row.get::<Option<String>>("brought")?.is_some(),
        text: String::new(),
        present: None,
        sealed: Sealed {
            text: row.get("text")?,
            body: row.get("body")?,
            present: row.get("present")?,
        },
    })
}

/// What somebody said beside a note, opened.
#[derive(Debug)]
pub(crate) struct ReplyRow {
    pub(crate) id: Id<Reply>,
    pub(crate) note: Id<Note>,
    pub(crate) kind: ReplyKind,
    pub(crate) own: bool,
    pub(crate) text: String,
    pub(crate) made_by: Id<Account>,
    pub(crate) made_at: Moment,
    body: Vec<u8>,
}

/// What is said beside these notes, in the order it was said.
pub(crate) async fn replies(
    reading: &mut Reading,
    life: &Id<Life>,
    notes: &[Id<Note>],
) -> Result<Vec<ReplyRow>, DbError> {
    if notes.is_empty() {
        return Ok(Vec::new());
    }
    let query = sql("select id, note, kind, own, body, made_by, made_at from note_reply \
         where note in {} order by id");
    let mut rows = reading
        .all(query.bind_list(notes), |row| {
            Ok(ReplyRow {
                id: row.get("id")?,
                note: row.get("note")?,
                kind: ReplyKind::of(row)?,
                own: row.get("own")?,
                text: String::new(),
                made_by: row.get("made_by")?,
                made_at: row.get("made_at")?,
                body: row.get("body")?,
            })
        })
        .await?;
    for row in &mut rows {
        row.text = reading.open(Subject::record(life), Place::of(&row.id), &row.body).await?;
    }
    Ok(rows)
}

/// An earlier wording of a note, opened.
#[derive(Debug)]
pub(crate) struct VersionRow {
    pub(crate) version: i64,
    pub(crate) text: String,
    pub(crate) made_at: Moment,
}

/// The wordings of a note, the newest first.
pub(crate) async fn versions(
    reading: &mut Reading,
    life: &Id<Life>,
    note: &Id<Note>,
) -> Result<Vec<VersionRow>, DbError> {
    let query = sql(
        "select id, version, body, made_at from note_text where note = $1 order by version desc",
    );
    let rows = reading
        .all(query.bind(*note), |row| {
            let (version, made_at) = (row.get("version")?, row.get("made_at")?);
            let text = VersionRow { version, text: String::new(), made_at };
            Ok((row.get::<Id<NoteText>>("id")?, row.get::<Vec<u8>>("body")?, text))
        })
        .await?;
    let mut versions = Vec::with_capacity(rows.len());
    for (id, body, row) in rows {
        let text = reading.open(Subject::record(life), Place::of(&id), &body).await?;
        versions.push(VersionRow { text, ..row });
    }
    Ok(versions)
}
