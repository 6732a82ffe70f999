//! Pages that show what several slices hold: the first page, the page of a life, a team's meeting,
//! a cycle. Nothing is kept here: each page opens one look and hands it to the slices that publish
//! a panel.

mod cycle;
mod drafts;
mod frame;
mod gathered;
mod home;
mod life;
mod meeting;
mod plain;
mod policy;
mod said;
mod samples;
mod shared;
mod theirs;
mod tried;
mod unsaved;

use platform::Routes;

pub use frame::frame;
pub use samples::samples;

/// The pages of this slice.
pub fn routes() -> Routes {
    Routes::of(said::WORDS)
        .show("/", home::page)
        .list("/lives", theirs::page)
        .show("/lives/{life}", life::page)
        .show("/teams/{body}/meeting", meeting::page)
        .list("/teams/{body}/trying", tried::page)
        .list("/teams/{body}/surprises", gathered::surprises)
        .list("/teams/{body}/brought", gathered::brought)
        .list("/teams/{body}/reflections", shared::page)
        .show("/cycles/{cycle}", cycle::page)
        .show("/about", plain::about)
        .show("/accessibility", plain::accessibility)
        .show("/privacy", plain::privacy)
}
