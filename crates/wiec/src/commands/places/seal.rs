//! `wiec places seal`: the list is closed. What is published commits to all wishes and shows none.

use std::io::{self, Write as _};
use std::path::PathBuf;

use clap::Args;
use wiec_allotment::draw::{commitment, list_hash};
use wiec_kit::chance::Chance;

use super::input::{List, read_wishes};
use crate::whole_file;

const EXAMPLE: &str = "\
Example: close the list of the study visits
  wiec places seal wishes.json --list list.json --slips slips.tsv
Check one's own line of the slips
  grep -P '\\tAla\\t' slips.tsv | sha256sum";

/// Closes the list of a draw: writes what is published, and the slips with which each party checks it.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLE)]
pub(crate) struct Seal {
    /// The wishes, as wiec-places/1
    #[arg(value_name = "WISHES")]
    wishes: PathBuf,
    /// Where to write the list that is published
    #[arg(long, value_name = "FILE")]
    list: PathBuf,
    /// Where to write the slips, a line for each party: keep them, and give each its own
    #[arg(long, value_name = "FILE")]
    slips: PathBuf,
}

impl Seal {
    pub(super) fn run(self) -> anyhow::Result<()> {
        let wishes = read_wishes(&self.wishes)?;
        let chance = Chance::System;
        let (mut list, mut slips) = (Vec::new(), String::new());
        for (number, id) in wishes.parties.iter().enumerate() {
            let (salt, entry) = (chance.token(), wishes.entry(number));
            list.push((id.clone(), commitment(&salt, id, &entry)?));
            slips.push_str(&format!("{salt}\t{id}\t{entry}\n"));
        }
        list.sort();
        let hash = list_hash(&list)?;
        let mut text = serde_json::to_string(&List::of(list, hash.clone()))?;
        text.push('\n');
        // The slips first: a list that nobody can open must not get published.
        whole_file::write(&self.slips, slips.as_bytes())?;
        whole_file::write(&self.list, text.as_bytes())?;
        let mut stdout = io::stdout().lock();
        writeln!(
            stdout,
            "Sealed {} parties; the list is {hash}",
            wishes.parties.len()
        )?;
        writeln!(
            stdout,
            "Publish {}, keep {}",
            self.list.display(),
            self.slips.display()
        )?;
        Ok(())
    }
}
