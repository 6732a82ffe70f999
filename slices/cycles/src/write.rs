//! Write into a step. Any step, at any time, with or without a question.

use askama::Template;
use people::finder::{Finding, Known, all_may_stay, boxes, found, known_in};
use platform::{
    Done, Failure, Filled, Form, May as _, Page, Problems, Reading, Refused, Seen, door::Ask, form,
};
use words::{Say, Text};

use crate::{Step, policy::WriteEntry, questions, readers, said, store, store::cycles::New};

/// The most characters of an entry, and of where a fact was published.
const ENTRY: usize = 20_000;
const SOURCE: usize = 500;

/// What is written.
#[derive(Clone, Debug, Default, serde::Serialize, serde::Deserialize, utoipa::ToSchema)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct WriteForm {
    /// The step: `purpose`, `understand`, `co-design`, `explore`, `embed` or `stewardship`.
    pub(crate) step: String,
    /// What is written.
    pub(crate) text: String,
    /// The question it answers, if any: its key.
    pub(crate) prompt: String,
    /// Where it was published, if it is a published fact.
    pub(crate) source: String,
    /// What was pointed out and may stay.
    pub(crate) stays: Vec<String>,
}

impl Form for WriteForm {
    const LIMIT: usize = 256 * 1024;

    fn fields() -> Vec<(&'static str, Say)> {
        vec![("text", said::write_text()), ("source", said::write_source())]
    }

    fn sample() -> Self {
        let text = "People come when somebody goes with them.".to_owned();
        Self { step: Step::Understand.name().to_owned(), text, ..Self::default() }
    }
}

impl WriteForm {
    pub(crate) fn parse(&self) -> Result<New, Problems> {
        let mut problems = Problems::none();
        let step = problems.take("step", Step::named(&self.step).ok_or_else(said::choose_step));
        let text = problems.take("text", form::some_text(&self.text, ENTRY));
        let source = problems.take("source", form::maybe_text(&self.source, SOURCE));
        match (step, text, source) {
            (Some(step), Some(text), Some(source)) => {
                let prompt = Some(self.prompt.clone()).filter(|it| !it.is_empty());
                Ok(New { step, text, prompt, source })
            }
            _ => Err(problems),
        }
    }

    /// What may tell who it is about, unless it was published already.
    pub(crate) fn pointed_out(&self, known: &Known) -> Vec<Finding> {
        if self.source.trim().is_empty() { found(&self.text, known) } else { Vec::new() }
    }
}

/// The page that asks.
#[derive(Debug, Template)]
#[template(path = "write.html")]
pub(crate) struct WritePage {
    pub(crate) filled: Filled<WriteForm>,
    pub(crate) system: String,
    /// The question that is answered.
    pub(crate) asked: Option<Text>,
    pub(crate) back: String,
    pub(crate) readers: Say,
    pub(crate) findings: Vec<Finding>,
}

impl Page for WritePage {
    fn title(&self) -> Text {
        said::write_title().into()
    }

    fn has_problems(&self) -> bool {
        self.filled.has_problems()
    }
}

/// Where a fact was published.
#[derive(Clone, Debug, Template)]
#[template(source = "{{ field }}", ext = "html")]
struct Source {
    field: ui::Input,
}

impl WritePage {
    fn text(&self) -> ui::Textarea {
        let label: Text = self.asked.clone().unwrap_or_else(|| said::write_title().into());
        ui::Textarea::new("text", label)
            .heading()
            .size(ui::Size::Large)
            .value(self.filled.form.text.as_str())
            .problem(self.filled.problem("text"))
    }

    fn steps(&self) -> ui::Chips {
        let chips = ui::Chips::one("step", said::write_step());
        let chosen = self.filled.form.step.as_str();
        let chips = Step::ALL
            .into_iter()
            .fold(chips, |chips, it| chips.chip(it.name(), it.said(), it.name() == chosen));
        chips.problem(self.filled.problem("step"))
    }

    fn stays(&self) -> ui::Checkboxes {
        boxes(&self.findings, &self.filled.form.stays, self.filled.problem("stays"))
    }

    fn source(&self) -> ui::Details {
        let field = ui::Input::new("source", said::write_source())
            .hint(said::write_source_hint())
            .value(self.filled.form.source.as_str())
            .problem(self.filled.problem("source"));
        let open = !self.filled.form.source.is_empty();
        ui::Details::new(said::write_fact(), ui::Part::of(Source { field })).open(open)
    }
}

async fn asked(reading: &mut Reading, key: &str) -> Result<Option<Text>, platform::DbError> {
    if key.is_empty() {
        return Ok(None);
    }
    Ok(questions::worded(reading, &[key]).await?.remove(key))
}

pub(crate) async fn form(
    ask: Ask<WriteEntry>,
    mut filled: Filled<WriteForm>,
) -> Result<Seen<WritePage>, Failure> {
    if filled.is_fresh() {
        filled.form.step = ask.query("step").unwrap_or_default();
        filled.form.prompt = ask.query("prompt").unwrap_or_default();
    }
    let mut look = ask.look().await?;
    let asked = asked(&mut look, &filled.form.prompt).await?;
    if asked.is_none() {
        // A question that never was: the page asks without one.
        filled.form.prompt.clear();
    }
    let (system, back) = (look.on().system.clone(), format!("/cycles/{}", look.on().cycle));
    let readers = readers::of_cycle(look.on().body.scale);
    let body = look.on().body.id;
    let findings = filled.form.pointed_out(&known_in(&mut look, &body).await?);
    look.show(WritePage { filled, system, asked, back, readers, findings }).await
}

/// The question is gone. Its key is typed nowhere, so it is said where the answer is.
pub(crate) fn no_such_question() -> Problems {
    Problems::one("text", said::unknown_question())
}

pub(crate) async fn submit(ask: Ask<WriteEntry>, form: WriteForm) -> Result<Done, Refused> {
    let new = form.parse()?;
    let mut permit = ask.change().await?;
    if let Some(key) = &new.prompt
        && asked(permit.reading(), key).await?.is_none()
    {
        return Err(no_such_question().into());
    }
    let (cycle, body) = (permit.on().cycle, permit.on().body.id);
    let known = known_in(permit.reading(), &body).await?;
    all_may_stay(&form.pointed_out(&known), &form.stays)?;
    let entry = store::cycles::write(&mut permit, (&cycle, &body), &new).await?;
    Ok(permit.keep(format!("/cycles/{cycle}"), Some(entry)).await?)
}
