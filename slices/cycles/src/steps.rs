//! A cycle's steps, as its page shows them: none blocks another, none has to hold anything.

use std::collections::HashMap;

use askama::{FastWritable, Template, filters::HtmlSafe};
use kernel::Id;
use people::Scale;
use platform::{DbError, Reading};
use words::{Say, Text};

use crate::{
    Cycle, CycleOn, Step,
    card::{Can, TryingCard},
    entry::EntryLine,
    purpose::PurposeLine,
    questions::{self, Question},
    rules, said, store,
    who::Names,
};

/// A cycle: its purpose, its five steps, and stewardship throughout.
///
/// A page of several slices puts beside each step what came into it from elsewhere: see [`Self::each`].
#[derive(Debug, Template, serde::Serialize, utoipa::ToSchema)]
#[template(path = "steps.html")]
pub struct StepsPanel<S: FastWritable + HtmlSafe = StepPart> {
    /// The cycle.
    #[schema(value_type = String)]
    pub cycle: Id<Cycle>,
    /// The system it learns about.
    pub system: String,
    /// The scale of the body that runs it.
    pub scale: Scale,
    /// What it is for, as it is worded now.
    pub purpose: Option<PurposeLine>,
    /// The steps in the order in which they are shown. Stewardship is the last.
    pub steps: Vec<S>,
}

impl<S: FastWritable + HtmlSafe> HtmlSafe for StepsPanel<S> {}

impl StepsPanel {
    /// The same steps, each with what else stands in it.
    pub fn each<S: FastWritable + HtmlSafe>(
        self,
        with: impl FnMut(StepPart) -> S,
    ) -> StepsPanel<S> {
        let Self { cycle, system, scale, purpose, steps } = self;
        StepsPanel { cycle, system, scale, purpose, steps: steps.into_iter().map(with).collect() }
    }
}

/// A step, and what it holds.
#[derive(Clone, Debug, Template, serde::Serialize, utoipa::ToSchema)]
#[template(path = "step.html")]
pub struct StepPart {
    /// The step.
    pub step: Step,
    /// What was written into it, newest first.
    pub entries: Vec<EntryLine>,
    /// Questions that may help.
    pub(crate) prompts: Vec<Question>,
    /// What is and was tried, the live ones first; in the step that explores.
    pub explorations: Vec<TryingCard>,
    #[serde(skip)]
    #[schema(ignore)]
    pub(crate) purpose: Option<PurposeLine>,
    #[serde(skip)]
    #[schema(ignore)]
    pub(crate) has_earlier: bool,
    #[serde(skip)]
    #[schema(ignore)]
    pub(crate) cycle: Id<Cycle>,
    #[serde(skip)]
    #[schema(ignore)]
    pub(crate) works: bool,
}

impl HtmlSafe for StepPart {}

/// How many entries of a step are in sight; the others are folded away.
const IN_SIGHT: usize = 5;

/// Questions, for whoever wants one.
#[derive(Clone, Debug, Template)]
#[template(path = "step_questions.html")]
struct Questions {
    cycle: Id<Cycle>,
    prompts: Vec<Question>,
    works: bool,
}

/// Something folded away: what was written or tried before.
#[derive(Clone, Debug, Template)]
#[template(
    source = "{% if !notes.is_empty() %}{{ notes }}{% endif %}{% for card in cards %}{{ card }}{% endfor %}",
    ext = "html"
)]
struct Folded {
    notes: ui::NoteList,
    cards: Vec<TryingCard>,
}

impl StepPart {
    fn notes(&self) -> ui::NoteList {
        ui::NoteList::new(self.entries.iter().take(IN_SIGHT).map(EntryLine::note))
    }

    fn live(&self) -> impl Iterator<Item = &TryingCard> {
        self.explorations.iter().filter(|it| it.ended.is_none())
    }

    fn earlier(&self) -> Option<ui::Details> {
        let notes = ui::NoteList::new(self.entries.iter().skip(IN_SIGHT).map(EntryLine::note));
        let cards: Vec<_> =
            self.explorations.iter().filter(|it| it.ended.is_some()).cloned().collect();
        let any = !notes.is_empty() || !cards.is_empty();
        let folded = Folded { notes, cards };
        any.then(|| ui::Details::new(said::step_earlier(), ui::Part::of(folded)))
    }

