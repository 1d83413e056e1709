//! The steps of the schema, oldest first. One dated file each; applied files are never edited.
//!
//! Constraints are named as PostgreSQL would name them (`rooms_congress_id_slug_key`), on both
//! databases, so that a conflict can be told by the same name.

mod m20261123_000001_congresses;
mod m20261123_000002_sessions;
mod m20261123_000003_proposals;
mod m20261123_000004_schedules;
mod m20261123_000005_released_schedules_never_change;
mod m20261123_000006_favourites;
mod m20261123_000007_history;
mod m20261127_000008_accounts;
mod m20261127_000009_logins;
mod m20261127_000010_history_names_accounts;
mod m20261127_000020_jobs;
mod m20261127_000021_mails;
mod m20261127_000022_unsubscriptions;
mod m20261127_000030_contacts;
mod m20261127_000031_availabilities;
mod m20261127_000032_confirmations;
mod m20261127_000040_registrations;
mod m20261127_000050_notices;
mod m20261127_000060_accounts_say_when_they_were_used;
mod m20261128_000070_challenges_say_more;
mod m20261128_000071_register;
mod m20261128_000072_remarks;
mod m20261128_000073_register_reports;
mod m20261128_000074_published_words_never_change;
mod m20261128_000075_register_uploads;
mod m20261128_000080_calls;
mod m20261128_000081_submissions;
mod m20261128_000082_reviews;
mod m20261128_000083_speakers;
mod m20261128_000084_register_stirred;
mod m20261128_000085_talks_say_who_tells_them;

use sea_orm::sea_query::Index;
use sea_orm::{ConnectionTrait, DatabaseTransaction, EntityTrait, QueryOrder, Statement};
use sea_orm_migration::prelude::{ForeignKey, ForeignKeyCreateStatement, IndexCreateStatement, *};
use sea_orm_migration::seaql_migrations;

use crate::error::StoreError;
use crate::location::Kind;

/// What keeps two processes from migrating one PostgreSQL database at once: any number, always this.
const ADVISORY_LOCK: i64 = 0x7769_6563;

/// All steps.
pub(crate) struct Steps;

#[async_trait::async_trait]
impl MigratorTrait for Steps {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![
            Box::new(m20261123_000001_congresses::Migration),
            Box::new(m20261123_000002_sessions::Migration),
            Box::new(m20261123_000003_proposals::Migration),
            Box::new(m20261123_000004_schedules::Migration),
            Box::new(m20261123_000005_released_schedules_never_change::Migration),
            Box::new(m20261123_000006_favourites::Migration),
            Box::new(m20261123_000007_history::Migration),
            Box::new(m20261127_000008_accounts::Migration),
            Box::new(m20261127_000009_logins::Migration),
            Box::new(m20261127_000010_history_names_accounts::Migration),
            Box::new(m20261127_000020_jobs::Migration),
            Box::new(m20261127_000021_mails::Migration),
            Box::new(m20261127_000022_unsubscriptions::Migration),
            Box::new(m20261127_000030_contacts::Migration),
            Box::new(m20261127_000031_availabilities::Migration),
            Box::new(m20261127_000032_confirmations::Migration),
            Box::new(m20261127_000040_registrations::Migration),
            Box::new(m20261127_000050_notices::Migration),
            Box::new(m20261127_000060_accounts_say_when_they_were_used::Migration),
            Box::new(m20261128_000070_challenges_say_more::Migration),
            Box::new(m20261128_000071_register::Migration),
            Box::new(m20261128_000072_remarks::Migration),
            Box::new(m20261128_000073_register_reports::Migration),
            Box::new(m20261128_000074_published_words_never_change::Migration),
            Box::new(m20261128_000075_register_uploads::Migration),
            Box::new(m20261128_000080_calls::Migration),
            Box::new(m20261128_000081_submissions::Migration),
            Box::new(m20261128_000082_reviews::Migration),
            Box::new(m20261128_000083_speakers::Migration),
            Box::new(m20261128_000084_register_stirred::Migration),
            Box::new(m20261128_000085_talks_say_who_tells_them::Migration),
        ]
    }
}

