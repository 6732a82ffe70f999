//! Days, as people write them.

use super::{Sort, tokens::Token};

/// The months, as they are written out.
pub(super) const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];
const DAYS: [&str; 7] =
    ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
/// Short forms of days that are no other word, or that only a capital makes a day.
const SHORT_DAYS: [&str; 11] =
    ["mon", "tue", "tues", "wed", "weds", "thu", "thur", "thurs", "fri", "sat", "sun"];

type Found<'a> = (usize, Sort, &'a str);

/// Every day in the text.
pub(super) fn found<'a>(text: &'a str, tokens: &[Token<'a>]) -> Vec<Found<'a>> {
    let mut all: Vec<Found<'a>> = numbers(text);
    all.extend(tokens.iter().filter(|it| is_day(it)).map(|it| (it.at, Sort::Date, it.text)));
    for (at, first) in tokens.iter().enumerate() {
        let rest = tokens.get(at + 1..).unwrap_or_default();
        let end = match rest {
            [next, ..] if pair(first, next) => next.end(),
            [of, next, ..] if of.plain() == "of" && is_number(first) && is_month(next) => {
                next.end()
            }
            _ => continue,
        };
        all.extend(text.get(first.at..end).map(|it| (first.at, Sort::Date, it)));
    }
    all
}

/// It is the name of a day or a month, whose capital says nothing.
pub(super) fn is_word_of_dates(token: &Token<'_>) -> bool {
    is_day(token) || is_month(token)
}

fn pair(first: &Token<'_>, next: &Token<'_>) -> bool {
    is_number(first) && is_month(next) || is_month(first) && is_number(next)
}

fn is_day(token: &Token<'_>) -> bool {
    let plain = token.plain();
    let one = plain.strip_suffix('s').unwrap_or(&plain);
    DAYS.contains(&one) || token.is_capital() && SHORT_DAYS.contains(&plain.as_str())
}

fn is_month(token: &Token<'_>) -> bool {
    let plain = token.plain();
    let short = || plain.len() >= 3 && MONTHS.iter().any(|it| it.starts_with(plain.as_str()));
    MONTHS.contains(&plain.as_str()) || token.is_capital() && plain.len() <= 4 && short()
}

/// A day of a month: 1 to 31, alone or as 1st, 2nd.
fn is_number(token: &Token<'_>) -> bool {
    let plain = token.plain();
    let digits = ["st", "nd", "rd", "th"].iter().find_map(|end| plain.strip_suffix(end));
    digits.unwrap_or(&plain).parse::<u8>().is_ok_and(|it| (1..=31).contains(&it))
}

/// Dates in figures: three numbers, or two with a slash, and one kind of sign between them.
fn numbers(text: &str) -> Vec<Found<'_>> {
    let mut all = Vec::new();
    let mut from = None;
    for (at, letter) in text.char_indices().chain([(text.len(), ' ')]) {
        let inside = letter.is_ascii_digit() || matches!(letter, '-' | '/' | '.');
        match (inside, from) {
            (true, None) => from = Some(at),
            (false, Some(start)) => {
                all.extend(text.get(start..at).and_then(|it| in_figures(start, it)));
                from = None;
            }
            (true, Some(_)) | (false, None) => {}
        }
    }
    all
}

fn in_figures(at: usize, piece: &str) -> Option<Found<'_>> {
    let text = piece.trim_matches(['-', '/', '.']);
    let at = at + piece.find(text)?;
    let split = |sign: char, count: usize| {
        let parts: Vec<&str> = text.split(sign).collect();
        parts.len() == count && parts.iter().all(|it| is_part(it))
    };
    let is_date = split('-', 3) || split('/', 3) || split('.', 3) || split('/', 2);
    is_date.then_some((at, Sort::Date, text))
}

fn is_part(part: &str) -> bool {
    (1..=4).contains(&part.len()) && part.bytes().all(|it| it.is_ascii_digit())
}
