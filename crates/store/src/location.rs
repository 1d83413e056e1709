//! Where the data are: in a folder of our own, or on a `PostgreSQL` server.

use std::fmt;
use std::path::PathBuf;

use sea_orm::sqlx::postgres::PgConnectOptions;

/// Where a database is.
#[derive(Clone, PartialEq, Eq)]
pub enum Location {
    /// In this folder, as an `SQLite` file called `wiec.sqlite`.
    Folder(PathBuf),
    /// On the `PostgreSQL` server at this address; it may hold a password.
    Postgres(String),
}

/// The two databases.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A file in the data folder.
    Sqlite,
    /// A server.
    Postgres,
}

impl Kind {
    /// Its name as its makers write it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Sqlite => "SQLite",
            Self::Postgres => "PostgreSQL",
        }
    }
}

impl fmt::Display for Location {
    /// The folder, or the server without its password.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Folder(folder) => folder.display().fmt(f),
            Self::Postgres(address) => match address.parse::<PgConnectOptions>() {
                Ok(options) => f.write_str(&server_of(&options)),
                Err(_) => f.write_str("PostgreSQL"),
            },
        }
    }
}

impl fmt::Debug for Location {
    /// As [`fmt::Display`]: a password must not reach a log by way of `{:?}`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Location({self})")
    }
}

/// A server as it may be told to anyone: `wiec@localhost:5432/wiec`.
pub(crate) fn server_of(options: &PgConnectOptions) -> String {
    let database = options
        .get_database()
        .unwrap_or_else(|| options.get_username());
    format!(
        "{}@{}:{}/{database}",
        options.get_username(),
        options.get_host(),
        options.get_port()
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_is_never_shown() {
        let location =
            Location::Postgres("postgres://wiec:tajne@db.example:5433/kongres".to_owned());
        assert_eq!(location.to_string(), "wiec@db.example:5433/kongres");
        assert!(!format!("{location:?}").contains("tajne"));
    }
}