/// What a database has and lacks of our steps.
#[derive(Debug)]
pub(crate) struct State {
    /// Steps that this program has and the database lacks, oldest first.
    pub(crate) pending: Vec<String>,
    /// Steps that the database has and this program does not know.
    pub(crate) unknown: Vec<String>,
}

/// Compares a database with our steps; changes nothing.
pub(crate) async fn state<C: ConnectionTrait>(db: &C, kind: Kind) -> Result<State, StoreError> {
    let ours: Vec<String> = Steps::migrations()
        .iter()
        .map(|step| step.name().to_owned())
        .collect();
    let theirs = if is_installed(db, kind).await? {
        applied(db).await?
    } else {
        Vec::new()
    };
    Ok(State {
        pending: ours
            .iter()
            .filter(|step| !theirs.contains(step))
            .cloned()
            .collect(),
        unknown: theirs
            .into_iter()
            .filter(|step| !ours.contains(step))
            .collect(),
    })
}

/// Applies what is pending, all of it or nothing, and says how many steps that were.
///
/// Everything happens in the caller's transaction: a step that fails half-way, or a process that
/// is killed, leaves the schema as it was.
pub(crate) async fn apply(tx: &DatabaseTransaction, kind: Kind) -> Result<usize, StoreError> {
    if kind == Kind::Postgres {
        let lock = format!("SELECT pg_advisory_xact_lock({ADVISORY_LOCK})");
        tx.execute_raw(Statement::from_string(tx.get_database_backend(), lock))
            .await?;
    }
    let pending = state(tx, kind).await?.pending;
    Steps::up(tx, None).await?;
    Ok(pending.len())
}

async fn applied<C: ConnectionTrait>(db: &C) -> Result<Vec<String>, StoreError> {
    let steps = seaql_migrations::Entity::find()
        .order_by_asc(seaql_migrations::Column::Version)
        .all(db)
        .await?;
    Ok(steps.into_iter().map(|step| step.version).collect())
}

async fn is_installed<C: ConnectionTrait>(db: &C, kind: Kind) -> Result<bool, StoreError> {
    let question = match kind {
        Kind::Sqlite => {
            "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'seaql_migrations'"
        }
        Kind::Postgres => "SELECT 1 WHERE to_regclass('seaql_migrations') IS NOT NULL",
    };
    let answer = db
        .query_one_raw(Statement::from_string(db.get_database_backend(), question))
        .await?;
    Ok(answer.is_some())
}

/// The combination of `columns` occurs once.
fn unique(table: &'static str, columns: &[&'static str]) -> IndexCreateStatement {
    let mut index = Index::create()
        .unique()
        .name(format!("{table}_{}_key", columns.join("_")))
        .to_owned();
    for column in columns {
        index.col(*column);
    }
    index
}

/// The rows are known by `columns` together.
fn primary(table: &'static str, columns: &[&'static str]) -> IndexCreateStatement {
    let mut index = Index::create().name(format!("{table}_pkey")).to_owned();
    for column in columns {
        index.col(*column);
    }
    index
}

/// `column` names a row of `target`, which cannot be deleted meanwhile.
fn reference(
    table: &'static str,
    column: &'static str,
    target: &'static str,
) -> ForeignKeyCreateStatement {
    let name = format!("{table}_{column}_fkey");
    ForeignKey::create()
        .name(name)
        .from(table, column)
        .to(target, "id")
        .to_owned()
}

/// The row belongs to a row of `target` and is deleted with it.
fn part_of(
    table: &'static str,
    column: &'static str,
    target: &'static str,
) -> ForeignKeyCreateStatement {
    reference(table, column, target)
        .on_delete(ForeignKeyAction::Cascade)
        .to_owned()
}

/// An index on `columns`.
fn index(table: &'static str, columns: &[&'static str]) -> IndexCreateStatement {
    let mut index = Index::create()
        .name(format!("{table}_{}_idx", columns.join("_")))
        .table(table)
        .to_owned();
    for column in columns {
        index.col(*column);
    }
    index
}
