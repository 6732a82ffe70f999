//! A file of decisions.

use std::fmt;

use csv::{ByteRecord, ReaderBuilder, Trim};

use super::{Decision, Decisions, Named, Verdict};

/// The columns of a file of decisions. `record_a`, `record_b` and `decision` have to be there.
pub const COLUMNS: [&str; 8] =
    ["source_a", "record_a", "source_b", "record_b", "decision", "who", "when", "reason"];
/// The columns without which nothing is decided.
const NEEDED: [usize; 3] = [1, 3, 4];
/// The largest file that is read: 64 MiB, about half a million decisions. Several times that may be held while it is read.
pub const LIMIT: usize = 64 << 20;

/// Why a file of decisions was not read. Nothing of it is used then: half of what people decided is not what they decided.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DecisionError {
    /// The line, beginning with 1; nothing where it is about the whole file.
    pub line: Option<u64>,
    /// The column's name; nothing where it is about a whole line.
    pub column: Option<&'static str>,
    /// What is wrong.
    pub wrong: Wrong,
}

/// What can be wrong with a file of decisions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// The file is larger than [`LIMIT`].
    TooLarge(usize),
    /// There is nothing in it, not even names of columns.
    Empty,
    /// A column that is needed is not there.
    NoColumn,
    /// Two columns have this name.
    TwoColumns,
    /// A line has another number of fields than there are columns: found, wanted.
    Fields(usize, usize),
    /// The field is not UTF-8.
    NotText,
    /// The field goes on over the end of its line, as it does where a quotation mark was not closed.
    LineBreak,
    /// The field is empty.
    Blank,
    /// A decision is neither `together` nor `apart`.
    Word(String),
    /// Both records are the same one.
    Itself(Named),
}

impl fmt::Display for DecisionError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(line) = self.line {
            write!(f, "line {line}, ")?;
        }
        if let Some(column) = self.column {
            write!(f, "column `{column}`: ")?;
        }
        write!(f, "{}", self.wrong)
    }
}

impl std::error::Error for DecisionError {}

impl fmt::Display for Wrong {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooLarge(bytes) => write!(
                f,
                "the file has {bytes} bytes, and at most {LIMIT} are read: split it, and give the parts one after another"
            ),
            Self::Empty => write!(
                f,
                "the file is empty: its first line names the columns, {}",
                COLUMNS.join(",")
            ),
            Self::NoColumn => write!(f, "there is no such column, and a decision needs it"),
            Self::TwoColumns => write!(f, "there are two columns of this name: keep one"),
            Self::Fields(found, wanted) => write!(
                f,
                "there are {found} fields for {wanted} columns: put quotation marks around text that holds a comma"
            ),
            Self::NotText => write!(f, "this is not UTF-8: save the file as CSV in UTF-8"),
            Self::LineBreak => write!(
                f,
                "the text goes on over the end of the line: close its quotation mark, or write it on one line"
            ),
            Self::Blank => write!(f, "this may not be empty"),
            Self::Word(said) => write!(f, "`{said}` is no decision: write `together` or `apart`"),
            Self::Itself(record) => {
                write!(f, "both records are {record}: a decision is about two records")
            }
        }
    }
}

impl Decisions {
    /// Reads a file of decisions: CSV in UTF-8 with the [`COLUMNS`] in any order, one decision a line. Blanks around a field are
    /// taken off, and so is a byte order mark; lines without anything are passed over. `source_a` and `source_b` may be empty or
    /// left out where there is one source. `who`, `when` and `reason` may be, too, but then nobody can ask back.
    pub fn read(bytes: &[u8]) -> Result<Self, DecisionError> {
        if bytes.len() > LIMIT {
            return Err(whole(Wrong::TooLarge(bytes.len())));
        }
        let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
        let mut rows = ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .trim(Trim::All)
            .from_reader(bytes);
        let mut row = ByteRecord::new();
        if !next(&mut rows, &mut row) {
            return Err(whole(Wrong::Empty));
        }
        let columns = Columns::of(&row, line(bytes, &row))?;
        let mut all = Vec::new();
        while next(&mut rows, &mut row) {
            if row.iter().any(|field| !field.is_empty()) {
                all.push(
                    Fields { row: &row, line: line(bytes, &row), columns: &columns }.decision()?,
                );
            }
        }
        Ok(Self { all, unread: columns.unread })
    }
}

fn whole(wrong: Wrong) -> DecisionError {
    DecisionError { line: None, column: None, wrong }
}

/// Reading from memory, where any number of fields is taken and text is looked at later, cannot fail: what is not read is the end.
fn next(rows: &mut csv::Reader<&[u8]>, row: &mut ByteRecord) -> bool {
    rows.read_byte_record(row).unwrap_or(false)
}

