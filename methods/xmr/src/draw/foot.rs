//! What stands below the data: what the shapes mean, the rule set, and what to know first.

use crate::{
    draw::{
        ink::{Anchor, Ink, fitting},
        layout::{Frame, Layout, WIDTH},
        points::{SHAPES, shape},
    },
    notes::Counted,
    series::Measured,
    signals::Rule,
};

/// Draws it.
pub(super) fn draw(ink: &mut Ink, measured: &Measured, frame: &Frame) {
    let Layout { font, wide, .. } = frame.layout;
    let rules = measured.analysis.plan.rules;
    let left = frame.layout.edge;
    let letters = Layout::letters(WIDTH - 2.0 * left, font);
    let below = frame.bottom + font * 2.0;
    legend(ink, measured, frame, below + font * 1.2);
    let about = if wide {
        format!("Rule set {rules}. {}", rules.about())
    } else {
        format!("Rule set {rules}")
    };
    let y = below + font * 2.75;
    ink.text("xmr-quiet", (left, y), Anchor::Start, &fitting(&about, letters));
    if let Some(note) = measured.notes.first().filter(|_| wide) {
        let more = match measured.notes.len() {
            1 => String::new(),
            notes => format!(" And {} more in the description.", Counted(notes - 1, "note")),
        };
        let note = fitting(note, letters.saturating_sub(more.chars().count()));
        ink.text("xmr-quiet", (left, y + font * 1.4), Anchor::Start, &format!("{note}{more}"));
    }
}

/// Says what the shapes mean that are there, from left to right, or that there are none.
fn legend(ink: &mut Ink, measured: &Measured, frame: &Frame, y: f64) {
    let Layout { font, radius, wide, edge, .. } = frame.layout;
    let there = |rule: Rule| measured.analysis.marks.iter().any(|mark| mark.rule == rule);
    let mut x = edge;
    for (rule, long, short) in SHAPES.into_iter().filter(|(rule, ..)| there(*rule)) {
        let (class, d) = shape(rule, true, (x + radius * 1.7, y - font * 0.34), radius * 1.7);
        ink.path(class, &d);
        let word = if wide { long } else { short };
        ink.text("xmr-key", (x + radius * 4.6, y), Anchor::Start, word);
        let letters = f64::from(u32::try_from(word.chars().count()).unwrap_or(0));
        x += radius * 4.6 + letters * font * 0.52 + font * 1.4;
    }
    if x > edge || measured.values().is_empty() {
        return;
    }
    let quiet = measured.analysis.is_quiet();
    let said = if quiet { "Nothing stands out." } else { "Crosses its median seldom." };
    ink.text("xmr-key", (edge, y), Anchor::Start, said);
}
