//! Pass a pattern on, with a question: from where it was named, or further from where it came.

use askama::Template;
use cycles::{Cycle, CycleLine};
use kernel::Id;
use people::Body;
use people::finder::{Finding, all_may_stay, boxes, found};
use platform::{
    Ask, Changes, DbError, Done, Failure, Filled, Form, May, Page, Permit, Problems, Reading,
    Refused, Seen, form,
};
use ui::{Checkboxes, Choice, Part, Radios, Select};
use words::{Say, Text};

use crate::{
    Pattern,
    known::known,
    model::Wording,
    offered::{Has, HaveIt, Offer, offer},
    policy::{PassFurther, PassOn},
    rules::{self, Leaving},
    said,
    store::{self, relay::NewRelay, wording},
};

/// Where it goes, as it is sent.
#[derive(Clone, Debug, Default, serde::Serialize, serde::Deserialize, utoipa::ToSchema)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct PassForm {
    /// The cycle that is asked.
    pub(crate) cycle: String,
    /// The question; blank for the usual one.
    pub(crate) question: String,
    /// What was pointed out in the question and may stay.
    pub(crate) stays: Vec<String>,
}

impl Form for PassForm {
    fn fields() -> Vec<(&'static str, Say)> {
        vec![("question", said::pass_question())]
    }

    fn sample() -> Self {
        Self::default()
    }
}

/// The page that asks where a pattern goes.
#[derive(Debug, Template)]
#[template(path = "pass.html")]
pub(crate) struct PassPage {
    pub(crate) filled: Filled<PassForm>,
    pub(crate) wording: Option<String>,
    pub(crate) leaving: Leaving,
    pub(crate) cycles: Vec<CycleLine>,
    /// Who has these words already.
    pub(crate) had: HaveIt,
    /// Where what is still missing can be done.
    pub(crate) back: String,
    pub(crate) further: bool,
    pub(crate) findings: Vec<Finding>,
}

impl Page for PassPage {
    fn title(&self) -> Text {
        said::pass_title().into()
    }

    fn has_problems(&self) -> bool {
        self.filled.has_problems()
    }
}

/// As many as can be taken in at a glance.
const AT_A_GLANCE: usize = 10;

impl PassPage {
    /// Why it stays here for now.
    fn kept_back(&self) -> Option<Say> {
        if self.wording.is_none() {
            return Some(said::pass_not_worded());
        }
        kept_back(self.leaving, self.further)
    }

    fn stays(&self) -> Checkboxes {
        boxes(&self.findings, &self.filled.form.stays, self.filled.problem("stays"))
    }

    fn places(&self) -> Part {
        let (problem, chosen) = (self.filled.problem("cycle"), self.filled.form.cycle.clone());
        let named = self.cycles.iter().map(|it| (it.cycle.to_string(), named(it)));
        if self.cycles.len() > AT_A_GLANCE {
            let all = Select::new("cycle", said::pass_to()).problem(problem).value(chosen);
            let all = all.option("", said::pass_choose());
            return Part::of(named.fold(all, |all, (id, name)| all.option(id, name)));
        }
        let all = Radios::new("cycle", said::pass_to()).problem(problem).value(chosen);
        Part::of(named.fold(all, |all, (id, name)| all.choice(Choice::new(id, name))))
    }
}

fn named(line: &CycleLine) -> Text {
    said::pass_cycle(line.body.name.as_str(), line.body.scale.said(), line.system.as_str()).into()
}

pub(crate) struct Chosen {
    to: Id<Cycle>,
    question: Option<String>,
}

pub(crate) fn parse(form: &PassForm, offer: &Offer) -> Result<Chosen, Problems> {
    let mut problems = Problems::none();
    let id = Id::parse(&form.cycle);
    let to = id.filter(|id| offer.cycles.iter().any(|it| it.cycle == *id));
    let has = offer.had.iter().find(|it| Some(it.cycle) == id);
    let to = to.ok_or_else(|| has.map_or_else(said::pass_choose_problem, Has::said));
    let to = problems.take("cycle", to);
    let question = problems.take("question", form::maybe_text(&form.question, 500));
    match (to, question) {
        (Some(to), Some(question)) => Ok(Chosen { to, question }),
        _ => Err(problems),
    }
}

/// What in the question may tell who it is about. No life is opened for it: whose lives these words
/// stand on, the journal must not tell.
async fn pointed_out(
    reading: &mut Reading,
    form: &PassForm,
    body: &Id<Body>,
) -> Result<Vec<Finding>, DbError> {
    Ok(found(&form.question, &known(reading, &[], body).await?))
}

