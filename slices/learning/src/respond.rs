//! Respond: what it means here. Several responses may follow each other.

mod form;

use askama::Template;
use people::finder::{Finding, all_may_stay, boxes};
use platform::{Ask, Done, Failure, Filled, May as _, Page, Refused, Seen};
use ui::{Checkboxes, Choice, Input, Part, Radios, Textarea};
use words::{Say, Text};

pub(crate) use form::{ResponseForm, parse};

use crate::{
    known::known,
    model::Kind,
    policy::GiveResponse,
    said,
    store::{self, response, wording},
};

/// The page that asks what it means here.
#[derive(Debug, Template)]
#[template(path = "respond.html")]
pub(crate) struct RespondPage {
    pub(crate) filled: Filled<ResponseForm>,
    pub(crate) back: String,
    pub(crate) to: String,
    pub(crate) wording: String,
    pub(crate) question: Option<String>,
    pub(crate) findings: Vec<Finding>,
}

impl Page for RespondPage {
    fn title(&self) -> Text {
        said::respond_title().into()
    }

    fn has_problems(&self) -> bool {
        self.filled.has_problems()
    }
}

/// What a response of each kind asks for.
#[derive(Template)]
#[template(path = "respond_fields.html")]
struct Fields {
    fields: Vec<Part>,
}

impl RespondPage {
    fn text(&self, name: &'static str, label: Say, value: &str) -> Part {
        let area = Textarea::new(name, label).rows(3).value(value);
        Part::of(area.problem(self.filled.problem(name)))
    }

    /// What it means here, whatever was done with it.
    fn body(&self) -> Part {
        let area = Textarea::new("body", said::respond_body()).hint(said::respond_body_hint());
        let area = area.rows(3).value(self.filled.form.body.as_str());
        Part::of(area.problem(self.filled.problem("body")))
    }

    fn stays(&self) -> Checkboxes {
        boxes(&self.findings, &self.filled.form.stays, self.filled.problem("stays"))
    }

    fn inside(&self, kind: Kind) -> Option<Part> {
        let form = &self.filled.form;
        let fields = match kind {
            Kind::MadeSense => return None,
            Kind::Exploring => {
                let line = Input::new("line", said::respond_line()).hint(said::respond_line_hint());
                let line = line.value(form.line.as_str()).problem(self.filled.problem("line"));
                vec![Part::of(line)]
            }
            Kind::Changed => vec![
                self.text("was", said::respond_was(), &form.was),
                self.text("now", said::respond_now(), &form.now),
                self.text("decided", said::respond_decided(), &form.decided),
                self.text("absent", said::respond_absent(), &form.absent),
            ],
            Kind::SetAside => vec![self.text("because", said::respond_because(), &form.because)],
        };
        Some(Part::of(Fields { fields }))
    }

    fn kinds(&self) -> Radios {
        let all = Radios::new("kind", said::respond_kind()).value(self.filled.form.kind.as_str());
        Kind::ALL.into_iter().fold(all.problem(self.filled.problem("kind")), |all, kind| {
            let (text, hint) = match kind {
                Kind::MadeSense => (said::kind_made_sense(), said::kind_made_sense_hint()),
                Kind::Exploring => (said::kind_exploring(), said::kind_exploring_hint()),
                Kind::Changed => (said::kind_changed(), said::kind_changed_hint()),
                Kind::SetAside => (said::kind_set_aside(), said::kind_set_aside_hint()),
            };
            let choice = Choice::new(kind.name(), text).hint(hint);
            all.choice(match self.inside(kind) {
                Some(inside) => choice.reveals(inside),
                None => choice,
            })
        })
    }
}

pub(crate) async fn form(
    ask: Ask<GiveResponse>,
    filled: Filled<ResponseForm>,
) -> Result<Seen<RespondPage>, Failure> {
    let mut look = ask.look().await?;
    let on = look.on().clone();
    let kept = store::relay::one(&mut look, &on.relay).await?.ok_or(Failure::NotFound)?;
    let worded = wording::passed_one(&mut look, &kept.wording).await?;
    let wording = worded.map(|it| it.body).unwrap_or_default();
    let known = known(&mut look, &[], &on.to.body.id).await?;
    let (findings, question) = (filled.form.pointed_out(&known), kept.question);
    let (back, to) = (format!("/relays/{}", on.relay), on.to.body.name);
    look.show(RespondPage { filled, back, to, wording, question, findings }).await
}

pub(crate) async fn submit(ask: Ask<GiveResponse>, form: ResponseForm) -> Result<Done, Refused> {
    let (kind, mut new) = parse(&form)?;
    let mut permit = ask.change().await?;
    let on = permit.on().clone();
    let known = known(permit.reading(), &[], &on.to.body.id).await?;
    all_may_stay(&form.pointed_out(&known), &form.stays)?;
    if let (Kind::Exploring, Some(line)) = (kind, &new.tried) {
        new.exploration = Some(cycles::start_in_cycle(&mut permit, &on.to.cycle, line).await?);
    }
    let response = response::give(&mut permit, kind, &new).await?;
    Ok(permit.keep(format!("/relays/{}", on.relay), Some(response)).await?)
}
