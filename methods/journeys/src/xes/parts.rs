//! Large logs, read in several parts at once.
//!
//! A part begins where `<trace` stands in the text. That may be within a comment, so it is only believed once the part before it, which
//! knows where it is, has come to exactly this place between two elements of the log. Wherever anything is not as in nearly all logs, the log
//! is read again from beginning to end: the answer is always the one that this gives, whatever the number of parts.

use std::thread::{Builder, scope};

use crate::{building::Found, log::Header, merge, notes::Matter, xml::Xml};

use super::Xes;

/// Shorter texts are read in one go.
pub(super) const LARGE: usize = 4 << 20;
/// How many parts are read at once.
pub(super) const PARTS: usize = 4;

/// Reads a log in parts; nothing where that cannot be done, or not surely.
pub(super) fn read(text: &str, parts: usize) -> Option<Found> {
    let starts = starts(text, parts);
    let ends = starts.iter().skip(1).copied().map(Some).chain([None]);
    let all = scope(|scope| {
        let mut running = Vec::with_capacity(starts.len());
        for (start, end) in starts.iter().copied().zip(ends) {
            let part = Builder::new().spawn_scoped(scope, move || part(text, start, end));
            running.push(part.ok()?);
        }
        let mut all: Option<Found> = None;
        for part in running {
            let found = part.join().ok()??;
            match &mut all {
                None => all = Some(found),
                Some(all) => join(all, found)?,
            }
        }
        all
    });
    all.map(Found::done)
}

/// Where the parts begin.
fn starts(text: &str, parts: usize) -> Vec<usize> {
    let mut starts = vec![0];
    for part in 1..parts {
        let from = text.floor_char_boundary(text.len() / parts * part);
        let found = text.get(from..).and_then(|rest| rest.find("<trace"));
        let start = found.map_or(0, |at| from + at);
        if starts.last().is_some_and(|last| *last < start) {
            starts.push(start);
        }
    }
    starts
}

fn part(text: &str, start: usize, end: Option<usize>) -> Option<Found> {
    let xml = if start == 0 { Xml::of(text) } else { Xml::within(text, start) };
    let mut xes = Xes::from(xml);
    let entered = start > 0 || xes.root().ok()?;
    (entered && xes.elements(end).ok()?).then_some(xes.found)
}

/// Adds a later part, if it says nothing that depends on what came before.
fn join(all: &mut Found, later: Found) -> Option<()> {
    let known = later.log.cases.iter().any(|name| all.log.cases.find(name).is_some());
    let unnamed = later.notes.iter().any(|(matter, _)| *matter == Matter::Unnamed);
    if known || unnamed || later.log.header != Header::default() {
        return None;
    }
    merge::add(all, &later, None);
    all.notes.join(later.notes);
    Some(())
}

#[cfg(test)]
mod tests {
    use mangled::mangled;
    use proptest::{
        prelude::{prop_assert_eq, proptest},
        test_runner::Config,
    };

    use super::{
        super::{whole, write},
        read,
    };
    use crate::building::Found;

    const RIVER: &[u8] = include_bytes!("../../data/river.xes");

    /// All that a log says.
    fn told(found: &Found) -> String {
        let log = &found.log;
        let names = |names: &crate::Names| names.iter().collect::<Vec<_>>().join("|");
        format!(
            "{} {} {} {:?} {:?} {:?}",
            write(log).0,
            names(&log.cases),
            names(&log.texts),
            log.case,
            log.order,
            found.notes
        )
    }

    #[test]
    fn a_log_is_read_in_parts() {
        let text = std::str::from_utf8(RIVER).unwrap();
        for parts in 1..6 {
            let found = read(text, parts).expect("nothing in it depends on what came before");
            assert_eq!(told(&found), told(&whole(text).unwrap()), "{parts}");
        }
    }

    #[test]
    fn a_part_never_begins_in_a_comment() {
        let text = format!("<log><trace/><!-- {} --></log>", "<trace><event/></trace>".repeat(20));
        assert!(read(&text, 3).is_none());
        let text =
            format!("<log><trace/><colour>{}</colour></log>", "<trace><event/></trace>".repeat(20));
        assert!(read(&text, 3).is_none());
    }

    #[test]
    fn what_depends_on_what_came_before_is_read_in_one_go() {
        let unnamed = format!("<log>{}</log>", "<trace><event/></trace>".repeat(20));
        assert!(read(&unnamed, 3).is_none());
        let same = format!(
            "<log>{}</log>",
            "<trace><string key=\"concept:name\" value=\"x\"/></trace>".repeat(20)
        );
        assert!(read(&same, 3).is_none());
    }

    proptest! {
        #![proptest_config(Config::with_cases(256))]
        #[test]
        fn parts_never_change_the_answer(bytes in mangled(&[RIVER]), parts in 2..6_usize) {
            if let Ok(text) = std::str::from_utf8(&bytes)
                && let Some(found) = read(text, parts)
            {
                prop_assert_eq!(Ok(told(&found)), whole(text).map(|found| told(&found)));
            }
        }
    }
}
