//! XML, element by element, from text that somebody else wrote.

mod ahead;

use std::{borrow::Cow, cell::Cell};

use quick_xml::{
    Reader, XmlVersion,
    escape::resolve_predefined_entity,
    events::{BytesRef, BytesStart, Event},
};

use crate::unreadable::{Place, Unreadable, Why};

pub(crate) use ahead::Raw;

/// An element that begins.
pub(crate) struct Element<'a> {
    start: BytesStart<'a>,
    /// Whether it ends where it begins, so that no end of it will follow.
    pub(crate) empty: bool,
}

impl Element<'_> {
    pub(crate) fn name(&self) -> &str {
        self.start.local_name().into_inner()
    }
}

/// What comes next within an element.
pub(crate) enum Node<'a> {
    Element(Element<'a>),
    Text(Cow<'a, str>),
    /// The element ends.
    End,
}

/// A place in a text.
pub(crate) struct Xml<'a> {
    reader: Reader<&'a [u8]>,
    text: &'a str,
    /// Where in the text the reader began.
    base: usize,
    depth: usize,
    /// A place up to which lines were counted, and the line there.
    counted: Cell<(usize, u64)>,
}

/// # Errors
/// [`Why::NotUtf8`].
pub(crate) fn text(bytes: &[u8]) -> Result<&str, Unreadable> {
    std::str::from_utf8(bytes).map_err(|_| Unreadable::file(Why::NotUtf8))
}

impl<'a> Xml<'a> {
    pub(crate) fn of(text: &'a str) -> Self {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let mut reader = Reader::from_str(text);
        reader.config_mut().trim_text(true);
        Self { reader, text, base: 0, depth: 0, counted: Cell::new((0, 1)) }
    }

    /// The line that was reached, counted from 1.
    pub(crate) fn line(&self) -> u64 {
        let reached = self.reached().saturating_sub(1);
        // Lines are asked for in their order, so each part of the text is counted once.
        let (from, line) =
            Some(self.counted.get()).filter(|(from, _)| *from <= reached).unwrap_or((0, 1));
        let since = self.text.as_bytes().get(from..reached).unwrap_or_default();
        let line = line_after(since).saturating_add(line).saturating_sub(1);
        self.counted.set((reached, line));
        line
    }

    /// Something is wrong with this piece of the text, or here if it is no piece of it.
    pub(crate) fn wrong_with(&self, piece: &str, why: Why) -> Unreadable {
        let start = (piece.as_ptr() as usize).wrapping_sub(self.text.as_ptr() as usize);
        match self.text.get(..start) {
            Some(before) => Unreadable { place: Place::Line(line_after(before.as_bytes())), why },
            None => self.wrong(why),
        }
    }

    /// Something is wrong here.
    pub(crate) fn wrong(&self, why: Why) -> Unreadable {
        Unreadable { place: Place::Line(self.line()), why }
    }

    fn broken(&self, why: impl Into<String>) -> Unreadable {
        self.wrong(Why::Broken("XML", why.into()))
    }

