//! Bare lists of edges: `{"nodes":n,"edges":[[from,to],...]}`. They are unsigned, and a label is the index.

use causal::{Factor, Link, Map};
use serde_json::{Value, json};

use crate::{
    Format, Unreadable, Written,
    draft::Draft,
    fields::{Fields, shown, unshown},
    read::Read,
    tributary::listed,
};

/// As many factors are made even from a short file; beyond that, no more than it has bytes.
const MOST_FROM_LITTLE: u64 = 100_000;

pub(crate) fn read(mut file: Fields, bytes: usize) -> Result<Read, Unreadable> {
    let nodes = file.take("nodes").as_ref().and_then(Value::as_u64);
    let most = MOST_FROM_LITTLE.max(u64::try_from(bytes).unwrap_or(u64::MAX));
    let nodes = nodes.ok_or_else(|| {
        Unreadable::broken(
            Format::EdgeList,
            "nodes",
            "this must be the number of factors, 0 or more",
        )
    })?;
    if nodes > most {
        let limit = format!("{most} factors from a file of this size");
        return Err(Unreadable::TooLarge { format: Format::EdgeList, limit });
    }
    let mut draft = Draft::default();
    for at in 0..nodes {
        let id = at.to_string();
        draft.factor(&id, Factor { label: id.clone(), id: id.clone(), ..Factor::default() });
    }
    for (at, edge) in listed(&mut draft, &mut file, "edges").iter().enumerate() {
        if let Some((from, to)) = ends(edge, &draft.map) {
            draft.join(at, Link { from, to, ..Link::default() });
        } else {
            let what = format_args!("{edge} is not two of the {nodes} factors, so it is left out");
            draft.left(format_args!("edges[{at}]"), what);
        }
    }
    draft.map.attributes = file.rest();
    Ok(Read { map: draft.map, format: Format::EdgeList, left_out: draft.left_out })
}

fn ends(edge: &Value, map: &Map) -> Option<(usize, usize)> {
    let [from, to] = edge.as_array()?.as_slice() else { return None };
    let place =
        |value: &Value| usize::try_from(value.as_u64()?).ok().filter(|at| *at < map.factors.len());
    place(from).zip(place(to))
}

pub(crate) fn write(map: &Map) -> Written {
    let edges: Vec<[usize; 2]> = map.links.iter().map(|link| [link.from, link.to]).collect();
    let mut file = json!({"nodes": map.factors.len(), "edges": edges});
    let mut draft = Draft::default();
    if let Some(object) = file.as_object_mut() {
        for (key, value) in &map.attributes {
            if object.contains_key(key) {
                draft.left(
                    "the map",
                    format_args!("the attribute \"{key}\" has no place here: {value}"),
                );
            } else {
                object.insert(key.clone(), unshown(value));
            }
        }
    }
    Written::one(Format::EdgeList, format!("{}\n", shown(file)).into_bytes(), draft.left_out)
}
