//! Begin to try something in a life. One line is enough.

mod form;

use platform::{Done, Failure, Filled, Refused, Seen, State, door::Ask};

pub(crate) use form::{StartForm, StartPage};

use crate::{model::Home, policy::StartExploration, readers, store};

/// The clock by which a day is read.
pub(crate) fn zone(state: &State) -> jiff::tz::TimeZone {
    state.here().zone().clone()
}

pub(crate) async fn form(
    ask: Ask<StartExploration>,
    filled: Filled<StartForm>,
) -> Result<Seen<StartPage>, Failure> {
    let life = ask.key().0;
    let mut look = ask.look().await?;
    let name = people::called(&mut look, &life).await?;
    let back = format!("/lives/{life}");
    let (on, reading) = look.parts();
    let readers = readers::of_life(reading, on).await?;
    look.show(StartPage { filled, of: name, back, readers, findings: Vec::new() }).await
}

pub(crate) async fn submit(ask: Ask<StartExploration>, form: StartForm) -> Result<Done, Refused> {
    let new = form.parse(&zone(ask.state()))?;
    let mut permit = ask.change().await?;
    let on = platform::May::on(&permit).clone();
    let home = Home::Life(on.life);
    let id = store::explorations::start(&mut permit, home, on.standing.own, &new).await?;
    Ok(permit.keep(format!("/explorations/{id}"), Some(id)).await?)
}
