//! Models as files.

use std::fmt;

use super::Model;

/// The most bytes that the file of a model may have.
pub const LARGEST_MODEL: usize = 1 << 20;

const PEOPLE: &str = include_str!("../../data/people.toml");

/// Why a file is no model.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WrongModel(pub(super) String);

impl fmt::Display for WrongModel {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "this is not a model for linking records: {}", self.0)
    }
}

impl std::error::Error for WrongModel {}

impl Model {
    /// The general model for people that is shipped with this library.
    ///
    /// # Errors
    /// Never, as long as the tests of this library pass.
    pub fn people() -> Result<Self, WrongModel> {
        Self::from_toml(PEOPLE.as_bytes())
    }

    /// Reads a model from TOML.
    ///
    /// # Errors
    /// What is wrong with it, and where.
    pub fn from_toml(bytes: &[u8]) -> Result<Self, WrongModel> {
        let text =
            std::str::from_utf8(bounded(bytes)?).map_err(|why| WrongModel(why.to_string()))?;
        super::nesting::bounded(text)?;
        let model: Self =
            toml::from_str(text).map_err(|why| WrongModel(why.to_string().trim().to_owned()))?;
        model.checked()
    }

    /// Reads a model from JSON.
    ///
    /// # Errors
    /// What is wrong with it, and where.
    pub fn from_json(bytes: &[u8]) -> Result<Self, WrongModel> {
        let model: Self =
            serde_json::from_slice(bounded(bytes)?).map_err(|why| WrongModel(why.to_string()))?;
        model.checked()
    }

    /// Reads a model from either: JSON begins with a brace.
    ///
    /// # Errors
    /// What is wrong with it, and where.
    pub fn read(bytes: &[u8]) -> Result<Self, WrongModel> {
        let first = bytes.iter().find(|byte| !byte.is_ascii_whitespace());
        if first == Some(&b'{') { Self::from_json(bytes) } else { Self::from_toml(bytes) }
    }

    /// The model as JSON, with two blanks for each depth.
    ///
    /// # Errors
    /// None that a checked model can meet.
    pub fn to_json(&self) -> Result<String, WrongModel> {
        serde_json::to_string_pretty(self).map_err(|why| WrongModel(why.to_string()))
    }

    /// The model as TOML.
    ///
    /// # Errors
    /// None that a checked model can meet.
    pub fn to_toml(&self) -> Result<String, WrongModel> {
        toml::to_string(self).map_err(|why| WrongModel(why.to_string()))
    }
}

fn bounded(bytes: &[u8]) -> Result<&[u8], WrongModel> {
    if bytes.len() > LARGEST_MODEL {
        return Err(WrongModel(String::from("it is larger than 1 MiB")));
    }
    Ok(bytes)
}
