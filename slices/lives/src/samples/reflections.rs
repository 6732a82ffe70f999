//! Private reflections, and copies of them.

use platform::{Form as _, Sample};

use super::{LONG, LONG_NAME, WENT, blank, day, holding_text, id, too_long, wrong};
use crate::{
    reflections::{
        mine::{MineLine, MinePage},
        share::{ShareForm, SharePage},
        write::{LONGEST, ReflectionForm, WritePage},
    },
    said,
};

fn line(byte: u8, text: &str, teams: &[&str]) -> MineLine {
    let shared_with = teams.iter().copied().map(str::to_owned).collect();
    MineLine { id: id(byte), text: text.to_owned(), at: day(0), shared_with }
}

pub(super) fn samples() -> Vec<Sample> {
    let page =
        |reflections, next: Option<&str>| MinePage { reflections, next: next.map(str::to_owned) };
    let many = vec![
        line(2, WENT, &[]),
        line(3, LONG, &["Riverside team"]),
        line(4, WENT, &["Riverside team", LONG_NAME]),
    ];
    let write = |filled| WritePage { filled };
    let nothing = vec![("text", said::reflections_none())];
    let mut all = vec![
        Sample::view("lives/reflections/none", page(Vec::new(), None)),
        Sample::view("lives/reflections/one", page(vec![line(2, WENT, &[])], None)),
        Sample::view("lives/reflections/many", page(many, Some("1"))),
        Sample::page("lives/reflection-write/empty", write(blank())),
        Sample::page(
            "lives/reflection-write/kept",
            write(holding_text(ReflectionForm::sample()).with_kept(day(0))),
        ),
        Sample::page(
            "lives/reflection-write/wrong",
            write(wrong(ReflectionForm::default(), nothing)),
        ),
    ];
    let long = wrong(ReflectionForm { text: LONG.to_owned() }, too_long("text", LONGEST));
    all.push(Sample::page("lives/reflection-write/long", write(long)));
    all.extend(sharing());
    all
}

fn sharing() -> Vec<Sample> {
    let teams = || vec![(id(7), "Riverside team".to_owned()), (id(8), LONG_NAME.to_owned())];
    let page = |filled, now: &str, teams| SharePage { filled, now: now.to_owned(), teams };
    let problems = vec![("text", said::reflections_none()), ("team", said::share_team_choose())];
    vec![
        Sample::page("lives/reflection-share/fresh", page(blank(), LONG, teams())),
        Sample::page("lives/reflection-share/no-team", page(blank(), WENT, Vec::new())),
        Sample::page(
            "lives/reflection-share/wrong",
            page(wrong(ShareForm::default(), problems), WENT, teams()),
        ),
        Sample::page(
            "lives/reflection-share/long",
            page(wrong(ShareForm::sample(), too_long("text", LONGEST)), LONG, teams()),
        ),
    ]
}
