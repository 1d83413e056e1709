//! The open database: what everything else begins with.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use jiff::Timestamp;
use sea_orm::{
    AccessMode, DatabaseConnection, DatabaseTransaction, IsolationLevel, SqliteTransactionMode,
    TransactionOptions, TransactionTrait,
};

use crate::accounts::Accounts;
use crate::availabilities::AvailabilityReader;
use crate::bell::Bell;
use crate::calls::Calls;
use crate::ceremonies::Ceremonies;
use crate::confirmations::ConfirmationReader;
use crate::congresses::Congresses;
use crate::contacts::Contacts;
use crate::drafts::Drafts;
use crate::error::{OpenError, StoreError};
use crate::exports::Exports;
use crate::favourites::Favourites;
use crate::grants::Grants;
use crate::history::{Actor, History};
use crate::jobs::Jobs;
use crate::location::{Kind, Location};
use crate::lock::FolderLock;
use crate::logins::Logins;
use crate::mails::Mails;
use crate::notices::Notices;
use crate::passkeys::Passkeys;
use crate::personal::Personal;
use crate::register::Register;
use crate::registrations::Registrations;
use crate::releases::Releases;
use crate::remarks::Remarks;
use crate::reviews::Reviews;
use crate::submissions::Submissions;
use crate::tx::Tx;
use crate::unsubscriptions::Unsubscriptions;
use crate::{migrations, postgres, sqlite};

/// A database that is open. Clones share it.
#[derive(Clone)]
pub struct Store(Arc<Inner>);

struct Inner {
    kind: Kind,
    /// On `SQLite` the only connection that writes; on `PostgreSQL` the same pool as `readers`.
    writer: DatabaseConnection,
    readers: DatabaseConnection,
    queries: Arc<AtomicU64>,
    bell: Bell,
    /// Dropped last: the folder is free once nothing is open in it.
    _lock: Option<FolderLock>,
}

impl Store {
    /// Opens the database at `location`. A folder is made if need be and locked for this process.
    ///
    /// The schema stays as it is; see [`Store::pending_migrations`] and [`Store::migrate`].
    ///
    /// # Errors
    ///
    /// [`OpenError`], whose message tells the operator what is wrong and how to mend it.
    pub async fn open(location: &Location) -> Result<Self, OpenError> {
        let inner = match location {
            Location::Folder(folder) => {
                let lock = FolderLock::take(folder)?;
                let pools = sqlite::open(folder).await?;
                Inner::new(Kind::Sqlite, pools.writer, pools.readers, Some(lock))
            }
            Location::Postgres(address) => {
                let pool = postgres::open(address).await?;
                Inner::new(Kind::Postgres, pool.clone(), pool, None)
            }
        };
        let steps = migrations::state(&inner.writer, inner.kind).await?.unknown;
        if steps.is_empty() {
            Ok(Self(Arc::new(inner)))
        } else {
            Err(OpenError::Newer { steps })
        }
    }

    /// Brings the schema up to date, all of it or nothing, and returns how many steps that took.
    ///
    /// # Errors
    ///
    /// [`StoreError::Driver`] if a step fails; the schema is then as it was.
    #[tracing::instrument(name = "store.migrate", skip_all)]
    pub async fn migrate(&self) -> Result<usize, StoreError> {
        let tx = self.begin_writing().await?;
        let steps = migrations::apply(&tx, self.kind()).await?;
        tx.commit().await?;
        Ok(steps)
    }

    /// The steps that [`Store::migrate`] would apply, oldest first. Changes nothing.
    ///
    /// # Errors
    ///
    /// [`StoreError::Driver`] if the database does not answer.
    pub async fn pending_migrations(&self) -> Result<Vec<String>, StoreError> {
        Ok(migrations::state(&self.0.writer, self.kind())
            .await?
            .pending)
    }

    /// Which database this is.
    #[must_use]
    pub fn kind(&self) -> Kind {
        self.0.kind
    }

    /// Begins a change by `actor` at the instant `at`. What is not committed has not happened.
    ///
    /// On `SQLite` changes wait for one another here; on `PostgreSQL` they do at the first row that
    /// two of them touch.
    ///
    /// # Errors
    ///
    /// [`StoreError::Driver`] if no connection comes free in time.
    pub async fn begin(&self, actor: Actor, at: Timestamp) -> Result<Tx, StoreError> {
        Ok(Tx::new(
            self.begin_writing().await?,
            actor,
            at,
            self.bell().clone(),
        ))
    }

