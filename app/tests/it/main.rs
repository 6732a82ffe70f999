//! The real program, as an operating system meets it.

#[cfg(test)]
mod client;
#[cfg(test)]
mod disk;
#[cfg(test)]
mod killed;
#[cfg(test)]
mod lost;
#[cfg(test)]
mod methods;
#[cfg(test)]
mod program;
#[cfg(test)]
mod several;
#[cfg(test)]
mod silent;
#[cfg(test)]
mod upload;
#[cfg(test)]
mod wrong_folder;
