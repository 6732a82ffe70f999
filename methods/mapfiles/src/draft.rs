//! A map while it is being read: every id once, every link between two factors that are there.

use std::{
    collections::{HashMap, hash_map::Entry},
    fmt,
};

use causal::{Factor, Link, Loop, Map};

use crate::LeftOut;

/// What has been read so far, and what could not be.
#[derive(Debug, Default)]
pub(crate) struct Draft {
    pub(crate) map: Map,
    pub(crate) left_out: Vec<LeftOut>,
    /// How many bytes were copied because the file says once what holds for many.
    pub(crate) copied: usize,
    factors: Names,
    links: Names,
    loops: Names,
    labels: HashMap<String, Labelled>,
}

#[derive(Clone, Copy, Debug)]
struct Labelled {
    first: usize,
    again: bool,
}

/// Which ids are taken, by whom, and how many asked for each.
#[derive(Debug, Default)]
pub(crate) struct Names {
    of: HashMap<String, usize>,
    asked: HashMap<String, usize>,
}

impl Names {
    /// Gives `wanted` to `place` if it is free, else the first of "wanted (2)", "wanted (3)", ... that is.
    pub(crate) fn take(&mut self, wanted: String, place: usize) -> String {
        let wanted = match self.of.entry(wanted) {
            Entry::Vacant(free) => {
                let name = free.key().clone();
                free.insert(place);
                return name;
            }
            Entry::Occupied(taken) => taken.key().clone(),
        };
        let mut times = self.asked.get(&wanted).copied().unwrap_or(1);
        let free = loop {
            times += 1;
            let next = format!("{wanted} ({times})");
            if !self.of.contains_key(&next) {
                break next;
            }
        };
        self.asked.insert(wanted, times);
        self.of.insert(free.clone(), place);
        free
    }
}

impl Draft {
    /// Begins with what could not be read before.
    pub(crate) fn after(left_out: Vec<LeftOut>) -> Self {
        Self { left_out, ..Self::default() }
    }

    /// Says that something could not be read.
    pub(crate) fn left(&mut self, place: impl fmt::Display, what: impl fmt::Display) {
        self.left_out.push(LeftOut::new(place, what));
    }

    /// Adds a factor. Without an id it is called by its number; an id that is taken gets a number behind it, which is said.
    pub(crate) fn factor(&mut self, place: impl fmt::Display, mut factor: Factor) -> usize {
        let at = self.map.factors.len();
        let wanted = named(&factor.id, at);
        let id = self.factors.take(wanted.clone(), at);
        if id != wanted && !factor.id.is_empty() {
            self.left(
                place,
                format_args!("the id \"{wanted}\" is taken, so this factor is \"{id}\""),
            );
        }
        factor.id = id;
        self.labels
            .entry(factor.label.clone())
            .and_modify(|labelled| labelled.again = true)
            .or_insert(Labelled { first: at, again: false });
        self.map.factors.push(factor);
        at
    }

    /// The factor with this id, or else the first with this label.
    pub(crate) fn find(&self, name: &str) -> Option<usize> {
        self.by_id(name).or_else(|| self.labels.get(name).map(|labelled| labelled.first))
    }

    /// The factor with this id.
    pub(crate) fn by_id(&self, id: &str) -> Option<usize> {
        self.factors.of.get(id).copied()
    }

    /// The place of a link by its id.
    pub(crate) fn link_by_id(&self, id: &str) -> Option<usize> {
        self.links.of.get(id).copied()
    }

    /// Adds a link between two factors that are named by id or label; if one is not there, says so and adds none.
    pub(crate) fn link(
        &mut self,
        place: impl fmt::Display,
        (from, to): (&str, &str),
        mut link: Link,
    ) -> Option<usize> {
        let ends = self.end(&place, from).zip(self.end(&place, to));
        (link.from, link.to) = ends?;
        Some(self.join(place, link))
    }

    fn end(&mut self, place: &impl fmt::Display, name: &str) -> Option<usize> {
        let found = self.called(place, name);
        if found.is_none() {
            self.left(
                place,
                format_args!("no factor is called \"{name}\", so this link is left out"),
            );
        }
        found
    }

    /// The factor with this id, or else the first with this label; if others have that label too, says so.
    pub(crate) fn called(&mut self, place: &impl fmt::Display, name: &str) -> Option<usize> {
        if let Some(found) = self.by_id(name) {
            return Some(found);
        }
        let Labelled { first, again } = *self.labels.get(name)?;
        if again {
            let what = format_args!("several factors are called \"{name}\"; the first is taken");
            self.left(place, what);
        }
        Some(first)
    }

    /// Adds a link whose ends are known.
    pub(crate) fn join(&mut self, place: impl fmt::Display, mut link: Link) -> usize {
        let at = self.map.links.len();
        let id = self.links.take(named(&link.id, at), at);
        if id != link.id && !link.id.is_empty() {
            let what = format_args!("the id \"{}\" is taken, so this link is \"{id}\"", link.id);
            self.left(place, what);
        }
        link.id = id;
        self.map.links.push(link);
        at
    }

    /// Adds a loop that names its links by their ids; a link that is not there is said.
    pub(crate) fn declare(
        &mut self,
        place: impl fmt::Display,
        mut named_loop: Loop,
        links: &[String],
    ) {
        for link in links {
            match self.link_by_id(link) {
                Some(at) => named_loop.links.push(at),
                None => self.left(
                    &place,
                    format_args!("no link is called \"{link}\", so the loop goes without it"),
                ),
            }
        }
        let at = self.map.loops.len();
        let wanted = named(&named_loop.id, at);
        let id = self.loops.take(wanted.clone(), at);
        if id != wanted && !named_loop.id.is_empty() {
            self.left(
                place,
                format_args!("the id \"{wanted}\" is taken, so this loop is \"{id}\""),
            );
        }
        named_loop.id = id;
        self.map.loops.push(named_loop);
    }
}

/// The id, or the number of what has none, counted from one.
fn named(id: &str, at: usize) -> String {
    if id.is_empty() { (at + 1).to_string() } else { id.to_owned() }
}