    /// The editions.
    #[must_use]
    pub const fn congresses(&self) -> Congresses<'_> {
        Congresses(self)
    }

    /// What the organisers work on.
    #[must_use]
    pub const fn drafts(&self) -> Drafts<'_> {
        Drafts(self)
    }

    /// How people of the programme are reached.
    #[must_use]
    pub const fn contacts(&self) -> Contacts<'_> {
        Contacts(self)
    }

    /// When people and rooms can.
    #[must_use]
    pub const fn availabilities(&self) -> AvailabilityReader<'_> {
        AvailabilityReader(self)
    }

    /// Who was asked to appear, and what they answered.
    #[must_use]
    pub const fn confirmations(&self) -> ConfirmationReader<'_> {
        ConfirmationReader(self)
    }

    /// What the public sees.
    #[must_use]
    pub const fn releases(&self) -> Releases<'_> {
        Releases(self)
    }

    /// The files made of releases.
    #[must_use]
    pub const fn exports(&self) -> Exports<'_> {
        Exports(self)
    }

    /// The lists of favourites that have a link.
    #[must_use]
    pub const fn favourites(&self) -> Favourites<'_> {
        Favourites(self)
    }

    /// What was done.
    #[must_use]
    pub const fn history(&self) -> History<'_> {
        History(self)
    }

    /// Accounts.
    #[must_use]
    pub const fn accounts(&self) -> Accounts<'_> {
        Accounts(self)
    }

    /// Who has which role.
    #[must_use]
    pub const fn grants(&self) -> Grants<'_> {
        Grants(self)
    }

    /// Who is signed in.
    #[must_use]
    pub const fn logins(&self) -> Logins<'_> {
        Logins(self)
    }

    /// Ceremonies of signing in that are under way.
    #[must_use]
    pub const fn ceremonies(&self) -> Ceremonies<'_> {
        Ceremonies(self)
    }

    /// Passkeys, and what providers call our accounts.
    #[must_use]
    pub const fn passkeys(&self) -> Passkeys<'_> {
        Passkeys(self)
    }

    /// What is to be done later.
    #[must_use]
    pub const fn jobs(&self) -> Jobs<'_> {
        Jobs(self)
    }

    /// Letters, and what became of them.
    #[must_use]
    pub const fn mails(&self) -> Mails<'_> {
        Mails(self)
    }

    /// Who wants no more letters.
    #[must_use]
    pub const fn unsubscriptions(&self) -> Unsubscriptions<'_> {
        Unsubscriptions(self)
    }

    /// Pages that the law asks for.
    #[must_use]
    pub const fn notices(&self) -> Notices<'_> {
        Notices(self)
    }

    /// Those who registered.
    #[must_use]
    pub const fn registrations(&self) -> Registrations<'_> {
        Registrations(self)
    }

    /// The proposals of expert teams.
    #[must_use]
    pub const fn register(&self) -> Register<'_> {
        Register(self)
    }

    /// What was said at their clauses.
    #[must_use]
    pub const fn remarks(&self) -> Remarks<'_> {
        Remarks(self)
    }

    /// Calls.
    #[must_use]
    pub const fn calls(&self) -> Calls<'_> {
        Calls(self)
    }

    /// What was offered to them.
    #[must_use]
    pub const fn submissions(&self) -> Submissions<'_> {
        Submissions(self)
    }

    /// What committees said of that.
    #[must_use]
    pub const fn reviews(&self) -> Reviews<'_> {
        Reviews(self)
    }

    /// What rings when something was committed.
    #[must_use]
    pub fn bell(&self) -> &Bell {
        &self.0.bell
    }

    /// How many statements were sent so far, beginnings and ends of transactions not counted.
    #[must_use]
    pub fn queries(&self) -> u64 {
        self.0.queries.load(Ordering::Relaxed)
    }

    /// Closes all connections, also those of clones, and waits until they are closed.
    ///
    /// The folder is free for others when the last clone is gone.
    pub async fn close(self) {
        // What is closed by hand cannot fail in a way that anyone could still mend.
        let _ = self.0.readers.close_by_ref().await;
        let _ = self.0.writer.close_by_ref().await;
    }

    /// What is kept about people.
    #[must_use]
    pub const fn personal(&self) -> Personal<'_> {
        Personal(self)
    }

    /// A connection for a single query.
    pub(crate) fn reader(&self) -> &DatabaseConnection {
        &self.0.readers
    }

    /// A view for several queries that belong together: no write of others comes between them.
    pub(crate) async fn snapshot(&self) -> Result<DatabaseTransaction, StoreError> {
        let options = match self.kind() {
            // In a file with a write-ahead log every transaction that only reads is such a view.
            Kind::Sqlite => TransactionOptions::default(),
            Kind::Postgres => TransactionOptions {
                isolation_level: Some(IsolationLevel::RepeatableRead),
                access_mode: Some(AccessMode::ReadOnly),
                ..TransactionOptions::default()
            },
        };
        Ok(self.0.readers.begin_with_options(options).await?)
    }

    /// `IMMEDIATE`, because a transaction on `SQLite` that first reads and then wants to write fails
    /// at once, without waiting, if anyone wrote in between.
    pub(crate) async fn begin_writing(&self) -> Result<DatabaseTransaction, StoreError> {
        let mode = (self.kind() == Kind::Sqlite).then_some(SqliteTransactionMode::Immediate);
        let options = TransactionOptions {
            sqlite_transaction_mode: mode,
            ..TransactionOptions::default()
        };
        Ok(self.0.writer.begin_with_options(options).await?)
    }
}

impl Inner {
    fn new(
        kind: Kind,
        mut writer: DatabaseConnection,
        mut readers: DatabaseConnection,
        lock: Option<FolderLock>,
    ) -> Self {
        let queries = Arc::new(AtomicU64::new(0));
        for pool in [&mut writer, &mut readers] {
            let queries = Arc::clone(&queries);
            pool.set_metric_callback(move |_| {
                queries.fetch_add(1, Ordering::Relaxed);
            });
        }
        Self {
            kind,
            writer,
            readers,
            queries,
            bell: Bell::default(),
            _lock: lock,
        }
    }
}

impl std::fmt::Debug for Store {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Store({})", self.kind().name())
    }
}
