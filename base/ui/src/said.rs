//! The sentences that components say by themselves.

words::sentences!();
