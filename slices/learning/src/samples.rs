//! Every page of this slice, in the states in which people meet it.

mod asking;
mod refused;
mod returning;
mod travelling;

use askama::Template;
use kernel::{Id, Moment};
use people::Scale;
use people::finder::{Finding, Sort};
use platform::{Filled, Form, Page, Sample};
use words::Text;

use crate::{
    drawn::GroundLine,
    model::{Answer, Kind},
    way::{BodyLine, ResponseLine, Step},
};

const LINE: &str = "Twenty minutes at the allotment on Tuesdays, with the bus fare from our money";
const STATEMENT: &str = "Company, not distance, decides whether people go";
const WORDS: &str = "Went further from home whenever somebody came along";
const LONG: &str = "Whoever has somebody to go with goes, whatever the weather, the distance, the bus, the \
                    hour and the pain, and whoever has nobody does not, even to Llanfairpwllgwyngyllgogery\
                    chwyrndrobwllllantysiliogogogoch, which is next door";

/// All of them.
pub fn samples() -> Vec<Sample> {
    let mut all = asking::samples();
    all.extend(travelling::samples());
    all.extend(returning::samples());
    all.extend(refused::samples());
    all
}

fn blank<F: Form>() -> Filled<F> {
    Filled::new("/sample", F::default())
}

fn holding<F: Form>(form: F) -> Filled<F> {
    Filled::new("/sample", form)
}

fn finding(sort: Sort, text: &str) -> Finding {
    Finding { sort, text: text.to_owned() }
}

/// One of each sort.
fn findings() -> Vec<Finding> {
    let all = [(Sort::Name, "Abdul"), (Sort::Date, "9 April"), (Sort::Place, "Ashwell")];
    all.map(|(sort, text)| finding(sort, text)).to_vec()
}

const fn id<T: ?Sized>(byte: u8) -> Id<T> {
    Id::from_bytes([byte; 16])
}

fn day(days: i64) -> Moment {
    Moment::from_micros(1_780_000_000_000_000).plus(days * kernel::SpanOf::DAY)
}

fn body(name: &str, scale: Scale) -> BodyLine {
    BodyLine { name: name.to_owned(), scale }
}

fn ground(byte: u8, asked: bool, answer: Option<Answer>) -> GroundLine {
    GroundLine {
        ground: id(byte),
        life: Some(id(byte)),
        who: Some("Jo".to_owned()),
        line: Some(LINE.to_owned()),
        words: Some(WORDS.to_owned()),
        asked,
        answer,
        before: false,
        asking: Some(id(byte)),
        beside: true,
    }
}

fn bare(byte: u8) -> GroundLine {
    let ground = ground(byte, false, None);
    GroundLine { words: None, before: byte == 2, ..ground }
}

fn longest(byte: u8) -> GroundLine {
    let long = || Some(LONG.to_owned());
    GroundLine { who: long(), line: long(), words: long(), ..ground(byte, false, None) }
}

fn unknown(byte: u8) -> GroundLine {
    let ground = ground(byte, true, None);
    GroundLine {
        life: None,
        who: None,
        line: None,
        words: None,
        asking: None,
        beside: false,
        ..ground
    }
}

fn every_state() -> Vec<GroundLine> {
    vec![
        bare(1),
        ground(2, false, None),
        ground(3, true, None),
        ground(4, true, Some(Answer::Agreed)),
        ground(5, true, Some(Answer::Told)),
        ground(6, true, Some(Answer::Refused)),
        unknown(7),
        GroundLine { before: true, ..ground(8, false, None) },
    ]
}

fn response(kind: Kind) -> ResponseLine {
    let some = |text: &str| Some(text.to_owned());
    let (was, now) = (some("Bus passes for appointments"), some("A fund for going with somebody"));
    let changed = kind == Kind::Changed;
    ResponseLine {
        kind,
        body: (!changed).then(|| "It holds for those who come to the hub, too.".to_owned()),
        tried: some("Fifty tickets for two").filter(|_| kind == Kind::Exploring),
        was: was.filter(|_| changed),
        now: now.filter(|_| changed),
        decided: some("Priya, Tom and Ines").filter(|_| changed),
        absent: some("The bus company").filter(|_| changed),
        exploration: None,
        at: day(40),
    }
}

/// The same with nothing but the longest words.
fn long_response(kind: Kind) -> ResponseLine {
    let mut response = response(kind);
    let ResponseLine { body, tried, was, now, decided, absent, .. } = &mut response;
    for text in [body, tried, was, now, decided, absent].into_iter().flatten() {
        LONG.clone_into(text);
    }
    response
}

/// The way that the longest words took, between those with the longest names.
fn long_way() -> Vec<Step> {
    let long = body(LONG, Scale::Organisation);
    let meant = |kind| Step::Meant { to: long.clone(), response: long_response(kind) };
    let (from, to, question) = (long.clone(), long.clone(), Some(LONG.to_owned()));
    let mut steps = vec![Step::Noticed { lives: None }];
    steps.push(Step::Passed { from, to, question, at: day(10) });
    steps.extend(Kind::ALL.map(meant));
    steps
}

fn way(lives: Option<usize>) -> Vec<Step> {
    let (team, place) = (body("Riverside", Scale::Team), body("Ashwell", Scale::Place));
    let passed = |from: &BodyLine, to: &BodyLine, question: Option<&str>| Step::Passed {
        from: from.clone(),
        to: to.clone(),
        question: question.map(str::to_owned),
        at: day(10),
    };
    let country = body("Northland", Scale::Country);
    let mut steps = vec![Step::Noticed { lives }, passed(&team, &place, None)];
    let all = Kind::ALL.into_iter();
    steps.extend(all.map(|it| Step::Meant { to: place.clone(), response: response(it) }));
    steps.push(passed(&place, &country, Some("What would have to change in your rules?")));
    steps
}

/// A panel, standing alone on a page, under the heading that the page around it would have.
#[derive(Debug, Template)]
#[template(source = "<h1 class=\"govuk-heading-xl\">{{ heading }}</h1>{{ panel }}", ext = "html")]
struct Alone {
    heading: Text,
    panel: ui::Part,
}

impl Page for Alone {
    fn title(&self) -> Text {
        self.heading.clone()
    }
}
