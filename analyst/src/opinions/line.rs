//! Lines for a terminal.

use std::{fmt::Display, io};

use crate::said::Said;

/// How many letters of an id are shown.
const LONG: usize = 16;
/// How wide a line may be.
const WIDE: usize = 100;

/// Writes a text behind what leads it, and the rest of it below where it began.
pub(super) fn wrapped(out: &mut dyn io::Write, lead: &str, text: &str) -> Said {
    let rest = " ".repeat(textwrap::core::display_width(lead));
    let options = textwrap::Options::new(WIDE)
        .initial_indent(lead)
        .subsequent_indent(&rest)
        .word_separator(textwrap::WordSeparator::AsciiSpace)
        .word_splitter(textwrap::WordSplitter::NoHyphenation)
        .wrap_algorithm(textwrap::WrapAlgorithm::FirstFit);
    for line in textwrap::wrap(&harmless(text), options) {
        writeln!(out, "{}", line.trim_end())?;
    }
    Ok(())
}

/// One line of it, without what could steer a terminal or turn the direction of writing.
fn harmless(text: &str) -> String {
    let plain = |letter: char| match letter {
        '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {
            ' '
        }
        letter if letter.is_control() => ' ',
        letter => letter,
    };
    let plain: String = text.chars().map(plain).collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// An id as a column shows it: of one that is long, how it begins.
pub(super) fn name(id: &impl Display) -> String {
    let whole = harmless(&id.to_string());
    match whole.char_indices().nth(LONG) {
        Some((end, _)) => format!("{}...", whole.get(..end).unwrap_or_default()),
        None => whole,
    }
}

/// A count with commas between thousands.
pub(super) fn count(number: usize) -> String {
    let digits = number.to_string();
    let mut said = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            said.push(',');
        }
        said.push(digit);
    }
    said
}

/// A count with the word for one or for several.
pub(super) fn many(number: usize, one: &str, several: &str) -> String {
    format!("{} {}", count(number), if number == 1 { one } else { several })
}

/// A part of a whole, in percent.
pub(super) fn percent(part: u32, whole: u32) -> String {
    if whole == 0 {
        return "-".to_owned();
    }
    format!("{:.0}%", 100.0 * f64::from(part) / f64::from(whole))
}

#[cfg(test)]
mod tests {
    use super::{count, harmless, wrapped};

    #[test]
    fn a_text_cannot_steer_the_terminal() {
        assert_eq!(harmless("a\u{1b}[31mred\nb\u{202e}c"), "a [31mred b c");
    }

    #[test]
    fn letters_that_are_twice_as_wide_count_twice() {
        let mut out = Vec::new();
        wrapped(&mut out, "  7  ", &"車".repeat(60)).unwrap();
        let said = String::from_utf8(out).unwrap();
        let lengths: Vec<usize> = said.lines().map(|line| line.chars().count()).collect();
        assert_eq!(lengths, [5 + 47, 5 + 13]);
    }

    #[test]
    fn thousands_are_set_apart() {
        assert_eq!([0, 999, 1_000, 1_234_567].map(count), ["0", "999", "1,000", "1,234,567"]);
    }
}
