//! Numbers and moments that a server writes now as a number and now as a text.

use std::fmt;

use serde::{
    Deserialize, Deserializer,
    de::{self, Visitor},
};

use crate::read::cells::whole_of;

/// A number, also where it stands as a text.
pub(super) struct Amount(pub(super) f64);

/// A moment in milliseconds since 1970, written as a number, as a text, or as a date and time.
pub(super) struct Moment(pub(super) i64);

impl<'de> Deserialize<'de> for Amount {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_any(AnyAmount)
    }
}

struct AnyAmount;

impl Visitor<'_> for AnyAmount {
    type Value = Amount;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a number")
    }

    fn visit_i64<E: de::Error>(self, number: i64) -> Result<Amount, E> {
        self.visit_str(&number.to_string())
    }

    fn visit_u64<E: de::Error>(self, number: u64) -> Result<Amount, E> {
        self.visit_str(&number.to_string())
    }

    fn visit_f64<E: de::Error>(self, number: f64) -> Result<Amount, E> {
        Ok(Amount(number))
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Amount, E> {
        let number = text.trim().parse::<f64>().ok().filter(|number| number.is_finite());
        number.map(Amount).ok_or_else(|| E::invalid_value(de::Unexpected::Str(text), &self))
    }
}

impl<'de> Deserialize<'de> for Moment {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_any(AnyMoment)
    }
}

struct AnyMoment;

impl Visitor<'_> for AnyMoment {
    type Value = Moment;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a moment: milliseconds since 1970, or a date and time")
    }

    fn visit_i64<E: de::Error>(self, number: i64) -> Result<Moment, E> {
        Ok(Moment(number))
    }

    fn visit_u64<E: de::Error>(self, number: u64) -> Result<Moment, E> {
        i64::try_from(number)
            .map(Moment)
            .map_err(|_| E::invalid_value(de::Unexpected::Unsigned(number), &self))
    }

    fn visit_f64<E: de::Error>(self, number: f64) -> Result<Moment, E> {
        let wrong = || E::invalid_value(de::Unexpected::Float(number), &self);
        whole_of(number).map(Moment).ok_or_else(wrong)
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Moment, E> {
        let number = text.trim().parse::<i64>().ok();
        let number = number.or_else(|| text.trim().parse::<f64>().ok().and_then(whole_of));
        let dated = || text.parse::<jiff::Timestamp>().ok().map(jiff::Timestamp::as_millisecond);
        let wrong = || E::invalid_value(de::Unexpected::Str(text), &self);
        number.or_else(dated).map(Moment).ok_or_else(wrong)
    }
}
