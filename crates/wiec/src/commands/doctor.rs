//! `wiec doctor`: what is wrong with the installation, and how to mend it.

use std::io::{self, Write as _};

use clap::Args;

use crate::config::overrides::Overrides;
use crate::doctor;
use crate::doctor::finding::Verdict;
use crate::outcome::Unwell;

const EXAMPLE: &str = "\
It may be run while the server runs; on SQLite it then looks at everything but the database.

Example:
  wiec doctor --config /etc/wiec.toml";

/// Says what is wrong with the installation, and how to mend it. Changes nothing.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLE)]
pub(crate) struct Doctor {
    #[command(flatten)]
    overrides: Overrides,
}

impl Doctor {
    pub(crate) async fn run(self) -> anyhow::Result<()> {
        let findings = doctor::examine(&self.overrides).await;
        let mut stdout = io::stdout().lock();
        for finding in &findings {
            writeln!(stdout, "{finding}")?;
        }
        let wrong = findings
            .iter()
            .filter(|finding| finding.verdict == Verdict::Wrong)
            .count();
        if wrong == 0 {
            writeln!(stdout, "All is well.")?;
            return Ok(());
        }
        writeln!(
            stdout,
            "{wrong} of {} checks found something wrong.",
            findings.len()
        )?;
        Err(Unwell.into())
    }
}
