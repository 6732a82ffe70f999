//! The values themselves, and the shapes of what stands out.

use crate::{
    draw::{
        ink::{Escaped, Ink, through},
        layout::Frame,
    },
    figures::Figures,
    series::Measured,
    signals::Rule,
};

/// More points than these are drawn without words of their own.
const MOST_WITH_WORDS: usize = 500;

/// The rules that mark, in their order of precedence, with their words, long and short.
pub(super) const SHAPES: [(Rule, &str, &str); 4] = [
    (Rule::Outside, "outside the limits", "outside"),
    (Rule::Trend, "trend", "trend"),
    (Rule::TwoInThree, "two in three near a limit", "2 in 3"),
    (Rule::Shift, "shift", "shift"),
];

/// What the rule is called.
pub(super) fn word(rule: Rule) -> &'static str {
    SHAPES.into_iter().find(|(shape, ..)| *shape == rule).map_or("ordinary", |(_, word, _)| word)
}

/// Draws the line through the values of each phase, and the points.
pub(super) fn draw(ink: &mut Ink, measured: &Measured, frame: &Frame, figures: Figures) {
    let analysis = &measured.analysis;
    let place = |point: usize| {
        let value = measured.values().get(point).copied().unwrap_or_default();
        (frame.at(point), frame.y(value))
    };
    let room = (frame.right - frame.left)
        / f64::from(u32::try_from(measured.values().len()).unwrap_or(u32::MAX).max(1));
    let radius = frame.layout.radius.min(room.max(frame.layout.radius * 0.7));
    let dense = room < frame.layout.radius * 1.6;
    for phase in &analysis.phases {
        let class = if dense { "xmr-values xmr-dense" } else { "xmr-values" };
        ink.path(class, &through(phase.points.clone().map(place)));
    }
    let with_words = measured.values().len() <= MOST_WITH_WORDS;
    for (point, mark) in analysis.marks.iter().enumerate() {
        // Where points touch each other, the line is enough for those that do not stand out.
        if mark.rule == Rule::None && dense {
            continue;
        }
        let radius = if mark.rule == Rule::None { radius } else { radius * 1.7 };
        let (class, d) = shape(mark.rule, rises(measured, point), place(point), radius);
        if !with_words {
            ink.path(class, &d);
            continue;
        }
        let words = words(measured, point, figures);
        let words = Escaped(&words);
        ink.raw(format_args!(r#"<path class="{class}" d="{d}"><title>{words}</title></path>"#));
    }
}

fn words(measured: &Measured, point: usize, figures: Figures) -> String {
    let date = measured.series.dates.get(point).map(crate::Date::spoken).unwrap_or_default();
    let value = measured.values().get(point).copied().unwrap_or_default();
    let mark = measured.analysis.marks.get(point).copied().unwrap_or_default();
    let value = figures.say(value);
    if mark.rule == Rule::None {
        return format!("{date}: {value}");
    }
    format!("{date}: {value}, {}, {} the middle", word(mark.rule), mark.side.name())
}

/// Whether a point of a trend rises.
fn rises(measured: &Measured, point: usize) -> bool {
    let value = |at: usize| measured.values().get(at).copied();
    let trend =
        |at: usize| measured.analysis.marks.get(at).is_some_and(|mark| mark.rule == Rule::Trend);
    let pair = match point.checked_sub(1).filter(|before| trend(*before)) {
        Some(before) => value(before).zip(value(point)),
        None => value(point).zip(value(point + 1)),
    };
    pair.is_none_or(|(a, b)| b > a)
}

/// A shape for each rule, so that no rule is told by its colour alone.
pub(super) fn shape(rule: Rule, rises: bool, (x, y): (f64, f64), r: f64) -> (&'static str, String) {
    let circle = |r: f64| {
        format!(
            "M{:.1} {y:.1}a{r:.1} {r:.1} 0 1 0 {:.1} 0a{r:.1} {r:.1} 0 1 0 {:.1} 0Z",
            x - r,
            r * 2.0,
            r * -2.0
        )
    };
    match rule {
        Rule::None => ("xmr-point", circle(r)),
        Rule::TwoInThree => ("xmr-ring", circle(r * 0.8)),
        Rule::Outside => {
            let r = r * 1.15;
            (
                "xmr-mark",
                format!("M{x:.1} {:.1}l{r:.1} {r:.1} -{r:.1} {r:.1} -{r:.1} -{r:.1}Z", y - r),
            )
        }
        Rule::Shift => {
            let (half, side) = (r * 0.82, r * 1.64);
            (
                "xmr-mark",
                format!("M{:.1} {:.1}h{side:.1}v{side:.1}h-{side:.1}Z", x - half, y - half),
            )
        }
        Rule::Trend => {
            let up = if rises { 1.0 } else { -1.0 };
            let tip = y - r * 1.1 * up;
            let (out, down) = (r * 1.05, r * 1.85 * up);
            ("xmr-mark", format!("M{x:.1} {tip:.1}l{out:.1} {down:.1}h-{:.1}Z", out * 2.0))
        }
    }
}
