//! The files that a map becomes, those that were asked for.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Context as _;
use clap::Args;
use wiec_interchange::conversation::{About, EXPORT_FILES, export};
use wiec_model::{Lang, LanguageTag};
use wiec_opinion::OpinionMap;
use wiec_opinion_report::{Subject, picture, report};

use super::input::Input;
use crate::commands::export::parse_lang;
use crate::progress::Progress;
use crate::whole_file;

/// What is written, and where.
#[derive(Debug, Args)]
pub(super) struct Output {
    /// What the conversation is about
    #[arg(long, value_name = "WORDS", default_value = "")]
    title: String,
    /// Write the whole map; crates/calc/opinion/schema describes every key, unit and sign
    #[arg(long, value_name = "FILE")]
    json: Option<PathBuf>,
    /// Write the map as a picture
    #[arg(long, value_name = "FILE")]
    svg: Option<PathBuf>,
    /// Write a page to read and to print, which needs nothing else
    #[arg(long, value_name = "FILE")]
    report: Option<PathBuf>,
    /// The language of the report and the picture: pl or en
    #[arg(long, value_name = "LANGUAGE", default_value = "pl", value_parser = parse_lang)]
    language: Lang,
    /// The language of the statements, for screen readers: zh-Hant
    #[arg(long, value_name = "TAG")]
    statements_in: Option<LanguageTag>,
    /// Write the five tables of a Polis export into a folder
    #[arg(long, value_name = "FOLDER")]
    export: Option<PathBuf>,
}

/// A map, and what it was drawn from.
pub(super) struct Drawn<'a> {
    pub(super) input: &'a Input,
    pub(super) map: &'a OpinionMap,
    pub(super) min_group: usize,
}

impl Output {
    /// Writes what was asked for, and says which files that was.
    pub(super) fn write(&self, drawn: &Drawn<'_>) -> anyhow::Result<Vec<PathBuf>> {
        let _progress = Progress::show("Writing");
        let mut written = Vec::new();
        if let Some(path) = &self.json {
            let mut bytes = serde_json::to_vec(drawn.map)?;
            bytes.push(b'\n');
            write(path, &bytes, &mut written)?;
        }
        if self.svg.is_some() || self.report.is_some() {
            self.write_pages(drawn, &mut written)?;
        }
        if let Some(folder) = &self.export {
            self.write_tables(folder, drawn, &mut written)?;
        }
        Ok(written)
    }

    fn write_pages(&self, drawn: &Drawn<'_>, written: &mut Vec<PathBuf>) -> anyhow::Result<()> {
        let statements = drawn.input.statements.iter();
        let texts: BTreeMap<u64, &str> = statements
            .map(|(&id, described)| (id, described.text.as_str()))
            .collect();
        let subject = Subject::new(drawn.map, &texts, drawn.min_group, self.language)
            .titled(&self.title)
            .spoken_in(self.statements_in.clone());
        if let Some(path) = &self.svg {
            write(path, picture(&subject).as_bytes(), written)?;
        }
        if let Some(path) = &self.report {
            write(path, report(&subject).as_bytes(), written)?;
        }
        Ok(())
    }

    fn write_tables(
        &self,
        folder: &Path,
        drawn: &Drawn<'_>,
        written: &mut Vec<PathBuf>,
    ) -> anyhow::Result<()> {
        fs::create_dir_all(folder).with_context(|| format!("cannot make {}", folder.display()))?;
        let about = About {
            topic: self.title.clone(),
            ..About::default()
        };
        let Drawn { input, map, .. } = drawn;
        let tables = export(&about, &input.statements, &input.conversation, map);
        for (name, table) in EXPORT_FILES.iter().zip(tables) {
            write(&folder.join(name), &table, written)?;
        }
        Ok(())
    }
}

fn write(path: &Path, bytes: &[u8], written: &mut Vec<PathBuf>) -> anyhow::Result<()> {
    whole_file::write(path, bytes)?;
    written.push(path.to_owned());
    Ok(())
}
