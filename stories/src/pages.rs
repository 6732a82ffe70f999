//! Every page in every state that people meet: rendered, checked, and written down for the browser.

use std::{collections::HashSet, path::PathBuf, sync::Arc};

use app::{frame, routes, samples};
use kernel::Moment;
use platform::Actor;
use words::{Catalogue, Language, Voice};

fn voice(language: Language) -> Voice {
    let catalogue = Arc::new(Catalogue::new(routes().words()).unwrap());
    let now = Moment::parse("2026-06-10T12:00:00Z").unwrap();
    Voice::new(catalogue, language, jiff::tz::TimeZone::UTC, now)
}

/// Whose pages are rendered: whoever may see the most around them.
async fn reader() -> Actor {
    crate::each().await.remove(0).program().actor()
}

fn folder() -> PathBuf {
    // The test's own program lies in the target folder, two below it.
    let program = std::env::current_exe().unwrap();
    let target = program.ancestors().find(|it| it.ends_with("debug") || it.ends_with("release"));
    target.unwrap().parent().unwrap().join("samples")
}

#[tokio::test]
async fn every_sample_is_a_whole_page_that_everybody_can_use() {
    let reader = reader().await;
    let folder = folder();
    std::fs::create_dir_all(&folder).unwrap();
    let voice = voice(Language::English);
    let mut names = HashSet::new();
    for sample in samples() {
        assert!(names.insert(sample.name), "{} is there twice", sample.name);
        let html = sample.render(&voice, frame(&reader)).unwrap();
        check(sample.name, &html);
        std::fs::write(folder.join(format!("{}.html", sample.name.replace('/', "--"))), html)
            .unwrap();
    }
}

fn check(name: &str, html: &str) {
    assert_eq!(html.matches("<h1").count(), 1, "{name}: one main heading\n{html}");
    assert_eq!(html.matches("<main").count(), 1, "{name}: one main part");
    for bad in [" style=", "<style", "javascript:", " onclick="] {
        assert!(!html.contains(bad), "{name}: {bad}");
    }
    labels(name, html);
}

fn labels(name: &str, html: &str) {
    let mut ids = HashSet::new();
    for id in after(html, " id=\"") {
        assert!(ids.insert(id), "{name}: the id `{id}` stands twice");
    }
    for target in after(html, " for=\"") {
        assert!(ids.contains(target), "{name}: a label for `{target}`, which is not there");
    }
    let fields = html.split("<textarea").skip(1).chain(html.split("<select").skip(1));
    for field in fields.filter_map(|it| it.split('>').next()) {
        let labelled = after(field, " id=\"").any(|id| html.contains(&format!("for=\"{id}\"")));
        assert!(labelled, "{name}: a field without a label: {field}");
    }
}

/// What stands after each mark, up to the next quotation mark.
fn after<'a>(html: &'a str, mark: &'a str) -> impl Iterator<Item = &'a str> {
    html.split(mark).skip(1).filter_map(|it| it.split('"').next())
}

/// In the pseudo-language every sentence of a catalogue stands in brackets: a title outside them was
/// written by hand.
#[tokio::test]
async fn no_title_was_written_by_hand() {
    let reader = reader().await;
    let voice = voice(Language::Pseudo);
    for sample in samples() {
        let html = sample.render(&voice, frame(&reader)).unwrap();
        let title =
            html.split("<title>").nth(1).and_then(|it| it.split("</title>").next()).unwrap();
        assert!(
            title.starts_with('\u{27e6}') && title.ends_with('\u{27e7}'),
            "{}: {title}",
            sample.name
        );
        assert!(!html.contains("\u{27e6}\u{27e7}"), "{}: a sentence without words", sample.name);
    }
}

#[test]
fn a_name_in_the_api_means_one_thing() {
    assert_eq!(app::routes().doubled_schemas(), Vec::<String>::new());
}
