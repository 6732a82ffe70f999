//! A log in another format.

use journeys::{Contents, Notes, Unreadable, csv, ocel, xes};

use super::{Format, cases};

/// A log as it is written, and what was found on the way.
pub(super) struct Written {
    pub(super) text: String,
    pub(super) notes: Notes,
}

pub(super) fn convert(
    contents: Contents,
    to: Format,
    object_type: Option<&str>,
) -> Result<Written, Unreadable> {
    // A log of objects is written whole, unless the journeys of one type are asked for.
    let found = match contents {
        Contents::Objects(found) if matches!(to, Format::OcelJson) && object_type.is_none() => {
            return Ok(Written { text: ocel::write(&found.log), notes: found.notes });
        }
        other @ (Contents::Cases(_) | Contents::Objects(_)) => cases(other, object_type)?,
    };
    let (text, lost) = match to {
        Format::Xes => xes::write(&found.log),
        Format::Csv => csv::write(&found.log),
        Format::OcelJson => {
            let objects = ocel::from_log(&found.log);
            (ocel::write(&objects.log), objects.notes)
        }
    };
    let mut notes = found.notes;
    notes.join(lost);
    Ok(Written { text, notes })
}
