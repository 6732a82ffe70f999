//! Every wording of what a cycle is for, the one that counts first.

use askama::Template;
use kernel::Id;
use platform::{Failure, Seen, View, door::Ask};
use words::Text;

use crate::{Cycle, CycleOn, policy::ReadPurposes, purpose::PurposeLine, said, store, who::Names};

/// Every wording of what a cycle is for.
#[derive(Debug, Template, serde::Serialize, utoipa::ToSchema)]
#[template(path = "purposes.html")]
pub(crate) struct PurposesPage {
    /// The cycle.
    #[schema(value_type = String)]
    pub(crate) cycle: Id<Cycle>,
    /// The system it learns about.
    pub(crate) system: String,
    /// The wordings, the one that counts first.
    pub(crate) wordings: Vec<PurposeLine>,
}

impl View for PurposesPage {
    fn title(&self) -> Text {
        said::purposes_title().into()
    }
}

impl PurposesPage {
    fn back(&self) -> String {
        format!("/cycles/{}", self.cycle)
    }
}

pub(crate) async fn page(ask: Ask<ReadPurposes>) -> Result<Seen<PurposesPage>, Failure> {
    let mut look = ask.look().await?;
    let CycleOn { cycle, system, body, .. } = look.on().clone();
    let all = store::purposes::all(&mut look, &cycle, &body.id).await?;
    let dissents = all.iter().flat_map(|it| it.dissents.iter().map(|dissent| dissent.by));
    let accounts: Vec<_> = all.iter().map(|it| it.by).chain(dissents).collect();
    let names = Names::of(&mut look, accounts).await?;
    let wordings = all.into_iter().map(|it| PurposeLine::of(it, &names)).collect();
    look.show(PurposesPage { cycle, system, wordings }).await
}
