//! SQL, and nothing but.

pub(crate) mod ground;
pub(crate) mod pattern;
pub(crate) mod relay;
