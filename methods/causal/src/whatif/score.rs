//! Does a scenario move factors as people would like?

/// Where people would like a factor to go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// More of it.
    More,
    /// Less of it.
    Less,
}

/// The share of factors, among those that are not held and of which people said where they should go, that go there.
///
/// `wanted` and `held` stand in the order of the states. `before` is how it is without the scenario, `after` how it
/// comes to be with it. None where nobody wants anything of a factor that is free to move. A factor that does not move
/// does not go where it is wanted. It says how well a scenario fits wishes, as Mental Modeler's preferred states do; it
/// is no score of people, teams or places.
pub fn prediction_score(
    before: &[f64],
    after: &[f64],
    wanted: &[Option<Wanted>],
    held: &[bool],
) -> Option<f64> {
    let mut counted = (0_u32, 0_u32);
    for (((before, after), wanted), held) in before.iter().zip(after).zip(wanted).zip(held) {
        let Some(wanted) = wanted.filter(|_| !held) else { continue };
        let met = match wanted {
            Wanted::More => after > before,
            Wanted::Less => after < before,
        };
        counted = (counted.0 + u32::from(met), counted.1 + 1);
    }
    (counted.1 > 0).then(|| f64::from(counted.0) / f64::from(counted.1))
}
