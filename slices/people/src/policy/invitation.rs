use kernel::Id;
use platform::{
    Account, Action, Actor, Changes, DbError, Decision, Of, Subject, Thing, Tx, door::Key,
};
use words::Say;

use crate::{said, store};

/// A one-time code, shown to whoever made it.
#[derive(Debug)]
pub(crate) enum Invitation {}

impl Thing for Invitation {
    const PART: &'static str = "invitation";
}

/// Read out the code one made.
#[derive(Debug)]
pub(crate) struct ReadInvitation;

impl Action for ReadInvitation {
    const NAME: &'static str = "invitation.read";
    type Key = Of<Invitation>;
    type On = store::invitations::Invited;

    async fn find(
        _: &Actor,
        Of(id): &Of<Invitation>,
        tx: &mut Tx,
    ) -> Result<Option<Self::On>, DbError> {
        store::invitations::invitation(tx, id).await
    }

    /// A program that may only read does not read what lets somebody in.
    fn rule(actor: &Actor, on: &Self::On) -> Decision {
        let mine = actor.account().is_some() && actor.account() == on.made_by;
        Decision::or_hide(mine && actor.beside().is_none() && actor.may_change())
    }

    /// The page says for whom the code is: of a person's own account that is a look at their record.
    fn subjects(on: &Self::On) -> Vec<Subject> {
        on.record.map(Subject::Record).into_iter().collect()
    }

    fn told() -> Say {
        said::act_read_code()
    }
}

/// An account that a verb comes upon: no path names it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Whose(pub(crate) Id<Account>);

impl Key for Whose {
    fn read(_: &platform::door::Parts) -> Option<Self> {
        None
    }

    fn thing(&self) -> Option<String> {
        Some(self.0.to_string())
    }
}

/// Take up the account that a one-time code is for: whoever is concerned reads that it was done.
#[derive(Debug)]
pub(crate) struct TakeUp;

impl Action for TakeUp {
    const NAME: &'static str = "account.take-up";
    type Key = Whose;
    type On = store::invitations::TakenUp;

    async fn find(
        _: &Actor,
        Whose(account): &Whose,
        tx: &mut Tx,
    ) -> Result<Option<Self::On>, DbError> {
        store::invitations::taken_up(tx, *account).await
    }

    /// Whoever could use up a code of the account may take it up.
    fn rule(_: &Actor, on: &Self::On) -> Decision {
        Decision::or_hide(on.codes_used > 0)
    }

    fn subjects(on: &Self::On) -> Vec<Subject> {
        on.record.map(Subject::Record).into_iter().collect()
    }

    fn told() -> Say {
        said::act_take_up()
    }
}
impl Changes for TakeUp {}
