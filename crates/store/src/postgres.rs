//! `PostgreSQL`: one pool, for reading and writing.

use std::time::Duration;

use sea_orm::sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use sea_orm::sqlx::{self, ConnectOptions, Connection};
use sea_orm::{DatabaseConnection, SqlxPostgresConnector};
use tokio::time::timeout;

use crate::error::OpenError;
use crate::location::server_of;

const CONNECTIONS: u32 = 8;
/// How long the server may take to let us in, and a request to get a connection.
const PATIENCE: Duration = Duration::from_secs(5);
/// A connection idle for longer is asked before it is used: the server may have been restarted.
const IDLE: Duration = Duration::from_secs(30);
/// Our statements are few, but an insert of many rows is long, here and on the server.
const STATEMENTS: usize = 32;

/// Connects to the server at `address`.
pub(crate) async fn open(address: &str) -> Result<DatabaseConnection, OpenError> {
    let options = options(address)?;
    match pool().connect_with(options.clone()).await {
        Ok(pool) => Ok(SqlxPostgresConnector::from_sqlx_postgres_pool(pool)),
        Err(error) => {
            let reason = reason(&options, error).await;
            Err(OpenError::Unreachable {
                server: server_of(&options),
                reason,
            })
        }
    }
}

/// The address as options; no message of ours or of the driver repeats it, for its password.
pub(crate) fn options(address: &str) -> Result<PgConnectOptions, OpenError> {
    let options: PgConnectOptions = address.parse().map_err(|_| OpenError::Address)?;
    Ok(options
        .application_name("wiec")
        .statement_cache_capacity(STATEMENTS)
        .disable_statement_logging())
}

fn pool() -> sqlx::pool::PoolOptions<sqlx::Postgres> {
    PgPoolOptions::new()
        .max_connections(CONNECTIONS)
        .acquire_timeout(PATIENCE)
        .test_before_acquire(false)
        .before_acquire(|connection, meta| {
            Box::pin(async move {
                if meta.idle_for > IDLE {
                    connection.ping().await?;
                }
                Ok(true)
            })
        })
}

/// Why the server is not reached: the pool only says that time ran out, one connection says more.
async fn reason(options: &PgConnectOptions, error: sqlx::Error) -> String {
    if !matches!(error, sqlx::Error::PoolTimedOut) {
        return error.to_string();
    }
    match timeout(PATIENCE, options.connect()).await {
        Ok(Err(error)) => error.to_string(),
        Ok(Ok(_)) | Err(_) => format!("no answer within {} seconds", PATIENCE.as_secs()),
    }
}
