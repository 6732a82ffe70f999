//! Respond: what it means here. Several responses may follow each other.

use askama::Template;
use platform::{Ask, Done, Failure, Filled, Form, May as _, Page, Problems, Refused, Seen, form};
use ui::{Choice, Input, Part, Radios, Textarea};
use words::{Say, Text};

use crate::{
    model::Kind,
    policy::GiveResponse,
    said,
    store::{self, relay::NewResponse, wording},
};

/// A response, as it is sent.
#[derive(Clone, Debug, Default, serde::Serialize, serde::Deserialize, utoipa::ToSchema)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct ResponseForm {
    /// `made-sense`, `exploring`, `changed` or `set-aside`.
    kind: String,
    /// What it means here.
    body: String,
    /// What is tried because of it.
    line: String,
    /// How it was done before.
    was: String,
    /// How it is done now.
    now: String,
    /// Who was in the decision.
    decided: String,
    /// Who was not there.
    absent: String,
    /// Why it is set aside.
    because: String,
}

impl Form for ResponseForm {
    fn fields() -> Vec<(&'static str, Say)> {
        vec![
            ("body", said::respond_body()),
            ("line", said::respond_line()),
            ("was", said::respond_was()),
            ("now", said::respond_now()),
            ("decided", said::respond_decided()),
            ("absent", said::respond_absent()),
            ("because", said::respond_because()),
        ]
    }

    fn sample() -> Self {
        let body = "It holds for us too.".to_owned();
        Self { kind: "made-sense".to_owned(), body, ..Self::default() }
    }
}

const LONG: usize = 4_000;

fn some(problems: &mut Problems, field: &'static str, raw: &str) -> Option<String> {
    problems.take(field, form::some_text(raw, LONG))
}

/// Reads one of the kinds. What was typed under another is not dropped, but asked about.
fn parse(form: &ResponseForm) -> Result<(Kind, NewResponse), Problems> {
    let Some(kind) = Kind::named(&form.kind) else {
        return Err(Problems::one("kind", said::respond_choose()));
    };
    let mut problems = Problems::none();
    let mut new = NewResponse::default();
    let body = match kind {
        Kind::MadeSense => form::some_text(&form.body, LONG).map(Some),
        Kind::Exploring | Kind::Changed | Kind::SetAside => form::maybe_text(&form.body, LONG),
    };
    new.body = problems.take("body", body).flatten();
    match kind {
        Kind::MadeSense => {}
        Kind::Exploring => {
            new.tried = problems.take("line", form::some_text(&form.line, cycles::LINE));
        }
        Kind::SetAside => {
            let because = some(&mut problems, "because", &form.because);
            let all: Vec<String> = because.into_iter().chain(new.body.take()).collect();
            new.body = Some(all.join("\n\n"));
        }
        Kind::Changed => {
            new.was = some(&mut problems, "was", &form.was);
            new.now = some(&mut problems, "now", &form.now);
            new.decided = some(&mut problems, "decided", &form.decided);
            let absent = problems.take("absent", form::maybe_text(&form.absent, LONG));
            new.absent = absent.flatten();
        }
    }
    if form.elsewhere(kind) {
        problems.take::<()>("kind", Err(said::respond_elsewhere()));
    }
    if problems.is_empty() { Ok((kind, new)) } else { Err(problems) }
}

impl ResponseForm {
    /// Something was typed under another kind than this.
    fn elsewhere(&self, kind: Kind) -> bool {
        let typed = |it: &String| !it.trim().is_empty();
        let changed = [&self.was, &self.now, &self.decided, &self.absent].into_iter().any(typed);
        kind != Kind::Exploring && typed(&self.line)
            || kind != Kind::Changed && changed
            || kind != Kind::SetAside && typed(&self.because)
    }
}

/// The page that asks what it means here.
#[derive(Debug, Template)]
#[template(path = "respond.html")]
pub(crate) struct RespondPage {
    pub(crate) filled: Filled<ResponseForm>,
    pub(crate) to: String,
    pub(crate) wording: String,
    pub(crate) question: Option<String>,
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
    let page = RespondPage { filled, to: on.to.body.name, wording, question: kept.question };
    look.show(page).await
}

pub(crate) async fn submit(ask: Ask<GiveResponse>, form: ResponseForm) -> Result<Done, Refused> {
    let (kind, mut new) = parse(&form)?;
    let mut permit = ask.change().await?;
    let on = permit.on().clone();
    if let (Kind::Exploring, Some(line)) = (kind, &new.tried) {
        new.exploration = Some(cycles::start_in_cycle(&mut permit, &on.to.cycle, line).await?);
    }
    let response = store::relay::respond(&mut permit, kind, &new).await?;
    Ok(permit.keep(format!("/relays/{}", on.relay), Some(response)).await?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_says_what_was_what_is_and_who_decided() {
        let form = ResponseForm { kind: "changed".to_owned(), ..ResponseForm::default() };
        let problems = parse(&form).unwrap_err();
        for field in ["was", "now", "decided"] {
            assert!(problems.of(field).is_some(), "{field}");
        }
        assert!(problems.of("absent").is_none(), "perhaps everybody was there");
    }

    #[test]
    fn what_was_typed_under_another_kind_is_asked_about_and_never_dropped() {
        let (was, because) = ("a".to_owned(), "b".to_owned());
        let kind = "set-aside".to_owned();
        let form = ResponseForm { kind, because, body: "c".to_owned(), ..Default::default() };
        let (kind, new) = parse(&form).unwrap();
        assert_eq!((kind, new.body.as_deref()), (Kind::SetAside, Some("b\n\nc")));
        for kind in ["made-sense", "exploring", "set-aside"] {
            let kind = kind.to_owned();
            let form = ResponseForm { kind, was: was.clone(), ..form.clone() };
            assert!(parse(&form).unwrap_err().of("kind").is_some());
        }
        assert!(parse(&ResponseForm::default()).unwrap_err().of("kind").is_some());
    }

    #[test]
    fn whoever_tries_something_also_says_what_it_means() {
        let [kind, body, line] = ["exploring", "b", "a"].map(str::to_owned);
        let (_, new) = parse(&ResponseForm { kind, body, line, ..Default::default() }).unwrap();
        assert_eq!((new.tried.as_deref(), new.body.as_deref()), (Some("a"), Some("b")));
    }
}
