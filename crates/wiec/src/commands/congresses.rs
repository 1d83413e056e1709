//! `wiec congresses`: what the database holds.

use std::io::{self, Write as _};

use clap::Args;
use wiec_model::Lang;
use wiec_store::CongressSummary;

use crate::config::Config;
use crate::config::overrides::Overrides;
use crate::{logs, open};

const EXAMPLE: &str = "\
Example:
  wiec congresses --data data/demo";

/// Lists the congresses in the database, the latest first.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLE)]
pub(crate) struct Congresses {
    #[command(flatten)]
    overrides: Overrides,
}

impl Congresses {
    pub(crate) async fn run(self) -> anyhow::Result<()> {
        let config = Config::load(&self.overrides)?;
        logs::start_command(&config.logging);
        let store = open::existing(&config.storage).await?;
        let congresses = store.congresses().list().await?;
        store.close().await;
        let mut stdout = io::stdout().lock();
        for congress in &congresses {
            writeln!(stdout, "{}", line(congress))?;
        }
        if congresses.is_empty() {
            writeln!(stdout, "There is no congress yet; `wiec import` makes one.")?;
        }
        Ok(())
    }
}

fn line(congress: &CongressSummary) -> String {
    let days = match (congress.first_day, congress.last_day) {
        (Some(first), Some(last)) => format!("{first} to {last}"),
        _ => "no days yet".to_owned(),
    };
    let release = congress.newest_release.map_or_else(
        || "not released".to_owned(),
        |number| format!("release {number}"),
    );
    format!(
        "{}  {days}  {release}  {}",
        congress.slug,
        congress.name.words(Lang::Pl)
    )
}
