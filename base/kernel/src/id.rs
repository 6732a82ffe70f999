use std::{borrow::Cow, fmt, hash, marker::PhantomData};

use utoipa::{
    PartialSchema, ToSchema,
    openapi::{ObjectBuilder, RefOr, Schema, schema::Type},
};

use crate::hex::{hex, nibble};

/// The name of one `T`: a `UUIDv7` written as 32 hex characters, so that text order is the order
/// of making. An `Id<Note>` cannot be passed where an `Id<Life>` is wanted.
pub struct Id<T: ?Sized>([u8; 16], PhantomData<fn() -> *const T>);

impl<T: ?Sized> Id<T> {
    /// An id from its sixteen bytes. [`crate::Source::id`] is where new ones come from.
    pub const fn from_bytes(bytes: [u8; 16]) -> Self {
        Self(bytes, PhantomData)
    }

    /// The earliest id that could have been made at `moment`: what was made since then sorts after it.
    pub fn earliest_of(moment: crate::Moment) -> Self {
        let millis = moment.micros().max(0) / 1000;
        let mut bytes = [0; 16];
        for (to, from) in bytes.iter_mut().zip(millis.to_be_bytes().iter().skip(2)) {
            *to = *from;
        }
        Self::from_bytes(bytes)
    }

    /// Reads an id that came from outside: a path, a form, a row.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.as_bytes();
        if text.len() != 32 {
            return None;
        }
        let mut bytes = [0; 16];
        for (byte, pair) in bytes.iter_mut().zip(text.chunks_exact(2)) {
            let [high, low] = pair else { return None };
            *byte = nibble(*high)? << 4 | nibble(*low)?;
        }
        Some(Self::from_bytes(bytes))
    }

    /// The sixteen bytes.
    pub const fn as_bytes(&self) -> &[u8; 16] {
        &self.0
    }

    /// The same id, naming something of another kind: for a thing that is two things at once,
    /// such as a life and the subject of its key.
    pub const fn cast<U: ?Sized>(&self) -> Id<U> {
        Id::from_bytes(self.0)
    }
}

impl<T: ?Sized> Clone for Id<T> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<T: ?Sized> Copy for Id<T> {}
impl<T: ?Sized> PartialEq for Id<T> {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}
impl<T: ?Sized> Eq for Id<T> {}
impl<T: ?Sized> PartialOrd for Id<T> {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}
impl<T: ?Sized> Ord for Id<T> {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.0.cmp(&other.0)
    }
}
impl<T: ?Sized> hash::Hash for Id<T> {
    fn hash<H: hash::Hasher>(&self, state: &mut H) {
        self.0.hash(state);
    }
}
impl<T: ?Sized> fmt::Debug for Id<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}
impl<T: ?Sized> fmt::Display for Id<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&hex(&self.0))
    }
}
impl<T: ?Sized> serde::Serialize for Id<T> {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}
impl<'de, T: ?Sized> serde::Deserialize<'de> for Id<T> {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let text = Cow::<str>::deserialize(from)?;
        Self::parse(&text).ok_or_else(|| serde::de::Error::custom("an id is 32 hex characters"))
    }
}
impl<T: ?Sized> PartialSchema for Id<T> {
    fn schema() -> RefOr<Schema> {
        let text = ObjectBuilder::new().schema_type(Type::String);
        text.pattern(Some("^[0-9a-f]{32}$")).into()
    }
}
impl<T: ?Sized> ToSchema for Id<T> {
    fn name() -> Cow<'static, str> {
        "Id".into()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn what_is_written_is_read_back(bytes: [u8; 16]) {
            let id = Id::<u8>::from_bytes(bytes);
            prop_assert_eq!(Id::parse(&id.to_string()), Some(id));
        }

        #[test]
        fn text_order_is_byte_order(a: [u8; 16], b: [u8; 16]) {
            let (a, b) = (Id::<u8>::from_bytes(a), Id::<u8>::from_bytes(b));
            prop_assert_eq!(a.cmp(&b), a.to_string().cmp(&b.to_string()));
        }

        #[test]
        fn nothing_else_is_an_id(text in ".{0,40}") {
            let plain = text.len() == 32 && text.bytes().all(|it| it.is_ascii_hexdigit());
            prop_assert_eq!(Id::<u8>::parse(&text).is_some(), plain);
        }
    }
}
