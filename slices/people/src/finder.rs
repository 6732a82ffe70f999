//! What may tell who a text is about: names, dates, places. It points out and never decides; what
//! it cannot know is left to whoever reads the text once more.

mod dates;
mod known;
mod staying;
mod tokens;

use std::collections::BTreeSet;

pub use known::{known_in, names};
pub use staying::{all_may_stay, boxes, left};
use tokens::{Token, tokens};

/// What kind of thing was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sort {
    /// A name that is known here.
    Name,
    /// A day: finer than a month.
    Date,
    /// A place that is known here, or a word with a capital that may be a name or a place.
    Place,
}

/// Something that may tell who it is about, as it stands in the text.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Finding {
    /// What it looks like.
    pub sort: Sort,
    /// The words themselves.
    pub text: String,
}

/// What is known here, to be looked for.
#[derive(Clone, Debug, Default)]
pub struct Known {
    names: BTreeSet<String>,
    places: BTreeSet<String>,
}

impl Known {
    /// Nothing known yet.
    pub fn nothing() -> Self {
        Self::default()
    }

    /// Also these names of people, each part of them by itself.
    #[must_use]
    pub fn people<S: AsRef<str>>(mut self, names: impl IntoIterator<Item = S>) -> Self {
        self.names.extend(names.into_iter().flat_map(|it| parts(it.as_ref())));
        self
    }

    /// Also these names of places, teams and organisations.
    #[must_use]
    pub fn bodies<S: AsRef<str>>(mut self, names: impl IntoIterator<Item = S>) -> Self {
        self.places.extend(names.into_iter().flat_map(|it| parts(it.as_ref())));
        self
    }
}

/// The parts of a name that name anybody, in small letters: of "the Reeds", only "reeds".
fn parts(name: &str) -> Vec<String> {
    let all = tokens(name);
    let some_capital = all.iter().any(Token::is_capital);
    let telling = all.iter().filter(|it| it.is_capital() || !some_capital);
    telling.map(Token::plain).filter(|it| it.chars().count() > 1).collect()
}

/// Everything in `text` that may tell who it is about, in the order it stands there, once each.
pub fn found(text: &str, known: &Known) -> Vec<Finding> {
    let all = tokens(text);
    let mut found = dates::found(text, &all);
    found.extend(all.iter().filter_map(|it| telling(it, known).map(|sort| (it.at, sort, it.text))));
    found.sort_by_key(|(at, ..)| *at);
    let mut seen = BTreeSet::new();
    let findings = found.into_iter().map(|(_, sort, text)| Finding { sort, text: text.to_owned() });
    findings.filter(|it| seen.insert(it.text.clone())).collect()
}

fn telling(token: &Token<'_>, known: &Known) -> Option<Sort> {
    let plain = token.plain();
    if known.names.contains(&plain) {
        return Some(Sort::Name);
    }
    if !token.is_capital() || dates::is_word_of_dates(token) {
        return None;
    }
    let known_place = known.places.contains(&plain);
    (known_place || !token.begins_sentence && !token.is_i()).then_some(Sort::Place)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn texts(text: &str, known: &Known) -> Vec<String> {
        found(text, known).into_iter().map(|it| it.text).collect()
    }

    #[test]
    fn names_are_found_however_they_stand() {
        let known = Known::nothing().people(["Jo Reed", "abdul", "the Okafor family"]);
        let all =
            texts("JO's neighbour abdul, and Reed. The okafors, Okafor’s. Family joy.", &known);
        assert_eq!(all, ["JO's", "abdul", "Reed", "Okafor’s"]);
    }

    #[test]
    fn days_are_found_and_months_are_not() {
        let none = Known::nothing();
        for day in [
            "on 9 April",
            "the 9th of April",
            "on April 9",
            "April 21st",
            "2026-04-09",
            "09/04/2026",
            "9.4.26",
            "on Tuesdays",
            "last monday",
            "by Thurs",
            "3 Dec",
        ] {
            let found = found(&format!("we met {day}, and it rained"), &none);
            assert!(found.iter().any(|it| it.sort == Sort::Date), "{day}: {found:?}");
        }
        for month in ["in April", "in May 2026", "for 3 weeks", "3 of 12", "we sat in the sun"] {
            assert_eq!(texts(&format!("we met {month}, and it rained"), &none), [""; 0], "{month}");
        }
    }

    #[test]
    fn capitals_inside_a_sentence_are_asked_about() {
        let none = Known::nothing();
        let text =
            "Company helps. I think I'd go to Ashwell market. “We went.” It is the GP:\nThey know.";
        assert_eq!(texts(text, &none), ["Ashwell", "GP"]);
        let known = Known::nothing().bodies(["Riverside team"]);
        assert_eq!(texts("Riverside does it. The team helps.", &known), ["Riverside"]);
    }

    #[test]
    fn each_is_asked_about_once() {
        assert_eq!(texts("to Ashwell and Ashwell", &Known::nothing()), ["Ashwell"]);
    }

    proptest! {
        #[test]
        fn what_is_found_stands_in_the_text(text in "\\PC{0,120}") {
            let known = Known::nothing().people(["Jo", "ab"]);
            for finding in found(&text, &known) {
                prop_assert!(text.contains(&finding.text), "{finding:?}");
            }
        }

        #[test]
        fn a_known_name_is_always_found(
            before in "([a-z]{1,8}[ ,.]{1,2}){0,6}",
            name in "[A-Z][a-z]{1,9}",
            after in "([ ,.!’'][a-z]{0,8}){0,6}",
        ) {
            let known = Known::nothing().people([name.as_str()]);
            for written in [name.clone(), name.to_lowercase(), name.to_uppercase()] {
                let text = format!("{before}{written} {after}");
                let all = found(&text, &known);
                prop_assert!(all.iter().any(|it| it.text.starts_with(&written)), "{text}: {all:?}");
            }
        }

        #[test]
        fn a_day_and_a_month_are_always_found(day in 1..=31u8, month in 0..12usize, before in "([a-z]{1,8} ){0,4}") {
            let month = dates::MONTHS[month];
            for text in [format!("{before}{day} {month}"), format!("{before}{month} {day} x")] {
                let all = found(&text, &Known::nothing());
                prop_assert!(all.iter().any(|it| it.sort == Sort::Date), "{text}: {all:?}");
            }
        }

        #[test]
        fn plain_words_are_left_alone(text in "([a-c]{1,8}[ ,.]{1,2}){0,12}") {
            prop_assert!(found(&text, &Known::nothing()).is_empty());
        }

        #[test]
        fn a_capital_inside_a_sentence_is_always_found(before in "([a-c]{1,8} ){1,4}", word in "[A-Z][d-z]{5,9}x") {
            let all = found(&format!("{before}{word}"), &Known::nothing());
            prop_assert_eq!(all.len(), 1);
        }
    }
}
