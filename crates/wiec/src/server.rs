//! The running server: pages, health and figures, chores in the background, and a graceful end.

mod chores;
mod health;
pub(crate) mod metrics;
mod stop;

use std::net::SocketAddr;

use anyhow::Context as _;
use tokio::net::TcpListener;
use wiec_jobs::Runner;
use wiec_kit::app::App;
use wiec_kit::{front, serve};
use wiec_model::Slug;

use crate::areas;
use crate::server::metrics::Figures;

/// What a server needs besides the app.
pub(crate) struct Server {
    /// Everything a handler can reach.
    pub(crate) app: App,
    /// Where pages are served.
    pub(crate) listener: TcpListener,
    /// Where figures are given, if anywhere.
    pub(crate) figures: Option<Figures>,
    /// What carries out jobs.
    pub(crate) runner: Runner,
    /// The congress at the front door, where one was chosen.
    pub(crate) preferred: Option<Slug>,
}

impl Server {
    /// Serves until the process is told to stop, lets the running answers finish, and closes the store.
    ///
    /// # Errors
    ///
    /// If signals cannot be listened for.
    pub(crate) async fn run(self) -> anyhow::Result<()> {
        let stop = stop::when_told().context("signals cannot be listened for")?;
        let app = self.app;
        let pages = health::route(app.store.clone()).merge(front::open(app.clone(), areas::routes));
        let chores = tokio::spawn(chores::forever(app.clone(), self.preferred));
        let jobs = tokio::spawn(self.runner.run(app.clone()));
        let figures = self
            .figures
            .map(|figures| tokio::spawn(figures.give(app.clone(), stop.clone().told())));
        serve::serve(app.clone(), self.listener, pages, stop.told()).await?;
        // What a chore or a job had begun to write is taken back, and done at the next start.
        for running in [chores, jobs] {
            running.abort();
            // Until then it may still ask the store something. That it was aborted is no news.
            let _ = running.await;
        }
        if let Some(figures) = figures {
            figures
                .await
                .context("the figures were not given to the end")?;
        }
        app.store.close().await;
        Ok(())
    }
}

/// Listens at `bind`.
///
/// # Errors
///
/// A sentence that says how to mend it.
pub(crate) async fn listen(bind: SocketAddr) -> anyhow::Result<TcpListener> {
    let mend = "stop what listens there, or choose another address";
    TcpListener::bind(bind)
        .await
        .with_context(|| format!("cannot listen at {bind} ({mend})"))
}
