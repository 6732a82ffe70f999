//! A text as words, each with where it stands.

/// A word of a text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token<'a> {
    /// The word as written.
    pub(super) text: &'a str,
    /// Where it begins, in bytes.
    pub(super) at: usize,
    /// It is the first of a sentence, so that its capital says nothing.
    pub(super) begins_sentence: bool,
}

impl Token<'_> {
    /// In small letters, without an ending that only says whose.
    pub(super) fn plain(&self) -> String {
        let small = self.text.to_lowercase();
        let own = ["'s", "’s"].iter().find_map(|end| small.strip_suffix(end));
        own.unwrap_or(&small).trim_matches(is_apostrophe).to_owned()
    }

    /// Where it ends, in bytes.
    pub(super) const fn end(&self) -> usize {
        self.at + self.text.len()
    }

    /// It begins with a capital.
    pub(super) fn is_capital(&self) -> bool {
        self.text.chars().next().is_some_and(char::is_uppercase)
    }

    /// It is "I", alone or with a verb.
    pub(super) fn is_i(&self) -> bool {
        let mut letters = self.text.chars();
        letters.next() == Some('I') && letters.next().is_none_or(is_apostrophe)
    }
}

/// The words of a text: letters and digits, with apostrophes inside.
pub(super) fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut all: Vec<Token<'_>> = Vec::new();
    let mut from = None;
    for (at, letter) in text.char_indices().chain([(text.len(), ' ')]) {
        let inside = letter.is_alphanumeric() || is_apostrophe(letter) && from.is_some();
        match (inside, from) {
            (true, None) => from = Some(at),
            (false, Some(start)) => {
                let end = all.last().map_or(0, Token::end);
                let begins = all.is_empty() || begins_sentence(text.get(end..start));
                let word = text.get(start..at).unwrap_or_default();
                all.push(Token { text: word, at: start, begins_sentence: begins });
                from = None;
            }
            (true, Some(_)) | (false, None) => {}
        }
    }
    all
}

fn begins_sentence(between: Option<&str>) -> bool {
    between.is_some_and(|it| it.contains(['.', '!', '?', ':', '\n', '“', '"', '‘', '•']))
}

const fn is_apostrophe(letter: char) -> bool {
    matches!(letter, '\'' | '’')
}
