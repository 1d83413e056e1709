//! `wiec opinion map`: two tables in, a map out: as a summary, or as the files that were asked for.

use std::io::{self, Write as _};
use std::num::NonZero;
use std::path::PathBuf;
use std::thread::available_parallelism;

use clap::{Args, ValueEnum, value_parser};
use wiec_opinion::{Mode, OpinionMap, Settings, map};

use super::input::{Agree, BadRows, Input};
use super::output::{Drawn, Output};
use super::summary::summary;
use crate::progress::Progress;

const EXAMPLE: &str = "\
Tables are those that Polis exports (votes.csv or participants-votes.csv, and comments.csv), or
plain ones: participant,statement,vote,timestamp with agree, pass, disagree for votes; and
id,text,moderation,is_meta for statements.

Examples: what a conversation came to, in a few lines
  wiec opinion map --votes votes.csv --statements comments.csv
A report to read and to print, and the map as a picture
  wiec opinion map --votes votes.csv --statements comments.csv --report report.html --svg map.svg
The map for another program, and Polis' five tables with the groups of this map
  wiec opinion map --votes votes.csv --statements comments.csv --json map.json --export tables
A published map of Polis, checked: its rules, three groups, votes straight from its database
  wiec opinion map --votes dump.csv --statements comments.csv --mode compat --groups 3 --agree-is -1";

/// Draws the map of one conversation: a summary, unless a file is asked for.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLE)]
pub(crate) struct Map {
    /// The table of votes
    #[arg(long, value_name = "FILE")]
    votes: PathBuf,
    /// The table of statements
    #[arg(long, value_name = "FILE")]
    statements: PathBuf,
    /// Whose rules are followed
    #[arg(long, value_enum, default_value_t = Rules::Standard)]
    mode: Rules,
    /// The number of groups, 2 to 26; without it, the one that fits best
    #[arg(long, value_name = "K", value_parser = value_parser!(u8).range(2..=26))]
    groups: Option<u8>,
    /// No group with fewer members is shown; Polis' rules may find one, which only the JSON and the tables have
    #[arg(long, value_name = "PEOPLE", default_value = "5")]
    min_group: NonZero<usize>,
    /// Which number means agree, where it cannot be seen
    #[arg(long, value_enum, value_name = "NUMBER", allow_hyphen_values = true)]
    agree_is: Option<Agree>,
    /// Leave rows that make no sense out, and say how many
    #[arg(long)]
    lenient: bool,
    #[command(flatten)]
    output: Output,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Rules {
    /// Ours: positions that do not depend on how much one voted, intervals, steady groups
    Standard,
    /// Polis', to the letter
    Compat,
}

impl Map {
    pub(crate) fn run(self) -> anyhow::Result<()> {
        let bad_rows = match self.lenient {
            true => BadRows::Skip,
            false => BadRows::Refuse,
        };
        let input = Input::read(&self.votes, &self.statements, self.agree_is, bad_rows)?;
        let map = {
            let _progress = Progress::show("Drawing the map");
            map(&input.conversation, &self.settings())
        };
        self.tell_other_groups(&map);
        let drawn = Drawn {
            input: &input,
            map: &map,
            min_group: self.min_group.get(),
        };
        let written = self.output.write(&drawn)?;
        let mut stdout = io::stdout().lock();
        if written.is_empty() {
            let shown = map.without_groups_below(self.min_group.get());
            write!(stdout, "{}", summary(&shown, &input.statements))?;
        }
        for path in written {
            writeln!(stdout, "Wrote {}", path.display())?;
        }
        Ok(())
    }

    /// Says so where there are not as many groups as were asked for.
    fn tell_other_groups(&self, map: &OpinionMap) {
        let (asked, found) = (self.groups.map(usize::from), map.groups.len());
        if asked.is_some_and(|asked| asked != found) {
            // Where standard error is closed, nobody asked.
            let _ = writeln!(
                io::stderr(),
                "there are {found} groups: the people do not fall into {} of at least {} each",
                asked.unwrap_or_default(),
                self.min_group
            );
        }
    }

    fn settings(&self) -> Settings {
        Settings {
            mode: match self.mode {
                Rules::Standard => Mode::Standard,
                Rules::Compat => Mode::Compat,
            },
            groups: self.groups.map(usize::from),
            min_group: self.min_group.get(),
            threads: available_parallelism().map_or(1, NonZero::get),
            ..Settings::default()
        }
    }
}
