//! The project, `.mmp`: XML with `concept`s, and in each the `relationship`s that begin there. All values are text.

use std::collections::BTreeMap;

use causal::{Factor, Link, Map};

use super::{sign, weight};
use crate::{
    Format, LeftOut, Unreadable, Written,
    draft::Draft,
    fields::finite,
    left_out::many,
    read::Read,
    xml::{Element, Xml, parse},
};

pub(crate) fn read(text: &str) -> Result<Read, Unreadable> {
    let root = parse(text, Format::MentalModelerMmp)?;
    let mut draft = Draft::default();
    let mut concepts = Vec::new();
    collect(&root, &mut concepts);
    if let Some(info) = root.child("info") {
        info.text_of("name").trim().clone_into(&mut draft.map.title);
        draft.map.attributes = rest(info, &["name"]);
    }
    for other in root
        .children
        .iter()
        .filter(|child| !["info", "concepts", "concept"].contains(&&*child.name))
    {
        if !other.children.is_empty() {
            draft.left(
                format_args!("line {}", other.line),
                format_args!("<{}> is not read here", other.name),
            );
        }
    }
    for concept in &concepts {
        factor(&mut draft, concept);
    }
    for concept in concepts {
        let id = said(concept, "id");
        let mut all = Vec::new();
        relationships(concept, &mut all);
        for relationship in all {
            link(&mut draft, &id, relationship);
        }
    }
    Ok(Read { map: draft.map, format: Format::MentalModelerMmp, left_out: draft.left_out })
}

fn collect<'a>(element: &'a Element, found: &mut Vec<&'a Element>) {
    for child in &element.children {
        if child.name == "concept" {
            found.push(child);
        } else {
            collect(child, found);
        }
    }
}

fn relationships<'a>(concept: &'a Element, found: &mut Vec<&'a Element>) {
    found.extend(concept.all("relationship"));
    found.extend(concept.all("relationships").flat_map(|all| all.all("relationship")));
}

/// A value, whether it stands in an element or an attribute.
fn said(element: &Element, name: &str) -> String {
    let inside = element.text_of(name).trim();
    let text = if inside.is_empty() { element.get(name) } else { inside };
    text.to_owned()
}

/// The values that have no field, by their names.
fn rest(element: &Element, taken: &[&str]) -> BTreeMap<String, String> {
    let inside = element.children.iter().filter(|child| child.children.is_empty());
    let inside = inside.map(|child| (child.name.clone(), child.text.trim().to_owned()));
    let all = element.attributes.iter().cloned().chain(inside);
    let told = all.filter(|(key, value)| !taken.contains(&&**key) && !value.is_empty());
    told.map(|(key, value)| (key.into_owned(), value)).collect()
}

fn factor(draft: &mut Draft, concept: &Element) {
    let number = |name: &str| finite(&said(concept, name));
    let position = number("x").zip(number("y"));
    let mut taken = vec!["id", "name", "notes", "relationships"];
    if position.is_some() {
        taken.extend(["x", "y"]);
    }
    let factor = Factor {
        id: said(concept, "id"),
        label: said(concept, "name"),
        note: said(concept, "notes"),
        position,
        attributes: rest(concept, &taken),
        ..Factor::default()
    };
    draft.factor(format_args!("line {}", concept.line), factor);
}

fn link(draft: &mut Draft, from: &str, relationship: &Element) {
    let place = format!("line {}", relationship.line);
    let (id, name, influence) =
        (said(relationship, "id"), said(relationship, "name"), said(relationship, "influence"));
    let to = if draft.by_id(&id).is_some() || name.is_empty() { id } else { name };
    let weight = finite(&influence);
    let taken: &[&str] =
        if weight.is_some() { &["id", "name", "influence"] } else { &["id", "name"] };
    if weight.is_none() {
        draft.left(
            &place,
            format_args!(
                "the influence \"{influence}\" is no number, so nothing is known of its sign"
            ),
        );
    }
    let mut attributes = rest(relationship, taken);
    let note = attributes.remove("notes").unwrap_or_default();
    let link = Link {
        weight,
        sign: weight.map(sign).unwrap_or_default(),
        note,
        attributes,
        ..Link::default()
    };
    draft.link(&place, (from, &to), link);
}

pub(crate) fn write(map: &Map) -> Written {
    let mut xml = Xml::new();
    let mut left_out = Vec::new();
    xml.open("mentalModeler", &[]);
    xml.open("info", &[]);
    xml.leaf("name", &[], &map.title);
    values(&mut xml, &map.attributes, ("the map", &["name"]), &mut left_out);
    xml.close();
    xml.open("concepts", &[]);
    let mut links: Vec<Vec<&Link>> = vec![Vec::new(); map.factors.len()];
    for link in &map.links {
        links.get_mut(link.from).into_iter().for_each(|of| of.push(link));
    }
    for (factor, links) in map.factors.iter().zip(links) {
        concept(&mut xml, map, (factor, &links), &mut left_out);
    }
    xml.close();
    xml.close();
    let guessed = map.links.iter().filter(|link| weight(link).1).count();
    if guessed > 0 {
        let what =
            "nobody said a sign or weight, and Mental Modeler needs a number, so 1 is written";
        left_out.push(LeftOut::new(many(guessed, "link"), what));
    }
    let (bytes, more) = xml.done();
    left_out.extend(more);
    Written::one(Format::MentalModelerMmp, bytes, left_out)
}

fn concept(
    xml: &mut Xml,
    map: &Map,
    (factor, links): (&Factor, &[&Link]),
    left_out: &mut Vec<LeftOut>,
) {
    xml.open("concept", &[]);
    xml.leaf("id", &[], &factor.id);
    xml.leaf("name", &[], &factor.label);
    xml.leaf("notes", &[], &factor.note);
    if let Some((x, y)) = factor.position {
        xml.leaf("x", &[], &x.to_string());
        xml.leaf("y", &[], &y.to_string());
    }
    let taken = &["id", "name", "notes", "x", "y", "relationships", "relationship"];
    values(xml, &factor.attributes, (&factor.label, taken), left_out);
    xml.open("relationships", &[]);
    for link in links {
        relationship(xml, map, link, left_out);
    }
    xml.close();
    xml.close();
}

fn relationship(xml: &mut Xml, map: &Map, link: &Link, left_out: &mut Vec<LeftOut>) {
    let to = map.factors.get(link.to);
    xml.open("relationship", &[]);
    xml.leaf("id", &[], to.map_or("", |factor| &factor.id));
    xml.leaf("name", &[], to.map_or("", |factor| &factor.label));
    xml.leaf("influence", &[], &weight(link).0.to_string());
    if !link.note.is_empty() {
        xml.leaf("notes", &[], &link.note);
    }
    values(xml, &link.attributes, (&link.id, &["id", "name", "influence", "notes"]), left_out);
    xml.close();
}

/// Attributes as elements, where their names can be names of elements.
fn values(
    xml: &mut Xml,
    attributes: &BTreeMap<String, String>,
    (owner, taken): (&str, &[&str]),
    left_out: &mut Vec<LeftOut>,
) {
    for (key, value) in attributes {
        let begins =
            key.chars().next().is_some_and(|mark| mark.is_ascii_alphabetic() || mark == '_');
        let goes_on = key.chars().all(|mark| mark.is_ascii_alphanumeric() || "_-.".contains(mark));
        if begins && goes_on && !taken.contains(&key.as_str()) {
            xml.leaf(key, &[], value);
        } else {
            let what = format_args!("the attribute \"{key}\" ({value}) has no place here");
            left_out.push(LeftOut::new(format_args!("\"{owner}\""), what));
        }
    }
}
