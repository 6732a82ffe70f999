//! End somebody's part in a body; and with the last one in a team, their walking beside its people.

use askama::Template;
use kernel::Id;
use platform::{
    Account, Changes, Done, Failure, Filled, May as _, Of, Page, Permit, Press, Refused, Seen,
    door::Ask,
};
use words::Text;

use crate::{
    Body, Scale, Tie, name_of,
    policy::{EndMembership, EndWithTeam},
    said,
    store::{bodies, walks},
};

/// The page that asks whether a part should end.
#[derive(Debug, Template)]
#[template(path = "membership_end.html")]
pub(crate) struct EndPage {
    pub(crate) filled: Filled<Press>,
    pub(crate) body: String,
    /// It is a team, whose people somebody may walk beside.
    pub(crate) team: bool,
    /// Whose part.
    pub(crate) who: Text,
    /// Which part.
    pub(crate) tie: Tie,
}

impl Page for EndPage {
    fn title(&self) -> Text {
        said::membership_end_title().into()
    }
}

pub(crate) async fn form(
    ask: Ask<EndMembership>,
    filled: Filled<Press>,
) -> Result<Seen<EndPage>, Failure> {
    let mut look = ask.look().await?;
    let on = look.on().clone();
    let (team, body) = (on.on.body.scale == Scale::Team, on.on.body.name);
    let tie = bodies::tie_of(&mut look, &on.id).await?;
    let who = name_of(&mut look, on.account).await?;
    look.show(EndPage { filled, body, team, who, tie }).await
}

pub(crate) async fn submit(ask: Ask<EndMembership>, _: Press) -> Result<Done, Refused> {
    let mut permit = ask.change().await?;
    let on = permit.on().clone();
    let body = on.on.body.id;
    if !bodies::end(&mut permit, &on.id).await? {
        return Err(Failure::Conflict(said::ended_already()).into());
    }
    stop_walking(&mut permit, on.account, &body).await?;
    Ok(permit.keep::<()>(format!("/setup/bodies/{body}"), None).await?)
}

/// Whoever has left a team walks beside none of its people any more.
pub(crate) async fn stop_walking<A: Changes>(
    permit: &mut Permit<A>,
    account: Id<Account>,
    team: &Id<Body>,
) -> Result<(), Failure> {
    let tx = permit.reading().tx();
    if bodies::is_of_team(tx, account, team).await? {
        return Ok(());
    }
    for walk in walks::of_team(tx, account, team).await? {
        let mut also = permit.also::<EndWithTeam>(&Of(walk.id)).await?;
        walks::stop(&mut also, walk.life, walk.account).await?;
    }
    Ok(())
}
