//! The password, asked once more of somebody who has signed in: an open sitting alone changes neither
//! the way in nor whose hand the phone is in.

use kernel::Id;
use platform::{
    Account, Changes, Failure, Permit, Problems, Refused, door::Ask, session::throttle,
};

use crate::{said, sign_in::patience, store::accounts};

/// A password that was typed again, and whether it is the right one.
#[derive(Debug)]
pub(crate) struct Again {
    what: String,
    hashed: Option<String>,
    right: bool,
}

impl Again {
    /// Checks it before anything is opened to change. Whoever has guessed too often waits.
    pub(crate) async fn typed<A: Changes>(
        ask: &Ask<A>,
        account: Id<Account>,
        password: String,
    ) -> Result<Self, Failure> {
        let what = format!("again {account}");
        let mut look = ask.clone().look().await?;
        let wait = throttle::wait(&mut look, &what).await?;
        let holder = accounts::by_id(&mut look, account).await?;
        look.show(()).await?;
        patience(wait)?;
        let hashed = holder.and_then(|it| it.password);
        let right = ask.state().hasher().matches(password, hashed.clone()).await;
        Ok(Self { what, hashed, right })
    }

    /// The hash of the password that was typed again, as it is kept.
    pub(crate) fn hashed(&self) -> &str {
        self.hashed.as_deref().unwrap_or_default()
    }

    /// The permit again, if it was the right one. A wrong one is noted, and nothing else is done.
    pub(crate) async fn believed<A: Changes>(
        &self,
        mut permit: Permit<A>,
    ) -> Result<Permit<A>, Refused> {
        patience(throttle::turn(&mut permit, &self.what).await?)?;
        if !self.right {
            throttle::failed(permit, &[&self.what]).await?;
            return Err(Problems::one("password", said::password_wrong()).into());
        }
        throttle::passed(&mut permit, &self.what).await?;
        Ok(permit)
    }
}
