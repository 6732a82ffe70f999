//! Add a note: the one thing anybody captures. Text is enough; everything else is a suggestion.

use askama::{Template, filters::HtmlSafe};
use cycles::Exploration;
use kernel::Id;
use people::Life;
use platform::{
    Done, Failure, Filled, May as _, Of, Page, Permit, Problems, Refused, Seen, door::Ask,
};
use words::Text;

use super::new::{Asked, NoteForm};
use crate::{
    model::{Note, NoteKind},
    policy::{AddNote, BringNote, HoldNote},
    said,
    store::{around, holds, notes},
};

/// What is suggested: names of who is around, and what is being tried.
#[derive(Clone, Debug, Default)]
pub(crate) struct Suggested {
    pub(crate) names: Vec<String>,
    pub(crate) trying: Vec<(Id<Exploration>, String)>,
}

/// The page that asks.
#[derive(Debug, Template)]
#[template(path = "notes/add.html")]
pub(crate) struct AddPage {
    pub(crate) filled: Filled<NoteForm>,
    pub(crate) life: Id<Life>,
    pub(crate) name: String,
    pub(crate) own: bool,
    pub(crate) suggested: Suggested,
}

impl Page for AddPage {
    fn title(&self) -> Text {
        said::note_add_title().into()
    }

    fn has_problems(&self) -> bool {
        self.filled.has_problems()
    }
}

impl AddPage {
    fn text(&self) -> ui::Textarea {
        let hint = if self.own {
            said::note_text_hint_own()
        } else {
            said::note_text_hint(self.name.as_str())
        };
        ui::Textarea::new("text", said::note_text())
            .hint(hint)
            .value(self.filled.form.text.as_str())
            .problem(self.filled.problem("text"))
    }

    fn kind(&self) -> ui::Chips {
        let chosen = self.filled.form.kind.as_str();
        let chips = ui::Chips::one("kind", said::note_kind());
        let chips = chips.chip("", said::kind_none(), chosen.is_empty());
        let chip =
            |chips: ui::Chips, it: &NoteKind| chips.chip(it.name(), it.said(), it.name() == chosen);
        NoteKind::ALL.iter().fold(chips, chip).problem(self.filled.problem("kind"))
    }

    fn also(&self) -> ui::Chips {
        let form = &self.filled.form;
        ui::Chips::many("also", said::note_also())
            .hint(said::note_also_hint())
            .named("hold", said::note_hold(), form.hold == "yes")
            .named("bring", said::note_bring(), form.bring == "yes")
            .problem(self.filled.problem("also"))
    }

    fn more(&self) -> ui::Details {
        let more = More { filled: self.filled.clone(), suggested: self.suggested.clone() };
        let asked = ["when", "on", "present", "exploration"];
        let wrong = asked.iter().any(|it| self.filled.problem(it).is_some());
        ui::Details::new(said::note_more(), ui::Part::of(more))
            .open(wrong || self.filled.form.has_more())
    }
}

/// What is asked of those who want to say more.
#[derive(Debug, Template)]
#[template(path = "notes/add_more.html")]
struct More {
    filled: Filled<NoteForm>,
    suggested: Suggested,
}

impl HtmlSafe for More {}

impl More {
    fn when(&self) -> ui::Chips {
        let yesterday = self.filled.form.when == "yesterday";
        ui::Chips::one("when", said::note_when())
            .chip("today", said::note_today(), !yesterday)
            .chip("yesterday", said::note_yesterday(), yesterday)
            .problem(self.filled.problem("when"))
    }

    fn on(&self) -> ui::DateInput {
        let form = &self.filled.form;
        ui::DateInput::new("on", said::note_on())
            .hint(said::note_on_hint())
            .value(ui::DatePart::Day, form.on_day.as_str())
            .value(ui::DatePart::Month, form.on_month.as_str())
            .value(ui::DatePart::Year, form.on_year.as_str())
            .problem(self.filled.problem("on"))
    }

    fn present(&self) -> ui::Input {
        let input = ui::Input::new("present", said::note_present())
            .value(self.filled.form.present.as_str())
            .autocomplete("off")
            .problem(self.filled.problem("present"));
        let names = self.suggested.names.join(", ");
        if names.is_empty() { input } else { input.hint(said::note_present_hint(names)) }
    }

    fn exploration(&self) -> Option<ui::Radios> {
        let first = ui::Choice::new("", said::note_exploration_none());
        let radios = ui::Radios::new("exploration", said::note_exploration()).choice(first);
        let one = |radios: ui::Radios, (id, line): &(Id<Exploration>, String)| {
            radios.choice(ui::Choice::new(id.to_string(), line.as_str()))
        };
        let radios = self.suggested.trying.iter().fold(radios, one);
        let radios = radios.value(self.filled.form.exploration.as_str());
        let problem = self.filled.problem("exploration");
        let asks = !self.suggested.trying.is_empty() || problem.is_some();
        asks.then(|| radios.problem(problem))
    }
}

pub(crate) async fn form(
    ask: Ask<AddNote>,
    filled: Filled<NoteForm>,
) -> Result<Seen<AddPage>, Failure> {
    let mut look = ask.look().await?;
    let (on, reading) = look.parts();
    let (life, own) = (on.life, on.standing.own);
    let name = on.called(reading).await?;
    let names = around::around(reading, &life).await?.into_iter().map(|it| it.name);
    let names = names.take(4).collect();
    let trying = cycles::lines_of_life(reading, &life).await?;
    let suggested = Suggested { names, trying };
    look.show(AddPage { filled, life, name, own, suggested }).await
}

pub(crate) async fn submit(ask: Ask<AddNote>, form: NoteForm) -> Result<Done, Refused> {
    let asked = form.parse(&ask.state().here())?;
    let mut permit = ask.change().await?;
    check(&mut permit, &asked).await?;
    let note = write(&mut permit, &asked).await?;
    let life = permit.on().life;
    Ok(permit.keep(format!("/lives/{life}"), Some(note)).await?)
}

/// Writes the note, and does what else was tapped: each has its own rule and its own line.
async fn write(permit: &mut Permit<AddNote>, asked: &Asked) -> Result<Id<Note>, Failure> {
    let note = notes::add(permit, &asked.note).await?;
    if asked.hold {
        let mut also = permit.also::<HoldNote>(&Of(note)).await?;
        holds::begin(&mut also).await?;
    }
    if asked.bring {
        let mut also = permit.also::<BringNote>(&Of(note)).await?;
        notes::bring(&mut also).await?;
    }
    Ok(note)
}

/// What is being tried must be tried here; what only workers may choose, only workers choose.
async fn check(permit: &mut Permit<AddNote>, asked: &Asked) -> Result<(), Refused> {
    let on = permit.on().clone();
    if (asked.hold || asked.bring) && !on.standing.alongside {
        return Err(not_yours_to_hold().into());
    }
    let Some(exploration) = asked.note.exploration else { return Ok(()) };
    let trying = cycles::lines_of_life(permit.reading(), &on.life).await?;
    if trying.iter().any(|(id, _)| *id == exploration) {
        return Ok(());
    }
    Err(not_tried_here().into())
}

pub(crate) fn not_yours_to_hold() -> Problems {
    Problems::one("also", said::note_not_yours_to_hold())
}

pub(crate) fn not_tried_here() -> Problems {
    Problems::one("exploration", said::note_exploration_unknown())
}
