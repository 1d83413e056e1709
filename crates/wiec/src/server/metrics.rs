//! `/metrics`: figures about the server for Prometheus, at an address of their own.
//!
//! Not beside the pages, because they tell strangers how many visitors come and when.

use std::future::Future;
use std::io;
use std::net::SocketAddr;
use std::time::Duration;

use anyhow::Context as _;
use axum::Router;
use axum::extract::State;
use axum::http::header::CONTENT_TYPE;
use axum::response::IntoResponse;
use axum::routing::get;
use metrics_exporter_prometheus::{Matcher, PrometheusBuilder, PrometheusHandle};
use tokio::net::TcpListener;
use tokio::time::interval;
use wiec_kit::app::App;

use crate::server::listen;

/// Upper bounds of the histogram, in seconds: a page takes about a millisecond, a stuck one up to twenty seconds.
const SECONDS: [f64; 12] = [
    0.000_5, 0.001, 0.002_5, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1.0, 5.0, 20.0,
];
const SORT_EVERY: Duration = Duration::from_secs(5);
const TEXT: &str = "text/plain; version=0.0.4; charset=utf-8";

/// Figures that are gathered, and where they are given.
pub(crate) struct Figures {
    listener: TcpListener,
    gathered: PrometheusHandle,
}

impl Figures {
    /// Begins to gather figures, to be given at `bind`.
    ///
    /// # Errors
    ///
    /// A sentence if that address is taken.
    pub(crate) async fn gather(bind: SocketAddr) -> anyhow::Result<Self> {
        let listener = listen(bind).await.context("figures cannot be given")?;
        let builder = PrometheusBuilder::new();
        let builder = builder.set_buckets_for_metric(
            Matcher::Full("wiec_http_request_seconds".to_owned()),
            &SECONDS,
        )?;
        let gathered = builder.install_recorder()?;
        describe();
        Ok(Self { listener, gathered })
    }

    /// Where they are given.
    pub(crate) fn address(&self) -> io::Result<String> {
        Ok(format!("http://{}/metrics", self.listener.local_addr()?))
    }

    /// Gives them until `stop`.
    pub(super) async fn give(self, app: App, stop: impl Future<Output = ()> + Send + 'static) {
        let sorting = tokio::spawn(sort(self.gathered.clone()));
        let route = Router::new()
            .route("/metrics", get(figures))
            .with_state((self.gathered, app));
        let given = axum::serve(self.listener, route).with_graceful_shutdown(stop);
        if let Err(error) = given.await {
            tracing::error!(%error, "figures are not given any more");
        }
        sorting.abort();
    }
}

/// Sorts what was recorded into its buckets; where nobody asked for figures it would pile up for ever.
async fn sort(gathered: PrometheusHandle) {
    let mut time = interval(SORT_EVERY);
    loop {
        time.tick().await;
        gathered.run_upkeep();
    }
}

async fn figures(State((gathered, app)): State<(PrometheusHandle, App)>) -> impl IntoResponse {
    look(&app);
    ([(CONTENT_TYPE, TEXT)], gathered.render())
}

/// Records what is not counted as it happens.
fn look(app: &App) {
    metrics::counter!("wiec_store_queries_total").absolute(app.store.queries());
    for edition in app.editions.served().all() {
        let slug = edition.slug().to_string();
        metrics::gauge!("wiec_release_number", "congress" => slug)
            .set(f64::from(edition.release.number));
    }
}

fn describe() {
    metrics::describe_counter!(
        "wiec_http_requests_total",
        "Answers sent, by method, route and status."
    );
    metrics::describe_histogram!(
        "wiec_http_request_seconds",
        metrics::Unit::Seconds,
        "Time from a request to the head of its answer."
    );
    metrics::describe_counter!(
        "wiec_store_queries_total",
        "Statements sent to the database."
    );
    metrics::describe_gauge!(
        "wiec_release_number",
        "The release of each congress that the public sees."
    );
    metrics::describe_gauge!(
        "wiec_build_info",
        "Always 1; its label says which version runs."
    );
    metrics::gauge!("wiec_build_info", "version" => env!("CARGO_PKG_VERSION")).set(1.0);
}
