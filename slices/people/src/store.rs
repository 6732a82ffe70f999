//! People in the database: SQL, and nothing but.

pub(crate) mod accounts;
pub(crate) mod bodies;
pub(crate) mod invitations;
pub(crate) mod lives;
pub(crate) mod names;
pub(crate) mod standing;
pub(crate) mod tokens;
pub(crate) mod waiting;
pub(crate) mod walks;
