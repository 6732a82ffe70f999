//! Where things stand: one layout for a page, and one with larger letters and fewer words for a narrow place.

use crate::{draw::phases, lines::Lines, series::Measured};

/// The size of the whole drawing, in its own units.
pub(super) const WIDTH: f64 = 960.0;
/// The same, downwards.
pub(super) const HEIGHT: f64 = 640.0;

/// Sizes that belong together.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Layout {
    pub(super) class: &'static str,
    pub(super) wide: bool,
    /// The height of letters.
    pub(super) font: f64,
    pub(super) title: f64,
    /// The size of a point.
    pub(super) radius: f64,
    /// How far letters stand from the edge of the drawing.
    pub(super) edge: f64,
    left: f64,
    right: f64,
    top: f64,
    bottom: f64,
}

impl Layout {
    pub(super) const WIDE: Self = Self {
        class: "xmr-wide",
        wide: true,
        font: 17.0,
        title: 27.0,
        radius: 4.5,
        edge: 32.0,
        left: 92.0,
        right: 168.0,
        top: 108.0,
        bottom: 142.0,
    };
    pub(super) const NARROW: Self = Self {
        class: "xmr-narrow",
        wide: false,
        font: 33.0,
        title: 42.0,
        radius: 8.0,
        edge: 24.0,
        left: 138.0,
        right: 240.0,
        top: 94.0,
        bottom: 168.0,
    };

    /// How many letters of this height fit into a width.
    pub(super) fn letters(width: f64, height: f64) -> usize {
        const BREADTH: f64 = 0.54;
        let fit = (width / (height * BREADTH)).clamp(0.0, 500.0);
        (0..500_u16).take_while(|letters| f64::from(*letters) + 1.0 <= fit).count()
    }
}

/// The place of the data within the drawing.
#[derive(Clone, Debug)]
pub(super) struct Frame {
    pub(super) layout: Layout,
    pub(super) left: f64,
    pub(super) right: f64,
    pub(super) top: f64,
    pub(super) bottom: f64,
    /// The least and the most that the upright axis shows.
    pub(super) shown: (f64, f64),
    /// Where each point stands, from left to right.
    pub(super) across: Vec<f64>,
    /// Seconds from the first to the last date.
    pub(super) seconds: f64,
}

impl Frame {
    /// How far the first and the last point stand from the edge.
    const INDENT: f64 = 14.0;

    pub(super) fn of(measured: &Measured, layout: Layout) -> Self {
        // Without a note below, there is more room for the data.
        let spare = if layout.wide && measured.notes.is_empty() { layout.font * 1.4 } else { 0.0 };
        let mut frame = Self {
            layout,
            left: layout.left,
            right: WIDTH - layout.right,
            top: layout.top,
            bottom: HEIGHT - layout.bottom + spare,
            shown: shown(measured),
            across: Vec::new(),
            seconds: 0.0,
        };
        let dates = &measured.series.dates;
        let Some((first, last)) = dates.first().zip(dates.last()) else { return frame };
        let since = |date: &crate::Date| date.at().duration_since(first.at()).as_secs_f64();
        frame.seconds = since(last);
        frame.across = dates.iter().map(|date| frame.x(since(date))).collect();
        frame.top += phases::room(measured, &frame);
        frame
    }

    /// Across, at so many seconds after the first date.
    pub(super) fn x(&self, seconds: f64) -> f64 {
        let (left, right) = (self.left + Self::INDENT, self.right - Self::INDENT);
        if self.seconds > 0.0 {
            left + (right - left) * seconds / self.seconds
        } else {
            f64::midpoint(left, right)
        }
    }

    /// Down, at a value.
    pub(super) fn y(&self, value: f64) -> f64 {
        let (least, most) = self.shown;
        self.bottom - (self.bottom - self.top) * ((value - least) / (most - least))
    }

    /// Where a point stands.
    pub(super) fn at(&self, point: usize) -> f64 {
        self.across.get(point).copied().unwrap_or(self.right)
    }

    /// The middle between a point and the one before; the edge before the first and behind the last.
    pub(super) fn before(&self, point: usize) -> f64 {
        if point == 0 {
            self.left
        } else if point >= self.across.len() {
            self.right
        } else {
            f64::midpoint(self.at(point - 1), self.at(point))
        }
    }
}

/// The least and the most that there is to show, with some room.
fn shown(measured: &Measured) -> (f64, f64) {
    let analysis = &measured.analysis;
    let mut range = (f64::INFINITY, f64::NEG_INFINITY);
    let mut take = |value: f64| range = (range.0.min(value), range.1.max(value));
    measured.values().iter().copied().for_each(&mut take);
    for phase in &analysis.phases {
        for point in 0..phase.points.len() {
            let Some(Lines { centre, bounds }) = phase.course.at(point) else { continue };
            take(centre);
            if let Some(bounds) = bounds {
                take(bounds.lower);
                take(bounds.upper);
            }
            if phase.course.level().is_some() {
                break;
            }
        }
    }
    let (least, most) = range;
    if !(least.is_finite() && most.is_finite()) {
        return (0.0, 1.0);
    }
    let room = (most - least) * 0.06;
    let room = if room > most.abs().max(least.abs()) * 1e-9 { room } else { most.abs() * 0.1 };
    let room = if room > 0.0 { room } else { 1.0 };
    (least - room, most + room)
}
