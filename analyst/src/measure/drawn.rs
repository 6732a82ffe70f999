//! Charts into files: one series into the file that was named, several into a file each beside it.

use std::{
    collections::BTreeSet,
    path::{Path, PathBuf},
};

use xmr::{Columns, Measured};

use crate::{
    file,
    said::{Failure, Said},
};

/// The most charts that one command draws.
const MOST: usize = 1_000;
/// The most letters of a name.
const LONGEST: usize = 80;

/// Draws each series, and says into which files.
pub(super) fn draw(all: &[Measured], columns: &Columns, svg: &Path) -> Said<Vec<PathBuf>> {
    if all.len() > MOST {
        let series = all.len();
        let why = format!(
            "there are {series} series, and {MOST} charts at most: give a part of the file"
        );
        return Err(Failure::of(svg, why));
    }
    let mut taken = BTreeSet::new();
    let mut drawn = Vec::with_capacity(all.len());
    for measured in all {
        let name = measured.name();
        let by = if name.is_empty() { String::new() } else { format!(", {name}") };
        let of = columns.size.as_ref().map(|size| format!(" of {size}")).unwrap_or_default();
        let title = format!("{}{of}{by}", columns.value);
        let path = if all.len() == 1 { svg.to_owned() } else { beside(svg, measured, &mut taken) };
        file::write(&path, xmr::draw(measured, &title).as_bytes())?;
        drawn.push(path);
    }
    Ok(drawn)
}

/// `chart.svg` and a series of type 1 at R1H become `chart-1-r1h.svg`; where that is taken, `chart-1-r1h-2.svg`.
fn beside(svg: &Path, measured: &Measured, taken: &mut BTreeSet<String>) -> PathBuf {
    let stem = svg.file_stem().unwrap_or_default().to_string_lossy();
    let end = svg.extension().map_or_else(|| "svg".into(), |end| end.to_string_lossy());
    let by: Vec<String> = measured.series.by.iter().map(|(_, value)| slug(value)).collect();
    let slug: String = by.join("-").chars().take(LONGEST).collect();
    let name = |again: usize| match again {
        1 => format!("{stem}-{slug}.{end}"),
        again => format!("{stem}-{slug}-{again}.{end}"),
    };
    let free = (1..=MOST).map(name).find(|name| taken.insert(name.clone()));
    svg.with_file_name(free.unwrap_or_default())
}

fn slug(text: &str) -> String {
    let lower = text.to_lowercase();
    let words: Vec<&str> = lower
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    if words.is_empty() { String::from("none") } else { words.join("-") }
}
