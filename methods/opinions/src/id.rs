//! Who said it, and which statement: the names that a file gives.

use std::fmt;

use serde::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{self, Visitor},
};

/// The name of a participant or of a statement, as the file has it.
///
/// Numbers come before other names and are ordered by their value, so that 9 comes before 10.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Id {
    /// A whole number, written as one: `0`, `17`, `-3`.
    Number(i64),
    /// Anything else, `007` included, which is not the number 7.
    Text(Box<str>),
}

impl Id {
    /// Reads it from the bytes of a cell that are digits and nothing else, as nearly all are.
    pub(crate) fn of_digits(bytes: &[u8]) -> Option<Self> {
        let plain = bytes.len() < 19 && (bytes.first() != Some(&b'0') || bytes.len() == 1);
        if plain { digits(bytes).map(Self::Number) } else { None }
    }

    /// Reads it from the text of a cell.
    pub fn of(text: &str) -> Self {
        match text.parse::<i64>() {
            Ok(number) if plain(text) => Self::Number(number),
            Ok(_) | Err(_) => Self::Text(text.into()),
        }
    }
}

/// The number that at most 18 digits write; none where there is anything else, or nothing.
pub(crate) fn digits(bytes: &[u8]) -> Option<i64> {
    if bytes.is_empty() || bytes.len() > 18 {
        return None;
    }
    bytes.iter().try_fold(0_i64, |number, byte| {
        byte.is_ascii_digit().then(|| number * 10 + i64::from(byte - b'0'))
    })
}

/// Whether a number is written as we would write it, so that what was read can be written again as it was.
fn plain(text: &str) -> bool {
    let digits = text.strip_prefix('-').unwrap_or(text);
    digits == "0" && text == "0" || !digits.starts_with(['0', '+'])
}

impl From<i64> for Id {
    fn from(number: i64) -> Self {
        Self::Number(number)
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Number(number) => number.fmt(f),
            Self::Text(text) => text.fmt(f),
        }
    }
}

impl Serialize for Id {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Number(number) => to.serialize_i64(*number),
            Self::Text(text) => to.serialize_str(text),
        }
    }
}

impl<'de> Deserialize<'de> for Id {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_any(Named)
    }
}

struct Named;

impl Visitor<'_> for Named {
    type Value = Id;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an id: a whole number or a text")
    }

    fn visit_i64<E: de::Error>(self, number: i64) -> Result<Id, E> {
        Ok(Id::Number(number))
    }

    fn visit_u64<E: de::Error>(self, number: u64) -> Result<Id, E> {
        Ok(Id::of(&number.to_string()))
    }

    fn visit_f64<E: de::Error>(self, number: f64) -> Result<Id, E> {
        if number.fract() == 0.0 && number.abs() < 1e15 {
            return Ok(Id::of(&format!("{number:.0}")));
        }
        Err(E::invalid_value(de::Unexpected::Float(number), &self))
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Id, E> {
        Ok(Id::of(text))
    }
}

#[cfg(test)]
mod tests {
    use super::Id;

    #[test]
    fn a_number_is_one_only_when_it_is_written_as_one() {
        assert_eq!(Id::of("0"), Id::Number(0));
        assert_eq!(Id::of("-3"), Id::Number(-3));
        for text in ["007", "+7", "-0", "", " 7", "7 ", "99999999999999999999", "anna"] {
            assert_eq!(Id::of(text), Id::Text(text.into()), "{text:?}");
        }
        assert!(Id::of("9") < Id::of("10"), "by value");
        assert!(Id::of("10") < Id::of("007"), "numbers first");
    }

    #[test]
    fn digits_are_read_as_any_text_is() {
        for text in [
            "0",
            "7",
            "10",
            "999999999999999999",
            "007",
            "",
            "-3",
            "+7",
            "7a",
            " 7",
            "9999999999999999999",
        ] {
            let quick = Id::of_digits(text.as_bytes());
            assert!(quick.is_none_or(|id| id == Id::of(text)), "{text:?}");
        }
        assert_eq!(Id::of_digits(b"10"), Some(Id::Number(10)));
    }

    #[test]
    fn json_may_say_it_as_a_number_or_as_a_text() {
        let ids: Vec<Id> = serde_json::from_str(r#"[7, "7", 7.0, "a"]"#).unwrap();
        assert_eq!(ids, [Id::Number(7), Id::Number(7), Id::Number(7), Id::of("a")]);
        assert_eq!(serde_json::to_string(&ids).unwrap(), r#"[7,7,7,"a"]"#);
        assert!(serde_json::from_str::<Id>("7.5").is_err());
    }
}
