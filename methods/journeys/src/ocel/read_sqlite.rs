//! OCEL 2.0 as a relational database (SQLite).

use std::collections::HashMap;

use crate::{
    notes::Matter,
    unreadable::{Place, Unreadable, Why},
};

use super::{
    ObjectsFound,
    building::{Building, Sort},
    rows::Rows,
    table::{CHANGED, ID, TIME, TYPE, Table},
};

/// The most types of events, or of objects.
const MOST_TYPES: usize = 10_000;

/// Reads an OCEL 2.0 database: `event`, `object`, `event_object`, `object_object`, `event_map_type`, `object_map_type`, and a table for each
/// type. Tables are found without a look at small or large letters. Nothing in the file is run: no view, no trigger, no computed column.
///
/// # Errors
/// What is no such database, with the table and the row.
pub fn sqlite(bytes: &[u8]) -> Result<ObjectsFound, Unreadable> {
    let mut file =
        File { rows: Rows::of(bytes)?, building: Building::default(), kinds: Vec::new() };
    file.types(Sort::Event, "event_map_type", "event_")?;
    file.types(Sort::Object, "object_map_type", "object_")?;
    file.objects()?;
    file.events()?;
    file.relations(Sort::Event, "event_object", "ocel_event_id", "ocel_object_id")?;
    file.relations(Sort::Object, "object_object", "ocel_source_id", "ocel_target_id")?;
    Ok(file.building.done())
}

/// By the id of an event, when it happened and what is said of it.
type Rest = HashMap<String, (String, Vec<(String, String)>)>;

struct File {
    rows: Rows,
    building: Building,
    kinds: Vec<Table>,
}

impl File {
    fn types(&mut self, sort: Sort, map: &str, prefix: &str) -> Result<(), Unreadable> {
        self.must_have(map, &[TYPE, "ocel_type_map"])?;
        let mut found = Vec::new();
        self.rows.each(map, &[TYPE, "ocel_type_map"], |row| {
            if let [Some(kind), Some(mapped)] = row {
                found.push((kind.clone(), format!("{prefix}{mapped}")));
            }
            Ok(())
        })?;
        if found.len() > MOST_TYPES {
            let why =
                format!("it has {} types, and no more than {MOST_TYPES} are read", found.len());
            return Err(Unreadable::file(Why::Broken("OCEL 2.0 database", why)));
        }
        for (kind, name) in found {
            let at = self.building.declare(sort, &kind);
            if self.kinds.iter().any(|one| one.name == name) {
                return Err(Unreadable::file(Why::Twice(name)));
            }
            let Some(columns) = self.rows.columns(&name)? else {
                return Err(Unreadable::file(Why::NoTable(format!("table `{name}`"))));
            };
            let table = Table { sort, kind, name, columns };
            for column in table.said() {
                self.building.declare_attribute(sort, at, &column.name, column.word());
            }
            self.kinds.push(table);
        }
        Ok(())
    }

    fn must_have(&self, table: &str, columns: &[&str]) -> Result<(), Unreadable> {
        let Some(there) = self.rows.columns(table)? else {
            return Err(Unreadable::file(Why::NoTable(format!("table `{table}`"))));
        };
        let lacks = |wanted: &&&str| !there.iter().any(|one| one.name.eq_ignore_ascii_case(wanted));
        match columns.iter().find(lacks) {
            Some(wanted) => Err(Unreadable {
                place: Place::Row(table.to_owned(), 0),
                why: Why::NoTable(format!("column `{wanted}`")),
            }),
            None => Ok(()),
        }
    }

    /// Ids with their types.
    fn ids(&mut self, table: &str) -> Result<Vec<(String, String)>, Unreadable> {
        self.must_have(table, &[ID, TYPE])?;
        let mut found = Vec::new();
        self.rows.each(table, &[ID, TYPE], |row| match row {
            [Some(id), Some(kind)] => {
                found.push((id.clone(), kind.clone()));
                Ok(())
            }
            _ => Err(Why::Lacks(String::from("this row"), "ocel_id and ocel_type")),
        })?;
        Ok(found)
    }

