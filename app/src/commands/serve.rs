//! Serve the real thing.

use std::net::SocketAddr;

use platform::{
    serve::{Doors, Metrics, listen, metrics_router},
    session::password,
};

use super::log;
use crate::{House, Opening, house::real_source, settings::Settings, stores::stores};

/// Serves until it is told to stop.
///
/// # Errors
/// One line that says what could not be done.
pub async fn run(settings: Settings) -> Result<(), String> {
    let _lock = lock(&settings)?;
    let listening = listen(&settings.listen).await;
    let listening =
        listening.map_err(|why| format!("TRIBUTARY_LISTEN {}: {why}", settings.listen))?;
    let (doors, address) = (Doors::default(), listening.address);
    let stopped = stop();
    tokio::pin!(stopped);
    // Whoever asks while the house is being opened is told that it is not ready yet.
    let serving = listening.serve(doors.clone(), stopped.as_mut());
    tokio::pin!(serving);
    let house = tokio::select! {
        house = open(&settings, address) => house?,
        () = serving.as_mut() => return Ok(()),
    };
    if let Some(address) = &settings.metrics_listen {
        metrics(address).await?;
    }
    doors.open(house.router.clone());
    log::serving(address);
    serving.await;
    house.state.close().await;
    Ok(())
}

/// Opens the house, with every data key wrapped by the newest master key.
async fn open(settings: &Settings, address: SocketAddr) -> Result<House, String> {
    let (db, keys) = stores(settings).await?;
    let rewrapped = keys.rewrap().await.map_err(|why| why.to_string())?;
    log::rewrapped(rewrapped);
    let public_url = settings.public_url.clone();
    let code = password::one_time_code();
    let opening = Opening {
        db,
        keys,
        source: real_source(),
        public_url: public_url.unwrap_or_else(|| format!("http://{address}")),
        zone: settings.zone()?,
        second_step: true,
        trusted_proxies: settings.trusted_proxies.clone(),
        set_up_code: Some(code.clone()),
    };
    let house = House::open(opening).await?;
    let waits = !house.state.is_set_up().await.map_err(|why| why.to_string())?;
    if waits {
        say(&format!("Set up at {}/setup with the code {code}", house.state.public_url()));
    }
    Ok(house)
}

async fn metrics(address: &str) -> Result<(), String> {
    let counts = Metrics::install().map_err(|why| why.to_string())?;
    let listening = listen(address).await;
    let listening =
        listening.map_err(|why| format!("TRIBUTARY_METRICS_LISTEN {address}: {why}"))?;
    tokio::spawn(listening.serve(Doors::opened(metrics_router(counts)), std::future::pending()));
    Ok(())
}

/// One program a folder: SQLite has one writer.
pub(super) fn lock(settings: &Settings) -> Result<std::fs::File, String> {
    let folder = &settings.data;
    std::fs::create_dir_all(folder).map_err(|why| format!("{}: {why}", folder.display()))?;
    let path = folder.join("lock");
    let file = std::fs::File::create(&path).map_err(|why| format!("{}: {why}", path.display()))?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(_) => Err(format!("{}: another program serves this folder", folder.display())),
    }
}

#[expect(clippy::print_stdout, reason = "this is for whoever started the program")]
pub(super) fn say(line: &str) {
    println!("{line}");
}

/// Done when the program is asked to stop.
pub(super) async fn stop() {
    use tokio::signal::unix::{SignalKind, signal};
    let Ok(mut term) = signal(SignalKind::terminate()) else {
        return std::future::pending().await;
    };
    tokio::select! {
        _ = term.recv() => {}
        _ = tokio::signal::ctrl_c() => {}
    }
    log::stopping();
}
