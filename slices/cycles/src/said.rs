//! What this slice says.

words::sentences!();
