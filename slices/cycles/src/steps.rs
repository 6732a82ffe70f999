//! A cycle's steps, as its page shows them: none blocks another, none has to hold anything.

use askama::{FastWritable, Template, filters::HtmlSafe};
use kernel::Id;
use people::Scale;
use platform::{DbError, Paged, Reading};
use words::Say;

use crate::{
    Cycle, CycleOn, Step,
    card::{Can, TryingCard},
    entry::EntryLine,
    purpose::PurposeLine,
    questions::{self, Question},
    said, store, trying,
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
    /// Where they go on, on a page of their own.
    pub entries_next: Option<String>,
    /// Questions that may help.
    pub(crate) prompts: Vec<Question>,
    /// What is and was tried, the live ones first; in the step that explores.
    pub explorations: Vec<TryingCard>,
    /// Where they go on, on a page of their own.
    pub explorations_next: Option<String>,
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

/// How many of a step stand on the page of the cycle; the others have pages of their own.
pub(crate) const MOST: usize = 25;

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

    fn otherwise(&self) -> Option<(Say, String)> {
        self.purpose.as_ref().map(|it| (said::dissent_link(), it.dissent_at()))
    }

    /// What may be added here. Whoever only reads may see its purpose otherwise.
    fn links(&self) -> Vec<(Say, String)> {
        if !self.works {
            return self.otherwise().into_iter().collect();
        }
        let cycle = format!("/cycles/{}", self.cycle);
        let write = format!("{cycle}/entries/new?step={}", self.step.name());
        let write = (said::write_link(self.step.said()), write);
        match self.step {
            Step::Purpose => {
                let word = (said::word_link(), format!("{cycle}/purposes/new"));
                self.otherwise().into_iter().chain([word, write]).collect()
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
    let can = Can { own: false, writes: on.works() };
    let tried = trying::cards(reading, on.home(), can, None).await?;
    let steps = Step::ALL.into_iter().map(|step| {
        let tried = Some(&tried).filter(|_| step == Step::Explore);
        let own = entries.iter().filter(|it| it.step == step).cloned().collect();
        let entries = Paged::of(own, MOST, |it| it.entry.to_string());
        StepPart {
            step,
            entries: entries.rows,
            entries_next: entries.next,
            prompts: prompts.iter().filter(|it| it.step == step).cloned().collect(),
            explorations: tried.map(|it| it.rows.clone()).unwrap_or_default(),
            explorations_next: tried.and_then(|it| it.next.clone()),
            purpose: purposes.first().filter(|_| step == Step::Purpose).cloned(),
            has_earlier: purposes.len() > 1,
            cycle: on.cycle,
            works: on.works(),
        }
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
    let of = (&on.cycle, &on.body.id);
    let most = Paged::<EntryLine>::ask_for(MOST);
    let entries = store::cycles::newest_entries(reading, of, most).await?;
    let purposes = store::purposes::all(reading, &on.cycle, &on.body.id).await?;
    let mut accounts: Vec<_> = entries.iter().map(|it| it.by).collect();
    for worded in &purposes {
        accounts.push(worded.by);
        accounts.extend(worded.dissents.iter().map(|it| it.by));
    }
    let names = Names::of(reading, accounts).await?;
    let entries = EntryLine::all(reading, entries, &names).await?;
    let purposes = purposes.into_iter().map(|it| PurposeLine::of(it, &names)).collect();
    Ok((entries, purposes))
}
