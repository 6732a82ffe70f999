//! Reaching into a store behind the program's back, as somebody with the disk in their hands could.

use sqlx::{
    AssertSqlSafe, ConnectOptions as _, PgConnection, Row as _, SqliteConnection,
    postgres::PgConnectOptions, sqlite::SqliteConnectOptions,
};

use crate::Store;

pub(crate) enum Open {
    Sqlite(SqliteConnection),
    Postgres(PgConnection),
}

impl Store {
    /// Runs statements that the program knows nothing of, and says how many rows they touched.
    pub async fn tamper(&self, sql: &str) -> u64 {
        let query = sqlx::raw_sql(AssertSqlSafe(sql.to_owned()));
        match self.behind().await {
            Open::Sqlite(mut open) => query.execute(&mut open).await.expect(sql).rows_affected(),
            Open::Postgres(mut open) => query.execute(&mut open).await.expect(sql).rows_affected(),
        }
    }

    /// What a query finds. Its columns are text: `cast(at as text)`.
    pub async fn rows(&self, sql: &str) -> Vec<Vec<String>> {
        let query = AssertSqlSafe(sql.to_owned());
        match self.behind().await {
            Open::Sqlite(mut open) => {
                let rows = sqlx::query(query).fetch_all(&mut open).await.expect(sql);
                rows.iter()
                    .map(|row| (0..row.len()).map(|at| text(row.get(at))).collect())
                    .collect()
            }
            Open::Postgres(mut open) => {
                let rows = sqlx::query(query).fetch_all(&mut open).await.expect(sql);
                rows.iter()
                    .map(|row| (0..row.len()).map(|at| text(row.get(at))).collect())
                    .collect()
            }
        }
    }

    /// How many rows a table has.
    pub async fn count(&self, table: &str) -> usize {
        self.rows(&format!("select 'x' as x from {table}")).await.len()
    }

    /// The wrapped key of a subject, as the key store holds it.
    pub async fn wrapped_key(&self, subject: &str) -> Option<Vec<u8>> {
        let path = self.folder.join("keys.db");
        let options = SqliteConnectOptions::new().filename(path).read_only(true);
        let mut open = options.connect().await.expect("the key store opens");
        sqlx::query_scalar("select wrapped from subject_key where subject = $1")
            .bind(subject)
            .fetch_optional(&mut open)
            .await
            .expect("the key store is read")
    }

    /// Every file of the store, with what is in it.
    pub fn files(&self) -> Vec<(String, Vec<u8>)> {
        let folder = std::fs::read_dir(&self.folder).expect("the folder is there");
        let paths = folder.map(|it| it.expect("a file of the folder").path());
        let read = |path: std::path::PathBuf| {
            let bytes = std::fs::read(&path).expect("the file is read");
            (path.display().to_string(), bytes)
        };
        paths.map(read).collect()
    }

    /// What stands in the file in which a PostgreSQL server keeps a table.
    pub async fn table_file(&self, table: &str) -> Vec<u8> {
        self.tamper("checkpoint").await;
        let query = format!(
            "select current_setting('data_directory') || '/' || pg_relation_filepath('{table}')"
        );
        let path = self.rows(&query).await.remove(0).remove(0);
        std::fs::read(&path).expect("the table's file is read")
    }

    pub(crate) async fn behind(&self) -> Open {
        if self.name == "sqlite" {
            let options = SqliteConnectOptions::new().filename(&self.url);
            return Open::Sqlite(options.connect().await.expect("the database opens"));
        }
        let options: PgConnectOptions = self.url.parse().expect("an address");
        Open::Postgres(options.connect().await.expect("the database opens"))
    }
}

fn text(value: Option<String>) -> String {
    value.unwrap_or_else(|| "null".to_owned())
}
