//! Small tables and lines that fit a terminal.

use std::io;

use crate::said::Said;

/// The widest line.
pub(super) const WIDTH: usize = 100;

/// Cuts a text that is too long, and says so with `...`.
pub(super) fn cut(text: &str, width: usize) -> String {
    let line: String = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= width {
        return line;
    }
    let kept: String = line.chars().take(width.saturating_sub(3)).collect();
    format!("{}...", kept.trim_end())
}

/// Rows under a heading, numbers to the right, the last column (a text) to the left.
pub(super) fn print(out: &mut dyn io::Write, head: &[&str], rows: &[Vec<String>]) -> Said {
    let head: Vec<String> = head.iter().map(|&name| name.to_owned()).collect();
    let width = |column: usize| {
        let cells = rows.iter().chain([&head]).filter_map(|row| row.get(column));
        cells.map(|cell| cell.chars().count()).max().unwrap_or_default()
    };
    let last = head.len().saturating_sub(1);
    for row in std::iter::once(&head).chain(rows) {
        let mut line = String::from("  ");
        for (column, cell) in row.iter().enumerate().take(last) {
            let width = width(column);
            line = format!("{line}{cell:>width$}  ");
        }
        let text = row.get(last).map_or("", String::as_str);
        line.push_str(&cut(text, WIDTH.saturating_sub(line.chars().count())));
        writeln!(out, "{}", line.trim_end())?;
    }
    Ok(())
}

/// A list of names, cut where there are too many of them.
pub(super) fn names(out: &mut dyn io::Write, names: &[String], most: usize) -> Said {
    for name in names.iter().take(most) {
        writeln!(out, "  {}", cut(name, WIDTH - 2))?;
    }
    if names.len() > most {
        writeln!(out, "  and {} more", names.len() - most)?;
    }
    Ok(())
}

/// "1 factor", "2 factors".
pub(super) fn count(number: impl TryInto<u64>, one: &str) -> String {
    let number = number.try_into().unwrap_or(u64::MAX);
    if number == 1 { format!("1 {one}") } else { format!("{number} {one}s") }
}
