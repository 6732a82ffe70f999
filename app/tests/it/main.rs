//! The real program, as an operating system meets it.

#[cfg(test)]
mod killed;
#[cfg(test)]
mod program;
