//! Who has looked at a person's page, and who can see it, and why.

pub(crate) mod looked;
pub(crate) mod stretch;
pub(crate) mod who_can_see;
