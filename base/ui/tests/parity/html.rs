//! Brings HTML into one form: attributes and classes in order, white space where nobody sees it
//! taken away, characters instead of their names.

use std::collections::BTreeMap;

/// The HTML in its one form, a line for each tag and text.
pub(crate) fn normal(html: &str) -> String {
    let mut lines = Vec::new();
    let mut rest = html;
    while !rest.is_empty() {
        let (text, tag) = rest.split_at(rest.find('<').unwrap_or(rest.len()));
        let text = decoded(text).split_whitespace().collect::<Vec<_>>().join(" ");
        if !text.is_empty() {
            lines.push(text);
        }
        let Some(inside) = tag.strip_prefix('<') else { break };
        let end = end_of_tag(inside);
        lines.push(normal_tag(&inside[..end]));
        rest = &inside[end + 1..];
    }
    lines.join("\n         ")
}

fn end_of_tag(inside: &str) -> usize {
    let mut quoted = false;
    inside
        .find(|it| {
            quoted ^= it == '"';
            it == '>' && !quoted
        })
        .expect("a tag ends")
}

fn normal_tag(inside: &str) -> String {
    let inside = inside.trim_end_matches('/').trim();
    let (name, mut rest) = inside.split_once(char::is_whitespace).unwrap_or((inside, ""));
    let mut attributes = BTreeMap::new();
    loop {
        rest = rest.trim_start();
        if rest.is_empty() {
            break;
        }
        let end = rest.find(|it: char| it == '=' || it.is_whitespace()).unwrap_or(rest.len());
        let (key, after) = rest.split_at(end);
        let value;
        (value, rest) = match after.strip_prefix("=\"").and_then(|it| it.split_once('"')) {
            Some((value, rest)) => (value, rest),
            None => ("", after),
        };
        // Our password field always says both words itself, where theirs has them in its script.
        if !key.starts_with("data-i18n.") {
            attributes.insert(key, normal_value(key, value));
        }
    }
    let attributes: Vec<String> = attributes.iter().map(|(k, v)| format!(" {k}={v:?}")).collect();
    format!("<{name}{}>", attributes.concat())
}

fn normal_value(key: &str, value: &str) -> String {
    let value = decoded(value);
    if key != "class" {
        return value;
    }
    let mut classes: Vec<&str> = value.split_whitespace().collect();
    classes.sort_unstable();
    classes.join(" ")
}

fn decoded(text: &str) -> String {
    let named = [
        ("&quot;", "\""),
        ("&#34;", "\""),
        ("&#39;", "'"),
        ("&lt;", "<"),
        ("&#60;", "<"),
        ("&gt;", ">"),
        ("&#62;", ">"),
        ("&amp;", "&"),
        ("&#38;", "&"),
    ];
    named.iter().fold(text.to_owned(), |text, (name, it)| text.replace(name, it))
}
