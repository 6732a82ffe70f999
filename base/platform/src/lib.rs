//! What every slice stands on: the door, the database, the vault, the journal, sittings, forms,
//! pages and the API. No domain word in it.

pub mod actor;
mod api;
pub mod backup;
mod body;
pub mod db;
pub mod door;
pub mod draft;
pub mod erasure;
mod failure;
pub mod form;
mod here;
pub mod journal;
mod log;
mod once;
pub mod page;
mod paging;
pub mod program;
pub mod routes;
mod said;
pub mod secret;
pub mod serve;
pub mod session;
pub mod state;
pub mod vault;

pub use actor::{Account, Actor, Kind, Via};
pub use db::{Db, DbError, Row, Sql, Tx, sql};
pub use door::{
    Action, Also, Ask, Changes, Decision, Done, Look, Marked, May, Of, Permit, Reading, Seen, Thing,
};
pub use failure::Failure;
pub use form::{Filled, Form, Press, Problems, Refused};
pub use here::Here;
pub use page::{Around, Frame, Page, Sample, View};
pub use paging::Paged;
pub use program::Program;
pub use routes::{Route, RouteKind, Routes, Said};
pub use state::{Installation, State};
pub use vault::{Place, Subject, Vault};
