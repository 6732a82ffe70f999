//! The text of a file, and how it begins.

use crate::Unreadable;

/// The text of a file: UTF-8 with or without a mark, or UTF-16 with one.
pub(crate) fn text(bytes: &[u8]) -> Result<String, Unreadable> {
    let wide = |little: bool| {
        let pair = |pair: &[u8]| match pair {
            [a, b] if little => u16::from_le_bytes([*a, *b]),
            [a, b] => u16::from_be_bytes([*a, *b]),
            _ => 0xFFFD,
        };
        let units: Vec<u16> = bytes.get(2..).unwrap_or_default().chunks(2).map(pair).collect();
        String::from_utf16(&units).map_err(|_| Unreadable::NotText(0))
    };
    match bytes {
        [0xFF, 0xFE, ..] => wide(true),
        [0xFE, 0xFF, ..] => wide(false),
        _ => {
            let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
            let text =
                std::str::from_utf8(bytes).map_err(|why| Unreadable::NotText(why.valid_up_to()))?;
            Ok(text.to_owned())
        }
    }
}

/// The name of the first element, without a prefix.
pub(super) fn root(text: &str) -> String {
    let mut rest = text;
    while let Some((_, after)) = rest.split_once('<') {
        rest = after;
        if let Some(comment) = rest.strip_prefix("!--") {
            rest = comment.split_once("-->").map_or("", |(_, after)| after);
        } else if rest.starts_with(char::is_alphabetic) {
            let name = rest.split([' ', '>', '/', '\n', '\r', '\t']).next().unwrap_or_default();
            return name.rsplit(':').next().unwrap_or_default().to_lowercase();
        }
    }
    String::new()
}

pub(super) fn is_dot(start: &str) -> bool {
    let mut words = start.split([' ', '{', '\n', '\r', '\t']);
    let first = words.next().unwrap_or_default().to_lowercase();
    ["digraph", "graph", "strict"].contains(&first.as_str()) && start.contains('{')
}

pub(super) fn is_address(start: &str) -> bool {
    start.starts_with("http") && start.contains("data=")
        || ["data=", "?data=", "%5B", "%5b"].iter().any(|begin| start.starts_with(begin))
}
