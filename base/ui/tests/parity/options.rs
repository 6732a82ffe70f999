//! Reads a fixture's options and remembers which were read, so that one we do not have is noticed.

use std::{cell::RefCell, collections::BTreeSet, rc::Rc};

use askama::Template;
use serde_json::Value;
use ui::Part;

/// Markup that a fixture gives.
#[derive(Clone, Debug, Template)]
#[template(source = "{{ html|safe }}", ext = "html")]
pub(crate) struct Markup {
    html: String,
}

/// Options, or a part of them.
#[derive(Clone, Debug)]
pub(crate) struct Options<'a> {
    value: &'a Value,
    path: String,
    left: Rc<RefCell<BTreeSet<String>>>,
    refused: Rc<RefCell<Option<String>>>,
}

impl<'a> Options<'a> {
    pub(crate) fn new(value: &'a Value) -> Self {
        let mut left = BTreeSet::new();
        leaves(value, "", &mut left);
        let left = Rc::new(RefCell::new(left));
        Self { value, path: String::new(), left, refused: Rc::default() }
    }

    /// The value of an option as text, and it counts as read.
    pub(crate) fn text(&self, key: &str) -> Option<String> {
        let text = match self.value.get(key)? {
            Value::String(text) => text.clone(),
            Value::Number(number) => number.to_string(),
            Value::Bool(_) | Value::Null | Value::Array(_) | Value::Object(_) => return None,
        };
        self.read(key);
        Some(text)
    }

    pub(crate) fn truth(&self, key: &str) -> Option<bool> {
        let truth = self.value.get(key)?.as_bool()?;
        self.read(key);
        Some(truth)
    }

    /// True when the option is this; only then does it count as read.
    pub(crate) fn yes(&self, key: &str) -> bool {
        let yes = self.value.get(key) == Some(&Value::Bool(true));
        if yes {
            self.read(key);
        }
        yes
    }

    /// True when the option is this text; only then does it count as read.
    pub(crate) fn is(&self, key: &str, text: &str) -> bool {
        let same = self.value.get(key).and_then(Value::as_str) == Some(text);
        if same {
            self.read(key);
        }
        same
    }

    /// Some part of the options, which is read by itself.
    pub(crate) fn at(&self, key: &str) -> Option<Self> {
        let value = self.value.get(key).filter(|it| it.is_object())?;
        Some(self.inside(value, key))
    }

    /// The items of a list. What Nunjucks takes for nothing is left out.
    pub(crate) fn each(&self, key: &str) -> Vec<Self> {
        let items = self.value.get(key).and_then(Value::as_array);
        items
            .into_iter()
            .flatten()
            .enumerate()
            .filter_map(|(place, item)| {
                let path = format!("{key}/{place}");
                let nothing = matches!(item, Value::Null | Value::Bool(false)) || *item == "";
                if nothing {
                    self.read(&path);
                    return None;
                }
                Some(self.inside(item, &path))
            })
            .collect()
    }

    /// The items themselves, where they are texts.
    pub(crate) fn texts(&self, key: &str) -> Vec<String> {
        self.read(key);
        let items = self.value.get(key).and_then(Value::as_array);
        items
            .into_iter()
            .flatten()
            .map(|it| it.as_str().map_or_else(|| it.to_string(), ToOwned::to_owned))
            .collect()
    }

    /// True when a list has gaps, which count for the numbers in ids.
    pub(crate) fn has_gaps(&self, key: &str) -> bool {
        let items = self.value.get(key).and_then(Value::as_array);
        items.into_iter().flatten().any(|it| !it.is_object())
    }

    /// The rows of a table: a list of lists.
    pub(crate) fn rows(&self, key: &str) -> Vec<Vec<Self>> {
        self.each(key).iter().map(Self::own_items).collect()
    }

    fn own_items(&self) -> Vec<Self> {
        let items = self.value.as_array();
        items
            .into_iter()
            .flatten()
            .enumerate()
            .map(|(place, it)| self.inside(it, &place.to_string()))
            .collect()
    }

    /// `html` when it is given, else `text`.
    pub(crate) fn part(&self) -> Part {
        self.part_of("html", "text")
    }

    pub(crate) fn part_of(&self, html: &str, text: &str) -> Part {
        let plain = self.text(text).unwrap_or_default();
        match self.text(html) {
            Some(html) => Part::of(Markup { html }),
            None => plain.into(),
        }
    }

    pub(crate) fn has(&self, key: &str) -> bool {
        self.value.get(key).is_some_and(|it| !it.is_null())
    }

    /// Says that the option was read.
    pub(crate) fn read(&self, key: &str) {
        let path = format!("{}/{key}", self.path);
        let below = format!("{path}/");
        self.left.borrow_mut().retain(|it| *it != path && !it.starts_with(&below));
    }

    /// Says that we do not have this at all, whatever its options.
    pub(crate) fn refuse(&self, what: &str) -> String {
        *self.refused.borrow_mut() = Some(what.to_owned());
        String::new()
    }

    /// What was refused, or the name of an option that nobody read.
    pub(crate) fn nothing_left(&self) -> Result<(), String> {
        if let Some(what) = self.refused.borrow().clone() {
            return Err(what);
        }
        let left = self.left.borrow();
        let Some(path) = left.first() else { return Ok(()) };
        let names: Vec<&str> =
            path.split('/').filter(|it| !it.is_empty() && it.parse::<u8>().is_err()).collect();
        let broad = names.iter().find(|it| ["attributes", "classes", "formGroup"].contains(it));
        Err((*broad.or(names.last()).unwrap()).to_owned())
    }

    fn inside(&self, value: &'a Value, key: &str) -> Self {
        Self { value, path: format!("{}/{key}", self.path), ..self.clone() }
    }
}

fn leaves(value: &Value, path: &str, left: &mut BTreeSet<String>) {
    match value {
        Value::Object(map) => map.iter().for_each(|(k, v)| leaves(v, &format!("{path}/{k}"), left)),
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(k, v)| leaves(v, &format!("{path}/{k}"), left));
        }
        Value::Null => {}
        Value::Bool(_) | Value::Number(_) | Value::String(_) => {
            left.insert(path.to_owned());
        }
    }
}
