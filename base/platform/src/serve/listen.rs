//! Listening, with time limits on what has not said who it is yet, and a graceful end.

use std::{net::SocketAddr, time::Duration};

use hyper::server::conn::http1;
use hyper_util::{
    rt::{TokioIo, TokioTimer},
    server::graceful::GracefulShutdown,
    service::TowerToHyperService,
};
use tokio::net::{TcpListener, TcpStream};
use tower::ServiceExt as _;

use super::{Doors, Peer};
use crate::log;

/// How long a request's head may take to arrive.
const HEAD: Duration = Duration::from_secs(15);
/// How long answers under way may take once we stop.
const FAREWELL: Duration = Duration::from_secs(20);

/// A socket that is being listened on.
#[derive(Debug)]
pub struct Listening {
    listener: TcpListener,
    /// Where.
    pub address: SocketAddr,
}

/// Starts to listen.
pub async fn listen(address: &str) -> std::io::Result<Listening> {
    let listener = TcpListener::bind(address).await?;
    let address = listener.local_addr()?;
    Ok(Listening { listener, address })
}

impl Listening {
    /// Serves until `stop` is done, and then until what is under way is answered.
    pub async fn serve(self, doors: Doors, stop: impl Future<Output = ()>) {
        let graceful = GracefulShutdown::new();
        let accepting = accept(&self.listener, &doors, &graceful);
        tokio::select! {
            () = stop => {}
            () = accepting => {}
        }
        drop(self.listener);
        if tokio::time::timeout(FAREWELL, graceful.shutdown()).await.is_err() {
            log::news("some answers were still under way when we stopped");
        }
    }
}

/// Accepts connections for ever.
async fn accept(listener: &TcpListener, doors: &Doors, graceful: &GracefulShutdown) {
    loop {
        match listener.accept().await {
            Ok((socket, peer)) => connect(socket, peer, doors, graceful),
            Err(why) => {
                // Out of file descriptors, most likely: give others time to end.
                log::later(&why, "a connection could not be accepted");
                tokio::time::sleep(Duration::from_millis(100)).await;
            }
        }
    }
}

fn connect(socket: TcpStream, peer: SocketAddr, doors: &Doors, graceful: &GracefulShutdown) {
    // Small answers leave at once.
    socket.set_nodelay(true).unwrap_or_default();
    let doors = doors.clone();
    let service = tower::service_fn(move |mut request: hyper::Request<hyper::body::Incoming>| {
        request.extensions_mut().insert(Peer(peer.ip()));
        doors.router().oneshot(request.map(axum::body::Body::new))
    });
    // HTTP/1 alone: browsers speak HTTP/2 to the proxy that holds the certificate, and to wait for which of
    // them it will be would let whoever says nothing at all stay for ever.
    let mut builder = http1::Builder::new();
    builder.timer(TokioTimer::new()).header_read_timeout(HEAD);
    let served = builder.serve_connection(TokioIo::new(socket), TowerToHyperService::new(service));
    let served = graceful.watch(served);
    tokio::spawn(async move {
        // A connection that breaks off is the other end's affair.
        served.await.unwrap_or_default();
    });
}
