//! Tests as texts.

use std::fmt;

use super::{Ask, Clause, Test};

impl TryFrom<String> for Test {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        text.split(" and ").map(clause).collect::<Result<_, _>>().map(Self)
    }
}

impl From<Test> for String {
    fn from(test: Test) -> Self {
        test.to_string()
    }
}

impl fmt::Display for Test {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, clause) in self.0.iter().enumerate() {
            let between = if place == 0 { "" } else { " and " };
            write!(f, "{between}{}", Words(&clause.ask))?;
            if let Some(column) = &clause.of {
                write!(f, " of {column}")?;
            }
        }
        Ok(())
    }
}

fn clause(text: &str) -> Result<Clause, String> {
    let (text, of) = match text.split_once(" of ") {
        Some((ask, column)) => (ask, Some(column.trim().to_owned())),
        None => (text, None),
    };
    let mut words = text.split_whitespace();
    let name = words.next().unwrap_or_default();
    let ask = ask(name, words.next().unwrap_or_default())?;
    match words.next() {
        Some(word) => Err(format!("`{word}` is one word too many in the test `{text}`")),
        None => Ok(Clause { ask, of }),
    }
}

fn ask(name: &str, with: &str) -> Result<Ask, String> {
    if let Some(plain) = plain(name) {
        return if with.is_empty() {
            Ok(plain)
        } else {
            Err(format!("the test `{name}` takes no number"))
        };
    }
    Ok(match name {
        "jaro_winkler" => Ask::JaroWinkler(share(name, with)?),
        "levenshtein" => Ask::Levenshtein(whole(name, with)?),
        "damerau" => Ask::Damerau(whole(name, with)?),
        "digits" => Ask::Digits(whole(name, with)?),
        "same_parts" => Ask::SameParts(whole(name, with)?),
        "shared" => Ask::Shared(whole(name, with)?),
        "years" => Ask::Years(u32::try_from(whole(name, with)?).unwrap_or(u32::MAX)),
        "within_km" => Ask::WithinKm(number(name, with)?),
        "swapped" if !with.is_empty() => Ask::Swapped(with.to_owned()),
        _ => return Err(format!("there is no test `{name} {with}`")),
    })
}

fn plain(name: &str) -> Option<Ask> {
    Some(match name {
        "exact" => Ask::Exact,
        "initial" => Ask::Initial,
        "nickname" => Ask::Nickname,
        "day_month_swapped" => Ask::DayMonthSwapped,
        "same_month" => Ask::SameMonth,
        "same_year" => Ask::SameYear,
        "same_local_part" => Ask::SameLocalPart,
        "sector" => Ask::Sector,
        "district" => Ask::District,
        "area" => Ask::Area,
        "else" => Ask::Otherwise,
        _ => return None,
    })
}

fn number(name: &str, text: &str) -> Result<f64, String> {
    let number = text.parse::<f64>().ok().filter(|number| number.is_finite() && *number >= 0.0);
    number.ok_or_else(|| format!("the test `{name}` needs a number after it, not `{text}`"))
}

fn share(name: &str, text: &str) -> Result<f64, String> {
    let share = number(name, text)?;
    if share > 1.0 {
        return Err(format!("a similarity is at most 1, but the test `{name}` asks for {text}"));
    }
    Ok(share)
}

fn whole(name: &str, text: &str) -> Result<usize, String> {
    text.parse()
        .map_err(|_| format!("the test `{name}` needs a whole number after it, not `{text}`"))
}

struct Words<'a>(&'a Ask);

impl fmt::Display for Words<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Ask::Exact => f.write_str("exact"),
            Ask::JaroWinkler(least) => write!(f, "jaro_winkler {least}"),
            Ask::Levenshtein(most) => write!(f, "levenshtein {most}"),
            Ask::Damerau(most) => write!(f, "damerau {most}"),
            Ask::Swapped(with) => write!(f, "swapped {with}"),
            Ask::Initial => f.write_str("initial"),
            Ask::Nickname => f.write_str("nickname"),
            Ask::DayMonthSwapped => f.write_str("day_month_swapped"),
            Ask::Digits(most) => write!(f, "digits {most}"),
            Ask::SameParts(least) => write!(f, "same_parts {least}"),
            Ask::SameMonth => f.write_str("same_month"),
            Ask::SameYear => f.write_str("same_year"),
            Ask::Years(most) => write!(f, "years {most}"),
            Ask::SameLocalPart => f.write_str("same_local_part"),
            Ask::Sector => f.write_str("sector"),
            Ask::District => f.write_str("district"),
            Ask::Area => f.write_str("area"),
            Ask::Shared(least) => write!(f, "shared {least}"),
            Ask::WithinKm(most) => write!(f, "within_km {most}"),
            Ask::Otherwise => f.write_str("else"),
        }
    }
}
