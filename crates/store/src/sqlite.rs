//! `SQLite` in a data folder: one connection that writes, a few that read.
//!
//! One writer, because the file takes one at a time anyway: waiting in our own queue is fair and
//! has no time-out to tune. Readers are opened read-only and see a snapshot each.

use std::path::Path;
use std::time::Duration;

use sea_orm::sqlx::sqlite::{
    SqliteConnectOptions, SqliteJournalMode, SqlitePool, SqlitePoolOptions, SqliteSynchronous,
};
use sea_orm::sqlx::{self, ConnectOptions};
use sea_orm::{DatabaseConnection, DbErr, RuntimeErr, SqlxSqliteConnector};

use crate::error::OpenError;

const FILE: &str = "wiec.sqlite";
const READERS: u32 = 4;
/// Only a backup tool or an operator's shell can hold us up; they are brief.
const BUSY: Duration = Duration::from_secs(5);
/// Longer than any import takes.
const PATIENCE: Duration = Duration::from_secs(30);
/// Pages kept per connection, in KiB (the sign says so); the system keeps the rest of the file.
const CACHE: &str = "-1024";
/// The log is cut back to this after a large release, in bytes.
const JOURNAL_LIMIT: &str = "4194304";
/// Our statements are few, but an insert of many rows is long.
const STATEMENTS: usize = 32;

/// The connections to one file.
pub(crate) struct Pools {
    /// The one that writes.
    pub(crate) writer: DatabaseConnection,
    /// Those that read.
    pub(crate) readers: DatabaseConnection,
}

/// Opens the database of a folder, and makes it when there is none.
pub(crate) async fn open(folder: &Path) -> Result<Pools, OpenError> {
    let file = folder.join(FILE);
    let options = options(&file);
    let writing = options
        .clone()
        .create_if_missing(true)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full)
        .pragma("journal_size_limit", JOURNAL_LIMIT);
    let writer = pool(1)
        .connect_with(writing)
        .await
        .map_err(|source| OpenError::File {
            file,
            source: DbErr::Conn(RuntimeErr::SqlxError(source.into())),
        })?;
    // Lazily: most of a start needs none of them, and the first reader opens within a millisecond.
    let readers = pool(READERS).connect_lazy_with(options.read_only(true));
    Ok(Pools {
        writer: connection(writer),
        readers: connection(readers),
    })
}

fn options(file: &Path) -> SqliteConnectOptions {
    SqliteConnectOptions::new()
        .filename(file)
        .foreign_keys(true)
        .busy_timeout(BUSY)
        .pragma("cache_size", CACHE)
        .statement_cache_capacity(STATEMENTS)
        .disable_statement_logging()
}

fn pool(size: u32) -> sqlx::pool::PoolOptions<sqlx::Sqlite> {
    SqlitePoolOptions::new()
        .max_connections(size)
        .acquire_timeout(PATIENCE)
        // A file does not hang up: there is nothing to renew and nothing to ask before use.
        .max_lifetime(None)
        .idle_timeout(None)
        .test_before_acquire(false)
}

fn connection(pool: SqlitePool) -> DatabaseConnection {
    SqlxSqliteConnector::from_sqlx_sqlite_pool(pool)
}
