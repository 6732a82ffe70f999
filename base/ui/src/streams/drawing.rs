//! Where each stream runs. Sources stand at the top, the last stream leaves at the bottom.

use super::Stream;
use crate::Scale;

const WIDTH: f32 = 360.0;
const MARGIN: f32 = 26.0;
const ROW: f32 = 92.0;
/// People are drawn as threads up to this many; more become one broader stream.
const THREADS: u16 = 12;

/// The lines and the numbers of a drawing.
#[derive(Debug)]
pub(super) struct Drawing {
    pub(super) height: f32,
    pub(super) flows: Vec<Flow>,
    pub(super) marks: Vec<Mark>,
}

/// A line.
#[derive(Debug)]
pub(super) struct Flow {
    pub(super) path: String,
    pub(super) width: String,
    pub(super) class: &'static str,
}

/// The number of a stream, on it.
#[derive(Debug)]
pub(super) struct Mark {
    pub(super) x: String,
    pub(super) y: String,
    pub(super) number: usize,
    pub(super) class: &'static str,
}

/// A stream with its place: how far from the end it begins, all that flows in it, where it stands.
#[derive(Clone, Copy, Debug)]
struct Spot {
    depth: u8,
    total: u16,
    x: f32,
    into: Option<usize>,
    source: bool,
}

impl Drawing {
    pub(super) fn of(streams: &[Stream]) -> Self {
        let mut spots = spots(streams);
        let deepest = spots.iter().map(|it| it.depth).max().unwrap_or(0);
        stand(&mut spots, streams);
        let mut drawing = Self {
            height: ROW * f32::from(deepest + 1) + MARGIN,
            flows: Vec::new(),
            marks: Vec::new(),
        };
        for (place, stream) in streams.iter().enumerate() {
            drawing.draw(place, stream, &spots, deepest);
        }
        drawing
    }

    fn draw(&mut self, place: usize, stream: &Stream, spots: &[Spot], deepest: u8) {
        let Some(spot) = spots.get(place) else { return };
        let from = (spot.x, MARGIN / 2.0 + ROW * f32::from(deepest - spot.depth));
        let target = spot.into.and_then(|it| spots.get(it));
        let to = (target.map_or(spot.x, |it| it.x), from.1 + ROW);
        let room = target.map_or(0.0, |it| broad(it.total) / 2.0);
        let lean = ((from.0 - to.0) / WIDTH * 2.0).clamp(-1.0, 1.0);
        let threads = threads(stream, spot);
        for thread in 0..threads {
            let across = f32::from(thread) - f32::from(threads - 1) / 2.0;
            let start = (from.0 + across * 22.0, from.1);
            let end = (to.0 + lean * room * 0.6 + across * 2.0, to.1);
            let width = if threads > 1 { 4.0 } else { broad(spot.total) };
            self.flows.push(Flow {
                path: curve(start, end),
                width: number(width),
                class: stream.scale.class(),
            });
        }
        let y = if spot.source && threads > 1 { from.1 + ROW * 0.6 } else { from.1 + ROW * 0.5 };
        let along = (y - from.1) / ROW;
        let x = from.0 + (to.0 + lean * room * 0.6 - from.0) * ease(along);
        let (x, y) = (number(x), number(y));
        self.marks.push(Mark { x, y, number: place + 1, class: stream.scale.class() });
    }
}

fn spots(streams: &[Stream]) -> Vec<Spot> {
    let mut spots: Vec<Spot> = streams
        .iter()
        .enumerate()
        .map(|(place, it)| {
            let into = it.into.filter(|into| *into > place && *into < streams.len());
            Spot { depth: 0, total: it.many, x: WIDTH / 2.0, into, source: true }
        })
        .collect();
    // A stream only ever flows into a later one, so one walk each way is enough.
    for place in 0..spots.len() {
        let Some(Spot { total, into: Some(into), .. }) = spots.get(place).copied() else {
            continue;
        };
        if let Some(target) = spots.get_mut(into) {
            target.total = target.total.saturating_add(total);
            target.source = false;
        }
    }
    for place in (0..spots.len()).rev() {
        let into = spots.get(place).and_then(|it| it.into);
        let below = into.and_then(|it| spots.get(it)).map(|it| it.depth);
        if let (Some(below), Some(spot)) = (below, spots.get_mut(place)) {
            spot.depth = below.saturating_add(1);
        }
    }
    spots
}

/// Sources share the width by what they need; what they join stands in the middle of them.
fn stand(spots: &mut [Spot], streams: &[Stream]) {
    let need = |spot: &Spot, stream: &Stream| 1.0 + f32::from(threads(stream, spot));
    let all: f32 =
        spots.iter().zip(streams).filter(|(it, _)| it.source).map(|(a, b)| need(a, b)).sum();
    let mut left = MARGIN;
    for (spot, stream) in spots.iter_mut().zip(streams) {
        if spot.source {
            let room = (WIDTH - 2.0 * MARGIN) * need(spot, stream) / all;
            spot.x = left + room / 2.0;
            left += room;
        }
    }
    for place in 0..spots.len() {
        let joining = spots.iter().filter(|it| it.into == Some(place));
        let (sum, many) = joining.fold((0.0, 0.0), |(sum, many), it| {
            let weight = f32::from(it.total.max(1));
            (sum + it.x * weight, many + weight)
        });
        if let (true, Some(spot)) = (many > 0.0, spots.get_mut(place)) {
            spot.x = sum / many;
        }
    }
}

fn threads(stream: &Stream, spot: &Spot) -> u16 {
    let people = stream.scale == Scale::Person && spot.source;
    if people && (2..=THREADS).contains(&stream.many) { stream.many } else { 1 }
}

/// How broad a stream of this many is. The area grows with the number, so that a hundred do not
/// hide one.
fn broad(total: u16) -> f32 {
    (1.5 + 2.6 * f32::from(total.max(1)).sqrt()).min(30.0)
}

fn curve((x, y): (f32, f32), (to_x, to_y): (f32, f32)) -> String {
    let bend = (to_y - y) * 0.55;
    let [x, y, to_x, to_y, first, second] = [x, y, to_x, to_y, y + bend, to_y - bend].map(number);
    format!("M{x} {y}C{x} {first} {to_x} {second} {to_x} {to_y}")
}

/// How far across a curve has come when it is this far down.
fn ease(down: f32) -> f32 {
    down * down * (3.0 - 2.0 * down)
}

fn number(it: f32) -> String {
    format!("{it:.1}")
}
