//! A fresh database of each kind, for stories: SQLite always, PostgreSQL where a server is named in
//! `TRIBUTARY_TEST_POSTGRES`. The world that stories play in stands in `stories/src/world.rs`.
#![expect(
    clippy::expect_used,
    clippy::missing_panics_doc,
    clippy::indexing_slicing,
    clippy::format_push_string,
    clippy::disallowed_methods,
    reason = "test support fails loudly"
)]

mod behind;
mod schema;

use std::path::PathBuf;

use platform::{
    Db,
    db::{Limits, Step},
    secret::Key,
    vault::{KeyStore, MasterKeys},
};

pub use schema::Column;

/// A database and the key store beside it, thrown away by the operating system.
#[derive(Debug)]
pub struct Store {
    /// `sqlite` or `postgres`.
    pub name: &'static str,
    /// The database, its schema up to date.
    pub db: Db,
    /// The folder with the key store, and the database where it is a file.
    pub folder: PathBuf,
    /// The key that wraps keys.
    pub master: Key,
    /// How to open the database again: a path or an address.
    pub url: String,
}

impl Store {
    /// Opens the key store beside the database.
    pub async fn keys(&self, steps: &[Step]) -> KeyStore {
        self.keys_with(steps, MasterKeys::one(self.master.clone())).await
    }

    /// Another store with the same in it. Nothing may be open in this one.
    pub async fn copy(&self, limits: Limits) -> Self {
        let (name, folder) = fresh();
        for file in std::fs::read_dir(&self.folder).expect("the folder is there") {
            let path = file.expect("a file of the folder").path();
            let to = folder.join(path.file_name().expect("it has a name"));
            std::fs::copy(&path, to).expect("the file is copied");
        }
        let (db, url) = if self.name == "sqlite" {
            let path = folder.join("tributary.db");
            (Db::open_file(&path, limits).await, path.display().to_string())
        } else {
            let (server, from) = self.url.rsplit_once('/').expect("an address names a database");
            let copy = format!("create database {name} template {from} strategy file_copy");
            on_server(server, &copy).await;
            let url = format!("{server}/{name}");
            (Db::open_server(&url, limits).await, url)
        };
        let db = db.expect("database opens");
        Self { name: self.name, db, folder, master: self.master.clone(), url }
    }

    /// Takes it away. Nothing may be open in it.
    pub async fn throw_away(self) {
        if self.name != "sqlite" {
            let (server, name) = self.url.rsplit_once('/').expect("an address names a database");
            on_server(server, &format!("drop database {name} with (force)")).await;
        }
        std::fs::remove_dir_all(&self.folder).expect("the folder goes");
    }

    /// Opens the key store beside the database with other master keys.
    pub async fn keys_with(&self, steps: &[Step], master: MasterKeys) -> KeyStore {
        let path = self.folder.join("keys.db");
        let db = Db::open_file(&path, Limits::default()).await.expect("key store opens");
        db.migrate(steps).await.expect("key store has its schema");
        KeyStore::new(db, master)
    }
}

/// A fresh store of each kind.
pub async fn each(steps: &[Step], limits: Limits) -> Vec<Store> {
    let mut all = vec![sqlite(steps, limits).await];
    all.extend(postgres(steps, limits).await);
    all
}

#[expect(clippy::print_stderr, reason = "what was not tested must be said")]
fn skipped() {
    eprintln!("skipped on PostgreSQL: TRIBUTARY_TEST_POSTGRES names no server");
}

fn fresh() -> (String, PathBuf) {
    let name = format!("t{}", platform::secret::token().to_lowercase().replace(['-', '_'], "x"));
    let folder = std::env::temp_dir().join("tributary-stories").join(&name);
    std::fs::create_dir_all(&folder).expect("a folder for the test");
    (name, folder)
}

/// A fresh SQLite store.
pub async fn sqlite(steps: &[Step], limits: Limits) -> Store {
    let (_, folder) = fresh();
    let path = folder.join("tributary.db");
    let db = Db::open_file(&path, limits).await.expect("database opens");
    db.migrate(steps).await.expect("database has its schema");
    let url = path.display().to_string();
    Store { name: "sqlite", db, folder, master: Key::fresh(), url }
}

/// The address of a fresh, empty PostgreSQL database, where a server is named. For tests of the
/// whole program, which have no threads of their own yet.
pub fn fresh_address() -> Option<String> {
    let Ok(server) = std::env::var("TRIBUTARY_TEST_POSTGRES") else {
        skipped();
        return None;
    };
    let (name, _) = fresh();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    runtime.expect("a runtime").block_on(on_server(&server, &format!("create database {name}")));
    Some(format!("{server}/{name}"))
}

/// A fresh PostgreSQL store, where a server is named.
pub async fn postgres(steps: &[Step], limits: Limits) -> Option<Store> {
    let Ok(server) = std::env::var("TRIBUTARY_TEST_POSTGRES") else {
        skipped();
        return None;
    };
    let (name, folder) = fresh();
    on_server(&server, &format!("create database {name}")).await;
    let url = format!("{server}/{name}");
    let db = Db::open_server(&url, limits).await.expect("database opens");
    db.migrate(steps).await.expect("database has its schema");
    Some(Store { name: "postgres", db, folder, master: Key::fresh(), url })
}

async fn on_server(server: &str, statement: &str) {
    let admin = sqlx::PgPool::connect(&format!("{server}/postgres")).await.expect("server");
    let query = sqlx::query(sqlx::AssertSqlSafe(statement.to_owned()));
    query.execute(&admin).await.expect("a database for the test");
    admin.close().await;
}
