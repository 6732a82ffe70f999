//! GEXF 1.3, <https://gexf.net>, as Gephi and PRSM have it.

use std::collections::{BTreeSet, HashMap};

use causal::{LinkKind, Sign};

use crate::{
    Format, Unreadable,
    draft::Draft,
    graph::{self, Defaults, Values},
    left_out::many,
    read::Read,
    sheet::LONGEST_NAME,
    tributary::direction_of,
    xml::{Element, parse},
};

mod write;

pub(crate) use write::write;

/// The attributes that a file declares for its nodes or its edges.
#[derive(Default)]
struct Declared {
    titles: HashMap<String, String>,
    defaults: Defaults,
}

impl Declared {
    fn of(graph: &Element, class: &str) -> Self {
        let mut declared = Self::default();
        let all = graph.all("attributes").filter(|all| all.get("class") == class);
        for attribute in all.flat_map(|all| all.all("attribute")) {
            let (id, title) = (attribute.get("id"), attribute.get("title"));
            let title = if title.is_empty() || title.len() > LONGEST_NAME { id } else { title };
            if let Some(default) = attribute.child("default") {
                declared.defaults.of.push((title.to_owned(), default.text.clone()));
            }
            declared.titles.insert(id.to_owned(), title.to_owned());
        }
        declared
    }
}

pub(crate) fn read(text: &str) -> Result<Read, Unreadable> {
    let root = parse(text, Format::Gexf)?;
    let graph = root.child("graph").ok_or_else(|| {
        Unreadable::broken(
            Format::Gexf,
            "the document",
            "there is no <graph> in it, so there is no map",
        )
    })?;
    let mut draft = Draft::default();
    if let Some(meta) = root.child("meta") {
        meta.text_of("description").clone_into(&mut draft.map.description);
        let more = meta
            .children
            .iter()
            .filter(|child| child.name != "description" && !child.text.is_empty());
        draft.map.attributes =
            more.map(|child| (child.name.to_string(), child.text.clone())).collect();
    }
    let (mut of_nodes, mut of_edges) = (Declared::of(graph, "node"), Declared::of(graph, "edge"));
    nodes(&mut draft, graph, &mut of_nodes);
    let guessed = edges(&mut draft, graph, &mut of_edges);
    of_nodes.defaults.check(Format::Gexf)?;
    of_edges.defaults.check(Format::Gexf)?;
    if guessed > 0 {
        draft.left(
            many(guessed, "link"),
            "no sign is said, so it was read from the + or - of the label",
        );
    }
    Ok(Read { map: draft.map, format: Format::Gexf, left_out: draft.left_out })
}

fn values(draft: &mut Draft, element: &Element, declared: &mut Declared) -> Values {
    let mut values = declared.defaults.copy();
    let mut said = BTreeSet::new();
    for value in element.all("attvalues").flat_map(|all| all.all("attvalue")) {
        let id = if value.get("for").is_empty() { value.get("id") } else { value.get("for") };
        let title = declared.titles.get(id).map_or(id, String::as_str);
        let before = values.insert(title.to_owned(), value.get("value").to_owned());
        if let Some(before) = before.filter(|_| !said.insert(title)) {
            let what =
                format_args!("\"{title}\" stands here twice; the first, \"{before}\", is left out");
            draft.left(format_args!("line {}", value.line), what);
        }
    }
    if element.child("spells").is_some() || !element.get("start").is_empty() {
        draft.left(format_args!("line {}", element.line), "when it comes and goes is not read");
    }
    for drawn in element
        .children
        .iter()
        .filter(|child| ["color", "size", "shape", "thickness"].contains(&&*child.name))
    {
        let text = drawn
            .attributes
            .iter()
            .map(|(key, value)| format!("{key}={value}"))
            .collect::<Vec<_>>()
            .join(" ");
        values.entry(format!("viz:{}", drawn.name)).or_insert(text);
    }
    Values(values)
}

fn nodes(draft: &mut Draft, parent: &Element, declared: &mut Declared) {
    for node in parent.all("nodes").flat_map(|all| all.all("node")) {
        let mut values = values(draft, node, declared);
        if !node.get("label").is_empty() {
            values.0.insert("label".into(), node.get("label").to_owned());
        }
        if let Some(position) = node.child("position") {
            values.0.insert("x".into(), position.get("x").to_owned());
            values.0.insert("y".into(), position.get("y").to_owned());
        }
        draft.factor(format_args!("line {}", node.line), graph::factor(node.get("id"), values));
        nodes(draft, node, declared);
    }
}

fn edges(draft: &mut Draft, graph: &Element, declared: &mut Declared) -> usize {
    let default = graph.get("defaultedgetype");
    let mut signs = 0;
    for edge in graph.all("edges").flat_map(|all| all.all("edge")) {
        let mut values = values(draft, edge, declared);
        for name in ["label", "weight", "kind"] {
            if !edge.get(name).is_empty() {
                values.0.insert(name.into(), edge.get(name).to_owned());
            }
        }
        let (mut link, guessed) = graph::link(edge.get("id"), values);
        let said = if edge.get("type").is_empty() { default } else { edge.get("type") };
        if link.direction == LinkKind::Directed {
            // An edge of which a file says nothing is undirected, as the specification has it.
            link.direction = direction_of(said).unwrap_or(LinkKind::Undirected);
        }
        let drawn = colour(link.sign);
        link.attributes.retain(|key, value| key != "viz:color" || *value != drawn);
        let ends = (edge.get("source"), edge.get("target"));
        let place = format_args!("line {}", edge.line);
        signs += usize::from(draft.link(place, ends, link).is_some() && guessed);
    }
    signs
}

fn colour(sign: Sign) -> String {
    let [r, g, b] = rgb(sign);
    format!("r={r} g={g} b={b}")
}

fn rgb(sign: Sign) -> [&'static str; 3] {
    match sign {
        Sign::Positive => ["0", "112", "60"],
        Sign::Negative => ["212", "53", "28"],
        Sign::Unknown => ["80", "90", "95"],
    }
}
