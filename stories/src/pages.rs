//! Every page in every state that people meet: rendered, checked, and written down for the browser.

mod own;
mod said;

use std::{collections::HashSet, path::PathBuf, sync::Arc};

use app::{frame, routes, samples};
use kernel::Moment;
use platform::{Kind, Sample};
use words::{Catalogue, Language, Voice};

fn voice(language: Language) -> Voice {
    let catalogue = Arc::new(Catalogue::new(routes().words()).unwrap());
    let now = Moment::parse("2026-06-10T12:00:00Z").unwrap();
    Voice::new(catalogue, language, jiff::tz::TimeZone::UTC, now)
}

fn pages(language: Language) -> Vec<(String, Kind, String)> {
    rendered(&voice(language))
}

/// Every sample before each of its readers: what it is called, who reads it, the page.
fn rendered(voice: &Voice) -> Vec<(String, Kind, String)> {
    let page = |sample: &Sample, reader: Kind| {
        let alone = sample.readers().len() == 1;
        let who = if alone { String::new() } else { format!("--{}", reader.name()) };
        let html = sample.render(voice, reader, frame).unwrap();
        (format!("{}{who}", sample.name), reader, html)
    };
    let of = |sample: Sample| {
        let readers = sample.readers().to_vec();
        readers.into_iter().map(|reader| page(&sample, reader)).collect::<Vec<_>>()
    };
    samples().into_iter().flat_map(of).collect()
}

fn folder() -> PathBuf {
    // The test's own program lies in the target folder, two below it.
    let program = std::env::current_exe().unwrap();
    let target = program.ancestors().find(|it| it.ends_with("debug") || it.ends_with("release"));
    target.unwrap().parent().unwrap().join("samples")
}

#[test]
fn every_sample_is_a_whole_page_that_everybody_can_use() {
    let folder = folder();
    // What an earlier state of the samples left there would be looked at as if it were one still.
    drop(std::fs::remove_dir_all(&folder));
    std::fs::create_dir_all(&folder).unwrap();
    let mut names = HashSet::new();
    for (name, reader, html) in pages(Language::English) {
        assert!(names.insert(name.clone()), "{name} is there twice");
        check(&name, &html);
        around(&name, reader, &html);
        std::fs::write(folder.join(format!("{}.html", name.replace('/', "--"))), html).unwrap();
    }
}

/// Whoever has signed in can sign out, and whoever must not be seen reading can leave at once.
fn around(name: &str, reader: Kind, html: &str) {
    let signed_in = !matches!(reader, Kind::Visitor | Kind::Program);
    assert_eq!(html.contains("action=\"/sign-out\""), signed_in, "{name}: the way to sign out");
    let hides = matches!(reader, Kind::Person | Kind::Supporter | Kind::Beside);
    assert_eq!(html.contains("<exit-page"), hides, "{name}: the way out\n{html}");
}

/// What stands around a page is only looked at where somebody of that kind reads a sample.
#[test]
fn samples_are_read_by_every_kind_of_reader() {
    let all = samples();
    for kind in [
        Kind::Visitor,
        Kind::Person,
        Kind::Supporter,
        Kind::Worker,
        Kind::Administrator,
        Kind::Beside,
    ] {
        assert!(all.iter().any(|it| it.readers().contains(&kind)), "{}", kind.name());
    }
}

fn check(name: &str, html: &str) {
    assert_eq!(html.matches("<h1").count(), 1, "{name}: one main heading\n{html}");
    assert_eq!(html.matches("<main").count(), 1, "{name}: one main part");
    for bad in [" style=", "<style", "javascript:", " onclick="] {
        assert!(!html.contains(bad), "{name}: {bad}");
    }
    labels(name, html);
    problems(name, html);
}

/// Problems are said in the title and in a summary, each a link to what somebody can put right.
fn problems(name: &str, html: &str) {
    let summed_up = html.contains("govuk-error-summary\"");
    assert_eq!(html.contains("<title>Error: "), summed_up, "{name}: the title of problems");
    let refused = name.split('/').any(|it| it.starts_with("wrong") || it.starts_with("too-long"));
    assert!(summed_up || !refused, "{name}: nothing is wrong with it");
    for target in after(html, " href=\"#") {
        let tags = html.split('<').filter_map(|it| it.split('>').next());
        let mut at = tags.filter(|it| it.contains(&format!(" id=\"{target}\"")));
        let shown = at.any(|it| !it.contains("type=\"hidden\""));
        assert!(shown, "{name}: a link to `{target}`, which is not there");
    }
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

#[test]
fn a_name_in_the_api_means_one_thing() {
    assert_eq!(app::routes().doubled_schemas(), Vec::<String>::new());
}
