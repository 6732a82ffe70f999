//! The schema as a database's own catalogue tells it, in the same words whichever database it is.

use crate::Store;

const SQLITE_COLUMNS: &str = "select m.name, c.name, lower(c.type), case when c.\"notnull\" = 1 then 'not null' else '' end \
     from sqlite_master m join pragma_table_info(m.name) c \
     where m.type = 'table' and m.name not like '%sqlx%' and m.name not like 'sqlite%' \
     order by m.name, c.cid";

const SQLITE_INDEXES: &str = "select m.name, \
     case i.origin when 'pk' then 'primary key' when 'u' then 'unique' \
     else case i.\"unique\" when 1 then 'unique index' else 'index' end end, \
     group_concat(c.name, ', ' order by c.seqno) \
     from sqlite_master m join pragma_index_list(m.name) i join pragma_index_info(i.name) c \
     where m.type = 'table' and m.name not like '%sqlx%' group by m.name, i.name, i.origin";

const SQLITE_REFERENCES: &str = "select m.name, f.\"from\", f.\"table\" \
     from sqlite_master m join pragma_foreign_key_list(m.name) f where m.type = 'table'";

const SQLITE_VIEWS: &str = "select m.name, group_concat(c.name, ', ' order by c.cid) \
     from sqlite_master m join pragma_table_info(m.name) c where m.type = 'view' \
     group by m.name order by m.name";

const POSTGRES_COLUMNS: &str = "select c.table_name::text, c.column_name::text, c.data_type::text, \
     case c.is_nullable when 'NO' then 'not null' else '' end \
     from information_schema.columns c join information_schema.tables t \
     on t.table_schema = c.table_schema and t.table_name = c.table_name \
     where c.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.table_name not like '%sqlx%' \
     order by c.table_name, c.ordinal_position";

const POSTGRES_INDEXES: &str = "select t.relname::text, \
     case when i.indisprimary then 'primary key' when k.oid is not null then 'unique' \
     when i.indisunique then 'unique index' else 'index' end, \
     string_agg(a.attname::text, ', ' order by p.place) \
     from pg_index i join pg_class t on t.oid = i.indrelid \
     join pg_namespace n on n.oid = t.relnamespace and n.nspname = 'public' \
     cross join lateral unnest(i.indkey::int2[]) with ordinality p (number, place) \
     join pg_attribute a on a.attrelid = t.oid and a.attnum = p.number \
     left join pg_constraint k on k.conindid = i.indexrelid and k.contype = 'u' \
     where t.relname not like '%sqlx%' \
     group by t.relname, i.indexrelid, i.indisprimary, i.indisunique, k.oid";

const POSTGRES_REFERENCES: &str = "select t.relname::text, a.attname::text, o.relname::text \
     from pg_constraint k join pg_class t on t.oid = k.conrelid \
     join pg_class o on o.oid = k.confrelid \
     join pg_attribute a on a.attrelid = t.oid and a.attnum = k.conkey[1] where k.contype = 'f'";

const POSTGRES_VIEWS: &str = "select c.table_name::text, \
     string_agg(c.column_name::text, ', ' order by c.ordinal_position) \
     from information_schema.columns c join information_schema.views v \
     on v.table_schema = c.table_schema and v.table_name = c.table_name \
     where c.table_schema = 'public' group by c.table_name order by c.table_name";

/// A column of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// The table.
    pub table: String,
    /// Its name.
    pub name: String,
    /// One of our five types.
    pub kind: String,
    /// `not null`, or nothing.
    pub needed: String,
}

impl Store {
    /// Every column of every table, in their order.
    pub async fn columns(&self) -> Vec<Column> {
        let rows = self.rows(self.pick(SQLITE_COLUMNS, POSTGRES_COLUMNS)).await;
        let column = |row: Vec<String>| {
            let [table, name, kind, needed] = row.try_into().expect("four columns");
            Column { table, name, kind, needed }
        };
        rows.into_iter().map(column).collect()
    }

    /// The whole schema: tables with their columns, keys and indexes, and the views.
    pub async fn schema(&self) -> String {
        let columns = self.columns().await;
        let mut tables: Vec<&str> = columns.iter().map(|it| it.table.as_str()).collect();
        tables.dedup();
        let mut indexes = self.rows(self.pick(SQLITE_INDEXES, POSTGRES_INDEXES)).await;
        let mut references = self.rows(self.pick(SQLITE_REFERENCES, POSTGRES_REFERENCES)).await;
        indexes.sort();
        references.sort();
        let mut text = String::new();
        for table in tables {
            text += &format!("{table}\n");
            for it in columns.iter().filter(|it| it.table == table) {
                let line = format!("    {:<14}{:<10}{}", it.name, it.kind, it.needed);
                text += &format!("{}\n", line.trim_end());
            }
            for row in indexes.iter().filter(|row| row[0] == table) {
                text += &format!("    {} ({})\n", row[1], row[2]);
            }
            for row in references.iter().filter(|row| row[0] == table) {
                text += &format!("    {} is of {}\n", row[1], row[2]);
            }
            text.push('\n');
        }
        for row in self.rows(self.pick(SQLITE_VIEWS, POSTGRES_VIEWS)).await {
            text += &format!("view {} ({})\n", row[0], row[1]);
        }
        text
    }

    fn pick(&self, sqlite: &'static str, postgres: &'static str) -> &'static str {
        if self.name == "sqlite" { sqlite } else { postgres }
    }
}
