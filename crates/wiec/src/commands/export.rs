//! `wiec export`: the draft or a release of a congress as a file.

use std::io::{self, Write as _};
use std::path::PathBuf;

use anyhow::{Context as _, bail};
use clap::{Args, ValueEnum};
use wiec_interchange::congress_file;
use wiec_interchange::write::{frab_json, frab_xml};
use wiec_model::{Lang, Slug};
use wiec_store::Store;

use crate::config::Config;
use crate::config::overrides::Overrides;
use crate::{logs, open, whole_file};

const EXAMPLE: &str = "\
A congress file holds all of a draft and reads back the same. Schedules are of a release,
since they name public addresses: the newest, unless --release says which.

Example: a backup of the draft, as a file to read and edit
  wiec export kpm-2019 --out kpm-2019.json";

/// Writes the draft or a release of a congress as a file.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLE)]
pub(crate) struct Export {
    /// The first word of its addresses; not needed where there is only one congress
    #[arg(value_name = "CONGRESS")]
    slug: Option<Slug>,
    /// What the file is written in
    #[arg(long, value_enum, default_value_t = Format::Congress)]
    format: Format,
    /// Where to write it, instead of standard output
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
    /// Write the draft, which is what a congress file is of by default
    #[arg(long, conflicts_with = "release")]
    draft: bool,
    /// Write the release of this number
    #[arg(long, value_name = "NUMBER")]
    release: Option<u32>,
    /// The language of a schedule, which holds one only: pl or en
    #[arg(long, value_name = "LANGUAGE", default_value = "pl", value_parser = parse_lang)]
    language: Lang,
    #[command(flatten)]
    overrides: Overrides,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// Our own: the whole congress
    Congress,
    /// frab's schedule.xml
    ScheduleXml,
    /// frab's schedule.json
    ScheduleJson,
}

impl Export {
    pub(crate) async fn run(self) -> anyhow::Result<()> {
        let config = Config::load(&self.overrides)?;
        logs::start_command(&config.logging);
        let store = open::existing(&config.storage).await?;
        let slug =
            open::congress(&store, self.slug.as_ref().or(config.web.congress.as_ref())).await?;
        let file = match self.format {
            Format::Congress => self.congress_file(&store, &slug).await?,
            Format::ScheduleXml => self.schedule(&store, &slug, frab_xml::FILE).await?,
            Format::ScheduleJson => self.schedule(&store, &slug, frab_json::FILE).await?,
        };
        store.close().await;
        match &self.out {
            Some(path) => whole_file::write(path, &file),
            None => Ok(io::stdout().lock().write_all(&file)?),
        }
    }

    async fn congress_file(&self, store: &Store, slug: &Slug) -> anyhow::Result<Vec<u8>> {
        let programme = match self.release {
            None => store.drafts().find(slug).await?,
            Some(number) => store
                .releases()
                .find(slug, number)
                .await?
                .map(|release| release.programme),
        };
        let programme = programme.with_context(|| self.nothing(slug))?;
        Ok(congress_file::write(&programme).into_bytes())
    }

    /// One of the files that were made of a release: the same bytes that the site gives.
    async fn schedule(&self, store: &Store, slug: &Slug, name: &str) -> anyhow::Result<Vec<u8>> {
        if self.draft {
            bail!(
                "a schedule is of a release, since it names public addresses; write the draft with --format congress"
            );
        }
        let number = match self.release {
            Some(number) => Some(number),
            None => store
                .releases()
                .list(slug)
                .await?
                .first()
                .map(|release| release.number),
        };
        let number = number.with_context(|| {
            format!("{slug} has not been released yet; `wiec release {slug}` does it")
        })?;
        let file = store
            .exports()
            .find(slug, number, &format!("{}/{name}", self.language))
            .await?;
        Ok(file.with_context(|| self.nothing(slug))?.identity)
    }

    fn nothing(&self, slug: &Slug) -> String {
        match self.release {
            Some(number) => {
                format!("{slug} has no release {number}; `wiec history {slug}` lists them")
            }
            None => format!("there is no {slug}; `wiec congresses` lists what there is"),
        }
    }
}

pub(crate) fn parse_lang(words: &str) -> Result<Lang, String> {
    Lang::ALL
        .into_iter()
        .find(|lang| lang.code() == words)
        .ok_or_else(|| "write pl or en".to_owned())
}
