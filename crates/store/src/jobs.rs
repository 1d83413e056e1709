//! What is to be done later: enqueued in the transaction of its cause, claimed by whoever runs jobs.
//!
//! A job is claimed for a time, its lease; if its runner dies, the lease runs out and another takes
//! it. What is done leaves no row; what was given up stays until someone tries it again.

use jiff::{SignedDuration, Timestamp};
use sea_orm::sea_query::{Expr, ExprTrait, LockBehavior, LockType, OnConflict};
use sea_orm::{
    ActiveValue, ColumnTrait, Condition, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder,
    QuerySelect, Select,
};
use serde_json::json;
use wiec_model::Slug;
use wiec_model::jobs::{About, Job};
use wiec_model::registration::Registration;

use crate::bell::Topic;
use crate::column::{Micros, Row, json as text};
use crate::error::StoreError;
use crate::history::{self, Act};
use crate::id;
use crate::store::Store;
use crate::tables::jobs::{ActiveModel, Column, Entity, Model};
use crate::tx::Tx;

/// Jobs in one statement.
const AT_ONCE: usize = 100;

/// A job that someone is to carry out now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claimed {
    /// What is to be done.
    pub job: Job,
    /// Which attempt this is, counted from 1.
    pub attempt: u32,
    key: String,
    asked: i64,
    leased_until: Micros,
}

/// A job that was given up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeadJob {
    /// What it goes by.
    pub key: String,
    /// What was to be done.
    pub job: Job,
    /// How often it was tried.
    pub attempts: u32,
    /// What went wrong the last time.
    pub problem: String,
    /// When it was enqueued.
    pub created_at: Timestamp,
    /// When it was given up.
    pub dead_at: Timestamp,
}

/// How much there is to do.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct JobCounts {
    /// Jobs that wait for their time.
    pub waiting: u64,
    /// Jobs that wait after an attempt that failed.
    pub retrying: u64,
    /// Jobs that were given up.
    pub dead: u64,
}

/// Whose jobs are wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum JobsOf<'a> {
    /// Those of one congress.
    Congress(&'a Slug),
    /// All of the installation.
    Everyone,
}

impl JobsOf<'_> {
    fn condition(self) -> Condition {
        match self {
            Self::Congress(congress) => {
                Condition::all().add(Column::CongressId.eq(id::congress(congress)))
            }
            Self::Everyone => Condition::all(),
        }
    }
}

/// Reads jobs.
#[derive(Debug)]
pub struct Jobs<'a>(pub(crate) &'a Store);

