//! How well maps foretell votes that were held out, and how steady their groups are:
//! `cargo run --release -p wiec-opinion --example experiment -- [FOLDER] [DRAWS]`.
//!
//! Several times (three, if not said), a tenth of the votes is held out: of people in the
//! conversation, on statements with five votes or more. A map is drawn from the others. It is
//! asked for the agrees and disagrees held out, and its groups are compared with those of the
//! whole conversation: once drawn after the map of the whole, once as if there had been none.

#[path = "../tests/golden/data.rs"]
mod data;
#[path = "../tests/golden/likeness.rs"]
mod likeness;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use wiec_opinion::{Conversation, OpinionMap, Settings, Vote, map, map_after};

/// What is measured, in the order of the columns.
const COLUMNS: [&str; 10] = [
    "groups",
    "auc",
    "side",
    "own auc",
    "polis auc",
    "mean auc",
    "ari",
    "cold ari",
    "k kept",
    "cold k",
];

fn main() {
    let mut arguments = std::env::args_os().skip(1);
    let root = arguments
        .next()
        .map_or_else(data::default_root, PathBuf::from);
    let draws = arguments
        .next()
        .and_then(|it| it.to_str()?.parse().ok())
        .unwrap_or(3);
    print!("{:34}", "conversation");
    COLUMNS.iter().for_each(|column| print!("{column:>10}"));
    println!();
    let mut all = Vec::new();
    for folder in data::folders(&root) {
        let trials: Vec<_> = trials(&folder, draws);
        all.push(mean(&trials));
        print_row(
            &folder.file_name().unwrap_or_default().to_string_lossy(),
            &mean(&trials),
        );
    }
    print_row("mean", &mean(&all));
}

type Trial = [f64; COLUMNS.len()];

fn mean(trials: &[Trial]) -> Trial {
    let mut sum = Trial::default();
    for trial in trials {
        sum.iter_mut()
            .zip(trial)
            .for_each(|(to, from)| *to += from / trials.len() as f64);
    }
    sum
}

fn print_row(name: &str, trial: &Trial) {
    print!("{name:34}");
    trial.iter().for_each(|value| print!("{value:10.4}"));
    println!();
}

fn trials(folder: &Path, draws: u64) -> Vec<Trial> {
    let whole = data::conversation(folder);
    let full = map(&whole, &Settings::default());
    (0..draws).map(|draw| trial(&whole, &full, draw)).collect()
}

fn trial(whole: &Conversation, full: &OpinionMap, draw: u64) -> Trial {
    let (rest, held) = hold_out(whole, full, draw);
    let cold = map(&rest, &Settings::default());
    let after = map_after(&rest, &Settings::default(), full);
    let polis = map(&rest, &Settings::compat());
    let deserved = |_, statement| {
        let at = polis
            .statements
            .binary_search_by_key(&statement, |it| it.id)
            .ok()?;
        Some(polis.plane.mean[at])
    };
    let (auc, side) = score(&held, |person, statement| cold.foretell(person, statement));
    let (polis_auc, _) = score(&held, |person, statement| polis.foretell(person, statement));
    let (mean_auc, _) = score(&held, deserved);
    let kept = |map: &OpinionMap| f64::from(u8::from(map.groups.len() == full.groups.len()));
    [
        full.groups.len() as f64,
        auc,
        side,
        cold.completion.map_or(f64::NAN, |it| it.auc),
        polis_auc,
        mean_auc,
        alike(full, &after),
        alike(full, &cold),
        kept(&after),
        kept(&cold),
    ]
}

type Held = Vec<(u64, u64, Vote)>;

fn hold_out(whole: &Conversation, full: &OpinionMap, draw: u64) -> (Conversation, Held) {
    let people = full.participants.iter().filter(|it| it.in_conversation);
    let people: BTreeSet<u64> = people.map(|it| it.id).collect();
    let statements = full
        .statements
        .iter()
        .filter(|it| it.votes.seen >= 5 && !it.out);
    let statements: BTreeSet<u64> = statements.map(|it| it.id).collect();
    let mut rest = Conversation::new();
    whole.statements().for_each(|it| rest.describe(*it));
    let mut held = BTreeMap::new();
    for event in whole.events() {
        let cell = (event.participant, event.statement);
        let asked = people.contains(&cell.0) && statements.contains(&cell.1);
        if asked && mixed(draw, cell).is_multiple_of(10) {
            held.insert(cell, event.vote);
        } else {
            rest.push(event);
        }
    }
    (
        rest,
        held.into_iter()
            .map(|((p, s), vote)| (p, s, vote))
            .collect(),
    )
}

fn mixed(draw: u64, (participant, statement): (u64, u64)) -> u64 {
    let mut z = (draw << 58) ^ (participant << 20) ^ statement;
    for _ in 0..3 {
        z = (z ^ (z >> 29))
            .wrapping_mul(0xbf58_476d_1ce4_e5b9)
            .wrapping_add(0x9e37_79b9_7f4a_7c15);
    }
    z >> 20
}

/// Area under the curve between agrees and disagrees, and the share of right sides.
fn score(held: &Held, foretell: impl Fn(u64, u64) -> Option<f64>) -> (f64, f64) {
    let sided = held.iter().filter(|(.., vote)| *vote != Vote::Pass);
    let mut said: Vec<(f64, bool)> = sided
        .map(|&(p, s, vote)| (foretell(p, s).unwrap_or(0.0), vote == Vote::Agree))
        .collect();
    said.sort_by(|a, b| a.0.total_cmp(&b.0));
    let ranks = || (1..=said.len()).zip(&said).filter(|(_, it)| it.1);
    let agrees = ranks().count() as f64;
    let sum: f64 = ranks().map(|(rank, _)| rank as f64).sum();
    let right = said.iter().filter(|it| (it.0 > 0.0) == it.1).count() as f64;
    let pairs = agrees * (said.len() as f64 - agrees);
    (
        (sum - agrees * (agrees + 1.0) / 2.0) / pairs,
        right / said.len() as f64,
    )
}

fn alike(a: &OpinionMap, b: &OpinionMap) -> f64 {
    let group = |id| {
        let at = b.participants.binary_search_by_key(&id, |it| it.id).ok()?;
        b.participants[at].group
    };
    let both = a
        .participants
        .iter()
        .filter_map(|it| Some((it.group?, group(it.id)?)));
    let (a, b): (Vec<usize>, Vec<usize>) = both.unzip();
    likeness::adjusted_rand(&a, &b)
}
