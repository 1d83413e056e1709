//! The two tables that a map is drawn from, and what is wrong in them.

use std::io::{self, Write as _};
use std::path::Path;

use clap::ValueEnum;
use wiec_interchange::conversation::{
    AgreeIs, Contradiction, Statements, Unreadable, contradiction, read_statements, read_votes,
};
use wiec_interchange::read::{Place, Problem};
use wiec_opinion::Conversation;

use crate::outcome::InputProblems;
use crate::progress::Progress;
use crate::whole_file;

const CONSEQUENCE: &str = "no map was drawn";

/// What is done with rows that make no sense.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum BadRows {
    /// They are listed, and nothing else is done.
    Refuse,
    /// They are counted, and left out.
    Skip,
}

/// Which number means agree in the table of votes.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(super) enum Agree {
    /// In every export of Polis
    #[value(name = "1")]
    PlusOne,
    /// In Polis' database
    #[value(name = "-1")]
    MinusOne,
}

/// A conversation and the texts of its statements.
pub(super) struct Input {
    pub(super) conversation: Conversation,
    pub(super) statements: Statements,
}

impl Input {
    /// Reads both tables.
    pub(super) fn read(
        votes: &Path,
        statements: &Path,
        agree: Option<Agree>,
        bad_rows: BadRows,
    ) -> anyhow::Result<Self> {
        let (described, bad_statements) = {
            let _progress = Progress::show("Reading the statements");
            read_statements(&whole_file::read(statements)?)
                .map_err(|error| refused(statements, &error))?
        };
        let (mut conversation, bad_votes) = {
            let _progress = Progress::show("Reading the votes");
            read_votes(&whole_file::read(votes)?, agree.map(Into::into))
                .map_err(|error| refused(votes, &error))?
        };
        judge(
            &[(statements, bad_statements), (votes, bad_votes)],
            bad_rows,
        )?;
        if agree.is_none()
            && let Some(found) = contradiction(&described, &conversation)
        {
            return Err(exchanged(votes, statements, found).into());
        }
        for it in described.values() {
            conversation.describe(it.statement);
        }
        Ok(Self {
            conversation,
            statements: described,
        })
    }
}

/// Lists all rows that make no sense, or says how many there are.
fn judge(found: &[(&Path, Vec<Problem>)], bad_rows: BadRows) -> anyhow::Result<()> {
    let lines = |(path, problems): &(&Path, Vec<Problem>)| -> Vec<String> {
        problems.iter().map(|problem| line(path, problem)).collect()
    };
    let problems: Vec<String> = found.iter().flat_map(lines).collect();
    match bad_rows {
        _ if problems.is_empty() => Ok(()),
        BadRows::Refuse => Err(InputProblems {
            problems,
            consequence: "no map was drawn; --lenient leaves such rows out",
        }
        .into()),
        BadRows::Skip => {
            for (path, problems) in found.iter().filter(|(_, it)| !it.is_empty()) {
                let rows = if problems.len() == 1 { "row" } else { "rows" };
                // Where standard error is closed, nobody asked.
                let _ = writeln!(
                    io::stderr(),
                    "{}: {} {rows} left out",
                    path.display(),
                    problems.len()
                );
            }
            Ok(())
        }
    }
}

/// As editors understand it: `votes.csv:12: …`.
fn line(path: &Path, Problem { place, message }: &Problem) -> String {
    match place {
        Place::Row { line } => format!("{}:{line}: {message}", path.display()),
        _ => format!("{}: {message}", path.display()),
    }
}

fn refused(path: &Path, error: &Unreadable) -> InputProblems {
    let problem = match error {
        Unreadable::Table(problem) => line(path, problem),
        Unreadable::WhichSign { .. } => format!(
            "{}: {error}; say --agree-is -1 or --agree-is 1",
            path.display()
        ),
    };
    InputProblems {
        problems: vec![problem],
        consequence: CONSEQUENCE,
    }
}

fn exchanged(votes: &Path, statements: &Path, found: Contradiction) -> InputProblems {
    let Contradiction { off, off_turned } = found;
    InputProblems {
        problems: vec![format!(
            "{}: agree and disagree seem to be exchanged: the agrees and disagrees of {} are missed by {off} votes as they are, by {off_turned} with -1 for agree; say --agree-is -1 or --agree-is 1",
            votes.display(),
            statements.display()
        )],
        consequence: CONSEQUENCE,
    }
}

impl From<Agree> for AgreeIs {
    fn from(agree: Agree) -> Self {
        match agree {
            Agree::PlusOne => Self::PlusOne,
            Agree::MinusOne => Self::MinusOne,
        }
    }
}
