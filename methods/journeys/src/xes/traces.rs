//! The cases of a XES log, and their events.

use crate::{names::Name, notes::Matter, unreadable::Unreadable, value::Attribute, xml::Element};

use super::{
    Xes,
    attributes::{At, Known, One, Valued, Whose},
};

impl Xes<'_> {
    pub(super) fn trace(&mut self, trace: &Element<'_>) -> Result<(), Unreadable> {
        let first = self.found.log.len();
        let before = self.said.len();
        let mut known = Known::default();
        if !trace.empty {
            self.in_trace(&mut known)?;
        }
        let said = self.said.split_off(before);
        self.name(known.name, first, &said);
        Ok(())
    }

    fn in_trace(&mut self, known: &mut Known) -> Result<(), Unreadable> {
        loop {
            while self.plain_event()? {}
            let Some(element) = self.xml.element()? else { return Ok(()) };
            match element.name() {
                "event" => self.event(&element)?,
                _ => self.attribute(&element, At::top(Whose::Case), known)?,
            }
        }
    }

    /// Gives the events since `first` to the case of this name.
    fn name(&mut self, name: Option<String>, first: usize, said: &[Attribute]) {
        let name = name.unwrap_or_else(|| {
            self.found.notes.at(Matter::Unnamed, Some(self.xml.line()));
            self.unused()
        });
        let met = self.found.log.cases.len();
        let case = self.found.case(&name);
        if case.index() < met {
            self.found.notes.at(Matter::SameCase, Some(self.xml.line()));
        }
        self.found.say_of_case(case, said);
        for of in self.found.log.case.iter_mut().skip(first) {
            *of = case.0;
        }
    }

    /// A name that no case before has.
    fn unused(&mut self) -> String {
        // Numbers up to the one that was given last are taken, so that none is tried twice.
        self.numbered = self.numbered.max(self.found.log.cases.len());
        loop {
            self.numbered += 1;
            let name = format!("case {}", self.numbered);
            if self.found.log.cases.find(&name).is_none() {
                return name;
            }
        }
    }

    /// Takes an event that is written as nearly all are, if that is what comes next: plain attributes and nothing else.
    fn plain_event(&mut self) -> Result<bool, Unreadable> {
        let mut ahead = self.xml.ahead();
        if !ahead.mark("<event>") {
            return Ok(false);
        }
        self.plain.clear();
        while let Some(attribute) = ahead.attribute(Valued::of) {
            self.plain.push(attribute);
        }
        if !ahead.mark("</event>") {
            return Ok(false);
        }
        self.xml.take(&ahead);
        let before = self.found.log.attributes.len();
        let mut known = Known::default();
        let plain = std::mem::take(&mut self.plain);
        for (kind, key, value) in &plain {
            let (key, value) = (self.xml.said(*key)?, self.xml.said(*value)?);
            let one = One { kind: *kind, key: &key, value: &value };
            self.take(&one, At::top(Whose::Event), &mut known)?;
        }
        self.plain = plain;
        self.end_event(before, &known);
        Ok(true)
    }

    fn event(&mut self, event: &Element<'_>) -> Result<(), Unreadable> {
        let before = self.found.log.attributes.len();
        let mut known = Known::default();
        self.within(event, At::top(Whose::Event), &mut known)?;
        self.end_event(before, &known);
        Ok(())
    }

    fn end_event(&mut self, before: usize, known: &Known) {
        match (known.activity, known.time) {
            // The case is not known before the trace ends.
            (Some(activity), Some(time)) => self.found.log.push(Name(0), activity, time),
            (activity, _) => {
                self.found.log.attributes.truncate(before);
                let why = if activity.is_none() { Matter::NoActivity } else { Matter::NoTime };
                self.found.notes.at(why, Some(self.xml.line()));
            }
        }
    }
}
