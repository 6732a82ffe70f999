//! XML, being written.

use crate::LeftOut;

/// A document that is being written.
#[derive(Debug)]
pub(crate) struct Xml {
    text: String,
    open: Vec<&'static str>,
    replaced: usize,
}

impl Xml {
    pub(crate) fn new() -> Self {
        let text = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        Self { text, open: Vec::new(), replaced: 0 }
    }

    /// Begins an element that others will stand in.
    pub(crate) fn open(&mut self, name: &'static str, attributes: &[(&str, &str)]) {
        self.tag(name, attributes);
        self.text.push_str(">\n");
        self.open.push(name);
    }

    /// Ends the element that was begun last.
    pub(crate) fn close(&mut self) {
        let Some(name) = self.open.pop() else { return };
        self.indent();
        self.text.push_str("</");
        self.text.push_str(name);
        self.text.push_str(">\n");
    }

    /// An element with nothing in it.
    pub(crate) fn empty(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.tag(name, attributes);
        self.text.push_str("/>\n");
    }

    /// An element with nothing but text in it.
    pub(crate) fn leaf(&mut self, name: &str, attributes: &[(&str, &str)], text: &str) {
        self.tag(name, attributes);
        self.text.push('>');
        self.escape(text, false);
        self.text.push_str("</");
        self.text.push_str(name);
        self.text.push_str(">\n");
    }

    fn tag(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.indent();
        self.text.push('<');
        self.text.push_str(name);
        for (key, value) in attributes {
            self.text.push(' ');
            self.text.push_str(key);
            self.text.push_str("=\"");
            self.escape(value, true);
            self.text.push('"');
        }
    }

    fn indent(&mut self) {
        self.text.push_str(&"  ".repeat(self.open.len()));
    }

    fn escape(&mut self, text: &str, in_attribute: bool) {
        for mark in text.chars() {
            match mark {
                '&' => self.text.push_str("&amp;"),
                '<' => self.text.push_str("&lt;"),
                '>' => self.text.push_str("&gt;"),
                '"' => self.text.push_str("&quot;"),
                '\r' => self.text.push_str("&#13;"),
                '\n' if in_attribute => self.text.push_str("&#10;"),
                '\t' if in_attribute => self.text.push_str("&#9;"),
                '\n' | '\t' => self.text.push(mark),
                '\0'..'\u{20}' | '\u{fffe}' | '\u{ffff}' => {
                    self.replaced += 1;
                    self.text.push('\u{fffd}');
                }
                _ => self.text.push(mark),
            }
        }
    }

    /// The document, and whether something in it could not be said in XML.
    pub(crate) fn done(self) -> (Vec<u8>, Vec<LeftOut>) {
        let what =
            format!("{} characters that XML cannot hold were written as \u{fffd}", self.replaced);
        let left_out = (self.replaced > 0).then(|| LeftOut::new("the map", what));
        (self.text.into_bytes(), left_out.into_iter().collect())
    }
}
