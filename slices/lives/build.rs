//! Writes the functions that say this slice's sentences.

fn main() -> Result<(), String> {
    words_build::generate()
}
