//! How a command ends: a sentence for people, a number for scripts.

use std::fmt;
use std::io::{self, Write as _};
use std::path::Path;
use std::process::ExitCode;

use wiec_store::{OpenError, StoreError};

/// It failed, or the doctor found something wrong.
const FAILED: u8 = 1;
/// What was given has problems. The parser of the command line ends with the same number.
const INPUT: u8 = 2;
/// The data folder is in use.
const IN_USE: u8 = 3;

/// What was given has problems: a file, or the configuration.
#[derive(Debug, thiserror::Error)]
#[error("{}", self.lines())]
pub(crate) struct InputProblems {
    /// One line each, which says where, what and what would be right.
    pub(crate) problems: Vec<String>,
    /// What follows: `nothing was imported`.
    pub(crate) consequence: &'static str,
}

impl InputProblems {
    /// Problems of one file, each with its name before it.
    pub(crate) fn in_file<P: fmt::Display>(
        path: &Path,
        problems: impl IntoIterator<Item = P>,
        consequence: &'static str,
    ) -> Self {
        let line = |problem| format!("{}: {problem}", path.display());
        Self {
            problems: problems.into_iter().map(line).collect(),
            consequence,
        }
    }

    fn lines(&self) -> String {
        let count = self.problems.len();
        let problems = if count == 1 {
            "1 problem"
        } else {
            &format!("{count} problems")
        };
        format!(
            "{}\n{problems}: {}",
            self.problems.join("\n"),
            self.consequence
        )
    }
}

/// Something is wrong, and has been said already.
#[derive(Debug)]
pub(crate) struct Unwell;

impl fmt::Display for Unwell {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("something is wrong")
    }
}

impl std::error::Error for Unwell {}

/// What the store says of a write, with what to do where another process wrote at the same time.
pub(crate) fn of_write(error: StoreError) -> anyhow::Error {
    match error {
        StoreError::Conflict { .. } | StoreError::Stale => anyhow::Error::new(error).context(
            "another process imported or released meanwhile, and nothing was written; look with `wiec congresses` and run it again",
        ),
        other => other.into(),
    }
}

/// Says why a command failed, if it did, and what its exit code is.
pub(crate) fn tell(outcome: anyhow::Result<()>) -> ExitCode {
    let Err(error) = outcome else {
        return ExitCode::SUCCESS;
    };
    if is_broken_pipe(&error) {
        // `wiec export | head` has all it wanted.
        return ExitCode::SUCCESS;
    }
    if let Some(problems) = error.downcast_ref::<InputProblems>() {
        complain(problems);
        return ExitCode::from(INPUT);
    }
    if error.downcast_ref::<Unwell>().is_none() {
        complain(&format!("wiec: {error:#}"));
    }
    let in_use = matches!(error.downcast_ref(), Some(OpenError::Locked { .. }));
    ExitCode::from(if in_use { IN_USE } else { FAILED })
}

fn complain(words: &dyn fmt::Display) {
    // Where standard error is closed, only the exit code is left to speak.
    let _ = writeln!(io::stderr(), "{words}");
}

fn is_broken_pipe(error: &anyhow::Error) -> bool {
    error
        .downcast_ref::<io::Error>()
        .is_some_and(|error| error.kind() == io::ErrorKind::BrokenPipe)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_release_that_came_second_says_what_to_do() {
        let constraint = "schedules_pkey".to_owned();
        let said = format!("{:#}", of_write(StoreError::Conflict { constraint }));
        assert!(said.starts_with("another process"), "{said}");
        assert!(said.contains("`wiec congresses`"), "{said}");
        assert!(said.ends_with("schedules_pkey"), "{said}");
    }

    #[test]
    fn problems_are_listed_and_counted() {
        let problems = vec!["a: wrong".to_owned(), "b: wrong too".to_owned()];
        let said = InputProblems {
            problems,
            consequence: "nothing was imported",
        }
        .to_string();
        assert_eq!(
            said,
            "a: wrong\nb: wrong too\n2 problems: nothing was imported"
        );
    }
}
