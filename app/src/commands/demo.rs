//! Serve a fictional place, from a throw-away folder, with an account for each kind of user.

use std::{path::PathBuf, sync::Arc};

use clap::Args;
use kernel::{Clock, Moment, SeededEntropy, SetClock, Source};
use platform::serve::{Doors, listen};
use seed::{Size, Teller, World};

use super::serve::{say, stop};
use crate::{House, Opening, settings::Settings, stores::stores};

/// Serve a fictional place.
#[derive(Args, Debug)]
pub struct Demo {
    /// Writes the address and the accounts into this file, as JSON, once all is ready.
    #[arg(long)]
    facts: Option<PathBuf>,
    /// The seed of ids and of what people happen to say.
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// How much there is: `people`, `story`, or `bench` for measuring speed.
    #[arg(long, default_value = "story", value_parser = size)]
    size: Size,
    /// The address of an empty PostgreSQL database to tell it into, instead of a file. It is left
    /// as it is at the end.
    #[arg(long)]
    database: Option<String>,
}

fn size(name: &str) -> Result<Size, String> {
    let sizes = Size::ALL.map(Size::name).join(", ");
    let found = Size::ALL.into_iter().find(|it| it.name() == name);
    found.ok_or_else(|| format!("there are: {sizes}"))
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
        let served = self.serve(self.apart(settings, folder.clone())).await;
        // Also when it could not be told: its keys are in there.
        let gone = std::fs::remove_dir_all(&folder);
        served?;
        gone.map_err(|why| format!("{}: {why}", folder.display()))
    }

    async fn serve(&self, settings: Settings) -> Result<(), String> {
        let listening = listen(&settings.listen).await;
        let listening = listening.map_err(|why| {
            format!("{}: {why}. Set TRIBUTARY_LISTEN to another address", settings.listen)
        })?;
        let url = format!("http://{}", listening.address);
        let (house, world) = self.open(&settings, url.clone()).await?;
        self.announce(&url, &house, &world).await?;
        listening.serve(Doors::opened(house.router.clone()), stop()).await;
        house.state.close().await;
        Ok(())
    }

    /// Nothing of what the settings say is kept is touched: a demo has its own of everything.
    fn apart(&self, settings: Settings, data: PathBuf) -> Settings {
        let database_url = self.database.clone();
        let (keys_url, master_key, master_key_file) = (None, None, None);
        Settings { data, database_url, keys_url, master_key, master_key_file, ..settings }
    }

    async fn open(&self, settings: &Settings, url: String) -> Result<(House, World), String> {
        let (db, keys) = stores(settings).await?;
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
        if house.state.is_set_up().await.map_err(|why| why.to_string())? {
            return Err("--database: somebody uses this database already; name an empty one".into());
        }
        let teller = Teller::new(house.router.clone(), story, today).with_seed(self.seed);
        let world = teller.tell(self.size, &code).await.map_err(|why| why.to_string())?;
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
        let token = super::token::make(&house.program, worker, "demo", true).await?;
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
    use std::os::unix::fs::DirBuilderExt as _;
    // A name that nobody can guess and be there first; nobody else reads what is in it.
    let name = format!("tributary-demo-{}", platform::secret::token());
    let folder = std::env::temp_dir().join(name);
    let made = std::fs::DirBuilder::new().mode(0o700).create(&folder);
    made.map_err(|why| format!("{}: {why}", folder.display()))?;
    Ok(folder)
}
