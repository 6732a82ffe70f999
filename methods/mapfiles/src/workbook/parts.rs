//! The parts of a workbook, which is a ZIP. A ZIP can say that it is small and be huge, so what is unpacked is counted.

use std::{
    collections::HashMap,
    fmt::Display,
    io::{Cursor, Read as _},
};

use zip::ZipArchive;

use crate::{Format, Unreadable, read::unpacked_limit, xml};

/// A ZIP, and how much more of it will be unpacked.
pub(super) struct Parts<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    limit: usize,
    left: usize,
    format: Format,
}

/// The sheets of a workbook in their order.
#[derive(Default)]
pub(super) struct Named {
    /// The name of each, and where it lies.
    pub(super) sheets: Vec<(String, String)>,
    /// Whether days are counted from 1904 and not from 1900.
    pub(super) since_1904: bool,
}

impl<'a> Parts<'a> {
    pub(super) fn open(bytes: &'a [u8], format: Format) -> Result<Self, Unreadable> {
        let limit = unpacked_limit(bytes.len());
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|why| broken(format, &why))?;
        Ok(Self { archive, limit, left: limit, format })
    }

    /// A part as text, if there is one of this name.
    pub(super) fn text(&mut self, name: &str) -> Result<Option<String>, Unreadable> {
        let Some(at) = self.archive.index_for_name(name) else { return Ok(None) };
        let entry = self.archive.by_index(at).map_err(|why| broken(self.format, &why))?;
        let mut bytes = Vec::new();
        let most = u64::try_from(self.left).unwrap_or(u64::MAX).saturating_add(1);
        entry.take(most).read_to_end(&mut bytes).map_err(|why| broken(self.format, &why))?;
        if bytes.len() > self.left {
            let limit = format!("{} bytes when unpacked", self.limit);
            return Err(Unreadable::TooLarge { format: self.format, limit });
        }
        self.left -= bytes.len();
        let text = crate::detect::text(&bytes)
            .map_err(|why| broken(self.format, &format_args!("{name}: {why}")))?;
        Ok(Some(text))
    }

    pub(super) fn sheets(&mut self) -> Result<Named, Unreadable> {
        let missing =
            |name: &str| broken(self.format, &format_args!("there is no {name} in the file"));
        let missing = [missing("xl/workbook.xml"), missing("xl/_rels/workbook.xml.rels")];
        let [no_workbook, no_relations] = missing;
        let relations = self.text("xl/_rels/workbook.xml.rels")?.ok_or(no_relations)?;
        let relations = xml::parse(&relations, self.format)?;
        let targets: HashMap<&str, &str> = relations
            .all("Relationship")
            .map(|relation| (relation.get("Id"), relation.get("Target")))
            .collect();
        let workbook = xml::parse(&self.text("xl/workbook.xml")?.ok_or(no_workbook)?, self.format)?;
        let since_1904 = workbook
            .child("workbookPr")
            .is_some_and(|said| ["1", "true"].contains(&said.get("date1904")));
        let sheets = workbook.all("sheets").flat_map(|all| all.all("sheet"));
        let sheets = sheets.map(|sheet| {
            let target = targets.get(sheet.get("id")).copied().unwrap_or_default();
            (
                sheet.get("name").to_owned(),
                target.strip_prefix('/').map_or_else(|| format!("xl/{target}"), str::to_owned),
            )
        });
        Ok(Named { sheets: sheets.collect(), since_1904 })
    }
}

fn broken(format: Format, why: &dyn Display) -> Unreadable {
    let why = format_args!("{why}. Save it again as .xlsx, without a password, and give that.");
    Unreadable::broken(format, "the workbook", why)
}
