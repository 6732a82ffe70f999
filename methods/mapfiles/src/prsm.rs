//! PRSM: `.prsm`, plain or compressed, of every version; its workbook and its table.
//!
//! PRSM has no signs. By custom they stand on the links, so a label `+` or `-` (alone, or with a blank and more behind it) is
//! read as one, and that is said. What PRSM has no field for (delays, weights, tags, loops) is written under keys of our own.

mod delta;
mod read;
mod styles;
pub(crate) mod tables;
mod write;

use causal::{LinkKind, Sign};
use serde_json::{Map as Object, Value, json};

pub(crate) use read::read;
pub(crate) use write::write;

/// Keys of the whole map whose values are JSON and no text.
const JSON_KEYS: &[&str] = &[
    "styles",
    "samples",
    "buttons",
    "attributeTitles",
    "background",
    "underlay",
    "history",
    "description",
];
/// Keys of a factor that are PRSM's own. All else that is said of a factor is an attribute with a title.
const OF_NODE: &[&str] = &[
    "borderWidth",
    "borderWidthSelected",
    "chosen",
    "clusteredIn",
    "color",
    "created",
    "fixed",
    "font",
    "heightConstraint",
    "hidden",
    "icon",
    "image",
    "labelHighlightBold",
    "level",
    "locked",
    "margin",
    "mass",
    "modified",
    "note",
    "opacity",
    "physics",
    "portal",
    "scaling",
    "shadow",
    "shape",
    "shapeProperties",
    "size",
    "thumbDown",
    "thumbUp",
    "value",
    "widthConstraint",
    "wasFixed",
];

/// What a written file says of itself where the map does not.
fn default_map() -> Object<String, Value> {
    object(json!({
        "version": "3.2.4",
        "lastNodeSample": "group0",
        "lastLinkSample": "edge0",
        "buttons": {},
        "history": [],
    }))
}

/// How a factor looks about which the map says nothing.
fn default_node() -> Object<String, Value> {
    object(json!({
        "shape": "box",
        "borderWidth": 1,
        "color": both(&json!({"border": "#0b0c0c", "background": "#ffffff"})),
        "font": {"face": "arial", "color": "#0b0c0c", "size": 14},
    }))
}

/// How a link looks about which the map says nothing: green for more, red and dashed for less.
fn default_edge(sign: Sign, direction: LinkKind) -> Object<String, Value> {
    let (colour, dashes) = match sign {
        Sign::Positive => ("#00703c", json!(false)),
        Sign::Negative => ("#d4351c", json!([10, 10])),
        Sign::Unknown => ("#505a5f", json!(false)),
    };
    object(json!({
        "color": {"color": colour, "highlight": colour, "hover": colour},
        "dashes": dashes,
        "width": 1,
        "arrows": {
            "to": {"enabled": direction != LinkKind::Undirected, "type": "arrow"},
            "middle": {"enabled": false},
            "from": {"enabled": direction == LinkKind::Mutual, "type": "arrow"},
        },
    }))
}

fn both(color: &Value) -> Value {
    json!({
        "border": color["border"],
        "background": color["background"],
        "highlight": color,
        "hover": color,
    })
}

fn object(value: Value) -> Object<String, Value> {
    if let Value::Object(object) = value { object } else { Object::new() }
}

/// The sign that the label of a link says, and what else it says.
fn sign_of_label(label: &str) -> (Sign, &str) {
    for (mark, sign) in [
        ("+", Sign::Positive),
        ("-", Sign::Negative),
        ("\u{2212}", Sign::Negative),
        ("\u{2013}", Sign::Negative),
    ] {
        if label.trim() == mark {
            return (sign, "");
        }
        if let Some(rest) = label.strip_prefix(mark).and_then(|rest| rest.strip_prefix(' ')) {
            return (sign, rest);
        }
    }
    (Sign::Unknown, label)
}

/// A label with the sign before it.
fn label_with_sign(sign: Sign, label: &str) -> String {
    let mark = match sign {
        Sign::Positive => "+",
        Sign::Negative => "-",
        Sign::Unknown => return label.to_owned(),
    };
    if label.is_empty() { mark.to_owned() } else { format!("{mark} {label}") }
}

/// Where the heads of an arrow are: at its end, at its beginning. `None` where nothing is said.
fn heads(arrows: Option<&Value>) -> Option<(bool, bool)> {
    let arrows = arrows?;
    if let Some(text) = arrows.as_str() {
        return Some((text.contains("to") || text.contains("middle"), text.contains("from")));
    }
    let object = arrows.as_object().filter(|object| !object.is_empty())?;
    let on = |key: &str| {
        let value = object.get(key);
        value.is_some_and(|value| {
            *value == json!(true) || value.get("enabled") == Some(&json!(true))
        })
    };
    Some((on("to") || on("middle"), on("from")))
}

/// The direction that the heads of an arrow say.
fn direction_of(heads: Option<(bool, bool)>) -> LinkKind {
    match heads {
        Some((true, true)) => LinkKind::Mutual,
        Some((false, false)) => LinkKind::Undirected,
        Some(_) | None => LinkKind::Directed,
    }
}
