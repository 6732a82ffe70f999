//! Writes SVG: whatever people wrote is text there, never markup.

use std::fmt::{self, Write as _};

/// An SVG that grows.
#[derive(Debug, Default)]
pub(super) struct Ink(String);

/// Text between marks or in an attribute. What XML cannot hold becomes a replacement sign.
pub(super) struct Escaped<'a>(pub(super) &'a str);

impl fmt::Display for Escaped<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for letter in self.0.chars() {
            match letter {
                '&' => f.write_str("&amp;")?,
                '<' => f.write_str("&lt;")?,
                '>' => f.write_str("&gt;")?,
                '"' => f.write_str("&quot;")?,
                '\t' | '\n' | '\r' => f.write_char(' ')?,
                '\0'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => f.write_char('\u{fffd}')?,
                other => f.write_char(other)?,
            }
        }
        Ok(())
    }
}

/// Where a text stands.
#[derive(Clone, Copy)]
pub(super) enum Anchor {
    Start,
    Middle,
    End,
}

impl Ink {
    pub(super) fn new() -> Self {
        Self::default()
    }

    pub(super) fn done(self) -> String {
        self.0
    }

    /// Marks as they are, from this program alone.
    pub(super) fn raw(&mut self, marks: fmt::Arguments<'_>) {
        // Writing into a String cannot fail.
        let _always = self.0.write_fmt(marks);
        self.0.push('\n');
    }

    pub(super) fn text(&mut self, class: &str, (x, y): (f64, f64), anchor: Anchor, text: &str) {
        let anchor = match anchor {
            Anchor::Start => "start",
            Anchor::Middle => "middle",
            Anchor::End => "end",
        };
        let text = Escaped(text);
        self.raw(format_args!(
            r#"<text class="{class}" x="{x:.1}" y="{y:.1}" text-anchor="{anchor}">{text}</text>"#
        ));
    }

    pub(super) fn line(&mut self, class: &str, (x1, y1): (f64, f64), (x2, y2): (f64, f64)) {
        self.raw(format_args!(r#"<path class="{class}" d="M{x1:.1} {y1:.1}L{x2:.1} {y2:.1}"/>"#));
    }

    pub(super) fn path(&mut self, class: &str, d: &str) {
        self.raw(format_args!(r#"<path class="{class}" d="{d}"/>"#));
    }
}

/// A line through these places, as the data of a path.
pub(super) fn through(places: impl Iterator<Item = (f64, f64)>) -> String {
    let mut d = String::new();
    for (x, y) in places {
        let step = if d.is_empty() { 'M' } else { 'L' };
        let _always = write!(d, "{step}{x:.1} {y:.1}");
    }
    d
}

/// As much of a text as fits into so many letters, with a sign that there is more.
pub(super) fn fitting(text: &str, letters: usize) -> String {
    if text.chars().count() <= letters {
        return text.to_owned();
    }
    let kept: String = text.chars().take(letters.saturating_sub(1)).collect();
    format!("{}…", kept.trim_end())
}

/// A text in lines of so many letters, at most so many lines; the last says if there is more.
pub(super) fn wrapped(text: &str, letters: usize, most: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        let room = |line: &&mut String| line.chars().count() + 1 + word.chars().count() <= letters;
        let full = lines.len() >= most;
        match lines.last_mut().filter(|line| full || room(line)) {
            Some(line) => {
                line.push(' ');
                line.push_str(word);
            }
            None => lines.push(word.to_owned()),
        }
    }
    lines.into_iter().map(|line| fitting(&line, letters)).collect()
}

#[cfg(test)]
mod tests {
    use super::{Escaped, fitting, wrapped};

    #[test]
    fn nothing_that_people_wrote_is_markup() {
        assert_eq!(
            Escaped("A & B <C> \"q\"\n\u{1}").to_string(),
            "A &amp; B &lt;C&gt; &quot;q&quot; \u{fffd}"
        );
    }

    #[test]
    fn long_words_are_cut_where_they_must_be() {
        assert_eq!(fitting("Riverside", 6), "River…");
        assert_eq!(wrapped("We moved to the new rota", 9, 2), ["We moved", "to the n…"]);
        assert_eq!(wrapped("We moved", 20, 2), ["We moved"]);
        assert_eq!(wrapped("  ", 20, 2), Vec::<String>::new());
    }
}
