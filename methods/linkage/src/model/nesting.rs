//! How deep brackets stand in one another in TOML, before a parser that goes down with them is asked.

use super::WrongModel;

/// The deepest that a model needs is 3.
const DEEPEST: usize = 16;

/// Refuses what is nested too deep, and strings of several lines, which no model needs and which would hide brackets.
pub(super) fn bounded(text: &str) -> Result<(), WrongModel> {
    if text.contains("\"\"\"") || text.contains("'''") {
        return Err(WrongModel(String::from(
            "it has a string of several lines. Put it on one line.",
        )));
    }
    let mut open = Vec::new();
    for (line, text) in (1..).zip(text.split('\n')) {
        for bracket in outside_strings(text) {
            match bracket {
                '[' | '{' => open.push(bracket),
                _closing if open.pop() == Some(opening(bracket)) => {}
                _closing => {
                    return Err(WrongModel(format!("line {line}: `{bracket}` closes nothing")));
                }
            }
            if open.len() > DEEPEST {
                let why = format!("line {line}: brackets are nested more than {DEEPEST} deep");
                return Err(WrongModel(why));
            }
        }
    }
    Ok(())
}

fn opening(closing: char) -> char {
    if closing == ']' { '[' } else { '{' }
}

/// The brackets of a line that stand neither in a string nor in a comment.
fn outside_strings(line: &str) -> impl Iterator<Item = char> {
    let (mut within, mut escaped) = (None, false);
    line.chars().filter(move |sign| {
        let was_escaped = std::mem::take(&mut escaped);
        match (within, sign) {
            (None, '"' | '\'' | '#') => within = Some(*sign),
            (Some('"'), '\\') if !was_escaped => escaped = true,
            (Some(quote), sign) if quote == *sign && quote != '#' && !was_escaped => within = None,
            _other => {}
        }
        within.is_none() && matches!(sign, '[' | '{' | ']' | '}')
    })
}
