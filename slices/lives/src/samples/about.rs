//! What matters, who is around, who has looked and who can see.

use kernel::SpanOf;
use platform::{Filled, Sample};
use words::{Arg, Say};

use super::{LONG, LONG_NAME, NAME, WENT, alone, blank, day, holding_text, id, longer_than};
use crate::{
    around::{AroundLine, AroundPanel, BesideLine, add},
    looking::{
        looked::{LookedLine, LookedPage},
        stretch::days,
        who_can_see::WhoCanSeePage,
    },
    matters::{
        MatterLine, MattersPanel,
        earlier::MattersPage,
        word::{LONGEST, MatterForm, WordPage, parse},
    },
    model::Whose,
    press::PressPage,
    said,
};

pub(super) fn samples() -> Vec<Sample> {
    let mut all = matters();
    all.extend(around());
    all.extend(looking());
    all
}

fn line(text: &str, whose: Whose, by: Say) -> MatterLine {
    let written_by = matches!(whose, Whose::WrittenDown).then(|| "Sam".to_owned());
    MatterLine { id: id(2), text: text.to_owned(), whose, written_by, at: day(0), by }
}

fn matters() -> Vec<Sample> {
    let words = "To go to the allotment again without planning it for three days.";
    let own = line(words, Whose::Own, said::matters_by_person(day(0), NAME));
    let told = line(WENT, Whose::Own, said::matters_told(day(-9), NAME, "Sam"));
    let long = line(LONG, Whose::WrittenDown, said::matters_written(day(-9), LONG_NAME, LONG_NAME));
    let page = |wordings, next: Option<&str>| MattersPage {
        wordings,
        next: next.map(str::to_owned),
        life: id(1),
        name: NAME.to_owned(),
    };
    let told_you = line(words, Whose::Own, said::matters_told_you(day(0), "Sam"));
    let written_you = line(LONG, Whose::WrittenDown, said::matters_written_you(day(-9), LONG_NAME));
    let mine = line(words, Whose::Own, said::matters_by_you(day(0)));
    vec![
        alone("lives/matters/none", MattersPanel::sample(None, true, false)),
        alone("lives/matters/none-own", MattersPanel::sample(None, true, true)),
        alone("lives/matters/own", MattersPanel::sample(Some(mine), true, true)),
        alone("lives/matters/told", MattersPanel::sample(Some(told_you), true, true)),
        alone("lives/matters/written", MattersPanel::sample(Some(written_you), true, true)),
        alone("lives/matters/one", MattersPanel::sample(Some(own.clone()), true, false)),
        alone("lives/matters/long", MattersPanel::sample(Some(long.clone()), false, false)),
        Sample::view("lives/matters-all/none", page(Vec::new(), None)),
        Sample::view("lives/matters-all/one", page(vec![own.clone()], None)),
        Sample::view("lives/matters-all/many", page(vec![own, told, long], Some("1"))),
        word("lives/matter-word/first", blank(), false, None),
        word("lives/matter-word/again", blank(), false, Some(words)),
        word("lives/matter-word/own", blank(), true, Some(words)),
        word("lives/matter-word/wrong", nothing_said(), false, None),
        word("lives/matter-word/too-long", long_words(), true, Some(LONG)),
        word("lives/matter-word/kept", kept(), true, Some(words)),
        word("lives/matter-word/stale", stale(words), false, Some(words)),
    ]
}

fn word(name: &'static str, filled: Filled<MatterForm>, own: bool, now: Option<&str>) -> Sample {
    let (now, seen) = (now.map(str::to_owned), String::new());
    Sample::page(name, WordPage { filled, life: id(1), name: NAME.to_owned(), own, now, seen })
}

fn nothing_said() -> Filled<MatterForm> {
    blank().read_by(|it| parse(it, false))
}

fn long_words() -> Filled<MatterForm> {
    let form = MatterForm { text: longer_than(LONGEST), ..MatterForm::default() };
    holding_text(form).read_by(|it| parse(it, true))
}

fn kept() -> Filled<MatterForm> {
    let form = MatterForm { text: LONG.to_owned(), ..MatterForm::default() };
    Filled::new("/sample", form).with_kept(day(0))
}

fn stale(theirs: &str) -> Filled<MatterForm> {
    let form = MatterForm { text: WENT.to_owned(), ..MatterForm::default() };
    Filled::new("/sample", form).with_theirs(theirs.to_owned())
}

fn named(byte: u8, name: &str, role: &str, contact: &str) -> AroundLine {
    let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    AroundLine { id: id(byte), name: name.to_owned(), role: some(role), contact: some(contact) }
}

