//! Listening: connections that say nothing are closed, and going away lets the running answers finish.

use std::convert::Infallible;
use std::future::Future;
use std::io;
use std::net::SocketAddr;
use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use axum::body::{Body, Bytes, HttpBody};
use axum::http::{Request, Response};
use axum::{BoxError, Router};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio_io_timeout::TimeoutStream;
use tower::ServiceExt;

use crate::app::App;
use crate::front::Peer;

/// Connections at once; the kernel keeps the next ones waiting.
const CONNECTIONS: usize = 12_000;
/// A browser that takes no byte for so long holds our memory for nothing.
const READING_PATIENCE: Duration = Duration::from_secs(30);
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
    app: App,
    listener: TcpListener,
    pages: Router,
    stop: impl Future<Output = ()>,
) -> io::Result<()> {
    let connections = GracefulShutdown::new();
    let house = Arc::new(Semaphore::new(CONNECTIONS));
    let mut stop = pin!(stop);
    loop {
        tokio::select! {
            (seat, accepted) = accept(&listener, &house) => match accepted {
                Ok((stream, peer)) => {
                    let guest = Guest { peer: Peer(peer.ip()), seat };
                    talk(&app, &pages, stream, guest, &connections);
                }
                // Out of file handles, usually: wait until some connection ends.
                Err(error) => {
                    tracing::warn!(%error, "a connection could not be accepted");
                    tokio::time::sleep(Duration::from_millis(50)).await;
                }
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

/// Who is at the other end of a connection, and the seat they hold while it lasts.
struct Guest {
    peer: Peer,
    seat: OwnedSemaphorePermit,
}

/// Takes the next connection once there is a seat for it; until then the kernel lets it wait.
async fn accept(
    listener: &TcpListener,
    house: &Arc<Semaphore>,
) -> (OwnedSemaphorePermit, io::Result<(TcpStream, SocketAddr)>) {
    let seat = Arc::clone(house)
        .acquire_owned()
        .await
        .expect("the house is never closed");
    (seat, listener.accept().await)
}

fn talk(
    app: &App,
    pages: &Router,
    stream: TcpStream,
    guest: Guest,
    connections: &GracefulShutdown,
) {
    if let Err(error) = stream.set_nodelay(true) {
        tracing::debug!(%error, "a connection is gone already");
    }
    let mut stream = TimeoutStream::new(stream);
    stream.set_write_timeout(Some(READING_PATIENCE));
    let (app, pages) = (app.clone(), pages.clone());
    let Guest { peer, seat } = guest;
    let service = service_fn(move |request| answer(&app, &pages, peer, request));
    let connection = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(HEADER_PATIENCE)
        .serve_connection(TokioIo::new(Box::pin(stream)), service);
    let watched = connections.watch(connection);
    tokio::spawn(async move {
        if let Err(error) = watched.await {
            tracing::debug!(%error, "a connection ended early");
        }
        drop(seat);
    });
}

/// Repeats an answer that many ask for, or leads the request through the front door.
pub fn answer<B>(
    app: &App,
    pages: &Router,
    peer: Peer,
    mut request: Request<B>,
) -> impl Future<Output = Result<Response<Body>, Infallible>> + use<B>
where
    B: HttpBody<Data = Bytes> + Send + 'static,
    B::Error: Into<BoxError>,
{
    let way = match app.repeats.find(app, &request) {
        Some(response) => Ok(response),
        None => Err(pages.clone()),
    };
    request.extensions_mut().insert(peer);
    async move {
        match way {
            Ok(response) => Ok(response),
            Err(pages) => pages.oneshot(request.map(Body::new)).await,
        }
    }
}
