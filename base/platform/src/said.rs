//! What the platform itself says.

words::sentences!();
