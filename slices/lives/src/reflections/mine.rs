//! Read one's own reflections.

use std::collections::{HashMap, hash_map::Entry};

use askama::Template;
use kernel::{Id, Moment};
use people::Body;
use platform::{DbError, Failure, Paged, Reading, Seen, View, door::Ask};
use ui::{NoteItem, NoteList, Pagination};
use words::Text;

use crate::{
    model::Reflection,
    policy::MyReflections,
    said,
    store::reflections::{self, Thought},
};

/// How many stand on a page.
const MOST: usize = 25;

/// One's own reflections, the latest first.
#[derive(Debug, Template, serde::Serialize, utoipa::ToSchema)]
#[template(path = "reflections/mine.html")]
pub(crate) struct MinePage {
    /// The reflections.
    pub(crate) reflections: Vec<MineLine>,
    /// Where the next page begins.
    pub(crate) next: Option<String>,
}

/// A private reflection.
#[derive(Clone, Debug, serde::Serialize, utoipa::ToSchema)]
pub(crate) struct MineLine {
    /// The reflection.
    #[schema(value_type = String)]
    pub(crate) id: Id<Reflection>,
    /// What it says.
    pub(crate) text: String,
    /// When it was written.
    pub(crate) at: Moment,
    /// The teams that copies of it were shared with.
    pub(crate) shared_with: Vec<String>,
}

impl View for MinePage {
    fn title(&self) -> Text {
        said::reflections_title().into()
    }
}

impl MinePage {
    fn list(&self) -> NoteList {
        let item = |it: &MineLine| {
            let item = NoteItem::new(said::note_day(it.at), it.text.as_str());
            let share = format!("/reflections/{}/copies/new", it.id);
            let item = item.link(said::reflections_share_link(), share);
            let teams = it.shared_with.join(", ");
            if teams.is_empty() { item } else { item.by(said::reflections_shared(teams)) }
        };
        NoteList::new(self.reflections.iter().map(item))
    }

    fn pages(&self) -> Option<Pagination> {
        let next = self.next.as_ref()?;
        Some(Pagination::new().next(format!("/reflections?after={next}")))
    }
}

pub(crate) async fn page(ask: Ask<MyReflections>) -> Result<Seen<MinePage>, Failure> {
    let before = ask.after(Id::parse);
    let mut look = ask.look().await?;
    let (author, reading) = look.parts();
    let most = Paged::<Thought>::ask_for(MOST);
    let mine = reflections::mine(reading, *author, before?, most).await?;
    let Paged { rows: mine, next } = Paged::of(mine, MOST, |it| it.id.to_string());
    let mut teams = teams(reading, &mine).await?;
    let line = |it: Thought| {
        let shared_with = teams.remove(&it.id).unwrap_or_default();
        MineLine { id: it.id, text: it.text, at: it.made_at, shared_with }
    };
    let reflections = mine.into_iter().map(line).collect();
    look.show(MinePage { reflections, next }).await
}

/// The names of the teams that copies of these were shared with.
async fn teams(
    reading: &mut Reading,
    mine: &[Thought],
) -> Result<HashMap<Id<Reflection>, Vec<String>>, DbError> {
    let ids: Vec<_> = mine.iter().map(|it| it.id).collect();
    let mut names: HashMap<Id<Body>, String> = HashMap::new();
    let mut teams: HashMap<Id<Reflection>, Vec<String>> = HashMap::new();
    for (reflection, team) in reflections::shared_with(reading, &ids).await? {
        if let Entry::Vacant(unknown) = names.entry(team) {
            let body = people::body_of(reading.tx(), &team).await?;
            unknown.insert(body.map(|it| it.name).unwrap_or_default());
        }
        let name = names.get(&team).cloned().unwrap_or_default();
        teams.entry(reflection).or_default().push(name);
    }
    Ok(teams)
}