    /// What comes next in the element that was entered last; texts, elements, and its end.
    pub(crate) fn next(&mut self) -> Result<Node<'a>, Unreadable> {
        loop {
            match self.reader.read_event().map_err(|why| self.broken(why.to_string()))? {
                Event::Start(start) => {
                    self.depth += 1;
                    return Ok(Node::Element(Element { start, empty: false }));
                }
                Event::Empty(start) => return Ok(Node::Element(Element { start, empty: true })),
                Event::End(end) => {
                    self.depth = self.depth.saturating_sub(1);
                    if self.base > 0 && self.depth == 0 && end.local_name().into_inner() != "log" {
                        return Err(self.broken("an element ends that has not begun"));
                    }
                    return Ok(Node::End);
                }
                Event::Text(text) => return Ok(Node::Text(text.xml10_content())),
                Event::CData(text) => return Ok(Node::Text(text.into_inner())),
                Event::GeneralRef(name) => return Ok(Node::Text(self.entity(&name)?)),
                Event::Eof if self.depth > 0 => {
                    return Err(self.wrong(Why::EndsIn(String::from("log"))));
                }
                Event::Eof => return Ok(Node::End),
                Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => {}
            }
        }
    }

    fn entity(&self, name: &BytesRef<'_>) -> Result<Cow<'a, str>, Unreadable> {
        if let Some(c) = name.resolve_char_ref().map_err(|why| self.broken(why.to_string()))? {
            return Ok(Cow::Owned(c.to_string()));
        }
        let name = name.xml10_content();
        resolve_predefined_entity(&name)
            .map(Cow::Borrowed)
            .ok_or_else(|| self.broken(format!("`&{name};` stands for nothing")))
    }

    /// The next element within the one that was entered last; its texts are passed over.
    pub(crate) fn element(&mut self) -> Result<Option<Element<'a>>, Unreadable> {
        loop {
            match self.next()? {
                Node::Element(element) => return Ok(Some(element)),
                Node::End => return Ok(None),
                Node::Text(_) => {}
            }
        }
    }

    /// Passes over what is in an element, and its end.
    pub(crate) fn pass(&mut self, element: &Element<'_>) -> Result<(), Unreadable> {
        if !element.empty {
            self.reader.read_to_end(element.start.name()).map_err(|why| Unreadable {
                place: Place::Line(self.line()),
                why: Why::Broken("XML", why.to_string()),
            })?;
            self.depth = self.depth.saturating_sub(1);
        }
        Ok(())
    }

    /// The text in an element up to its end; elements in it are passed over.
    pub(crate) fn text_of(&mut self, element: &Element<'_>) -> Result<String, Unreadable> {
        let mut text = String::new();
        if element.empty {
            return Ok(text);
        }
        self.reader.config_mut().trim_text(false);
        loop {
            match self.next()? {
                Node::Text(more) => text.push_str(&more),
                Node::Element(inner) => self.pass(&inner)?,
                Node::End => break,
            }
        }
        self.reader.config_mut().trim_text(true);
        Ok(text)
    }

    /// The values of some attributes of an element, in the order in which they are asked for.
    pub(crate) fn values<'e, const N: usize>(
        &self,
        element: &'e Element<'_>,
        wanted: [&str; N],
    ) -> Result<[Option<Cow<'e, str>>; N], Unreadable> {
        let mut found = [const { None }; N];
        for attribute in element.start.attributes() {
            let attribute = attribute.map_err(|why| self.broken(why.to_string()))?;
            let name = attribute.key.local_name();
            let Some(at) = wanted.iter().position(|wanted| *wanted == name.into_inner()) else {
                continue;
            };
            let value = attribute
                .normalized_value(XmlVersion::Implicit1_0)
                .map_err(|why| self.broken(why.to_string()))?;
            if let Some(slot) = found.get_mut(at) {
                *slot = Some(value);
            }
        }
        Ok(found)
    }

    /// The same, of attributes that must be there.
    pub(crate) fn needed<'e, const N: usize>(
        &self,
        element: &'e Element<'_>,
        wanted: [&'static str; N],
    ) -> Result<[Cow<'e, str>; N], Unreadable> {
        let found = self.values(element, wanted)?;
        if let Some(at) = found.iter().position(Option::is_none) {
            let lacking = wanted.get(at).copied().unwrap_or_default();
            return Err(self.wrong(Why::Lacks(element.name().to_owned(), lacking)));
        }
        Ok(found.map(Option::unwrap_or_default))
    }
}

/// The line, counted from 1, on which something stands that comes after these bytes.
fn line_after(before: &[u8]) -> u64 {
    let lines = before.split(|byte| *byte == b'\n').count();
    u64::try_from(lines).unwrap_or(u64::MAX)
}
