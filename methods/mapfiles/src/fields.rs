//! The fields of a JSON object, taken out one by one, so that what nobody asked for is still there at the end.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

/// The fields that have not been taken yet.
#[derive(Debug, Default)]
pub(crate) struct Fields(pub(crate) Map<String, Value>);

impl Fields {
    /// The fields of an object; of anything else, none.
    pub(crate) fn of(value: Value) -> Option<Self> {
        if let Value::Object(object) = value { Some(Self(object)) } else { None }
    }

    /// The value of a field, whatever it is.
    pub(crate) fn take(&mut self, key: &str) -> Option<Value> {
        self.0.remove(key).filter(|value| !value.is_null())
    }

    /// A field as text; one that is not there is empty.
    pub(crate) fn text(&mut self, key: &str) -> String {
        self.take(key).map(shown).unwrap_or_default()
    }

    /// A field that is a finite number, or reads as one. Any other stays.
    pub(crate) fn number(&mut self, key: &str) -> Option<f64> {
        let found = self.0.get(key).and_then(number)?;
        self.0.remove(key);
        Some(found)
    }

    /// A field that says yes: `true`, `yes`, `1`, or what it is called itself. One that says no is taken, any other stays.
    pub(crate) fn flag(&mut self, key: &str) -> bool {
        let said = self.0.get(key).map(|value| shown(value.clone()).to_lowercase());
        let said = said.as_deref().map(str::trim);
        let yes = said.is_some_and(|said| ["true", "yes", "1", "x", key].contains(&said));
        let no = said.is_some_and(|said| ["false", "no", "0", ""].contains(&said));
        if yes || no {
            self.0.remove(key);
        }
        yes
    }

    /// A field that is a list. Any other stays.
    pub(crate) fn list(&mut self, key: &str) -> Option<Vec<Value>> {
        if !self.0.get(key)?.is_array() {
            return None;
        }
        if let Some(Value::Array(list)) = self.0.remove(key) { Some(list) } else { None }
    }

    /// A field that is a list of words, or one text with `|` between them.
    pub(crate) fn words(&mut self, key: &str) -> Vec<String> {
        if let Some(list) = self.list(key) {
            return list.into_iter().map(shown).filter(|word| !word.is_empty()).collect();
        }
        let text = self.text(key);
        text.split('|').map(str::trim).filter(|word| !word.is_empty()).map(str::to_owned).collect()
    }

    /// A field that is an object. Any other stays.
    pub(crate) fn object(&mut self, key: &str) -> Option<Self> {
        if !self.0.get(key)?.is_object() {
            return None;
        }
        self.0.remove(key).and_then(Self::of)
    }

    /// Position in two fields; if one is missing or no number, both stay.
    pub(crate) fn position(&mut self, x: &str, y: &str) -> Option<(f64, f64)> {
        let found = self.0.get(x).and_then(number).zip(self.0.get(y).and_then(number))?;
        self.0.remove(x);
        self.0.remove(y);
        Some(found)
    }

    /// What nobody took, as attributes: text as it is, all else as JSON.
    pub(crate) fn rest(self) -> BTreeMap<String, String> {
        let told = self.0.into_iter().filter(|(_, value)| !value.is_null());
        told.map(|(key, value)| (key, shown(value))).collect()
    }
}

/// Text as it is, nothing for null, all else as JSON.
pub(crate) fn shown(value: Value) -> String {
    match value {
        Value::String(text) => text,
        Value::Null => String::new(),
        Value::Bool(_) | Value::Number(_) | Value::Array(_) | Value::Object(_) => value.to_string(),
    }
}

/// A finite number, or a text that reads as one.
pub(crate) fn number(value: &Value) -> Option<f64> {
    value.as_f64().or_else(|| finite(value.as_str()?))
}

/// The finite number that a text stands for.
pub(crate) fn finite(text: &str) -> Option<f64> {
    text.trim().parse().ok().filter(|number: &f64| number.is_finite())
}

/// The value that an attribute was before it became text: JSON if it reads as an object, a list, a number, a yes or a no.
pub(crate) fn unshown(text: &str) -> Value {
    let json = serde_json::from_str(text).ok();
    let same = |value: &Value| serde_json::to_string(value).is_ok_and(|again| again == text);
    json.filter(|value: &Value| !value.is_string() && !value.is_null() && same(value))
        .unwrap_or_else(|| Value::from(text))
}
