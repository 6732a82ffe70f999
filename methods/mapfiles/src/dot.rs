//! Graphviz' DOT, <https://graphviz.org/doc/info/lang.html>; written only, to be drawn.

use std::fmt::Write as _;

use causal::{Link, LinkKind, Map, Sign};

use crate::{Format, Written};

pub(crate) fn write(map: &Map) -> Written {
    let mut dot = format!("digraph {} {{\n", quoted(&map.title));
    dot.push_str("  node [shape=box, style=rounded, fontname=\"sans-serif\"];\n  edge [fontname=\"sans-serif\"];\n");
    for (at, factor) in map.factors.iter().enumerate() {
        let label = if factor.label.is_empty() { &factor.id } else { &factor.label };
        let tooltip = if factor.note.is_empty() {
            String::new()
        } else {
            format!(", tooltip={}", quoted(&factor.note))
        };
        let written = writeln!(dot, "  n{at} [label={}{tooltip}];", quoted(label));
        debug_assert!(written.is_ok(), "writing to memory does not fail");
    }
    for link in &map.links {
        let written = writeln!(dot, "  n{} -> n{} [{}];", link.from, link.to, drawn(link));
        debug_assert!(written.is_ok(), "writing to memory does not fail");
    }
    dot.push_str("}\n");
    Written::one(Format::Dot, dot.into_bytes(), Vec::new())
}

fn drawn(link: &Link) -> String {
    let (mark, look) = match link.sign {
        Sign::Positive => ("+", "color=\"#00703c\""),
        Sign::Negative => ("-", "color=\"#d4351c\", style=dashed"),
        Sign::Unknown => ("", "color=\"#505a5f\""),
    };
    let delay = if link.delayed { "||" } else { "" };
    let parts = [mark, delay, &link.label];
    let label: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    let direction = match link.direction {
        LinkKind::Directed => "",
        LinkKind::Undirected => ", dir=none",
        LinkKind::Mutual => ", dir=both",
    };
    format!("label={}, {look}{direction}", quoted(&label.join(" ")))
}

/// A quoted string that means what it says: DOT gives `"` and `\` another meaning.
fn quoted(text: &str) -> String {
    let escaped =
        text.replace('\\', "\\\\").replace('"', "\\\"").replace('\r', "").replace('\n', "\\n");
    format!("\"{}\"", escaped.replace('\0', ""))
}
