//! `wiec migrate`: brings the schema of the database up to date.

use std::io::{self, Write as _};

use clap::Args;
use wiec_store::Store;

use crate::config::Config;
use crate::config::overrides::Overrides;
use crate::logs;

const EXAMPLE: &str = "\
`wiec serve` does this by itself, unless it is told --no-migrate.

Example: on a PostgreSQL server
  WIEC_DATABASE=postgres://wiec:password@localhost:5432/wiec wiec migrate";

/// Brings the schema of the database up to date: all of it, or nothing.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLE)]
pub(crate) struct Migrate {
    #[command(flatten)]
    overrides: Overrides,
}

impl Migrate {
    pub(crate) async fn run(self) -> anyhow::Result<()> {
        let config = Config::load(&self.overrides)?;
        logs::start_command(&config.logging);
        let store = Store::open(&config.storage.location).await?;
        let pending = store.pending_migrations().await?;
        store.migrate().await?;
        store.close().await;
        let mut stdout = io::stdout().lock();
        for step in &pending {
            writeln!(stdout, "applied {step}")?;
        }
        writeln!(
            stdout,
            "The schema of the database in {} is up to date.",
            config.storage.location
        )?;
        Ok(())
    }
}
