//! What whoever reads an answer should know beside the numbers.

use std::fmt;

/// Something to know beside the numbers. `Display` says it in English.
#[derive(Clone, Debug, PartialEq)]
pub enum Note {
    /// The groups explain no more than chance would, or hardly anything.
    NoClearGroups {
        /// The mean silhouette, -1 to 1.
        silhouette: f64,
    },
    /// There may be groups, but many people stand between them.
    WeakGroups {
        /// The mean silhouette, -1 to 1.
        silhouette: f64,
    },
    /// Everybody stands at the same place, or there is but one person.
    OneGroup,
    /// One group was asked for, though people stand apart.
    AskedForOne,
    /// Nobody has voted.
    Nobody,
    /// Opinions differ along one line only, or not at all.
    FewDirections {
        /// How many directions there are: 0 or 1.
        directions: usize,
    },
    /// The second and third direction matter equally, so that the picture could be another.
    DirectionsAlike,
    /// So few people voted often enough that others were taken in.
    ToppedUp {
        /// How many.
        people: usize,
        /// How many votes it would take.
        least: usize,
    },
    /// Somebody voted differently on one statement at the same moment; it counts as a pass.
    Contradicted {
        /// On how many pairs of a person and a statement.
        pairs: usize,
    },
    /// Votes on statements that no list of statements has.
    UnknownStatements {
        /// How many such statements.
        statements: usize,
    },
    /// Statements that moderators keep out.
    KeptOut {
        /// How many.
        statements: usize,
    },
    /// Of several files that say the same, this one was read.
    Taken {
        /// The file that was read.
        file: &'static str,
        /// The file that was not.
        instead_of: &'static str,
    },
    /// Nothing in the files says which sign of `votes.json` is agree; +1 was taken.
    SignAssumed,
    /// The counts beside the statements say that -1 is agree in `votes.json`.
    SignTurned,
}

impl fmt::Display for Note {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoClearGroups { silhouette } => write!(
                f,
                "No clear groups: what sets these people apart is no more than chance would make, or hardly anything (silhouette {silhouette:.2}). Do not read much into the groups."
            ),
            Self::WeakGroups { silhouette } => write!(
                f,
                "The groups are weak: many people stand between them (silhouette {silhouette:.2}; above 0.50 would be reasonable)."
            ),
            Self::OneGroup => {
                f.write_str("No clear groups: nothing sets people apart, so all of them are one.")
            }
            Self::AskedForOne => f.write_str(
                "One group was asked for, so everybody is in it, however much they differ.",
            ),
            Self::Nobody => f.write_str("No clear groups: nobody has voted."),
            Self::FewDirections { directions: 0 } => {
                f.write_str("Everybody voted the same way, so there is nothing to draw.")
            }
            Self::FewDirections { .. } => {
                f.write_str("Opinions differ along one line only, so the second direction is 0.")
            }
            Self::DirectionsAlike => f.write_str(
                "Two directions matter equally, so the picture could as well be turned or show another one.",
            ),
            Self::ToppedUp { people, least } => write!(
                f,
                "Few people voted {least} times or more, so {people} who voted less are in the conversation, too."
            ),
            Self::Contradicted { .. }
            | Self::UnknownStatements { .. }
            | Self::KeptOut { .. }
            | Self::Taken { .. }
            | Self::SignAssumed
            | Self::SignTurned => self.of_the_files(f),
        }
    }
}

impl Note {
    fn of_the_files(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Contradicted { pairs } => write!(
                f,
                "Different votes by one person on one statement at the same moment count as a pass (pairs: {pairs})."
            ),
            Self::UnknownStatements { statements } => write!(
                f,
                "Some votes are on statements that are not listed, so their text is unknown (statements: {statements})."
            ),
            Self::KeptOut { statements } => {
                write!(f, "Moderators keep some statements out (statements: {statements}).")
            }
            Self::Taken { file, instead_of } => {
                write!(f, "Votes were read from {file}; {instead_of} was left aside.")
            }
            Self::SignAssumed => f.write_str(
                "Nothing says which sign of votes.json is agree; +1 was taken. Where -1 is agree, all is the wrong way round.",
            ),
            Self::SignTurned => {
                f.write_str("In this votes.json -1 is agree, as the counts in comments.json show.")
            }
            Self::NoClearGroups { .. }
            | Self::WeakGroups { .. }
            | Self::OneGroup
            | Self::AskedForOne
            | Self::Nobody
            | Self::FewDirections { .. }
            | Self::DirectionsAlike
            | Self::ToppedUp { .. } => Ok(()),
        }
    }
}
