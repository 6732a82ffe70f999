//! What a cycle is for, as pages show it: large, whose words, and who sees it otherwise.

use kernel::{Id, Moment};
use words::{Say, Text};

use crate::{model::Purpose, said, store::purposes::Worded, who::Names};

/// A wording of what a cycle is for.
#[derive(Clone, Debug, serde::Serialize, utoipa::ToSchema)]
pub struct PurposeLine {
    /// The wording.
    #[schema(value_type = String)]
    pub(crate) purpose: Id<Purpose>,
    /// Which one it is: the newest counts.
    pub version: i64,
    /// The words.
    pub text: String,
    /// Whose words they are.
    pub whose: String,
    /// When they were written down.
    pub at: Moment,
    /// Who sees it otherwise, and how.
    pub dissents: Vec<DissentLine>,
    #[serde(skip)]
    #[schema(ignore)]
    pub(crate) by: Text,
}

/// How somebody sees a purpose otherwise.
#[derive(Clone, Debug, serde::Serialize, utoipa::ToSchema)]
pub struct DissentLine {
    /// What they say.
    pub text: String,
    /// When they said it.
    pub at: Moment,
    #[serde(skip)]
    #[schema(ignore)]
    pub(crate) by: Text,
}

impl PurposeLine {
    pub(crate) fn of(it: Worded, names: &Names) -> Self {
        let dissents = it.dissents.into_iter().map(|dissent| DissentLine {
            text: dissent.text,
            at: dissent.at,
            by: names.account(dissent.by),
        });
        Self {
            purpose: it.id,
            version: it.version,
            text: it.text,
            whose: it.whose,
            at: it.at,
            dissents: dissents.collect(),
            by: names.account(it.by),
        }
    }

    /// The words, large; with a link to earlier ones where there are any.
    pub(crate) fn words_of(&self, earlier: Option<String>) -> ui::OwnWords {
        let words = ui::OwnWords::new(self.text.as_str(), self.whose_words());
        match earlier {
            Some(at) => words.earlier(said::purpose_earlier(), at),
            None => words,
        }
    }

    fn whose_words(&self) -> Say {
        if self.whose.is_empty() {
            said::written_down(self.at, self.by.clone())
        } else {
            said::purpose_words_of(self.at, self.by.clone(), &self.whose)
        }
    }

    /// Who sees it otherwise.
    pub(crate) fn dissent_list(&self) -> ui::NoteList {
        ui::NoteList::new(self.dissents.iter().map(|it| {
            ui::NoteItem::new(said::dissented(it.at), it.text.as_str()).by(it.by.clone())
        }))
    }

    /// Where one says that one sees it otherwise.
    pub(crate) fn dissent_at(&self) -> String {
        format!("/purposes/{}/dissents/new", self.purpose)
    }
}
