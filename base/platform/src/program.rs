//! The program itself, as whoever may start it has it in hand. It is made once, where the house is
//! opened, and nothing that a request reaches leads to it.

use crate::{Action, Actor, Ask, DbError, State, erasure, vault::Subject};

/// What only the program does: it asks in its own name, and destroys keys.
#[derive(Clone, Debug)]
pub struct Program(State);

impl Program {
    pub(crate) const fn of(state: State) -> Self {
        Self(state)
    }

    /// What requests reach.
    pub const fn state(&self) -> &State {
        &self.0
    }

    /// The program as somebody who acts.
    pub const fn actor(&self) -> Actor {
        Actor::program()
    }

    /// Asks on behalf of the program itself: the command line, a job. The same rule answers.
    pub fn ask<A: Action>(&self, key: A::Key) -> Ask<A> {
        Ask::new(self.0.clone(), Actor::program(), key, String::new())
    }

    /// Destroys the key of `subject`: no text about them opens again, here or in any copy.
    pub async fn destroy_key(&self, subject: Subject) -> Result<(), DbError> {
        erasure::erase(self.0.db(), self.0.vault(), subject, self.0.source().now()).await
    }

    /// Forgets keys that another program on the same store destroyed: what happens every second, now.
    pub async fn hear_of_erasures(&self) -> Result<(), DbError> {
        self.0.vault().keys().hear().await
    }
}
