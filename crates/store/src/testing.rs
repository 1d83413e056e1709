//! A fresh store for tests, on either database.
//!
//! `SQLite` in a temporary folder, or, when `WIEC_TEST_DATABASE` holds the address of a
//! `PostgreSQL` server, a database made there and dropped in the end. Tests of stores and pages
//! use it alike, so that the whole suite runs on both.

use std::ops::Deref;
use std::sync::atomic::{AtomicU32, Ordering};

use sea_orm::sqlx::{self, AssertSqlSafe, ConnectOptions, Connection};
use sea_orm::{ConnectionTrait, Statement};
use tempfile::TempDir;

use crate::location::{Kind, Location};
use crate::postgres;
use crate::store::Store;

const SERVER: &str = "WIEC_TEST_DATABASE";

/// A place for one database that is cleared away when dropped.
#[derive(Debug)]
pub struct TestPlace {
    location: Location,
    server: Option<Server>,
    /// The folder goes with the value.
    _folder: Option<TempDir>,
}

#[derive(Debug)]
struct Server {
    address: String,
    database: String,
}

impl TestPlace {
    /// An empty place, where nothing is open yet.
    ///
    /// # Panics
    ///
    /// If the folder or the database cannot be made.
    pub async fn make() -> Self {
        match std::env::var(SERVER) {
            Ok(address) => Self::on(address).await,
            Err(_) => Self::in_a_folder(),
        }
    }

    /// Where it is.
    #[must_use]
    pub const fn location(&self) -> &Location {
        &self.location
    }

    /// Opens the store in this place and brings its schema up to date.
    ///
    /// # Panics
    ///
    /// If that is not possible.
    pub async fn open(&self) -> Store {
        let store = Store::open(&self.location)
            .await
            .expect("a fresh place can be opened");
        store
            .migrate()
            .await
            .expect("a fresh store can be migrated");
        store
    }

    fn in_a_folder() -> Self {
        let folder = tempfile::tempdir().expect("the system has a folder for temporary files");
        Self {
            location: Location::Folder(folder.path().to_owned()),
            server: None,
            _folder: Some(folder),
        }
    }

    async fn on(address: String) -> Self {
        static COUNTER: AtomicU32 = AtomicU32::new(0);
        let database = format!(
            "wiec_test_{}_{}",
            std::process::id(),
            COUNTER.fetch_add(1, Ordering::Relaxed)
        );
        // One may be left of a test that was killed, and process numbers come round.
        run(
            &address,
            &format!("DROP DATABASE IF EXISTS {database} WITH (FORCE)"),
        )
        .await
        .expect("the server drops");
        run(&address, &format!("CREATE DATABASE {database}"))
            .await
            .expect("the server makes a database");
        let location = Location::Postgres(address_of(&address, &database));
        Self {
            location,
            server: Some(Server { address, database }),
            _folder: None,
        }
    }
}

impl Drop for TestPlace {
    /// Best effort: a server for tests is thrown away as a whole.
    fn drop(&mut self) {
        let Some(Server { address, database }) = self.server.take() else {
            return;
        };
        let dropping = std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread()
                .enable_all()
                .build()?;
            let drop = format!("DROP DATABASE IF EXISTS {database} WITH (FORCE)");
            runtime
                .block_on(run(&address, &drop))
                .map_err(std::io::Error::other)
        });
        if !matches!(dropping.join(), Ok(Ok(()))) {
            tracing::warn!("a database of a test is left on the server");
        }
    }
}

/// A fresh store whose schema is up to date.
#[derive(Debug)]
pub struct TestStore {
    store: Store,
    place: TestPlace,
}

impl TestStore {
    /// Makes a place and opens the store in it.
    ///
    /// # Panics
    ///
    /// If that is not possible.
    pub async fn open() -> Self {
        let place = TestPlace::make().await;
        Self {
            store: place.open().await,
            place,
        }
    }

    /// Where it is.
    #[must_use]
    pub const fn location(&self) -> &Location {
        self.place.location()
    }

    /// The tables that have a column of one of these names, by the schema that is really there.
    ///
    /// # Panics
    ///
    /// If the database does not answer.
    pub async fn tables_with_columns(&self, columns: &[&str]) -> Vec<String> {
        let names = columns.join("', '");
        let question = match self.kind() {
            Kind::Sqlite => format!(
                "SELECT DISTINCT tables.name AS name FROM sqlite_master AS tables \
                 JOIN pragma_table_info(tables.name) AS columns \
                 WHERE tables.type = 'table' AND columns.name IN ('{names}')"
            ),
            Kind::Postgres => format!(
                "SELECT DISTINCT table_name::text AS name FROM information_schema.columns \
                 WHERE table_schema = 'public' AND column_name IN ('{names}')"
            ),
        };
        let reader = self.reader();
        let asked = Statement::from_string(reader.get_database_backend(), question);
        let rows = reader
            .query_all_raw(asked)
            .await
            .expect("the schema can be read");
        rows.iter()
            .map(|row| row.try_get("", "name").expect("the column was named"))
            .collect()
    }
}

impl Deref for TestStore {
    type Target = Store;

    fn deref(&self) -> &Store {
        &self.store
    }
}

/// The same server, another database.
fn address_of(address: &str, database: &str) -> String {
    let (address, query) = address
        .split_once('?')
        .map_or((address, None), |(address, query)| (address, Some(query)));
    let scheme = address.find("://").map_or(0, |at| at + "://".len());
    let server = address[scheme..]
        .find('/')
        .map_or(address, |at| &address[..scheme + at]);
    query.map_or_else(
        || format!("{server}/{database}"),
        |query| format!("{server}/{database}?{query}"),
    )
}

async fn run(address: &str, statement: &str) -> Result<(), sqlx::Error> {
    let options =
        postgres::options(address).map_err(|error| sqlx::Error::Configuration(error.into()))?;
    let mut connection = options.connect().await?;
    sqlx::raw_sql(AssertSqlSafe(statement))
        .execute(&mut connection)
        .await?;
    connection.close().await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn another_database_on_the_same_server_has_the_rest_of_the_address() {
        assert_eq!(
            address_of("postgres://a:b@h:1/x?sslmode=disable", "y"),
            "postgres://a:b@h:1/y?sslmode=disable"
        );
        assert_eq!(address_of("postgres://h", "y"), "postgres://h/y");
    }
}
