//! What a comparison level asks of two values.
//!
//! In a model a test is a short text, such as `exact`, `jaro_winkler 0.92` or `same_parts 2 and exact of postcode`.

mod parse;
mod similarity;

use serde::{Deserialize, Serialize};

/// A question about the two values of one column.
#[derive(Clone, Debug, PartialEq)]
pub enum Ask {
    /// The values are equal: `exact`.
    Exact,
    /// The Jaro-Winkler similarity (Winkler 1990) is at least this: `jaro_winkler 0.92`.
    JaroWinkler(f64),
    /// At most so many signs are added, lost or changed (Levenshtein 1966): `levenshtein 2`.
    Levenshtein(usize),
    /// As Levenshtein, and two neighbours that changed places count once (Damerau 1964, optimal string alignment): `damerau 1`.
    Damerau(usize),
    /// One record's value is what the other has in that column: `swapped surname`.
    Swapped(String),
    /// One value is the first letter of the other: `initial`.
    Initial,
    /// One value is a usual short form of the other, or both are of a third: `nickname`.
    Nickname,
    /// Two dates are one with day and month exchanged: `day_month_swapped`.
    DayMonthSwapped,
    /// Two texts of one length differ in at most so many places: `digits 1`.
    Digits(usize),
    /// Of year, month and day at least so many agree: `same_parts 2`.
    SameParts(usize),
    /// Two dates share year and month: `same_month`.
    SameMonth,
    /// Two dates share their year: `same_year`.
    SameYear,
    /// The years of two dates are at most so far apart: `years 1`.
    Years(u32),
    /// Two e-mail addresses agree before the @: `same_local_part`.
    SameLocalPart,
    /// Two postcodes share their sector, all but the last two letters: `sector`.
    Sector,
    /// Two postcodes share their district, all but the last three signs: `district`.
    District,
    /// Two postcodes share their area, the letters at the front (where there are none, the first two digits): `area`.
    Area,
    /// Two lists share at least so many values: `shared 1`.
    Shared(usize),
    /// Two places are at most so many kilometres apart on the great circle: `within_km 5`.
    WithinKm(f64),
    /// Whatever is left: `else`.
    Otherwise,
}

/// A question, and the column it is asked of; without one it is the column of the comparison.
#[derive(Clone, Debug, PartialEq)]
pub struct Clause {
    /// What is asked.
    pub ask: Ask,
    /// Of which column.
    pub of: Option<String>,
}

/// Questions that must all be answered with yes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Test(pub Vec<Clause>);

impl Test {
    /// This is the level for equal values of the comparison's own column.
    pub fn is_exact(&self) -> bool {
        matches!(self.0.as_slice(), [Clause { ask: Ask::Exact, of: None }])
    }

    /// This is the level for whatever is left.
    pub fn is_otherwise(&self) -> bool {
        matches!(self.0.as_slice(), [Clause { ask: Ask::Otherwise, of: None }])
    }

    /// It can be answered from the two values of the comparison's own column.
    pub(crate) fn is_about_one_column(&self) -> bool {
        self.0.iter().all(|clause| clause.of.is_none() && !matches!(clause.ask, Ask::Swapped(_)))
    }
}
