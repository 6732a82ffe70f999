//! A chart as SVG.

mod foot;
mod ink;
mod layout;
mod limits;
mod phases;
mod points;
mod style;
mod ticks;
mod words;

use crate::{figures::Figures, series::Measured};
use ink::{Anchor, Escaped, Ink, fitting};
use layout::{Frame, HEIGHT, Layout, WIDTH};

/// How much broader bold letters are.
const BOLD: f64 = 1.15;

/// Draws a chart under this title: the values in order of time, the middle, the limits, where phases begin and why, and what stands
/// out, by shape. The rule set is named on it. Nothing on it says better or worse, and there is no target to draw.
///
/// It is a whole SVG document of 960 by 640 units that takes the width it is given. It is readable from about 320 pixels on: below
/// 640 it shows a layout with larger letters and fewer words. It follows the light or dark of whoever looks, and prints in black.
/// Its title and description say everything in words, the values among them (of more than 1,000 those that stand out). It asks
/// for Atkinson Hyperlegible and loads nothing.
pub fn draw(measured: &Measured, title: &str) -> String {
    let figures = Figures::of(measured.values());
    let about = words::about(measured, figures);
    let id = id(title);
    let mut ink = Ink::new();
    ink.raw(format_args!(
        r#"<svg xmlns="http://www.w3.org/2000/svg" class="xmr" viewBox="0 0 {WIDTH} {HEIGHT}" width="100%" role="img" aria-labelledby="{id}-title" aria-describedby="{id}-about">"#
    ));
    ink.raw(format_args!(r#"<title id="{id}-title">{}</title>"#, Escaped(title)));
    ink.raw(format_args!(r#"<desc id="{id}-about">{}</desc>"#, Escaped(&about)));
    ink.raw(format_args!("<style>{}</style>", style::STYLE));
    ink.raw(format_args!(r#"<rect class="xmr-paper" width="{WIDTH}" height="{HEIGHT}" rx="10"/>"#));
    for layout in [Layout::WIDE, Layout::NARROW] {
        let hidden = if layout.wide { "" } else { r#" display="none""# };
        let (class, font) = (layout.class, layout.font);
        ink.raw(format_args!(r#"<g class="{class}" font-size="{font}"{hidden}>"#));
        one(&mut ink, measured, title, layout);
        ink.raw(format_args!("</g>"));
    }
    ink.raw(format_args!("</svg>"));
    ink.done()
}

/// A name for the parts of this chart, from its title, so that several may stand in one page.
fn id(title: &str) -> String {
    let letter = |letter: char| if letter.is_ascii_alphanumeric() { letter } else { '-' };
    format!("xmr-{}", title.chars().map(letter).take(60).collect::<String>())
}

fn one(ink: &mut Ink, measured: &Measured, title: &str, layout: Layout) {
    let frame = Frame::of(measured, layout);
    let figures = Figures::of(measured.values());
    head(ink, measured, title, &frame);
    axes(ink, measured, &frame);
    limits::draw(ink, measured, &frame);
    phases::draw(ink, measured, &frame);
    points::draw(ink, measured, &frame, figures);
    limits::label(ink, measured, &frame, figures);
    foot::draw(ink, measured, &frame);
}

fn head(ink: &mut Ink, measured: &Measured, title: &str, frame: &Frame) {
    let Layout { wide, font, title: large, edge: left, .. } = frame.layout;
    let letters = Layout::letters(WIDTH - 2.0 * left, large * BOLD);
    let y = 20.0 + large;
    let title = Escaped(&fitting(title, letters)).to_string();
    ink.raw(format_args!(
        r#"<text class="xmr-title" x="{left}" y="{y}" font-size="{large}">{title}</text>"#
    ));
    if wide {
        let kind = fitting(&words::kind(measured), Layout::letters(WIDTH - 2.0 * left, font));
        ink.text("xmr-quiet", (left, y + font * 1.6), Anchor::Start, &kind);
    }
}

fn axes(ink: &mut Ink, measured: &Measured, frame: &Frame) {
    let Frame { left, right, top, bottom, .. } = *frame;
    let font = frame.layout.font;
    let (width, height) = (right - left, bottom - top);
    ink.raw(format_args!(
        r#"<rect class="xmr-sheet" x="{left}" y="{top}" width="{width}" height="{height}"/>"#
    ));
    let (numbers, figures) = ticks::numbers(frame.shown, if frame.layout.wide { 6 } else { 4 });
    for number in numbers {
        let y = frame.y(number);
        ink.line("xmr-grid", (left, y), (right, y));
        let at = (left - 10.0, y + font * 0.34);
        ink.text("xmr-quiet xmr-number", at, Anchor::End, &figures.say(number));
    }
    let dates = &measured.series.dates;
    let Some((first, last)) = dates.first().zip(dates.last()) else { return };
    for (seconds, text) in ticks::dates(first, last, Layout::letters(width, font)) {
        let x = frame.x(seconds);
        ink.line("xmr-grid", (x, bottom), (x, bottom + 7.0));
        ink.text("xmr-quiet", (x, bottom + 10.0 + font), Anchor::Middle, &text);
    }
}
