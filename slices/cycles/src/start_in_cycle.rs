//! Begin to try something in a cycle.

use kernel::Id;
use people::finder::{all_may_stay, known_in};
use platform::{
    Changes, Done, Failure, Filled, May as _, Of, Permit, Refused, Seen, door::Ask, form,
};

use crate::{
    Cycle, Exploration, LINE,
    policy::StartInCycle,
    readers,
    start::{StartForm, StartPage, zone},
    store::explorations::{self, New},
};

pub(crate) async fn form(
    ask: Ask<StartInCycle>,
    filled: Filled<StartForm>,
) -> Result<Seen<StartPage>, Failure> {
    let mut look = ask.look().await?;
    let (of, back) = (look.on().system.clone(), format!("/cycles/{}", look.on().cycle));
    let readers = readers::of_cycle(look.on().body.scale);
    let body = look.on().body.id;
    let findings = filled.form.pointed_out(&known_in(&mut look, &body).await?);
    look.show(StartPage { filled, of, back, readers, findings }).await
}

pub(crate) async fn submit(ask: Ask<StartInCycle>, form: StartForm) -> Result<Done, Refused> {
    let new = form.parse(&zone(ask.state()))?;
    let mut permit = ask.change().await?;
    let (home, body) = (permit.on().home(), permit.on().body.id);
    let known = known_in(permit.reading(), &body).await?;
    all_may_stay(&form.pointed_out(&known), &form.stays)?;
    let id = explorations::start(&mut permit, home, false, &new).await?;
    Ok(permit.keep(format!("/explorations/{id}"), Some(id)).await?)
}

/// Begins to try something in a cycle, within a change that another slice makes: its own rule is
/// asked, and its own line is written in the journal.
///
/// # Errors
/// The actor does not work there; or `line` is blank or longer than [`LINE`], which the caller's form
/// should have said beside its field.
pub async fn start_in_cycle<A: Changes>(
    permit: &mut Permit<A>,
    cycle: &Id<Cycle>,
    line: &str,
) -> Result<Id<Exploration>, Failure> {
    let line = form::some_text(line, LINE).map_err(Failure::Conflict)?;
    let mut also = permit.also::<StartInCycle>(&Of(*cycle)).await?;
    let home = also.on().home();
    let new = New { line, ..New::default() };
    Ok(explorations::start(&mut also, home, false, &new).await?)
}
