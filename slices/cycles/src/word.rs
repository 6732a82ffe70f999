//! Word what a cycle is for. Earlier wordings are kept and can be read.

use askama::Template;
use platform::{
    Done, Failure, Filled, Form, May as _, Page, Problems, Refused, Seen, door::Ask, form,
};
use words::{Say, Text};

use crate::{CycleOn, policy::WordPurpose, rules, said, store, store::purposes};

/// The most characters of a purpose, and of whose words it is.
const PURPOSE: usize = 2_000;
const WHOSE: usize = 200;

/// A wording.
#[derive(Clone, Debug, Default, serde::Serialize, serde::Deserialize, utoipa::ToSchema)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct WordForm {
    /// The words.
    pub(crate) text: String,
    /// Whose words they are.
    pub(crate) whose: String,
    /// The version that the writer saw, 0 for none; blank takes the newest.
    pub(crate) after: String,
}

impl Form for WordForm {
    fn fields() -> Vec<(&'static str, Say)> {
        vec![("text", said::word_text()), ("whose", said::word_whose())]
    }

    fn sample() -> Self {
        let text = "To be somebody’s neighbour, not somebody’s case.".to_owned();
        Self { text, whose: "people at the Tuesday lunch".to_owned(), after: String::new() }
    }
}

impl WordForm {
    /// The words, and whose they are.
    pub(crate) fn parse(&self) -> Result<(String, String), Problems> {
        let mut problems = Problems::none();
        let text = problems.take("text", form::some_text(&self.text, PURPOSE));
        let whose = problems.take("whose", form::text(&self.whose, WHOSE));
        text.zip(whose).ok_or(problems)
    }
}

/// The page that asks.
#[derive(Debug, Template)]
#[template(path = "word.html")]
pub(crate) struct WordPage {
    pub(crate) filled: Filled<WordForm>,
    pub(crate) system: String,
    pub(crate) back: String,
}

impl Page for WordPage {
    fn title(&self) -> Text {
        said::word_title().into()
    }

    fn has_problems(&self) -> bool {
        self.filled.has_problems()
    }
}

impl WordPage {
    fn text(&self) -> ui::Textarea {
        ui::Textarea::new("text", said::word_title())
            .heading()
            .size(ui::Size::Large)
            .hint(said::word_text_hint())
            .value(self.filled.form.text.as_str())
            .problem(self.filled.problem("text"))
    }

    fn whose(&self) -> ui::Input {
        ui::Input::new("whose", said::word_whose())
            .hint(said::word_whose_hint())
            .value(self.filled.form.whose.as_str())
            .problem(self.filled.problem("whose"))
    }
}

pub(crate) async fn form(
    ask: Ask<WordPurpose>,
    mut filled: Filled<WordForm>,
) -> Result<Seen<WordPage>, Failure> {
    let mut look = ask.look().await?;
    let CycleOn { cycle, system, body, .. } = look.on().clone();
    let newest = purposes::all(&mut look, &cycle, &body.id).await?.into_iter().next();
    let version = newest.as_ref().map_or(0, |it| it.version);
    // Whoever has just been shown the other wording has seen it.
    if filled.is_fresh() || filled.is_stale() || filled.form.after.is_empty() {
        filled.form.after = version.to_string();
    }
    if let (true, Some(newest)) = (filled.is_fresh(), newest) {
        (filled.form.text, filled.form.whose) = (newest.text, newest.whose);
    }
    look.show(WordPage { filled, system, back: format!("/cycles/{cycle}") }).await
}

pub(crate) async fn submit(ask: Ask<WordPurpose>, form: WordForm) -> Result<Done, Refused> {
    let (text, whose) = form.parse()?;
    let again = ask.clone();
    let mut permit = ask.change().await?;
    let (cycle, body) = (permit.on().cycle, permit.on().body.id);
    let newest = purposes::newest(permit.reading().tx(), &cycle).await?;
    let Ok(version) = rules::next_version(&form.after, newest) else {
        drop(permit);
        return Err(theirs(again).await?);
    };
    let words = (text.as_str(), whose.as_str());
    match store::purposes::word(&mut permit, (&cycle, &body), version, words).await {
        Ok(purpose) => Ok(permit.keep(format!("/cycles/{cycle}"), Some(purpose)).await?),
        Err(why) if why.is_taken() => {
            drop(permit);
            Err(theirs(again).await?)
        }
        Err(why) => Err(why.into()),
    }
}

/// The wording that was saved meanwhile.
async fn theirs(ask: Ask<WordPurpose>) -> Result<Refused, Failure> {
    let mut look = ask.look().await?;
    let CycleOn { cycle, body, .. } = look.on().clone();
    let newest = purposes::all(&mut look, &cycle, &body.id).await?.into_iter().next();
    let text = newest.map(|it| it.text).unwrap_or_default();
    look.show(()).await?;
    Ok(Refused::Stale(text))
}