    fn questions(&self) -> ui::Details {
        let questions =
            Questions { cycle: self.cycle, prompts: self.prompts.clone(), works: self.works };
        ui::Details::new(said::step_questions(), ui::Part::of(questions))
    }

    fn earlier_at(&self) -> Option<String> {
        self.has_earlier.then(|| format!("/cycles/{}/purposes", self.cycle))
    }

    /// What may be added here.
    fn links(&self) -> Vec<(Say, String)> {
        let cycle = format!("/cycles/{}", self.cycle);
        let write = format!("{cycle}/entries/new?step={}", self.step.name());
        let write = (said::write_link(self.step.said()), write);
        match self.step {
            Step::Purpose => {
                let otherwise =
                    self.purpose.as_ref().map(|it| (said::dissent_link(), it.dissent_at()));
                let word = (said::word_link(), format!("{cycle}/purposes/new"));
                otherwise.into_iter().chain([word, write]).collect()
            }
            Step::Explore => {
                vec![(said::start_link(), format!("{cycle}/explorations/new")), write]
            }
            Step::Understand | Step::CoDesign | Step::Embed | Step::Stewardship => vec![write],
        }
    }

    fn explores(&self) -> bool {
        self.step == Step::Explore
    }
}

/// Everything that a cycle's steps hold, and what the actor may add.
pub async fn steps(reading: &mut Reading, on: &CycleOn) -> Result<StepsPanel, DbError> {
    let (_, prompts) = questions::of_scale(reading, on.body.scale).await?;
    let (entries, purposes) = written(reading, on).await?;
    let explorations = tried(reading, on).await?;
    let steps = Step::ALL.into_iter().map(|step| StepPart {
        step,
        entries: entries.iter().filter(|it| it.step == step).cloned().collect(),
        prompts: prompts.iter().filter(|it| it.step == step).cloned().collect(),
        explorations: if step == Step::Explore { explorations.clone() } else { Vec::new() },
        purpose: purposes.first().filter(|_| step == Step::Purpose).cloned(),
        has_earlier: purposes.len() > 1,
        cycle: on.cycle,
        works: on.works(),
    });
    let steps = steps.collect();
    Ok(StepsPanel {
        cycle: on.cycle,
        system: on.system.clone(),
        scale: on.body.scale,
        purpose: purposes.into_iter().next(),
        steps,
    })
}

async fn written(
    reading: &mut Reading,
    on: &CycleOn,
) -> Result<(Vec<EntryLine>, Vec<PurposeLine>), DbError> {
    let entries = store::cycles::entries(reading, &on.cycle, &on.body.id).await?;
    let purposes = store::purposes::all(reading, &on.cycle, &on.body.id).await?;
    let mut accounts: Vec<_> = entries.iter().map(|it| it.by).collect();
    for worded in &purposes {
        accounts.push(worded.by);
        accounts.extend(worded.dissents.iter().map(|it| it.by));
    }
    let names = Names::of(reading, accounts).await?;
    let keys: Vec<&str> = entries.iter().filter_map(|it| it.new.prompt.as_deref()).collect();
    let asked: HashMap<String, Text> = questions::worded(reading, &keys).await?;
    let entries = entries.into_iter().map(|it| EntryLine::of(it, &asked, &names)).collect();
    let purposes = purposes.into_iter().map(|it| PurposeLine::of(it, &names)).collect();
    Ok((entries, purposes))
}

async fn tried(reading: &mut Reading, on: &CycleOn) -> Result<Vec<TryingCard>, DbError> {
    let tried = store::tried::of(reading, on.home()).await?;
    let names = Names::of_tried(reading, &tried).await?;
    let can = Can { own: false, writes: on.works() };
    let cards = tried.iter().map(|it| TryingCard::of(it, &names, can)).collect();
    let (mut live, ended) = rules::live_first(cards, |it: &TryingCard| it.ended.is_some());
    live.extend(ended);
    Ok(live)
}
