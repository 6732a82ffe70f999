//! The library from outside: what others published, what it must hold for any series, and files that went wrong.
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::float_cmp,
    clippy::cast_precision_loss,
    reason = "a test stops at what it did not expect, and compares exact answers exactly"
)]

mod abspc;
mod drawn;
mod emergency;
mod flat;
mod held;
mod known;
mod naive;
mod phases;
mod read;

use xmr::{Analysis, Kind, Plan, Rule, RuleSet, Side, analyse};

/// A whole series as one phase.
fn plan(rules: RuleSet) -> Plan {
    Plan { rules, ..Plan::default() }
}

fn individuals(values: &[f64], rules: RuleSet) -> Analysis {
    analyse(values, &[], &plan(rules)).expect("these values can be analysed")
}

fn of_kind(kind: Kind, values: &[f64], sizes: &[f64], rules: RuleSet) -> Analysis {
    analyse(values, sizes, &Plan { kind, ..plan(rules) }).expect("these values can be analysed")
}

/// One letter a point: o(utside), t(rend), w (two in three), s(hift) or a dot.
fn letters(analysis: &Analysis) -> String {
    let letter = |rule| match rule {
        Rule::None => '.',
        Rule::Outside => 'o',
        Rule::Trend => 't',
        Rule::TwoInThree => 'w',
        Rule::Shift => 's',
    };
    analysis.marks.iter().map(|mark| letter(mark.rule)).collect()
}

/// One sign a point: +, - or 0.
fn sides(analysis: &Analysis) -> String {
    let sign = |side| match side {
        Side::Above => '+',
        Side::Below => '-',
        Side::On => '0',
    };
    analysis.marks.iter().map(|mark| sign(mark.side)).collect()
}
