//! Documents: decisions are numbered without gaps, and links lead somewhere.

use std::{
    collections::BTreeMap,
    path::{Component, Path, PathBuf},
};

use crate::tree::{files_ending, nothing_found, read, root};

#[test]
fn decisions_are_numbered() {
    let mut names: BTreeMap<usize, Vec<String>> = BTreeMap::new();
    let mut found = Vec::new();
    for file in files_ending(".md").iter().filter_map(|file| file.strip_prefix("docs/adr/")) {
        let number = file.split_once('-').map_or("", |(number, _)| number);
        if let (4, Ok(number)) = (number.len(), number.parse()) {
            names.entry(number).or_default().push(file.to_owned());
        } else if file != "README.md" {
            found.push(format!("docs/adr/{file}: should be NNNN-what-was-decided.md"));
        }
    }
    found.extend(
        names
            .values()
            .filter(|names| names.len() > 1)
            .map(|names| format!("one number: {}", names.join(", "))),
    );
    let most = names.keys().max().copied().unwrap_or(0);
    found.extend(
        (1..=most)
            .filter(|number| !names.contains_key(number))
            .map(|number| format!("docs/adr: no {number:04}")),
    );
    nothing_found(
        &found,
        "Give each decision the next free number, from 0001. One that is superseded stays, and says by which.",
    );
}

#[test]
fn links_lead_somewhere() {
    let mut found = Vec::new();
    for file in files_ending(".md") {
        for (line, link) in links(&read(&file)) {
            let to = link.split(['#', '?']).next().unwrap_or("");
            let elsewhere = to.is_empty() || to.starts_with("mailto:") || to.contains("://");
            if !elsewhere && !leads(&file, to) {
                found.push(format!("{file}:{line}: {link}"));
            }
        }
    }
    nothing_found(
        &found,
        "These links lead nowhere. They are read from the file that holds them; a leading / is the top of the tree.",
    );
}

fn leads(from: &str, to: &str) -> bool {
    let folder = Path::new(from).parent().unwrap_or(Path::new(""));
    let path = to.strip_prefix('/').map_or_else(|| folder.join(to), PathBuf::from);
    // A link that climbs out of the tree works on one machine only.
    let mut inside = PathBuf::new();
    for part in path.components() {
        match part {
            Component::ParentDir if !inside.pop() => return false,
            Component::ParentDir | Component::CurDir => {}
            Component::Normal(_) | Component::RootDir | Component::Prefix(_) => inside.push(part),
        }
    }
    root().join(inside).exists()
}

/// The links and pictures of a Markdown text outside its code, with their lines.
fn links(text: &str) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    let mut in_code = false;
    for (at, line) in text.lines().enumerate() {
        in_code ^= line.trim_start().starts_with("```");
        if in_code {
            continue;
        }
        let prose: String = line.split('`').step_by(2).collect::<Vec<_>>().join(" ");
        let inline = prose.split("](").skip(1).filter_map(|rest| rest.split([')', ' ']).next());
        let named =
            prose.strip_prefix('[').and_then(|rest| rest.split_once("]: ")).map(|(_, link)| link);
        let pictures = prose.split("<img src=\"").skip(1).filter_map(|rest| rest.split('"').next());
        let all = inline.chain(named).chain(pictures);
        found.extend(all.map(|link| (at + 1, link.trim_matches(['<', '>']).to_owned())));
    }
    found
}

#[test]
fn links_are_found() {
    let text = "See [a](a.md#b), [`b`](../b \"B\").\n```\n[no](no.md)\n```\n`[no](no.md)`\n[c]: c.md\n\
                <img src=\"d.png\" alt=\"d\">\n";
    let found: Vec<String> =
        links(text).into_iter().map(|(line, link)| format!("{line} {link}")).collect();
    assert_eq!(found, ["1 a.md#b", "1 ../b", "6 c.md", "7 d.png"]);
}
