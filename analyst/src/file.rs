//! The files that a command is given.

use std::{
    fs,
    io::{self, Read},
    path::Path,
};

use crate::said::{Failure, Said};

/// The most bytes that a file may have: what is longer than this is no map, no votes and no measure.
pub(crate) const MOST: u64 = 2 << 30;

/// The whole of a file; `-` is what comes in on standard input.
pub(crate) fn read(path: &Path) -> Said<Vec<u8>> {
    let read = if path == Path::new("-") {
        all(std::io::stdin().lock(), 0)
    } else {
        // Room for all of it at once: a large file is not copied while the room for it grows.
        fs::File::open(path).and_then(|file| all(&file, file.metadata()?.len()))
    };
    let bytes =
        read.map_err(|why| Failure::of(path, format!("this file could not be read: {why}")))?;
    if bytes.len() as u64 > MOST {
        return Err(Failure::of(path, "this file is larger than 2 GiB. Give a part of it."));
    }
    Ok(bytes)
}

fn all(from: impl Read, likely: u64) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::with_capacity(usize::try_from(likely.min(MOST)).unwrap_or(0));
    from.take(MOST + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Writes a whole file, or leaves what was there: it is put in its place when it is complete.
pub(crate) fn write(path: &Path, bytes: &[u8]) -> Said {
    let name =
        path.file_name().ok_or_else(|| Failure::of(path, "this is not the name of a file."))?;
    let mut beside = name.to_owned();
    beside.push(".part");
    let beside = path.with_file_name(beside);
    let written = fs::write(&beside, bytes).and_then(|()| fs::rename(&beside, path));
    written.map_err(|why| Failure::of(path, format!("this file could not be written: {why}")))
}
