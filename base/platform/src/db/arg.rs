use kernel::{Id, Moment};

/// A value going in. A missing value keeps its type, which PostgreSQL insists on.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum Arg {
    /// Text or an id.
    Text(Option<String>),
    /// A whole number, a moment, an amount in pence.
    Int(Option<i64>),
    /// A measured number.
    Real(Option<f64>),
    /// Yes or no.
    Bool(Option<bool>),
    /// Sealed text, a hash.
    Bytes(Option<Vec<u8>>),
}

macro_rules! bind_all {
    ($query:expr, $args:expr) => {
        $args.into_iter().fold($query, |query, arg| match arg {
            Arg::Text(it) => query.bind(it),
            Arg::Int(it) => query.bind(it),
            Arg::Real(it) => query.bind(it),
            Arg::Bool(it) => query.bind(it),
            Arg::Bytes(it) => query.bind(it),
        })
    };
}
pub(super) use bind_all;

macro_rules! into_arg {
    ($($ty:ty => $variant:ident($it:ident) $convert:expr;)+) => {$(
        impl From<$ty> for Arg {
            fn from($it: $ty) -> Self {
                Self::$variant(Some($convert))
            }
        }
        impl From<Option<$ty>> for Arg {
            fn from(it: Option<$ty>) -> Self {
                Self::$variant(it.map(|$it| $convert))
            }
        }
    )+};
}
into_arg! {
    &str => Text(it) it.to_owned();
    String => Text(it) it;
    i64 => Int(it) it;
    f64 => Real(it) it;
    bool => Bool(it) it;
    Vec<u8> => Bytes(it) it;
    &[u8] => Bytes(it) it.to_vec();
    Moment => Int(it) it.micros();
}

impl<T: ?Sized> From<Id<T>> for Arg {
    fn from(it: Id<T>) -> Self {
        Self::Text(Some(it.to_string()))
    }
}
impl<T: ?Sized> From<Option<Id<T>>> for Arg {
    fn from(it: Option<Id<T>>) -> Self {
        Self::Text(it.map(|it| it.to_string()))
    }
}
