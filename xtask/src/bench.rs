//! `cargo xtask bench`: measurements, by name.

mod calculations;
mod in_process;
mod load;
mod pages;
mod process;
mod registration;

use anyhow::{Result, bail};

use crate::debian;
use crate::folders::Folders;

/// One measurement: its name, what it tells, and how it is made.
struct Bench {
    name: &'static str,
    tells: &'static str,
    run: fn(&Folders) -> Result<()>,
}

/// All measurements. A new one is a module of its own and a line here.
const BENCHES: &[Bench] = &[
    Bench {
        name: "pages",
        tells: "what pages and files cost at 300 sessions, beside the same bytes through a bare handler",
        run: pages::run,
    },
    Bench {
        name: "registration",
        tells: "how many can register a second, beside the disk; the office's largest tables",
        run: registration::run,
    },
    Bench {
        name: "register",
        tells: "a proposal with 720 remarks beside the same bytes, a comparison, a table taken in, a report",
        run: in_process::register,
    },
    Bench {
        name: "calls",
        tells: "a call of 600 submissions judged by three of 25: its table, figures, files, assignments",
        run: in_process::calls,
    },
    Bench {
        name: "timetable",
        tells: "timetables of public instances by seeds, beside the best known; scarce places and reviewers",
        run: calculations::timetable,
    },
    Bench {
        name: "opinion",
        tells: "opinion maps of real and of very large conversations: time and memory",
        run: calculations::opinion,
    },
];

/// Runs the named measurements, or prints their list if none is named.
///
/// # Errors
///
/// If a name is unknown, a tool is missing, or a measurement fails.
pub fn run(folders: &Folders, names: &[String]) -> Result<()> {
    if names.is_empty() {
        println!("{} benches", BENCHES.len());
        for bench in BENCHES {
            println!("  {:<12} {}", bench.name, bench.tells);
        }
        return Ok(());
    }
    for name in names {
        let Some(bench) = BENCHES.iter().find(|bench| bench.name == name) else {
            bail!("There is no bench `{name}`; `cargo xtask bench` lists them.");
        };
        debian::ensure(debian::BENCH)?;
        (bench.run)(folders)?;
    }
    Ok(())
}
