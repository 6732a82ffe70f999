//! Make a token for a program: an owner, a scope and an end.

use kernel::Id;
use platform::{
    Account, Action, Actor, Changes, DbError, Decision, Failure, Kind, Program, Tx, secret,
};
use words::Say;

use crate::{said, store::accounts};

/// A token, before it is made.
#[derive(Clone, Copy, Debug)]
pub struct NewToken<'a> {
    /// Whose it is: it can do what they can do, and no more.
    pub account: Id<Account>,
    /// What it is for.
    pub label: &'a str,
    /// It may change things.
    pub writes: bool,
    /// For how long it holds, in microseconds.
    pub holds: i64,
}

/// Make a token, from the command line.
#[derive(Debug)]
pub(crate) struct MakeToken;

impl Action for MakeToken {
    const NAME: &'static str = "token.make";
    type Key = ();
    type On = ();

    async fn find(_: &Actor, (): &(), _: &mut Tx) -> Result<Option<()>, DbError> {
        Ok(Some(()))
    }

    fn rule(actor: &Actor, (): &()) -> Decision {
        Decision::or_hide(actor.kind() == Kind::Program)
    }

    fn told() -> Say {
        said::act_own_account()
    }
}
impl Changes for MakeToken {}

/// Makes it, and says its secret: only the hash is kept.
pub async fn make_token(program: &Program, token: NewToken<'_>) -> Result<String, Failure> {
    let secret = secret::token();
    let mut permit = program.ask::<MakeToken>(()).change().await?;
    accounts::add_token(&mut permit, &secret, token).await?;
    permit.keep::<()>(String::new(), None).await?;
    Ok(secret)
}
