//! The database and the key store that the settings name.

use std::path::PathBuf;

use platform::{
    Db,
    db::Limits,
    vault::{KeyStore, MasterKeys},
};

use crate::{
    house::{KEY_STEPS, STEPS},
    settings::Settings,
};

/// Opens both, their schemas up to date.
///
/// # Errors
/// One line that says what is wrong.
pub(crate) async fn stores(settings: &Settings) -> Result<(Db, KeyStore), String> {
    let folder = &settings.data;
    std::fs::create_dir_all(folder).map_err(|why| format!("{}: {why}", folder.display()))?;
    let limits = Limits::default();
    let db = match &settings.database_url {
        Some(url) => Db::open_server(url, limits).await,
        None => Db::open_file(&folder.join("tributary.db"), limits).await,
    };
    let db = db.map_err(|why| format!("the database cannot be opened: {why}"))?;
    db.migrate(STEPS).await.map_err(|why| format!("the database's schema: {why}"))?;
    let keys = match keys_at(settings)? {
        KeysAt::File(path) => Db::open_file(&path, limits).await,
        KeysAt::Server(url) => Db::open_server(url, limits).await,
    };
    let keys = keys.map_err(|why| format!("the key store cannot be opened: {why}"))?;
    keys.migrate(KEY_STEPS).await.map_err(|why| format!("the key store's schema: {why}"))?;
    let master = match &settings.master_key {
        Some(text) => MasterKeys::parse(text),
        None => MasterKeys::from_file(&settings.master_key_path()),
    };
    Ok((db, KeyStore::new(keys, master.map_err(|why| why.to_string())?)))
}

/// The same for a command that looks at something: it makes nothing where nothing is.
///
/// # Errors
/// One line that says what is missing, or what is wrong.
pub(crate) async fn stores_there(settings: &Settings) -> Result<(Db, KeyStore), String> {
    let data = settings.database_url.is_none().then(|| settings.data.join("tributary.db"));
    let keys = match keys_at(settings)? {
        KeysAt::File(path) => Some(path),
        KeysAt::Server(_) => None,
    };
    let master = settings.master_key.is_none().then(|| settings.master_key_path());
    match [data, keys, master].into_iter().flatten().find(|path| !path.is_file()) {
        Some(path) => Err(format!(
            "{}: there is no such file, and so nothing to look at. Is TRIBUTARY_DATA right? `serve` \
             and `setup` begin an installation",
            path.display()
        )),
        None => stores(settings).await,
    }
}

/// Where the key store is: for one program a file; for several, a database of its own on a server.
#[derive(Debug)]
enum KeysAt<'a> {
    File(PathBuf),
    Server(&'a str),
}

fn keys_at(settings: &Settings) -> Result<KeysAt<'_>, String> {
    let Some(url) = &settings.keys_url else {
        return Ok(KeysAt::File(settings.data.join("keys.db")));
    };
    if let Some(path) = url.strip_prefix("file:") {
        return Ok(KeysAt::File(PathBuf::from(path)));
    }
    if !url.starts_with("postgres://") && !url.starts_with("postgresql://") {
        // An address may hold a password: it is not repeated.
        return Err("TRIBUTARY_KEYS_URL: write `file:` and a path, or a PostgreSQL address, \
                    `postgres://…`"
            .to_owned());
    }
    if settings.database_url.as_ref() == Some(url) {
        return Err("TRIBUTARY_KEYS_URL: this is the database that TRIBUTARY_DATABASE_URL names. \
                    Keys need a database of their own, so that no backup holds both"
            .to_owned());
    }
    Ok(KeysAt::Server(url))
}
