//! XML: a small tree of what was read, and a writer that escapes.

use quick_xml::{
    Reader, XmlVersion,
    escape::resolve_xml_entity,
    events::{BytesStart, Event},
};

use crate::{Format, LeftOut, Unreadable};

/// How deep elements may lie within one another.
const DEEPEST: usize = 64;

/// An element with what is in it.
#[derive(Debug, Default)]
pub(crate) struct Element {
    /// Its name without a prefix.
    pub(crate) name: String,
    /// The line on which it begins.
    pub(crate) line: usize,
    pub(crate) attributes: Vec<(String, String)>,
    pub(crate) children: Vec<Element>,
    /// The text that stands directly in it.
    pub(crate) text: String,
}

impl Element {
    /// An attribute by its name without a prefix; empty where there is none.
    pub(crate) fn get(&self, name: &str) -> &str {
        self.attributes.iter().find(|(key, _)| key == name).map_or("", |(_, value)| value)
    }

    /// The first child of this name.
    pub(crate) fn child(&self, name: &str) -> Option<&Self> {
        self.children.iter().find(|child| child.name == name)
    }

    /// The text of the first child of this name; empty where there is none.
    pub(crate) fn text_of(&self, name: &str) -> &str {
        self.child(name).map_or("", |child| child.text.as_str())
    }

    /// The children of this name.
    pub(crate) fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Self> {
        self.children.iter().filter(move |child| child.name == name)
    }
}

/// Reads a whole document. Entities of its own are not resolved: they stay as they are written.
pub(crate) fn parse(text: &str, format: Format) -> Result<Element, Unreadable> {
    let mut reading = Reading { text, at: 0, line: 1, open: vec![Element::default()], format };
    let mut reader = Reader::from_str(text);
    loop {
        let at = usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX);
        reading.count(at);
        let event = reader.read_event().map_err(|why| reading.broken(&why))?;
        if matches!(event, Event::Eof) {
            return reading.done();
        }
        reading.take(event)?;
    }
}

struct Reading<'a> {
    text: &'a str,
    at: usize,
    line: usize,
    open: Vec<Element>,
    format: Format,
}

impl Reading<'_> {
    fn count(&mut self, to: usize) {
        let passed = self.text.as_bytes().get(self.at..to).unwrap_or_default();
        self.line += passed.iter().filter(|byte| **byte == b'\n').count();
        self.at = to;
    }

    fn broken(&self, why: &dyn std::fmt::Display) -> Unreadable {
        Unreadable::broken(self.format, format_args!("line {}", self.line), why)
    }

    fn take(&mut self, event: Event<'_>) -> Result<(), Unreadable> {
        match event {
            Event::Start(start) => self.begin(&start),
            Event::Empty(start) => self.begin(&start).map(|()| self.end()),
            Event::End(_) => {
                self.end();
                Ok(())
            }
            Event::Text(text) => self.say(&text.xml10_content()),
            Event::CData(text) => self.say(&text.xml10_content()),
            Event::GeneralRef(name) => {
                let mark = name.resolve_char_ref().map_err(|why| self.broken(&why))?;
                let known =
                    mark.map(String::from).or_else(|| resolve_xml_entity(&name).map(str::to_owned));
                self.say(&known.unwrap_or_else(|| format!("&{};", &*name)))
            }
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) | Event::Eof => {
                Ok(())
            }
        }
    }

    fn say(&mut self, text: &str) -> Result<(), Unreadable> {
        if let Some(element) = self.open.last_mut() {
            element.text.push_str(text);
        }
        Ok(())
    }

    fn begin(&mut self, start: &BytesStart<'_>) -> Result<(), Unreadable> {
        if self.open.len() > DEEPEST {
            return Err(self.broken(&format_args!(
                "elements lie more than {DEEPEST} deep within one another"
            )));
        }
        let mut element = Element {
            name: start.local_name().as_ref().to_owned(),
            line: self.line,
            ..Element::default()
        };
        for attribute in start.attributes().with_checks(false) {
            let attribute = attribute.map_err(|why| self.broken(&why))?;
            let value = attribute
                .normalized_value(XmlVersion::Implicit1_0)
                .map_err(|why| self.broken(&why))?;
            element
                .attributes
                .push((attribute.key.local_name().as_ref().to_owned(), value.into_owned()));
        }
        self.open.push(element);
        Ok(())
    }

    fn end(&mut self) {
        let Some(element) = self.open.pop() else { return };
        if let Some(parent) = self.open.last_mut() {
            parent.children.push(element);
        } else {
            self.open.push(element);
        }
    }

    fn done(mut self) -> Result<Element, Unreadable> {
        if self.open.len() > 1 {
            return Err(self.broken(&"the file ends in the middle of an element: it was cut off"));
        }
        let root = self.open.pop().and_then(|document| document.children.into_iter().next());
        root.ok_or_else(|| Unreadable::broken(self.format, "line 1", "there is no element in it"))
    }
}

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
        self.text.push_str(&format!("</{name}>\n"));
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
        self.text.push_str(&format!("</{name}>\n"));
    }

    fn tag(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.indent();
        self.text.push('<');
        self.text.push_str(name);
        for (key, value) in attributes {
            self.text.push_str(&format!(" {key}=\""));
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
