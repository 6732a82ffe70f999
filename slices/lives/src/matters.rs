//! What matters: the newest wording on the person's page, and every wording on a page of its own.

pub(crate) mod earlier;
pub(crate) mod word;

use askama::{Template, filters::HtmlSafe};
use kernel::{Id, Moment};
use people::{Life, LifeOn};
use platform::{DbError, Reading};
use ui::OwnWords;
use words::{Say, Text};

use crate::{
    model::{Matter, Whose},
    names::plain,
    said,
    store::matters::{self, Wording},
};

/// A wording of what matters, as it is read.
#[derive(Clone, Debug, serde::Serialize, utoipa::ToSchema)]
pub struct MatterLine {
    /// The wording.
    #[schema(value_type = String)]
    pub id: Id<Matter>,
    /// The words.
    pub text: String,
    /// Whose words they are.
    pub whose: Whose,
    /// Who wrote them down, where the person did not.
    pub written_by: Option<String>,
    /// Since when they stand there.
    pub at: Moment,
    /// The same, as people say it.
    #[serde(skip)]
    #[schema(ignore)]
    pub by: Say,
}

impl MatterLine {
    /// As it stands on a page.
    pub(crate) fn words(&self) -> OwnWords {
        OwnWords::new(self.text.as_str(), self.by.clone())
    }
}

/// What matters, on the person's page.
#[derive(Clone, Debug, Template, serde::Serialize, utoipa::ToSchema)]
#[template(path = "matters/panel.html")]
pub struct MattersPanel {
    /// The wording that holds now.
    pub now: Option<MatterLine>,
    #[serde(skip)]
    #[schema(ignore)]
    life: Id<Life>,
    #[serde(skip)]
    #[schema(ignore)]
    writes: bool,
    #[serde(skip)]
    #[schema(ignore)]
    own: bool,
    /// It was worded otherwise before.
    #[serde(skip)]
    #[schema(ignore)]
    worded_before: bool,
}

impl HtmlSafe for MattersPanel {}

impl MattersPanel {
    fn words(&self) -> Option<OwnWords> {
        let earlier = format!("/lives/{}/matters", self.life);
        let words = self.now.as_ref()?.words();
        let before = self.worded_before;
        Some(if before { words.earlier(said::matters_earlier(), earlier) } else { words })
    }

    fn none(&self) -> Say {
        if self.own { said::matters_none_own() } else { said::matters_none() }
    }

    fn button(&self) -> ui::Button {
        let text = if self.now.is_some() { said::matters_say_again() } else { said::matters_say() };
        ui::Button::link(text, format!("/lives/{}/matters/new", self.life)).secondary()
    }

    pub(crate) fn sample(now: Option<MatterLine>, writes: bool, own: bool) -> Self {
        let worded_before = own;
        Self { now, life: Id::from_bytes([1; 16]), writes, own, worded_before }
    }
}

/// What matters to somebody, for their page.
pub async fn panel(reading: &mut Reading, on: &LifeOn) -> Result<MattersPanel, DbError> {
    let mut wordings = matters::wordings(reading, &on.life, None, 2).await?;
    let worded_before = wordings.len() > 1;
    wordings.truncate(1);
    let now = if wordings.is_empty() { None } else { lines(reading, on, wordings).await?.pop() };
    let (writes, own) = (on.standing.writes(), on.standing.own);
    Ok(MattersPanel { now, life: on.life, writes, own, worded_before })
}

/// Wordings as they are read: whose they are, and who wrote them down.
async fn lines(
    reading: &mut Reading,
    on: &LifeOn,
    wordings: Vec<Wording>,
) -> Result<Vec<MatterLine>, DbError> {
    let writers: Vec<_> = wordings.iter().filter_map(|it| it.made_by).collect();
    let names = people::names_of(reading, &writers).await?;
    let person = on.called(reading).await?;
    let reader = Reader { own: on.standing.own, person };
    let line = |it: Wording| {
        let writer =
            it.made_by.map(|by| names.get(&by).cloned().unwrap_or_else(|| said::somebody().into()));
        let by = reader.by(it.whose, writer.clone(), it.made_at);
        let written_by = writer.as_ref().and_then(plain);
        MatterLine { id: it.id, text: it.text, whose: it.whose, written_by, at: it.made_at, by }
    };
    Ok(wordings.into_iter().map(line).collect())
}

/// Who reads it: the person, or somebody who calls them by their name.
struct Reader {
    own: bool,
    person: String,
}

impl Reader {
    fn by(&self, whose: Whose, writer: Option<Text>, day: Moment) -> Say {
        let person = self.person.as_str();
        match (whose, writer, self.own) {
            (Whose::Own | Whose::WrittenDown, None, true) => said::matters_by_you(day),
            (Whose::Own | Whose::WrittenDown, None, false) => said::matters_by_person(day, person),
            (Whose::Own, Some(who), true) => said::matters_told_you(day, who),
            (Whose::Own, Some(who), false) => said::matters_told(day, person, who),
            (Whose::WrittenDown, Some(who), true) => said::matters_written_you(day, who),
            (Whose::WrittenDown, Some(who), false) => said::matters_written(day, person, who),
        }
    }
}
