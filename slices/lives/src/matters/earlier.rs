//! Read every wording of what matters: nothing written is changed or lost.

use askama::Template;
use kernel::Id;
use people::Life;
use platform::{Failure, Paged, Seen, View, door::Ask};
use words::Text;

use super::{MatterLine, lines};
use crate::{policy::ReadMatters, said, store::matters};

/// How many stand on a page.
const MOST: usize = 25;

/// Every wording, the newest first.
#[derive(Debug, Template, serde::Serialize, utoipa::ToSchema)]
#[template(path = "matters/earlier.html")]
pub(crate) struct MattersPage {
    /// The wordings.
    pub(crate) wordings: Vec<MatterLine>,
    /// Where the next page begins.
    pub(crate) next: Option<String>,
    #[serde(skip)]
    #[schema(ignore)]
    pub(crate) life: Id<Life>,
    #[serde(skip)]
    #[schema(ignore)]
    pub(crate) name: String,
}

impl View for MattersPage {
    fn title(&self) -> Text {
        said::matters_all_title().into()
    }
}

impl MattersPage {
    fn pages(&self) -> Option<ui::Pagination> {
        let next = self.next.as_ref()?;
        Some(ui::Pagination::new().next(format!("/lives/{}/matters?after={next}", self.life)))
    }
}

pub(crate) async fn page(ask: Ask<ReadMatters>) -> Result<Seen<MattersPage>, Failure> {
    let before = ask.after(Id::parse);
    let mut look = ask.look().await?;
    let (on, reading) = look.parts();
    let wordings = matters::wordings(reading, &on.life, before?, MOST + 1).await?;
    let Paged { rows: wordings, next } = Paged::of(wordings, MOST, |it| it.id.to_string());
    let name = on.called(reading).await?;
    let life = on.life;
    let wordings = lines(reading, on, wordings).await?;
    look.show(MattersPage { wordings, next, life, name }).await
}
