//! Reads the series of a CSV file.

use std::{collections::BTreeMap, io::Read as _};

use crate::{
    date::{Date, Exactness, NoDate, Written},
    series::Series,
    unreadable::Unreadable,
};

/// Which columns hold what.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Columns {
    /// The dates.
    pub date: String,
    /// The values.
    pub value: String,
    /// Out of how many, or over how much; only `p` and `u` charts need it.
    pub size: Option<String>,
    /// The columns that tell one series from another.
    pub by: Vec<String>,
}

/// The places of the columns.
struct Places {
    date: usize,
    value: usize,
    size: Option<usize>,
    by: Vec<usize>,
}

/// A row that has been read.
struct Row {
    line: u64,
    date: Date,
    value: Option<f64>,
    size: Option<f64>,
}

/// Reads series from CSV: UTF-8, names of columns on the first line, fields parted by commas, or by semicolons or tabs where the
/// first line has more of them outside quotation marks. Blanks around a field are dropped.
///
/// A value that is empty or `NA` is missing; so is one without its size, and 0 of 0. Infinities and `NaN` are no values. Dates are
/// ISO 8601 (a year, a month, a day, a time, a time with its zone) or `25/03/2017`, if it is clear from the column that the day
/// comes first. The order of the rows does not matter: series stand in the order of what tells them apart, points in order of time.
///
/// # Errors
/// What is wrong, and on which line. Two rows for one date in one series are refused, because their order would be left to chance.
pub fn read(file: &[u8], columns: &Columns) -> Result<Vec<Series>, Unreadable> {
    let file = file.strip_prefix(b"\xef\xbb\xbf").unwrap_or(file);
    let mut reader =
        csv::ReaderBuilder::new().delimiter(delimiter(file)).trim(csv::Trim::All).from_reader(file);
    let places = places(reader.headers().map_err(|why| broken(&why))?, columns)?;
    let mut groups: BTreeMap<Vec<String>, Vec<Row>> = BTreeMap::new();
    let mut calendar = Calendar::default();
    let mut record = csv::StringRecord::new();
    let mut last = csv::Position::new();
    while reader.read_record(&mut record).map_err(|why| broken(&why))? {
        last = record.position().cloned().unwrap_or(last);
        let row = row(&record, &places, columns, &mut calendar)?;
        let field = |place: &usize| record.get(*place).unwrap_or_default().to_owned();
        groups.entry(places.by.iter().map(field).collect()).or_default().push(row);
    }
    whole(file, &last)?;
    calendar.judge()?;
    groups.into_iter().map(|(by, rows)| series(by, rows, columns)).collect()
}

fn delimiter(file: &[u8]) -> u8 {
    let first = file.split(|byte| *byte == b'\n').next().unwrap_or_default();
    let outside = || first.split(|byte| *byte == b'"').step_by(2).flatten();
    let many = |mark: &u8| outside().filter(|byte| *byte == mark).count();
    // Of marks that are equally many, the last is taken.
    [b'\t', b';', b','].into_iter().max_by_key(many).unwrap_or(b',')
}

/// Refuses a file whose last row ends within quotation marks: rows that were to follow would silently be a part of it.
fn whole(file: &[u8], last: &csv::Position) -> Result<(), Unreadable> {
    let from = usize::try_from(last.byte()).unwrap_or(usize::MAX);
    let row = file.get(from..).unwrap_or_default();
    // Another row follows this one only if nothing is open in it.
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(delimiter(file))
        .has_headers(false)
        .flexible(true)
        .from_reader(row.chain(b"\nx".as_slice()));
    if reader.byte_records().take(2).count() < 2 {
        let why = "a quotation mark opens in this row, and none closes it";
        return Err(Unreadable::Row { line: Some(last.line()), why: why.to_owned() });
    }
    Ok(())
}

fn broken(why: &csv::Error) -> Unreadable {
    let line = why.position().map(csv::Position::line);
    let why = if let csv::ErrorKind::UnequalLengths { expected_len, len, .. } = why.kind() {
        format!("this row has {len} fields, and there are {expected_len} columns")
    } else if let csv::ErrorKind::Utf8 { .. } = why.kind() {
        String::from("this row is not UTF-8: save the file as UTF-8")
    } else {
        why.to_string()
    };
    Unreadable::Row { line, why }
}

