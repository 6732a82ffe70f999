//! Each component from govuk-frontend is held against the fixtures that govuk-frontend publishes:
//! the same options have to give the same HTML. What we leave out on purpose stands in
//! `parity/uncovered.txt`, each with its reason, and nothing else may be left out.
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test stops at what it did not expect"
)]

#[path = "parity/components.rs"]
mod components;
#[path = "parity/fields.rs"]
mod fields;
#[path = "parity/groups.rs"]
mod groups;
#[path = "parity/html.rs"]
mod html;
#[path = "parity/options.rs"]
mod options;

use std::{collections::BTreeSet, fs, path::Path, sync::Arc};

use askama::Template;
use jiff::tz::TimeZone;
use kernel::Moment;
use options::Options;
use serde_json::Value;
use words::{Catalogue, Language, Voice};

/// What a fixture's options make, or the option that we do not have.
type Made = Result<String, String>;
/// Makes our component of a fixture's options, and its HTML.
type Make = fn(&Options<'_>) -> String;

const COMPONENTS: [(&str, Make); 23] = [
    ("back-link", components::back_link),
    ("button", components::button),
    ("checkboxes", groups::checkboxes),
    ("date-input", groups::date_input),
    ("details", components::details),
    ("error-message", components::error_message),
    ("error-summary", components::error_summary),
    ("exit-this-page", components::exit_this_page),
    ("fieldset", components::fieldset),
    ("hint", components::hint),
    ("input", fields::input),
    ("inset-text", components::inset_text),
    ("label", components::label),
    ("notification-banner", components::notification_banner),
    ("pagination", components::pagination),
    ("password-input", fields::password_input),
    ("radios", groups::radios),
    ("select", fields::select),
    ("skip-link", components::skip_link),
    ("summary-list", components::summary_list),
    ("table", components::table),
    ("textarea", fields::textarea),
    ("warning-text", components::warning_text),
];

#[test]
fn the_same_options_give_the_same_html() {
    let mut differences = Vec::new();
    let mut uncovered = BTreeSet::new();
    let mut covered = 0;
    for (name, make) in COMPONENTS {
        for fixture in fixtures(name) {
            let title = fixture["name"].as_str().unwrap();
            match made(make, &fixture["options"]) {
                Err(option) => {
                    uncovered.insert(format!("{option} | {name} | {title}"));
                }
                Ok(ours) => {
                    covered += 1;
                    let theirs = html::normal(fixture["html"].as_str().unwrap());
                    let ours = html::normal(&ours);
                    if ours != theirs {
                        differences
                            .push(format!("{name}: {title}\n  ours   {ours}\n  theirs {theirs}"));
                    }
                }
            }
        }
    }
    assert!(differences.is_empty(), "{} differ\n{}", differences.len(), differences.join("\n"));
    assert_eq!(listed(), uncovered, "uncovered.txt (left) is not exactly what is left out (right)");
    assert!(covered > 200, "only {covered} fixtures are covered");
}

fn made(make: Make, options: &Value) -> Made {
    let options = Options::new(options);
    let html = make(&options);
    options.nothing_left().map(|()| html)
}

/// Renders in English, as a reader would see it.
fn english(template: &impl Template) -> String {
    let catalogue = Arc::new(Catalogue::new([ui::WORDS]).unwrap());
    let now = Moment::from_micros(0);
    let voice = Voice::new(catalogue, Language::English, TimeZone::UTC, now);
    template.render_with_values(&voice).unwrap()
}

fn fixtures(component: &str) -> Vec<Value> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../node_modules/govuk-frontend/dist/govuk/components")
        .join(component)
        .join("fixtures.json");
    let text = fs::read_to_string(&path).unwrap_or_else(|why| {
        panic!("govuk-frontend's fixtures are missing, run `npm ci`: {} ({why})", path.display())
    });
    let whole: Value = serde_json::from_str(&text).unwrap();
    whole["fixtures"].as_array().unwrap().clone()
}

/// The exact list of what is left out. A section is `# option: reason`.
fn listed() -> BTreeSet<String> {
    let mut option = "";
    let mut all = BTreeSet::new();
    for line in include_str!("parity/uncovered.txt").lines().filter(|it| !it.is_empty()) {
        if let Some(section) = line.strip_prefix("# ") {
            let (name, reason) = section.split_once(": ").expect("a section says why");
            assert!(reason.len() > 20, "{name} needs a reason");
            option = name;
        } else {
            assert!(all.insert(format!("{option} | {line}")), "{line} stands there twice");
        }
    }
    all
}
