//! Word the questions of a scale's steps anew: a new version; earlier ones are kept.

use askama::Template;
use people::Scale;
use platform::{Done, Failure, Filled, Form, May as _, Page, Problems, Refused, Seen, door::Ask};
use words::{Language, Say, Text, Voice};

use crate::{
    Step,
    policy::EditPrompts,
    prompts::said_of,
    questions::{self, Question},
    rules, said, store,
};

/// The questions of a scale, one on each line.
#[derive(Clone, Debug, Default, serde::Serialize, serde::Deserialize, utoipa::ToSchema)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct EditForm {
    /// The scale: `team`, `organisation`, `place` or `country`.
    pub(crate) scale: String,
    /// The version that the writer saw; blank takes the newest.
    pub(crate) after: String,
    /// About the purpose.
    pub(crate) purpose: String,
    /// For understanding.
    pub(crate) understand: String,
    /// For co-design.
    #[serde(rename = "co-design")]
    pub(crate) co_design: String,
    /// For exploring.
    pub(crate) explore: String,
    /// For embedding and influencing.
    pub(crate) embed: String,
    /// About stewardship.
    pub(crate) stewardship: String,
}

impl Form for EditForm {
    const LIMIT: usize = 256 * 1024;

    fn fields() -> Vec<(&'static str, Say)> {
        Step::ALL.into_iter().map(|it| (it.name(), it.said())).collect()
    }

    fn sample() -> Self {
        let purpose = "What are we here for?\nWho says so?".to_owned();
        Self { scale: Scale::Team.name().to_owned(), purpose, ..Self::default() }
    }
}

impl EditForm {
    fn of(&self, step: Step) -> &str {
        match step {
            Step::Purpose => &self.purpose,
            Step::Understand => &self.understand,
            Step::CoDesign => &self.co_design,
            Step::Explore => &self.explore,
            Step::Embed => &self.embed,
            Step::Stewardship => &self.stewardship,
        }
    }

    /// A form that holds these questions.
    pub(crate) fn holding(
        scale: Scale,
        version: i64,
        questions: &[Question],
        voice: &Voice,
    ) -> Self {
        let lines = |step| {
            let of_step = questions.iter().filter(|it| it.step == step);
            of_step.map(|it| voice.text(&it.said)).collect::<Vec<_>>().join("\n")
        };
        Self {
            scale: scale.name().to_owned(),
            after: version.to_string(),
            purpose: lines(Step::Purpose),
            understand: lines(Step::Understand),
            co_design: lines(Step::CoDesign),
            explore: lines(Step::Explore),
            embed: lines(Step::Embed),
            stewardship: lines(Step::Stewardship),
        }
    }

    pub(crate) fn parse(&self) -> Result<(Scale, Vec<(Step, String)>), Problems> {
        let mut problems = Problems::none();
        let scale = Scale::named(&self.scale).ok_or_else(said::choose_scale);
        let scale = problems.take("scale", scale);
        let mut all = Vec::new();
        for step in Step::ALL {
            let read = problems.take(step.name(), rules::questions(self.of(step)));
            all.extend(read.into_iter().flatten().map(|text| (step, text)));
        }
        match scale {
            Some(scale) if problems.is_empty() => Ok((scale, all)),
            _ => Err(problems),
        }
    }
}

/// The page that asks.
#[derive(Debug, Template)]
#[template(path = "edit_prompts.html")]
pub(crate) struct EditPage {
    pub(crate) filled: Filled<EditForm>,
    pub(crate) scale: Scale,
}

impl Page for EditPage {
    fn title(&self) -> Text {
        said::prompts_edit_title().into()
    }

    fn has_problems(&self) -> bool {
        self.filled.has_problems()
    }
}

impl EditPage {
    fn back(&self) -> String {
        format!("/prompts?scale={}", self.scale.name())
    }

    fn caption(&self) -> Say {
        said_of(self.scale)
    }

    fn scale_problem(&self) -> Option<ui::ErrorMessage> {
        self.filled.problem("scale").map(ui::ErrorMessage::new)
    }

    fn field(&self, step: Step) -> ui::Textarea {
        ui::Textarea::new(step.name(), step.said())
            .size(ui::Size::Medium)
            .hint(step.about())
            .value(self.filled.form.of(step))
            .problem(self.filled.problem(step.name()))
    }
}

pub(crate) async fn form(
    ask: Ask<EditPrompts>,
    mut filled: Filled<EditForm>,
) -> Result<Seen<EditPage>, Failure> {
    let typed = Scale::named(&filled.form.scale);
    let asked = ask.query("scale").and_then(|it| Scale::named(&it));
    let voice = ask.state().voice(Language::default());
    let mut look = ask.look().await?;
    let first = look.on().words.first().copied();
    let scale = asked.or(typed).or(first).unwrap_or(Scale::Team);
    if !look.on().words.contains(&scale) {
        return Err(Failure::NotAllowed);
    }
    let (version, questions) = questions::of_scale(&mut look, scale).await?;
    if filled.is_fresh() {
        filled.form = EditForm::holding(scale, version, &questions, &voice);
    } else if filled.is_stale() {
        // Whoever has just been shown the other wording has seen it.
        filled.form.after = version.to_string();
    } else if typed != Some(scale) && !filled.has_problems() {
        // What was kept belongs to another scale: it waits there.
        filled = Filled::new("/prompts", EditForm::holding(scale, version, &questions, &voice));
    }
    // Whatever was sent, what is sent next is for the scale that the page says.
    scale.name().clone_into(&mut filled.form.scale);
    look.show(EditPage { filled, scale }).await
}

pub(crate) async fn submit(ask: Ask<EditPrompts>, form: EditForm) -> Result<Done, Refused> {
    let (scale, questions) = form.parse()?;
    let again = ask.clone();
    let mut permit = ask.change().await?;
    if !permit.on().words.contains(&scale) {
        return Err(Failure::NotAllowed.into());
    }
    let newest = store::prompts::newest(permit.reading(), scale).await?;
    let Ok(version) = rules::next_version(&form.after, newest.map_or(1, |it| it.version)) else {
        drop(permit);
        return Err(theirs(again, scale).await?);
    };
    match store::prompts::add(&mut permit, scale, version, &questions).await {
        Ok(set) => Ok(permit.keep(format!("/prompts?scale={}", scale.name()), Some(set)).await?),
        Err(why) if why.is_taken() => {
            drop(permit);
            Err(theirs(again, scale).await?)
        }
        Err(why) => Err(why.into()),
    }
}

/// The questions that were saved meanwhile.
async fn theirs(ask: Ask<EditPrompts>, scale: Scale) -> Result<Refused, Failure> {
    let voice = ask.state().voice(Language::default());
    let mut look = ask.look().await?;
    let (_, questions) = questions::of_scale(&mut look, scale).await?;
    let lines: Vec<String> = questions.iter().map(|it| voice.text(&it.said)).collect();
    look.show(()).await?;
    Ok(Refused::Stale(lines.join("\n")))
}
