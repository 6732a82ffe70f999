//! The middle, the limits and the stretch between them, phase by phase, each with its number.

mod earlier;

use std::fmt::Write as _;

use crate::{
    draw::{
        ink::{Anchor, Ink, fitting},
        layout::{Frame, Layout},
    },
    figures::Figures,
    lines::{Bounds, Lines},
    phase::Phase,
    series::Measured,
};

/// A way to take one line from all of them.
type Which = fn(Lines) -> Option<f64>;

const CENTRE: Which = |lines| Some(lines.centre);
const UPPER: Which = |lines| lines.bounds.map(|bounds| bounds.upper);
const LOWER: Which = |lines| lines.bounds.map(|bounds| bounds.lower);
const NEAR_UPPER: Which = |lines| lines.bounds.map(|bounds| bounds.near_upper);
const NEAR_LOWER: Which = |lines| lines.bounds.map(|bounds| bounds.near_lower);

/// Draws what stands behind the values.
pub(super) fn draw(ink: &mut Ink, measured: &Measured, frame: &Frame) {
    for phase in &measured.analysis.phases {
        band(ink, phase, frame);
    }
    for phase in &measured.analysis.phases {
        for (class, which) in [
            ("xmr-near", NEAR_UPPER),
            ("xmr-near", NEAR_LOWER),
            ("xmr-limit", UPPER),
            ("xmr-limit", LOWER),
            ("xmr-centre", CENTRE),
        ] {
            let d = steps(phase, frame, which);
            if !d.is_empty() {
                ink.path(class, &d);
            }
        }
    }
}

/// One line through a phase; where each point has its own, a stair.
fn steps(phase: &Phase, frame: &Frame, which: Which) -> String {
    let mut d = String::new();
    for (from, to, lines) in pieces(phase, frame) {
        let Some(value) = which(lines) else { continue };
        let step = if d.is_empty() { 'M' } else { 'L' };
        let y = frame.y(value);
        let _always = write!(d, "{step}{from:.1} {y:.1}H{to:.1}");
    }
    d
}

/// Where the lines of a phase are level, from left to right: once, or at each point.
fn pieces(phase: &Phase, frame: &Frame) -> Vec<(f64, f64, Lines)> {
    let points = &phase.points;
    if let Some(lines) = phase.course.level() {
        return vec![(frame.before(points.start), frame.before(points.end), lines)];
    }
    let one = |point: usize| {
        let lines = phase.course.at(point - points.start)?;
        Some((frame.before(point), frame.before(point + 1), lines))
    };
    points.clone().filter_map(one).collect()
}

fn band(ink: &mut Ink, phase: &Phase, frame: &Frame) {
    let mut d = String::new();
    for (from, to, lines) in pieces(phase, frame) {
        let Some(Bounds { upper, lower, .. }) = lines.bounds else { continue };
        let (upper, lower) = (frame.y(upper), frame.y(lower));
        let _always = write!(d, "M{from:.1} {upper:.1}H{to:.1}V{lower:.1}H{from:.1}Z");
    }
    if !d.is_empty() {
        ink.path("xmr-band", &d);
    }
}

/// Writes the numbers of the last phase beside their lines, and those of earlier ones above theirs where there is room.
pub(super) fn label(ink: &mut Ink, measured: &Measured, frame: &Frame, figures: Figures) {
    let phases = &measured.analysis.phases;
    let Some((last, earlier)) = phases.split_last() else { return };
    for phase in earlier {
        earlier::label(ink, measured, phase, frame, figures);
    }
    let Some(lines) = last.course.at(last.points.len() - 1) else { return };
    let centre = measured.analysis.centre().label();
    let mut labels = vec![(lines.centre, centre)];
    if let Some(bounds) = lines.bounds.filter(|bounds| bounds.upper > bounds.lower) {
        labels.extend([(bounds.upper, "upper"), (bounds.lower, "lower")]);
        let apart = frame.y(bounds.near_upper) - frame.y(bounds.upper);
        if apart > frame.layout.font * 1.3 {
            labels.extend([(bounds.near_upper, "near"), (bounds.near_lower, "near")]);
        }
    }
    labels.sort_by(|a, b| b.0.total_cmp(&a.0));
    let places = apart(labels.iter().map(|label| frame.y(label.0)).collect(), frame);
    for ((value, name), y) in labels.into_iter().zip(places) {
        let class = if name == "near" { "xmr-quiet xmr-number" } else { "xmr-number" };
        let letters = Layout::letters(super::layout::WIDTH - frame.right - 12.0, frame.layout.font);
        let number = figures.say(value);
        let text = format!("{name} {number}");
        let text = if text.chars().count() > letters { number } else { text };
        let at = (frame.right + 10.0, y + frame.layout.font * 0.34);
        ink.text(class, at, Anchor::Start, &fitting(&text, letters));
    }
}

/// Pushes labels, given from top to bottom, so far apart that each can be read.
fn apart(mut places: Vec<f64>, frame: &Frame) -> Vec<f64> {
    let least = frame.layout.font * 1.08;
    let mut above = f64::NEG_INFINITY;
    for place in &mut places {
        *place = place.max(above + least);
        above = *place;
    }
    let mut below = frame.bottom + least;
    for place in places.iter_mut().rev() {
        *place = place.min(below - least);
        below = *place;
    }
    places
}
