//! The forms that values have, and how each is written so that equal values are equal texts.
//!
//! Every form trims, folds case and accents, and makes what says "nothing is known" empty. A value longer than [`LONGEST`]
//! bytes is cut there, so that no comparison takes time without bounds.

mod contact;
mod date;
mod list;
mod words;

use serde::{Deserialize, Serialize};

pub(crate) use list::{items, place};

/// How many bytes of a value are compared.
pub const LONGEST: usize = 200;

/// What kind of value a column holds, which decides how it is written before it is compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Form {
    /// A name of a person. All columns of this form share one set of values, so that they can be compared across.
    Name,
    /// Words: letters and digits with single blanks between.
    Text,
    /// A calendar date, as `yyyymmdd`. Read from `1971-06-24`, `19710624`, `24/06/1971`, `24 June 1971`.
    Date,
    /// A postcode or zip code: letters and digits without blanks.
    Postcode,
    /// A telephone number: digits, a British number with its leading 0.
    Phone,
    /// An address for electronic mail.
    Email,
    /// A number that an office gave: letters and digits. One that is a single digit repeated is nobody's.
    Identifier,
    /// Several values, between `|` or `;`, or as a JSON list. Kept in order, each once.
    List,
    /// A place on the earth: latitude and longitude in degrees.
    Place,
}

impl Form {
    /// Writes `raw` into `out` as this form has it; what says nothing, or cannot be of this form, stays empty.
    ///
    /// ```
    /// use linkage::Form;
    ///
    /// let mut out = String::new();
    /// Form::Date.write(" 24/06/1971 ", &mut out);
    /// assert_eq!(out, "19710624");
    /// Form::Name.write(" O'Brien-Müller ", &mut out);
    /// assert_eq!(out, "obrien muller");
    /// Form::Phone.write("+44 (0)7700 900123", &mut out);
    /// assert_eq!(out, "07700900123");
    /// ```
    pub fn write(self, raw: &str, out: &mut String) {
        out.clear();
        let raw = raw.trim();
        if raw.is_empty() {
            return;
        }
        match self {
            Self::Name | Self::Text => words::words(raw, out),
            Self::Date => date::date(raw, out),
            Self::Postcode => words::signs(raw, out),
            Self::Phone => contact::phone(raw, out),
            Self::Email => contact::email(raw, out),
            Self::Identifier => words::identifier(raw, out),
            Self::List => list::list(raw, out),
            Self::Place => list::write_place(raw, out),
        }
        if says_nothing(out) {
            out.clear();
        }
        cut(out);
    }
}

fn says_nothing(text: &str) -> bool {
    matches!(
        text,
        "unknown"
            | "not known"
            | "none"
            | "null"
            | "nan"
            | "na"
            | "n a"
            | "nil"
            | "not given"
            | "not recorded"
    )
}

fn cut(text: &mut String) {
    if text.len() > LONGEST {
        let end = (0..=LONGEST).rev().find(|end| text.is_char_boundary(*end)).unwrap_or(0);
        text.truncate(end);
    }
}
