//! What we noticed: the notes on the person's page, and each on a page of its own.

pub(crate) mod add;
pub(crate) mod bring;
pub(crate) mod correct;
pub(crate) mod list;
pub(crate) mod new;
pub(crate) mod reply;
pub(crate) mod show;

use std::collections::HashMap;

use askama::{Template, filters::HtmlSafe};
use cycles::Exploration;
use kernel::{Id, Moment};
use people::{Life, LifeOn};
use platform::{DbError, Paged, Reading};
use ui::{NoteItem, NoteList};
use words::{Say, Text};

use crate::{
    model::{Note, NoteKind, Reply, ReplyKind},
    names::{Names, Own, plain},
    said,
    store::page::{self, NoteRow, NotesAfter, ReplyRow},
};

/// How many notes stand on a page.
const MOST: usize = 25;

/// A note, as it is read.
#[derive(Clone, Debug, serde::Serialize, utoipa::ToSchema)]
pub struct NoteLine {
    /// The note.
    #[schema(value_type = String)]
    pub note: Id<Note>,
    /// Its newest wording.
    pub text: String,
    /// What kind of thing it is, where that was said.
    pub kind: Option<NoteKind>,
    /// When it happened.
    pub happened_at: Moment,
    /// When it was written down.
    pub made_at: Moment,
    /// Who wrote it, where this reader may know.
    pub by: Option<String>,
    /// The person wrote it themself.
    pub own: bool,
    /// Who else was there.
    pub present: Option<String>,
    /// What is being tried that it is about.
    #[schema(value_type = Option<String>)]
    pub exploration: Option<Id<Exploration>>,
    /// Which wording this is: 1, unless it was corrected.
    pub version: i64,
    /// It is not shown yet, but to those who read this.
    pub held: bool,
    /// It is brought to the team's next meeting.
    pub brought: bool,
    /// What is said beside it.
    pub replies: Vec<ReplyLine>,
    #[serde(skip)]
    #[schema(ignore)]
    pub(crate) who: Text,
}

/// What somebody says beside a note.
#[derive(Clone, Debug, serde::Serialize, utoipa::ToSchema)]
pub struct ReplyLine {
    /// The reply.
    #[schema(value_type = String)]
    pub id: Id<Reply>,
    /// Whether it adds or disagrees.
    pub kind: ReplyKind,
    /// Their words.
    pub text: String,
    /// Who says it, where this reader may know.
    pub by: Option<String>,
    /// The person says it themself.
    pub own: bool,
    /// When.
    pub at: Moment,
    #[serde(skip)]
    #[schema(ignore)]
    pub(crate) who: Text,
    #[serde(skip)]
    #[schema(ignore)]
    pub(crate) mine: bool,
}

impl ReplyLine {
    fn who_says(&self) -> Say {
        match (self.kind, self.mine) {
            (ReplyKind::Adds, true) => said::reply_you_say(),
            (ReplyKind::Disagrees, true) => said::reply_you_see(),
            (ReplyKind::Adds, false) => said::reply_says(self.who.clone()),
            (ReplyKind::Disagrees, false) => said::reply_sees(self.who.clone()),
        }
    }
}

impl NoteLine {
    /// As it stands in a list.
    pub(crate) fn item(&self) -> NoteItem {
        let item = NoteItem::new(said::note_day(self.happened_at), self.text.as_str());
        let item = item.id(format!("note-{}", self.note)).by(self.by_line());
        let item = match (self.kind, self.held) {
            (None, false) => item,
            (Some(kind), false) => item.kind(kind.said()),
            (None, true) => item.kind(said::note_held_mark()),
            (Some(kind), true) => item.kind(said::note_held_mark_kind(kind.said())),
        };
        let says = |item: NoteItem, it: &ReplyLine| item.reply(it.who_says(), it.text.as_str());
        self.replies.iter().fold(item, says)
    }

    fn linked(&self) -> NoteItem {
        self.item().link(said::note_open(), format!("/notes/{}", self.note))
    }

