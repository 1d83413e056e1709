//! `wiec places verify`: the lots are drawn again and compared; so are the places, by who has the wishes.

use std::fs;
use std::io::{self, Write as _};
use std::path::PathBuf;

use anyhow::{Context as _, bail};
use clap::Args;
use wiec_allotment::draw::{Proof, commitment, verify};

use super::draw::order;
use super::given::Given;
use super::input::{List, compare, read_slips, read_wishes, wrong};
use crate::progress::Progress;
use crate::whole_file;

const EXAMPLE: &str = "\
Whether the beacon is the one announced, compare with where it was published.

Examples: what everybody can check
  wiec places verify proof.json --list list.json --rule \"study visits, drand round 123\" --beacon 5f3a
That one's own line is in the draw
  wiec places verify proof.json --slip my-line.tsv
That the places follow from the draw, for who may see all wishes and slips
  wiec places verify proof.json --slip slips.tsv --wishes wishes.json --places places.json";

/// Checks the proof of a draw, and what else is given beside it.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLE)]
pub(crate) struct Verify {
    /// The proof of the draw
    #[arg(value_name = "PROOF")]
    proof: PathBuf,
    /// The list as it was published before the draw
    #[arg(long, value_name = "FILE")]
    list: Option<PathBuf>,
    /// The rule as it was announced
    #[arg(long, value_name = "WORDS")]
    rule: Option<String>,
    /// The chance, from where it was published
    #[arg(long, value_name = "WORDS")]
    beacon: Option<String>,
    /// A file with lines of the slips
    #[arg(long, value_name = "FILE")]
    slip: Option<PathBuf>,
    /// The wishes that the places were given by
    #[arg(long, value_name = "FILE", requires = "places")]
    wishes: Option<PathBuf>,
    /// The places that were given
    #[arg(long, value_name = "FILE", requires = "wishes")]
    places: Option<PathBuf>,
    /// As it was said when the places were given
    #[arg(long, value_name = "COUNT", default_value_t = super::draw::STEPS)]
    steps: usize,
}

impl Verify {
    pub(super) fn run(self) -> anyhow::Result<()> {
        let text = fs::read_to_string(&self.proof)
            .with_context(|| format!("cannot read {}", self.proof.display()))?;
        let proof = verify(&text).map_err(|error| wrong(&self.proof, &error.to_string()))?;
        let mut held = vec![format!(
            "{} lots follow from the rule, the list and the beacon",
            proof.order.len()
        )];
        held.extend(self.as_announced(&proof)?);
        held.extend(self.own_lines(&proof)?);
        held.extend(self.places_follow(&proof)?);
        let mut stdout = io::stdout().lock();
        for line in held {
            writeln!(stdout, "right: {line}")?;
        }
        Ok(())
    }

    /// The list, the rule and the beacon, as far as they were given.
    fn as_announced(&self, proof: &Proof) -> anyhow::Result<Vec<String>> {
        let mut held = Vec::new();
        if let Some(path) = &self.list {
            let list = List::read(path)?;
            if list.list != proof.list || list.list_hash != proof.list_hash {
                bail!("the draw is not of the list in {}", path.display());
            }
            held.push(format!(
                "the list is the published one, {}",
                proof.list_hash
            ));
        }
        for (what, announced, drawn) in [
            ("rule", &self.rule, &proof.rule),
            ("beacon", &self.beacon, &proof.beacon),
        ] {
            if let Some(announced) = announced {
                if announced != drawn {
                    bail!("the {what} of the draw is \"{drawn}\", not \"{announced}\"");
                }
                held.push(format!("the {what} is \"{drawn}\""));
            }
        }
        Ok(held)
    }

    fn own_lines(&self, proof: &Proof) -> anyhow::Result<Vec<String>> {
        let Some(path) = &self.slip else {
            return Ok(Vec::new());
        };
        let slips = read_slips(path)?;
        let mut held = Vec::new();
        for (id, (salt, entry)) in slips {
            let told = commitment(&salt, &id, &entry)?;
            let Some(lot) = proof.order.iter().position(|(drawn, _)| *drawn == id) else {
                bail!("{id} is not in the draw");
            };
            if !proof.list.contains(&(id.clone(), told)) {
                bail!("the draw is not of what {id} entered: {entry}");
            }
            held.push(format!(
                "{id} is in the draw with {entry}, and has lot {}",
                lot + 1
            ));
        }
        Ok(held)
    }

    fn places_follow(&self, proof: &Proof) -> anyhow::Result<Option<String>> {
        let (Some(wishes), Some(places)) = (&self.wishes, &self.places) else {
            return Ok(None);
        };
        let wishes = read_wishes(wishes)?;
        let told: Given = serde_json::from_slice(&whole_file::read(places)?)
            .map_err(|error| wrong(places, &format!("these are not places given: {error}")))?;
        if let Some(slips) = &self.slip {
            let list = List::of(proof.list.clone(), proof.list_hash.clone());
            compare(&wishes, &read_slips(slips)?, &list)?;
        }
        let order = order(&wishes, proof);
        if order.len() != wishes.parties.len() || order.len() != proof.order.len() {
            bail!("the draw is not of the parties that have wishes");
        }
        let given = {
            let _progress = Progress::show("Giving the places again");
            Given::of(&wishes, &order, &proof.seed, told.method, self.steps)?
        };
        if given != told {
            bail!(
                "{} does not follow from the draw and the wishes",
                places.display()
            );
        }
        Ok(Some(
            "the places follow from the lots and the wishes".to_owned(),
        ))
    }
}
