//! The pages of this slice in the states that people meet.

mod about;
mod holding;
mod notes;
mod reflections;
mod refused;

use askama::Template;
use jiff::tz::TimeZone;
use kernel::{Id, Moment, SpanOf};
use platform::{Filled, Form, Here, Kind, Page, Sample};
use words::{Say, Text};

const LONG: &str = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch, and from there with \
                    Abdul’s grandmother’s neighbour to the allotment behind the Donaudampfschiff\
                    fahrtsgesellschaft, whatever the weather is like, and back before it gets dark.\n\n\
                    She said: “It was never about the distance. <b>It was about who is there.</b>”";
const NAME: &str = "Jo";
const LONG_NAME: &str = "Wolfeschlegelsteinhausenbergerdorff-Featherstonehaugh of Ashwell Parva";
const WENT: &str = "Went twice. Second time stayed an hour because Abdul was there.";

/// All of them; with what each act of every slice is called, for the list of who has looked.
pub fn samples(acts: Vec<Say>) -> Vec<Sample> {
    let mut all = read_by(about::samples(), &BOTH);
    all.extend(read_by(vec![about::told(acts)], &BOTH));
    all.extend(read_by(notes::samples(), &BOTH));
    all.extend(notes::of_workers());
    all.extend(holding::samples());
    all.extend(reflections::samples());
    all.extend(refused::samples());
    all
}

/// Who reads what stands on a person's page: whoever walks beside them, and the person.
const BOTH: [Kind; 2] = [Kind::Worker, Kind::Person];

fn read_by(samples: Vec<Sample>, readers: &[Kind]) -> Vec<Sample> {
    samples.into_iter().map(|it| it.read_by(readers)).collect()
}

fn blank<F: Form>() -> Filled<F> {
    Filled::new("/sample", F::default())
}

fn holding_text<F: Form>(form: F) -> Filled<F> {
    Filled::new("/sample", form)
}

/// More than so many characters.
fn longer_than(most: usize) -> String {
    LONG.repeat(most / LONG.chars().count() + 1)
}

/// When and where samples are read.
fn here() -> Here {
    Here::new(day(0), TimeZone::UTC)
}

const fn id<T>(byte: u8) -> Id<T> {
    Id::from_bytes([byte; 16])
}

/// So many days after a day in June 2026.
fn day(days: i64) -> Moment {
    Moment::from_micros(1_780_000_000_000_000).plus(days * SpanOf::DAY)
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
        crate::said::notes_all_title().into()
    }
}

fn alone(name: &'static str, panel: impl Template + Send + Sync + 'static) -> Sample {
    Sample::page(name, Alone { heading: NAME.into(), panel: ui::Part::of(panel) })
}