impl Jobs<'_> {
    /// When the next job can be claimed; it may be past already. `None` when there is none.
    ///
    /// # Errors
    ///
    /// [`StoreError::Driver`].
    #[tracing::instrument(name = "store.jobs.next_at", skip_all)]
    pub async fn next_at(&self) -> Result<Option<Timestamp>, StoreError> {
        let free = Entity::find()
            .select_only()
            .column_as(Column::RunAt.min(), "at")
            .filter(Column::DeadAt.is_null())
            .filter(Column::LeasedUntil.is_null());
        let leased = Entity::find()
            .select_only()
            .column_as(Column::LeasedUntil.min(), "at")
            .filter(Column::DeadAt.is_null())
            .filter(Column::LeasedUntil.is_not_null());
        let (free, leased) = (self.instant(free).await?, self.instant(leased).await?);
        Ok(free.into_iter().chain(leased).min())
    }

    /// At most `limit` of the jobs that were given up, the latest first.
    ///
    /// # Errors
    ///
    /// [`StoreError::Driver`], or [`StoreError::Inconsistent`] if one cannot be read.
    #[tracing::instrument(name = "store.jobs.dead", skip_all)]
    pub async fn dead(&self, of: JobsOf<'_>, limit: u64) -> Result<Vec<DeadJob>, StoreError> {
        let rows = Entity::find()
            .filter(of.condition())
            .filter(Column::DeadAt.is_not_null())
            .order_by_desc(Column::DeadAt)
            .order_by_asc(Column::Key)
            .limit(limit)
            .all(self.0.reader())
            .await?;
        rows.into_iter().map(read_dead).collect()
    }

    /// One job that was given up, by its key.
    ///
    /// # Errors
    ///
    /// As [`Jobs::dead`].
    #[tracing::instrument(name = "store.jobs.find_dead", skip_all)]
    pub async fn find_dead(
        &self,
        of: JobsOf<'_>,
        key: &str,
    ) -> Result<Option<DeadJob>, StoreError> {
        let row = Entity::find_by_id(key)
            .filter(of.condition())
            .filter(Column::DeadAt.is_not_null())
            .one(self.0.reader())
            .await?;
        row.map(read_dead).transpose()
    }

    /// How much there is to do.
    ///
    /// # Errors
    ///
    /// [`StoreError::Driver`].
    #[tracing::instrument(name = "store.jobs.counts", skip_all)]
    pub async fn counts(&self, of: JobsOf<'_>) -> Result<JobCounts, StoreError> {
        let count = |filter: Condition| {
            let some = Entity::find().filter(of.condition()).filter(filter);
            some.count(self.0.reader())
        };
        let alive = || Condition::all().add(Column::DeadAt.is_null());
        Ok(JobCounts {
            waiting: count(alive().add(Column::Problem.is_null())).await?,
            retrying: count(alive().add(Column::Problem.is_not_null())).await?,
            dead: count(Condition::all().add(Column::DeadAt.is_not_null())).await?,
        })
    }

    async fn instant(&self, query: Select<Entity>) -> Result<Option<Timestamp>, StoreError> {
        let found: Option<Option<Micros>> = query.into_tuple().one(self.0.reader()).await?;
        let row = Row::new("jobs", "next");
        found
            .flatten()
            .map(|at| row.instant("run_at", at))
            .transpose()
    }
}

/// Writes jobs.
#[derive(Debug)]
pub struct JobWriter<'a>(pub(crate) &'a mut Tx);

