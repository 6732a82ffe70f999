//! What groups say, said.

use super::{Analysis, Found, Group};
use crate::{
    clarity::Clarity,
    conversation::{Conversation, Tally},
    id::Id,
    next,
    note::Note,
    place,
    typical::{self, part},
};

impl Conversation {
    pub(super) fn report(&self, mut found: Found) -> Analysis {
        let ids: Vec<Id> = self.statements.iter().map(|one| one.id.clone()).collect();
        let inside = summed(&found.groups, ids.len());
        stand_for(&mut found.groups, (&ids, &found.kept_out), &inside);
        let notes = self.said(&found);
        let stand = place::statements(&found.axes);
        let extremity: Vec<f64> = stand.iter().map(|at| place::extremity(*at)).collect();
        let priority = inside.iter().zip(&extremity).zip(&self.statements);
        let priorities =
            priority.map(|((votes, out), one)| next::priority(*votes, *out, one.meta)).collect();
        let groups = found.groups;
        Analysis {
            participants: self.participants.len(),
            statements: ids.len(),
            votes: self.votes(),
            in_conversation: (found.inside.people.iter())
                .filter_map(|place| self.participants.get(*place).cloned())
                .collect(),
            least_votes: found.inside.least,
            axes: found.axes,
            projection: self.participants.iter().cloned().zip(found.stand).collect(),
            statement_projection: ids.iter().cloned().zip(stand).collect(),
            extremity: ids.iter().cloned().zip(extremity).collect(),
            base: found.grouping.base,
            silhouette: found.grouping.silhouette,
            silhouettes: found.grouping.silhouettes,
            clarity: found.clarity,
            inertia: found.grouping.partition.inertia,
            consensus: typical::consensus((&ids, &found.kept_out), &self.tallies),
            group_aware_consensus: product(&groups, &ids, |tally| tally.agree),
            group_aware_dissent: product(&groups, &ids, |tally| tally.disagree),
            divisive: divisive(&groups, (&ids, &found.kept_out)),
            priorities: named(&ids, priorities),
            groups,
            notes,
        }
    }

    fn said(&self, found: &Found) -> Vec<Note> {
        let mut notes = Vec::new();
        notes.extend(of_groups(found, self.participants.is_empty()));
        let directions = found.axes.directions();
        if directions < 2 && !self.participants.is_empty() {
            notes.push(Note::FewDirections { directions });
        }
        if found.axes.alike {
            notes.push(Note::DirectionsAlike);
        }
        if found.inside.topped_up > 0 {
            notes
                .push(Note::ToppedUp { people: found.inside.topped_up, least: found.inside.least });
        }
        let statements = found.kept_out.iter().filter(|out| **out).count();
        if statements > 0 {
            notes.push(Note::KeptOut { statements });
        }
        let pairs = self.contradicted();
        if pairs > 0 {
            notes.push(Note::Contradicted { pairs });
        }
        notes.extend_from_slice(&self.notes);
        notes
    }
}

fn of_groups(found: &Found, nobody: bool) -> Option<Note> {
    match (found.grouping.silhouette, found.clarity) {
        (None, _) if nobody => Some(Note::Nobody),
        (None, _) if apart(found) => Some(Note::AskedForOne),
        (None, _) => Some(Note::OneGroup),
        (Some(silhouette), Clarity::NoGroups) => Some(Note::NoClearGroups { silhouette }),
        (Some(silhouette), Clarity::Weak) => Some(Note::WeakGroups { silhouette }),
        (Some(_), Clarity::Clear) => None,
    }
}

/// Whether people in the conversation stand at more than one place.
fn apart(found: &Found) -> bool {
    let mut places = found.grouping.base.iter().map(|cluster| cluster.center.map(f64::to_bits));
    let first = places.next();
    places.any(|place| Some(place) != first)
}

/// How everybody in the conversation voted, who all are in a group.
fn summed(groups: &[Group], statements: usize) -> Vec<Tally> {
    let mut sums = vec![Tally::default(); statements];
    for group in groups {
        sums.iter_mut().zip(&group.tallies).for_each(|(sum, tally)| *sum = sum.with(*tally));
    }
    sums
}

fn stand_for(groups: &mut [Group], statements: (&[Id], &[bool]), inside: &[Tally]) {
    for group in groups {
        let others: Vec<Tally> =
            inside.iter().zip(&group.tallies).map(|(all, mine)| all.without(*mine)).collect();
        group.representative = typical::representative(statements, &group.tallies, &others);
    }
}

fn product(groups: &[Group], ids: &[Id], count: fn(&Tally) -> u32) -> Vec<(Id, f64)> {
    if groups.is_empty() {
        return Vec::new();
    }
    let mut products = vec![1.0; ids.len()];
    for group in groups {
        let parts = group.tallies.iter().map(|tally| part((count(tally), tally.seen())));
        products.iter_mut().zip(parts).for_each(|(product, part)| *product *= part);
    }
    named(ids, products)
}

fn divisive(groups: &[Group], (ids, kept_out): (&[Id], &[bool])) -> Vec<(Id, f64)> {
    if groups.len() < 2 {
        return Vec::new();
    }
    let mut ends = vec![(1.0_f64, 0.0_f64); ids.len()];
    for group in groups {
        let parts = group.tallies.iter().map(|tally| part((tally.agree, tally.seen())));
        ends.iter_mut()
            .zip(parts)
            .for_each(|(ends, part)| *ends = (ends.0.min(part), ends.1.max(part)));
    }
    let shown = ids.iter().zip(ends).zip(kept_out).filter(|(_, out)| !**out);
    let mut apart: Vec<(Id, f64)> =
        shown.map(|((id, (least, most)), _)| (id.clone(), most - least)).collect();
    apart.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    apart
}

fn named(ids: &[Id], values: Vec<f64>) -> Vec<(Id, f64)> {
    ids.iter().cloned().zip(values).collect()
}
