//! The tree: which files are in it, what they say, and how a test reports what it found.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

/// The top of the checkout.
pub(crate) fn root() -> PathBuf {
    // Of the run and not of the build: a target folder may serve several checkouts.
    let here = std::env::var_os("CARGO_MANIFEST_DIR").unwrap_or(env!("CARGO_MANIFEST_DIR").into());
    Path::new(&here).parent().expect("this crate has a parent").to_owned()
}

/// Every file that git holds, or would if it were added, in order; the names are from the top and use `/`.
pub(crate) fn files() -> Vec<String> {
    // A checkout may belong to somebody else than who tests it, as on a build machine.
    let listing = Command::new("git")
        .args(["-c", "safe.directory=*", "ls-files", "-z"])
        .args(["--cached", "--others", "--exclude-standard"])
        .current_dir(root())
        .output()
        .expect("git should be installed: these tests ask it which files are part of the tree");
    let complaint = String::from_utf8_lossy(&listing.stderr);
    assert!(listing.status.success(), "These tests need a git checkout. git said: {complaint}");
    let names = String::from_utf8(listing.stdout).expect("file names should be UTF-8");
    let mut files: Vec<String> = names.split_terminator('\0').map(str::to_owned).collect();
    files.sort();
    files.dedup();
    files.retain(|file| root().join(file).is_file());
    files
}

/// The files whose names end so.
pub(crate) fn files_ending(end: &str) -> Vec<String> {
    let mut files = files();
    files.retain(|file| file.ends_with(end));
    files
}

/// What a file says; nothing for one that is not text.
pub(crate) fn text(file: &str) -> Option<String> {
    let bytes = fs::read(root().join(file)).unwrap_or_else(|error| panic!("{file}: {error}"));
    String::from_utf8(bytes).ok()
}

/// What a text file says.
pub(crate) fn read(file: &str) -> String {
    text(file).unwrap_or_else(|| panic!("{file} should be UTF-8 text"))
}

/// The names of the slices: the folders of `slices/` that hold a crate.
pub(crate) fn slices() -> Vec<String> {
    let manifests = files_ending("/Cargo.toml");
    let name = |file: &String| {
        let (slice, rest) = file.strip_prefix("slices/")?.split_once('/')?;
        (rest == "Cargo.toml").then(|| slice.to_owned())
    };
    manifests.iter().filter_map(name).collect()
}

/// The slice that a file belongs to.
pub(crate) fn slice_of(file: &str) -> Option<&str> {
    Some(file.strip_prefix("slices/")?.split_once('/')?.0)
}

/// The number of the line that holds this byte.
pub(crate) fn line_at(text: &str, byte: usize) -> usize {
    1 + text.bytes().take(byte).filter(|&byte| byte == b'\n').count()
}

/// Fails if anything was found, saying what each is and what to do about it.
pub(crate) fn nothing_found(found: &[String], advice: &str) {
    assert!(found.is_empty(), "\n\n  {}\n\n{advice}\n", found.join("\n  "));
}

/// Compares a generated file with what it should say, or writes it again when asked to (`make accept`).
pub(crate) fn generated(file: &str, wanted: &str) {
    let path = root().join(file);
    if std::env::var_os("TRIBUTARY_ACCEPT").is_some() {
        fs::create_dir_all(path.parent().expect("a file has a folder"))
            .expect("the folder should be writable");
        fs::write(&path, wanted).expect("the file should be writable");
    }
    let held = fs::read_to_string(&path).unwrap_or_default();
    assert!(
        held == wanted,
        "\n\n{file} should say:\n\n{wanted}\nIt says:\n\n{held}\n\
         It is drawn from the tree. Run `make accept`, read what changed, and keep it with your change.\n"
    );
}

/// Fails unless a list of exceptions holds exactly the names that need one.
pub(crate) fn needless(exceptions: &[&str], needed: &[String], list: &str) {
    let needless = |name: &&&str| !needed.iter().any(|one| one == **name);
    let found: Vec<String> =
        exceptions.iter().filter(needless).map(|name| (*name).to_owned()).collect();
    nothing_found(&found, &format!("These need no exception any more. Take them off {list}."));
}
