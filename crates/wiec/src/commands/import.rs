//! `wiec import`: a file becomes the draft of a congress, whole or not at all.

mod input;

use std::io::{self, Write as _};
use std::path::PathBuf;

use clap::{Args, ValueEnum};
use wiec_interchange::read::{self, Hints};
use wiec_kit::clock::Clock;
use wiec_model::{Lang, LanguageTag, Programme, Slug, Zone};
use wiec_store::{Actor, OpenError, Store};

use crate::commands::import::input::Input;
use crate::config::Config;
use crate::config::overrides::Overrides;
use crate::config::storage::Storage;
use crate::counts::Counts;
use crate::logs;
use crate::open::{self, Schema};
use crate::outcome::of_write;
use crate::progress::Progress;

const EXAMPLE: &str = "\
The public sees nothing of it until `wiec release`.

Example: look first, then import, the schedule of another system
  wiec import schedule.xml --slug miasto-2026 --language pl --check
  wiec import schedule.xml --slug miasto-2026 --language pl";

/// Reads a file as the draft of a congress: all of it, or nothing and a list of what is wrong.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLE)]
pub(crate) struct Import {
    /// A congress file, a schedule.xml or a schedule.json; - reads standard input
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// Change nothing; say what would be imported
    #[arg(long)]
    check: bool,
    /// What the file is written in, where that is not seen from it
    #[arg(long, value_enum)]
    format: Option<Format>,
    /// The first word of the congress' addresses, where the file does not say it
    #[arg(long)]
    slug: Option<Slug>,
    /// The time zone of the congress, where the file does not say it: Europe/Warsaw
    #[arg(long, value_parser = Zone::named)]
    zone: Option<Zone>,
    /// The language of texts that do not say theirs: pl
    #[arg(long, value_name = "TAG")]
    language: Option<LanguageTag>,
    #[command(flatten)]
    overrides: Overrides,
    #[command(flatten)]
    schema: Schema,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Format {
    /// Our own: the whole congress
    Congress,
    /// frab's schedule.xml, also as pretalx writes it
    ScheduleXml,
    /// frab's schedule.json, also as pretalx writes it
    ScheduleJson,
}

impl Import {
    pub(crate) async fn run(self) -> anyhow::Result<()> {
        let config = Config::load(&self.overrides)?;
        logs::start_command(&config.logging);
        let mut programme = {
            let _progress = Progress::show("Reading");
            Input::read(&self.file)?.programme(self.format.map(Into::into), &self.hints())?
        };
        if self.check {
            check(&config.storage, &mut programme).await
        } else {
            import(&config.storage, self.schema, &mut programme).await
        }
    }

    fn hints(&self) -> Hints {
        Hints {
            slug: self.slug.clone(),
            zone: self.zone.clone(),
            language: self.language.clone(),
        }
    }
}

/// Says what would be imported. Opens a database only where there is one and nobody works in it.
async fn check(storage: &Storage, programme: &mut Programme) -> anyhow::Result<()> {
    let mut stdout = io::stdout().lock();
    writeln!(stdout, "Would import {}", described(programme))?;
    if !open::exists(storage) {
        writeln!(stdout, "There is no database in {} yet.", storage.location)?;
        return Ok(());
    }
    match Store::open(&storage.location).await {
        Ok(store) => {
            if store.pending_migrations().await?.is_empty() {
                keep_addresses(&store, programme).await?;
                let before = store.drafts().find(&programme.congress.slug).await?;
                writeln!(stdout, "{}", difference(before.as_ref(), programme))?;
            }
            store.close().await;
        }
        Err(locked @ OpenError::Locked { .. }) => {
            writeln!(stdout, "It was not compared with the draft: {locked}.")?
        }
        Err(other) => return Err(other.into()),
    }
    writeln!(stdout, "Nothing was changed.")?;
    Ok(())
}

/// Saves the draft in one transaction.
async fn import(
    storage: &Storage,
    schema: Schema,
    programme: &mut Programme,
) -> anyhow::Result<()> {
    let store = open::store(storage, schema).await?;
    keep_addresses(&store, programme).await?;
    let slug = &programme.congress.slug;
    let before = store.drafts().find(slug).await?;
    let progress = Progress::show("Saving");
    let mut tx = store.begin(Actor::Operator, Clock::REAL.now()).await?;
    tx.drafts().save(programme).await.map_err(of_write)?;
    tx.commit().await.map_err(of_write)?;
    drop(progress);
    store.close().await;
    let mut stdout = io::stdout().lock();
    writeln!(stdout, "Imported {}", described(programme))?;
    writeln!(stdout, "{}", difference(before.as_ref(), programme))?;
    writeln!(
        stdout,
        "The public sees it after `wiec release {slug} --name NAME`."
    )?;
    Ok(())
}

/// Files derive addresses from titles; those that have been released stay as they are.
async fn keep_addresses(store: &Store, programme: &mut Programme) -> anyhow::Result<()> {
    let newest = store.releases().newest(&programme.congress.slug).await?;
    if let Some(newest) = newest {
        programme.keep_addresses(&newest);
    }
    Ok(())
}

fn described(programme: &Programme) -> String {
    let congress = &programme.congress;
    format!(
        "{} ({}): {}.",
        congress.slug,
        congress.name.words(Lang::Pl),
        Counts::of(programme)
    )
}

fn difference(before: Option<&Programme>, now: &Programme) -> String {
    match before {
        None => "It is new.".to_owned(),
        Some(before) if before == now => "The draft was the same before.".to_owned(),
        Some(before) => match Counts::of(now).since(&Counts::of(before)) {
            Some(changes) => format!("Compared with the draft before: {changes}."),
            None => "The draft before had as many of everything, but not the same.".to_owned(),
        },
    }
}

impl From<Format> for read::Format {
    fn from(format: Format) -> Self {
        match format {
            Format::Congress => Self::CongressFile,
            Format::ScheduleXml => Self::ScheduleXml,
            Format::ScheduleJson => Self::ScheduleJson,
        }
    }
}
