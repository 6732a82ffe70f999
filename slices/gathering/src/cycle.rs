//! A cycle: its steps, which never block, and the learning that came and went.

use askama::{Template, filters::HtmlSafe};
use cycles::{Cycle, Step, StepPart, StepsPanel};
use kernel::Id;
use learning::{LearningPanel, UnderstoodPanel};
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
    pub(crate) steps: StepsPanel<StepLine>,
    /// Passed on to us, patterns we see, passed on by us.
    pub(crate) learning: LearningPanel,
}

/// A step, and what came into it from other cycles.
#[derive(Clone, Debug, Template, serde::Serialize, utoipa::ToSchema)]
#[template(source = "{{ step }}{{ came }}", ext = "html")]
pub(crate) struct StepLine {
    /// The step.
    #[serde(flatten)]
    pub(crate) step: StepPart,
    /// What was passed on to us, in the step that understands.
    #[serde(flatten)]
    pub(crate) came: UnderstoodPanel,
}

impl HtmlSafe for StepLine {}

impl StepLine {
    /// Learning that was passed on to a cycle is part of what it understands.
    fn of(step: StepPart, learning: &LearningPanel) -> Self {
        let understands = step.step == Step::Understand;
        let came = if understands { learning.understood() } else { UnderstoodPanel::default() };
        Self { step, came }
    }
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
    let steps = steps.each(|step| StepLine::of(step, &learning));
    let learning = learning.with_received_in_step();
    let (cycle, system) = (on.cycle, on.system);
    let (body, scale) = (on.body.name, on.body.scale);
    look.show(CyclePage { cycle, system, body, scale, steps, learning }).await
}
