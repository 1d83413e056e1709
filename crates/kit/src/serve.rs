//! Listening: connections that say nothing are closed, and going away lets the running answers finish.

use std::future::Future;
use std::io;
use std::pin::pin;
use std::time::Duration;

use axum::{Extension, Router};
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use hyper_util::service::TowerToHyperService;
use tokio::net::{TcpListener, TcpStream};

use crate::front::Peer;

/// A browser that takes longer to say what it wants is gone, or means no good.
const HEADER_PATIENCE: Duration = Duration::from_secs(30);
/// How long running answers may take once the program is told to stop.
const FAREWELL: Duration = Duration::from_secs(10);

/// Serves `pages` on `listener` until `stop` is ready, then lets the running answers finish.
///
/// # Errors
///
/// Never at present; accepting goes on after a failed connection.
pub async fn serve(
    listener: TcpListener,
    pages: Router,
    stop: impl Future<Output = ()>,
) -> io::Result<()> {
    let connections = GracefulShutdown::new();
    let mut stop = pin!(stop);
    loop {
        tokio::select! {
            accepted = listener.accept() => match accepted {
                Ok((stream, peer)) => talk(stream, Peer(peer.ip()), &pages, &connections),
                // Out of file handles, usually: wait until some connection ends.
                Err(error) => { tracing::warn!(%error, "a connection could not be accepted"); tokio::time::sleep(Duration::from_millis(50)).await; }
            },
            () = &mut stop => break,
        }
    }
    drop(listener);
    if tokio::time::timeout(FAREWELL, connections.shutdown())
        .await
        .is_err()
    {
        tracing::warn!(
            "some answers were cut off after {} seconds",
            FAREWELL.as_secs()
        );
    }
    Ok(())
}

fn talk(stream: TcpStream, peer: Peer, pages: &Router, connections: &GracefulShutdown) {
    if let Err(error) = stream.set_nodelay(true) {
        tracing::debug!(%error, "a connection is gone already");
    }
    let service = TowerToHyperService::new(pages.clone().layer(Extension(peer)));
    let connection = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(HEADER_PATIENCE)
        .serve_connection(TokioIo::new(stream), service);
    let watched = connections.watch(connection);
    tokio::spawn(async move {
        if let Err(error) = watched.await {
            tracing::debug!(%error, "a connection ended early");
        }
    });
}
