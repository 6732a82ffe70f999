use kernel::{Id, Moment};
use sqlx::{Row as _, postgres::PgRow};

use super::{DbError, file::Values};

/// A row coming out.
#[derive(Debug)]
#[non_exhaustive]
pub enum Row {
    /// From SQLite.
    Sqlite(Values),
    /// From PostgreSQL.
    Postgres(PgRow),
}

impl Row {
    /// Reads one column into a type that cannot hold nonsense.
    pub fn get<T: FromColumn>(&self, column: &str) -> Result<T, DbError> {
        T::from_column(self, column)
    }
}

/// A type that a column can be read into.
pub trait FromColumn: Sized {
    /// Reads it, or says the column is unreadable.
    fn from_column(row: &Row, column: &str) -> Result<Self, DbError>;
}

macro_rules! plain {
    ($($ty:ty),+) => {$(
        impl FromColumn for $ty {
            fn from_column(row: &Row, column: &str) -> Result<Self, DbError> {
                Ok(match row {
                    Row::Sqlite(values) => values.get(column)?,
                    Row::Postgres(row) => row.try_get(column)?,
                })
            }
        }
    )+};
}
plain!(String, i64, f64, bool, Vec<u8>);
plain!(Option<String>, Option<i64>, Option<f64>, Option<bool>, Option<Vec<u8>>);

impl<T: ?Sized> FromColumn for Id<T> {
    fn from_column(row: &Row, column: &str) -> Result<Self, DbError> {
        Self::parse(&row.get::<String>(column)?).ok_or_else(|| DbError::Unreadable(column.into()))
    }
}

impl<T: ?Sized> FromColumn for Option<Id<T>> {
    fn from_column(row: &Row, column: &str) -> Result<Self, DbError> {
        let Some(text) = row.get::<Option<String>>(column)? else { return Ok(None) };
        Id::parse(&text).map(Some).ok_or_else(|| DbError::Unreadable(column.into()))
    }
}

impl FromColumn for Moment {
    fn from_column(row: &Row, column: &str) -> Result<Self, DbError> {
        row.get(column).map(Self::from_micros)
    }
}

impl FromColumn for Option<Moment> {
    fn from_column(row: &Row, column: &str) -> Result<Self, DbError> {
        Ok(row.get::<Option<i64>>(column)?.map(Moment::from_micros))
    }
}
