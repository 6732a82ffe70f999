//! Short forms of given names, as they are used in Britain and where English is spoken. Public knowledge, and far from all.

use std::{collections::HashMap, sync::LazyLock};

const NAMES: &str = include_str!("../data/nicknames.txt");

/// For each name the groups it belongs to, by their line.
static GROUPS: LazyLock<HashMap<&'static str, Vec<usize>>> = LazyLock::new(|| {
    let mut groups: HashMap<_, Vec<usize>> = HashMap::new();
    let lines = NAMES.lines().filter(|line| !line.starts_with('#'));
    for (group, line) in lines.enumerate() {
        for name in line.split_whitespace() {
            groups.entry(name).or_default().push(group);
        }
    }
    groups
});

/// Two names stand in one group: one is short for the other, or both are for a third.
pub(crate) fn same(a: &str, b: &str) -> bool {
    let (Some(a), Some(b)) = (GROUPS.get(a), GROUPS.get(b)) else { return false };
    a.iter().any(|group| b.contains(group))
}
