use std::{borrow::Cow, fmt::Write as _};

use sqlx::{AssertSqlSafe, SqlSafeStr as _, SqlStr};

use super::Arg;

/// A statement and its arguments. Its text is `'static`, so that it cannot hold user input.
#[derive(Debug)]
pub struct Sql {
    text: Cow<'static, str>,
    list: Option<(usize, usize)>,
    rows: Option<(usize, usize)>,
    args: Vec<Arg>,
}

/// Starts a statement. Arguments are `$1`, `$2`, … in both databases.
pub const fn sql(text: &'static str) -> Sql {
    Sql { text: Cow::Borrowed(text), list: None, rows: None, args: Vec::new() }
}

impl Sql {
    /// A statement made from the names of our own schema, for backups. Nothing a person typed is in
    /// them.
    pub(crate) const fn of_schema(text: String) -> Self {
        Self { text: Cow::Owned(text), list: None, rows: None, args: Vec::new() }
    }

    /// Binds the next argument.
    #[must_use]
    pub fn bind(mut self, arg: impl Into<Arg>) -> Self {
        self.args.push(arg.into());
        self
    }

    /// Binds a list where the text says `in {}`: an empty list matches nothing. Longer lists are
    /// filled up to a power of two with their last value, so that few statements are prepared.
    #[must_use]
    pub fn bind_list<A: Into<Arg> + Clone>(mut self, list: &[A]) -> Self {
        let (from, wanted) = (self.args.len(), list.len().next_power_of_two());
        let end = list.last().cloned();
        let filler = std::iter::repeat_n(end, wanted - list.len()).flatten();
        let whole: Vec<Arg> = list.iter().cloned().chain(filler).map(Into::into).collect();
        self.list = Some((from, whole.len()));
        self.args.extend(whole);
        self
    }

    /// Binds several rows of `width` values where the text ends with `values {}`.
    #[must_use]
    pub fn bind_rows(mut self, width: usize, rows: Vec<Vec<Arg>>) -> Self {
        self.rows = Some((width, rows.len()));
        self.args.extend(rows.into_iter().flatten());
        self
    }

    /// Writes how many rows are wanted where the text says `limit {most}`. It is a number of ours, and
    /// not bound, so that a database can plan for a page and not for all there is.
    #[must_use]
    pub fn most(mut self, rows: i64) -> Self {
        self.text = Cow::Owned(self.text.replace("{most}", &rows.to_string()));
        self
    }

    pub(super) fn finish(self) -> (SqlStr, Vec<Arg>) {
        let text = match (self.list, self.rows) {
            (Some((from, count)), _) => safe(&self.text.replace("{}", &list(from, count))),
            (None, Some((width, count))) => safe(&self.text.replace("{}", &rows(width, count))),
            (None, None) => match self.text {
                Cow::Borrowed(text) => text.into_sql_str(),
                Cow::Owned(text) => safe(&text),
            },
        };
        (text, self.args)
    }
}

/// Only placeholders, or names of our own schema, were written into the text.
fn safe(text: &str) -> SqlStr {
    AssertSqlSafe(text.to_owned()).into_sql_str()
}

fn list(from: usize, count: usize) -> String {
    if count == 0 {
        return "(null)".to_owned();
    }
    format!("({})", places(from, count))
}

fn rows(width: usize, count: usize) -> String {
    let rows: Vec<String> =
        (0..count).map(|row| format!("({})", places(row * width, width))).collect();
    rows.join(", ")
}

fn places(from: usize, count: usize) -> String {
    let mut text = String::new();
    for number in from + 1..=from + count {
        let comma = if number == from + 1 { "" } else { ", " };
        // Writing into a String cannot fail.
        write!(text, "{comma}${number}").unwrap_or_default();
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_and_rows_become_placeholders() {
        let ids = ["a", "b", "c"];
        let (text, args) =
            sql("select 1 where x = $1 and y in {}").bind("x").bind_list(&ids).finish();
        assert_eq!(text.as_str(), "select 1 where x = $1 and y in ($2, $3, $4, $5)");
        assert_eq!(args.len(), 5);
        let (text, _) = sql("where y in {}").bind_list::<&str>(&[]).finish();
        assert!(text.as_str().ends_with("(null)") || text.as_str().ends_with("($1)"));
        let two = vec![vec![Arg::from(1), Arg::from(2)], vec![Arg::from(3), Arg::from(4)]];
        let (text, _) = sql("insert into t (a, b) values {}").bind_rows(2, two).finish();
        assert_eq!(text.as_str(), "insert into t (a, b) values ($1, $2), ($3, $4)");
    }
}
