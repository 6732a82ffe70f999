//! The pages of this slice in the states that people meet.

mod bodies;
mod coming;
mod own;
mod walking;

use kernel::{Id, Moment, SpanOf};
use platform::{Failure, Filled, Form, Kind, Press, Problems, Sample};
use words::Say;

use crate::said;

const LONG: &str = "The North-Eastern Partnership for Neighbourhood Health, Housing, Work, Learning \
                    and Belonging in Greater Ashwell and the Fourteen Villages";
const LONG_NAME: &str = "Wolfeschlegelsteinhausenbergerdorff-Featherstonehaugh of Ashwell Parva";
const TEAM: &str = "Riverside team";

/// All of them.
pub fn samples() -> Vec<Sample> {
    let mut all = coming::samples();
    all.extend(own::samples());
    all.extend(bodies::samples());
    all.extend(walking::samples());
    let meanwhile = |(name, why)| Sample::refused(name, &Failure::Conflict(why));
    all.extend(
        [
            ("people/code-anew/meanwhile", said::code_not_waiting()),
            ("people/walk/meanwhile", said::walks_already()),
            ("people/walk-end/meanwhile", said::ended_already()),
            ("people/me-password/meanwhile", said::password_changed()),
        ]
        .map(meanwhile),
    );
    all
}

fn blank<F: Form>() -> Filled<F> {
    Filled::new("/sample", F::default())
}

fn press() -> Filled<Press> {
    blank()
}

/// A form as it was typed, with everything that is wrong with it.
fn wrong<F: Form>(form: F, wrong: impl IntoIterator<Item = (&'static str, Say)>) -> Filled<F> {
    let mut problems = Problems::none();
    for (field, what) in wrong {
        problems.take::<()>(field, Err(what));
    }
    Filled::new("/sample", form).with_problems(problems)
}

/// A blank form with one thing wrong.
fn one_wrong<F: Form>(field: &'static str, what: Say) -> Filled<F> {
    wrong(F::default(), [(field, what)])
}

/// Who reads them, all of them.
fn read_by(samples: Vec<Sample>, readers: &[Kind]) -> Vec<Sample> {
    samples.into_iter().map(|it| it.read_by(readers)).collect()
}

const fn id<T: ?Sized>(byte: u8) -> Id<T> {
    Id::from_bytes([byte; 16])
}

/// So many days after a day in June 2026.
fn day(days: i64) -> Moment {
    Moment::from_micros(1_780_000_000_000_000).plus(days * SpanOf::DAY)
}