    fn by_line(&self) -> Text {
        let who = self.who.clone();
        match (&self.present, self.version > 1) {
            (None, false) => who,
            (None, true) => said::note_by_corrected_plain(who).into(),
            (Some(present), false) => said::note_by_with(present.as_str(), who).into(),
            (Some(present), true) => {
                said::note_by_corrected(said::note_by_with(present.as_str(), who)).into()
            }
        }
    }
}

/// The notes, on the person's page.
#[derive(Clone, Debug, Template, serde::Serialize, utoipa::ToSchema)]
#[template(path = "notes/panel.html")]
pub struct NotesPanel {
    /// The notes, the latest first.
    pub notes: Vec<NoteLine>,
    /// Where the next page begins.
    pub next: Option<String>,
    #[serde(skip)]
    #[schema(ignore)]
    pub(crate) life: Id<Life>,
    #[serde(skip)]
    #[schema(ignore)]
    pub(crate) writes: bool,
    #[serde(skip)]
    #[schema(ignore)]
    pub(crate) own: bool,
}

impl HtmlSafe for NotesPanel {}

impl NotesPanel {
    fn list(&self) -> NoteList {
        NoteList::new(self.notes.iter().map(NoteLine::linked))
    }

    fn none(&self) -> Say {
        if self.own { said::notes_none_own() } else { said::notes_none() }
    }

    fn add(&self) -> ui::Button {
        ui::Button::link(said::note_add_link(), format!("/lives/{}/notes/new", self.life))
    }
}

/// The notes of somebody, 25 to a page, for whoever reads their page.
pub async fn panel(
    reading: &mut Reading,
    on: &LifeOn,
    after: Option<NotesAfter>,
) -> Result<NotesPanel, DbError> {
    let most = Paged::<NoteRow>::ask_for(MOST);
    let rows = page::notes(reading, &on.life, after, most).await?;
    let Paged { rows, next } = Paged::of(rows, MOST, |it| it.after().to_string());
    let notes = lines(reading, on, rows).await?;
    let standing = on.standing;
    let (writes, own) = (standing.writes(), standing.own);
    Ok(NotesPanel { notes, next, life: on.life, writes, own })
}

/// Notes with what is said beside them and who wrote what: two more statements, however many.
async fn lines(
    reading: &mut Reading,
    on: &LifeOn,
    rows: Vec<NoteRow>,
) -> Result<Vec<NoteLine>, DbError> {
    let ids: Vec<_> = rows.iter().map(|it| it.note).collect();
    let replies = page::replies(reading, &on.life, &ids).await?;
    let notes = rows.iter().filter(|it| !it.own).map(|it| it.author);
    let beside = replies.iter().filter(|it| !it.own).map(|it| it.made_by);
    let accounts: Vec<_> = notes.chain(beside).collect();
    let any_own = rows.iter().map(|it| it.own).chain(replies.iter().map(|it| it.own));
    let own = Own::among(any_own, on.standing.own);
    let names = Names::read(reading, &on.life, &accounts, own).await?;
    let mut beside: HashMap<Id<Note>, Vec<ReplyLine>> = HashMap::new();
    for row in replies {
        let note = row.note;
        beside.entry(note).or_default().push(reply_line(&names, row, on.standing.own));
    }
    let line = |row: NoteRow| {
        let replies = beside.remove(&row.note).unwrap_or_default();
        note_line(&names, row, replies)
    };
    Ok(rows.into_iter().map(line).collect())
}

fn note_line(names: &Names, row: NoteRow, replies: Vec<ReplyLine>) -> NoteLine {
    let who = names.of(row.author, row.own);
    NoteLine {
        note: row.note,
        text: row.text,
        kind: row.kind,
        happened_at: row.happened_at,
        made_at: row.made_at,
        by: plain(&who),
        own: row.own,
        present: row.present,
        exploration: row.exploration,
        version: row.version,
        held: row.held,
        brought: row.brought,
        replies,
        who,
    }
}

fn reply_line(names: &Names, row: ReplyRow, own: bool) -> ReplyLine {
    let who = names.of(row.made_by, row.own);
    let (by, mine) = (plain(&who), row.own && own);
    let ReplyRow { id, kind, text, own, made_at: at, .. } = row;
    ReplyLine { id, kind, text, by, own, at, who, mine }
}
