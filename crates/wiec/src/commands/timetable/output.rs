//! Where a timetable goes: into a file or to standard output, and onto a page.

use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use clap::Args;
use wiec_model::Lang;
use wiec_timetable_report::Sheet;

use crate::commands::export::parse_lang;
use crate::outcome::Unwell;
use crate::whole_file;

/// What is written, and where.
#[derive(Debug, Args)]
pub(super) struct Output {
    /// Where to write the timetable, instead of standard output
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
    /// Where to write it as a page to look at
    #[arg(long, value_name = "FILE")]
    html: Option<PathBuf>,
    /// The language of the page: pl or en
    #[arg(long, value_name = "LANGUAGE", default_value = "pl", value_parser = parse_lang)]
    language: Lang,
}

impl Output {
    /// Writes the timetable, and the page if one is asked for. The lines tell of it where standard output
    /// is not taken by the timetable itself.
    pub(super) fn write(
        &self,
        timetable: &str,
        lines: &[String],
        sheet: impl FnOnce(Lang) -> anyhow::Result<Sheet>,
    ) -> anyhow::Result<()> {
        if let Some(path) = &self.html {
            whole_file::write(path, sheet(self.language)?.page().as_bytes())?;
        }
        let mut stdout = io::stdout().lock();
        let Some(path) = &self.out else {
            return Ok(stdout.write_all(timetable.as_bytes())?);
        };
        whole_file::write(path, timetable.as_bytes())?;
        for line in lines {
            writeln!(stdout, "{line}")?;
        }
        Ok(())
    }
}

/// Says that hard rules are broken, and what to do: `advice` before the question whether they can hold.
pub(super) fn still_broken(file: &Path, advice: &str) -> anyhow::Result<()> {
    writeln!(
        io::stderr(),
        "wiec: hard rules are still broken; {advice}ask `wiec timetable explain {}` whether they can all hold",
        file.display()
    )?;
    Err(Unwell.into())
}
