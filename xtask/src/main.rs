//! The project's own commands: `cargo xtask check`, `test`, `demo` and `bench`.
//!
//! This file reads the command line and hands over; `check` and `test` hold the lists of
//! what is done, everything else is how. Nothing here belongs to the program itself.

mod arguments;
mod bench;
mod browser;
mod built;
mod check;
mod command;
mod debian;
mod deny;
mod folders;
mod npm;
mod postgres;
mod report;
mod test;
mod unused;
mod validators;

use std::process::ExitCode;

use anyhow::Result;
use arguments::{Arguments, Task};
use command::Command;
use folders::Folders;
use report::Report;

fn main() -> ExitCode {
    let arguments = match Arguments::parse(std::env::args().skip(1)) {
        Ok(arguments) => arguments,
        Err(problem) => {
            eprintln!("{problem}\n\n{}", arguments::USAGE);
            return ExitCode::from(2);
        }
    };
    match run(&arguments) {
        Ok(code) => code,
        Err(problem) => {
            eprintln!("{problem:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &Arguments) -> Result<ExitCode> {
    let folders = Folders::find();
    match &arguments.task {
        Task::Help => {
            println!("{}", arguments::USAGE);
            Ok(ExitCode::SUCCESS)
        }
        Task::Check => {
            let mut report = Report::new(arguments.on_failure);
            check::run(&folders, &mut report);
            Ok(report.close())
        }
        Task::Test(scope) => {
            let mut report = Report::new(arguments.on_failure);
            test::run(&folders, *scope, &mut report);
            Ok(report.close())
        }
        Task::Demo(rest) => {
            Command::cargo(&folders, &["run", "--release", "--", "demo"])
                .args(rest)
                .run()?;
            Ok(ExitCode::SUCCESS)
        }
        Task::Bench(rest) => {
            bench::run(&folders, rest)?;
            Ok(ExitCode::SUCCESS)
        }
    }
}
