//! What people fill in: parsed into a command or answered with problems beside the fields, on the
//! same page, with everything they typed still there.

mod problems;
mod read;

use askama::{Template, filters::HtmlSafe};
use kernel::Moment;
use serde::{Serialize, de::DeserializeOwned};
use ui::{ErrorSummary, KeepTyping};
use utoipa::ToSchema;
use words::{Say, Text};

use crate::said;

pub use problems::{Problems, Refused};
pub use read::{day, maybe_text, some_text, text};

/// The most bytes of a form without long text.
pub(crate) const SHORT: usize = 64 * 1024;

/// A form as it is sent: plain text fields, each with a default, so that blank is an answer.
pub trait Form:
    Serialize + DeserializeOwned + Default + Clone + ToSchema + Send + Sync + 'static
{
    /// The most bytes a body may have.
    const LIMIT: usize = SHORT;

    /// Whether what is typed is kept before it is saved. Never a password.
    const KEEPS: bool = true;

    /// Its fields as people know them, for giving typed words back when nothing else works.
    fn fields() -> Vec<(&'static str, Say)>;

    /// What people know each field by in which something can be wrong: a problem that would read the
    /// same of any field names its own.
    fn labels() -> Vec<(&'static str, Say)> {
        Self::fields()
    }

    /// One valid request, for the tests that walk every route.
    fn sample() -> Self;
}

/// A form without fields: a single press of a button.
#[derive(Clone, Debug, Default, Serialize, serde::Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Press {}

impl Form for Press {
    /// Nothing is typed.
    const KEEPS: bool = false;

    fn fields() -> Vec<(&'static str, Say)> {
        Vec::new()
    }

    fn sample() -> Self {
        Self {}
    }
}

/// A form on its way to a page: as typed, with what is wrong and what was kept.
#[derive(Clone, Debug)]
pub struct Filled<F> {
    /// What they typed.
    pub form: F,
    /// What is wrong with it.
    pub problems: Problems,
    pub(crate) path: String,
    pub(crate) once: String,
    pub(crate) kept: Option<Moment>,
    pub(crate) theirs: Option<String>,
}

impl<F: Form> Filled<F> {
    /// A form that will be sent to `path`.
    pub fn new(path: impl Into<String>, form: F) -> Self {
        let once = crate::secret::token();
        let (path, problems) = (path.into(), Problems::none());
        Self { form, problems, path, once, kept: None, theirs: None }
    }

    /// The same form with problems, as a sample.
    #[must_use]
    pub fn with_problems(self, problems: Problems) -> Self {
        Self { problems, ..self }
    }

    /// The same form with what is found wrong with it when it is read, as a sample.
    #[must_use]
    pub fn read_by<T>(self, read: impl FnOnce(&F) -> Result<T, Problems>) -> Self {
        let problems = read(&self.form).err().unwrap_or_default();
        self.with_problems(problems)
    }

    /// The same form, kept as a draft at this moment.
    #[must_use]
    pub fn with_kept(self, kept: Moment) -> Self {
        Self { kept: Some(kept), ..self }
    }

    /// The same form, with the wording that somebody else saved meanwhile.
    #[must_use]
    pub fn with_theirs(self, theirs: String) -> Self {
        Self { theirs: Some(theirs), ..self }
    }

    /// True when nothing was typed, kept or refused yet: the page may suggest.
    pub const fn is_fresh(&self) -> bool {
        self.problems.is_empty() && self.kept.is_none() && self.theirs.is_none()
    }

    /// True when somebody else saved another wording meanwhile, and both are shown.
    pub const fn is_stale(&self) -> bool {
        self.theirs.is_some()
    }

    /// What is wrong with `field`.
    pub fn problem(&self, field: &str) -> Option<Text> {
        let (_, what) = self.problems.all().iter().find(|(it, _)| *it == field)?;
        Some(Self::named(field, what).into())
    }

    /// A problem in words: one that every form shares says of which field it is, where there are
    /// several. The summary and the field say the same.
    fn named(field: &str, what: &Say) -> Say {
        let labels = F::labels();
        let label = labels.iter().find(|(it, _)| *it == field).map(|(_, label)| label);
        match label.filter(|_| labels.len() > 1 && what.slice() == said::WORDS.of) {
            Some(label) => said::problem_in(label.clone(), what.clone()),
            None => what.clone(),
        }
    }

    /// True when the page's title must begin with "Error:".
    pub const fn has_problems(&self) -> bool {
        !self.problems.is_empty()
    }

    /// What stands above the form: problems, a kept draft, the other wording.
    pub fn top(&self) -> FormTop {
        let errors = self.problems.all().iter();
        let summary = (!self.problems.is_empty()).then(|| {
            errors.fold(ErrorSummary::new(), |summary, (field, what)| {
                summary.field(field, Self::named(field, what))
            })
        });
        let kept = self.kept.map(said::kept_from);
        FormTop { summary, kept, theirs: self.theirs.clone() }
    }

    /// The opening of the form: where it goes, and its key.
    pub fn open(&self) -> FormOpen {
        FormOpen { path: self.path.clone(), once: self.once.clone() }
    }

    /// The closing of the form, where it says that it is kept as one types: beside what saves it,
    /// so that nothing moves while somebody writes.
    pub fn close(&self) -> FormClose {
        FormClose { keep: F::KEEPS.then(|| KeepTyping::new(format!("{}/draft", self.path))) }
    }
}

/// What stands above a form.
#[derive(Clone, Debug, Template)]
#[template(path = "form_top.html")]
pub struct FormTop {
    summary: Option<ErrorSummary>,
    kept: Option<Say>,
    theirs: Option<String>,
}
impl HtmlSafe for FormTop {}

/// The opening of a form.
#[derive(Clone, Debug, Template)]
#[template(path = "form_open.html")]
pub struct FormOpen {
    path: String,
    once: String,
}
impl HtmlSafe for FormOpen {}

/// The closing of a form.
#[derive(Clone, Debug, Template)]
#[template(source = "{% if let Some(keep) = keep %}{{ keep }}{% endif %}</form>", ext = "html")]
pub struct FormClose {
    keep: Option<KeepTyping>,
}
impl HtmlSafe for FormClose {}
