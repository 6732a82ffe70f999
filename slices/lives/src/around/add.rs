//! Add somebody who is around: a name is enough.

use askama::Template;
use kernel::Id;
use people::Life;
use platform::{
    Done, Failure, Filled, Form, May as _, Page, Problems, Refused, Seen, door::Ask, form,
};
use words::{Say, Text};

use crate::{
    policy::AddAround,
    said,
    store::around::{self, NewNamed},
};

/// Somebody who is around.
#[derive(Clone, Debug, Default, serde::Serialize, serde::Deserialize, utoipa::ToSchema)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct AroundForm {
    /// What they are called.
    pub(crate) name: String,
    /// Who they are.
    pub(crate) role: String,
    /// How to reach them.
    pub(crate) contact: String,
}

impl Form for AroundForm {
    fn fields() -> Vec<(&'static str, Say)> {
        let (role, contact) = (said::around_role(), said::around_contact());
        vec![("name", said::around_name()), ("role", role), ("contact", contact)]
    }

    fn sample() -> Self {
        Self { name: "Abdul".to_owned(), role: "allotment".to_owned(), contact: String::new() }
    }
}

impl AroundForm {
    pub(crate) fn parse(&self) -> Result<NewNamed, Problems> {
        let mut problems = Problems::none();
        let name = problems.take("name", form::some_text(&self.name, 80));
        let role = problems.take("role", form::maybe_text(&self.role, 200));
        let contact = problems.take("contact", form::maybe_text(&self.contact, 300));
        match (name, role, contact) {
            (Some(name), Some(role), Some(contact)) => Ok(NewNamed { name, role, contact }),
            (_, _, _) => Err(problems),
        }
    }
}

/// The page that asks.
#[derive(Debug, Template)]
#[template(path = "around/add.html")]
pub(crate) struct AroundPage {
    pub(crate) filled: Filled<AroundForm>,
    pub(crate) life: Id<Life>,
}

impl Page for AroundPage {
    fn title(&self) -> Text {
        said::around_add_title().into()
    }

    fn has_problems(&self) -> bool {
        self.filled.has_problems()
    }
}

impl AroundPage {
    fn name(&self) -> ui::Input {
        ui::Input::new("name", said::around_name())
            .value(self.filled.form.name.as_str())
            .autocomplete("off")
            .problem(self.filled.problem("name"))
    }

    fn role(&self) -> ui::Input {
        ui::Input::new("role", said::around_role())
            .hint(said::around_role_hint())
            .value(self.filled.form.role.as_str())
            .autocomplete("off")
            .problem(self.filled.problem("role"))
    }

    fn contact(&self) -> ui::Input {
        ui::Input::new("contact", said::around_contact())
            .hint(said::around_contact_hint())
            .value(self.filled.form.contact.as_str())
            .autocomplete("off")
            .problem(self.filled.problem("contact"))
    }
}

pub(crate) async fn form(
    ask: Ask<AddAround>,
    filled: Filled<AroundForm>,
) -> Result<Seen<AroundPage>, Failure> {
    let life = ask.key().0;
    let look = ask.look().await?;
    look.show(AroundPage { filled, life }).await
}

pub(crate) async fn submit(ask: Ask<AddAround>, form: AroundForm) -> Result<Done, Refused> {
    let new = form.parse()?;
    let mut permit = ask.change().await?;
    let id = around::add(&mut permit, &new).await?;
    let life = permit.on().life;
    Ok(permit.keep(format!("/lives/{life}"), Some(id)).await?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_enough() {
        let form = AroundForm { name: " Abdul ".to_owned(), ..AroundForm::default() };
        let new = form.parse().unwrap();
        assert_eq!((new.name.as_str(), new.role, new.contact), ("Abdul", None, None));
        assert!(AroundForm::default().parse().unwrap_err().of("name").is_some());
    }
}
