//! Word what matters: a new wording, in the person's own words or written down for them. Earlier
//! ones stay.

use askama::Template;
use kernel::Id;
use people::Life;
use platform::{
    Done, Failure, Filled, Form, May as _, Page, Problems, Refused, Seen, door::Ask, form,
};
use words::{Say, Text};

use crate::{
    model::{Matter, Whose},
    policy::WordMatter,
    said,
    store::matters,
};

/// The most letters that a wording has.
pub(crate) const LONGEST: usize = 4000;

/// A wording, and the one that stood there when it was begun.
#[derive(Clone, Debug, Default, serde::Serialize, serde::Deserialize, utoipa::ToSchema)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct MatterForm {
    /// What matters.
    pub(crate) text: String,
    /// `own` or `written-down`; asked of workers only.
    pub(crate) whose: String,
    /// The id of the wording it is based on; blank for the first.
    pub(crate) seen: String,
}

impl Form for MatterForm {
    fn fields() -> Vec<(&'static str, Say)> {
        vec![("text", said::matters_title())]
    }

    fn sample() -> Self {
        let text = "To go to the allotment again without planning it for three days.".to_owned();
        Self { text, whose: Whose::Own.name().to_owned(), seen: String::new() }
    }
}

/// The page that asks.
#[derive(Debug, Template)]
#[template(path = "matters/word.html")]
pub(crate) struct WordPage {
    pub(crate) filled: Filled<MatterForm>,
    pub(crate) life: Id<Life>,
    pub(crate) name: String,
    pub(crate) own: bool,
    pub(crate) now: Option<String>,
    pub(crate) seen: String,
}

impl Page for WordPage {
    fn title(&self) -> Text {
        said::matters_word_title().into()
    }

    fn has_problems(&self) -> bool {
        self.filled.has_problems()
    }
}

impl WordPage {
    fn text(&self) -> ui::Textarea {
        let (label, hint) = if self.own {
            (said::matters_word_own(), said::matters_word_hint())
        } else {
            (said::matters_word_label(self.name.as_str()), said::matters_word_hint_worker())
        };
        let value = match &self.now {
            Some(now) if self.filled.is_fresh() => now.as_str(),
            Some(_) | None => self.filled.form.text.as_str(),
        };
        let area = ui::Textarea::new("text", label).heading().size(ui::Size::Large).hint(hint);
        area.value(value).problem(self.filled.problem("text"))
    }

    fn whose(&self) -> ui::Radios {
        let name = self.name.as_str();
        let own = ui::Choice::new(Whose::Own.name(), said::matters_whose_own(name))
            .hint(said::matters_whose_own_hint());
        let written =
            ui::Choice::new(Whose::WrittenDown.name(), said::matters_whose_written_down(name))
                .hint(said::matters_whose_written_down_hint());
        ui::Radios::new("whose", said::matters_whose())
            .choice(own)
            .choice(written)
            .value(self.filled.form.whose.as_str())
            .problem(self.filled.problem("whose"))
    }
}

pub(crate) async fn form(
    ask: Ask<WordMatter>,
    filled: Filled<MatterForm>,
) -> Result<Seen<WordPage>, Failure> {
    let mut look = ask.look().await?;
    let (on, reading) = look.parts();
    let (life, own) = (on.life, on.standing.own);
    let now = matters::newest(reading, &life).await?;
    let name = on.called(reading).await?;
    let newest = now.as_ref().map(|it| it.id.to_string()).unwrap_or_default();
    // Whoever comes back to a draft is still at the wording they began from; whoever was just told
    // of another one goes on from that.
    let begun = !filled.is_fresh() && !filled.is_stale();
    let seen = if begun { filled.form.seen.clone() } else { newest };
    let now = now.map(|it| it.text);
    look.show(WordPage { filled, life, name, own, now, seen }).await
}

pub(crate) async fn submit(ask: Ask<WordMatter>, form: MatterForm) -> Result<Done, Refused> {
    let again = ask.clone();
    let mut permit = ask.change().await?;
    let (life, own) = (permit.on().life, permit.on().standing.own);
    let (text, whose) = parse(&form, own)?;
    let newest = matters::newest(permit.reading(), &life).await?;
    let seen = Id::<Matter>::parse(&form.seen);
    if newest.as_ref().map(|it| it.id) != seen {
        return Err(Refused::Stale(newest.map(|it| it.text).unwrap_or_default()));
    }
    match matters::word(&mut permit, &text, whose, seen).await {
        Ok(id) => Ok(permit.keep(format!("/lives/{life}"), Some(id)).await?),
        Err(why) if why.is_taken() => {
            drop(permit);
            Err(stale(again).await?)
        }
        Err(why) => Err(why.into()),
    }
}

/// Somebody saved another wording in the same instant.
async fn stale(ask: Ask<WordMatter>) -> Result<Refused, Failure> {
    let mut look = ask.look().await?;
    let (on, reading) = look.parts();
    let theirs = matters::newest(reading, &on.life).await?;
    Ok(Refused::Stale(theirs.map(|it| it.text).unwrap_or_default()))
}

/// The person's words are their own; a worker says whose they are.
pub(crate) fn parse(form: &MatterForm, own: bool) -> Result<(String, Whose), Problems> {
    let mut problems = Problems::none();
    let text = problems.take("text", form::some_text(&form.text, LONGEST));
    let whose = if own { Some(Whose::Own) } else { Whose::named(&form.whose) };
    let whose = problems.take("whose", whose.ok_or_else(said::matters_whose_choose));
    text.zip(whose).ok_or(problems)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form(text: &str, whose: &str) -> MatterForm {
        MatterForm { text: text.to_owned(), whose: whose.to_owned(), seen: String::new() }
    }

    #[test]
    fn what_the_person_writes_is_in_their_own_words() {
        let (_, whose) = parse(&form("To walk", "written-down"), true).unwrap();
        assert_eq!(whose, Whose::Own);
    }

    #[test]
    fn a_worker_says_whose_words_they_are() {
        let (_, whose) = parse(&form("To walk", "written-down"), false).unwrap();
        assert_eq!(whose, Whose::WrittenDown);
        let problems = parse(&form(" ", ""), false).unwrap_err();
        assert!(problems.of("text").is_some() && problems.of("whose").is_some());
    }
}
