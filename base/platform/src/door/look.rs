use std::ops::{Deref, DerefMut};

use super::{Action, Reading};
use crate::{Failure, journal::Act};

/// Proof that `A` may be looked at by this actor, now; and the open snapshot in which to look.
#[derive(Debug)]
pub struct Look<A: Action> {
    reading: Reading,
    on: A::On,
    act: Act,
}

/// A view that may leave, because the look behind it is written down.
#[derive(Debug)]
pub struct Seen<V> {
    pub(crate) view: V,
}

impl<A: Action> Look<A> {
    pub(super) const fn new(reading: Reading, on: A::On, act: Act) -> Self {
        Self { reading, on, act }
    }

    /// The very thing they were allowed to look at.
    pub const fn on(&self) -> &A::On {
        &self.on
    }

    /// The thing, and what can be read around it.
    pub const fn parts(&mut self) -> (&A::On, &mut Reading) {
        (&self.on, &mut self.reading)
    }

    /// Ends the snapshot and, once the look is durably written down, lets the view go. A look that
    /// touched nobody's record and was nobody's is not written.
    pub async fn show<V>(mut self, view: V) -> Result<Seen<V>, Failure> {
        let opened = self.reading.opened();
        let (Reading { state, tx, .. }, mut act) = (self.reading, self.act);
        tx.end().await?;
        if A::AS_OPENED {
            act.records.retain(|it| opened.contains(it));
        }
        if !act.records.is_empty() {
            let written = state.journal().looked(act).await;
            written.map_err(|why| Failure::Unavailable(Box::new(why)))?;
        }
        Ok(Seen { view })
    }
}

impl<A: Action> Deref for Look<A> {
    type Target = Reading;

    fn deref(&self) -> &Reading {
        &self.reading
    }
}

impl<A: Action> DerefMut for Look<A> {
    fn deref_mut(&mut self) -> &mut Reading {
        &mut self.reading
    }
}
