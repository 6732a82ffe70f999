//! SQL, and nothing but; and the opening of what it finds sealed.

pub(crate) mod after;
pub(crate) mod cycles;
pub(crate) mod explorations;
pub(crate) mod looks;
pub(crate) mod prompts;
pub(crate) mod purposes;
pub(crate) mod tried;
