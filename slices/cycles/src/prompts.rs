//! The questions of the steps, scale by scale, with every earlier version.

use askama::{Template, filters::HtmlSafe};
use kernel::Moment;
use people::Scale;
use platform::{DbError, Failure, Reading, Seen, View, door::Ask};
use words::{Say, Text};

use crate::{
    Step,
    policy::ReadPrompts,
    questions::{Question, built_in},
    said, store,
    who::Names,
};

/// The questions of the steps.
#[derive(Debug, Template, serde::Serialize, utoipa::ToSchema)]
#[template(path = "prompts.html")]
pub(crate) struct PromptsPage {
    /// Scale by scale, the smallest first.
    pub(crate) scales: Vec<ScalePrompts>,
    #[serde(skip)]
    #[schema(ignore)]
    pub(crate) words: Vec<Scale>,
    #[serde(skip)]
    #[schema(ignore)]
    pub(crate) asked: Option<Scale>,
}

/// The questions of a scale, the version that counts first.
#[derive(Clone, Debug, serde::Serialize, utoipa::ToSchema)]
pub(crate) struct ScalePrompts {
    /// The scale.
    pub(crate) scale: Scale,
    /// Its versions, the one that counts first.
    pub(crate) versions: Vec<PromptVersion>,
}

/// One version of a scale's questions.
#[derive(Clone, Debug, Template, serde::Serialize, utoipa::ToSchema)]
#[template(path = "prompt_version.html")]
pub(crate) struct PromptVersion {
    /// Which one it is: 1 came with the program.
    pub(crate) version: i64,
    /// When it was worded here.
    pub(crate) at: Option<Moment>,
    /// Its questions.
    pub(crate) questions: Vec<Question>,
    #[serde(skip)]
    #[schema(ignore)]
    pub(crate) by: Text,
}

impl HtmlSafe for PromptVersion {}

impl PromptVersion {
    fn came(&self) -> Say {
        match self.at {
            Some(at) => said::prompts_worded(at, self.by.clone()),
            None => said::prompts_built_in(),
        }
    }

    fn of_step(&self, step: Step) -> Vec<&Question> {
        self.questions.iter().filter(|it| it.step == step).collect()
    }

    fn folded(&self) -> ui::Details {
        ui::Details::new(said::prompts_earlier(self.came()), ui::Part::of(self.clone()))
    }
}

/// A scale's questions, folded away under its name.
#[derive(Clone, Debug, Template)]
#[template(path = "prompts_scale.html")]
struct Folded {
    scale: Scale,
    versions: Vec<PromptVersion>,
    words: bool,
}

impl View for PromptsPage {
    fn title(&self) -> Text {
        said::prompts_title().into()
    }
}

impl PromptsPage {
    fn folded(&self, of: &ScalePrompts) -> ui::Details {
        let (scale, versions) = (of.scale, of.versions.clone());
        let folded = Folded { scale, versions, words: self.words.contains(&scale) };
        ui::Details::new(said_of(scale), ui::Part::of(folded))
            .id(scale.name())
            .open(self.asked == Some(scale))
    }
}

/// As the heading of a scale's questions.
pub(crate) fn said_of(scale: Scale) -> Say {
    match scale {
        Scale::Team => said::prompts_of_team(),
        Scale::Organisation => said::prompts_of_organisation(),
        Scale::Place => said::prompts_of_place(),
        Scale::Country => said::prompts_of_country(),
    }
}

pub(crate) async fn page(ask: Ask<ReadPrompts>) -> Result<Seen<PromptsPage>, Failure> {
    let asked = ask.query("scale").and_then(|it| Scale::named(&it));
    let mut look = ask.look().await?;
    let words = look.on().words.clone();
    let mut scales = Vec::new();
    for scale in Scale::ALL {
        scales.push(ScalePrompts { scale, versions: versions(&mut look, scale).await? });
    }
    look.show(PromptsPage { scales, words, asked }).await
}

async fn versions(reading: &mut Reading, scale: Scale) -> Result<Vec<PromptVersion>, DbError> {
    let sets = store::prompts::sets(reading.tx(), scale).await?;
    let ids: Vec<_> = sets.iter().map(|it| it.id).collect();
    let asked = store::prompts::of(reading.tx(), &ids).await?;
    let names = Names::of(reading, sets.iter().map(|it| it.by).collect::<Vec<_>>()).await?;
    let mut versions: Vec<PromptVersion> = Vec::with_capacity(sets.len() + 1);
    for set in sets {
        let own = asked.iter().filter(|it| it.set == set.id).cloned();
        let questions = own.map(Question::from).collect();
        let by = names.account(set.by);
        versions.push(PromptVersion { version: set.version, at: Some(set.at), questions, by });
    }
    let by = said::somebody().into();
    versions.push(PromptVersion { version: 1, at: None, questions: built_in(scale), by });
    Ok(versions)
}
