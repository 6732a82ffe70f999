use askama::Template;
use words::Say;

use super::Head;
use crate::{Failure, Form, said};

/// What somebody typed, to be given back with a failure.
#[derive(Clone, Debug, Default)]
pub(crate) struct Given {
    /// Where the form was sent.
    pub(crate) action: String,
    /// Where the form is asked for, told to whoever is known: to a visitor every path answers the
    /// same.
    pub(crate) asks_at: String,
    /// What was sent, in its order: sent again it is the same request. Name, text, and what people
    /// know the field by, where they see it.
    pub(crate) fields: Vec<(String, String, Option<Say>)>,
    /// It is kept as a draft.
    pub(crate) kept: bool,
}

impl Given {
    /// This text in every field of a form, as a sample of what is given back.
    pub(super) fn of<F: Form>(text: &str) -> Self {
        let typed = |(name, label): (&str, Say)| (name.to_owned(), text.to_owned(), Some(label));
        let fields = F::fields().into_iter().map(typed).collect();
        Self { action: "/sample".to_owned(), fields, ..Self::default() }
    }

    /// Something in it was typed.
    fn is_form(&self) -> bool {
        self.fields.iter().any(|(_, _, label)| label.is_some())
    }

    /// What sends it again.
    fn button(failure: &Failure) -> Say {
        if matches!(failure, Failure::SignIn) {
            said::save_again()
        } else if matches!(failure, Failure::OtherBody) {
            said::save_these_too()
        } else {
            said::try_again()
        }
    }

    /// What happened to it, and what to do next.
    fn words(&self, failure: &Failure, reference: &str) -> (Say, Say) {
        let (title, next) = failure.words(reference);
        let signs_in = matches!(failure, Failure::SignIn);
        if signs_in && self.kept {
            (title, said::sign_in_kept())
        } else if !self.is_form() {
            (title, next)
        } else if signs_in {
            (said::signed_out_title(), said::signed_out_next())
        } else if matches!(failure, Failure::OtherBody) {
            (title, said::other_body_look())
        } else if matches!(failure, Failure::Unavailable(_)) {
            (said::not_saved_title(), said::not_saved_next())
        } else {
            (said::not_saved_title(), next)
        }
    }
}

#[derive(Template)]
#[template(path = "failure.html")]
pub(super) struct FailurePage {
    title: Say,
    next: Say,
    /// What sends the words that were given back.
    button: Say,
    visitor: bool,
    back: String,
    given: Given,
}

impl FailurePage {
    /// What is said of this failure, to a visitor or somebody who signed in, who came from there.
    pub(super) fn of(
        failure: &Failure,
        reference: &str,
        (visitor, back): (bool, String),
        given: Given,
    ) -> Self {
        let (title, next) = given.words(failure, reference);
        let button = Given::button(failure);
        Self { title, next, button, visitor, back, given }
    }

    pub(super) fn head(&self) -> Head {
        Head { title: self.title.clone().into(), problem: false }
    }
}
