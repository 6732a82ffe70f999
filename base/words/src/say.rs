use std::fmt;

use askama::{FastWritable, Values, get_value};
use kernel::Moment;

use crate::Voice;

/// A sentence of a catalogue and what it is about. It has no language yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Say {
    pub(crate) of: &'static str,
    pub(crate) key: &'static str,
    pub(crate) args: Vec<(&'static str, Arg)>,
}

/// Something a sentence names.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Arg {
    /// Somebody's own text, a name.
    Text(String),
    /// A whole number.
    Number(i64),
    /// A moment, said as a day: `today`, `26 March`.
    Day(Moment),
    /// A moment, said as a day and a time.
    Time(Moment),
    /// A moment, said as a time alone, where its day was said already.
    Clock(Moment),
    /// Another sentence.
    Say(Box<Say>),
}

impl Say {
    /// The sentence `key` of the slice `of`. Called by generated functions only.
    pub const fn new(of: &'static str, key: &'static str) -> Self {
        Self { of, key, args: Vec::new() }
    }

    /// Names what `$name` stands for.
    #[must_use]
    pub fn with(mut self, name: &'static str, arg: impl Into<Arg>) -> Self {
        self.args.push((name, arg.into()));
        self
    }

    /// The slice whose sentence it is.
    pub const fn slice(&self) -> &'static str {
        self.of
    }

    /// Its key, for logs and for machines.
    pub const fn key(&self) -> &'static str {
        self.key
    }
}

impl From<&str> for Arg {
    fn from(it: &str) -> Self {
        Self::Text(it.to_owned())
    }
}
impl From<&String> for Arg {
    fn from(it: &String) -> Self {
        Self::Text(it.clone())
    }
}
impl From<String> for Arg {
    fn from(it: String) -> Self {
        Self::Text(it)
    }
}
impl From<i64> for Arg {
    fn from(it: i64) -> Self {
        Self::Number(it)
    }
}
impl From<usize> for Arg {
    fn from(it: usize) -> Self {
        Self::Number(i64::try_from(it).unwrap_or(i64::MAX))
    }
}
impl From<Moment> for Arg {
    fn from(it: Moment) -> Self {
        Self::Day(it)
    }
}
impl From<Say> for Arg {
    fn from(it: Say) -> Self {
        Self::Say(Box::new(it))
    }
}
impl From<Text> for Arg {
    fn from(it: Text) -> Self {
        match it {
            Text::Say(say) => say.into(),
            Text::Own(own) => own.into(),
        }
    }
}

/// Our sentence, or somebody's own text.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Text {
    /// A sentence of ours.
    Say(Say),
    /// Text that people wrote.
    Own(String),
}

impl Text {
    /// True when there is nothing to read.
    pub const fn is_empty(&self) -> bool {
        match self {
            Self::Say(_) => false,
            Self::Own(text) => text.is_empty(),
        }
    }
}

impl From<Say> for Text {
    fn from(it: Say) -> Self {
        Self::Say(it)
    }
}
impl From<String> for Text {
    fn from(it: String) -> Self {
        Self::Own(it)
    }
}
impl From<&String> for Text {
    fn from(it: &String) -> Self {
        Self::Own(it.clone())
    }
}
impl From<&str> for Text {
    fn from(it: &str) -> Self {
        Self::Own(it.to_owned())
    }
}

impl fmt::Display for Say {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.key)
    }
}
impl FastWritable for Say {
    fn write_into(&self, to: &mut dyn fmt::Write, values: &dyn Values) -> askama::Result<()> {
        match get_value::<Voice>(values, "voice") {
            Ok(voice) => to.write_str(&voice.say(self))?,
            Err(_) => to.write_str(self.key)?,
        }
        Ok(())
    }
}
impl fmt::Display for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Say(say) => say.fmt(f),
            Self::Own(text) => f.write_str(text),
        }
    }
}
impl FastWritable for Text {
    fn write_into(&self, to: &mut dyn fmt::Write, values: &dyn Values) -> askama::Result<()> {
        match self {
            Self::Say(say) => say.write_into(to, values),
            Self::Own(text) => Ok(to.write_str(text)?),
        }
    }
}
