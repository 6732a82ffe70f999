//! XML that is written in the most common way, which needs no parser, and places in it.

use std::{borrow::Cow, cell::Cell, io::BufRead as _};

use quick_xml::{
    Reader,
    escape::{EscapeError, unescape},
};

use crate::unreadable::{Unreadable, Why};

use super::Xml;

impl<'a> Xml<'a> {
    /// From a place within the outermost element of a text, whose own beginning is not seen.
    pub(crate) fn within(text: &'a str, base: usize) -> Self {
        let mut reader = Reader::from_str(text.get(base..).unwrap_or_default());
        reader.config_mut().trim_text(true);
        reader.config_mut().allow_unmatched_ends = true;
        Self { reader, text, base, depth: 1, counted: Cell::new((0, 1)) }
    }

    /// How far it got. Ask only where an element began or ended.
    pub(crate) fn reached(&self) -> usize {
        let read = usize::try_from(self.reader.buffer_position()).unwrap_or(usize::MAX);
        self.base.saturating_add(read)
    }

    /// Whether there is nothing but blanks between here and this place.
    pub(crate) fn stands_before(&self, place: usize) -> bool {
        let between = self.text.get(self.reached()..place);
        between.is_some_and(|text| text.trim_ascii().is_empty())
    }

    /// What comes next, to be looked at before it is taken. Ask only where an element began or ended.
    pub(crate) fn ahead(&self) -> Ahead<'a> {
        Ahead::of(self.text.get(self.reached()..).unwrap_or_default())
    }

    /// Takes what was looked at: what comes next follows it.
    pub(crate) fn take(&mut self, ahead: &Ahead<'_>) {
        let left = self.ahead().len();
        self.reader.stream().consume(left.saturating_sub(ahead.len()));
    }

    /// What a plain key or value says.
    pub(crate) fn said<'t>(&self, raw: Raw<'t>) -> Result<Cow<'t, str>, Unreadable> {
        if !raw.escaped {
            return Ok(Cow::Borrowed(raw.text));
        }
        let broken = |why: EscapeError| Why::Broken("XML", why.to_string());
        unescape(raw.text).map_err(|why| self.wrong_with(raw.text, broken(why)))
    }
}

/// A place further on in a text, up to which everything is written as nearly all XES is, so that no parser needs to be asked.
pub(crate) struct Ahead<'a>(&'a str);

impl<'a> Ahead<'a> {
    pub(super) fn of(text: &'a str) -> Self {
        Self(text)
    }

    /// How many bytes come after it.
    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    /// `<string key="..." value="..."/>`: what `kind` makes of its name, its key and its value. Nothing where anything else comes next, or
    /// `kind` does not know the name.
    pub(crate) fn attribute<T>(
        &mut self,
        kind: impl Fn(&str) -> Option<T>,
    ) -> Option<(T, Raw<'a>, Raw<'a>)> {
        let begun = self.0.trim_ascii_start().strip_prefix('<')?;
        let length = begun.bytes().take(8).position(|byte| byte == b' ')?;
        let (name, rest) = begun.split_at_checked(length)?;
        let (key, rest) = quoted(rest.strip_prefix(" key=\"")?)?;
        let (value, rest) = quoted(rest.strip_prefix(" value=\"")?)?;
        let rest = rest.strip_prefix("/>")?;
        let kind = kind(name)?;
        self.0 = rest;
        Some((kind, key, value))
    }

    /// Whether exactly this mark comes next, which then lies behind.
    pub(crate) fn mark(&mut self, mark: &str) -> bool {
        let rest = self.0.trim_ascii_start().strip_prefix(mark);
        self.0 = rest.unwrap_or(self.0);
        rest.is_some()
    }
}

/// A key or value as it is written.
#[derive(Clone, Copy)]
pub(crate) struct Raw<'a> {
    pub(super) text: &'a str,
    /// Whether there are entities in it.
    pub(super) escaped: bool,
}

/// A text up to its quotation mark, and what follows that; nothing where it has a mark or a line end that means something else in XML.
#[inline]
fn quoted(text: &str) -> Option<(Raw<'_>, &str)> {
    let ends = |byte: u8| matches!(byte, b'"' | b'<' | 0..=31);
    let first = text.bytes().position(|byte| byte == b'&' || ends(byte))?;
    let (before, after) = text.split_at_checked(first)?;
    let escaped = after.starts_with('&');
    let end = if escaped { first + after.bytes().position(ends)? } else { before.len() };
    let (text, rest) = text.split_at_checked(end)?;
    Some((Raw { text, escaped }, rest.strip_prefix('"')?))
}