fn beside(name: &str, alongside: bool) -> BesideLine {
    let (plain, called) = (Some(name.to_owned()), name.into());
    let walk = alongside.then(|| id(9));
    let came = name != LONG_NAME;
    BesideLine { name: plain, alongside, from: day(-90), came, walk, called }
}

fn around() -> Vec<Sample> {
    let panel = |beside, around, writes| AroundPanel { beside, around, life: id(1), writes };
    let abdul = named(2, "Abdul", "has the next allotment", "by the shed");
    let long = named(3, LONG_NAME, LONG, LONG);
    let form = |name, filled| Sample::page(name, add::AroundPage { filled, life: id(1) });
    let (name, role, contact) = (longer_than(80), longer_than(200), longer_than(300));
    let too_long = holding_text(add::AroundForm { name, role, contact });
    let many = vec![abdul.clone(), named(4, "Dr Mensah", "", ""), long];
    let end = PressPage {
        filled: blank(),
        title: said::around_end_title(),
        about: vec![said::around_end_about("Abdul")],
        button: said::around_end_button(),
        back: "/sample".to_owned(),
    };
    vec![
        alone("lives/around/none", panel(Vec::new(), Vec::new(), false)),
        alone("lives/around/one", panel(vec![beside("Sam", true)], vec![abdul], true)),
        alone(
            "lives/around/many",
            panel(
                vec![beside("Sam", true), beside("Rosa", false), beside(LONG_NAME, false)],
                many,
                true,
            ),
        ),
        form("lives/around-add/empty", blank()),
        form("lives/around-add/wrong", blank().read_by(add::AroundForm::parse)),
        form("lives/around-add/too-long", too_long.read_by(add::AroundForm::parse)),
        Sample::page("lives/around-end/ask", end),
    ]
}

/// Every act that is told of, as the person it touched reads it.
pub(super) fn told(acts: Vec<Say>) -> Sample {
    let line =
        |(days, act): (i64, Say)| looked_line(-days, LONG_NAME, said::looked_did(act, LONG_NAME));
    let lines: Vec<LookedLine> = (0..).zip(acts).map(line).collect();
    let days = days(&lines, |one, other| one == other);
    let name = NAME.to_owned();
    let page = LookedPage { days, lines, next: None, own: true, life: id(1), name };
    Sample::view("lives/looked/every-act", page)
}

fn looked_line(days: i64, who: &str, said: Say) -> LookedLine {
    LookedLine {
        at: day(days),
        who: Some(who.to_owned()),
        via: "session".to_owned(),
        action: Some("note.list".to_owned()),
        changed: false,
        account: Some(id(u8::try_from(who.len()).unwrap_or_default())),
        said,
    }
}

fn looking() -> Vec<Sample> {
    let page = |lines: Vec<LookedLine>, next: Option<&str>| LookedPage {
        own: next.is_none(),
        days: days(&lines, |one, other| one.plus(SpanOf::DAY) > other),
        lines,
        next: next.map(str::to_owned),
        life: id(1),
        name: NAME.to_owned(),
    };
    let read = || said::looked_did(said::act_note_list(), "Sam");
    let with_phone = said::looked_beside(NAME, said::act_matter_word(), "Sam");
    let later = LookedLine { at: day(0).plus(3 * SpanOf::HOUR), ..looked_line(0, "Sam", read()) };
    let many = vec![
        later,
        looked_line(0, "Sam", read()),
        looked_line(-1, "Sam", said::looked_opened("Sam")),
        looked_line(-1, "Sam", said::looked_beside_opened(NAME, said::somebody())),
        looked_line(-1, LONG_NAME, said::looked_token_opened(LONG_NAME)),
        looked_line(-1, "Sam", said::looked_program_opened()),
        looked_line(-2, "Sam", with_phone),
        looked_line(-3, LONG_NAME, said::looked_token(said::act_note_list(), LONG_NAME)),
        looked_line(-4, "Sam", said::looked_program(Arg::from(said::act_note_list()))),
    ];
    let see = |own, name: &str, beside| WhoCanSeePage {
        beside,
        team: Some("Riverside team".to_owned()),
        controller: Some(LONG_NAME.to_owned()),
        life: id(1),
        name: name.to_owned(),
        own,
        ends: true,
    };
    let both = || vec![beside("Sam", true), beside("Rosa", false), beside(LONG_NAME, false)];
    vec![
        Sample::view("lives/looked/none", page(Vec::new(), None)),
        Sample::view("lives/looked/one", page(vec![looked_line(0, "Sam", read())], None)),
        Sample::view("lives/looked/many", page(many, Some("1"))),
        Sample::view("lives/who-can-see/own", see(true, NAME, both())),
        Sample::view("lives/who-can-see/alongside", see(false, LONG_NAME, both())),
        Sample::view("lives/who-can-see/nobody", see(true, NAME, Vec::new())),
    ]
}
