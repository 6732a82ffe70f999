//! What the program is told from outside: `tributary.toml`, and `TRIBUTARY_…` variables over it.

use std::{
    net::IpAddr,
    path::{Path, PathBuf},
};

use jiff::tz::TimeZone;
use serde::Deserialize;

/// Every setting and its default.
#[derive(Clone, Debug, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Settings {
    /// The folder for everything that is kept.
    pub data: PathBuf,
    /// A PostgreSQL address. Without it: SQLite in the folder.
    pub database_url: Option<String>,
    /// Where the key store is: `file:` and a path, or for several programs a PostgreSQL address of its own.
    /// Without it: `keys.db` in the folder.
    pub keys_url: Option<String>,
    /// The master key itself, 64 hex characters a line, the newest first.
    pub master_key: Option<String>,
    /// The file that holds the master key. Without it: `master.key` in the folder.
    pub master_key_file: Option<PathBuf>,
    /// Where to listen.
    pub listen: String,
    /// Where to show counts for operators. Without it: nowhere.
    pub metrics_listen: Option<String>,
    /// Where people reach it.
    pub public_url: Option<String>,
    /// The clock of the place.
    pub time_zone: String,
    /// Addresses of proxies whose `X-Forwarded-For` counts.
    pub trusted_proxies: Vec<IpAddr>,
    /// How much is logged: `error`, `warn`, `info`, `debug`, or a filter.
    pub log: String,
    /// Logs as `text` or `json`.
    pub log_format: String,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            data: PathBuf::from("tributary-data"),
            database_url: None,
            keys_url: None,
            master_key: None,
            master_key_file: None,
            listen: "127.0.0.1:8080".to_owned(),
            metrics_listen: None,
            public_url: None,
            time_zone: "Europe/London".to_owned(),
            trusted_proxies: Vec::new(),
            log: "info,sqlx=warn".to_owned(),
            log_format: "text".to_owned(),
        }
    }
}

impl Settings {
    /// Reads the file, if there is one, and the variables over it.
    ///
    /// # Errors
    /// One line that says which setting is wrong.
    pub fn read(
        file: &Path,
        variables: impl IntoIterator<Item = (String, String)>,
    ) -> Result<Self, String> {
        let text = match std::fs::read_to_string(file) {
            Ok(text) => text,
            Err(why) if why.kind() == std::io::ErrorKind::NotFound => String::new(),
            Err(why) => return Err(format!("{}: {why}", file.display())),
        };
        let mut table: toml::Table =
            text.parse().map_err(|why| format!("{}: {why}", file.display()))?;
        for (name, value) in variables {
            let Some(name) = name.strip_prefix("TRIBUTARY_") else { continue };
            let name = name.to_lowercase();
            // Variables for the project's own tests and scripts are not settings.
            if Self::NAMES.contains(&name.as_str()) {
                table.insert(name.clone(), variable(&name, value));
            }
        }
        let settings: Self = table.try_into().map_err(|why| format!("settings: {why}"))?;
        settings.zone()?;
        Ok(settings)
    }

    /// The names of the settings, as in the file; in capitals after `TRIBUTARY_` as variables.
    pub const NAMES: [&'static str; 12] = [
        "data",
        "database_url",
        "keys_url",
        "master_key",
        "master_key_file",
        "listen",
        "metrics_listen",
        "public_url",
        "time_zone",
        "trusted_proxies",
        "log",
        "log_format",
    ];

    /// The clock of the place.
    ///
    /// # Errors
    /// No time zone has this name.
    pub fn zone(&self) -> Result<TimeZone, String> {
        TimeZone::get(&self.time_zone).map_err(|_| {
            format!("TRIBUTARY_TIME_ZONE: no time zone is called `{}`", self.time_zone)
        })
    }

    /// Where the master key's file is.
    pub fn master_key_path(&self) -> PathBuf {
        self.master_key_file.clone().unwrap_or_else(|| self.data.join("master.key"))
    }
}

fn variable(name: &str, value: String) -> toml::Value {
    if name == "trusted_proxies" {
        let parts = value.split(',').map(str::trim).filter(|it| !it.is_empty());
        return toml::Value::Array(parts.map(|it| toml::Value::String(it.to_owned())).collect());
    }
    toml::Value::String(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(variables: &[(&str, &str)]) -> Result<Settings, String> {
        let pairs = variables.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
        Settings::read(Path::new("/nowhere/tributary.toml"), pairs)
    }

    #[test]
    fn variables_say_what_differs() {
        let settings = read(&[
            ("TRIBUTARY_LISTEN", "0.0.0.0:80"),
            ("TRIBUTARY_TRUSTED_PROXIES", "10.0.0.1, 10.0.0.2"),
            ("TRIBUTARY_TEST_POSTGRES", "not a setting"),
            ("HOME", "/root"),
        ])
        .unwrap();
        assert_eq!(settings.listen, "0.0.0.0:80");
        assert_eq!(settings.trusted_proxies.len(), 2);
        assert_eq!(settings.data, PathBuf::from("tributary-data"));
    }

    #[test]
    fn nonsense_is_said_in_one_line() {
        let why = read(&[("TRIBUTARY_TIME_ZONE", "Ashwell/High_Street")]).unwrap_err();
        assert!(why.contains("TRIBUTARY_TIME_ZONE"), "{why}");
        assert!(read(&[("TRIBUTARY_TRUSTED_PROXIES", "a proxy")]).is_err());
    }
}
