//! What stands around every page: the few ways that are always open.

use platform::{Actor, Around, Kind};
use words::Say;

use crate::said;

/// The ways of this actor, and whether the way out in a hurry is shown.
pub fn frame(actor: &Actor) -> Around {
    let ways: Vec<(Say, &str)> = match actor.kind() {
        Kind::Visitor | Kind::Program => vec![(said::way_sign_in(), "/sign-in")],
        Kind::Person | Kind::Supporter => vec![(said::way_first(), "/"), (said::way_me(), "/me")],
        Kind::Worker => vec![
            (said::way_first(), "/"),
            (said::way_reflections(), "/reflections"),
            (said::way_me(), "/me"),
        ],
        Kind::Administrator => vec![
            (said::way_first(), "/"),
            (said::way_bodies(), "/setup/bodies"),
            (said::way_me(), "/me"),
        ],
        Kind::Beside => vec![(said::way_first(), "/"), (said::way_back(), "/beside/end")],
    };
    let exit = matches!(actor.kind(), Kind::Person | Kind::Supporter | Kind::Beside);
    let ways = ways.into_iter().map(|(text, href)| (text, href.to_owned())).collect();
    Around { ways, exit }
}
