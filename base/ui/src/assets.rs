//! The files that a browser needs, held in the program, each named by its content.

use std::{borrow::Cow, collections::HashMap, sync::LazyLock};

use rust_embed::{EmbeddedFile, RustEmbed};

#[derive(RustEmbed)]
#[folder = "assets"]
struct Files;

/// Plain names and the names with the content's hash in them.
static MANIFEST: LazyLock<HashMap<String, String>> = LazyLock::new(|| {
    let file = Files::get("manifest.json");
    file.and_then(|it| serde_json::from_slice(&it.data).ok()).unwrap_or_default()
});

/// A file, as it is sent.
#[derive(Clone, Debug)]
pub struct Asset {
    /// What is sent.
    pub bytes: Cow<'static, [u8]>,
    /// For `Content-Type`.
    pub mime: &'static str,
    /// For `Content-Encoding`, where the file is sent compressed.
    pub encoding: Option<&'static str>,
    /// For `ETag`, with its quotation marks.
    pub etag: String,
}

/// The address of a file: `/assets/` and its name with its content's hash, so that it can be kept
/// for ever. A name that is not there gives an address that is not there, which the test of the
/// layout finds.
pub fn href(name: &str) -> String {
    format!("/assets/{}", MANIFEST.get(name).map_or(name, String::as_str))
}

/// The file at `path`, which is what follows `/assets/`, in the smallest form that
/// `accept_encoding` takes.
pub fn find(path: &str, accept_encoding: &str) -> Option<Asset> {
    if !MANIFEST.values().any(|it| it == path) {
        return None;
    }
    [("br", ".br"), ("gzip", ".gz")]
        .into_iter()
        .filter(|(name, _)| accepts(accept_encoding, name))
        .find_map(|(name, ending)| asset(path, ending, Some(name)))
        .or_else(|| asset(path, "", None))
}

fn asset(path: &str, ending: &str, encoding: Option<&'static str>) -> Option<Asset> {
    let EmbeddedFile { data, .. } = Files::get(&format!("{path}{ending}"))?;
    Some(Asset { bytes: data, mime: mime(path), encoding, etag: format!("\"{path}{ending}\"") })
}

/// Whether the header names this encoding and does not refuse it.
fn accepts(header: &str, name: &str) -> bool {
    header.split(',').any(|it| {
        let mut parts = it.split(';').map(str::trim);
        let named = parts.next().is_some_and(|it| it.eq_ignore_ascii_case(name));
        let refused = parts.any(|it| {
            let weight = it.strip_prefix("q=").and_then(|it| it.parse::<f32>().ok());
            weight.is_some_and(|it| it <= 0.0)
        });
        named && !refused
    })
}

fn mime(path: &str) -> &'static str {
    match path.rsplit('.').next() {
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("svg") => "image/svg+xml",
        Some("txt") => "text/plain; charset=utf-8",
        Some("woff2") => "font/woff2",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_of_the_manifest_is_there_under_a_name_with_its_hash() {
        assert!(MANIFEST.len() >= 9, "{MANIFEST:?}");
        for (name, hashed) in MANIFEST.iter() {
            assert_ne!(name, hashed);
            let asset = find(hashed, "").unwrap();
            assert!(asset.encoding.is_none() && asset.mime != "application/octet-stream", "{name}");
        }
    }

    #[test]
    fn the_smallest_form_the_browser_takes_is_sent() {
        let path = href("tributary.css");
        let path = path.strip_prefix("/assets/").unwrap();
        let sent = |accept: &str| find(path, accept).unwrap();
        assert_eq!(sent("gzip, deflate, br, zstd").encoding, Some("br"));
        assert_eq!(sent("gzip, br;q=0").encoding, Some("gzip"));
        assert_eq!(sent("identity").encoding, None);
        assert!(sent("br").bytes.len() < sent("gzip").bytes.len());
        assert!(sent("gzip").bytes.len() < sent("").bytes.len());
        assert_ne!(sent("br").etag, sent("").etag);
    }

    #[test]
    fn nothing_else_is_sent() {
        assert!(find("manifest.json", "").is_none());
        assert!(find("../Cargo.toml", "").is_none());
        assert!(find("tributary.css", "").is_none());
    }

    #[test]
    fn the_stylesheet_stays_small() {
        let path = href("tributary.css");
        let css = find(path.strip_prefix("/assets/").unwrap(), "").unwrap();
        assert!(css.bytes.len() < 60_000, "{} bytes of CSS", css.bytes.len());
    }
}
