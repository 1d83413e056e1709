//! What can go wrong with the database: at the start, told to the operator, and later, told to the program.

use std::path::PathBuf;

use sea_orm::sqlx::error::DatabaseError;
use sea_orm::{ConnAcquireErr, DbErr, RuntimeErr, sqlx};

/// Why a query or a write failed.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The write contradicts a named constraint: a number given twice, a key that leads nowhere.
    ///
    /// `SQLite` does not name the reference that failed; its name is then `foreign key`.
    #[error("the write contradicts the constraint {constraint}")]
    Conflict {
        /// The name of the constraint: `schedules_congress_id_number_key`.
        constraint: String,
    },
    /// Someone else changed the data in the meantime; nothing is written, and it can be tried again.
    #[error("the data changed while they were being written; try again")]
    Stale,
    /// So many wait for the database that no connection came free in time; nothing is written, and it
    /// can be tried again.
    #[error("the database is busy; try again")]
    Busy,
    /// A row contradicts the types of the model.
    #[error("the column {column} of row {row} in table {table} holds what it may not hold")]
    Inconsistent {
        /// The table.
        table: &'static str,
        /// Its column.
        column: &'static str,
        /// The key of the row.
        row: String,
    },
    /// The database did not answer, or not as expected.
    #[error("the database failed: {0}")]
    Driver(#[source] DbErr),
}

/// Why a database cannot be opened: in a sentence, and how to mend it.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// The data folder cannot be made or written to.
    #[error("cannot write to the data folder {}: {source}; make it writable for this user or choose another folder", .folder.display())]
    Folder {
        /// The folder.
        folder: PathBuf,
        /// What the operating system says.
        source: std::io::Error,
    },
    /// Another process works in the data folder.
    #[error("the data folder {} is in use by {holder} (it holds {}); stop that one or choose another folder", .folder.display(), .lock.display())]
    Locked {
        /// The folder.
        folder: PathBuf,
        /// The file that is locked.
        lock: PathBuf,
        /// Who holds it: `process 4711`, or `another process`.
        holder: String,
    },
    /// There is a file, but the database in it cannot be used.
    #[error("cannot open the database {}: {source}; put a backup in its place, or move it away to start afresh", .file.display())]
    File {
        /// The file.
        file: PathBuf,
        /// What the database says.
        source: DbErr,
    },
    /// The address of the database is none.
    #[error(
        "the address of the PostgreSQL database cannot be read; write it like postgres://wiec:password@localhost:5432/wiec"
    )]
    Address,
    /// The server does not answer, or does not let us in.
    #[error(
        "cannot reach PostgreSQL at {server}: {reason}; check that it runs, and the user, password and database in its address"
    )]
    Unreachable {
        /// Where it should be, without the password: `wiec@localhost:5432/wiec`.
        server: String,
        /// What the system or the server says.
        reason: String,
    },
    /// A newer version of the program was here before.
    #[error("the database was made by a newer version of the program (it knows {}, which this one does not); start that version, or go back to a backup", .steps.join(", "))]
    Newer {
        /// The steps of the schema that this program does not know.
        steps: Vec<String>,
    },
    /// The database let us in and then failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl From<DbErr> for StoreError {
    fn from(error: DbErr) -> Self {
        if matches!(error, DbErr::ConnectionAcquire(ConnAcquireErr::Timeout)) {
            return Self::Busy;
        }
        match database_error(&error).map(verdict) {
            Some(Verdict::Conflict(constraint)) => Self::Conflict { constraint },
            Some(Verdict::Stale) => Self::Stale,
            Some(Verdict::Other) | None => Self::Driver(error),
        }
    }
}

enum Verdict {
    Conflict(String),
    Stale,
    Other,
}

fn database_error(error: &DbErr) -> Option<&dyn DatabaseError> {
    let (DbErr::Conn(runtime) | DbErr::Exec(runtime) | DbErr::Query(runtime)) = error else {
        return None;
    };
    let RuntimeErr::SqlxError(error) = runtime else {
        return None;
    };
    match error.as_ref() {
        sqlx::Error::Database(error) => Some(error.as_ref()),
        _ => None,
    }
}

fn verdict(error: &dyn DatabaseError) -> Verdict {
    if let Some(constraint) = error.constraint() {
        return Verdict::Conflict(constraint.to_owned());
    }
    match error.code().as_deref() {
        // PostgreSQL: serialisation failure, deadlock. SQLite: SQLITE_BUSY_SNAPSHOT.
        Some("40001" | "40P01" | "517") => Verdict::Stale,
        // SQLite's extended codes of SQLITE_CONSTRAINT: check, foreign key, primary key, trigger, unique.
        Some(code @ ("275" | "787" | "1555" | "1811" | "2067")) => {
            Verdict::Conflict(constraint_in(code, error.message()))
        }
        _ => Verdict::Other,
    }
}

/// The name that a constraint has in our migrations, of the columns by which `SQLite` reports it.
fn constraint_in(code: &str, message: &str) -> String {
    let subject = message
        .split_once(" constraint failed: ")
        .map_or(message, |(_, subject)| subject);
    let table = subject.split_once('.').map_or(subject, |(table, _)| table);
    match code {
        "787" => "foreign key".to_owned(),
        "1555" => format!("{table}_pkey"),
        "2067" => {
            let columns = subject
                .split(", ")
                .map(|column| column.rsplit('.').next().unwrap_or(column));
            format!("{table}_{}_key", columns.collect::<Vec<_>>().join("_"))
        }
        // A check's name, or what one of our triggers says.
        _ => subject.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_sqlite_reports_by_its_columns_has_the_name_that_postgresql_reports() {
        let cases = [
            (
                "2067",
                "UNIQUE constraint failed: schedules.congress_id, schedules.number",
                "schedules_congress_id_number_key",
            ),
            (
                "1555",
                "UNIQUE constraint failed: exports.schedule_id, exports.name",
                "exports_pkey",
            ),
            (
                "275",
                "CHECK constraint failed: slots_end_after_they_start",
                "slots_end_after_they_start",
            ),
            (
                "1811",
                "released_schedules_never_change",
                "released_schedules_never_change",
            ),
            ("787", "FOREIGN KEY constraint failed", "foreign key"),
        ];
        for (code, message, name) in cases {
            assert_eq!(constraint_in(code, message), name);
        }
    }
}
