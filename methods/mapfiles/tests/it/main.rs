//! The files of others, as they are met: read, written, read again, broken and hostile.

mod made;
mod round_trip;
