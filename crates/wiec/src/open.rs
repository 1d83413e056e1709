//! Opening the database for a command.

use anyhow::bail;
use clap::Args;
use wiec_model::Slug;
use wiec_store::{Location, Store};

use crate::config::storage::Storage;

/// The file that a store keeps in its folder, as its [`Location`] says.
const FILE: &str = "wiec.sqlite";

/// Whether the schema may be changed.
#[derive(Clone, Copy, Debug, Args)]
pub(crate) struct Schema {
    /// Refuse to work on a database whose schema is not up to date, instead of bringing it up to date
    #[arg(long)]
    no_migrate: bool,
}

impl Schema {
    /// It is brought up to date.
    pub(crate) const UP_TO_DATE: Self = Self { no_migrate: false };

    /// It stays as it is.
    pub(crate) const AS_IT_IS: Self = Self { no_migrate: true };
}

/// Opens the database, which is made if need be.
///
/// # Errors
///
/// [`wiec_store::OpenError`], or a sentence that names `wiec migrate`.
pub(crate) async fn store(storage: &Storage, schema: Schema) -> anyhow::Result<Store> {
    if schema.no_migrate && !exists(storage) {
        bail!(
            "there is no database in {} yet; make it with `wiec migrate`",
            storage.location
        );
    }
    let store = Store::open(&storage.location).await?;
    let pending = store.pending_migrations().await?.len();
    if pending > 0 && schema.no_migrate {
        bail!(
            "the schema of the database in {} is {pending} steps behind; bring it up to date with `wiec migrate`",
            storage.location
        );
    }
    if pending > 0 {
        store.migrate().await?;
        tracing::info!(
            steps = pending,
            "the schema of the database was brought up to date"
        );
    }
    Ok(store)
}

/// Opens a database that someone has filled before, to look into it.
///
/// # Errors
///
/// As [`store`]; and a sentence if there is nothing to look into.
pub(crate) async fn existing(storage: &Storage) -> anyhow::Result<Store> {
    if !exists(storage) {
        bail!(
            "there is no database in {}; `wiec import` makes one, or name another folder by --data",
            storage.location
        );
    }
    store(storage, Schema::AS_IT_IS).await
}

/// Whether there is a database to open; a server has one or refuses.
pub(crate) fn exists(storage: &Storage) -> bool {
    match &storage.location {
        Location::Folder(folder) => folder.join(FILE).exists(),
        Location::Postgres(_) => true,
    }
}

/// The congress that is meant: the one that was named, or the only one there is.
///
/// # Errors
///
/// A sentence that lists what there is.
pub(crate) async fn congress(store: &Store, named: Option<&Slug>) -> anyhow::Result<Slug> {
    let slugs: Vec<Slug> = store
        .congresses()
        .list()
        .await?
        .into_iter()
        .map(|congress| congress.slug)
        .collect();
    let list = || {
        slugs
            .iter()
            .map(Slug::as_str)
            .collect::<Vec<_>>()
            .join(", ")
    };
    match (named, slugs.as_slice()) {
        (_, []) => bail!("there is no congress in the database yet; `wiec import` makes one"),
        (Some(named), _) if !slugs.contains(named) => {
            bail!("there is no congress {named}; there are: {}", list())
        }
        (Some(named), _) => Ok(named.clone()),
        (None, [only]) => Ok(only.clone()),
        (None, _) => bail!("say which congress is meant: {}", list()),
    }
}
