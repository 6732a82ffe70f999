//! The analysis of a map in words.

use std::io;

use super::answer::{Answer, FactorSaid, Item};
use crate::{
    map::table::{self, WIDTH, count, cut},
    said::Said,
};

/// How many of a kind are shown.
const SHOWN: usize = 10;

pub(super) fn print(out: &mut dyn io::Write, title: &str, answer: &Answer<'_>) -> Said {
    if !title.is_empty() {
        writeln!(out, "{}", cut(title, WIDTH))?;
    }
    let parts = match answer.components {
        0 => String::from("nothing"),
        1 => String::from("in one piece"),
        parts => format!("in {parts} pieces"),
    };
    writeln!(out, "{}, {parts}.", answer.counts.said())?;
    if answer.largest_scc > 1 {
        writeln!(out, "{} of them can all reach each other.", answer.largest_scc)?;
    }
    loops(out, answer)?;
    between(out, answer)?;
    roles(out, answer)?;
    declared(out, answer)
}

fn loops(out: &mut dyn io::Write, answer: &Answer<'_>) -> Said {
    let loops = &answer.loops;
    let least = if loops.complete { "" } else { "At least " };
    writeln!(
        out,
        "\n{least}{} of up to {}: {} reinforcing, {} balancing, {} unknown.",
        count(loops.total, "loop"),
        count(loops.max_length, "link"),
        loops.reinforcing,
        loops.balancing,
        loops.unknown
    )?;
    if !loops.complete {
        writeln!(
            out,
            "There are more: the search ended at its limit. Ask for shorter loops (--max-loop)."
        )?;
    }
    let lengths = loops.by_length.iter().enumerate().filter(|(_, loops)| **loops > 0);
    let rows: Vec<Vec<String>> =
        lengths.map(|(length, loops)| vec![loops.to_string(), count(length, "link")]).collect();
    if !rows.is_empty() {
        table::print(out, &["loops", "length"], &rows)?;
    }
    let mut shown = loops.items.iter().take(SHOWN).peekable();
    if shown.peek().is_some() {
        writeln!(out, "\nThe shortest (R reinforcing, B balancing, ? unknown, D delayed)")?;
    }
    for item in shown {
        writeln!(out, "{}", cut_loop(&item))?;
    }
    Ok(())
}

fn cut_loop(item: &Item<'_>) -> String {
    let mark = match item.kind {
        "reinforcing" => 'R',
        "balancing" => 'B',
        _ => '?',
    };
    let delayed = if item.delayed { 'D' } else { ' ' };
    format!("  {mark}{delayed} {}", cut(&item.factors.join(" -> "), WIDTH - 5))
}

fn between(out: &mut dyn io::Write, answer: &Answer<'_>) -> Said {
    let mut order: Vec<&FactorSaid<'_>> =
        answer.per_factor.iter().filter(|factor| factor.betweenness > 0.0).collect();
    order.sort_by(|one, other| other.betweenness.total_cmp(&one.betweenness));
    if order.is_empty() {
        return Ok(());
    }
    writeln!(out, "\nMost between others")?;
    let row = |factor: &&FactorSaid<'_>| {
        vec![
            format!("{:.1}", factor.betweenness),
            factor.into.to_string(),
            factor.out.to_string(),
            factor.upstream.to_string(),
            factor.downstream.to_string(),
            factor.label.to_owned(),
        ]
    };
    let rows: Vec<Vec<String>> = order.iter().take(SHOWN).map(row).collect();
    let head = ["betweenness", "in", "out", "upstream", "downstream", "factor"];
    table::print(out, &head, &rows)
}

fn roles(out: &mut dyn io::Write, answer: &Answer<'_>) -> Said {
    let kinds = [
        ("driver", "Drivers: they lead to others, and nothing leads to them"),
        ("receiver", "Receivers: others lead to them, and they lead to nothing"),
        ("isolated", "Isolated: no directed link"),
    ];
    for (role, title) in kinds {
        let of_role = answer.per_factor.iter().filter(|factor| factor.role == role);
        let labels: Vec<String> = of_role.map(|factor| factor.label.to_owned()).collect();
        if !labels.is_empty() {
            writeln!(out, "\n{title} ({})", labels.len())?;
            table::names(out, &labels, SHOWN)?;
        }
    }
    Ok(())
}

fn declared(out: &mut dyn io::Write, answer: &Answer<'_>) -> Said {
    if answer.declared_loops.is_empty() {
        return Ok(());
    }
    let open = answer.declared_loops.iter().filter(|declared| !declared.closed).count();
    writeln!(
        out,
        "\n{} drawn by hand; {open} of them not closed",
        count(answer.declared_loops.len(), "loop")
    )?;
    let row = |declared: &super::answer::DeclaredSaid<'_>| {
        let state = if declared.closed { declared.kind } else { "not closed" };
        vec![state.to_owned(), declared.label.to_owned()]
    };
    let rows: Vec<Vec<String>> = answer.declared_loops.iter().map(row).collect();
    table::print(out, &["it is", "loop"], &rows)
}
