//! Where the data are.

use std::path::PathBuf;

use wiec_store::Location;

use crate::config::keys::{DATA, DATABASE, SECRET_FILE};
use crate::config::settings::Settings;

/// Where the data are: in a folder, or on a server.
#[derive(Clone, Debug)]
pub(crate) struct Storage {
    /// The folder; where there is a server, only the secret is in it.
    pub(crate) data: PathBuf,
    /// The database itself.
    pub(crate) location: Location,
    /// The file with the installation's secret.
    pub(crate) secret_file: PathBuf,
}

/// The file of the secret in the data folder, unless another is named.
const SECRET: &str = "secret";

impl Storage {
    pub(super) fn read(settings: &Settings) -> Self {
        let data = PathBuf::from(settings.words(&DATA).unwrap_or_else(|| "data".to_owned()));
        let database = settings.words(&DATABASE).and_then(|address| {
            let fits = ["postgres://", "postgresql://"].iter().any(|scheme| address.starts_with(scheme));
            if !fits {
                // Not repeated: whatever it is, there may be a password in it.
                settings.problem(&DATABASE, &"…", "write it like postgres://wiec:password@localhost:5432/wiec, or leave it out for SQLite");
            }
            fits.then_some(address)
        });
        let location = database.map_or_else(|| Location::Folder(data.clone()), Location::Postgres);
        let secret_file = settings
            .words(&SECRET_FILE)
            .map_or_else(|| data.join(SECRET), PathBuf::from);
        Self {
            data,
            location,
            secret_file,
        }
    }

    /// Only a database in this folder.
    pub(crate) fn in_folder(data: PathBuf) -> Self {
        Self {
            location: Location::Folder(data.clone()),
            secret_file: data.join(SECRET),
            data,
        }
    }

    /// The server as it may be told to anyone, if it is one.
    pub(super) fn database_shown(&self) -> Option<String> {
        match &self.location {
            Location::Folder(_) => None,
            Location::Postgres(_) => {
                Some(format!("postgres://{} (password hidden)", self.location))
            }
        }
    }
}
