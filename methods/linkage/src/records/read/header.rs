//! Which column is which.

use csv::ByteRecord;

use super::Unreadable;
use crate::{
    Form,
    records::{Column, Taken},
};

/// Where the ids stand if nobody says so.
const IDS: [&str; 4] = ["record_id", "rec_id", "unique_id", "id"];

/// What was found in the line of headers.
pub(super) struct Header {
    /// The header of the ids.
    pub(super) id: String,
    pub(super) id_at: usize,
    /// Where in a row a column stands, and which of the model's it is.
    pub(super) places: Vec<(usize, usize)>,
    pub(super) taken: Vec<Taken>,
    pub(super) left: Vec<String>,
}

impl Header {
    pub(super) fn read(
        record: &ByteRecord,
        columns: &[Column],
        id: Option<&str>,
    ) -> Result<Self, Unreadable> {
        let headers: Vec<String> =
            record.iter().map(|field| String::from_utf8_lossy(field).trim().to_owned()).collect();
        if headers.iter().all(String::is_empty) {
            return Err(Unreadable::Empty);
        }
        let bare: Vec<String> = headers.iter().map(|header| bare(header)).collect();
        let id_at = find_id(&headers, &bare, id)?;
        let at = |header: &String| {
            bare.iter().position(|known| *known == self::bare(header)).filter(|at| *at != id_at)
        };
        let mut places: Vec<(usize, usize)> = Vec::new();
        for (column, known) in columns.iter().enumerate() {
            let free = |at: &usize| places.iter().all(|(taken, _)| taken != at);
            if let Some(at) = known.headers.iter().filter_map(at).find(free) {
                places.push((at, column));
            }
        }
        if places.is_empty() {
            return Err(Unreadable::NothingKnown { headers: headers.join(", ") });
        }
        let header_at = |at: usize| headers.get(at).cloned().unwrap_or_default();
        let name =
            |column: usize| columns.get(column).map(|known| known.name.clone()).unwrap_or_default();
        let taken = places
            .iter()
            .map(|(at, column)| Taken { column: name(*column), header: header_at(*at) });
        let taken = taken.collect();
        let unused = |at: &usize| *at != id_at && places.iter().all(|(taken, _)| taken != at);
        let left = (0..headers.len()).filter(unused).map(header_at).collect();
        Ok(Self { id: header_at(id_at), id_at, places, taken, left })
    }
}

/// Headers are known by their letters and digits, in either case.
fn bare(header: &str) -> String {
    let mut bare = String::new();
    Form::Postcode.write(header, &mut bare);
    bare
}

fn find_id(headers: &[String], bare: &[String], id: Option<&str>) -> Result<usize, Unreadable> {
    let find = |name: &str| bare.iter().position(|header| *header == self::bare(name));
    let known = || headers.join(", ");
    match id {
        Some(name) => find(name).ok_or_else(|| Unreadable::NoIdColumn {
            asked: Some(name.to_owned()),
            headers: known(),
        }),
        None => IDS
            .iter()
            .find_map(|name| find(name))
            .ok_or_else(|| Unreadable::NoIdColumn { asked: None, headers: known() }),
    }
}
