//! XML: a small tree of what was read, and a writer that escapes.

use std::borrow::Cow;

use quick_xml::{
    Reader, XmlVersion,
    escape::resolve_xml_entity,
    events::{BytesStart, Event},
};

use crate::{Format, Unreadable};

mod write;

pub(crate) use write::Xml;

/// How deep elements may lie within one another.
const DEEPEST: usize = 64;

/// A name without a prefix. Those that files are full of are not stored anew each time.
pub(crate) type Name = Cow<'static, str>;

/// The names that files are full of.
const FULL_OF: [&str; 15] = [
    "data", "key", "id", "node", "edge", "source", "target", "attvalue", "for", "value", "c", "v",
    "r", "s", "t",
];

fn named(name: &str) -> Name {
    let known = FULL_OF.into_iter().find(|known| *known == name);
    known.map_or_else(|| Cow::Owned(name.to_owned()), Cow::Borrowed)
}

/// An element with what is in it.
#[derive(Debug, Default)]
pub(crate) struct Element {
    /// Its name without a prefix.
    pub(crate) name: Name,
    /// The line on which it begins.
    pub(crate) line: usize,
    pub(crate) attributes: Vec<(Name, String)>,
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
    Reading::new(text, format).all("", &mut |_| Ok(()))
}

/// Reads a whole document, and gives away each element of this name when it ends, so that they are not all there at once.
pub(crate) fn each(
    text: &str,
    format: Format,
    name: &str,
    take: Take<'_>,
) -> Result<(), Unreadable> {
    Reading::new(text, format).all(name, take).map(drop)
}

type Take<'a> = &'a mut dyn FnMut(Element) -> Result<(), Unreadable>;

struct Reading<'a> {
    text: &'a str,
    at: usize,
    line: usize,
    open: Vec<Element>,
    format: Format,
}

impl<'a> Reading<'a> {
    fn new(text: &'a str, format: Format) -> Self {
        Self { text, at: 0, line: 1, open: vec![Element::default()], format }
    }

    fn all(mut self, name: &str, take: Take<'_>) -> Result<Element, Unreadable> {
        let mut reader = Reader::from_str(self.text);
        loop {
            let at = usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX);
            self.count(at);
            let event = reader.read_event().map_err(|why| self.broken(&why))?;
            if matches!(event, Event::Eof) {
                return self.done();
            }
            let ends = matches!(event, Event::End(_) | Event::Empty(_));
            self.take(event)?;
            if ends && !name.is_empty() {
                self.give(name, &mut *take)?;
            }
        }
    }

    /// Gives away the element that ended last, if it has this name.
    fn give(&mut self, name: &str, take: Take<'_>) -> Result<(), Unreadable> {
        let parent = self.open.last_mut();
        match parent.and_then(|parent| parent.children.pop_if(|child| child.name == name)) {
            Some(element) => take(element),
            None => Ok(()),
        }
    }
}

impl Reading<'_> {
    fn count(&mut self, to: usize) {
        let passed = self.text.as_bytes().get(self.at..to).unwrap_or_default();
        self.line += passed.split(|byte| *byte == b'\n').count().saturating_sub(1);
        self.at = to;
    }

    fn broken(&self, why: &dyn std::fmt::Display) -> Unreadable {
        Unreadable::broken(self.format, format_args!("line {}", self.line), why)
    }

    fn take(&mut self, event: Event<'_>) -> Result<(), Unreadable> {
        match event {
            Event::Start(start) => self.begin(&start)?,
            Event::Empty(start) => {
                self.begin(&start)?;
                self.end();
            }
            Event::End(_) => self.end(),
            Event::Text(text) => self.say(&text.xml10_content()),
            Event::CData(text) => self.say(&text.xml10_content()),
            Event::GeneralRef(name) => {
                let mark = name.resolve_char_ref().map_err(|why| self.broken(&why))?;
                let known =
                    mark.map(String::from).or_else(|| resolve_xml_entity(&name).map(str::to_owned));
                self.say(&known.unwrap_or_else(|| format!("&{};", &*name)));
            }
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) | Event::Eof => {}
        }
        Ok(())
    }

    fn say(&mut self, text: &str) {
        if let Some(element) = self.open.last_mut() {
            element.text.push_str(text);
        }
    }

    fn begin(&mut self, start: &BytesStart<'_>) -> Result<(), Unreadable> {
        if self.open.len() > DEEPEST {
            return Err(self.broken(&format_args!(
                "elements lie more than {DEEPEST} deep within one another"
            )));
        }
        let mut element = Element {
            name: named(start.local_name().as_ref()),
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
                .push((named(attribute.key.local_name().as_ref()), value.into_owned()));
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
