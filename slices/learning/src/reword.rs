//! Word a pattern so that it tells nobody who it is about, before it leaves those people.

mod form;

use askama::Template;
use people::finder::{Finding, all_may_stay, boxes};
use platform::{Ask, Done, Failure, Filled, May as _, Page, Refused, Seen};
use ui::{Checkboxes, Textarea};
use words::Text;

pub(crate) use form::{RewordForm, parse};

use crate::{
    drawn::{GroundLine, grounds},
    known::known,
    policy::Reword,
    said,
    store::{
        asking::{self, Proposed},
        pattern,
        wording::{self, NewWording, Worded},
    },
};

/// The page that points out what may tell who it is about.
#[derive(Debug, Template)]
#[template(path = "reword.html")]
pub(crate) struct RewordPage {
    pub(crate) filled: Filled<RewordForm>,
    pub(crate) back: String,
    pub(crate) grounds: Vec<GroundLine>,
    pub(crate) findings: Vec<Finding>,
}

impl Page for RewordPage {
    fn title(&self) -> Text {
        said::reword_title().into()
    }

    fn has_problems(&self) -> bool {
        self.filled.has_problems()
    }
}

impl RewordPage {
    /// The grounds that the reader can word.
    fn open(&self) -> impl Iterator<Item = (usize, &GroundLine)> {
        (1..).zip(self.grounds.iter().filter(|it| it.life.is_some()))
    }

    /// Somebody has answered, and would be asked again.
    fn asks_again(&self) -> bool {
        self.grounds.iter().any(|it| it.answer.is_some())
    }

    /// Where what is wrong with the words of a ground is said: at the first that it is wrong with.
    fn wrong_place(&self) -> usize {
        let mut all = self.open();
        all.find(|(_, it)| self.filled.form.is_too_long(it)).map_or(1, |(place, _)| place)
    }

    fn words(&self, place: usize, ground: &GroundLine) -> Textarea {
        let wrong = place == self.wrong_place();
        let id = if wrong { "wording".to_owned() } else { format!("wording-{place}") };
        let who = ground.who.clone().unwrap_or_default();
        let words = self.filled.form.words_of(ground).unwrap_or_default();
        let area =
            Textarea::new("wording", said::reword_ground_of(who)).id(id).rows(2).value(words);
        if wrong { area.problem(self.filled.problem("wording")) } else { area }
    }

    fn stays(&self) -> Checkboxes {
        boxes(&self.findings, &self.filled.form.stays, self.filled.problem("stays"))
    }
}

pub(crate) async fn form(
    ask: Ask<Reword>,
    mut filled: Filled<RewordForm>,
) -> Result<Seen<RewordPage>, Failure> {
    let mut look = ask.look().await?;
    let on = look.on().clone();
    let worded = wording::newest_of(&mut look, &on.pattern).await?;
    let grounds = grounds(&mut look, &on, worded.as_ref().map(|it| it.id)).await?;
    if filled.is_fresh() {
        let said = if let Some(it) = worded {
            (it.body, it.hit, it.counter)
        } else {
            let seen = pattern::one(&mut look, &on.pattern, &on.cycle.body.id).await?;
            (seen.statement, seen.hit, seen.counter)
        };
        filled.form = suggested(said, &grounds);
    }
    let lives = on.lives(&look);
    let findings = filled.form.pointed_out(&known(&mut look, &lives, &on.cycle.body.id).await?);
    let back = format!("/patterns/{}", on.pattern);
    look.show(RewordPage { filled, back, grounds, findings }).await
}

/// The words to begin with: those there are. What was tried or noted stands above its field, and is
/// never suggested: whoever saves without reading would send what tells who it was.
fn suggested(
    (statement, hit, counter): (String, Option<String>, Option<String>),
    grounds: &[GroundLine],
) -> RewordForm {
    let words = |it: &GroundLine| it.words.clone().unwrap_or_default();
    RewordForm {
        statement,
        hit: hit.unwrap_or_default(),
        counter: counter.unwrap_or_default(),
        ground: grounds.iter().map(|it| it.ground.to_string()).collect(),
        wording: grounds.iter().map(words).collect(),
        stays: Vec::new(),
    }
}

pub(crate) async fn submit(ask: Ask<Reword>, form: RewordForm) -> Result<Done, Refused> {
    let new = parse(&form)?;
    let mut permit = ask.change().await?;
    let on = permit.on().clone();
    let lives = on.lives(permit.reading());
    let known = known(permit.reading(), &lives, &on.cycle.body.id).await?;
    all_may_stay(&form.pointed_out(&known), &form.stays)?;
    let worded = wording::newest_of(permit.reading(), &on.pattern).await?;
    let grounds = grounds(permit.reading(), &on, worded.as_ref().map(|it| it.id)).await?;
    let same = worded.filter(|it| same_words(it, &new, &form, &grounds));
    let wording = match same {
        Some(it) => it.id,
        None => wording::word(&mut permit, &new).await?,
    };
    for ground in &grounds {
        let (Some(life), words) = (ground.life, form.leaving_of(ground)) else { continue };
        let words = words.as_deref();
        let proposed = Proposed { ground: ground.ground, life, wording, words };
        asking::propose(&mut permit, proposed).await?;
    }
    Ok(permit.keep::<()>(format!("/patterns/{}", on.pattern), None).await?)
}

/// Nothing changed that somebody has answered: their answer stands, and only the others are asked in
/// the new words.
fn same_words(
    worded: &Worded,
    new: &NewWording,
    form: &RewordForm,
    grounds: &[GroundLine],
) -> bool {
    let mut answered = grounds.iter().filter(|it| it.answer.is_some() && it.life.is_some());
    worded.says(new) && answered.all(|it| form.leaving_of(it) == it.words)
}
