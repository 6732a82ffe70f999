//! OCEL 2.0 as XML.

use crate::{
    moment::Moment,
    notes::Matter,
    unreadable::{Unreadable, Why},
    xml::{self, Element, Xml},
};

use super::{
    ObjectsFound,
    building::{Building, Sort},
};

/// Reads OCEL 2.0 XML. Relations may be called `relationship`, as exporters write them, or `object`, as the standard's schema has it.
///
/// # Errors
/// What is no XML, lacks what it must have, or has times or ids that are wrong, with the line.
pub fn xml(bytes: &[u8]) -> Result<ObjectsFound, Unreadable> {
    from_xml(xml::text(bytes)?)
}

pub(crate) fn from_xml(text: &str) -> Result<ObjectsFound, Unreadable> {
    let mut file = File { xml: Xml::of(text), building: Building::default(), later: Vec::new() };
    let Some(root) = file.xml.element()? else { return Err(Unreadable::file(Why::Empty)) };
    if root.name() != "log" {
        return Err(Unreadable::file(Why::Root(root.name().to_owned())));
    }
    if !root.empty {
        file.parts()?;
    }
    file.say();
    Ok(file.building.done())
}

/// What is said of an event or object, to be read once all types are declared.
struct Later {
    sort: Sort,
    at: usize,
    key: String,
    text: String,
    from: Moment,
}

struct File<'a> {
    xml: Xml<'a>,
    building: Building,
    later: Vec<Later>,
}

impl File<'_> {
    fn parts(&mut self) -> Result<(), Unreadable> {
        while let Some(part) = self.xml.element()? {
            match part.name() {
                "object-types" => {
                    self.each(&part, "object-type", |file, one| file.kind(Sort::Object, one))?;
                }
                "event-types" => {
                    self.each(&part, "event-type", |file, one| file.kind(Sort::Event, one))?;
                }
                "objects" => self.each(&part, "object", Self::object)?,
                "events" => self.each(&part, "event", Self::event)?,
                _ => self.unknown(&part)?,
            }
        }
        Ok(())
    }

    fn unknown(&mut self, element: &Element<'_>) -> Result<(), Unreadable> {
        self.building.notes.at(Matter::Element(element.name().to_owned()), Some(self.xml.line()));
        self.xml.pass(element)
    }

    /// Does something with each element of this name in another.
    fn each(
        &mut self,
        outer: &Element<'_>,
        name: &str,
        mut each: impl FnMut(&mut Self, &Element<'_>) -> Result<(), Unreadable>,
    ) -> Result<(), Unreadable> {
        if outer.empty {
            return Ok(());
        }
        while let Some(inner) = self.xml.element()? {
            if inner.name() == name { each(self, &inner)? } else { self.unknown(&inner)? }
        }
        Ok(())
    }

    fn kind(&mut self, sort: Sort, element: &Element<'_>) -> Result<(), Unreadable> {
        let [name] = self.xml.needed(element, ["name"])?;
        let at = self.building.declare(sort, &name);
        self.each(element, "attributes", |file, attributes| {
            file.each(attributes, "attribute", |file, attribute| {
                let [name, kind] = file.xml.values(attribute, ["name", "type"])?;
                let (Some(name), kind) = (name, kind.unwrap_or("string".into())) else {
                    return Err(file.xml.wrong(Why::Lacks(String::from("attribute"), "name")));
                };
                file.building.declare_attribute(sort, at, &name, &kind);
                file.xml.pass(attribute)
            })
        })
    }

    fn object(&mut self, element: &Element<'_>) -> Result<(), Unreadable> {
        let [id, kind] = self.xml.needed(element, ["id", "type"])?;
        let at = self.building.object(&id, &kind).map_err(|why| self.xml.wrong(why))?;
        self.inside(element, Sort::Object, at)
    }

    fn event(&mut self, element: &Element<'_>) -> Result<(), Unreadable> {
        let [id, kind, time] = self.xml.needed(element, ["id", "type", "time"])?;
        let at = self.building.event(&id, &kind, &time).map_err(|why| self.xml.wrong(why))?;
        self.inside(element, Sort::Event, at)
    }

    fn inside(&mut self, outer: &Element<'_>, sort: Sort, at: usize) -> Result<(), Unreadable> {
        if outer.empty {
            return Ok(());
        }
        while let Some(part) = self.xml.element()? {
            match part.name() {
                "attributes" => {
                    self.each(&part, "attribute", |file, one| file.said(sort, at, one))?;
                }
                "objects" => self.relations(&part, sort, at)?,
                _ => self.unknown(&part)?,
            }
        }
        Ok(())
    }

    fn said(&mut self, sort: Sort, at: usize, element: &Element<'_>) -> Result<(), Unreadable> {
        let [key] = self.xml.needed(element, ["name"])?;
        let [time] = self.xml.values(element, ["time"])?;
        let from = match time {
            Some(time) => self.building.moment(&time).map_err(|why| self.xml.wrong(why))?,
            None => Moment::default(),
        };
        let text = self.xml.text_of(element)?;
        self.later.push(Later { sort, at, key: key.into_owned(), text, from });
        Ok(())
    }

    fn relations(&mut self, part: &Element<'_>, sort: Sort, at: usize) -> Result<(), Unreadable> {
        if part.empty {
            return Ok(());
        }
        while let Some(one) = self.xml.element()? {
            if !matches!(one.name(), "relationship" | "relation" | "object") {
                self.unknown(&one)?;
                continue;
            }
            let [object] = self.xml.needed(&one, ["object-id"])?;
            let [qualifier, named] = self.xml.values(&one, ["qualifier", "relationship"])?;
            let qualifier = qualifier.or(named).unwrap_or_default();
            self.building.relate(sort, at, &object, &qualifier);
            self.xml.pass(&one)?;
        }
        Ok(())
    }

    fn say(&mut self) {
        for Later { sort, at, key, text, from } in self.later.drain(..) {
            match sort {
                Sort::Event => self.building.say_of_event(at, &key, &text),
                Sort::Object => self.building.say_of_object(at, &key, &text, from),
            }
        }
    }
}
