//! A log while it is read.

use std::collections::HashMap;

use foldhash::fast::RandomState;

use crate::{
    log::Log,
    moment::{self, Moment},
    names::Name,
    notes::{Matter, Notes},
    unreadable::Why,
    value::{Attribute, Value},
};

/// A log that was read, and what was found on the way.
#[derive(Clone, Debug, Default)]
pub struct Found {
    /// The log.
    pub log: Log,
    /// What whoever reads an answer should know.
    pub notes: Notes,
    /// What is said of each case under each key: how much was said of it before, and the value.
    known: HashMap<(Name, Name), (usize, Value), RandomState>,
}

impl Found {
    /// A moment, with a note where it names no zone or is cut.
    pub(crate) fn moment(&mut self, text: &str, line: Option<u64>) -> Result<Moment, Why> {
        moment_of(&mut self.notes, text, line)
    }

    /// The case of this name.
    pub(crate) fn case(&mut self, name: &str) -> Name {
        let case = self.log.cases.keep(name);
        if case.index() == self.log.of_cases.len() {
            self.log.of_cases.push(Vec::new());
        }
        case
    }

    /// Says of a case what was not said before.
    pub(crate) fn say_of_case(&mut self, case: Name, said: &[Attribute]) {
        let before = self.log.of_cases.get(case.index()).map_or(0, Vec::len);
        for piece in said.chunk_by(|_, next| next.level > 0) {
            let Some(first) = piece.first() else { continue };
            let (at, value) = *self.known.entry((case, first.key)).or_insert((before, first.value));
            if at < before {
                if !value.says(first.value) {
                    let key = self.log.texts.text(first.key).to_owned();
                    self.notes.add(Matter::Differs(key));
                }
            } else if let Some(known) = self.log.of_cases.get_mut(case.index()) {
                known.extend_from_slice(piece);
            }
        }
    }

    /// The log, set in order.
    pub(crate) fn done(mut self) -> Self {
        self.log.set_in_order();
        self.known = HashMap::default();
        let idle = self.log.all_cases().filter(|case| self.log.of_case(*case).is_empty()).count();
        self.notes.times(Matter::Idle, u64::try_from(idle).unwrap_or(u64::MAX), None);
        self
    }
}

/// A moment, with a note where it names no zone or is cut.
pub(crate) fn moment_of(notes: &mut Notes, text: &str, line: Option<u64>) -> Result<Moment, Why> {
    let moment::Read { moment, zoned, finer } =
        Moment::read(text).ok_or_else(|| Why::Time(text.to_owned()))?;
    if !zoned {
        notes.at(Matter::Zoneless, line);
    }
    if finer {
        notes.at(Matter::Finer, line);
    }
    Ok(moment)
}
