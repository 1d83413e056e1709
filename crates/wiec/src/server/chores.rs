//! What the server does by itself: look for new releases, keep their files up to date, forget what is past.

use std::time::Duration;

use tokio::time::{MissedTickBehavior, interval};
use wiec_kit::app::App;
use wiec_model::Slug;
use wiec_programme::release;

/// On a PostgreSQL server another process may have released something.
const LOOK_EVERY: Duration = Duration::from_secs(5);
const FORGET_EVERY: Duration = Duration::from_secs(60);

/// Does the chores until the task is aborted. What fails is logged and tried again.
pub(super) async fn forever(app: App, preferred: Option<Slug>) {
    let mut look = interval(LOOK_EVERY);
    let mut forget = interval(FORGET_EVERY);
    look.set_missed_tick_behavior(MissedTickBehavior::Delay);
    let mut files = Files::Unchecked;
    loop {
        tokio::select! {
            _ = look.tick() => {
                if refresh(&app, preferred.as_ref()).await {
                    files = Files::Unchecked;
                }
                if files == Files::Unchecked {
                    files = renew(&app).await;
                }
            }
            _ = forget.tick() => app.limits.forget_quiet(),
        }
    }
}

/// Whether the files of the releases were made for this site by this program.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Files {
    Unchecked,
    Fresh,
}

async fn refresh(app: &App, preferred: Option<&Slug>) -> bool {
    if let Err(error) = app.proposals.refresh(&app.store, &app.editions).await {
        tracing::error!(%error, "new proposals cannot be looked for");
    }
    match app.editions.refresh(&app.store, preferred).await {
        Ok(changed) => {
            if changed {
                tracing::info!("a new release is served");
            }
            changed
        }
        Err(error) => {
            tracing::error!(%error, "new releases cannot be looked for");
            false
        }
    }
}

async fn renew(app: &App) -> Files {
    match release::renew_exports(app).await {
        Ok(renewed) => {
            if renewed > 0 {
                tracing::info!(releases = renewed, "the files of releases were made anew");
            }
            Files::Fresh
        }
        Err(error) => {
            tracing::error!(%error, "the files of releases cannot be made anew");
            Files::Unchecked
        }
    }
}
