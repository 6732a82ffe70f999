//! Which format a file is in, by what stands in it.

use serde_json::Value;

use crate::{
    Format, Unreadable, causal_coding, edge_list,
    fields::Fields,
    gexf, graphml, kumu, loopy, lz, mental_modeler, prsm,
    read::{Read, unpacked_limit},
    sheet::Sheet,
    tributary,
    workbook::{self, Workbook},
};

mod text;

pub(crate) use text::text;
use text::{is_address, is_dot, root};

/// A file that is known to be in a format, opened as far as that took.
pub(crate) enum Found {
    Workbook(Format, Workbook),
    Object(Format, Fields, usize),
    Loopy(Value),
    Xml(Format, String),
    Table(Format, Sheet),
}

const SIGNATURE: &[u8] = b"PK\x03\x04";

/// Finds the format of a file.
pub(crate) fn content(name: &str, bytes: &[u8]) -> Result<Found, Unreadable> {
    if bytes.starts_with(SIGNATURE) {
        return workbook(bytes);
    }
    let text = text(bytes)?;
    let start = text.trim_start();
    match start.chars().next() {
        None => Err(Unreadable::Empty),
        Some('{') => object(start, None),
        Some('[') => json(start, Format::Loopy).map(Found::Loopy),
        Some('<') => markup(text),
        Some(_) if is_dot(start) => Err(Unreadable::OnlyWritten(Format::Dot)),
        Some(_) if is_address(start) => json(&loopy::data(start), Format::Loopy).map(Found::Loopy),
        Some(_) => packed(name, &text).unwrap_or_else(|| table(&text)),
    }
}

/// A compressed `.prsm`, if it is one: by its name, or because most of what it begins with is no letter of a table.
fn packed(name: &str, text: &str) -> Option<Result<Found, Unreadable>> {
    let named = name.to_lowercase().ends_with(".prsm");
    let begins: Vec<char> = text.chars().take(64).collect();
    let strange = begins.iter().filter(|mark| u32::from(**mark) > 0x2FF).count();
    if !named && (strange * 2 < begins.len() || begins.iter().any(|mark| ",;\t\n".contains(*mark)))
    {
        return None;
    }
    let most = unpacked_limit(text.len());
    let unpacked = match lz::unpack(text, most) {
        Ok(unpacked) => unpacked,
        Err(lz::Packed::TooLarge) => {
            let limit = format!("{most} characters when unpacked");
            return Some(Err(Unreadable::TooLarge { format: Format::PrsmCompressed, limit }));
        }
        Err(lz::Packed::Broken) if !named => return None,
        Err(lz::Packed::Broken) => {
            let why = "it is neither JSON nor compressed as PRSM does it, or it is cut off. Save it from PRSM again.";
            return Some(Err(Unreadable::broken(Format::PrsmCompressed, "the file", why)));
        }
    };
    unpacked.starts_with('{').then(|| object(&unpacked, Some(Format::PrsmCompressed))).or_else(
        || {
            named.then(|| {
                Err(Unreadable::broken(
                    Format::PrsmCompressed,
                    "the file",
                    "it does not unpack to JSON",
                ))
            })
        },
    )
}

fn json(text: &str, format: Format) -> Result<Value, Unreadable> {
    serde_json::from_str(text).map_err(|why| {
        Unreadable::broken(
            format,
            format_args!("line {}, column {}", why.line(), why.column()),
            plain(&why),
        )
    })
}

/// What is wrong, without the place, which stands before it.
fn plain(why: &serde_json::Error) -> String {
    let why = why.to_string();
    why.split_once(" at line ").map_or(why.clone(), |(what, _)| what.to_owned())
}

fn object(text: &str, packed: Option<Format>) -> Result<Found, Unreadable> {
    let value =
        json(text, packed.unwrap_or(Format::Tributary)).map_err(|why| not_json(why, packed))?;
    let fields = Fields::of(value).unwrap_or_default();
    let has = |key: &str| fields.0.contains_key(key);
    let format = if has(tributary::KEY) {
        Format::Tributary
    } else if has("edges") && fields.0.get("nodes").is_some_and(Value::is_number) {
        Format::EdgeList
    } else if has("elements") || has("connections") {
        if is_backup(&fields) { Format::KumuBackup } else { Format::KumuBlueprint }
    } else if has("nodes") && has("edges") {
        packed.unwrap_or(Format::Prsm)
    } else {
        let keys: Vec<&str> = fields.0.keys().take(5).map(String::as_str).collect();
        let what = format!(
            "its JSON has neither elements, nor nodes with edges. It begins with {}",
            keys.join(", ")
        );
        return Err(Unreadable::Unknown(what));
    };
    Ok(Found::Object(format, fields, text.len()))
}

