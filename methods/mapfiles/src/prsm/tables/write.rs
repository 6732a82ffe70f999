//! PRSM's workbook and table, being written.

use causal::{Link, Map};

use super::{OF_FACTOR, OF_LINK};
use crate::{
    Format, LeftOut, Unwritable, Written,
    prsm::label_with_sign,
    table::{Table, names},
    tributary::direction_name,
    workbook,
};

/// The columns of the table, as they are written; what stands there is not looked at when it is read.
const FROM: &str = "From label";
const TO: &str = "To label";
const FROM_STYLE: &str = "From style";
const TO_STYLE: &str = "To style";
const LINK_STYLE: &str = "Link style";

/// The number of a style that goes by its own name.
fn number(kind: &str, stem: &str) -> Option<u32> {
    let number = kind.strip_prefix(stem)?.parse::<u32>().ok()?;
    (number < 15).then_some(number + 1)
}

pub(crate) fn write_workbook(map: &Map) -> Result<Written, Unwritable> {
    let names = names(map);
    let mut factors = Table::new("Factors", &["Label", "Note", "Style", "x", "y"], OF_FACTOR);
    for (factor, name) in map.factors.iter().zip(&names) {
        factors.row();
        factors.put("Label", name);
        factors.put("Note", &factor.note);
        match number(&factor.kind, "group") {
            Some(style) => factors.put("Style", style.to_string()),
            None => factors.put("groupLabel", &factor.kind),
        }
        factors.put("Tags", factor.tags.join("|"));
        if let Some((x, y)) = factor.position {
            factors.put("x", x.to_string());
            factors.put("y", y.to_string());
        }
        factor.attributes.iter().for_each(|(key, value)| factors.attribute(name, key, value));
    }
    let mut links = Table::new("Links", &["From", "To", "Label", "Note", "Style"], OF_LINK);
    for link in &map.links {
        links.row();
        for (column, end) in [("From", link.from), ("To", link.to)] {
            links.put(column, names.get(end).cloned().unwrap_or_default());
        }
        row(&mut links, link);
    }
    let bytes = workbook::write(&[&factors, &links])?;
    let left_out = factors.left_out.into_iter().chain(links.left_out).collect();
    Ok(Written::one(Format::PrsmXlsx, bytes, left_out))
}

fn row(links: &mut Table, link: &Link) {
    links.put("Label", label_with_sign(link.sign, &link.label));
    links.put("Note", &link.note);
    match number(&link.kind, "edge") {
        Some(style) => links.put("Style", style.to_string()),
        None => links.put("Kind", &link.kind),
    }
    let directed = link.direction == causal::LinkKind::Directed;
    links.put("Direction", if directed { "" } else { direction_name(link.direction) });
    links.put("Delayed", if link.delayed { "true" } else { "" });
    links.put("Weight", link.weight.map(|weight| weight.to_string()).unwrap_or_default());
    links.put("Tags", link.tags.join("|"));
    link.attributes.iter().for_each(|(key, value)| links.attribute(&link.id, key, value));
}

fn style_of(kind: &str, stem: &str) -> String {
    number(kind, stem).map(|number| number.to_string()).unwrap_or_default()
}

pub(crate) fn write_csv(map: &Map) -> Written {
    let names = names(map);
    let mut table = Table::new("Links", &[FROM, TO, FROM_STYLE, TO_STYLE, LINK_STYLE], &[]);
    for link in &map.links {
        table.row();
        let ends = [link.from, link.to].map(|end| names.get(end).zip(map.factors.get(end)));
        for ((name, factor), (label, style)) in
            ends.into_iter().flatten().zip([(FROM, FROM_STYLE), (TO, TO_STYLE)])
        {
            table.put(label, name);
            table.put(style, style_of(&factor.kind, "group"));
        }
        table.put(LINK_STYLE, style_of(&link.kind, "edge"));
    }
    let nameless = |kind: &str, stem: &str| !kind.is_empty() && number(kind, stem).is_none();
    let factors = map.factors.iter().filter(|factor| nameless(&factor.kind, "group")).count();
    let links = map.links.iter().filter(|link| nameless(&link.kind, "edge")).count();
    let lost = [(factors, "factors"), (links, "links")].into_iter().filter(|(count, _)| *count > 0);
    let what = "this table has numbers for styles and no names of kinds";
    let left_out =
        lost.map(|(count, owner)| LeftOut::new(format_args!("{count} {owner}"), what)).collect();
    Written::one(Format::PrsmCsv, table.csv(), left_out)
}
