//! The numbers of phases that are over: upon their lines, where they hide the fewest points.

use crate::{
    draw::{
        ink::{Anchor, Ink},
        layout::{Frame, Layout},
        limits::{CENTRE, LOWER, UPPER},
    },
    figures::Figures,
    phase::Phase,
    series::Measured,
};

/// Writes the numbers of a phase, if it is wide enough for them.
pub(super) fn label(
    ink: &mut Ink,
    measured: &Measured,
    phase: &Phase,
    frame: &Frame,
    figures: Figures,
) {
    let Some(lines) = phase.course.level() else { return };
    let (from, to) = (frame.before(phase.points.start), frame.before(phase.points.end));
    let font = frame.layout.font;
    for value in [CENTRE(lines), UPPER(lines), LOWER(lines)].into_iter().flatten() {
        let text = figures.say(value);
        let letters = text.chars().count();
        if letters + 1 >= Layout::letters(to - from, font) {
            continue;
        }
        let width = font * 0.58 * f64::from(u32::try_from(letters).unwrap_or(0));
        let line = frame.y(value);
        let (above, below) = (line - font * 0.35, line + font * 1.05);
        let places =
            [(to - 6.0, above), (from + 6.0, above), (to - 6.0, below), (from + 6.0, below)];
        let hidden = |place: &&(f64, f64)| {
            let left = if place.0 > from + 6.0 { place.0 - width } else { place.0 };
            hides(measured, phase, frame, (left, left + width, place.1 - font, place.1))
        };
        let Some(place) = places.iter().min_by_key(hidden) else { continue };
        let anchor = if place.0 > from + 6.0 { Anchor::End } else { Anchor::Start };
        ink.text("xmr-number xmr-onto xmr-quiet", *place, anchor, &text);
    }
}

/// How many points of the phase a label between these would hide; as many as there can be, where it leaves the frame.
fn hides(
    measured: &Measured,
    phase: &Phase,
    frame: &Frame,
    (left, right, top, bottom): (f64, f64, f64, f64),
) -> usize {
    // Beyond the edge stand dates and reasons, which are worse to hide than points.
    if top < frame.top || bottom > frame.bottom {
        return usize::MAX;
    }
    let room = frame.layout.radius * 1.5;
    let values = measured.values().iter().enumerate();
    let here = values.skip(phase.points.start).take(phase.points.len());
    here.filter(|(point, value)| {
        let (x, y) = (frame.at(*point), frame.y(**value));
        (left - room..=right + room).contains(&x) && (top - room..=bottom + room).contains(&y)
    })
    .count()
}
