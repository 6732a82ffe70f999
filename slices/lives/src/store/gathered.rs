//! Notes of several lives, for those who walk beside each of them. A team looks at them together, so
//! a held note is never among them, whoever reads.

use kernel::{Id, Moment};
use people::{Body, Life};
use platform::{Account, Actor, DbError, Paged, Place, Reading, Row, Sql, Subject, Tx, sql};

use super::{opened, page::NotesAfter};
use crate::model::{Note, NoteKind, NoteText};

/// A note of one of several lives, opened.
#[derive(Debug)]
pub(crate) struct Gathered {
    pub(crate) note: Id<Note>,
    pub(crate) life: Id<Life>,
    pub(crate) author: Id<Account>,
    pub(crate) own: bool,
    pub(crate) kind: Option<NoteKind>,
    pub(crate) happened_at: Moment,
    pub(crate) text: String,
}

/// A row, by when it is ordered.
struct Sealed {
    note: Gathered,
    text: Id<NoteText>,
    body: Vec<u8>,
    by: Moment,
}

impl Sealed {
    /// Where the page after this note begins.
    fn mark(&self) -> String {
        NotesAfter(self.by, self.note.note).to_string()
    }
}

/// Notes brought to a team's next meeting, of those whom the actor walks beside, in the order in
/// which they were brought.
pub(crate) async fn brought(
    reading: &mut Reading,
    team: &Id<Body>,
    after: Option<NotesAfter>,
    most: usize,
) -> Result<Paged<Gathered>, DbError> {
    let Some(me) = walker(reading.actor()) else { return Ok(nothing()) };
    let query =
        sql("select n.id, n.life, n.author, n.own, n.kind, n.happened_at, b.brought_at as by_at, \
         t.id as text, t.body \
         from note_brought b join note n on n.id = b.note \
         join note_text t on t.note = n.id \
         and t.version = (select max(v.version) from note_text v where v.note = n.id) \
         join standing s on s.life = n.life and s.account = $1 and s.tie = 'alongside' \
         and s.until_at is null \
         where b.team = $2 and b.talked_at is null and (b.brought_at, n.id) > ($3, $4) \
         and not exists (select 1 from note_held h where h.note = n.id) \
         order by b.brought_at, n.id limit {most}");
    let from = after.map_or(i64::MIN, |it| it.0.micros());
    let id = after.map_or_else(String::new, |it| it.1.to_string());
    let query = query.bind(me).bind(*team).bind(from).bind(id);
    open(reading, query.most(Paged::<Sealed>::ask_for(most)), most).await
}

/// Of whom notes are brought to a team's next meeting that the actor walks beside.
pub(crate) async fn lives_brought(
    actor: &Actor,
    team: &Id<Body>,
    tx: &mut Tx,
) -> Result<Vec<Id<Life>>, DbError> {
    let Some(me) = walker(actor) else { return Ok(Vec::new()) };
    let query = sql("select distinct n.life from note_brought b join note n on n.id = b.note \
         join standing s on s.life = n.life and s.account = $1 and s.tie = 'alongside' \
         and s.until_at is null \
         where b.team = $2 and b.talked_at is null \
         and not exists (select 1 from note_held h where h.note = n.id) \
         order by n.life");
    tx.all(query.bind(me).bind(*team), |row| row.get("life")).await
}

/// Surprises among the notes of these lives, the latest first; of those whom the actor walks
/// beside.
pub(crate) async fn surprises(
    reading: &mut Reading,
    lives: &[Id<Life>],
    after: Option<NotesAfter>,
    most: usize,
) -> Result<Paged<Gathered>, DbError> {
    let Some(me) = walker(reading.actor()) else { return Ok(nothing()) };
    let query = sql(
        "select n.id, n.life, n.author, n.own, n.kind, n.happened_at, n.happened_at as by_at, \
         t.id as text, t.body \
         from note n join note_text t on t.note = n.id \
         and t.version = (select max(v.version) from note_text v where v.note = n.id) \
         join standing s on s.life = n.life and s.account = $1 and s.tie = 'alongside' \
         and s.until_at is null \
         where n.kind = 'surprise' and (n.happened_at, n.id) < ($2, $3) \
         and not exists (select 1 from note_held h where h.note = n.id) \
         and n.life in {} order by n.happened_at desc, n.id desc limit {most}",
    );
    let from = after.map_or(i64::MAX, |it| it.0.micros());
    let id = after.map_or_else(|| "g".to_owned(), |it| it.1.to_string());
    let query = query.bind(me).bind(from).bind(id).most(Paged::<Sealed>::ask_for(most));
    open(reading, query.bind_list(lives), most).await
}

/// Who is said to have been there, in every note of these lives that is not held.
pub(crate) async fn present(
    reading: &mut Reading,
    lives: &[Id<Life>],
) -> Result<Vec<String>, DbError> {
    let query = sql("select n.id, n.life, n.present as sealed from note n \
         where n.present is not null and n.life in {} \
         and not exists (select 1 from note_held h where h.note = n.id)");
    opened::<Note>(reading, query.bind_list(lives)).await
}

/// Whoever walks beside people, on their own phone.
fn walker(actor: &Actor) -> Option<Id<Account>> {
    if actor.beside().is_some() { None } else { actor.account() }
}

fn read(row: &Row) -> Result<Sealed, DbError> {
    let note = Gathered {
        note: row.get("id")?,
        life: row.get("life")?,
        author: row.get("author")?,
        own: row.get("own")?,
        kind: row.get::<Option<String>>("kind")?.and_then(|it| NoteKind::named(&it)),
        happened_at: row.get("happened_at")?,
        text: String::new(),
    };
    Ok(Sealed { note, text: row.get("text")?, body: row.get("body")?, by: row.get("by_at")? })
}

const fn nothing() -> Paged<Gathered> {
    Paged { rows: Vec::new(), next: None }
}

/// Opens those that the look names; whoever became somebody's since the look was let in is left
/// for the next one.
async fn open(reading: &mut Reading, query: Sql, most: usize) -> Result<Paged<Gathered>, DbError> {
    let rows = reading.all(query, read).await?;
    let Paged { rows, next } = Paged::of(rows, most, Sealed::mark);
    let mut opened = Vec::with_capacity(rows.len());
    for Sealed { note, text, body, .. } in rows {
        let subject = Subject::record(&note.life);
        if reading.names(subject) {
            match reading.open(subject, Place::of(&text), &body).await {
                Ok(text) => opened.push(Gathered { text, ..note }),
                // Of somebody whose key was destroyed nothing is left to show.
                Err(why) if why.is_erased() => {}
                Err(why) => return Err(why),
            }
        }
    }
    Ok(Paged { rows: opened, next })
}
