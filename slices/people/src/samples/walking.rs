//! Walking beside somebody: who begins, who is asked in, who is invited, what ends.

use platform::{Failure, Filled, Kind, Sample};
use words::Text;

use super::{LONG, LONG_NAME, blank, day, id, one_wrong, press, read_by, wrong};
use crate::{
    Called, Standing,
    begin_life::{BeginLifePage, LifeForm},
    beside_phone::{HandOverPage, TakeBackForm, TakeBackPage},
    end_trust::{EndTrustForm, EndTrustPage},
    invitation::{InvitationPage, whom},
    invite::{InviteForm, InvitePage},
    said,
    stop_walking::{EndAlongsidePage, StopPage},
    team_walks::TeamWalksPage,
    walk_beside::{ColleagueForm, ColleaguePage},
};

pub(super) fn samples() -> Vec<Sample> {
    let mut all = beginning();
    all.extend(asking_in());
    all.extend(handing_over());
    all.extend(walks());
    let both = [inviting(), ending()].into_iter().flatten().collect();
    all.extend(read_by(both, &[Kind::Worker, Kind::Person]));
    all
}

type Somebody<T> = (kernel::Id<T>, Text);

fn two<T>() -> Vec<Somebody<T>> {
    vec![(id(6), "Ines".into()), (id(7), LONG_NAME.into())]
}

fn one<T>() -> Vec<Somebody<T>> {
    vec![(id(6), "Ines".into())]
}

fn beginning() -> Vec<Sample> {
    let page = |filled: Filled<LifeForm>| BeginLifePage { filled };
    let long = LifeForm { called: LONG.to_owned() };
    let kept = LifeForm { called: "Kit".to_owned() };
    let long = wrong(long, Called::parse(LONG).err().map(|what| ("called", what)));
    vec![
        Sample::page("people/begin-life/empty", page(blank())),
        Sample::page(
            "people/begin-life/kept",
            page(Filled::new("/sample", kept).with_kept(day(0))),
        ),
        Sample::page("people/begin-life/long", page(long)),
    ]
}

fn asking_in() -> Vec<Sample> {
    let walk = |filled: Filled<ColleagueForm>, name: &str, colleagues| ColleaguePage {
        filled,
        name: name.to_owned(),
        colleagues,
    };
    let choose = one_wrong("account", said::walk_choose());
    vec![
        Sample::page("people/walk/nobody", walk(blank(), "Jo", Vec::new())),
        Sample::page("people/walk/one", walk(blank(), "Jo", one())),
        Sample::page("people/walk/many", walk(blank(), LONG_NAME, two())),
        Sample::page("people/walk/wrong", walk(choose, "Jo", two())),
    ]
}

fn inviting() -> Vec<Sample> {
    let page = |filled, name: &str, own, signs_in| InvitePage {
        filled,
        name: name.to_owned(),
        own,
        signs_in,
    };
    let invite = |filled: Filled<InviteForm>, name: &str| page(filled, name, false, false);
    let long = InviteForm { who: "supporter".to_owned(), called: LONG.to_owned() };
    let long = wrong(long, Called::parse(LONG).err().map(|what| ("called", what)));
    let shown = |code: Option<&str>| InvitationPage {
        id: id(5),
        code: code.map(str::to_owned),
        whom: said::invitation_supporter(LONG_NAME),
        url: "https://learn.example/join".to_owned(),
        ends_at: day(7),
    };
    let made = |name, kind, body: Option<&str>| {
        let whom = whom(kind, body.map(str::to_owned), LONG_NAME.to_owned());
        Sample::page(name, InvitationPage { whom, ..shown(Some("abcde23456")) })
    };
    let who = one_wrong("who", said::invite_choose());
    vec![
        Sample::page("people/invite/empty", invite(blank(), "Jo")),
        Sample::page("people/invite/wrong", invite(who, "Jo")),
        Sample::page("people/invite/signs-in", page(blank(), LONG_NAME, false, true)),
        Sample::page("people/invite/yours", page(blank(), "Jo", true, true)),
        Sample::page("people/invite/long", invite(long, LONG_NAME)),
        Sample::refused("people/walk-end/alone", &Failure::Conflict(said::walk_end_alone())),
        Sample::refused("people/invite/own", &Failure::Conflict(said::invite_own_account())),
        Sample::page("people/invitation/fresh", shown(Some("abcde23456"))),
        Sample::page("people/invitation/over", shown(None)),
        made("people/invitation/person", Kind::Person, None),
        made("people/invitation/worker", Kind::Worker, Some(LONG_NAME)),
        made("people/invitation/administrator", Kind::Administrator, None),
    ]
}

fn handing_over() -> Vec<Sample> {
    let over = |name: &str| HandOverPage { filled: press(), name: name.to_owned() };
    let back = |filled: Filled<TakeBackForm>| TakeBackPage { filled };
    let password = one_wrong("password", said::password_wrong());
    vec![
        Sample::page("people/hand-over", over("Jo")),
        Sample::page("people/hand-over/long", over(LONG_NAME)),
        Sample::page("people/take-back/empty", back(blank())).read_by(&[Kind::Beside]),
        Sample::page("people/take-back/wrong", back(password)).read_by(&[Kind::Beside]),
    ]
}

/// What only a worker ends, and what only a coordinator reads.
fn walks() -> Vec<Sample> {
    let stop =
        |name: &str, alone| StopPage { filled: press(), name: name.to_owned(), life: id(1), alone };
    let walks = |walks| TeamWalksPage { team: id(2), who: "Sam".into(), walks };
    let jo = || (id(8), "Jo".to_owned());
    let many = vec![jo(), (id(9), "Kit".to_owned()), (id(10), LONG_NAME.to_owned())];
    vec![
        Sample::page("people/walk-end", stop("Jo", false)),
        Sample::page("people/walk-end/long", stop(LONG_NAME, false)),
        Sample::page("people/walk-end/alone", stop(LONG_NAME, true)),
        Sample::page("people/team-walks/none", walks(Vec::new())),
        Sample::page("people/team-walks/one", walks(vec![jo()])),
        Sample::page("people/team-walks/many", walks(many)),
    ]
}

fn ending() -> Vec<Sample> {
    let page = |name: &str, standing, alone| EndAlongsidePage {
        filled: press(),
        name: name.to_owned(),
        who: "Sam".into(),
        life: id(1),
        standing,
        alone,
    };
    let nobody = Standing::default();
    let own = Standing { own: true, ..nobody };
    let alongside = Standing { alongside: true, ..nobody };
    let end = |name: &str, of_own| page(name, Standing { own: of_own, ..nobody }, false);
    let trust = |filled: Filled<EndTrustForm>, supporters| EndTrustPage { filled, supporters };
    let choose = one_wrong("account", said::supporter_choose());
    vec![
        Sample::page("people/alongside-end/alone", page("Kit", nobody, true)),
        Sample::page("people/alongside-end/alone-own", page("Kit", own, true)),
        Sample::page("people/alongside-end/alone-alongside", page("Kit", alongside, true)),
        Sample::page("people/alongside-end/own", end("Jo", true)),
        Sample::page("people/alongside-end/other", end("Jo", false)),
        Sample::page("people/alongside-end/long", end(LONG_NAME, false)),
        Sample::page("people/end-trust/nobody", trust(blank(), Vec::new())),
        Sample::page("people/end-trust/one", trust(blank(), one())),
        Sample::page("people/end-trust/many", trust(blank(), two())),
        Sample::page("people/end-trust/wrong", trust(choose, two())),
    ]
}