/// The line on which a row begins: the reader counts empty lines before it into the row.
fn line(bytes: &[u8], row: &ByteRecord) -> u64 {
    let Some(at) = row.position() else { return 1 };
    let from = usize::try_from(at.byte()).ok().and_then(|from| bytes.get(from..));
    let empty = from.into_iter().flatten().take_while(|byte| b"\r\n".contains(byte));
    empty.filter(|byte| **byte == b'\n').fold(at.line(), |line, _| line + 1)
}

/// Which field each column is.
struct Columns {
    at: [Option<usize>; COLUMNS.len()],
    count: usize,
    unread: Vec<String>,
}

impl Columns {
    fn of(row: &ByteRecord, line: u64) -> Result<Self, DecisionError> {
        let mut columns = Self { at: [None; COLUMNS.len()], count: row.len(), unread: Vec::new() };
        for (field, name) in row.iter().enumerate() {
            if breaks(name) {
                let wrong = Wrong::LineBreak;
                return Err(DecisionError { line: Some(line), column: None, wrong });
            }
            let name = String::from_utf8_lossy(name);
            let known = COLUMNS.iter().zip(&mut columns.at);
            match known.into_iter().find(|(column, _)| column.eq_ignore_ascii_case(&name)) {
                None => columns.unread.push(name.into_owned()),
                Some((_, at @ None)) => *at = Some(field),
                Some((column, Some(_))) => return Err(wrong(line, column, Wrong::TwoColumns)),
            }
        }
        for needed in NEEDED {
            if let (Some(None), Some(column)) = (columns.at.get(needed), COLUMNS.get(needed)) {
                return Err(wrong(line, column, Wrong::NoColumn));
            }
        }
        Ok(columns)
    }
}

fn breaks(field: &[u8]) -> bool {
    field.iter().any(|byte| b"\r\n".contains(byte))
}

fn wrong(line: u64, column: &'static str, wrong: Wrong) -> DecisionError {
    DecisionError { line: Some(line), column: Some(column), wrong }
}

struct Fields<'a> {
    row: &'a ByteRecord,
    line: u64,
    columns: &'a Columns,
}

impl Fields<'_> {
    fn decision(&self) -> Result<Decision, DecisionError> {
        // A text that runs on over lines has swallowed decisions, and commas with them: say that first.
        self.one_line()?;
        let texts = self.texts()?;
        if self.row.len() != self.columns.count {
            let wrong = Wrong::Fields(self.row.len(), self.columns.count);
            return Err(DecisionError { line: Some(self.line), column: None, wrong });
        }
        let [source_a, record_a, source_b, record_b, word, who, when, reason] =
            texts.map(str::to_owned);
        let a = Named { source: source_a, id: self.filled(1, record_a)? };
        let b = Named { source: source_b, id: self.filled(3, record_b)? };
        let verdict = self.verdict(self.filled(4, word)?)?;
        if a == b {
            return Err(self.wrong(3, Wrong::Itself(a)));
        }
        Ok(Decision { line: self.line, a, b, verdict, who, when, reason })
    }

    fn texts(&self) -> Result<[&str; COLUMNS.len()], DecisionError> {
        let mut texts = [""; COLUMNS.len()];
        for (column, text) in texts.iter_mut().enumerate() {
            let at = self.columns.at.get(column).copied().flatten();
            let bytes = at.and_then(|at| self.row.get(at)).unwrap_or_default();
            *text = std::str::from_utf8(bytes).map_err(|_| self.wrong(column, Wrong::NotText))?;
        }
        Ok(texts)
    }

    fn one_line(&self) -> Result<(), DecisionError> {
        let Some(field) = self.row.iter().position(breaks) else { return Ok(()) };
        let column = self.columns.at.iter().position(|at| *at == Some(field));
        let column = column.and_then(|column| COLUMNS.get(column).copied());
        Err(DecisionError { line: Some(self.line), column, wrong: Wrong::LineBreak })
    }

    fn filled(&self, column: usize, text: String) -> Result<String, DecisionError> {
        if text.is_empty() { Err(self.wrong(column, Wrong::Blank)) } else { Ok(text) }
    }

    fn verdict(&self, word: String) -> Result<Verdict, DecisionError> {
        match word.to_ascii_lowercase().as_str() {
            "together" | "always together" => Ok(Verdict::Together),
            "apart" | "never together" => Ok(Verdict::Apart),
            _ => Err(self.wrong(4, Wrong::Word(word))),
        }
    }

    fn wrong(&self, column: usize, wrong: Wrong) -> DecisionError {
        DecisionError { line: Some(self.line), column: COLUMNS.get(column).copied(), wrong }
    }
}
