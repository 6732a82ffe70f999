//! Lists, page by page: each says where the next begins, and none is cut in silence.

/// A page of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paged<T> {
    /// What stands on it.
    pub rows: Vec<T>,
    /// Where the next page begins; nothing on the last.
    pub next: Option<String>,
}

impl<T> Paged<T> {
    /// How many rows to ask for, where `most` stand on a page: the one more tells that there is
    /// another page.
    pub fn ask_for(most: usize) -> i64 {
        i64::try_from(most).unwrap_or(i64::MAX).saturating_add(1)
    }

    /// The page, of as many rows as were asked for; `mark` says from which row the next goes on.
    pub fn of(mut rows: Vec<T>, most: usize, mark: impl FnOnce(&T) -> String) -> Self {
        let more = rows.len() > most;
        rows.truncate(most);
        let next = rows.last().filter(|_| more).map(mark);
        Self { rows, next }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_goes_on_only_where_something_follows() {
        let page = |rows: &[u8]| Paged::of(rows.to_vec(), 2, ToString::to_string);
        assert_eq!(page(&[]), Paged { rows: vec![], next: None });
        assert_eq!(page(&[1, 2]), Paged { rows: vec![1, 2], next: None });
        assert_eq!(page(&[1, 2, 3]), Paged { rows: vec![1, 2], next: Some("2".to_owned()) });
        assert_eq!(Paged::<u8>::ask_for(2), 3);
    }
}
