//! A page's template, taken apart: what is markup, what is text, and what the page itself fills in.

use crate::tree::line_at;

/// A tag: `<input name="question">`.
pub(crate) struct Tag {
    /// The line it begins on.
    pub(crate) line: usize,
    /// Its name, in small letters; `/p` for one that closes.
    pub(crate) name: String,
    /// Its attributes; what the page fills in is blank.
    pub(crate) attributes: Vec<(String, String)>,
}

/// What a template is made of.
#[derive(Default)]
pub(crate) struct Template {
    /// Its tags.
    pub(crate) tags: Vec<Tag>,
    /// Its text outside tags and expressions, with lines.
    pub(crate) text: Vec<(usize, String)>,
    /// Its expressions, with lines: `{{ .. }}` and `{% .. %}`.
    pub(crate) expressions: Vec<(usize, String)>,
}

impl Template {
    /// Takes a template apart.
    pub(crate) fn parse(source: &str) -> Self {
        let mut template = Self::default();
        let markup = template.take_expressions(source);
        let mut at = 0;
        while let Some(rest) = markup.get(at..).filter(|rest| !rest.is_empty()) {
            let end = match rest.strip_prefix("<!--") {
                Some(comment) => comment.find("-->").map_or(rest.len(), |end| end + 7),
                None if is_tag(rest) => tag_end(rest),
                None => rest
                    .char_indices()
                    .skip(1)
                    .find(|(at, _)| is_tag(&rest[*at..]))
                    .map_or(rest.len(), |(at, _)| at),
            };
            let piece = &rest[..end];
            if piece.starts_with("<!--") {
                // Nobody sees a comment, and nothing in it runs.
            } else if is_tag(piece) {
                template.tags.push(tag(line_at(&markup, at), piece));
            } else {
                template.text.extend(lines(line_at(&markup, at), piece));
            }
            at += end;
        }
        template
    }

    /// Puts blanks where the template engine's expressions and comments are, and keeps the expressions.
    fn take_expressions(&mut self, source: &str) -> String {
        let mut markup = String::new();
        let mut at = 0;
        while let Some((start, close)) = next_expression(source, at) {
            let end = source[start..].find(close).map_or(source.len(), |end| start + end + 2);
            let expression = &source[start..end];
            if close != "#}" {
                self.expressions.push((line_at(source, start), expression.to_owned()));
            }
            markup.push_str(&source[at..start]);
            markup.extend(expression.chars().map(|letter| if letter == '\n' { '\n' } else { ' ' }));
            at = end;
        }
        markup.push_str(&source[at..]);
        markup
    }
}

fn next_expression(source: &str, from: usize) -> Option<(usize, &'static str)> {
    let find = |(open, close)| source[from..].find(open).map(|at| (from + at, close));
    [("{{", "}}"), ("{%", "%}"), ("{#", "#}")].into_iter().filter_map(find).min()
}

fn is_tag(text: &str) -> bool {
    let mut letters = text.chars();
    letters.next() == Some('<')
        && letters
            .next()
            .is_some_and(|next| next.is_ascii_alphabetic() || next == '/' || next == '!')
}

fn tag_end(text: &str) -> usize {
    let mut quote = None;
    for (at, letter) in text.char_indices() {
        match (quote, letter) {
            (None, '>') => return at + 1,
            (None, '"' | '\'') => quote = Some(letter),
            (Some(open), letter) if open == letter => quote = None,
            _ => {}
        }
    }
    text.len()
}

fn lines(first: usize, text: &str) -> impl Iterator<Item = (usize, String)> {
    text.lines().enumerate().map(move |(at, line)| (first + at, line.trim().to_owned()))
}

fn tag(line: usize, text: &str) -> Tag {
    let inside = text.trim_start_matches('<').trim_end_matches('>');
    let end = inside.find(|letter: char| letter.is_whitespace()).unwrap_or(inside.len());
    Tag { line, name: inside[..end].to_lowercase(), attributes: attributes(&inside[end..]) }
}

fn attributes(text: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut rest = text.trim_start();
    while !rest.is_empty() {
        let end = rest
            .find(|letter: char| letter.is_whitespace() || letter == '=')
            .unwrap_or(rest.len())
            .max(1);
        let name = rest[..end].to_lowercase();
        rest = rest[end..].trim_start();
        let Some(value) = rest.strip_prefix('=').map(str::trim_start) else {
            found.push((name, String::new()));
            continue;
        };
        let quote = value.chars().next().filter(|first| ['"', '\''].contains(first));
        let value = &value[quote.map_or(0, char::len_utf8)..];
        let end = value
            .find(|letter: char| quote.map_or(letter.is_whitespace(), |quote| letter == quote))
            .unwrap_or(value.len());
        found.push((name, value[..end].to_owned()));
        rest = value[end..].strip_prefix(['"', '\'']).unwrap_or(&value[end..]).trim_start();
    }
    found
}

#[test]
fn a_template_is_taken_apart() {
    let page = Template::parse(
        "{# <b>note</b> #}<p class=\"a{% if b > c %} d{% endif %}\" hidden>One {{ two }}\n<!-- <i>three</i> -->a < b</p>",
    );
    let names: Vec<&str> = page.tags.iter().map(|tag| tag.name.as_str()).collect();
    assert_eq!(names, ["p", "/p"], "comments hold no tags");
    let texts: Vec<&str> =
        page.text.iter().map(|(_, text)| text.as_str()).filter(|text| !text.is_empty()).collect();
    assert_eq!(texts, ["One", "a < b"], "expressions are not text");
    assert_eq!(page.tags[0].attributes[1].0, "hidden", "an attribute without a value");
    assert_eq!(page.expressions.len(), 3, "an if, its end, and a value");
}
