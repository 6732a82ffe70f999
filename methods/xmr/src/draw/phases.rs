//! Where people decided that something is different from here, and why.

use crate::{
    draw::{
        ink::{Anchor, Ink, wrapped},
        layout::{Frame, Layout},
    },
    series::Measured,
};

/// The most lines of a reason.
const LINES: usize = 2;
/// The height of a line, in heights of letters.
const LINE: f64 = 1.2;

/// How much room the reasons need above the data.
pub(super) fn room(measured: &Measured, frame: &Frame) -> f64 {
    let lines =
        (1..measured.analysis.phases.len()).map(|phase| reason(measured, frame, phase).len());
    let lines = u8::try_from(lines.max().unwrap_or(0)).unwrap_or(0);
    f64::from(lines) * LINE * frame.layout.font
}

/// A line where each phase begins, with its reason as far as it fits; all of it stands in the description.
pub(super) fn draw(ink: &mut Ink, measured: &Measured, frame: &Frame) {
    let font = frame.layout.font;
    for (place, phase) in measured.analysis.phases.iter().enumerate().skip(1) {
        let from = frame.before(phase.points.start);
        let reason = reason(measured, frame, place);
        let lines = u8::try_from(reason.len()).unwrap_or(0);
        let top = frame.top - f64::from(lines) * LINE * font;
        ink.line("xmr-phase", (from, top), (from, frame.bottom));
        for (line, text) in (0..lines).zip(reason) {
            let y = top + font * (0.82 + LINE * f64::from(line));
            ink.text("xmr-quiet", (from + 9.0, y), Anchor::Start, &text);
        }
    }
}

fn reason(measured: &Measured, frame: &Frame, place: usize) -> Vec<String> {
    let reason = measured.reasons.get(place).map(String::as_str).unwrap_or_default();
    let reason = if reason.is_empty() { "new phase" } else { reason };
    let Some(phase) = measured.analysis.phases.get(place) else { return Vec::new() };
    // The last reason may go on beside the numbers of the lines, which stand lower.
    let last = place + 1 == measured.analysis.phases.len();
    let end = if last { super::layout::WIDTH - 24.0 } else { frame.before(phase.points.end) };
    let letters = Layout::letters(end - frame.before(phase.points.start) - 12.0, frame.layout.font);
    if letters < 4 { Vec::new() } else { wrapped(reason, letters, LINES) }
}
