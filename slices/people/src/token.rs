//! Tokens for programs: an owner, a scope and an end.

use kernel::{Id, Moment};
use platform::{
    Account, Action, Actor, Changes, DbError, Decision, Failure, Kind, Program, Tx, secret,
};
use words::Say;

use crate::{said, store};

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

/// A token that was made.
#[derive(Debug)]
pub enum Token {}

/// A token that holds: everything but its secret, which nobody has but its holder.
#[derive(Clone, Debug)]
pub struct KeptToken {
    /// The token.
    pub id: Id<Token>,
    /// Whose it is.
    pub account: Id<Account>,
    /// What it is for.
    pub label: String,
    /// It may change things.
    pub writes: bool,
    /// Until when it holds.
    pub ends_at: Moment,
}

/// Something the program does with tokens, from the command line.
macro_rules! with_tokens {
    ($(#[$doc:meta])* $name:ident, $key:literal, $told:ident) => {
        $(#[$doc])*
        #[derive(Debug)]
        pub(crate) struct $name;

        impl Action for $name {
            const NAME: &'static str = $key;
            type Key = ();
            type On = ();

            async fn find(_: &Actor, (): &(), _: &mut Tx) -> Result<Option<()>, DbError> {
                Ok(Some(()))
            }

            fn rule(actor: &Actor, (): &()) -> Decision {
                Decision::or_hide(actor.kind() == Kind::Program)
            }

            fn told() -> Say {
                said::$told()
            }
        }
        impl Changes for $name {}
    };
}
with_tokens! {
    /// Make a token.
    MakeToken, "token.make", act_make_token
}
with_tokens! {
    /// See which tokens hold.
    ListTokens, "token.list", act_list_tokens
}
with_tokens! {
    /// End a token.
    EndToken, "token.end", act_end_token
}

/// Makes it, and says its secret: only the hash is kept.
pub async fn make_token(program: &Program, token: NewToken<'_>) -> Result<String, Failure> {
    let secret = secret::token();
    let mut permit = program.ask::<MakeToken>(()).change().await?;
    store::tokens::add_token(&mut permit, &secret, token).await?;
    permit.keep::<()>(String::new(), None).await?;
    Ok(secret)
}

/// The tokens that hold now, the newest first.
pub async fn tokens(program: &Program) -> Result<Vec<KeptToken>, Failure> {
    let mut look = program.ask::<ListTokens>(()).look().await?;
    let held = store::tokens::held(&mut look).await?;
    look.show(()).await?;
    Ok(held)
}

/// Ends a token: from the next request on it opens nothing.
pub async fn end_token(program: &Program, id: Id<Token>) -> Result<(), Failure> {
    let mut permit = program.ask::<EndToken>(()).change().await?;
    if !store::tokens::end(&mut permit, id).await? {
        return Err(Failure::NotFound);
    }
    permit.keep(String::new(), Some(id)).await.map(drop)
}
