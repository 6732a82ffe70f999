//! The files of records, and the model.

use std::path::{Path, PathBuf};

use clap::Args;
use linkage::{Model, Records};

use crate::{
    file,
    said::{Failure, Said},
};

/// What every command about records may be told.
#[derive(Debug, Args)]
pub(super) struct Told {
    /// A model (TOML or JSON), instead of the general one for people.
    #[arg(long)]
    pub(super) model: Option<PathBuf>,
    /// The column of the records' ids; otherwise the first of `record_id`, `rec_id`, `unique_id` and id.
    #[arg(long)]
    pub(super) id: Option<String>,
    /// Answer as JSON.
    #[arg(long)]
    pub(super) json: bool,
}

/// The model in this file, or the one for people that is shipped.
pub(super) fn model(path: Option<&Path>) -> Said<Model> {
    match path {
        None => Model::people().map_err(|why| Failure::from(why.to_string())),
        Some(path) => Model::read(&file::read(path)?).map_err(|why| Failure::of(path, why)),
    }
}

/// Thresholds that were asked for instead of the model's.
pub(super) fn thresholds(model: &mut Model, together: Option<f64>, attention: Option<f64>) -> Said {
    let numbers = [together, attention].into_iter().flatten().all(f64::is_finite);
    if !numbers {
        return Err(String::from("a threshold must be a number, such as 4 or -1.5").into());
    }
    model.together = together.unwrap_or(model.together);
    model.attention = attention.unwrap_or_else(|| model.attention.min(model.together));
    if model.attention > model.together {
        let why = format!(
            "the threshold for attention ({}) is above the one for being together ({}). Give a lower --attention.",
            model.attention, model.together
        );
        return Err(why.into());
    }
    Ok(())
}

/// The records of all files, each a source that is called by its stem.
pub(super) fn records(model: &Model, files: &[PathBuf], id: Option<&str>) -> Said<Records> {
    let mut records = Records::new(model);
    for path in files {
        read(&mut records, path, id)?;
    }
    Ok(records)
}

/// Adds the records of one file.
pub(super) fn read(records: &mut Records, path: &Path, id: Option<&str>) -> Said {
    let stem = path
        .file_stem()
        .map_or_else(|| String::from("-"), |stem| stem.to_string_lossy().into_owned());
    let bytes = file::read(path)?;
    records.read(&stem, &bytes, id).map_err(|why| Failure::of(path, why))
}

/// `12,345`.
pub(super) fn thousands(number: u64) -> String {
    let digits = number.to_string();
    let first = digits.len() % 3;
    let mut grouped = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && place % 3 == first {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

/// The same for what was counted in memory.
pub(super) fn count(number: usize) -> String {
    thousands(number as u64)
}

#[cfg(test)]
mod tests {
    #[test]
    fn large_numbers_are_grouped() {
        let written = [0, 12, 123, 1_234, 12_345, 123_456, 1_234_567].map(super::thousands);
        assert_eq!(written, ["0", "12", "123", "1,234", "12,345", "123,456", "1,234,567"]);
    }
}
