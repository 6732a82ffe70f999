//! One's own account.

use platform::{Filled, Kind, Sample, session::password::SHORTEST};

use super::{LONG, TEAM, blank, id, one_wrong, read_by, wrong};
use crate::{
    Scale, Tie,
    me::{MePage, PartLine},
    me_name::{OwnNameForm, OwnNamePage},
    me_password::{OwnPasswordForm, OwnPasswordPage},
    said,
};

pub(super) fn samples() -> Vec<Sample> {
    let page = |kind: &str, parts, works, changed| MePage {
        account: id(1),
        kind: kind.to_owned(),
        parts,
        works,
        changed,
    };
    let me = |parts, changed| page("worker", parts, true, changed);
    let part = |scale, name: &str, tie| PartLine { body: id(2), scale, name: name.to_owned(), tie };
    let team = || part(Scale::Team, TEAM, Tie::Member);
    let many = || vec![team(), part(Scale::Place, LONG, Tie::Steward)];
    let mut all = vec![
        Sample::view("people/me/empty", me(Vec::new(), None)),
        Sample::view("people/me/person", page("person", Vec::new(), false, None)),
        Sample::view("people/me/one", me(vec![team()], Some(said::me_password_done()))),
        Sample::view("people/me/many", me(many(), Some(said::me_name_done()))),
    ];
    all.extend(password());
    all.extend(name());
    read_by(all, &[Kind::Worker, Kind::Person])
}

fn password() -> Vec<Sample> {
    let page = |filled: Filled<OwnPasswordForm>| OwnPasswordPage { filled };
    let (old, new) = ("password", "new-password");
    vec![
        Sample::page("people/me-password/empty", page(blank())),
        Sample::page("people/me-password/same", page(one_wrong(new, said::password_same()))),
        Sample::page("people/me-password/wrong", page(one_wrong(old, said::password_wrong()))),
        Sample::page(
            "people/me-password/short",
            page(one_wrong(new, said::password_short(SHORTEST))),
        ),
        Sample::page("people/me-password/long", page(one_wrong(new, said::password_long()))),
    ]
}

fn name() -> Vec<Sample> {
    let page = |filled: Filled<OwnNameForm>| OwnNamePage { filled };
    let long = OwnNameForm { name: LONG.to_owned(), ..OwnNameForm::default() };
    let taken = wrong(long, [("name", said::name_taken())]);
    vec![
        Sample::page("people/me-name/empty", page(blank())),
        Sample::page("people/me-name/wrong", page(one_wrong("password", said::password_wrong()))),
        Sample::page("people/me-name/taken", page(taken)),
    ]
}
