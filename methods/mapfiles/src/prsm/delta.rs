//! Notes: Quill deltas, `{"ops":[{"insert":"text","attributes":{}}]}`, or plain text in old files.

use serde_json::{Value, json};

/// A note as plain text.
pub(super) struct Note {
    pub(super) text: String,
    /// The delta as it was, where it says more than plain text can.
    pub(super) formatted: Option<String>,
}

/// Reads a note, of whatever age.
pub(super) fn read(value: Option<Value>) -> Note {
    let Some(value) = value else { return Note { text: String::new(), formatted: None } };
    if let Value::String(text) = value {
        return Note { text, formatted: None };
    }
    let text = plain(&value);
    let formatted = (write(&text) != value).then(|| value.to_string());
    Note { text, formatted }
}

/// The words of a delta; pictures and the like have none.
pub(super) fn plain(delta: &Value) -> String {
    let ops = delta.get("ops").and_then(Value::as_array);
    let text: String =
        ops.into_iter().flatten().filter_map(|op| op.get("insert")?.as_str()).collect();
    text.strip_suffix('\n').unwrap_or(&text).to_owned()
}

/// A note as a delta without form.
pub(super) fn write(text: &str) -> Value {
    json!({"ops": [{"insert": format!("{text}\n")}]})
}
