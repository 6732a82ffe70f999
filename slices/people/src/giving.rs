//! Who gives which part, where. Pure.

use words::Say;

use crate::{Part, Scale, Tie, said};

impl Scale {
    /// What somebody can be in a body of this scale.
    pub(crate) const fn ties(self) -> &'static [Tie] {
        match self {
            Self::Team => &[Tie::Member, Tie::Coordinator, Tie::Lead, Tie::Steward],
            Self::Organisation | Self::Place | Self::Country => {
                &[Tie::Member, Tie::Steward, Tie::Governor]
            }
        }
    }
}

/// The parts that somebody may give in a body: an administrator each, a coordinator those by which a
/// team works. Who stewards and who governs is not for the team to say.
pub(crate) fn gives(part: Part, scale: Scale) -> Vec<Tie> {
    let may = |tie: &Tie| match tie {
        Tie::Member | Tie::Coordinator | Tie::Lead => part.administrator || part.coordinator,
        Tie::Steward | Tie::Governor => part.administrator,
    };
    scale.ties().iter().copied().filter(may).collect()
}

/// Whether `ties` may be given. To themselves nobody gives any: a coordinator who named themselves
/// lead would read what is kept back.
pub(crate) fn may_give(
    part: Part,
    scale: Scale,
    ties: &[Tie],
    to_oneself: bool,
) -> Result<(), Say> {
    if to_oneself {
        return Err(said::tie_not_oneself());
    }
    let may = gives(part, scale);
    if ties.iter().all(|tie| may.contains(tie)) { Ok(()) } else { Err(said::tie_not_here()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    const COORDINATES: Part = Part { coordinator: true, ..NOTHING };
    const ARRANGES: Part = Part { administrator: true, ..NOTHING };
    const NOTHING: Part = Part {
        member: false,
        coordinator: false,
        lead: false,
        steward: false,
        governor: false,
        near: false,
        administrator: false,
    };

    #[test]
    fn a_coordinator_gives_what_a_team_works_by_and_an_administrator_what_the_scale_has() {
        let team = [Tie::Member, Tie::Coordinator, Tie::Lead];
        assert_eq!(gives(COORDINATES, Scale::Team), team);
        assert_eq!(gives(ARRANGES, Scale::Team), Scale::Team.ties());
        assert_eq!(gives(ARRANGES, Scale::Place), [Tie::Member, Tie::Steward, Tie::Governor]);
        assert_eq!(gives(NOTHING, Scale::Team), []);
    }

    #[test]
    fn nobody_gives_themselves_a_part_nor_one_that_the_scale_has_not() {
        assert!(may_give(COORDINATES, Scale::Team, &[Tie::Lead], false).is_ok());
        assert!(may_give(COORDINATES, Scale::Team, &[Tie::Lead], true).is_err());
        assert!(may_give(COORDINATES, Scale::Team, &[Tie::Member, Tie::Steward], false).is_err());
        assert!(may_give(ARRANGES, Scale::Team, &[Tie::Governor], false).is_err());
        assert!(may_give(ARRANGES, Scale::Country, &[Tie::Lead], false).is_err());
    }
}
