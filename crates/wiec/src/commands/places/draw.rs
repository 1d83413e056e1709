//! `wiec places draw`: lots from a chance that was announced, and places from lots and wishes.

use std::collections::BTreeMap;
use std::io::{self, Write as _};
use std::path::PathBuf;

use clap::Args;
use wiec_allotment::draw::{Proof, draw};
use wiec_interchange::allotment::wishes::Wishes;

use super::given::{Given, Method};
use super::input::{List, compare, read_slips, read_wishes};
use crate::progress::Progress;
use crate::whole_file;

const EXAMPLE: &str = "\
Example: after the drand round that was announced
  wiec places draw wishes.json --list list.json --slips slips.tsv \\
    --rule \"study visits, drand round 123\" --beacon 5f3a --out places.json --proof proof.json";

/// Partial answers that are looked at before the search for the best one stops, unless said otherwise.
pub(super) const STEPS: usize = 20_000;

/// Draws lots and gives the places; writes both, with what is needed to check them.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLE)]
pub(crate) struct Draw {
    /// The wishes, as wiec-places/1
    #[arg(value_name = "WISHES")]
    wishes: PathBuf,
    /// The list as it was published
    #[arg(long, value_name = "FILE")]
    list: PathBuf,
    /// The slips of the list
    #[arg(long, value_name = "FILE")]
    slips: PathBuf,
    /// What was announced: what is drawn, and whose chance counts
    #[arg(long, value_name = "WORDS")]
    rule: String,
    /// The chance, as it was published
    #[arg(long, value_name = "WORDS")]
    beacon: String,
    /// By which rule places are given
    #[arg(long, value_enum, default_value_t = Method::Best)]
    method: Method,
    /// How many partial answers are looked at before the best one so far is taken
    #[arg(long, value_name = "COUNT", default_value_t = STEPS)]
    steps: usize,
    /// Where to write who gets what
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
    /// Where to write the proof of the draw
    #[arg(long, value_name = "FILE")]
    proof: PathBuf,
}

impl Draw {
    pub(super) fn run(self) -> anyhow::Result<()> {
        let wishes = read_wishes(&self.wishes)?;
        let list = List::read(&self.list)?;
        compare(&wishes, &read_slips(&self.slips)?, &list)?;
        let proof = draw(&self.rule, &self.beacon, list.list)?;
        let given = {
            let _progress = Progress::show("Looking for the best answer");
            Given::of(
                &wishes,
                &order(&wishes, &proof),
                &proof.seed,
                self.method,
                self.steps,
            )?
        };
        let mut text = serde_json::to_string_pretty(&given)?;
        text.push('\n');
        whole_file::write(&self.proof, proof.to_text()?.as_bytes())?;
        whole_file::write(&self.out, text.as_bytes())?;
        tell(&given)
    }
}

/// The parties by their numbers, in the order in which they were drawn.
///
/// The list and the wishes have the same parties; a draw whose proof was read has others, perhaps,
/// and then only those are in the order that both have.
pub(super) fn order(wishes: &Wishes, proof: &Proof) -> Vec<usize> {
    let numbers: BTreeMap<&str, usize> = wishes
        .parties
        .iter()
        .enumerate()
        .map(|(number, id)| (id.as_str(), number))
        .collect();
    let drawn = proof.order.iter();
    drawn
        .filter_map(|(id, _)| numbers.get(id.as_str()).copied())
        .collect()
}

fn tell(given: &Given) -> anyhow::Result<()> {
    let mut stdout = io::stdout().lock();
    writeln!(
        stdout,
        "{} of {} people have a place",
        given.placed(),
        given.people
    )?;
    for (class, profile) in given.profiles.iter().enumerate() {
        let counts: Vec<String> = profile.iter().map(u32::to_string).collect();
        let of_class = if given.profiles.len() > 1 {
            format!("class {class}: ")
        } else {
            String::new()
        };
        writeln!(
            stdout,
            "{of_class}by first wish, second wish and so on: {}",
            counts.join(", ")
        )?;
    }
    let sure = match (given.method, given.proved) {
        (Method::Turns, _) => "given in turns, in the order of the lots",
        (Method::Best, true) => "proved: no answer is better",
        (Method::Best, false) => {
            "the best answer found; a better one may exist, and more --steps look on"
        }
    };
    writeln!(stdout, "{sure}")?;
    Ok(())
}
