//! Where a list of what is and was tried goes on.

use kernel::Id;

use super::tried::Tried;
use crate::Exploration;

/// Where a page begins: after this one, which was still tried or had ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TriedAfter {
    live: bool,
    exploration: Id<Exploration>,
}

impl TriedAfter {
    /// Reads what the page before wrote.
    pub fn parse(text: &str) -> Option<Self> {
        let (live, id) = text.split_once('.')?;
        let live = match live {
            "live" => true,
            "ended" => false,
            _ => return None,
        };
        Some(Self { live, exploration: Id::parse(id)? })
    }

    /// Where the page after this one begins.
    pub(super) const fn this(tried: &Tried) -> Self {
        Self { live: tried.ended.is_none(), exploration: tried.id }
    }

    /// What comes next is smaller: what has ended follows what is tried now.
    pub(super) fn bounds(after: Option<Self>) -> (i64, String) {
        match after {
            Some(it) => (i64::from(it.live), it.exploration.to_string()),
            None => (2, String::new()),
        }
    }
}

impl std::fmt::Display for TriedAfter {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let live = if self.live { "live" } else { "ended" };
        write!(f, "{live}.{}", self.exploration)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn where_a_list_goes_on_is_read_back() {
        for live in [true, false] {
            let after = TriedAfter { live, exploration: Id::from_bytes([7; 16]) };
            assert_eq!(TriedAfter::parse(&after.to_string()), Some(after));
        }
        assert_eq!(TriedAfter::parse("x.1"), None);
    }
}
