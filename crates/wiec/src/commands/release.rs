//! `wiec release`: the draft of a congress becomes what the public sees.

use std::io::{self, Write as _};

use clap::Args;
use wiec_kit::app::App;
use wiec_kit::chance::Chance;
use wiec_kit::clock::Clock;
use wiec_model::release::ReleaseError;
use wiec_model::{Lang, LanguageTag, Slug, Text};
use wiec_programme::release::{Releasing, ReleasingError, release};
use wiec_store::Actor;

use crate::config::Config;
use crate::config::overrides::Overrides;
use crate::logs;
use crate::open::{self, Schema};
use crate::outcome::{InputProblems, of_write};
use crate::progress::Progress;

const EXAMPLE: &str = "\
A release never changes; what is wrong in one is mended by the next.

Example:
  wiec release kpm-2019 --name \"1.1\" --note-en \"After the change of rooms\"";

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
    /// What is said of it to everyone, in Polish
    #[arg(long, value_name = "WORDS")]
    note_pl: Option<String>,
    /// The same in English
    #[arg(long, value_name = "WORDS")]
    note_en: Option<String>,
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
        let releasing = self.releasing();
        let released = release(&app, &self.slug, Actor::Operator, &releasing).await;
        drop(progress);
        app.store.close().await;
        let released = released.map_err(problems)?;
        let (letters, unreachable) = (released.letters, released.unreachable.len());
        let released = released.release;
        let sessions = released.programme.sessions.len();
        let cancelled = released.cancelled.len();
        writeln!(
            io::stdout(),
            "Release {} ({}) of {}: {sessions} sessions, {cancelled} cancelled since the first.",
            released.number,
            released.name,
            self.slug
        )?;
        if letters > 0 || unreachable > 0 {
            writeln!(
                io::stdout(),
                "Letters that wait in the outbox: {letters}. Concerned, but without an address: {unreachable}."
            )?;
        }
        Ok(())
    }

    fn releasing(&self) -> Releasing {
        let versions = [(Lang::Pl, &self.note_pl), (Lang::En, &self.note_en)];
        let versions = versions
            .into_iter()
            .filter_map(|(lang, words)| Some((LanguageTag::from(lang), words.clone()?)));
        Releasing {
            note: Text::of(versions),
            ..Releasing::named(&self.name)
        }
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
