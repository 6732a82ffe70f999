//! Lists of values, and places on the earth.

use std::fmt::Write as _;

/// The most values of a list that are compared.
const MOST: usize = 20;

/// Values in order, each once, between `|`.
pub(super) fn list(raw: &str, out: &mut String) {
    let inner = raw.trim_start_matches('[').trim_end_matches(']');
    let commas = inner.len() != raw.len();
    let mut values: Vec<String> = inner
        .split(|sign: char| matches!(sign, '|' | ';') || (commas && sign == ','))
        .map(|value| {
            let mut written = String::new();
            super::words::words(value, &mut written);
            written
        })
        .filter(|value| !value.is_empty())
        .take(MOST)
        .collect();
    values.sort_unstable();
    values.dedup();
    *out = values.join("|");
}

/// The values of a list that [`list`] wrote.
pub(crate) fn items(text: &str) -> impl Iterator<Item = &str> {
    text.split('|')
}

/// `latitude,longitude` with five digits: a place to within a metre or so.
pub(super) fn write_place(raw: &str, out: &mut String) {
    if let Some((latitude, longitude)) = place(raw) {
        // Writing into a text does not fail.
        let _written = write!(out, "{latitude:.5},{longitude:.5}");
    }
}

/// Latitude and longitude in degrees.
pub(crate) fn place(raw: &str) -> Option<(f64, f64)> {
    let mut numbers = raw
        .split(|sign: char| {
            matches!(sign, ',' | ';' | '(' | ')' | '[' | ']') || sign.is_whitespace()
        })
        .filter(|piece| !piece.is_empty())
        .map(str::parse::<f64>);
    let latitude = numbers.next()?.ok().filter(|degrees| degrees.abs() <= 90.0)?;
    let longitude = numbers.next()?.ok().filter(|degrees| degrees.abs() <= 180.0)?;
    Some((latitude, longitude))
}
