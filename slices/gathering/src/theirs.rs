//! Those whose page the reader reads: on the first page, and on pages of their own where that ends.

use std::collections::HashSet;

use askama::{Template, filters::HtmlSafe};
use kernel::{Id, SpanOf};
use people::{Life, LifeTie};
use platform::{
    Action as _, Ask, DbError, Failure, Kind, Paged, Reading, Seen, View, journal,
    vault::AnySubject,
};
use ui::Pagination;
use words::{Say, Text};

use crate::{
    policy::{HomeOn, SeeLife, SeeLives},
    said,
};

/// How many stand on a page.
const MOST: usize = 25;

/// Somebody whose page the reader reads.
#[derive(Clone, Debug, Template, serde::Serialize, utoipa::ToSchema)]
#[template(path = "life_line.html")]
pub(crate) struct LifeLine {
    /// The life.
    #[schema(value_type = String)]
    pub(crate) life: Id<Life>,
    /// What they are called.
    pub(crate) name: String,
    /// The reader is trusted by them, and does not work with them.
    pub(crate) trusted: bool,
    /// They are asked something that waits for their word.
    pub(crate) asked: bool,
    /// They wrote or answered something since the reader last read their page.
    pub(crate) news: bool,
}

impl HtmlSafe for LifeLine {}

/// Those beside whom the reader walks, or who trust them, in the order in which their pages began; from
/// where the page before ended, whether or not its last is among them still. The look must name them.
pub(crate) async fn lines(
    reading: &mut Reading,
    on: &HomeOn,
    after: Option<Id<Life>>,
) -> Result<Paged<LifeLine>, Failure> {
    let others = on.lives.iter().filter(|(_, tie)| *tie != LifeTie::Own);
    let mut others: Vec<(Id<Life>, LifeTie)> = others.copied().collect();
    others.retain(|(life, _)| after.is_none_or(|after| *life > after));
    others.sort_unstable_by_key(|(life, _)| *life);
    let Paged { rows, next } = Paged::of(others, MOST, |(life, _)| life.to_string());
    let ids: Vec<Id<Life>> = rows.iter().map(|(life, _)| *life).collect();
    let names = people::called_each(reading, &ids).await?;
    let asked = learning::asked_of(reading, &ids).await?;
    let news = news(reading, &ids).await?;
    let lines = rows.into_iter().map(|(life, tie)| LifeLine {
        life,
        name: names.get(&life).cloned().unwrap_or_default(),
        trusted: tie == LifeTie::Supporter,
        asked: asked.iter().any(|(it, _)| *it == life),
        news: news.contains(&life.cast()),
    });
    Ok(Paged { rows: lines.collect(), next })
}

/// For so long somebody is told of whom they have not read.
const NEWS: i64 = 30 * SpanOf::DAY;

/// Those who wrote or answered something themselves since the reader last read their page.
async fn news(
    reading: &mut Reading,
    lives: &[Id<Life>],
) -> Result<HashSet<Id<AnySubject>>, DbError> {
    let accounts = people::own_accounts(reading, lives).await?;
    let whose: Vec<_> = accounts.into_iter().map(|(life, it)| (life.cast(), it)).collect();
    let from = reading.now().plus(-NEWS);
    journal::changed_since_looked(reading, &whose, SeeLife::NAME, from).await
}

/// Those whose page the reader reads, page by page.
#[derive(Clone, Debug, Template, serde::Serialize, utoipa::ToSchema)]
#[template(path = "theirs.html")]
pub(crate) struct LivesPage {
    /// The lives.
    pub(crate) lives: Vec<LifeLine>,
    /// Where the next page begins.
    pub(crate) next: Option<String>,
    #[serde(skip)]
    #[schema(ignore)]
    pub(crate) works: bool,
}

impl View for LivesPage {
    fn title(&self) -> Text {
        self.heading().into()
    }
}

impl LivesPage {
    fn heading(&self) -> Say {
        if self.works { said::lives_beside() } else { said::lives_trusting() }
    }

    fn pages(&self) -> Option<Pagination> {
        let next = self.next.as_ref()?;
        Some(Pagination::new().next(format!("/lives?after={next}")))
    }
}

pub(crate) async fn page(ask: Ask<SeeLives>) -> Result<Seen<LivesPage>, Failure> {
    let (after, works) = (ask.after(Id::parse), ask.actor().kind() == Kind::Worker);
    let mut look = ask.look().await?;
    let (on, reading) = look.parts();
    let Paged { rows: lives, next } = lines(reading, on, after?).await?;
    look.show(LivesPage { lives, next, works }).await
}
