//! Which of two factors is the smaller.

use std::cmp::Ordering;

use crate::model::Factor;

pub(super) fn in_order(factors: &[Factor]) -> Vec<u32> {
    let mut order: Vec<(&Factor, u32)> = factors.iter().zip(0..).collect();
    order.sort_by(|(one, at), (other, beside)| smaller(one, other).then(at.cmp(beside)));
    order.into_iter().map(|(_, place)| place).collect()
}

fn smaller(one: &Factor, other: &Factor) -> Ordering {
    let digits = |label: &str| !label.is_empty() && label.bytes().all(|byte| byte.is_ascii_digit());
    let value = |label: &str| label.trim_start_matches('0').len();
    match (digits(&one.label), digits(&other.label)) {
        (true, true) => {
            let (short, long) = (value(&one.label), value(&other.label));
            let figures = |label: &str| label.trim_start_matches('0').to_owned();
            short.cmp(&long).then_with(|| figures(&one.label).cmp(&figures(&other.label)))
        }
        (true, false) => Ordering::Less,
        (false, true) => Ordering::Greater,
        (false, false) => Ordering::Equal,
    }
    .then_with(|| one.label.cmp(&other.label))
    .then_with(|| one.id.cmp(&other.id))
}
