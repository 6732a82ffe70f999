//! The people around somebody: who walks alongside, and whoever else is part of it.

pub(crate) mod add;
pub(crate) mod end;

use askama::{Template, filters::HtmlSafe};
use kernel::{Id, Moment};
use people::{Alongside, Life, LifeOn, LifeTie};
use platform::{DbError, Reading};
use words::{Say, Text};

use crate::{
    model::AroundPerson,
    names::plain,
    said,
    store::around::{self, Named},
};

/// Somebody around a person.
#[derive(Clone, Debug, serde::Serialize, utoipa::ToSchema)]
pub struct AroundLine {
    /// Their line.
    #[schema(value_type = String)]
    pub id: Id<AroundPerson>,
    /// What they are called.
    pub name: String,
    /// Who they are.
    pub role: Option<String>,
    /// How to reach them.
    pub contact: Option<String>,
}

impl AroundLine {
    fn end(&self) -> Say {
        said::around_end_link(self.name.as_str())
    }

    fn end_at(&self) -> String {
        format!("/around/{}/end", self.id)
    }
}

impl From<Named> for AroundLine {
    fn from(it: Named) -> Self {
        Self { id: it.id, name: it.name, role: it.role, contact: it.contact }
    }
}

/// Somebody who walks beside a person, or is trusted by them.
#[derive(Clone, Debug, serde::Serialize, utoipa::ToSchema)]
pub struct BesideLine {
    /// What they are called, where this reader may know.
    pub name: Option<String>,
    /// They walk alongside; otherwise they are trusted to be there.
    pub alongside: bool,
    /// Since when.
    pub from: Moment,
    /// They have come: a code that was made for them has been used.
    pub came: bool,
    /// Their walking beside the person, by which it is ended.
    #[schema(value_type = Option<String>)]
    pub walk: Option<Id<Alongside>>,
    #[serde(skip)]
    #[schema(ignore)]
    pub(crate) called: Text,
}

impl BesideLine {
    fn since(&self) -> Say {
        if self.alongside {
            said::around_alongside(self.from)
        } else if self.came {
            said::around_trusted(self.from)
        } else {
            said::around_invited(self.from)
        }
    }
}

/// Who is around, on the person's page.
#[derive(Clone, Debug, Template, serde::Serialize, utoipa::ToSchema)]
#[template(path = "around/panel.html")]
pub struct AroundPanel {
    /// Who walks alongside, and who is trusted.
    pub beside: Vec<BesideLine>,
    /// Whoever else is around.
    pub around: Vec<AroundLine>,
    #[serde(skip)]
    #[schema(ignore)]
    pub(crate) life: Id<Life>,
    #[serde(skip)]
    #[schema(ignore)]
    pub(crate) writes: bool,
}

impl HtmlSafe for AroundPanel {}

impl AroundPanel {
    fn change(&self) -> Option<ui::Details> {
        let ends = Ends { around: self.around.clone() };
        let some = !self.around.is_empty();
        some.then(|| ui::Details::new(said::around_change(), ui::Part::of(ends)))
    }
}

/// The ways to say that somebody is not around any more.
#[derive(Debug, Template)]
#[template(path = "around/ends.html")]
struct Ends {
    around: Vec<AroundLine>,
}

impl HtmlSafe for Ends {}

/// Who is around somebody, for their page.
pub async fn panel(reading: &mut Reading, on: &LifeOn) -> Result<AroundPanel, DbError> {
    let beside = beside(reading, &on.life).await?;
    let named = around::around(reading, &on.life).await?;
    let around = named.into_iter().map(Into::into).collect();
    Ok(AroundPanel { beside, around, life: on.life, writes: on.standing.writes() })
}

/// Who walks alongside, and who is trusted.
pub(crate) async fn beside(
    reading: &mut Reading,
    life: &Id<Life>,
) -> Result<Vec<BesideLine>, DbError> {
    let all = people::beside(reading, life).await?;
    let one = |it: people::Beside| BesideLine {
        name: plain(&it.name),
        alongside: it.tie == LifeTie::Alongside,
        from: it.from,
        came: it.came,
        walk: it.walk,
        called: it.name,
    };
    Ok(all.into_iter().map(one).collect())
}