    fn objects(&mut self) -> Result<(), Unreadable> {
        for (number, (id, kind)) in (1..).zip(self.ids("object")?) {
            let wrong = |why| Unreadable { place: Place::Row(String::from("object"), number), why };
            self.building.object(&id, &kind).map_err(wrong)?;
        }
        for table in self.tables(Sort::Object) {
            let said: Vec<&str> = table.said().map(|column| column.name.as_str()).collect();
            let mut columns = vec![ID, if table.has(TIME) { TIME } else { ID }];
            columns.push(if table.has(CHANGED) { CHANGED } else { ID });
            columns.extend(&said);
            let (has_time, has_changed) = (table.has(TIME), table.has(CHANGED));
            let building = &mut self.building;
            self.rows.each(&table.name, &columns, |row| {
                let [Some(id), time, changed, values @ ..] = row else { return Ok(()) };
                let Some(at) = building.place(Sort::Object, id) else {
                    building.notes.add(Matter::Unrelated);
                    return Ok(());
                };
                let time = time.as_deref().filter(|_| has_time).unwrap_or("1970-01-01T00:00:00Z");
                let from = building.moment(time)?;
                let changed =
                    changed.as_deref().filter(|changed| has_changed && !changed.is_empty());
                for (key, value) in said.iter().zip(values) {
                    if let Some(value) = value
                        && changed.is_none_or(|changed| changed.eq_ignore_ascii_case(key))
                    {
                        building.say_of_object(at, key, value, from);
                    }
                }
                Ok(())
            })?;
        }
        Ok(())
    }

    /// The tables of a sort of things.
    fn tables(&mut self, sort: Sort) -> Vec<Table> {
        let (these, others) =
            std::mem::take(&mut self.kinds).into_iter().partition(|one| one.sort == sort);
        self.kinds = others;
        these
    }

    fn events(&mut self) -> Result<(), Unreadable> {
        let mut kinds = HashMap::new();
        let mut order = Vec::new();
        for (id, kind) in self.ids("event")? {
            order.push(id.clone());
            kinds.insert(id, kind);
        }
        let mut rows = HashMap::new();
        for table in self.tables(Sort::Event) {
            self.events_of(&table, &kinds, &mut rows)?;
        }
        for (number, id) in (1..).zip(&order) {
            let wrong = |why| Unreadable { place: Place::Row(String::from("event"), number), why };
            let kind = kinds.get(id).map_or("", String::as_str);
            let Some((time, said)) = rows.remove(id) else {
                self.building.notes.add(Matter::NoTime);
                continue;
            };
            let at = self.building.event(id, kind, &time).map_err(wrong)?;
            for (key, value) in said {
                self.building.say_of_event(at, &key, &value);
            }
        }
        Ok(())
    }

    fn events_of(
        &mut self,
        table: &Table,
        kinds: &HashMap<String, String>,
        rows: &mut Rest,
    ) -> Result<(), Unreadable> {
        self.must_have(&table.name, &[ID, TIME])?;
        let said: Vec<&str> = table.said().map(|column| column.name.as_str()).collect();
        let mut columns = vec![ID, TIME];
        columns.extend(&said);
        let building = &mut self.building;
        self.rows.each(&table.name, &columns, |row| {
            let [Some(id), time, values @ ..] = row else { return Ok(()) };
            let Some(time) = time else { return Ok(()) };
            if kinds.get(id) != Some(&table.kind) {
                building.notes.add(Matter::Undeclared(id.clone()));
                return Ok(());
            }
            let values = said
                .iter()
                .zip(values)
                .filter_map(|(key, value)| value.clone().map(|value| ((*key).to_owned(), value)));
            if rows.insert(id.clone(), (time.clone(), values.collect())).is_some() {
                return Err(Why::Twice(id.clone()));
            }
            Ok(())
        })
    }

    fn relations(
        &mut self,
        sort: Sort,
        table: &str,
        from: &str,
        to: &str,
    ) -> Result<(), Unreadable> {
        if sort == Sort::Object && self.rows.columns(table)?.is_none() {
            return Ok(());
        }
        self.must_have(table, &[from, to, "ocel_qualifier"])?;
        let building = &mut self.building;
        self.rows.each(table, &[from, to, "ocel_qualifier"], |row| {
            let [Some(from), Some(to), qualifier] = row else { return Ok(()) };
            match building.place(sort, from) {
                Some(at) => building.relate(sort, at, to, qualifier.as_deref().unwrap_or_default()),
                None => building.notes.add(Matter::Unrelated),
            }
            Ok(())
        })
    }
}
