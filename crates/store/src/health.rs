//! Whether the database is well, for operators and for those who watch over the server.

use sea_orm::{ConnectionTrait, DatabaseTransaction, Statement};

use crate::error::StoreError;
use crate::location::Kind;
use crate::store::Store;

/// How the database is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Health {
    /// Which database it is.
    pub kind: Kind,
    /// Its version: `3.50.4`, `15.18`.
    pub version: String,
    /// How large it is.
    pub size_bytes: u64,
    /// Whether it can be written to.
    pub writable: bool,
    /// What is wrong within it, in its own words.
    pub damage: Option<String>,
}

impl Store {
    /// Whether the database answers at all; cheap enough to be asked every second.
    ///
    /// # Errors
    ///
    /// [`StoreError::Driver`] if it does not.
    pub async fn ping(&self) -> Result<(), StoreError> {
        self.reader()
            .query_one_raw(Statement::from_string(
                self.reader().get_database_backend(),
                "SELECT 1",
            ))
            .await?;
        Ok(())
    }

    /// Looks the database over. Reads a whole `SQLite` file, so this is for operators who ask.
    ///
    /// # Errors
    ///
    /// [`StoreError::Driver`] if the database does not answer.
    #[tracing::instrument(name = "store.check", skip_all)]
    pub async fn check(&self) -> Result<Health, StoreError> {
        // A transaction of the writer, so that a file or server that only reads is found out.
        let tx = self.begin_writing().await?;
        let health = match self.kind() {
            Kind::Sqlite => of_sqlite(&tx).await?,
            Kind::Postgres => of_postgres(&tx).await?,
        };
        tx.rollback().await?;
        Ok(health)
    }
}

async fn of_sqlite(tx: &DatabaseTransaction) -> Result<Health, StoreError> {
    let found: String = ask(tx, "PRAGMA quick_check(1)").await?;
    let size: i64 = ask(
        tx,
        "SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()",
    )
    .await?;
    // Writes a page of the log, which the caller takes back.
    let written = tx
        .execute_unprepared("CREATE TABLE health (id INTEGER)")
        .await;
    Ok(Health {
        kind: Kind::Sqlite,
        version: ask(tx, "SELECT sqlite_version()").await?,
        size_bytes: u64::try_from(size).unwrap_or(0),
        writable: written.is_ok(),
        damage: (found != "ok").then_some(found),
    })
}

async fn of_postgres(tx: &DatabaseTransaction) -> Result<Health, StoreError> {
    let size: i64 = ask(tx, "SELECT pg_database_size(current_database())").await?;
    let read_only: String = ask(tx, "SELECT current_setting('transaction_read_only')").await?;
    Ok(Health {
        kind: Kind::Postgres,
        version: ask(tx, "SELECT current_setting('server_version')").await?,
        size_bytes: u64::try_from(size).unwrap_or(0),
        writable: read_only == "off",
        // Its server watches over its own files.
        damage: None,
    })
}

async fn ask<T: sea_orm::TryGetable>(
    tx: &DatabaseTransaction,
    question: &str,
) -> Result<T, StoreError> {
    let question = Statement::from_string(tx.get_database_backend(), question);
    let answer = tx.query_one_raw(question).await?;
    let row = answer.ok_or_else(|| {
        sea_orm::DbErr::RecordNotFound("no answer to a question about itself".to_owned())
    })?;
    Ok(row.try_get_by_index(0)?)
}
