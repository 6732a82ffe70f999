use std::{any::Any, sync::Arc};

use askama::Values;
use fluent_bundle::{FluentArgs, FluentValue};
use jiff::tz::TimeZone;
use kernel::Moment;

use crate::{Arg, Catalogue, Say, Text, days};

/// A language that pages can be read in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Language {
    /// English.
    #[default]
    English,
    /// English between brackets: what stands outside them was never in a catalogue.
    Pseudo,
}

impl Language {
    /// The language with this code.
    pub fn known(code: &str) -> Option<Self> {
        match code {
            "en" => Some(Self::English),
            "en-XA" => Some(Self::Pseudo),
            _ => None,
        }
    }

    /// Its code, as in `lang` of HTML.
    pub const fn code(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Pseudo => "en-XA",
        }
    }
}

/// How one page is said: its language, the place whose clock it goes by, and when it is read.
#[derive(Clone, Debug)]
pub struct Voice {
    catalogue: Arc<Catalogue>,
    language: Language,
    zone: TimeZone,
    now: Moment,
}

impl Voice {
    /// A voice.
    pub fn new(catalogue: Arc<Catalogue>, language: Language, zone: TimeZone, now: Moment) -> Self {
        Self { catalogue, language, zone, now }
    }

    /// The language.
    pub const fn language(&self) -> Language {
        self.language
    }

    /// The same voice, at another moment.
    #[must_use]
    pub fn at(&self, now: Moment) -> Self {
        Self { now, ..self.clone() }
    }

    /// The moment it is read.
    pub const fn now(&self) -> Moment {
        self.now
    }

    /// The time zone of the place.
    pub const fn zone(&self) -> &TimeZone {
        &self.zone
    }

    /// Says a sentence.
    pub fn say(&self, say: &Say) -> String {
        let plain = self.plain(say);
        match self.language {
            Language::English => plain,
            Language::Pseudo => format!("\u{27e6}{plain}\u{27e7}"),
        }
    }

    /// Says our sentence, or repeats somebody's own text.
    pub fn text(&self, text: &Text) -> String {
        match text {
            Text::Say(say) => self.say(say),
            Text::Own(own) => own.clone(),
        }
    }

    pub(crate) fn plain(&self, say: &Say) -> String {
        self.look_up(say).unwrap_or_else(|| say.key.to_owned())
    }

    fn look_up(&self, say: &Say) -> Option<String> {
        let bundle = self.catalogue.bundle(say.of, self.language)?;
        let pattern = bundle.get_message(say.key)?.value()?;
        if say.args.is_empty() {
            return Some(bundle.format_pattern(pattern, None, &mut Vec::new()).into_owned());
        }
        let mut args = FluentArgs::with_capacity(say.args.len());
        for (name, arg) in &say.args {
            args.set(*name, self.value(arg));
        }
        Some(bundle.format_pattern(pattern, Some(&args), &mut Vec::new()).into_owned())
    }

    fn value<'a>(&self, arg: &'a Arg) -> FluentValue<'a> {
        match arg {
            Arg::Text(text) => text.as_str().into(),
            Arg::Number(number) => (*number).into(),
            Arg::Day(moment) => days::day(self, *moment).into(),
            Arg::Time(moment) => days::time(self, *moment).into(),
            Arg::Clock(moment) => days::clock(self, *moment).into(),
            Arg::Say(say) => self.plain(say).into(),
        }
    }
}

impl Values for Voice {
    fn get_value<'a>(&'a self, key: &str) -> Option<&'a dyn Any> {
        (key == "voice").then_some(self as &dyn Any)
    }
}
