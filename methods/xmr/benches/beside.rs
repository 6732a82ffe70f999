//! One job, once, beside a peer: `beside JOB POINTS` prints the seconds it took for so many points, and what it found.
#![expect(clippy::print_stdout, reason = "this is what a benchmark is for")]
#![expect(clippy::unwrap_used, reason = "a benchmark that cannot run should say so loudly")]

use std::time::Instant;

use xmr::{Analysis, Plan, Rule, RuleSet, analyse};

const JOBS: [(&str, RuleSet); 2] =
    [("xmr-rules", RuleSet::Abspc11), ("run-chart", RuleSet::Anhoej)];

fn main() {
    let asked: Vec<String> = std::env::args().skip(1).filter(|word| word != "--bench").collect();
    let [job, points] = asked.as_slice() else {
        for (job, _) in JOBS {
            println!("{job} POINTS");
        }
        return;
    };
    let (_, rules) = JOBS.into_iter().find(|(name, _)| name == job).unwrap();
    let values = series(points.parse().unwrap());
    let plan = Plan { rules, ..Plan::default() };
    let begun = Instant::now();
    let analysis = analyse(&values, &[], &plan).unwrap();
    let seconds = begun.elapsed().as_secs_f64();
    let answer = answer(&analysis);
    println!("{}", serde_json::json!({ "job": job, "seconds": seconds, "answer": answer }));
}

/// Noise between 44 and 56 in tenths, now and then far out or a slow climb: the peer's script makes the same.
fn series(points: usize) -> Vec<f64> {
    let mut state = 20_261_125_u64;
    let mut dice = || {
        state = (state * 1_103_515_245 + 12_345) % (1 << 31);
        u32::try_from(state >> 16).unwrap()
    };
    let mut climb = 0;
    let mut one = |_| {
        let (noise, event) = (dice() % 61 + dice() % 61, dice() % 100);
        climb = if event < 3 { 8 } else { climb.max(1) - 1 };
        let far = if event == 99 { 150 } else { 0 };
        f64::from(if climb > 0 { 440 + 20 * (8 - climb) } else { 440 + noise + far }) / 10.0
    };
    (0..points).map(&mut one).collect()
}

fn answer(analysis: &Analysis) -> serde_json::Value {
    let count = |rule| analysis.marks.iter().filter(|mark| mark.rule == rule).count();
    let lines = analysis.phases.first().unwrap().course.level().unwrap();
    let places = analysis.marks.iter().zip(1_u64..);
    serde_json::json!({
        "points": analysis.marks.len(),
        "mean": lines.centre,
        "upper": lines.bounds.map(|bounds| bounds.upper),
        "outside": count(Rule::Outside),
        "trend": count(Rule::Trend),
        "two_in_three": count(Rule::TwoInThree),
        "shift": count(Rule::Shift),
        "places": places.filter(|(mark, _)| mark.rule != Rule::None).map(|(_, place)| place).sum::<u64>(),
    })
}
