//! A life in its own words: what matters, who is around, what we noticed.
//!
//! What a person says stands in their words; what others write about them, they read, add to and
//! disagree with. Nothing written is ever changed: a new wording follows the earlier one. A note
//! that is not safe to show yet is held, and then nothing tells of it.

mod around;
mod gathered;
mod holding;
mod looking;
mod matters;
mod model;
mod names;
mod notes;
mod policy;
mod press;
mod reflections;
mod rules;
mod said;
mod samples;
mod store;

use std::collections::HashMap;

use kernel::Id;
use people::{Body, Life};
use platform::{Actor, DbError, Reading, Routes, Tx};

pub use around::{AroundLine, AroundPanel, BesideLine, panel as around};
pub use gathered::{GatheredLine, all_brought, brought, surprises};
pub use matters::{MatterLine, MattersPanel, panel as matters};
pub use model::{AroundPerson, Matter, Note, NoteKind, Reflection, ReplyKind, Whose};
pub use notes::{NoteLine, NotesPanel, ReplyLine, panel as notes};
pub use reflections::{SharedReflection, shared_reflections};
pub use samples::samples;
pub use store::page::NotesAfter;

/// Of whom notes are brought to a team's next meeting that the actor walks beside: whose records a
/// look at that meeting must name.
pub async fn lives_brought(
    actor: &Actor,
    team: &Id<Body>,
    tx: &mut Tx,
) -> Result<Vec<Id<Life>>, DbError> {
    store::gathered::lives_brought(actor, team, tx).await
}

/// The held notes of these lives, and whether whoever reads may see each of them.
pub async fn held_notes(
    reading: &mut Reading,
    lives: &[Id<Life>],
) -> Result<HashMap<Id<Note>, bool>, DbError> {
    if lives.is_empty() {
        return Ok(HashMap::new());
    }
    store::holds::held(reading, lives).await
}

/// What people around these lives are called, and who is said to have been there when something was
/// noticed: for taking names out of a text. The look must name the lives.
pub async fn names_around(
    reading: &mut Reading,
    lives: &[Id<Life>],
) -> Result<Vec<String>, DbError> {
    if lives.is_empty() {
        return Ok(Vec::new());
    }
    let mut names = store::around::names(reading, lives).await?;
    names.extend(store::gathered::present(reading, lives).await?);
    Ok(names)
}

/// The held notes of which the actor is asked, as a second person, whether they stay back.
pub async fn asked_to_agree(reading: &mut Reading) -> Result<Vec<Id<Note>>, DbError> {
    store::holds::asks_me(reading).await
}

/// Whether a team's named lead is asked about a held note. Only its lead may be told.
pub async fn asks_lead(reading: &mut Reading, team: &Id<Body>) -> Result<bool, DbError> {
    Ok(!store::holds::asked(reading, team).await?.is_empty())
}

/// The pages of this slice.
pub fn routes() -> Routes {
    about_notes(Routes::of(said::WORDS))
        .list("/lives/{life}/matters", matters::earlier::page)
        .verb("/lives/{life}/matters", "/new", matters::word::form, matters::word::submit)
        .verb("/lives/{life}/around", "/new", around::add::form, around::add::submit)
        .verb("/around/{around}/end", "", around::end::form, around::end::submit)
        .list("/lives/{life}/looked", looking::looked::page)
        .show("/lives/{life}/who-can-see", looking::who_can_see::page)
        .list("/reflections", reflections::mine::page)
        .verb("/reflections", "/new", reflections::write::form, reflections::write::submit)
        .verb(
            "/reflections/{reflection}/copies",
            "/new",
            reflections::share::form,
            reflections::share::submit,
        )
}

fn about_notes(routes: Routes) -> Routes {
    routes
        .list("/lives/{life}/notes", notes::list::page)
        .verb("/lives/{life}/notes", "/new", notes::add::form, notes::add::submit)
        .show("/notes/{note}", notes::show::page)
        .verb("/notes/{note}/corrections", "/new", notes::correct::form, notes::correct::submit)
        .verb("/notes/{note}/replies", "/new", notes::reply::form, notes::reply::submit)
        .verb("/notes/{note}/bring", "", notes::bring::form, notes::bring::submit)
        .verb("/notes/{note}/take-back", "", notes::bring::take_back_form, notes::bring::take_back)
        .verb("/notes/{note}/talked", "", notes::bring::talked_form, notes::bring::talked)
        .verb("/notes/{note}/hold", "", holding::hold::form, holding::hold::submit)
        .verb("/notes/{note}/release", "", holding::release::form, holding::release::submit)
        .verb("/notes/{note}/hold-on", "", holding::hold_on::form, holding::hold_on::submit)
        .verb("/notes/{note}/second", "", holding::second::form, holding::second::submit)
        .list("/teams/{body}/held", holding::held::page)
}
