use std::{fmt, sync::Arc};

use askama::{
    FastWritable, NO_VALUES, Template, Values,
    filters::{Html, HtmlSafe, escape},
};
use words::{Say, Text};

/// A piece of a page inside a component: a text, or another template with all that is in it.
#[derive(Clone)]
pub struct Part(Inner);

#[derive(Clone)]
enum Inner {
    Text(Text),
    Template(Arc<dyn FastWritable + Send + Sync>),
}

impl Part {
    /// A component, or any other HTML template. It is rendered with the page around it, in the
    /// reader's language.
    pub fn of(template: impl Template + Send + Sync + 'static) -> Self {
        Self(Inner::Template(Arc::new(template)))
    }

    /// True when this is a text and not markup.
    pub(crate) const fn is_text(&self) -> bool {
        matches!(self.0, Inner::Text(_))
    }
}

impl<T: Into<Text>> From<T> for Part {
    fn from(text: T) -> Self {
        Self(Inner::Text(text.into()))
    }
}

impl FastWritable for Part {
    fn write_into(&self, to: &mut dyn fmt::Write, values: &dyn Values) -> askama::Result<()> {
        match &self.0 {
            Inner::Text(text) => {
                let Ok(escaped) = escape(text, Html);
                escaped.write_into(to, values)
            }
            Inner::Template(template) => template.write_into(to, values),
        }
    }
}

impl fmt::Display for Part {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.write_into(f, NO_VALUES).map_err(|_| fmt::Error)
    }
}

impl fmt::Debug for Part {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Inner::Text(text) => write!(f, "Part({text:?})"),
            Inner::Template(_) => f.write_str("Part(template)"),
        }
    }
}

impl HtmlSafe for Part {}

/// A sentence of ours as a text.
pub(crate) fn text(say: Say) -> Text {
    say.into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::InsetText;

    #[test]
    fn a_text_is_escaped_and_a_template_is_not() {
        assert_eq!(Part::from("a < b").to_string(), "a &#60; b");
        let nested = Part::of(InsetText::new("a < b")).to_string();
        assert!(nested.contains("<div") && nested.contains("a &#60; b"), "{nested}");
    }
}
