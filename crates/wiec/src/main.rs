#![doc = include_str!("../README.md")]

mod areas;
mod arguments;
mod commands;
mod config;
mod counts;
mod doctor;
mod logs;
mod open;
mod outcome;
mod progress;
mod secret;
mod server;
mod whole_file;

use std::process::ExitCode;

use clap::Parser;

use crate::arguments::Arguments;

/// More threads than this would wait for the one writer of the database, and each costs memory.
const MOST_THREADS: usize = 4;

/// Threads for what takes milliseconds of calculation; each that compresses a page holds megabytes,
/// and more of them than cores finish nothing sooner.
const BLOCKING_THREADS: usize = 4;

fn main() -> ExitCode {
    outcome::tell(run(Arguments::parse()))
}

fn run(arguments: Arguments) -> anyhow::Result<()> {
    let cores = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(cores.min(MOST_THREADS))
        .max_blocking_threads(BLOCKING_THREADS)
        .enable_all()
        .build()?;
    runtime.block_on(commands::run(arguments.command))
}
