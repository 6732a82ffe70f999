//! The page of a life: what matters, what we're trying, what we noticed, what next.

use askama::Template;
use cycles::TryingPanel;
use kernel::{Id, Moment};
use learning::{AsksPanel, BecamePanel};
use lives::{AroundPanel, MattersPanel, NotesPanel};
use people::{Life, Standing};
use platform::{Ask, Failure, Seen, View};
use words::{Say, Text};

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
    #[serde(skip)]
    #[schema(ignore)]
    pub(crate) beside: Option<ui::Details>,
}

/// What can be done about who is there.
#[derive(Clone, Debug, Template)]
#[template(path = "beside.html")]
struct BesideWays {
    ways: Vec<(Say, String)>,
}

/// The ways to change who is there, for whoever may.
pub(crate) fn beside(life: Id<Life>, standing: Standing, name: &str) -> Option<ui::Details> {
    let at = |rest: &str| format!("/lives/{life}{rest}");
    let (alongside, own) = (standing.alongside, standing.own && !standing.beside);
    let ways = [
        (alongside, said::beside_hand(name), at("/beside/ask")),
        (alongside, said::beside_colleague(), at("/alongside/new")),
        (alongside || own, said::beside_invite(), at("/invitations/new")),
        (alongside || own, said::beside_end_trust(), at("/supporters/end/ask")),
        (alongside, said::beside_stop(), at("/alongside/end/ask")),
    ];
    let ways: Vec<(Say, String)> =
        ways.into_iter().filter(|(may, ..)| *may).map(|(_, text, href)| (text, href)).collect();
    let open = !ways.is_empty();
    open.then(|| ui::Details::new(said::beside_title(), ui::Part::of(BesideWays { ways })))
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
    let after = ask.after(lives::NotesAfter::parse);
    let mut look = ask.look().await?;
    let on = look.on().clone();
    let (reading, after) = (&mut *look, after?);
    let trying = cycles::trying(reading, &on).await?;
    let became = learning::became_of(reading, &on).await?;
    let name = on.called(reading).await?;
    let page = LifePage {
        life: on.life,
        beside: beside(on.life, on.standing, &name),
        name,
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
