use std::collections::BTreeMap;

use crate::{Broken, Client, PASSWORD, Teller};

/// Somebody in the story.
#[derive(Clone, Debug, serde::Serialize)]
pub struct Person {
    /// What kind of user they are: `worker`, `coordinator`, `person`, …
    pub kind: &'static str,
    /// What they are called.
    pub name: String,
    /// The name they sign in with.
    pub sign_in: String,
    /// A sentence about them.
    pub about: &'static str,
    /// Their account.
    #[serde(skip)]
    pub account: String,
}

/// Everybody and everything in the story, by name.
#[derive(Clone, Debug, Default)]
pub struct World {
    /// People by the name they sign in with.
    pub people: BTreeMap<String, Person>,
    /// Ids of places, teams, lives, notes, … by their names in the story: `team riverside`.
    pub ids: BTreeMap<String, String>,
}

impl World {
    /// The id of something in the story; empty when the story does not have it.
    pub fn id(&self, name: &str) -> &str {
        self.ids.get(name).map_or("", String::as_str)
    }

    pub(crate) fn name(&mut self, name: &str, id: String) {
        self.ids.insert(name.to_owned(), id);
    }

    /// Signs somebody of the story in.
    ///
    /// # Errors
    /// They could not be signed in.
    pub async fn sign_in(&self, teller: &Teller, who: &str) -> Result<Client, Broken> {
        let mut client = teller.client();
        client.done("/sign-in", &[("name", who), ("password", PASSWORD)]).await?;
        Ok(client)
    }
}
