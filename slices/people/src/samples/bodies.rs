//! Bodies, who works in them, and who is brought in.

use platform::{Filled, Kind, Sample};

use super::{LONG, LONG_NAME, TEAM, blank, day, id, one_wrong, press, read_by, wrong};
use crate::{
    Called, Scale, Tie,
    bodies::{BodiesPage, BodyAddPage, BodyForm, BodyLine},
    body_people::{BodyPeoplePage, MemberLine, WaitingLine},
    bring_in::{BringInPage, PersonForm},
    code_anew::AnewPage,
    code_back::CodeBackPage,
    codes::{CodeLine, CodesPage},
    colleagues::Colleague,
    end_membership::EndPage,
    name_lines::MOST,
    said,
};

pub(super) fn samples() -> Vec<Sample> {
    let mut all = bodies();
    all.extend(bringing_in());
    let mut all = read_by(all, &[Kind::Administrator]);
    all.extend(people());
    all.extend(codes());
    let end = |team, body: &str, who: &str, tie| EndPage {
        filled: press(),
        body: body.to_owned(),
        team,
        who: who.into(),
        tie,
    };
    all.extend([
        Sample::page("people/membership-end", end(false, LONG, "Priya", Tie::Steward)),
        Sample::page("people/membership-end/governor", end(false, TEAM, "Gwen", Tie::Governor)),
        Sample::page("people/membership-end/team", end(true, TEAM, LONG_NAME, Tie::Member)),
    ]);
    all
}

fn bodies() -> Vec<Sample> {
    let line = |scale, name: &str| BodyLine { id: id(1), scale, name: name.to_owned() };
    let many = || vec![line(Scale::Country, "Albion"), line(Scale::Place, LONG)];
    let add = |filled: Filled<BodyForm>| BodyAddPage { filled, bodies: many() };
    let long = BodyForm { name: LONG.to_owned(), ..BodyForm::default() };
    let all_wrong = [
        ("scale", said::choose_scale()),
        ("within", said::choose_organisation()),
        ("place", said::not_there()),
    ];
    vec![
        Sample::view("people/bodies/empty", BodiesPage { bodies: Vec::new() }),
        Sample::view("people/bodies/one", BodiesPage { bodies: vec![line(Scale::Team, TEAM)] }),
        Sample::view("people/bodies/many", BodiesPage { bodies: many() }),
        Sample::page("people/body-add/empty", add(blank())),
        Sample::page("people/body-add/wrong", add(one_wrong("scale", said::choose_scale()))),
        Sample::page("people/body-add/long", add(wrong(long, all_wrong))),
    ]
}

fn people() -> Vec<Sample> {
    let page = |members, waiting, reads_out| BodyPeoplePage {
        id: id(2),
        scale: Scale::Team,
        name: TEAM.to_owned(),
        members,
        waiting,
        coordinates: true,
        arranges: false,
        reads_out,
    };
    let line = |name: &str, tie| MemberLine { id: id(3), account: id(4), tie, name: name.into() };
    let sam = || line("Sam", Tie::Coordinator);
    let wait = |name: &str, over| WaitingLine {
        invitation: id(5),
        account: id(6),
        ends_at: day(7),
        over,
        name: name.into(),
        may: true,
    };
    let many = vec![sam(), line(LONG_NAME, Tie::Lead), line("Una", Tie::Member)];
    let waiting = vec![wait("Una", false), wait(LONG_NAME, true)];
    vec![
        Sample::view("people/body/empty", page(Vec::new(), Vec::new(), false)),
        Sample::view("people/body/one", page(vec![sam()], vec![wait("Una", false)], false)),
        Sample::view("people/body/many", page(many, waiting, true)),
    ]
}

fn colleagues() -> Vec<Colleague> {
    let one = |byte, name: &str, bodies: &str| Colleague {
        account: id(byte),
        name: name.into(),
        bodies: bodies.to_owned(),
    };
    let both = format!("{TEAM}, {LONG}");
    vec![one(7, "Mo", "Hillside team"), one(8, "Mo", TEAM), one(9, LONG_NAME, &both)]
}

fn bringing_in() -> Vec<Sample> {
    let page = |filled, colleagues| BringInPage {
        filled,
        body: TEAM.to_owned(),
        ties: Scale::Team.ties().to_vec(),
        colleagues,
    };
    let typed = |called: &str| PersonForm {
        called: called.to_owned(),
        ties: vec!["member".to_owned(), "lead".to_owned()],
        account: vec![id::<()>(7).to_string()],
    };
    let lines = [
        ("called", said::line_long(1_usize, Called::MOST)),
        ("called", said::line_unseen(2_usize)),
        ("called", said::line_twice(3_usize, 4_usize)),
    ];
    let names = typed(&format!("{LONG_NAME}\n\tMax\nUna\nuna"));
    let many = format!("{}Una", "Una\n".repeat(MOST));
    let many = wrong(typed(&many), [("called", said::names_many(MOST + 1, MOST))]);
    let gone = [("account", said::not_there()), ("ties", said::tie_not_here())];
    let nobody = [("called", said::person_nobody()), ("ties", said::choose_tie())];
    let oneself = one_wrong("ties", said::tie_not_oneself());
    let add = |name, filled, colleagues| Sample::page(name, page(filled, colleagues));
    vec![
        add("people/bring-in/empty", blank(), Vec::new()),
        add("people/bring-in/colleagues", Filled::new("/sample", typed("Una")), colleagues()),
        add("people/bring-in/kept", blank().with_kept(day(0)), colleagues()),
        add("people/bring-in/nobody", wrong(PersonForm::default(), nobody), colleagues()),
        add("people/bring-in/lines", wrong(names, lines), colleagues()),
        add("people/bring-in/too-many", many, Vec::new()),
        add("people/bring-in/gone", wrong(typed("Una"), gone), colleagues()),
        add("people/bring-in/oneself", oneself, colleagues()),
    ]
}

fn codes() -> Vec<Sample> {
    let page = |codes| CodesPage {
        name: TEAM.to_owned(),
        codes,
        url: "https://learn.example/join".to_owned(),
        body: id(2),
    };
    let line = |called: Option<&str>, code: &str| CodeLine {
        invitation: id(5),
        account: id(6),
        called: called.map(str::to_owned),
        code: code.to_owned(),
        ends_at: day(7),
    };
    let una = || line(Some("Una"), "abcde23456");
    let many = vec![una(), line(Some(LONG_NAME), "mnpqr78923"), line(None, "xyzab45678")];
    let anew = |name: &str| AnewPage { filled: press(), name: name.into() };
    let back = |name: &str| CodeBackPage { filled: press(), name: name.into() };
    vec![
        Sample::view("people/codes/empty", page(Vec::new())),
        Sample::view("people/codes/one", page(vec![una()])),
        Sample::view("people/codes/many", page(many)),
        Sample::page("people/code-anew", anew("Una")),
        Sample::page("people/code-anew/long", anew(LONG_NAME)),
        Sample::page("people/code-back", back("Una")),
        Sample::page("people/code-back/long", back(LONG_NAME)),
    ]
}
