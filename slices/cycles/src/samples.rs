//! The pages of this slice in the states that people meet.

mod cycles;
mod refused;
mod tried;

use askama::Template;
use kernel::{Id, Moment};
use platform::{Filled, Form, Page, Sample};
use words::Text;

const LONG: &str = "Twenty minutes at the allotment on Tuesdays, whatever the weather, with the bus \
                    fare from our money and with Abdul if he is there, and back before \
                    Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch gets too dark";
const SYSTEM: &str = "Living well in Riverside";

/// All of them.
pub fn samples() -> Vec<Sample> {
    let mut all = tried::samples();
    all.extend(cycles::samples());
    all.extend(refused::samples());
    all
}

fn blank<F: Form>() -> Filled<F> {
    Filled::new("/sample", F::default())
}

fn holding<F: Form>(form: F) -> Filled<F> {
    Filled::new("/sample", form)
}

const fn id<T>(byte: u8) -> Id<T> {
    Id::from_bytes([byte; 16])
}

fn day(days: i64) -> Moment {
    let noon = Moment::from_micros(1_780_000_000_000_000);
    noon.plus(days * kernel::SpanOf::DAY)
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
