//! From votes to groups, and to what they share and what tells them apart.

mod report;

use std::collections::BTreeSet;

use crate::{
    axes::{self, Axes},
    clarity::{self, Clarity},
    conversation::{Conversation, Tally},
    groups::{self, Asked, BaseCluster, CannotGroup, Grouping},
    id::Id,
    note::Note,
    place,
    sparse::{self, Pair},
    typical::{Consensus, Representative},
};

/// How many votes bring somebody into the conversation, where there are so many statements.
const LEAST_VOTES: usize = 7;
/// How many people are in the conversation at least, where so many have voted at all.
const LEAST_PEOPLE: usize = 15;

/// What an analysis is asked.
#[derive(Clone, Copy, Debug, Default)]
pub struct Options<'a> {
    /// How many groups; without it, the number with the largest mean silhouette.
    pub k: Option<usize>,
    /// Where the search for groups begins. The same seed gives the same answer.
    pub seed: u64,
    /// People who are in the conversation however often they voted, as they were in it before.
    pub stay: &'a [Id],
    /// Groups that somebody else has made: they are described and not searched for, and their members are who is in the conversation. The first is group 0.
    pub given: &'a [Vec<Id>],
    /// An earlier analysis of this conversation: whoever was in it stays, groups keep their names, and the search starts there.
    pub before: Option<&'a Analysis>,
}

/// What there is to know of a conversation. Lists of participants and statements are in the order of their ids.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Analysis {
    /// How many people have voted at least once.
    pub participants: usize,
    /// How many statements there are, those kept out included.
    pub statements: usize,
    /// How many votes count: pairs of a participant and a statement.
    pub votes: usize,
    /// Who is in the conversation: has voted often enough, or was in it before.
    pub in_conversation: Vec<Id>,
    /// How many votes bring somebody into the conversation.
    pub least_votes: usize,
    /// The two directions along which opinions differ most.
    pub axes: Axes,
    /// Where everybody stands who has voted at least once, in the conversation or not.
    pub projection: Vec<(Id, [f64; 2])>,
    /// Where each statement stands: where somebody would who agreed with it and voted on nothing else.
    pub statement_projection: Vec<(Id, [f64; 2])>,
    /// How far out each statement stands: the length of its projection.
    pub extremity: Vec<(Id, f64)>,
    /// People in the conversation who stand so near that they count as one, from left to right; `members` are places in `projection`.
    pub base: Vec<BaseCluster>,
    /// The groups, in the order of their names.
    pub groups: Vec<Group>,
    /// The mean silhouette of the groups, -1 to 1, over the people in the conversation, each where the base cluster stands; none with
    /// fewer than two groups.
    pub silhouette: Option<f64>,
    /// The mean silhouette at each number of groups that was tried.
    pub silhouettes: Vec<(usize, f64)>,
    /// Whether there are groups at all.
    pub clarity: Clarity,
    /// The sum over base clusters of size times squared distance to the centre of their group.
    pub inertia: f64,
    /// What most people share, in the conversation or not.
    pub consensus: Consensus,
    /// How much all groups agree with each statement: the product over groups of (agrees + 1) / (seen + 2). Empty without groups.
    pub group_aware_consensus: Vec<(Id, f64)>,
    /// The same for disagreeing.
    pub group_aware_dissent: Vec<(Id, f64)>,
    /// What divides groups: statements with the difference between the largest and the smallest part of a group that agrees, (agrees + 1)
    /// / (seen + 2); the most dividing first, those kept out left out.
    pub divisive: Vec<(Id, f64)>,
    /// How much each statement should be seen; those kept out have a number, too, and are never drawn by [`crate::next_statement`].
    pub priorities: Vec<(Id, f64)>,
    /// What to know beside the numbers.
    pub notes: Vec<Note>,
}

/// People who think alike.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// Its name: a number that stays with it from one analysis to the next.
    pub id: usize,
    /// Who is in it.
    pub members: Vec<Id>,
    /// The mean of where its members stand.
    pub center: [f64; 2],
    /// The statements that stand for it.
    pub representative: Vec<Representative>,
    /// How its members voted on each statement.
    pub tallies: Vec<Tally>,
}

impl Conversation {
    /// Finds the groups, and what they share and what tells them apart.
    ///
    /// With `before`, what comes out equals an analysis from nothing (with the same people staying) to about 1e-9 in where people stand, as
    /// long as the leading directions are distinct; groups are the same or fit better.
    ///
    /// # Errors
    /// Where more groups are asked for than there are places at which people stand, or 0.
    pub fn analyse(&self, options: &Options<'_>) -> Result<Analysis, CannotGroup> {
        let kept_out = self.kept_out();
        let matrix = sparse::centred(self, &kept_out);
        let near = options.before.map(|before| self.loadings(before));
        let axes = axes::axes(&matrix, near.as_deref());
        let stand = place::people(&matrix, &axes);
        let inside = self.inside(options);
        let centers: Vec<Pair> = (options.before.iter())
            .flat_map(|before| &before.groups)
            .map(|group| group.center)
            .collect();
        let grouping = if options.given.is_empty() {
            let asked = Asked { k: options.k, seed: options.seed, before: &centers };
            groups::grouped(&stand, &inside.people, &asked)?
        } else {
            groups::given(&stand, &self.given(options.given), options.seed)
        };
        let clarity = clarity::clarity(&matrix, &axes, grouping.silhouette, options.seed);
        let groups = self.named(&grouping, options);
        let found = Found { kept_out, axes, stand, inside, grouping, clarity, groups };
        Ok(self.report(found))
    }

