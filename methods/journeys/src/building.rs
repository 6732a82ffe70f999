//! A log while it is read.

use crate::{
    log::Log,
    moment::{self, Moment},
    names::Name,
    notes::{Matter, Notes},
    unreadable::Why,
    value::Attribute,
};

/// A log that was read, and what was found on the way.
#[derive(Clone, Debug, Default)]
pub struct Found {
    /// The log.
    pub log: Log,
    /// What whoever reads an answer should know.
    pub notes: Notes,
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
        let Some(known) = self.log.of_cases.get_mut(case.index()) else { return };
        if known.is_empty() {
            known.extend_from_slice(said);
            return;
        }
        let before = known.len();
        for piece in said.chunk_by(|_, next| next.level > 0) {
            let Some(first) = piece.first() else { continue };
            let same = |one: &&Attribute| one.level == 0 && one.key == first.key;
            match known.get(..before).unwrap_or_default().iter().find(same) {
                None => known.extend_from_slice(piece),
                Some(one) if one.value == first.value => {}
                Some(_) => self.notes.add(Matter::Differs(self.log.texts.text(first.key).to_owned())),
            }
        }
    }

    /// The log, set in order.
    pub(crate) fn done(mut self) -> Self {
        self.log.set_in_order();
        let idle = self.log.all_cases().filter(|case| self.log.of_case(*case).is_empty()).count();
        self.notes.times(Matter::Idle, u64::try_from(idle).unwrap_or(u64::MAX), None);
        self
    }
}

/// A moment, with a note where it names no zone or is cut.
pub(crate) fn moment_of(
    notes: &mut Notes,
    text: &str,
    line: Option<u64>,
) -> Result<Moment, Why> {
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