fn places(names: &csv::StringRecord, columns: &Columns) -> Result<Places, Unreadable> {
    if names.iter().all(str::is_empty) {
        return Err(Unreadable::Empty);
    }
    let place = |asked: &String| {
        let mut found = names.iter().enumerate().filter(|(_, name)| *name == asked.trim());
        let there = || names.iter().map(str::to_owned).collect();
        let (at, _) = found
            .next()
            .ok_or_else(|| Unreadable::NoColumn { asked: asked.clone(), there: there() })?;
        if found.next().is_some() { Err(Unreadable::SameColumn(asked.clone())) } else { Ok(at) }
    };
    Ok(Places {
        date: place(&columns.date)?,
        value: place(&columns.value)?,
        size: columns.size.as_ref().map(place).transpose()?,
        by: columns.by.iter().map(place).collect::<Result<_, _>>()?,
    })
}

fn row(
    record: &csv::StringRecord,
    places: &Places,
    columns: &Columns,
    calendar: &mut Calendar,
) -> Result<Row, Unreadable> {
    let line = record.position().map_or(0, csv::Position::line);
    let text = |place: usize| record.get(place).unwrap_or_default();
    let date = calendar.read(text(places.date), line)?;
    let value = number(text(places.value), &columns.value, line)?;
    let size = match (places.size, &columns.size) {
        (Some(place), Some(column)) => number(text(place), column, line)?,
        (None, _) | (_, None) => None,
    };
    let nothing_of_nothing = value == Some(0.0) && size == Some(0.0);
    let no_size = places.size.is_some() && size.is_none();
    let value = value.filter(|_| !nothing_of_nothing && !no_size);
    Ok(Row { line, date, value, size })
}

fn number(text: &str, column: &str, line: u64) -> Result<Option<f64>, Unreadable> {
    if text.is_empty() || text == "NA" {
        return Ok(None);
    }
    let number = text.parse().ok().filter(|number: &f64| number.is_finite());
    let refused = || Unreadable::Number { line, column: column.to_owned(), text: text.to_owned() };
    // A nought has no sign here.
    number.map(|number| Some(number + 0.0)).ok_or_else(refused)
}

/// What the column of dates has shown so far.
#[derive(Default)]
struct Calendar {
    day_first: bool,
    open: Option<(u64, String)>,
    zone: Option<u64>,
    no_zone: Option<u64>,
}

impl Calendar {
    fn read(&mut self, text: &str, line: u64) -> Result<Date, Unreadable> {
        let refused = |why| Unreadable::Date { line, text: text.to_owned(), why };
        let date = match Date::written(text).map_err(refused)? {
            Written::Clear(date) => date,
            Written::DayFirst(date) => {
                self.day_first = true;
                date
            }
            Written::DayFirstPerhaps(date) => {
                self.open.get_or_insert_with(|| (line, text.to_owned()));
                date
            }
        };
        let zone = date.exactness() == Exactness::Instant;
        let seen = if zone { &mut self.zone } else { &mut self.no_zone };
        seen.get_or_insert(line);
        Ok(date)
    }

    fn judge(self) -> Result<(), Unreadable> {
        if let Some((line, text)) = self.open.filter(|_| !self.day_first) {
            return Err(Unreadable::Date { line, text, why: NoDate::DayOrMonth });
        }
        match (self.zone, self.no_zone) {
            (Some(with), Some(without)) => Err(Unreadable::Zones { with, without }),
            (None, _) | (_, None) => Ok(()),
        }
    }
}

fn series(by: Vec<String>, mut rows: Vec<Row>, columns: &Columns) -> Result<Series, Unreadable> {
    rows.sort_by(|a, b| (&a.date, a.line).cmp(&(&b.date, b.line)));
    let same = rows.iter().zip(rows.iter().skip(1)).find(|(a, b)| a.date.at() == b.date.at());
    if let Some((a, b)) = same {
        let lines = [a.line.min(b.line), a.line.max(b.line)];
        return Err(Unreadable::SameDate { date: b.date.to_string(), lines });
    }
    let mut series =
        Series { by: columns.by.iter().cloned().zip(by).collect(), ..Series::default() };
    for row in rows {
        let Some(value) = row.value else {
            series.missing.push(row.date);
            continue;
        };
        series.dates.push(row.date);
        series.values.push(value);
        series.lines.push(row.line);
        series.sizes.extend(row.size);
    }
    Ok(series)
}
