//! What is typed to say what learning means here.

use people::finder::{Finding, Known, found};
use platform::{Form, Problems, form};
use words::Say;

use crate::{model::Kind, said, store::response::NewResponse};

/// A response, as it is sent.
#[derive(Clone, Debug, Default, serde::Serialize, serde::Deserialize, utoipa::ToSchema)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct ResponseForm {
    /// `made-sense`, `exploring`, `changed` or `set-aside`.
    pub(crate) kind: String,
    /// What it means here.
    pub(crate) body: String,
    /// What is tried because of it.
    pub(crate) line: String,
    /// How it was done before.
    pub(crate) was: String,
    /// How it is done now.
    pub(crate) now: String,
    /// Who was in the decision.
    pub(crate) decided: String,
    /// Who was not there.
    pub(crate) absent: String,
    /// Why it is set aside.
    pub(crate) because: String,
    /// What was pointed out and may stay.
    pub(crate) stays: Vec<String>,
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
pub(crate) fn parse(form: &ResponseForm) -> Result<(Kind, NewResponse), Problems> {
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
    /// What in it may tell who it is about: all of it is read where it came from.
    pub(crate) fn pointed_out(&self, known: &Known) -> Vec<Finding> {
        let own = [&self.body, &self.line, &self.was, &self.now].into_iter();
        let all = own.chain([&self.decided, &self.absent, &self.because]);
        found(&all.map(String::as_str).collect::<Vec<_>>().join("\n"), known)
    }

    /// Something was typed under another kind than this.
    fn elsewhere(&self, kind: Kind) -> bool {
        let typed = |it: &String| !it.trim().is_empty();
        let changed = [&self.was, &self.now, &self.decided, &self.absent].into_iter().any(typed);
        kind != Kind::Exploring && typed(&self.line)
            || kind != Kind::Changed && changed
            || kind != Kind::SetAside && typed(&self.because)
    }
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
    fn every_field_is_read_for_what_may_tell_who() {
        let known = Known::nothing().people(["Jo"]);
        for field in 0..7 {
            let mut texts = vec![String::new(); 7];
            texts[field] = "with Jo".to_owned();
            let [body, line, was, now, decided, absent, because] = texts.try_into().unwrap();
            let kind = "changed".to_owned();
            let stays = Vec::new();
            let form = ResponseForm { kind, body, line, was, now, decided, absent, because, stays };
            assert_eq!(form.pointed_out(&known).len(), 1, "{field}");
        }
    }

    #[test]
    fn whoever_tries_something_also_says_what_it_means() {
        let [kind, body, line] = ["exploring", "b", "a"].map(str::to_owned);
        let (_, new) = parse(&ResponseForm { kind, body, line, ..Default::default() }).unwrap();
        assert_eq!((new.tried.as_deref(), new.body.as_deref()), (Some("a"), Some("b")));
    }
}
