//! How alike two values are.

use rapidfuzz::distance::{jaro_winkler, levenshtein, osa};

use super::Ask;
use crate::{form, nickname, part};

/// The mean radius of the earth in kilometres (IUGG).
const EARTH_KM: f64 = 6371.0088;

impl Ask {
    /// Whether it holds for two values, both written in their form and neither empty.
    ///
    /// Across columns (`swapped`) it cannot be answered from two values; the answer is no.
    pub(crate) fn holds(&self, a: &str, b: &str) -> bool {
        match self {
            Self::Exact => a == b,
            Self::Swapped(_) => false,
            Self::Otherwise => true,
            Self::JaroWinkler(least) => jaro(a, b, *least),
            Self::Levenshtein(most) => edits(a, b, *most),
            Self::Damerau(most) => strokes(a, b, *most),
            Self::Digits(most) => a.len() == b.len() && differing(a, b) <= *most,
            Self::Initial => initial(a, b) || initial(b, a),
            Self::Nickname => nickname::same(a, b),
            Self::Shared(least) => shared(a, b) >= *least,
            Self::WithinKm(most) => kilometres(a, b).is_some_and(|apart| apart <= *most),
            Self::SameLocalPart => same(part::local(a), part::local(b)),
            Self::Sector => same(part::sector(a), part::sector(b)),
            Self::District => same(part::district(a), part::district(b)),
            Self::Area => same(part::area(a), part::area(b)),
            Self::DayMonthSwapped => dates(a, b, |a, b| a.0 == b.0 && a.1 == b.2 && a.2 == b.1),
            Self::SameParts(least) => dates(a, b, |a, b| agreeing(a, b) >= *least),
            Self::SameMonth => dates(a, b, |a, b| a.0 == b.0 && a.1 == b.1),
            Self::SameYear => dates(a, b, |a, b| a.0 == b.0),
            Self::Years(most) => dates(a, b, |a, b| year(a).abs_diff(year(b)) <= *most),
        }
    }
}

type Date<'a> = (&'a str, &'a str, &'a str);

fn dates(a: &str, b: &str, hold: impl Fn(Date<'_>, Date<'_>) -> bool) -> bool {
    part::date(a).zip(part::date(b)).is_some_and(|(a, b)| hold(a, b))
}

fn agreeing(a: Date<'_>, b: Date<'_>) -> usize {
    usize::from(a.0 == b.0) + usize::from(a.1 == b.1) + usize::from(a.2 == b.2)
}

fn year(date: Date<'_>) -> u32 {
    date.0.parse().unwrap_or_default()
}

fn same(a: &str, b: &str) -> bool {
    !a.is_empty() && a == b
}

fn jaro(a: &str, b: &str, least: f64) -> bool {
    let args = jaro_winkler::Args::default().score_cutoff(least);
    if a.is_ascii() && b.is_ascii() {
        return jaro_winkler::similarity_with_args(a.bytes(), b.bytes(), &args).is_some();
    }
    jaro_winkler::similarity_with_args(a.chars(), b.chars(), &args).is_some()
}

fn edits(a: &str, b: &str, most: usize) -> bool {
    let args = levenshtein::Args::default().score_cutoff(most);
    levenshtein::distance_with_args(a.chars(), b.chars(), &args).is_some()
}

fn strokes(a: &str, b: &str, most: usize) -> bool {
    let args = osa::Args::default().score_cutoff(most);
    if a.is_ascii() && b.is_ascii() {
        return osa::distance_with_args(a.bytes(), b.bytes(), &args).is_some();
    }
    osa::distance_with_args(a.chars(), b.chars(), &args).is_some()
}

fn differing(a: &str, b: &str) -> usize {
    a.bytes().zip(b.bytes()).filter(|(a, b)| a != b).count()
}

fn initial(short: &str, long: &str) -> bool {
    short.chars().count() == 1 && long.starts_with(short)
}

fn shared(a: &str, b: &str) -> usize {
    form::items(a).filter(|item| form::items(b).any(|other| other == *item)).count()
}

/// The great-circle distance by the haversine formula (Sinnott 1984).
fn kilometres(a: &str, b: &str) -> Option<f64> {
    let ((latitude_a, longitude_a), (latitude_b, longitude_b)) = (form::place(a)?, form::place(b)?);
    let across = ((latitude_b - latitude_a).to_radians() / 2.0).sin().powi(2);
    let along = ((longitude_b - longitude_a).to_radians() / 2.0).sin().powi(2);
    let both = latitude_a.to_radians().cos() * latitude_b.to_radians().cos();
    Some(2.0 * EARTH_KM * (across + both * along).clamp(0.0, 1.0).sqrt().asin())
}
