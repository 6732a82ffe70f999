//! What is said of a case, an event or an object: a key and a value of one of the types that XES and OCEL know.

use std::fmt;

use crate::{
    moment::Moment,
    names::{Name, Names},
};

/// The deepest that an attribute may stand within attributes. Logs in use go one or two deep; what is deeper is refused.
pub const DEEPEST: u8 = 32;

/// The value of an attribute.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Value {
    /// A text, kept in the log's `texts`.
    Text(Name),
    /// A moment.
    Time(Moment),
    /// A whole number.
    Integer(i64),
    /// A number.
    Real(f64),
    /// Yes or no.
    Boolean(bool),
    /// The identity of something, kept in the log's `texts`.
    Id(Name),
    /// A list: its elements stand one level deeper, within [`Value::Values`].
    List,
    /// The elements of a list. It has no key.
    Values,
    /// A bag of attributes, which stand one level deeper.
    Container,
}

impl Value {
    /// Whether it only holds other attributes.
    pub fn holds(self) -> bool {
        matches!(self, Self::List | Self::Values | Self::Container)
    }

    /// Whether it says the same as another; two numbers that are missing do.
    pub(crate) fn says(self, other: Self) -> bool {
        let missing = |value| matches!(value, Self::Real(number) if number.is_nan());
        self == other || (missing(self) && missing(other))
    }

    /// The type that OCEL 2.0 has for it.
    pub fn kind(self) -> Type {
        match self {
            Self::Time(_) => Type::Time,
            Self::Integer(_) => Type::Integer,
            Self::Real(_) => Type::Real,
            Self::Boolean(_) => Type::Boolean,
            Self::Text(_) | Self::Id(_) | Self::List | Self::Values | Self::Container => Type::Text,
        }
    }

    /// The value as it is written in a file.
    pub fn written(self, texts: &Names) -> Written<'_> {
        Written(self, texts)
    }
}

/// A value as it is written in a file: moments as RFC 3339, numbers so that the same number is read back.
#[derive(Clone, Copy, Debug)]
pub struct Written<'a>(Value, &'a Names);

impl fmt::Display for Written<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Value::Text(name) | Value::Id(name) => f.write_str(self.1.text(name)),
            Value::Time(moment) => moment.fmt(f),
            Value::Integer(number) => number.fmt(f),
            Value::Real(number) if number.is_infinite() => {
                f.write_str(if number > 0.0 { "INF" } else { "-INF" })
            }
            // `{:?}` is the shortest text that is read back as this number, and keeps the mark of a number that is not whole.
            Value::Real(number) => write!(f, "{number:?}"),
            Value::Boolean(yes) => yes.fmt(f),
            Value::List | Value::Values | Value::Container => Ok(()),
        }
    }
}

/// The type of an attribute, as OCEL 2.0 declares it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Type {
    /// `string`
    Text,
    /// `time`
    Time,
    /// `integer`
    Integer,
    /// `float`
    Real,
    /// `boolean`
    Boolean,
}

impl Type {
    /// The word that OCEL 2.0 has for it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Text => "string",
            Self::Time => "time",
            Self::Integer => "integer",
            Self::Real => "float",
            Self::Boolean => "boolean",
        }
    }

    /// The type of an OCEL word, also of the words that exporters use instead of those in the standard.
    pub fn of(word: &str) -> Option<Self> {
        Some(match word.to_ascii_lowercase().as_str() {
            "string" | "text" | "varchar" => Self::Text,
            "time" | "date" | "timestamp" | "datetime" => Self::Time,
            "integer" | "int" | "bigint" => Self::Integer,
            "float" | "real" | "double" => Self::Real,
            "boolean" | "bool" => Self::Boolean,
            _ => return None,
        })
    }

    /// The value of a text that is declared to be of this type; nothing if it is not.
    pub fn read(self, text: &str, texts: &mut Names) -> Option<Value> {
        Some(match self {
            Self::Text => Value::Text(texts.keep(text)),
            Self::Time => Value::Time(Moment::read(text)?.moment),
            Self::Integer => Value::Integer(text.trim().parse().ok()?),
            Self::Real => Value::Real(real(text.trim())?),
            Self::Boolean => Value::Boolean(boolean(text.trim())?),
        })
    }
}

/// A number as XML Schema writes it, or as Python does: pm4py writes `nan` for each number that is missing.
pub(crate) fn real(text: &str) -> Option<f64> {
    let finite = |number: &f64| number.is_finite();
    match text {
        "NaN" | "nan" => Some(f64::NAN),
        "INF" | "+INF" | "inf" => Some(f64::INFINITY),
        "-INF" | "-inf" => Some(f64::NEG_INFINITY),
        // Rust also reads `NAN` and `infinity`, and makes infinity of 1e999.
        other => other.parse().ok().filter(finite),
    }
}

/// Yes or no as XML Schema, JSON and Python write it.
pub(crate) fn boolean(text: &str) -> Option<bool> {
    match text {
        "true" | "True" | "TRUE" | "1" => Some(true),
        "false" | "False" | "FALSE" | "0" => Some(false),
        _ => None,
    }
}

/// One attribute. Attributes stand in a row, each followed by those within it, which have a greater level.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Attribute {
    /// Its key, in the log's `texts`.
    pub key: Name,
    /// How deep it stands: 0 on the thing itself, 1 within another attribute.
    pub level: u8,
    /// Its value.
    pub value: Value,
}
