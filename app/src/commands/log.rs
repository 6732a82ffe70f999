//! What operators read of the program's own comings and goings.

use std::net::SocketAddr;

pub(super) fn serving(address: SocketAddr) {
    tracing::info!(%address, "serving");
}

pub(super) fn stopping() {
    tracing::info!("stopping once what is under way is answered");
}

pub(super) fn rewrapped(keys: usize) {
    if keys > 0 {
        tracing::info!(keys, "every data key is now wrapped by the newest master key");
    }
}