pub(crate) async fn form(
    ask: Ask<PassOn>,
    filled: Filled<PassForm>,
) -> Result<Seen<PassPage>, Failure> {
    let mut look = ask.look().await?;
    let on = look.on().clone();
    let worded = wording::newest_of(&mut look, &on.pattern).await?;
    let leaving = match &worded {
        Some(it) => leaving(&mut look, &it.id, &on.pattern).await?,
        None => Leaving::StillToAsk,
    };
    let of = (&on.pattern, worded.as_ref().map(|it| it.id));
    let offer = offer(&mut look, of, on.cycle.cycle).await?;
    let findings = pointed_out(&mut look, &filled.form, &on.cycle.body.id).await?;
    let (wording, back) = (worded.map(|it| it.body), format!("/patterns/{}", on.pattern));
    let (had, cycles, further) = (offer.have_it(), offer.cycles, false);
    look.show(PassPage { filled, wording, leaving, cycles, had, back, further, findings }).await
}

pub(crate) async fn submit(ask: Ask<PassOn>, form: PassForm) -> Result<Done, Refused> {
    let mut permit = ask.change().await?;
    let on = permit.on().clone();
    let Some(worded) = wording::newest_of(permit.reading(), &on.pattern).await? else {
        return Err(Failure::Conflict(said::pass_not_worded()).into());
    };
    let of = (&on.pattern, Some(worded.id));
    let chosen = parse(&form, &offer(permit.reading(), of, on.cycle.cycle).await?)?;
    let findings = pointed_out(permit.reading(), &form, &on.cycle.body.id).await?;
    all_may_stay(&findings, &form.stays)?;
    if let Some(why) = kept_back(leaving(permit.reading(), &worded.id, &on.pattern).await?, false) {
        return Err(Failure::Conflict(why).into());
    }
    wording::publish(&mut permit, &worded).await?;
    let (pattern, from) = (on.pattern, on.cycle.cycle);
    let (to, question) = (chosen.to, chosen.question);
    let new = NewRelay { pattern, wording: worded.id, from, to, question, after: None };
    pass(permit, &new).await
}

pub(crate) async fn further_form(
    ask: Ask<PassFurther>,
    filled: Filled<PassForm>,
) -> Result<Seen<PassPage>, Failure> {
    let mut look = ask.look().await?;
    let on = look.on().clone();
    let id = wording_of(&mut look, &on.relay).await?;
    let worded = wording::passed_one(&mut look, &id).await?;
    let leaving = leaving(&mut look, &id, &on.pattern).await?;
    let offer = offer(&mut look, (&on.pattern, Some(id)), on.to.cycle).await?;
    let findings = pointed_out(&mut look, &filled.form, &on.to.body.id).await?;
    let (wording, back) = (worded.map(|it| it.body), format!("/relays/{}", on.relay));
    let (had, cycles, further) = (offer.have_it(), offer.cycles, true);
    look.show(PassPage { filled, wording, leaving, cycles, had, back, further, findings }).await
}

pub(crate) async fn further(ask: Ask<PassFurther>, form: PassForm) -> Result<Done, Refused> {
    let mut permit = ask.change().await?;
    let on = permit.on().clone();
    let wording = wording_of(permit.reading(), &on.relay).await?;
    let of = (&on.pattern, Some(wording));
    let chosen = parse(&form, &offer(permit.reading(), of, on.to.cycle).await?)?;
    let findings = pointed_out(permit.reading(), &form, &on.to.body.id).await?;
    all_may_stay(&findings, &form.stays)?;
    if let Some(why) = kept_back(leaving(permit.reading(), &wording, &on.pattern).await?, true) {
        return Err(Failure::Conflict(why).into());
    }
    let (pattern, from, after) = (on.pattern, on.to.cycle, Some(on.relay));
    let (to, question) = (chosen.to, chosen.question);
    pass(permit, &NewRelay { pattern, wording, from, to, question, after }).await
}

/// Whether these words may leave, as far as those concerned have said.
async fn leaving(
    reading: &mut Reading,
    wording: &Id<Wording>,
    pattern: &Id<Pattern>,
) -> Result<Leaving, DbError> {
    let said = store::asking::said_of(reading, wording, pattern).await?;
    Ok(rules::may_leave(&said))
}

/// Why it stays; nothing where it may leave. Further on, nobody hears who it stands on.
pub(crate) fn kept_back(leaving: Leaving, further: bool) -> Option<Say> {
    match (leaving, further) {
        (Leaving::May, _) => None,
        (Leaving::StillToAsk, false) => Some(said::pass_still_to_ask()),
        (Leaving::AllRefused, false) => Some(said::pass_all_refused()),
        (Leaving::StillToAsk | Leaving::AllRefused, true) => Some(said::pass_no_further()),
    }
}

/// What goes further is what came: the very words.
async fn wording_of(
    reading: &mut Reading,
    relay: &Id<crate::Relay>,
) -> Result<Id<Wording>, Failure> {
    let kept = store::relay::one(reading, relay).await?;
    kept.map(|it| it.wording).ok_or(Failure::NotFound)
}

async fn pass<A: Changes>(mut permit: Permit<A>, new: &NewRelay) -> Result<Done, Refused> {
    let relay = store::relay::add(&mut permit, new).await?;
    Ok(permit.keep(format!("/relays/{relay}"), Some(relay)).await?)
}
