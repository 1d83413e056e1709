//! The files that hold what is to be planned, recognised by what is in them.

use std::collections::BTreeSet;
use std::path::Path;

use clap::ValueEnum;
use serde::Deserialize;
use wiec_model::SessionCode;
use wiec_timetable::{Malformed, cosp, enrolment, favourites};

use super::congress::Congress;
use crate::outcome::InputProblems;
use crate::whole_file;

/// What a file is written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    /// A congress: a congress file, or wiec-congress-timetable/1
    Congress,
    /// cosp-json/1, the instances of CoSPLib
    Cosp,
    /// fav-json/1, favourites alone
    Fav,
    /// ITC-2007, track 2
    Tim,
}

/// What is to be planned.
pub(super) enum Case {
    Congress(Box<Congress>),
    Cosp(Box<cosp::Problem>),
    Favourites(favourites::Problem),
    Enrolment(enrolment::Problem),
}

impl Case {
    /// Reads a file, as what it is or as what it is said to be.
    pub(super) fn read(
        path: &Path,
        format: Option<Format>,
        pinned: &BTreeSet<SessionCode>,
    ) -> anyhow::Result<Self> {
        let bytes = whole_file::read(path)?;
        match format.unwrap_or_else(|| Format::of(&bytes)) {
            Format::Congress => {
                let congress = Congress::read(path, &bytes, pinned)?;
                Ok(Self::Congress(Box::new(congress)))
            }
            Format::Cosp => {
                let problem = cosp::read(text(path, &bytes)?);
                Ok(Self::Cosp(Box::new(problem.map_err(refused(path))?)))
            }
            Format::Fav => {
                let problem = favourites::read(text(path, &bytes)?);
                Ok(Self::Favourites(problem.map_err(refused(path))?))
            }
            Format::Tim => {
                let problem = enrolment::read(text(path, &bytes)?);
                Ok(Self::Enrolment(problem.map_err(refused(path))?))
            }
        }
    }
}

/// The key by which files in JSON say what they are.
#[derive(Deserialize)]
struct Told {
    #[serde(default)]
    format: String,
}

impl Format {
    fn of(bytes: &[u8]) -> Self {
        let told = serde_json::from_slice::<Told>(bytes).map(|told| told.format);
        match told.as_deref() {
            Ok("cosp-json/1") => Self::Cosp,
            Ok("fav-json/1") => Self::Fav,
            Err(_) if bytes.first().is_some_and(u8::is_ascii_digit) => Self::Tim,
            _ => Self::Congress,
        }
    }
}

pub(super) fn text<'a>(path: &Path, bytes: &'a [u8]) -> Result<&'a str, InputProblems> {
    std::str::from_utf8(bytes).map_err(|_| wrong(path, "this is not text in UTF-8"))
}

/// What the reader found wrong, with the name of the file.
pub(super) fn refused(path: &Path) -> impl Fn(Malformed) -> InputProblems {
    move |error| wrong(path, &error.to_string())
}

pub(super) fn wrong(path: &Path, message: &str) -> InputProblems {
    InputProblems::in_file(path, [message], "nothing was planned")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_recognised_by_what_is_in_it() {
        for (file, format) in [
            (r#"{"format": "cosp-json/1"}"#, Format::Cosp),
            (r#"{"format": "fav-json/1"}"#, Format::Fav),
            (
                r#"{"format": "wiec-congress-timetable/1"}"#,
                Format::Congress,
            ),
            (r#"{"congress": {}}"#, Format::Congress),
            ("400 10 10 500\n30", Format::Tim),
            ("nonsense", Format::Congress),
        ] {
            assert_eq!(Format::of(file.as_bytes()), format, "{file}");
        }
    }
}
