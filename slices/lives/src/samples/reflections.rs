//! Private reflections, and copies of them.

use platform::{Form as _, Sample};

use super::{LONG, LONG_NAME, WENT, blank, day, holding_text, id, longer_than};
use crate::reflections::{
    mine::{MineLine, MinePage},
    share::{ShareForm, SharePage, parse},
    write::{LONGEST, ReflectionForm, WritePage},
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
    let mut all = vec![
        Sample::view("lives/reflections/none", page(Vec::new(), None)),
        Sample::view("lives/reflections/one", page(vec![line(2, WENT, &[])], None)),
        Sample::view("lives/reflections/many", page(many, Some("1"))),
        Sample::page("lives/reflection-write/empty", write(blank())),
        Sample::page(
            "lives/reflection-write/kept",
            write(holding_text(ReflectionForm::sample()).with_kept(day(0))),
        ),
        Sample::page("lives/reflection-write/wrong", write(blank().read_by(ReflectionForm::parse))),
    ];
    let long = holding_text(ReflectionForm { text: longer_than(LONGEST) });
    let long = long.read_by(ReflectionForm::parse);
    all.push(Sample::page("lives/reflection-write/too-long", write(long)));
    all.extend(sharing());
    all
}

fn sharing() -> Vec<Sample> {
    let teams = || vec![(id(7), "Riverside team".to_owned()), (id(8), LONG_NAME.to_owned())];
    let page = |filled, now: &str, teams| SharePage { filled, now: now.to_owned(), teams };
    let long = ShareForm { text: longer_than(LONGEST), ..ShareForm::sample() };
    vec![
        Sample::page("lives/reflection-share/fresh", page(blank(), LONG, teams())),
        Sample::page("lives/reflection-share/no-team", page(blank(), WENT, Vec::new())),
        Sample::page("lives/reflection-share/wrong", page(blank().read_by(parse), WENT, teams())),
        Sample::page(
            "lives/reflection-share/too-long",
            page(holding_text(long).read_by(parse), LONG, teams()),
        ),
    ]
}
