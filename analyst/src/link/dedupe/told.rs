//! The answer of `dedupe` in words.

use std::io;

use super::answer::{Answer, Source};
use crate::{
    link::sources::{count, thousands},
    said::Said,
};

/// How many pairs that need attention are shown.
const SHOWN: usize = 10;

pub(super) fn tell(out: &mut dyn io::Write, answer: &Answer) -> Said {
    for source in &answer.sources {
        tell_source(out, source)?;
    }
    let thresholds = &answer.thresholds;
    writeln!(out, "Model {}, version {}.", answer.model.name, answer.model.version)?;
    writeln!(
        out,
        "Together from a match weight of {}, attention from {}.",
        thresholds.together, thresholds.attention
    )?;
    let pairs = &answer.pairs;
    writeln!(
        out,
        "{} pairs were compared; {} look alike, {} enough to be together.",
        thousands(pairs.compared),
        count(pairs.alike),
        count(pairs.together)
    )?;
    writeln!(out)?;
    writeln!(out, "{:>12} records", count(answer.records))?;
    writeln!(
        out,
        "{:>12} clusters, {} of them of several records",
        count(answer.clusters),
        count(answer.joined)
    )?;
    writeln!(out, "{:>12} records in the largest cluster", count(answer.largest))?;
    for (status, records) in &answer.statuses {
        writeln!(out, "{:>12} records {status}", count(*records))?;
    }
    tell_attention(out, answer)?;
    for note in &answer.notes {
        writeln!(out, "Note: {note}")?;
    }
    Ok(())
}

fn tell_source(out: &mut dyn io::Write, source: &Source) -> Said {
    writeln!(out, "{}: {} records, known by {}.", source.name, count(source.records), source.id)?;
    let compared: Vec<String> = source
        .columns
        .iter()
        .map(
            |(column, header)| {
                if column == header { column.clone() } else { format!("{column} ({header})") }
            },
        )
        .collect();
    writeln!(out, "  Compared: {}.", compared.join(", "))?;
    if !source.left.is_empty() {
        writeln!(out, "  Not compared: {}.", source.left.join(", "))?;
    }
    Ok(())
}

fn tell_attention(out: &mut dyn io::Write, answer: &Answer) -> Said {
    let look = &answer.needs_attention;
    if look.pairs == 0 {
        return Ok(());
    }
    writeln!(out)?;
    writeln!(
        out,
        "Somebody should look at {} pairs, in {} clusters:",
        count(look.pairs),
        count(look.clusters)
    )?;
    for item in look.items.iter().take(SHOWN) {
        writeln!(out, "{:>8.1}  {:<24} {}  {}", item.weight, item.why, item.a, item.b)?;
    }
    if look.pairs > SHOWN {
        writeln!(out, "{:>8}  and {} more", "", count(look.pairs - SHOWN))?;
    }
    Ok(())
}
