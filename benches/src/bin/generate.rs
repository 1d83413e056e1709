//! Prints a congress of a given size as a congress file: `generate SESSIONS ROOMS DAYS PEOPLE`.

use std::env;
use std::process::ExitCode;

use wiec_interchange::{congress_file, sample};

/// The same congress in every run, so that figures of different days compare.
const SEED: u64 = 1918;

fn main() -> ExitCode {
    let sizes: Vec<usize> = env::args()
        .skip(1)
        .filter_map(|size| size.parse().ok())
        .collect();
    let &[sessions, rooms, days, people] = sizes.as_slice() else {
        eprintln!("usage: generate SESSIONS ROOMS DAYS PEOPLE");
        return ExitCode::FAILURE;
    };
    let congress = sample::generated_congress(sessions, rooms, days, people, SEED);
    print!("{}", congress_file::write(&congress));
    ExitCode::SUCCESS
}