/// Broken JSON could have been any of several formats.
fn not_json(why: Unreadable, packed: Option<Format>) -> Unreadable {
    match (why, packed) {
        (Unreadable::Broken { place, why, .. }, None) => {
            Unreadable::Unknown(format!("broken JSON, {place}: {why}"))
        }
        (why, _) => why,
    }
}

/// A backup keeps what is said of an element apart, in `attributes`.
fn is_backup(fields: &Fields) -> bool {
    let first = |key: &str| fields.0.get(key).and_then(|list| list.get(0));
    let apart = |key: &str| {
        first(key).is_some_and(|thing| thing.get("attributes").is_some_and(Value::is_object))
    };
    apart("elements")
        || apart("connections")
        || first("elements").is_none() && fields.0.get("maps").is_some_and(Value::is_array)
}

fn markup(text: String) -> Result<Found, Unreadable> {
    let name = root(&text);
    match name.as_str() {
        "graphml" => Ok(Found::Xml(Format::GraphMl, text)),
        "gexf" => Ok(Found::Xml(Format::Gexf, text)),
        _ if text.contains("<concept") => Ok(Found::Xml(Format::MentalModelerMmp, text)),
        _ => Err(Unreadable::Unknown(format!(
            "the XML begins with <{name}>, which is neither graphml, gexf nor Mental Modeler"
        ))),
    }
}

fn workbook(bytes: &[u8]) -> Result<Found, Unreadable> {
    let workbook = workbook::read(bytes, Format::KumuXlsx)?;
    let has =
        |name: &str| workbook.sheets.iter().any(|sheet| sheet.name.trim().to_lowercase() == name);
    let coded = workbook.sheets.iter().any(causal_coding::is_links);
    let format = if has("links") && (has("statements") || has("sources") || coded) {
        Format::CausalCoding
    } else if has("factors") {
        Format::PrsmXlsx
    } else {
        Format::KumuXlsx
    };
    Ok(Found::Workbook(format, workbook))
}

fn table(text: &str) -> Result<Found, Unreadable> {
    let sheet = Sheet::of_csv(text, "the table", Format::KumuCsv)?;
    let kumu = sheet.rows.first().is_some_and(kumu::tables::is_kumu);
    let format = if mental_modeler::matrix::is_matrix(&sheet) {
        Format::MentalModelerCsv
    } else if kumu {
        Format::KumuCsv
    } else if prsm::tables::is_prsm(&sheet) {
        Format::PrsmCsv
    } else {
        let what = "its text is neither JSON nor XML, and as a table it has no columns From and To, no Label, and is no matrix";
        return Err(Unreadable::Unknown(what.to_owned()));
    };
    Ok(Found::Table(format, sheet))
}

/// The sheets of a table or workbook.
pub(crate) fn sheets(bytes: &[u8], name: &str) -> Result<Vec<Sheet>, Unreadable> {
    if bytes.starts_with(SIGNATURE) {
        return Ok(workbook::read(bytes, Format::KumuXlsx)?.sheets);
    }
    let text = text(bytes)?;
    if text.trim().is_empty() {
        return Err(Unreadable::Empty);
    }
    Ok(vec![Sheet::of_csv(&text, name, Format::KumuCsv)?])
}

/// Reads what was found.
pub(crate) fn read(found: Found) -> Result<Read, Unreadable> {
    match found {
        Found::Workbook(Format::CausalCoding, workbook) => {
            causal_coding::read(&workbook.sheets, workbook.left_out)
        }
        Found::Workbook(Format::PrsmXlsx, workbook) => {
            prsm::tables::read_workbook(&workbook.sheets, workbook.left_out)
        }
        Found::Workbook(format, workbook) => {
            let mut read = kumu::tables::read(&workbook.sheets, format)?;
            read.left_out.splice(0..0, workbook.left_out);
            Ok(read)
        }
        Found::Object(Format::Tributary, fields, _) => tributary::read(fields),
        Found::Object(Format::EdgeList, fields, bytes) => edge_list::read(fields, bytes),
        Found::Object(Format::KumuBackup, fields, _) => Ok(kumu::backup::read(fields)),
        Found::Object(Format::KumuBlueprint, fields, _) => Ok(kumu::blueprint::read(fields)),
        Found::Object(format, fields, _) => Ok(prsm::read(fields, format)),
        Found::Loopy(value) => loopy::read(&value),
        Found::Xml(Format::GraphMl, text) => graphml::read(&text),
        Found::Xml(Format::Gexf, text) => gexf::read(&text),
        Found::Xml(_, text) => mental_modeler::project::read(&text),
        Found::Table(Format::MentalModelerCsv, sheet) => mental_modeler::matrix::read(&sheet),
        Found::Table(Format::PrsmCsv, sheet) => prsm::tables::read_csv(&sheet),
        Found::Table(format, sheet) => kumu::tables::read(&[sheet], format),
    }
}
