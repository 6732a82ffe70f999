//! Set up places, organisations and teams.

use askama::Template;
use kernel::Id;
use platform::{
    Done, Failure, Filled, Form, May as _, Page, Problems, Refused, Seen, View, door::Ask, form,
};
use words::{Say, Text};

use crate::{Body, Scale, all_bodies, policy::Arrange, said, store};

/// A body, as the list shows it.
#[derive(Clone, Debug, serde::Serialize, utoipa::ToSchema)]
#[schema(as = PeopleBody)]
pub(crate) struct BodyLine {
    /// Its id.
    #[schema(value_type = String)]
    pub(crate) id: Id<Body>,
    /// Its scale.
    pub(crate) scale: Scale,
    /// What people call it.
    pub(crate) name: String,
}

/// Every body.
#[derive(Debug, Template, serde::Serialize, utoipa::ToSchema)]
#[template(path = "bodies.html")]
pub(crate) struct BodiesPage {
    /// The largest scale first.
    pub(crate) bodies: Vec<BodyLine>,
}

impl View for BodiesPage {
    fn title(&self) -> Text {
        said::bodies_title().into()
    }
}

pub(crate) async fn list(ask: Ask<Arrange>) -> Result<Seen<BodiesPage>, Failure> {
    let mut look = ask.look().await?;
    let bodies = all_bodies(look.tx()).await?.into_iter();
    let bodies = bodies.map(|it| BodyLine { id: it.id, scale: it.scale, name: it.name }).collect();
    look.show(BodiesPage { bodies }).await
}

/// A new body.
#[derive(Clone, Debug, Default, serde::Serialize, serde::Deserialize, utoipa::ToSchema)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct BodyForm {
    /// `team`, `organisation`, `place` or `country`.
    pub(crate) scale: String,
    /// What people call it.
    pub(crate) name: String,
    /// The organisation of a team, the country of a place.
    pub(crate) within: String,
    /// The place a team works in.
    pub(crate) place: String,
}

impl Form for BodyForm {
    fn fields() -> Vec<(&'static str, Say)> {
        vec![("name", said::body_name())]
    }

    fn labels() -> Vec<(&'static str, Say)> {
        vec![("scale", said::body_scale()), ("name", said::body_name())]
    }

    fn sample() -> Self {
        Self { scale: "place".to_owned(), name: "Ashwell".to_owned(), ..Self::default() }
    }
}

/// The page that asks for a new body.
#[derive(Debug, Template)]
#[template(path = "body_add.html")]
pub(crate) struct BodyAddPage {
    pub(crate) filled: Filled<BodyForm>,
    pub(crate) bodies: Vec<BodyLine>,
}

impl Page for BodyAddPage {
    fn title(&self) -> Text {
        said::body_add_title().into()
    }

    fn has_problems(&self) -> bool {
        self.filled.has_problems()
    }
}

impl BodyAddPage {
    fn scales(&self) -> ui::Radios {
        let radios = ui::Radios::new("scale", said::body_scale());
        let radios = radios.value(self.filled.form.scale.as_str());
        let choice =
            |radios: ui::Radios, it: Scale| radios.choice(ui::Choice::new(it.name(), it.said()));
        Scale::ALL.into_iter().fold(radios, choice).problem(self.filled.problem("scale"))
    }

    fn choose(&self, from: &[Scale], select: ui::Select) -> ui::Select {
        let some = self.bodies.iter().filter(|it| from.contains(&it.scale));
        some.fold(select.option("", said::none_of_these()), |select, it| {
            select.option(it.id.to_string(), it.name.as_str())
        })
    }

    fn within(&self) -> ui::Select {
        let select = ui::Select::new("within", said::body_within()).hint(said::body_within_hint());
        let select = self.choose(&[Scale::Organisation, Scale::Country], select);
        select.value(self.filled.form.within.as_str()).problem(self.filled.problem("within"))
    }

    fn places(&self) -> ui::Select {
        let select = ui::Select::new("place", said::body_place()).hint(said::body_place_hint());
        let select = self.choose(&[Scale::Place], select);
        select.value(self.filled.form.place.as_str()).problem(self.filled.problem("place"))
    }
}

pub(crate) async fn form(
    ask: Ask<Arrange>,
    filled: Filled<BodyForm>,
) -> Result<Seen<BodyAddPage>, Failure> {
    let mut look = ask.look().await?;
    let bodies = all_bodies(look.tx()).await?.into_iter();
    let bodies = bodies.map(|it| BodyLine { id: it.id, scale: it.scale, name: it.name }).collect();
    look.show(BodyAddPage { filled, bodies }).await
}

/// A form that makes sense.
struct NewBody {
    scale: Scale,
    name: String,
    within: Option<(Id<Body>, Scale)>,
    place: Option<(Id<Body>, Scale)>,
}

impl NewBody {
    fn parse(form: &BodyForm) -> Result<Self, Problems> {
        let mut problems = Problems::none();
        let scale = Scale::named(&form.scale).ok_or_else(said::choose_scale);
        let scale = problems.take("scale", scale);
        let name = problems.take("name", form::some_text(&form.name, 120));
        let team = scale == Some(Scale::Team);
        let inside = if team { Scale::Organisation } else { Scale::Country };
        let needed = team.then(said::choose_organisation);
        let within = problems.take("within", other(&form.within, inside, needed));
        let place = problems.take("place", other(&form.place, Scale::Place, None));
        match (scale, name, within, place) {
            (Some(scale), Some(name), Some(within), Some(place)) => {
                Ok(Self { scale, name, within, place: place.filter(|_| team) })
            }
            _ => Err(problems),
        }
    }
}

fn other(raw: &str, scale: Scale, needed: Option<Say>) -> Result<Option<(Id<Body>, Scale)>, Say> {
    match (raw, needed) {
        ("", Some(needed)) => Err(needed),
        ("", None) => Ok(None),
        (raw, _) => match Id::parse(raw) {
            Some(id) => Ok(Some((id, scale))),
            None => Err(said::not_there()),
        },
    }
}

pub(crate) async fn submit(ask: Ask<Arrange>, form: BodyForm) -> Result<Done, Refused> {
    let new = NewBody::parse(&form)?;
    let mut permit = ask.change().await?;
    for (field, other) in [("within", &new.within), ("place", &new.place)] {
        if let Some((id, scale)) = other
            && !store::bodies::is_there(permit.reading(), id, *scale).await?
        {
            return Err(Problems::one(field, said::not_there()).into());
        }
    }
    let (within, place) = (new.within.map(|it| it.0), new.place.map(|it| it.0));
    let body = Body { id: permit.id(), scale: new.scale, name: new.name, within, place };
    store::bodies::add(&mut permit, &body).await?;
    Ok(permit.keep(format!("/setup/bodies/{}", body.id), Some(body.id)).await?)
}
