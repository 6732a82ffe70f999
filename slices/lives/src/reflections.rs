//! Private reflections: their author's alone, until they share a copy.

pub(crate) mod mine;
pub(crate) mod share;
pub(crate) mod write;

use kernel::{Id, Moment};
use people::Body;
use platform::{DbError, Paged, Reading};
use ui::NoteItem;
use words::Text;

use crate::{model::ReflectionCopy, names::plain, said, store::reflections};

/// How many shared copies stand on a page.
const SHARED: usize = 20;

/// A copy of a reflection that its author shared with a team.
#[derive(Clone, Debug, serde::Serialize, utoipa::ToSchema)]
pub struct SharedReflection {
    /// The copy.
    #[schema(value_type = String)]
    pub id: Id<ReflectionCopy>,
    /// What it says.
    pub text: String,
    /// Who shared it.
    pub by: Option<String>,
    /// When.
    pub at: Moment,
    /// Who shared it, as people say it.
    #[serde(skip)]
    #[schema(ignore)]
    pub who: Text,
}

impl SharedReflection {
    /// As it stands in a list.
    pub fn item(&self) -> NoteItem {
        NoteItem::new(said::note_day(self.at), self.text.as_str()).by(self.who.clone())
    }
}

/// What was shared with a team, the latest first: a page of it, from where the one before ended. Only for
/// those who are part of the team: whoever asks has let them in.
pub async fn shared_reflections(
    reading: &mut Reading,
    team: &Id<Body>,
    after: Option<Id<ReflectionCopy>>,
) -> Result<Paged<SharedReflection>, DbError> {
    let most = Paged::<reflections::Copied>::ask_for(SHARED);
    let copies = reflections::shared(reading, team, after, most).await?;
    let Paged { rows, next } = Paged::of(copies, SHARED, |it| it.id.to_string());
    let accounts: Vec<_> = rows.iter().map(|it| it.author).collect();
    let names = people::names_of(reading, &accounts).await?;
    let line = |it: reflections::Copied| {
        let who = names.get(&it.author).cloned().unwrap_or_else(|| said::somebody().into());
        SharedReflection { id: it.id, text: it.text, by: plain(&who), at: it.made_at, who }
    };
    Ok(Paged { rows: rows.into_iter().map(line).collect(), next })
}