impl JobWriter<'_> {
    /// Enqueues a job for now. If one of its key is known, that one is asked for again: it runs once
    /// more even if it is running now, and begins afresh if it was given up.
    ///
    /// # Errors
    ///
    /// [`StoreError::Conflict`] if its congress does not exist; [`StoreError::Driver`].
    #[tracing::instrument(name = "store.jobs.enqueue", skip_all, fields(job.kind = job.kind()))]
    pub async fn enqueue(&mut self, job: &Job) -> Result<(), StoreError> {
        let at = self.0.at;
        self.enqueue_at(job, at).await
    }

    /// Has everybody written to who waited for a place and has one now.
    ///
    /// # Errors
    ///
    /// As [`JobWriter::enqueue`].
    pub async fn tell_promoted(&mut self, promoted: &[Registration]) -> Result<(), StoreError> {
        let letters: Vec<Job> = promoted
            .iter()
            .map(|registration| Job::TellRegistered {
                congress: registration.congress.clone(),
                registration: registration.id,
                about: About::Decision,
            })
            .collect();
        self.enqueue_all(&letters).await
    }

    /// As [`JobWriter::enqueue`], for later.
    ///
    /// # Errors
    ///
    /// As [`JobWriter::enqueue`].
    pub async fn enqueue_at(&mut self, job: &Job, run_at: Timestamp) -> Result<(), StoreError> {
        self.insert(std::slice::from_ref(job), run_at).await
    }

    /// Enqueues many for now, in few statements.
    ///
    /// # Errors
    ///
    /// As [`JobWriter::enqueue`].
    #[tracing::instrument(name = "store.jobs.enqueue_all", skip_all)]
    pub async fn enqueue_all(&mut self, jobs: &[Job]) -> Result<(), StoreError> {
        let at = self.0.at;
        for some in jobs.chunks(AT_ONCE) {
            self.insert(some, at).await?;
        }
        Ok(())
    }

    /// Takes the job that has waited longest and may run now, for as long as `lease`; `None` when
    /// there is none. Nobody else gets it meanwhile.
    ///
    /// # Errors
    ///
    /// [`StoreError::Driver`], or [`StoreError::Inconsistent`] if it cannot be read.
    #[tracing::instrument(name = "store.jobs.claim", skip_all)]
    pub async fn claim(&mut self, lease: SignedDuration) -> Result<Option<Claimed>, StoreError> {
        let now = Micros::from(self.0.at);
        let free = Condition::any()
            .add(Column::LeasedUntil.is_null())
            .add(Column::LeasedUntil.lte(now));
        // On PostgreSQL several servers ask at once and none waits for another; on SQLite there is
        // one writer, and the words for it are left out.
        let row = Entity::find()
            .filter(Column::DeadAt.is_null())
            .filter(Column::RunAt.lte(now))
            .filter(free)
            .order_by_asc(Column::RunAt)
            .order_by_asc(Column::CreatedAt)
            .lock_with_behavior(LockType::Update, LockBehavior::SkipLocked)
            .limit(1)
            .one(&self.0.tx)
            .await?;
        let Some(row) = row else { return Ok(None) };
        let until = self.0.at.saturating_add(lease).unwrap_or(Timestamp::MAX);
        let leased_until = Micros::from(until);
        // Counted before it runs: one that kills its process is given up like any other.
        Entity::update_many()
            .col_expr(Column::LeasedUntil, Expr::value(leased_until))
            .col_expr(Column::Attempts, Expr::value(row.attempts + 1))
            .filter(Column::Key.eq(&row.key))
            .exec(&self.0.tx)
            .await?;
        let of = Row::new("jobs", &row.key);
        Ok(Some(Claimed {
            job: of.json("job", &row.job)?,
            attempt: of.number("attempts", row.attempts + 1)?,
            asked: row.asked,
            leased_until,
            key: row.key,
        }))
    }

    /// Notes that a job is done. If it was asked for again meanwhile, it waits again.
    ///
    /// # Errors
    ///
    /// [`StoreError::Stale`] if its lease ran out and someone else has it; [`StoreError::Driver`].
    #[tracing::instrument(name = "store.jobs.done", skip_all)]
    pub async fn done(&mut self, claimed: &Claimed) -> Result<(), StoreError> {
        let deleted = Entity::delete_many()
            .filter(held(claimed))
            .filter(Column::Asked.eq(claimed.asked))
            .exec(&self.0.tx)
            .await?;
        if deleted.rows_affected == 1 {
            return Ok(());
        }
        self.0.touch(Topic::Jobs);
        let again = Entity::update_many()
            .col_expr(Column::LeasedUntil, Expr::value(None::<i64>))
            .col_expr(Column::Attempts, Expr::value(0))
            .filter(held(claimed))
            .exec(&self.0.tx)
            .await?;
        exactly_one(again.rows_affected)
    }

    /// Notes that an attempt failed, and that the next one is at `run_at`.
    ///
    /// # Errors
    ///
    /// As [`JobWriter::done`].
    #[tracing::instrument(name = "store.jobs.retry", skip_all)]
    pub async fn retry(
        &mut self,
        claimed: &Claimed,
        run_at: Timestamp,
        problem: &str,
    ) -> Result<(), StoreError> {
        self.0.touch(Topic::Jobs);
        let waiting = Entity::update_many()
            .col_expr(Column::LeasedUntil, Expr::value(None::<i64>))
            .col_expr(Column::RunAt, Expr::value(Micros::from(run_at)))
            .col_expr(Column::Problem, Expr::value(problem))
            .filter(held(claimed))
            .exec(&self.0.tx)
            .await?;
        exactly_one(waiting.rows_affected)
    }

    /// Notes that a job is not tried any more: people have to look at it.
    ///
    /// # Errors
    ///
    /// As [`JobWriter::done`].
    #[tracing::instrument(name = "store.jobs.give_up", skip_all)]
    pub async fn give_up(&mut self, claimed: &Claimed, problem: &str) -> Result<(), StoreError> {
        let dead = Entity::update_many()
            .col_expr(Column::LeasedUntil, Expr::value(None::<i64>))
            .col_expr(Column::DeadAt, Expr::value(Micros::from(self.0.at)))
            .col_expr(Column::Problem, Expr::value(problem))
            .filter(held(claimed))
            .exec(&self.0.tx)
            .await?;
        exactly_one(dead.rows_affected)
    }

    /// Tries a job again that was given up; `false` if there is none of this key.
    ///
    /// # Errors
    ///
    /// [`StoreError::Driver`].
    #[tracing::instrument(name = "store.jobs.try_again", skip_all)]
    pub async fn try_again(&mut self, of: JobsOf<'_>, key: &str) -> Result<bool, StoreError> {
        let row = Entity::find_by_id(key)
            .filter(of.condition())
            .filter(Column::DeadAt.is_not_null())
            .one(&self.0.tx)
            .await?;
        let Some(row) = row else { return Ok(false) };
        let job: Job = Row::new("jobs", key).json("job", &row.job)?;
        self.enqueue(&job).await?;
        let details = json!({ "attempts": { "from": row.attempts, "to": 0 } });
        let subject = format!("job {key}");
        history::append(self.0, row.congress_id, Act::RetryJob, subject, &details).await?;
        Ok(true)
    }

    /// Takes back what is not to be done after all; nothing happens if there is none of this key.
    ///
    /// # Errors
    ///
    /// [`StoreError::Driver`].
    #[tracing::instrument(name = "store.jobs.cancel", skip_all)]
    pub async fn cancel(&mut self, key: &str) -> Result<(), StoreError> {
        Entity::delete_by_id(key).exec(&self.0.tx).await?;
        Ok(())
    }

    /// Ends all leases: whoever had them is gone. Only for the one process that has the folder.
    ///
    /// # Errors
    ///
    /// [`StoreError::Driver`].
    #[tracing::instrument(name = "store.jobs.end_leases", skip_all)]
    pub async fn end_leases(&mut self) -> Result<u64, StoreError> {
        let ended = Entity::update_many()
            .col_expr(Column::LeasedUntil, Expr::value(None::<i64>))
            .filter(Column::LeasedUntil.is_not_null())
            .exec(&self.0.tx)
            .await?;
        Ok(ended.rows_affected)
    }

    async fn insert(&mut self, jobs: &[Job], run_at: Timestamp) -> Result<(), StoreError> {
        if jobs.is_empty() {
            return Ok(());
        }
        self.0.touch(Topic::Jobs);
        let rows = jobs.iter().map(|job| ActiveModel {
            key: ActiveValue::Set(job.key()),
            kind: ActiveValue::Set(job.kind().to_owned()),
            job: ActiveValue::Set(text(job)),
            congress_id: ActiveValue::Set(job.congress().map(id::congress)),
            asked: ActiveValue::Set(1),
            run_at: ActiveValue::Set(run_at.into()),
            attempts: ActiveValue::Set(0),
            leased_until: ActiveValue::Set(None),
            problem: ActiveValue::Set(None),
            dead_at: ActiveValue::Set(None),
            created_at: ActiveValue::Set(self.0.at.into()),
        });
        let again = OnConflict::column(Column::Key)
            .update_columns([
                Column::Job,
                Column::RunAt,
                Column::Attempts,
                Column::Problem,
                Column::DeadAt,
            ])
            .value(Column::Asked, Expr::col((Entity, Column::Asked)).add(1))
            .to_owned();
        Entity::insert_many(rows)
            .on_conflict(again)
            .exec_without_returning(&self.0.tx)
            .await?;
        Ok(())
    }
}

fn held(claimed: &Claimed) -> Condition {
    Condition::all()
        .add(Column::Key.eq(&claimed.key))
        .add(Column::LeasedUntil.eq(claimed.leased_until))
}

const fn exactly_one(rows: u64) -> Result<(), StoreError> {
    if rows == 1 {
        Ok(())
    } else {
        Err(StoreError::Stale)
    }
}

fn read_dead(job: Model) -> Result<DeadJob, StoreError> {
    let row = Row::new("jobs", &job.key);
    let dead_at = job.dead_at.ok_or_else(|| row.wrong("dead_at"))?;
    Ok(DeadJob {
        job: row.json("job", &job.job)?,
        attempts: row.number("attempts", job.attempts)?,
        problem: job.problem.unwrap_or_default(),
        created_at: row.instant("created_at", job.created_at)?,
        dead_at: row.instant("dead_at", dead_at)?,
        key: job.key,
    })
}
