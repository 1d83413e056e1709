//! The file to import: its name, its bytes, and its problems where people find them.

use std::fs::File;
use std::io::{self, Read as _};
use std::path::Path;

use anyhow::Context as _;
use wiec_interchange::read::{Format, Hints, MAX_BYTES, Place, Problem, read};
use wiec_model::Programme;

use crate::outcome::InputProblems;

/// A file that was read.
pub(super) struct Input {
    name: String,
    bytes: Vec<u8>,
}

impl Input {
    /// Reads a file, or standard input where it is called `-`.
    pub(super) fn read(path: &Path) -> anyhow::Result<Self> {
        let is_stdin = path.as_os_str() == "-";
        let name = if is_stdin {
            "standard input".to_owned()
        } else {
            path.display().to_string()
        };
        let read = if is_stdin {
            read_some(io::stdin().lock())
        } else {
            File::open(path).and_then(read_some)
        };
        let bytes = read.with_context(|| format!("cannot read {name}"))?;
        Ok(Self { name, bytes })
    }

    /// What it holds.
    pub(super) fn programme(
        &self,
        format: Option<Format>,
        hints: &Hints,
    ) -> Result<Programme, InputProblems> {
        let format = format.unwrap_or_else(|| Format::detect(Some(&self.name), &self.bytes));
        read(&self.bytes, format, hints).map_err(|problems| InputProblems {
            problems: problems.iter().map(|problem| self.line(problem)).collect(),
            consequence: "nothing was imported",
        })
    }

    /// A problem with its place, in the way that editors understand: `schedule.xml:12:5: …`.
    fn line(&self, problem: &Problem) -> String {
        let Problem { place, message } = problem;
        match place {
            Place::File => format!("{}: {message}", self.name),
            Place::Line { line, column } => format!("{}:{line}:{column}: {message}", self.name),
            Place::Row { line } => format!("{}:{line}: {message}", self.name),
            Place::Value { .. } => format!("{}: {place}: {message}", self.name),
        }
    }
}

/// One byte more than is allowed is enough to know that it is too much.
fn read_some(file: impl io::Read) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    file.take(MAX_BYTES as u64 + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}
