//! Tidiness, kept by tests: what a reviewer would otherwise have to remember.
//!
//! Each module reads the files of this tree and fails with what is wrong, where, and what to do. Nothing here
//! is part of the program, and nothing here looks at the network but `cargo metadata`, for packages that a
//! build fetches too.

#[cfg(test)]
mod absent;
#[cfg(test)]
mod clear_text;
#[cfg(test)]
mod crates;
#[cfg(test)]
mod documents;
#[cfg(test)]
mod doors;
#[cfg(test)]
mod edges;
#[cfg(test)]
mod licences;
#[cfg(test)]
mod methods;
#[cfg(test)]
mod prose;
#[cfg(test)]
mod size;
#[cfg(test)]
mod sql;
#[cfg(test)]
mod tables;
#[cfg(test)]
mod template;
#[cfg(test)]
mod templates;
#[cfg(test)]
mod tree;
