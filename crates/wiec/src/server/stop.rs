//! When to stop: at Ctrl+C, or when the system asks.

use std::io;

use tokio::sync::watch;

/// Tells everyone who waits that it is time.
#[derive(Clone, Debug)]
pub(super) struct Stop(watch::Receiver<bool>);

impl Stop {
    /// Waits until it is time.
    pub(super) async fn told(mut self) {
        // It also ends when nobody is left who could tell, which is the end of the program.
        let _ = self.0.wait_for(|told| *told).await;
    }
}

/// Listens for the signals from now on.
///
/// # Errors
///
/// If the system does not let us.
pub(super) fn when_told() -> io::Result<Stop> {
    let signalled = signalled()?;
    let (tell, told) = watch::channel(false);
    tokio::spawn(async move {
        signalled.await;
        tell.send_replace(true);
    });
    Ok(Stop(told))
}

#[cfg(unix)]
fn signalled() -> io::Result<impl Future<Output = ()> + Send> {
    use tokio::signal::unix::{SignalKind, signal};

    // Both are registered before the first request is served: afterwards no signal is lost.
    let mut interrupt = signal(SignalKind::interrupt())?;
    let mut terminate = signal(SignalKind::terminate())?;
    Ok(async move {
        tokio::select! {
            _ = interrupt.recv() => {}
            _ = terminate.recv() => {}
        }
    })
}

#[cfg(not(unix))]
fn signalled() -> io::Result<impl Future<Output = ()> + Send> {
    Ok(async {
        if tokio::signal::ctrl_c().await.is_err() {
            // Without signals the server runs until it is killed.
            std::future::pending::<()>().await;
        }
    })
}
