//! What every form and verb of this slice is refused with. What is wrong with a form is found by reading
//! it, so that nothing stands here that nobody would be told.

use people::{
    Scale,
    finder::{Known, all_may_stay},
};
use platform::{Failure, Filled, Form as _, Sample};

use super::{LONG, SYSTEM, blank, holding};
use crate::{
    dissent::{DissentForm, DissentPage},
    edit_prompts::{EditForm, EditPage},
    end::{EndForm, EndPage},
    look_back::{LookForm, LookPage},
    open::{OpenForm, OpenPage},
    readers, said,
    start::{StartForm, StartPage},
    word::{WordForm, WordPage},
    write::{WriteForm, WritePage, no_such_question},
};

pub(super) fn samples() -> Vec<Sample> {
    let mut all = cycles();
    all.extend(steps());
    all.extend(purposes());
    all.extend(questions());
    all.extend(starting());
    all.extend(ending());
    let meanwhile = |name, why| Sample::refused(name, &Failure::Conflict(why));
    all.extend([
        meanwhile("cycles/agree/meanwhile", said::agreed_already()),
        meanwhile("cycles/end/meanwhile", said::ended_already()),
    ]);
    all
}

fn known() -> Known {
    Known::nothing().people(["Kit"])
}

/// More than so many characters.
fn longer_than(most: usize) -> String {
    LONG.repeat(most / LONG.chars().count() + 1)
}

fn cycles() -> Vec<Sample> {
    let open = |name, system: String| {
        let filled = holding(OpenForm { system }).read_by(OpenForm::parse);
        Sample::page(name, OpenPage { filled, body: LONG.to_owned() })
    };
    vec![open("cycles/open/wrong", String::new()), open("cycles/open/too-long", longer_than(200))]
}

fn steps() -> Vec<Sample> {
    let write = |name, filled: Filled<WriteForm>| {
        let (system, back) = (SYSTEM.to_owned(), "/".to_owned());
        let findings = filled.form.pointed_out(&known());
        let readers = readers::of_cycle(Scale::Organisation);
        let page = WritePage { filled, system, asked: None, back, readers, findings };
        Sample::page(name, page)
    };
    let names = WriteForm { text: "Kit goes on Fridays.".to_owned(), ..WriteForm::sample() };
    let left = |it: &WriteForm| all_may_stay(&it.pointed_out(&known()), &it.stays);
    let long =
        WriteForm { text: longer_than(20_000), source: longer_than(500), ..WriteForm::sample() };
    let gone = holding(WriteForm::sample()).with_problems(no_such_question());
    vec![
        write("cycles/write/wrong", blank().read_by(WriteForm::parse)),
        write("cycles/write/too-long", holding(long).read_by(WriteForm::parse)),
        write("cycles/write/no-such-question", gone),
        write("cycles/write/names", holding(names).read_by(left)),
    ]
}

fn purposes() -> Vec<Sample> {
    let word = |name, filled: Filled<WordForm>| {
        let (filled, back) = (filled.read_by(WordForm::parse), "/".to_owned());
        Sample::page(name, WordPage { filled, system: SYSTEM.to_owned(), back })
    };
    let dissent = |name, text: String| {
        let filled = holding(DissentForm { text }).read_by(DissentForm::parse);
        Sample::page(name, DissentPage { filled, words: LONG.to_owned(), back: "/".to_owned() })
    };
    let long =
        WordForm { text: longer_than(2_000), whose: longer_than(200), ..WordForm::default() };
    vec![
        word("cycles/word/wrong", blank()),
        word("cycles/word/too-long", holding(long)),
        dissent("cycles/dissent/wrong", String::new()),
        dissent("cycles/dissent/too-long", longer_than(5_000)),
    ]
}

fn questions() -> Vec<Sample> {
    let edit = |name, filled: Filled<EditForm>| {
        let filled = filled.read_by(EditForm::parse);
        Sample::page(name, EditPage { filled, scale: Scale::Place })
    };
    let wrong = EditForm {
        scale: "village".to_owned(),
        purpose: "What are we here for?\n".repeat(20),
        understand: LONG.repeat(3),
        embed: longer_than(7_200),
        ..EditForm::default()
    };
    let stale = holding(EditForm::sample()).with_theirs("What matters here?".to_owned());
    vec![
        edit("cycles/edit-prompts/wrong", holding(wrong)),
        edit("cycles/edit-prompts/meanwhile", stale),
    ]
}

fn starting() -> Vec<Sample> {
    let start = |name, form: StartForm| {
        let filled = holding(form).read_by(|it| it.parse(&jiff::tz::TimeZone::UTC));
        let (of, back) = (LONG.to_owned(), "/".to_owned());
        let (readers, findings) = (readers::of_cycle(Scale::Country), Vec::new());
        Sample::page(name, StartPage { filled, of, back, readers, findings })
    };
    let dated = |[day, month, year]: [&str; 3]| StartForm {
        line: LONG.to_owned(),
        look_day: day.to_owned(),
        look_month: month.to_owned(),
        look_year: year.to_owned(),
        ..StartForm::default()
    };
    let names = StartForm { line: "Kit goes on Fridays".to_owned(), ..StartForm::default() };
    let left = |it: &StartForm| all_may_stay(&it.pointed_out(&known()), &it.stays);
    let (of, back) = (SYSTEM.to_owned(), "/".to_owned());
    let (readers, findings) = (said::readers_place(), names.pointed_out(&known()));
    let filled = holding(names).read_by(left);
    let names = StartPage { filled, of, back, readers, findings };
    let long = StartForm {
        line: longer_than(500),
        hunch: longer_than(2_000),
        decided: longer_than(2_000),
        absent: longer_than(2_000),
        cost: longer_than(2_000),
        noticing: longer_than(2_000),
        stop_when: longer_than(2_000),
        ..StartForm::default()
    };
    vec![
        start("cycles/start/wrong", StartForm { line: String::new(), ..dated(["31", "2", ""]) }),
        start("cycles/start/no-number", dated(["three", "2", "2026"])),
        start("cycles/start/no-month", dated(["3", "14", "2026"])),
        start("cycles/start/short-year", dated(["3", "4", "26"])),
        start("cycles/start/no-year", dated(["3", "4", "202"])),
        start("cycles/start/no-day", dated(["31", "2", "2026"])),
        start("cycles/start/too-long", long),
        Sample::page("cycles/start/names", names),
    ]
}

fn ending() -> Vec<Sample> {
    let end = |name, ending: &str, (why, next): (String, String)| {
        let form = EndForm { ending: ending.to_owned(), why, next };
        let (filled, line) = (holding(form).read_by(EndForm::parse), LONG.to_owned());
        let (back, readers) = ("/".to_owned(), said::readers_life(LONG, LONG));
        Sample::page(name, EndPage { filled, line, back, readers })
    };
    let look = |name, text: String| {
        let form = LookForm { text, ..LookForm::sample() };
        let (filled, line) = (holding(form).read_by(LookForm::parse), LONG.to_owned());
        let (back, readers) = ("/".to_owned(), said::readers_life_you(LONG));
        Sample::page(name, LookPage { filled, line, noticing: None, back, readers })
    };
    vec![
        end("cycles/end/wrong", "", (String::new(), String::new())),
        end("cycles/end/too-long", "adapt", (longer_than(5_000), longer_than(500))),
        end("cycles/end/next-without-adapt", "keep", (String::new(), LONG.to_owned())),
        look("cycles/look-back/wrong", String::new()),
        look("cycles/look-back/too-long", longer_than(20_000)),
    ]
}
