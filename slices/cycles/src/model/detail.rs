/// What may stand beside the line of an exploration. None of it has to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Detail {
    /// Why it might help.
    Hunch,
    /// Who decided.
    Decided,
    /// Who was not there when it was decided.
    Absent,
    /// What it costs, in words.
    Cost,
    /// What to notice.
    Noticing,
    /// When it would be stopped.
    StopWhen,
}

impl Detail {
    /// All of them, in the order in which they are stored and asked.
    pub(crate) const ALL: [Self; 6] =
        [Self::Hunch, Self::Decided, Self::Absent, Self::Cost, Self::Noticing, Self::StopWhen];

    /// Its field in forms and its column in rows.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Hunch => "hunch",
            Self::Decided => "decided",
            Self::Absent => "absent",
            Self::Cost => "cost",
            Self::Noticing => "noticing",
            Self::StopWhen => "stop_when",
        }
    }

    /// Which sealed text of the row it is. Written into what is sealed: never change a number.
    pub(crate) const fn part(self) -> u8 {
        match self {
            Self::Hunch => 1,
            Self::Decided => 2,
            Self::Absent => 3,
            Self::Cost => 4,
            Self::Noticing => 5,
            Self::StopWhen => 6,
        }
    }
}

/// The sealed text that says why an exploration ended.
pub(crate) const WHY: u8 = 7;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_sealed_text_of_an_exploration_has_a_place_of_its_own() {
        let mut parts: Vec<u8> = Detail::ALL.into_iter().map(Detail::part).collect();
        parts.extend([0, WHY]);
        parts.sort_unstable();
        assert_eq!(parts, [0, 1, 2, 3, 4, 5, 6, 7]);
    }
}
