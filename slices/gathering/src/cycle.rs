//! A cycle: its steps, which never block, and the learning that came and went.

use askama::Template;
use cycles::{Cycle, StepsPanel};
use kernel::Id;
use learning::LearningPanel;
use people::Scale;
use platform::{Ask, Failure, Seen, View};
use words::Text;

use crate::{policy::SeeCycle, said};

/// A cycle.
#[derive(Debug, Template, serde::Serialize, utoipa::ToSchema)]
#[template(path = "cycle.html")]
pub(crate) struct CyclePage {
    /// The cycle.
    #[schema(value_type = String)]
    pub(crate) cycle: Id<Cycle>,
    /// The system it learns about.
    pub(crate) system: String,
    /// Who runs it.
    pub(crate) body: String,
    /// At which scale.
    pub(crate) scale: Scale,
    /// Its steps.
    pub(crate) steps: StepsPanel,
    /// Passed on to us, patterns we see, passed on by us.
    pub(crate) learning: LearningPanel,
}

impl View for CyclePage {
    fn title(&self) -> Text {
        said::cycle_title().into()
    }
}

pub(crate) async fn page(ask: Ask<SeeCycle>) -> Result<Seen<CyclePage>, Failure> {
    let mut look = ask.look().await?;
    let on = look.on().clone();
    let steps = cycles::steps(&mut look, &on).await?;
    let learning = learning::of_cycle(&mut look, &on).await?;
    let (cycle, system) = (on.cycle, on.system);
    let (body, scale) = (on.body.name, on.body.scale);
    look.show(CyclePage { cycle, system, body, scale, steps, learning }).await
}
