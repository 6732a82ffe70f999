//! Several programs on one key store: what one of them destroys, the others forget.

use std::{sync::Arc, time::Duration};

use kernel::{Moment, Source, SpanOf};

use super::KeyStore;
use crate::log;

const EVERY: Duration = Duration::from_secs(1);

/// The clocks of two machines differ by less than this.
const CLOCKS: i64 = 5 * SpanOf::MINUTE;

/// Hears every second of keys that another program destroyed, for as long as this one runs.
pub(crate) async fn hear(keys: Arc<KeyStore>, source: Source) {
    let mut heard = source.now();
    loop {
        match since(&keys, heard).await {
            Ok(last) => heard = last,
            Err(cause) => log::later(&cause, "whose keys were destroyed could not be heard"),
        }
        tokio::time::sleep(EVERY).await;
    }
}

async fn since(keys: &KeyStore, heard: Moment) -> Result<Moment, crate::DbError> {
    keys.hear(heard.plus(-CLOCKS)).await
}
