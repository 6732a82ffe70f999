//! The page of a life: what matters, what we're trying, what we noticed, what next.

use askama::Template;
use cycles::TryingPanel;
use kernel::{Id, Moment};
use learning::{AsksPanel, BecamePanel};
use lives::{AroundPanel, MattersPanel, NotesPanel};
use people::Life;
use platform::{Ask, Failure, Seen, View};
use words::Text;

use crate::{policy::SeeLife, said};

/// The page of a life.
#[derive(Debug, Template, serde::Serialize, utoipa::ToSchema)]
#[template(path = "life.html")]
pub(crate) struct LifePage {
    /// The life.
    #[schema(value_type = String)]
    pub(crate) life: Id<Life>,
    /// What they are called.
    pub(crate) name: String,
    /// It is the reader's own.
    pub(crate) you: bool,
    /// What matters.
    pub(crate) matters: MattersPanel,
    /// What we're trying.
    pub(crate) trying: TryingPanel,
    /// What we noticed.
    pub(crate) notes: NotesPanel,
    /// Who is around.
    pub(crate) around: AroundPanel,
    /// What became of what was learnt.
    pub(crate) became: BecamePanel,
    /// What comes next.
    pub(crate) next: Vec<NextLine>,
    #[serde(skip)]
    #[schema(ignore)]
    pub(crate) asks: AsksPanel,
    #[serde(skip)]
    #[schema(ignore)]
    pub(crate) asked: bool,
}

/// A day on which we look at something.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, utoipa::ToSchema)]
pub(crate) struct NextLine {
    /// When.
    pub(crate) at: Moment,
    /// What is tried.
    pub(crate) line: String,
}

impl View for LifePage {
    /// A name on a tab would tell whoever looks over a shoulder.
    fn title(&self) -> Text {
        said::life_title().into()
    }
}

/// When we look at what is tried, the soonest first.
fn next(trying: &TryingPanel) -> Vec<NextLine> {
    let looks = trying.live.iter().filter_map(|it| {
        let line = it.line.clone();
        it.look_at.map(|at| NextLine { at, line })
    });
    let mut looks: Vec<NextLine> = looks.collect();
    looks.sort_by_key(|it| it.at);
    looks
}

pub(crate) async fn page(ask: Ask<SeeLife>) -> Result<Seen<LifePage>, Failure> {
    let after = ask.query("after");
    let mut look = ask.look().await?;
    let on = look.on().clone();
    let reading = &mut *look;
    let trying = cycles::trying(reading, &on).await?;
    let became = learning::became_of(reading, &on).await?;
    let page = LifePage {
        life: on.life,
        name: people::called(reading, &on.life).await?,
        you: on.standing.own,
        matters: lives::matters(reading, &on).await?,
        notes: lives::notes(reading, &on, after).await?,
        around: lives::around(reading, &on).await?,
        next: next(&trying),
        asks: became.asks(),
        asked: !became.asked.is_empty(),
        trying,
        became,
    };
    look.show(page).await
}