    /// The loadings of an earlier analysis, for the statements of now.
    fn loadings(&self, before: &Analysis) -> Vec<Pair> {
        let known = before.statement_projection.iter().map(|(id, _)| id).zip(&before.axes.loadings);
        let known: Vec<(&Id, &Pair)> = known.collect();
        let of = |id: &Id| known.binary_search_by(|(other, _)| (*other).cmp(id)).ok();
        let loading =
            |id: &Id| of(id).and_then(|at| known.get(at)).map_or([0.0; 2], |(_, pair)| **pair);
        self.statements.iter().map(|one| loading(&one.id)).collect()
    }

    /// The places of the members of given groups; whoever is in several is in the first.
    fn given(&self, groups: &[Vec<Id>]) -> Vec<Vec<usize>> {
        let mut taken = BTreeSet::new();
        let mut places = |group: &Vec<Id>| {
            let known = group.iter().filter_map(|id| self.participants.binary_search(id).ok());
            known.filter(|place| taken.insert(*place)).collect::<BTreeSet<usize>>()
        };
        groups.iter().map(|group| places(group).into_iter().collect()).collect()
    }

    /// Who is in the conversation, as places.
    fn inside(&self, options: &Options<'_>) -> Inside {
        let least = LEAST_VOTES.min(self.statements.len());
        if !options.given.is_empty() {
            let mut people: Vec<usize> = self.given(options.given).into_iter().flatten().collect();
            people.sort_unstable();
            return Inside { people, least, topped_up: 0 };
        }
        let were = options.before.iter().flat_map(|before| &before.in_conversation);
        let stay: BTreeSet<&Id> = options.stay.iter().chain(were).collect();
        let known = || self.participants.iter().zip(&self.rows).enumerate();
        let mut people: Vec<usize> = known()
            .filter(|(_, (id, row))| row.len() >= least || stay.contains(id))
            .map(|(place, _)| place)
            .collect();
        let lacking = LEAST_PEOPLE.saturating_sub(people.len());
        let mut rest: Vec<(usize, usize)> = known()
            .filter(|(place, _)| people.binary_search(place).is_err())
            .map(|(place, (_, row))| (row.len(), place))
            .collect();
        // By most votes; of equal ones, who comes first.
        rest.sort_by_key(|(votes, place)| (std::cmp::Reverse(*votes), *place));
        rest.truncate(lacking);
        people.extend(rest.iter().map(|(_, place)| *place));
        people.sort_unstable();
        Inside { people, least, topped_up: rest.len() }
    }

    /// The groups with their members and names.
    fn named(&self, grouping: &Grouping, options: &Options<'_>) -> Vec<Group> {
        let partition = &grouping.partition;
        let mut members: Vec<Vec<usize>> = vec![Vec::new(); partition.centers.len()];
        for (cluster, of) in grouping.base.iter().zip(&partition.of) {
            if let Some(members) = members.get_mut(*of) {
                members.extend_from_slice(&cluster.members);
            }
        }
        for members in &mut members {
            members.sort_unstable();
        }
        let place = |id: &Id| self.participants.binary_search(id).ok();
        let before = options.before.iter().flat_map(|before| &before.groups);
        let were: Vec<(usize, BTreeSet<usize>)> = before
            .map(|group| (group.id, group.members.iter().filter_map(place).collect()))
            .collect();
        let names = match options.given {
            [] => groups::names(&members, &were),
            given => (0..given.len()).collect(),
        };
        let mut groups: Vec<Group> = (names.into_iter().zip(&members).zip(&partition.centers))
            .map(|((id, members), center)| self.group(id, members, *center))
            .collect();
        groups.sort_by_key(|group| group.id);
        groups
    }

    fn group(&self, id: usize, members: &[usize], center: Pair) -> Group {
        let mut tallies = vec![Tally::default(); self.statements.len()];
        let rows = members.iter().filter_map(|place| self.rows.get(*place));
        for mark in rows.flatten() {
            if let Some(tally) = tallies.get_mut(mark.statement) {
                tally.count(mark.vote);
            }
        }
        let members = members.iter().filter_map(|place| self.participants.get(*place)).cloned();
        Group { id, members: members.collect(), center, representative: Vec::new(), tallies }
    }
}

/// Who is in the conversation.
struct Inside {
    people: Vec<usize>,
    least: usize,
    topped_up: usize,
}

/// What has been worked out on the way.
struct Found {
    kept_out: Vec<bool>,
    axes: Axes,
    stand: Vec<Pair>,
    inside: Inside,
    grouping: Grouping,
    clarity: Clarity,
    groups: Vec<Group>,
}
