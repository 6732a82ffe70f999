//! An event log, in columns.

use std::ops::Range;

use crate::{
    moment::Moment,
    names::{Name, Names},
    value::Attribute,
};

/// An event log: cases, and what happened in each, when.
///
/// Events are kept in the order in which the file has them. Within a case they follow one another by time, and where two have the
/// same time, by their order in the file.
#[derive(Clone, Debug, Default)]
pub struct Log {
    /// What happened, each kept once.
    pub activities: Names,
    /// The names of the cases, each kept once; a case is met by its number.
    pub cases: Names,
    /// Keys and texts of attributes.
    pub texts: Names,
    /// What XES says of the log as a whole.
    pub header: Header,
    pub(crate) of_cases: Vec<Vec<Attribute>>,
    pub(crate) case: Vec<u32>,
    pub(crate) activity: Vec<u32>,
    pub(crate) time: Vec<Moment>,
    pub(crate) last_attribute: Vec<u32>,
    pub(crate) attributes: Vec<Attribute>,
    pub(crate) order: Vec<u32>,
    pub(crate) starts: Vec<u32>,
}

/// One event of a log.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Event<'a> {
    /// The number of its case.
    pub case: Name,
    /// What happened.
    pub activity: Name,
    /// When.
    pub time: Moment,
    /// What else is said of it.
    pub attributes: &'a [Attribute],
}

/// What XES says of a log as a whole.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Header {
    /// Extensions: name, prefix, address.
    pub extensions: Vec<[String; 3]>,
    /// Attributes that every case or event has: the scope (`trace` or `event`), and their defaults.
    pub globals: Vec<(String, Vec<Attribute>)>,
    /// Classifiers: name, keys, scope (which may be empty).
    pub classifiers: Vec<[String; 3]>,
    /// Attributes of the log.
    pub attributes: Vec<Attribute>,
}

fn at(number: u32) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}

impl Log {
    /// How many events there are.
    pub fn len(&self) -> usize {
        self.case.len()
    }

    /// Whether nothing happened in it.
    pub fn is_empty(&self) -> bool {
        self.case.is_empty()
    }

    /// An event by its number: events are numbered from 0 in the order of the file.
    pub fn event(&self, number: usize) -> Option<Event<'_>> {
        Some(Event {
            case: Name(*self.case.get(number)?),
            activity: Name(*self.activity.get(number)?),
            time: *self.time.get(number)?,
            attributes: self.attributes.get(self.attributes_of(number)).unwrap_or_default(),
        })
    }

    fn attributes_of(&self, number: usize) -> Range<usize> {
        let end_of = |number| self.last_attribute.get(number).copied().map_or(0, at);
        let start = number.checked_sub(1).map_or(0, end_of);
        start..end_of(number)
    }

    /// All events, in the order of the file.
    pub fn events(&self) -> impl Iterator<Item = Event<'_>> {
        (0..self.len()).filter_map(|number| self.event(number))
    }

    /// The numbers of the events of a case, in the order in which they happened.
    pub fn of_case(&self, case: Name) -> &[u32] {
        let start = self.starts.get(case.index()).copied().map_or(0, at);
        let end = self.starts.get(case.index() + 1).copied().map_or(0, at);
        self.order.get(start..end).unwrap_or_default()
    }

    /// What is said of a case.
    pub fn said_of_case(&self, case: Name) -> &[Attribute] {
        self.of_cases.get(case.index()).map_or(&[], Vec::as_slice)
    }

    /// Activities and moments of a case, in the order in which they happened.
    pub fn steps(&self, case: Name) -> impl Iterator<Item = (Name, Moment)> {
        self.of_case(case).iter().filter_map(|number| {
            Some((Name(*self.activity.get(at(*number))?), *self.time.get(at(*number))?))
        })
    }

    /// The numbers of all cases, in the order in which the file has them.
    pub fn all_cases(&self) -> impl Iterator<Item = Name> {
        let many = u32::try_from(self.cases.len()).unwrap_or(u32::MAX);
        (0..many).map(Name)
    }

    /// One event more; its attributes are those that were added to `attributes` since the one before.
    pub(crate) fn push(&mut self, case: Name, activity: Name, time: Moment) {
        self.case.push(case.0);
        self.activity.push(activity.0);
        self.time.push(time);
        self.last_attribute.push(u32::try_from(self.attributes.len()).unwrap_or(u32::MAX));
    }

    /// Sets a log in order once all events are there: case by case, by time, and in the order of the file where times are the same.
    pub(crate) fn set_in_order(&mut self) {
        let mut starts = vec![0_u32; self.cases.len() + 1];
        for case in &self.case {
            if let Some(start) = starts.get_mut(at(*case) + 1) {
                *start += 1;
            }
        }
        let mut sum = 0;
        for start in &mut starts {
            sum += *start;
            *start = sum;
        }
        let mut next = starts.clone();
        let mut order = vec![0_u32; self.case.len()];
        for (number, case) in (0_u32..).zip(&self.case) {
            let Some(place) = next.get_mut(at(*case)) else { continue };
            if let Some(slot) = order.get_mut(at(*place)) {
                *slot = number;
            }
            *place += 1;
        }
        let when = |number: &u32| self.time.get(at(*number)).copied();
        for ends in starts.windows(2) {
            let [start, end] = *ends else { continue };
            let of_case = order.get_mut(at(start)..at(end)).unwrap_or_default();
            if !of_case.is_sorted_by_key(when) {
                of_case.sort_by_key(when);
            }
        }
        (self.starts, self.order) = (starts, order);
    }
}
