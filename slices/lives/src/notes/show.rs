//! Read one note: every wording of it, what is said beside it, and what can be done.

use askama::Template;
use kernel::{Id, Moment};
use people::Life;
use platform::{DbError, Failure, Reading, Seen, View, door::Ask};
use ui::{InsetText, NoteItem, NoteList};
use words::{Say, Text};

use super::{NoteLine, lines};
use crate::{
    holding::state::{HoldLine, hold_line},
    model::Spoken,
    policy::{NoteOn, ReadNote},
    said,
    store::page::{self, VersionRow},
};

/// One note.
#[derive(Debug, Template, serde::Serialize, utoipa::ToSchema)]
#[template(path = "notes/show.html")]
pub(crate) struct NotePage {
    /// The note, with what is said beside it.
    pub(crate) note: NoteLine,
    /// Its earlier wordings, the latest first.
    pub(crate) earlier: Vec<Earlier>,
    /// How it is held, where this reader sees it although it is.
    pub(crate) hold: Option<HoldLine>,
    #[serde(skip)]
    #[schema(ignore)]
    pub(crate) trying: Option<String>,
    #[serde(skip)]
    #[schema(ignore)]
    pub(crate) ways: Vec<Way>,
    #[serde(skip)]
    #[schema(ignore)]
    pub(crate) back: String,
}

/// An earlier wording.
#[derive(Clone, Debug, serde::Serialize, utoipa::ToSchema)]
pub(crate) struct Earlier {
    /// Its number.
    pub(crate) version: i64,
    /// The words.
    pub(crate) text: String,
    /// When they were written.
    pub(crate) at: Moment,
}

impl From<VersionRow> for Earlier {
    fn from(it: VersionRow) -> Self {
        Self { version: it.version, text: it.text, at: it.made_at }
    }
}

/// Something this reader may do with it now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Way {
    Second,
    Reply,
    Correct,
    Bring,
    Talked,
    TakeBack,
    Hold,
    Release,
    Reason,
}

impl Way {
    const fn verb(self) -> &'static str {
        match self {
            Self::Second => "second",
            Self::Reply => "replies/new",
            Self::Correct => "corrections/new",
            Self::Bring => "bring",
            Self::Talked => "talked",
            Self::TakeBack => "take-back",
            Self::Hold => "hold",
            Self::Release => "release",
            Self::Reason => "hold-on",
        }
    }

    fn said(self) -> Say {
        match self {
            Self::Second => said::note_second_link(),
            Self::Reply => said::note_reply_link(),
            Self::Correct => said::note_correct_link(),
            Self::Bring => said::note_bring_link(),
            Self::Talked => said::note_talked_link(),
            Self::TakeBack => said::note_take_back_link(),
            Self::Hold => said::note_hold_link(),
            Self::Release => said::note_release_link(),
            Self::Reason => said::note_hold_on_link(),
        }
    }
}

/// What can be done, in the order in which people want it.
fn ways(on: &NoteOn) -> Vec<Way> {
    let walks = on.life.standing.alongside;
    let held = on.hold.as_ref();
    let waits = held.is_some_and(|it| it.reason_by.is_some() && it.second_at.is_none());
    let all = [
        (Way::Second, waits && on.seconds()),
        (Way::Reply, on.replies()),
        (Way::Correct, on.corrects()),
        (Way::Bring, walks && !on.brought),
        (Way::Talked, walks && on.brought),
        (Way::TakeBack, walks && on.brought),
        (Way::Hold, walks && held.is_none() && on.spoken == Spoken::Nothing),
        (Way::Release, held.is_some() && on.releases()),
        (Way::Reason, held.is_some() && on.reasons()),
    ];
    all.into_iter().filter(|(_, may)| *may).map(|(way, _)| way).collect()
}

impl View for NotePage {
    fn title(&self) -> Text {
        said::note_title().into()
    }
}

impl NotePage {
    fn at(&self, way: Way) -> String {
        format!("/notes/{}/{}", self.note.note, way.verb())
    }

    fn main(&self) -> Option<ui::Button> {
        let first = self.ways.first().filter(|it| matches!(it, Way::Second | Way::Reply));
        first.map(|it| ui::Button::link(it.said(), self.at(*it)))
    }

    /// The other things to do: sentence and address.
    fn links(&self) -> Vec<(Say, String)> {
        let rest = self.ways.iter().skip(usize::from(self.main().is_some()));
        rest.map(|it| (it.said(), self.at(*it))).collect()
    }

    fn held(&self) -> Option<InsetText> {
        self.hold.as_ref().map(|it| InsetText::new(it.said.clone()))
    }

    fn reason(&self) -> Option<ui::Sheet> {
        let reason = self.hold.as_ref()?.reason.as_deref()?;
        Some(ui::Sheet::new(reason).titled(said::second_reason()))
    }

    fn wordings(&self) -> Option<ui::Details> {
        if self.earlier.is_empty() {
            return None;
        }
        let item = |it: &Earlier| NoteItem::new(said::note_earlier_at(it.at), it.text.as_str());
        let list = NoteList::new(self.earlier.iter().map(item));
        Some(ui::Details::new(said::note_earlier(), ui::Part::of(list)))
    }
}

pub(crate) async fn page(ask: Ask<ReadNote>) -> Result<Seen<NotePage>, Failure> {
    let mut look = ask.look().await?;
    let (on, reading) = look.parts();
    let life = &on.life.life;
    let row = page::note(reading, life, &on.note).await?.ok_or(Failure::NotFound)?;
    let exploration = row.exploration;
    let note = lines(reading, &on.life, vec![row]).await?.pop().ok_or(Failure::NotFound)?;
    let mut earlier = Vec::new();
    if on.version > 1 {
        let versions = page::versions(reading, life, &on.note).await?;
        earlier.extend(versions.into_iter().skip(1).map(Earlier::from));
    }
    let hold = hold_line(reading, on).await?;
    let trying = match exploration {
        Some(id) => tried(reading, on, id).await?,
        None => None,
    };
    let (ways, back) = (ways(on), back(on, life));
    look.show(NotePage { note, earlier, hold, trying, ways, back }).await
}

/// The team's lead, who reads a held note without reading the page, goes back to where they came
/// from.
fn back(on: &NoteOn, life: &Id<Life>) -> String {
    if on.life.standing.reads() {
        format!("/lives/{life}")
    } else {
        format!("/teams/{}/held", on.life.team)
    }
}

async fn tried(
    reading: &mut Reading,
    on: &NoteOn,
    id: Id<cycles::Exploration>,
) -> Result<Option<String>, DbError> {
    let lines = cycles::lines_of_life(reading, &on.life.life).await?;
    Ok(lines.into_iter().find(|(it, _)| *it == id).map(|(_, line)| line))
}
