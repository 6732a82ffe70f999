//! Sittings: who holds the browser, since when, and until when. The cookie holds a secret of which
//! the database has only the hash.

mod arrive;
mod cookie;
pub mod password;
mod seats;
pub mod throttle;
mod work;

use kernel::SpanOf;

pub(crate) use arrive::{Arrival, arrive, bearer};
pub use cookie::Cookie;
pub(crate) use seats::Seats;
pub use work::{Opened, Stage, begin, end, end_all, end_others, go_beside, pass_second_step};

/// Without a sign of life for so long, a sitting ends.
pub const IDLE: i64 = 30 * SpanOf::MINUTE;
/// However lively, a sitting ends after so long.
pub const ABSOLUTE: i64 = 12 * SpanOf::HOUR;
/// For so long after it ended by itself, what its holder still sends is kept as a draft.
pub(crate) const AFTERLIFE: i64 = 7 * SpanOf::DAY;
/// Signs of life are written at most this often.
pub(crate) const TOUCH: i64 = SpanOf::MINUTE;
