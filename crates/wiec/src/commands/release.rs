//! `wiec release`: the draft of a congress becomes what the public sees.

use std::io::{self, Write as _};

use clap::Args;
use wiec_kit::app::App;
use wiec_kit::chance::Chance;
use wiec_kit::clock::Clock;
use wiec_model::Slug;
use wiec_model::release::ReleaseError;
use wiec_programme::release::{ReleasingError, release};

use crate::config::Config;
use crate::config::overrides::Overrides;
use crate::logs;
use crate::open::{self, Schema};
use crate::outcome::{InputProblems, of_write};
use crate::progress::Progress;

const EXAMPLE: &str = "\
A release never changes; what is wrong in one is mended by the next.

Example:
  wiec release kpm-2019 --name \"1.1, after the change of rooms\"";

/// Publishes the draft of a congress as a named release, with all its files.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLE)]
pub(crate) struct Release {
    /// The first word of its addresses
    #[arg(value_name = "CONGRESS")]
    slug: Slug,
    /// What the release is called
    #[arg(long, value_parser = clap::builder::NonEmptyStringValueParser::new())]
    name: String,
    #[command(flatten)]
    overrides: Overrides,
    #[command(flatten)]
    schema: Schema,
}

impl Release {
    pub(crate) async fn run(self) -> anyhow::Result<()> {
        let config = Config::load(&self.overrides)?;
        logs::start_command(&config.logging);
        let store = open::store(&config.storage, self.schema).await?;
        let app = App::new(
            store,
            Clock::REAL,
            Chance::System,
            config.web.site(config.web.bind),
        );
        let progress = Progress::show("Releasing");
        let released = release(&app, &self.slug, &self.name).await;
        drop(progress);
        app.store.close().await;
        let released = released.map_err(problems)?;
        let sessions = released.programme.sessions.len();
        let cancelled = released.cancelled.len();
        writeln!(
            io::stdout(),
            "Release {} ({}) of {}: {sessions} sessions, {cancelled} cancelled since the first.",
            released.number,
            released.name,
            self.slug
        )?;
        Ok(())
    }
}

/// All that is wrong in a draft, where that is the reason.
fn problems(error: ReleasingError) -> anyhow::Error {
    match error {
        ReleasingError::Draft(
            ReleaseError::Contradictory(problems) | ReleaseError::AddressTaken(problems),
        ) => {
            let problems = problems
                .iter()
                .map(|problem| format!("the draft: {problem}"))
                .collect();
            InputProblems {
                problems,
                consequence: "nothing was released",
            }
            .into()
        }
        ReleasingError::Store(error) => of_write(error),
        other => other.into(),
    }
}
