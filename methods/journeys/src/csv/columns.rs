//! Which column is what.

use std::borrow::Cow;

use ::csv::{ByteRecord, StringRecord};

use crate::{
    notes::Matter,
    read::Mapping,
    unreadable::{Place, Unreadable, Why},
};

use super::OF_CASE;

/// Names of the column that says whose event it is; the first that is there is taken.
const CASES: &[&str] = &[
    "case:concept:name",
    "case_id",
    "case id",
    "caseid",
    "case",
    "person_id",
    "person",
    "cluster_id",
    "source_person_id",
    "trace_id",
    "trace",
];
/// Names of the column that says what happened.
const ACTIVITIES: &[&str] =
    &["concept:name", "activity", "activity_name", "event_type", "event_name", "event", "task"];
/// Names of the column that says when.
const TIMES: &[&str] = &[
    "time:timestamp",
    "timestamp",
    "time",
    "event_start",
    "event_time",
    "datetime",
    "date_time",
    "start_time",
    "start",
    "date",
];
/// The column of an extract of interactions with services that numbers persons, each source for itself.
const NUMBERED: &str = "source_person_id";
/// The columns of such an extract that say which source.
const SOURCES: &[&str] = &["source_agency", "source_system"];
/// The columns of such an extract that together say what happened.
const SERVICE_AND_KIND: &[&str] = &["service", "kind"];

/// A column that says something more.
pub(crate) struct Said {
    pub(crate) column: usize,
    pub(crate) key: String,
    pub(crate) of_case: bool,
}

/// What the columns of a file are.
pub(crate) struct Columns {
    case: usize,
    activity: Vec<usize>,
    time: usize,
    /// What else is said.
    pub(crate) said: Vec<Said>,
    /// Where persons are numbered by their source: the columns that name it, and the first source that was seen.
    sources: Vec<usize>,
    source: Option<String>,
    several: bool,
    taken: Matter,
}

/// A cell of a row.
pub(crate) fn cell(row: &ByteRecord, column: usize) -> &str {
    row.get(column).and_then(|cell| std::str::from_utf8(cell).ok()).unwrap_or_default()
}

struct Wanted<'a> {
    what: &'static str,
    asked: Option<&'a str>,
    common: &'a [&'a str],
}

impl Wanted<'_> {
    fn find(&self, names: &StringRecord) -> Result<usize, Unreadable> {
        let found = match self.asked {
            Some(asked) => {
                names.iter().position(|name| name == asked).or_else(|| common(names, &[asked]))
            }
            None => common(names, self.common),
        };
        found.ok_or_else(|| Unreadable {
            place: Place::Line(1),
            why: Why::Column(
                self.what,
                self.asked.map(str::to_owned),
                names.iter().map(str::to_owned).collect(),
            ),
        })
    }
}

/// The first of these names that a column has, small and large letters alike.
fn common(names: &StringRecord, known: &[&str]) -> Option<usize> {
    let at = |known: &&str| names.iter().position(|name| name.trim().eq_ignore_ascii_case(known));
    known.iter().find_map(at)
}

impl Columns {
    pub(crate) fn of(names: &StringRecord, mapping: &Mapping) -> Result<Self, Unreadable> {
        if names.iter().all(|name| name.trim().is_empty()) {
            return Err(Unreadable::file(Why::Empty));
        }
        let wanted = |what, asked, common| Wanted { what, asked, common };
        let case = wanted("case", mapping.case.as_deref(), CASES).find(names)?;
        let time = wanted("time", mapping.time.as_deref(), TIMES).find(names)?;
        let activity = Self::activities(names, mapping)?;
        let title = |at: &usize| names.get(*at).unwrap_or_default();
        let numbered = mapping.case.is_none() && title(&case).eq_ignore_ascii_case(NUMBERED);
        let of_source = SOURCES.iter().filter_map(|known| common(names, &[known]));
        let sources = if numbered { of_source.collect() } else { Vec::new() };
        let words: Vec<&str> = activity.iter().map(title).collect();
        let taken =
            Matter::Columns(title(&case).to_owned(), words.join(" and "), title(&time).to_owned());
        let said = said(names, case, &activity, time);
        Ok(Self { case, activity, time, said, sources, source: None, several: false, taken })
    }

    fn activities(names: &StringRecord, mapping: &Mapping) -> Result<Vec<usize>, Unreadable> {
        let asked = mapping.activity.as_deref();
        let one = Wanted { what: "activity", asked, common: ACTIVITIES }.find(names);
        let both: Vec<usize> =
            SERVICE_AND_KIND.iter().filter_map(|known| common(names, &[known])).collect();
        match one {
            Ok(one) => Ok(vec![one]),
            Err(_) if asked.is_none() && !both.is_empty() => Ok(both),
            Err(why) => Err(why),
        }
    }

    /// Looks whether the persons of a file are numbered by several sources.
    pub(crate) fn look_at_source(&mut self, row: &ByteRecord) {
        if self.sources.is_empty() || self.several {
            return;
        }
        let source = self.source(row);
        match &self.source {
            None => self.source = Some(source),
            Some(first) => self.several = *first != source,
        }
    }

    fn source(&self, row: &ByteRecord) -> String {
        let parts: Vec<&str> = self.sources.iter().map(|at| cell(row, *at)).collect();
        parts.join("/")
    }

    /// What was taken for granted.
    pub(crate) fn notes(&self) -> impl Iterator<Item = Matter> {
        let sources = self.several.then_some(Matter::Sources);
        [self.taken.clone()].into_iter().chain(sources)
    }

    /// Whose event a row is.
    pub(crate) fn case<'a>(&self, row: &'a ByteRecord) -> Cow<'a, str> {
        let case = cell(row, self.case);
        if self.several && !case.is_empty() {
            return Cow::Owned(format!("{}/{case}", self.source(row)));
        }
        Cow::Borrowed(case)
    }

    /// What happened.
    pub(crate) fn activity<'a>(&self, row: &'a ByteRecord) -> Cow<'a, str> {
        if let [one] = *self.activity {
            return Cow::Borrowed(cell(row, one));
        }
        let parts = self.activity.iter().map(|at| cell(row, *at));
        Cow::Owned(parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join(": "))
    }

    /// When.
    pub(crate) fn time<'a>(&self, row: &'a ByteRecord) -> &'a str {
        cell(row, self.time).trim()
    }
}

fn said(names: &StringRecord, case: usize, activity: &[usize], time: usize) -> Vec<Said> {
    // Where service and kind together say what happened, each is still worth keeping.
    let is_activity = |at| activity == [at];
    let others =
        names.iter().enumerate().filter(|(at, _)| *at != case && *at != time && !is_activity(*at));
    let said = |(column, name): (usize, &str)| {
        let key = name.strip_prefix(OF_CASE);
        Said { column, key: key.unwrap_or(name).to_owned(), of_case: key.is_some() }
    };
    others.map(said).collect()
}
