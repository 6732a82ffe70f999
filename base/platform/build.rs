//! Writes the functions that say this crate's sentences.

fn main() -> Result<(), String> {
    words_build::generate()
}
