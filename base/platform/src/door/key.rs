use kernel::Id;

/// The named parts of a path, as they came.
#[derive(Clone, Debug, Default)]
pub struct Parts(Vec<(String, String)>);

impl Parts {
    pub(crate) fn new(parts: impl IntoIterator<Item = (String, String)>) -> Self {
        Self(parts.into_iter().collect())
    }

    /// The part with this name.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(it, _)| it == name).map(|(_, value)| value.as_str())
    }
}

/// How a request names the thing it is about.
pub trait Key: Clone + Send + Sync + 'static {
    /// Reads it from the path. `None` is answered like a thing that is not there.
    fn read(parts: &Parts) -> Option<Self>;

    /// What the journal writes as the thing.
    fn thing(&self) -> Option<String> {
        None
    }
}

/// Nothing in the path names a thing.
impl Key for () {
    fn read(_: &Parts) -> Option<Self> {
        Some(())
    }
}

/// A noun that has a place in paths: `{life}`, `{note}`.
pub trait Thing: 'static {
    /// The name of its part of the path.
    const PART: &'static str;
}

/// The one thing a path names.
#[derive(Debug)]
pub struct Of<T>(pub Id<T>);

impl<T> Clone for Of<T> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<T> Copy for Of<T> {}

impl<T: Thing> Key for Of<T> {
    fn read(parts: &Parts) -> Option<Self> {
        Id::parse(parts.get(T::PART)?).map(Self)
    }

    fn thing(&self) -> Option<String> {
        Some(self.0.to_string())
    }
}

/// A thing within a thing; the inner one is what the journal writes.
impl<A: Key, B: Key> Key for (A, B) {
    fn read(parts: &Parts) -> Option<Self> {
        Some((A::read(parts)?, B::read(parts)?))
    }

    fn thing(&self) -> Option<String> {
        self.1.thing().or_else(|| self.0.thing())
    }
}
