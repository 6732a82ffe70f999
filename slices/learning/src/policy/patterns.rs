//! Who may name what they see, reword it, and ask those it was drawn from.

use cycles::{Cycle, CycleOn};
use kernel::Id;
use people::{Life, Scale};
use platform::{
    Action, Actor, Changes, DbError, Decision, Marked, Of, Reading, Subject, Thing as _, Tx,
    door::{Key, Parts},
};
use words::Say;

use crate::{Pattern, said, store};

/// A pattern, of which the journal writes whose lives were looked at and not which it was: set side
/// by side there, the two would tell what it stands on, long after a key is gone.
#[derive(Clone, Copy, Debug)]
pub(crate) struct PatternKey(pub(crate) Id<Pattern>);

impl Key for PatternKey {
    fn read(parts: &Parts) -> Option<Self> {
        Id::parse(parts.get(Pattern::PART)?).map(Self)
    }
}

/// A cycle in which a pattern may be named, and the lives it may stand on.
#[derive(Clone, Debug)]
pub(crate) struct NamingOn {
    /// The cycle, and the actor's part in its body.
    pub(crate) cycle: CycleOn,
    /// The lives in which something is or was tried that the actor may know of, or of whom a note was
    /// brought to them.
    pub(crate) lives: Vec<Id<Life>>,
}

/// A pattern, where it stands, and the lives it may stand on.
#[derive(Clone, Debug)]
pub(crate) struct PatternOn {
    /// The pattern.
    pub(crate) pattern: Id<Pattern>,
    /// The cycle, and the actor's part in its body.
    pub(crate) cycle: CycleOn,
    /// The lives of which the actor may know what is tried.
    lives: Vec<Id<Life>>,
    /// By which it can be told whose lives it stands on.
    marks: Vec<Vec<u8>>,
}

impl PatternOn {
    /// The lives that it stands on, as far as the actor may know.
    pub(crate) fn lives(&self, reading: &Reading) -> Vec<Id<Life>> {
        let named = self.lives.iter().filter(|it| reading.names(Subject::record(it)));
        named.copied().collect()
    }

    /// The same, without opening anybody's page.
    pub(super) fn closed(self) -> Self {
        Self { lives: Vec::new(), ..self }
    }
}

/// Of which of the team's lives the actor may know what is tried: all of them in the team, else
/// those they are beside.
async fn known(actor: &Actor, cycle: &CycleOn, tx: &mut Tx) -> Result<Vec<Id<Life>>, DbError> {
    if cycle.body.scale != Scale::Team || !cycle.part.any() {
        return Ok(Vec::new());
    }
    let lives = people::lives_of_team(tx, &cycle.body.id).await?;
    if cycle.part.member || cycle.part.coordinator || cycle.part.lead {
        return Ok(lives);
    }
    let own = people::lives_of(actor, tx).await?;
    Ok(lives.into_iter().filter(|life| own.iter().any(|(it, _)| it == life)).collect())
}

fn records(lives: &[Id<Life>]) -> Vec<Subject> {
    lives.iter().map(Subject::record).collect()
}

pub(super) async fn pattern_on(
    actor: &Actor,
    pattern: &Id<Pattern>,
    tx: &mut Tx,
) -> Result<Option<PatternOn>, DbError> {
    let Some(cycle) = store::pattern::cycle_of(tx, pattern).await? else { return Ok(None) };
    let Some(cycle) = cycles::cycle_on(actor, &cycle, tx).await? else { return Ok(None) };
    let lives = known(actor, &cycle, tx).await?;
    let marks = store::ground::marks_of(tx, pattern).await?;
    Ok(Some(PatternOn { pattern: *pattern, cycle, lives, marks }))
}

/// Whoever works there changes it; whoever has another part there may know that they do not.
pub(super) fn works(cycle: &CycleOn) -> Decision {
    Decision::of(cycle.part.works(), cycle.part.any())
}

/// Name what is seen across explorations.
#[derive(Debug)]
pub(crate) struct NamePattern;

impl Action for NamePattern {
    const NAME: &'static str = "pattern.name";
    type Key = Of<Cycle>;
    type On = NamingOn;

    async fn find(
        actor: &Actor,
        key: &Of<Cycle>,
        tx: &mut Tx,
    ) -> Result<Option<NamingOn>, DbError> {
        let Some(cycle) = cycles::cycle_on(actor, &key.0, tx).await? else { return Ok(None) };
        let known = known(actor, &cycle, tx).await?;
        let mut lives = cycles::lives_that_tried(tx, &known).await?;
        let brought = lives::lives_brought(actor, &cycle.body.id, tx).await?;
        lives.extend(brought.into_iter().filter(|it| known.contains(it)));
        lives.sort_unstable();
        lives.dedup();
        Ok(Some(NamingOn { cycle, lives }))
    }

    fn rule(_: &Actor, on: &NamingOn) -> Decision {
        works(&on.cycle)
    }

    fn subjects(on: &NamingOn) -> Vec<Subject> {
        records(&on.lives)
    }

    /// What is seen across lives is the team's own talk, as the pattern itself will be.
    fn draft_of(on: &NamingOn) -> Option<Subject> {
        Some(Subject::group(&on.cycle.body.id))
    }

    fn told() -> Say {
        said::act_pattern_name()
    }
}

impl Changes for NamePattern {}

macro_rules! of_a_pattern {
    ($(#[doc = $doc:literal] $action:ident = $name:literal, $rule:expr, $told:path;)+) => {$(
        #[doc = $doc]
        #[derive(Debug)]
        pub(crate) struct $action;

        impl Action for $action {
            const NAME: &'static str = $name;
            type Key = PatternKey;
            type On = PatternOn;

            async fn find(
                actor: &Actor,
                key: &PatternKey,
                tx: &mut Tx,
            ) -> Result<Option<PatternOn>, DbError> {
                pattern_on(actor, &key.0, tx).await
            }

            fn rule(_: &Actor, on: &PatternOn) -> Decision {
                $rule(&on.cycle)
            }

            fn subjects(on: &PatternOn) -> Vec<Subject> {
                records(&on.lives)
            }

            fn draft_of(on: &PatternOn) -> Option<Subject> {
                Some(Subject::group(&on.cycle.body.id))
            }

            fn marked(on: &PatternOn) -> Option<Marked<'_>> {
                Some(Marked { what: store::ground::MARK, marks: &on.marks })
            }

            fn told() -> Say {
                $told()
            }
        }
    )+};
}

of_a_pattern! {
    /// Read a pattern, and what it stands on.
    SeePattern = "pattern.see", |it: &CycleOn| Decision::or_hide(it.part.any()), said::act_pattern_see;
    /// Word a pattern so that it tells nobody who it is about.
    Reword = "pattern.reword", works, said::act_pattern_reword;
    /// Ask those a pattern was drawn from.
    AskThem = "ground.ask", works, said::act_ground_ask;
}

impl Changes for Reword {}
impl Changes for AskThem {}
