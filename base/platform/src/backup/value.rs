use serde_json::Value;

use super::{Table, Type};
use crate::{DbError, Row, db::Arg};

/// One value on its way out. Bytes are base64 in an object, so that they cannot be taken for text.
pub(super) fn read(row: &Row, column: &str, kind: Type) -> Result<Value, DbError> {
    Ok(match kind {
        Type::Text => row.get::<Option<String>>(column)?.into(),
        Type::Bigint => row.get::<Option<i64>>(column)?.into(),
        Type::Double => row.get::<Option<f64>>(column)?.into(),
        Type::Boolean => row.get::<Option<bool>>(column)?.into(),
        Type::Bytea => match row.get::<Option<Vec<u8>>>(column)? {
            Some(bytes) => serde_json::json!({ "b64": data_encoding::BASE64.encode(&bytes) }),
            None => Value::Null,
        },
    })
}

/// One row on its way in.
pub(super) fn parse(table: &Table, text: &str) -> Result<Vec<Arg>, String> {
    let values: Vec<Value> = serde_json::from_str(text).map_err(|why| why.to_string())?;
    if values.len() != table.columns.len() {
        return Err(format!("`{}` has {} columns", table.name, table.columns.len()));
    }
    let columns = table.columns.iter().zip(values);
    columns
        .map(|((name, kind), value)| {
            arg(*kind, &value)
                .ok_or_else(|| format!("`{}.{name}` holds something of another kind", table.name))
        })
        .collect()
}

fn arg(kind: Type, value: &Value) -> Option<Arg> {
    let some = Some(value).filter(|it| !it.is_null());
    Some(match kind {
        Type::Text => Arg::Text(each(some, |it| it.as_str().map(str::to_owned))?),
        Type::Bigint => Arg::Int(each(some, Value::as_i64)?),
        Type::Double => Arg::Real(each(some, Value::as_f64)?),
        Type::Boolean => Arg::Bool(each(some, Value::as_bool)?),
        Type::Bytea => Arg::Bytes(each(some, bytes)?),
    })
}

type Maybe<T> = Option<T>;

/// Nothing stays nothing; something must be of the right kind.
fn each<T>(value: Option<&Value>, read: impl Fn(&Value) -> Option<T>) -> Option<Maybe<T>> {
    value.map_or(Some(None), |it| read(it).map(Some))
}

fn bytes(value: &Value) -> Option<Vec<u8>> {
    data_encoding::BASE64.decode(value.get("b64")?.as_str()?.as_bytes()).ok()
}
