//! The runner: waits for the bell or for the time of the next job, takes one, carries it out, and says
//! what became of it.
//!
//! Several servers may run one each on the same database: a job is claimed by one of them at a time.

use std::time::Duration;

use anyhow::Error;
use jiff::{SignedDuration, Timestamp};
use wiec_kit::app::App;
use wiec_model::jobs::{Job, Next, after_attempt};
use wiec_store::{Actor, Claimed, Kind, StoreError, Topic};

use crate::daily;
use crate::post::Post;
use crate::send_mail;
use crate::tell_registered;
use crate::tell_remarked;
use crate::tell_submitted;

/// Longer than any job takes: what is claimed for longer belongs to a runner that died.
const LEASE: SignedDuration = SignedDuration::from_mins(5);
/// Another server's jobs do not ring our bell: we look for them at least this often.
const LOOK_AROUND: Duration = Duration::from_secs(30);
/// After a failure of the database itself.
const AFTER_FAILURE: Duration = Duration::from_secs(5);

/// What came of an attempt.
pub(crate) enum Outcome {
    /// It is done, or there is nothing left to do.
    Done,
    /// It failed in a way that may pass.
    Failed(Error),
    /// It failed in a way that will not.
    Hopeless(Error),
}

/// Carries out jobs.
#[derive(Debug)]
pub struct Runner {
    post: Option<Post>,
}

impl Runner {
    /// A runner that hands letters to this post office; without one they wait in the outbox.
    #[must_use]
    pub const fn new(post: Option<Post>) -> Self {
        Self { post }
    }

    /// Carries out jobs for ever; dropping the future is the way to end it. A job that is being
    /// carried out then is taken over at the next start, on `PostgreSQL` when its lease is over.
    pub async fn run(self, app: App) {
        let mut bell = app.store.bell().listen();
        if let Err(error) = self.begin(&app).await {
            tracing::error!(cause = format!("{error:#}"), "jobs could not be begun");
        }
        loop {
            let pause = match self.run_due(&app).await {
                Ok(()) => until_next(&app).await,
                Err(error) => {
                    tracing::error!(cause = format!("{error:#}"), "jobs could not be looked at");
                    AFTER_FAILURE
                }
            };
            tokio::select! {
                rung = bell.hears(&[Topic::Jobs]) => if !rung { return },
                () = tokio::time::sleep(pause) => {}
            }
        }
    }

    /// Carries out everything that is due by now, one after the other.
    ///
    /// # Errors
    ///
    /// [`StoreError`] if the queue itself cannot be read or written.
    pub async fn run_due(&self, app: &App) -> Result<(), StoreError> {
        while let Some(claimed) = claim(app).await? {
            let outcome = match &claimed.job {
                Job::SendMail { mail, .. } => send_mail::run(app, self.post.as_ref(), *mail).await,
                Job::TellRemarked {
                    congress,
                    remark,
                    about,
                } => tell_remarked::run(app, congress, *remark, *about).await,
                Job::TellSubmitted {
                    congress,
                    submission,
                    about,
                } => tell_submitted::run(app, congress, *submission, about).await,
                Job::TellRegistered {
                    congress,
                    registration,
                    about,
                } => tell_registered::run(app, congress, *registration, *about).await,
                Job::Daily { .. } => daily::run(app).await,
            };
            match settle(app, &claimed, outcome).await {
                // Its lease ran out, and somebody else has it.
                Err(StoreError::Stale) => {}
                settled => settled?,
            }
        }
        Ok(())
    }

    /// Asks for what has to be asked for at each start: the daily chores, and letters that waited for
    /// a post office. What a server had in hand when it was killed is free again at once where no other
    /// server can have it: an `SQLite` file is one process' own.
    ///
    /// # Errors
    ///
    /// [`StoreError`] if it cannot be written.
    pub async fn begin(&self, app: &App) -> Result<(), StoreError> {
        let now = app.clock.now();
        let mut tx = app.store.begin(Actor::System, now).await?;
        let day = jiff::tz::TimeZone::UTC.to_datetime(now).date();
        if app.store.kind() == Kind::Sqlite {
            tx.jobs().end_leases().await?;
        }
        tx.jobs().enqueue(&Job::Daily { day }).await?;
        if self.post.is_some() {
            tx.mails().ask_again().await?;
        }
        tx.commit().await
    }
}

async fn claim(app: &App) -> Result<Option<Claimed>, StoreError> {
    let mut tx = app.store.begin(Actor::System, app.clock.now()).await?;
    let claimed = tx.jobs().claim(LEASE).await?;
    tx.commit().await?;
    Ok(claimed)
}

async fn settle(app: &App, claimed: &Claimed, outcome: Outcome) -> Result<(), StoreError> {
    let now = app.clock.now();
    let kind = claimed.job.kind();
    let mut tx = app.store.begin(Actor::System, now).await?;
    let (next, problem) = match outcome {
        Outcome::Done => {
            metrics::counter!("wiec_jobs_total", "kind" => kind, "outcome" => "done").increment(1);
            tx.jobs().done(claimed).await?;
            return tx.commit().await;
        }
        Outcome::Failed(error) => (after_attempt(claimed.attempt), format!("{error:#}")),
        Outcome::Hopeless(error) => (Next::GiveUp, format!("{error:#}")),
    };
    match next {
        Next::Retry(wait) => {
            metrics::counter!("wiec_jobs_total", "kind" => kind, "outcome" => "retry").increment(1);
            tracing::warn!(
                job.kind = kind,
                job.attempt = claimed.attempt,
                problem,
                "a job failed and is tried again"
            );
            let again = now.saturating_add(wait).unwrap_or(Timestamp::MAX);
            tx.jobs().retry(claimed, again, &problem).await?;
        }
        Next::GiveUp => {
            metrics::counter!("wiec_jobs_total", "kind" => kind, "outcome" => "dead").increment(1);
            tracing::error!(
                job.kind = kind,
                job.attempt = claimed.attempt,
                problem,
                "a job was given up"
            );
            if let Job::SendMail { mail, .. } = &claimed.job {
                tx.mails().mark_failed(*mail, &problem).await?;
            }
            tx.jobs().give_up(claimed, &problem).await?;
        }
    }
    tx.commit().await
}

/// How long until the next job is due, and no longer than until we look around.
async fn until_next(app: &App) -> Duration {
    let next = app.store.jobs().next_at().await.ok().flatten();
    let wait = next.map(|at| at.duration_since(app.clock.now()));
    wait.and_then(|wait| Duration::try_from(wait).ok())
        .map_or(LOOK_AROUND, |wait| wait.min(LOOK_AROUND))
}
