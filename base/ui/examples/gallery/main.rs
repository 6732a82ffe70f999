//! Every component in several states on one page, for looking: `cargo run -p ui --example gallery`
//! writes `gallery.html` and the files it needs into the folder that is named, or into
//! `target/gallery`.

mod fields;
mod people;
mod rest;

use std::{env, error::Error, fs, path::PathBuf, sync::Arc};

use askama::Template;
use jiff::tz::TimeZone;
use kernel::Moment;
use ui::{Layout, NavLink, NotificationBanner, SignedIn, assets};
use words::{Catalogue, Language, Voice};

#[derive(Template)]
#[template(path = "../examples/gallery/page.html")]
struct Gallery {
    life: people::Life,
    note: people::Note,
    trail: people::Became,
    fields: fields::Fields,
    rest: rest::Rest,
}

fn main() -> Result<(), Box<dyn Error>> {
    let out = PathBuf::from(env::args().nth(1).unwrap_or_else(|| "target/gallery".to_owned()));
    let catalogue = Arc::new(Catalogue::new([ui::WORDS])?);
    let voice = Voice::new(catalogue, Language::English, TimeZone::UTC, Moment::from_micros(0));
    let gallery = Gallery {
        life: people::life(),
        note: people::note(),
        trail: people::became(),
        fields: fields::fields(),
        rest: rest::rest(),
    };
    let main = gallery.render_with_values(&voice)?;
    let page = layout(&main).render_with_values(&voice)?;
    fs::create_dir_all(out.join("assets"))?;
    for name in NAMES {
        let href = assets::href(name);
        let path = href.trim_start_matches('/');
        let file = path.strip_prefix("assets/").and_then(|it| assets::find(it, ""));
        fs::write(out.join(path), file.ok_or(name)?.bytes)?;
    }
    fs::write(out.join("gallery.html"), page)?;
    Ok(())
}

const NAMES: [&str; 9] = [
    "tributary.css",
    "tributary.js",
    "mark.svg",
    "atkinson-hyperlegible-latin-400-normal.woff2",
    "atkinson-hyperlegible-latin-400-italic.woff2",
    "atkinson-hyperlegible-latin-700-normal.woff2",
    "atkinson-hyperlegible-latin-ext-400-normal.woff2",
    "atkinson-hyperlegible-latin-ext-400-italic.woff2",
    "atkinson-hyperlegible-latin-ext-700-normal.woff2",
];

fn layout(main: &str) -> Layout<'_> {
    let link = |text: &str, href: &str, current| NavLink {
        text: text.into(),
        href: href.to_owned(),
        current,
    };
    Layout {
        nav: vec![
            link("My page", "#life", true),
            link("Our meeting", "#note", false),
            link("What became of it", "#trail", false),
        ],
        signed_in: Some(SignedIn { text: "Sign out".into(), action: "/sign-out".to_owned() }),
        exit: true,
        notices: vec![
            NotificationBanner::done("Your note is saved.").title_id("saved").still(true),
        ],
        ..Layout::new("Gallery", main)
    }
}
