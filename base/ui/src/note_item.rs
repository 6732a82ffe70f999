use askama::{Template, filters::HtmlSafe};
use words::Text;

use crate::Part;

/// Something that was noticed: when, what, and who says so.
#[derive(Clone, Debug, Template)]
#[template(path = "note_item.html")]
pub struct NoteItem {
    when: Text,
    said: Part,
    id: Option<String>,
    by: Option<Text>,
    kind: Option<Text>,
    replies: Vec<Reply>,
    links: Vec<Link>,
}

#[derive(Clone, Debug)]
struct Reply {
    who: Text,
    words: String,
}

#[derive(Clone, Debug)]
struct Link {
    text: Text,
    href: String,
}

impl HtmlSafe for NoteItem {}

impl NoteItem {
    /// What was said, and when, as people say it.
    pub fn new(when: impl Into<Text>, said: impl Into<Part>) -> Self {
        Self {
            when: when.into(),
            said: said.into(),
            id: None,
            by: None,
            kind: None,
            replies: Vec::new(),
            links: Vec::new(),
        }
    }

    /// Gives it an id, so that a link can lead to it.
    #[must_use]
    pub fn id(mut self, id: impl Into<String>) -> Self {
        self.id = Some(id.into());
        self
    }

    /// Who wrote it.
    #[must_use]
    pub fn by(mut self, by: impl Into<Text>) -> Self {
        self.by = Some(by.into());
        self
    }

    /// What kind of thing it is: a surprise, a mistake.
    #[must_use]
    pub fn kind(mut self, kind: impl Into<Text>) -> Self {
        self.kind = Some(kind.into());
        self
    }

    /// What somebody else says to it: "Jo says:", and their own words.
    #[must_use]
    pub fn reply(mut self, who: impl Into<Text>, words: impl Into<String>) -> Self {
        self.replies.push(Reply { who: who.into(), words: words.into() });
        self
    }

    /// Something to do about it.
    #[must_use]
    pub fn link(mut self, text: impl Into<Text>, href: impl Into<String>) -> Self {
        self.links.push(Link { text: text.into(), href: href.into() });
        self
    }
}

/// Notes, the latest first.
#[derive(Clone, Debug, Default, Template)]
#[template(path = "note_list.html")]
pub struct NoteList {
    notes: Vec<NoteItem>,
}

impl HtmlSafe for NoteList {}

impl NoteList {
    /// These notes, in this order.
    pub fn new(notes: impl IntoIterator<Item = NoteItem>) -> Self {
        Self { notes: notes.into_iter().collect() }
    }

    /// True when there is none.
    pub const fn is_empty(&self) -> bool {
        self.notes.is_empty()
    }
}
