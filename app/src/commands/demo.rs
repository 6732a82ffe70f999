//! Serve a fictional place, from a throw-away folder, with an account for each kind of user.

use std::{path::PathBuf, sync::Arc};

use clap::Args;
use kernel::{Clock, Moment, SeededEntropy, SetClock, Source};
use platform::serve::listen;
use seed::{Size, Teller, World};

use super::serve::{say, stop};
use crate::{House, Opening, house, settings::Settings};

/// Serve a fictional place.
#[derive(Args, Debug)]
pub struct Demo {
    /// Writes the address and the accounts into this file, as JSON, once all is ready.
    #[arg(long)]
    facts: Option<PathBuf>,
    /// The seed of ids.
    #[arg(long, default_value_t = 1)]
    seed: u64,
}

/// A clock that is set by the story first, and then goes on as the real one does.
#[derive(Debug)]
struct StoryClock {
    story: Arc<SetClock>,
    told: std::sync::atomic::AtomicBool,
}

impl Clock for StoryClock {
    fn now(&self) -> Moment {
        if self.told.load(std::sync::atomic::Ordering::Acquire) {
            return platform::state::RealClock.now();
        }
        self.story.now()
    }
}

#[derive(serde::Serialize)]
struct Facts<'a> {
    url: String,
    password: &'static str,
    token: String,
    accounts: Vec<&'a seed::Person>,
    ids: &'a std::collections::BTreeMap<String, String>,
}

impl Demo {
    /// Tells the story and serves it.
    ///
    /// # Errors
    /// One line that says what could not be done.
    pub async fn run(self, settings: Settings) -> Result<(), String> {
        let folder = throw_away()?;
        let settings = Settings { data: folder.clone(), keys_url: None, ..settings };
        let settings = Settings { master_key: None, master_key_file: None, ..settings };
        let listening = listen(&settings.listen).await;
        let listening = listening.map_err(|why| {
            format!("{}: {why}. Set TRIBUTARY_LISTEN to another address", settings.listen)
        })?;
        let url = format!("http://{}", listening.address);
        let (house, world) = self.open(&settings, url.clone()).await?;
        self.announce(&url, &house, &world).await?;
        listening.serve(house.router.clone(), stop()).await;
        house.state.close().await;
        std::fs::remove_dir_all(&folder).map_err(|why| format!("{}: {why}", folder.display()))
    }

    async fn open(&self, settings: &Settings, url: String) -> Result<(House, World), String> {
        let (db, keys) = house::stores(settings).await?;
        let today = platform::state::RealClock.now();
        let story = Arc::new(SetClock::at(today));
        let told = std::sync::atomic::AtomicBool::new(false);
        let clock = Arc::new(StoryClock { story: story.clone(), told });
        let code = "demo2demo2".to_owned();
        let opening = Opening {
            db,
            keys,
            source: Source::new(clock.clone(), Arc::new(SeededEntropy::new(self.seed))),
            public_url: settings.public_url.clone().unwrap_or(url),
            zone: settings.zone()?,
            second_step: false,
            trusted_proxies: Vec::new(),
            set_up_code: Some(code.clone()),
        };
        let house = House::open(opening).await?;
        let teller = Teller::new(house.router.clone(), story, today);
        let world = teller.tell(Size::Story, &code).await.map_err(|why| why.to_string())?;
        clock.told.store(true, std::sync::atomic::Ordering::Release);
        Ok((house, world))
    }

    async fn announce(&self, url: &str, house: &House, world: &World) -> Result<(), String> {
        say(&format!("\nAshwell, a place that does not exist, is at {url}\n"));
        say(&format!("Everybody's password: {}\n", seed::PASSWORD));
        let accounts: Vec<&seed::Person> = world.people.values().collect();
        for person in &accounts {
            say(&format!("  {:<8} {} {}", person.sign_in, person.name, person.about));
        }
        say(
            "\nAll of it is thrown away when you stop it with Ctrl-C. No real people here, please.",
        );
        let Some(path) = &self.facts else { return Ok(()) };
        let worker = world.people.get("sam").map(|it| it.account.as_str()).unwrap_or_default();
        let token = super::token::make(&house.state, worker, "demo", true).await?;
        let (password, ids) = (seed::PASSWORD, &world.ids);
        let facts = Facts { url: url.to_owned(), password, token, accounts, ids };
        let text = serde_json::to_string_pretty(&facts).map_err(|why| why.to_string())?;
        // Whoever waits for the file finds all of it.
        let draft = path.with_extension("part");
        std::fs::write(&draft, text)
            .and_then(|()| std::fs::rename(&draft, path))
            .map_err(|why| format!("{}: {why}", path.display()))
    }
}

fn throw_away() -> Result<PathBuf, String> {
    let name = format!("tributary-demo-{}", std::process::id());
    let folder = std::env::temp_dir().join(name);
    std::fs::create_dir_all(&folder).map_err(|why| format!("{}: {why}", folder.display()))?;
    Ok(folder)
}
