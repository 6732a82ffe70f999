//! Names of groups that stay from one analysis to the next.

use std::collections::BTreeSet;

/// Names for groups, given their members in the order of participants: those of an earlier state that share most members, so that
/// colours do not jump; without one, by size, and of equal size by the first participant.
pub(crate) fn names(members: &[Vec<usize>], before: &[(usize, BTreeSet<usize>)]) -> Vec<usize> {
    let mut shared: Vec<(usize, usize, usize)> = Vec::new();
    for (new, people) in members.iter().enumerate() {
        for (old, were) in before {
            shared.push((people.iter().filter(|person| were.contains(person)).count(), *old, new));
        }
    }
    shared.retain(|(people, ..)| *people > 0);
    shared.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)).then(a.2.cmp(&b.2)));
    let mut names: Vec<Option<usize>> = vec![None; members.len()];
    let mut taken = BTreeSet::new();
    for (_, old, new) in shared {
        if let Some(name @ None) = names.get_mut(new)
            && taken.insert(old)
        {
            *name = Some(old);
        }
    }
    let mut rest: Vec<usize> =
        (0..members.len()).filter(|new| matches!(names.get(*new), Some(None))).collect();
    rest.sort_by_key(|new| {
        members.get(*new).map(|one| (std::cmp::Reverse(one.len()), one.first().copied()))
    });
    let mut free = (0..).filter(|name| !taken.contains(name));
    for new in rest {
        if let Some(name) = names.get_mut(new) {
            *name = free.next();
        }
    }
    names.into_iter().flatten().collect()
}
