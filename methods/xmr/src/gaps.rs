//! What is not there: dates without a value, and stretches without a date.

use jiff::SignedDuration;

use crate::{date::Date, notes::Counted, plan::Kind, series::Series};

/// The most dates that one note names.
const NAMED: usize = 5;

/// Says which dates have no value.
pub(crate) fn missing(dates: &[Date]) -> Option<String> {
    let texts: Vec<String> = dates.iter().map(Date::to_string).collect();
    (!dates.is_empty()).then(|| {
        format!(
            "{} without a value ({}): left out, and the points on both sides count as neighbours.",
            Counted(dates.len(), "date"),
            named(&texts)
        )
    })
}

/// Says where dates lie much further apart than they mostly do: more than one and a half times the middle distance. Where more
/// than one distance in ten is like that (and more than two are), it is the rhythm of the series, as weekends are, and no gap.
/// Between rare events distances differ by nature.
pub(crate) fn gaps(series: &Series, kind: Kind) -> Option<String> {
    if matches!(kind, Kind::TimesBetween | Kind::OpportunitiesBetween) {
        return None;
    }
    let mut dates: Vec<&Date> = series.dates.iter().chain(&series.missing).collect();
    dates.sort();
    let apart = |pair: (&Date, &Date)| pair.1.at().duration_since(pair.0.at());
    let pairs = || dates.iter().copied().zip(dates.iter().copied().skip(1));
    let mut distances: Vec<SignedDuration> = pairs().map(apart).collect();
    distances.sort_unstable();
    let usual = *distances.get(distances.len() / 2)?;
    let longest = usual + usual / 2;
    let gaps: Vec<String> =
        pairs().filter(|pair| apart(*pair) > longest).map(|(a, b)| format!("{a} to {b}")).collect();
    let rhythm = gaps.len() > (distances.len() / 10).max(2);
    (!gaps.is_empty() && !rhythm).then(|| {
        format!(
            "{} between dates ({}), longer than usual: the points on both sides count as neighbours.",
            Counted(gaps.len(), "gap"),
            named(&gaps)
        )
    })
}

/// The first few, and how many more there are.
fn named(all: &[String]) -> String {
    let first = all.get(..all.len().min(NAMED)).unwrap_or_default().join(", ");
    match all.len().saturating_sub(NAMED) {
        0 => first,
        more => format!("{first} and {more} more"),
    }
}
