//! `cargo xtask test`: the check, then every test, on both databases and in a browser.

use std::ffi::OsString;

use anyhow::{Result, bail};

use crate::arguments::{Part, Scope};
use crate::built::Built;
use crate::command::Command;
use crate::folders::Folders;
use crate::postgres::{Durability, Postgres};
use crate::report::Report;
use crate::{browser, check, npm, validators};

/// The packages whose tests touch a database: they run a second time, on PostgreSQL. A test of the documents
/// knows who uses the store.
const ON_BOTH_DATABASES: &[&str] = &[
    "wiec-store",
    "wiec-kit",
    "wiec-jobs",
    "wiec-programme",
    "wiec-people",
    "wiec-register",
    "wiec-calls",
    "wiec-registration",
    "wiec-timetable-editor",
    "wiec-office",
    "wiec-notices",
    "wiec",
];

/// Does the check and every test within the scope.
pub fn run(folders: &Folders, scope: Scope, report: &mut Report) {
    check::run(folders, report);
    let advice = "Mend what the compiler says above.";
    let built = report.step("build", advice, || Built::all(folders));
    let advice = "Install what is named above; exports and papers are tested with it.";
    let variables = report.step("validators", advice, || validators::prepare(folders));
    let variables = variables.unwrap_or_default();
    report.step(
        "tests, on SQLite",
        "Mend the failed tests named above.",
        || {
            // A database of the caller's must never be taken for ours.
            Command::cargo(folders, &["test", "--workspace", "--locked", "--quiet"])
                .without("WIEC_TEST_DATABASE")
                .envs(&variables)
                .run()
        },
    );
    on_postgres(scope.postgres, built.as_ref(), &variables, report);
    report.step("tests of ui/", "Mend the failed tests named above.", || {
        let ui = folders.root.join("ui");
        npm::install(&ui)?;
        npm::run(&ui, "test")
    });
    in_browser(scope.browser, folders, built.as_ref(), report);
}

fn on_postgres(
    part: Part,
    built: Option<&Built>,
    variables: &[(&'static str, OsString)],
    report: &mut Report,
) {
    const NAME: &str = "tests, on PostgreSQL";
    match (part, built) {
        (Part::LeftOut, _) => report.leave_out(NAME),
        (Part::Included, built) => {
            let advice = "Mend what is named above, or leave it out by `--no-postgres`.";
            report.step(NAME, advice, || match built {
                Some(built) => run_on_postgres(built, variables),
                None => bail!("nothing was built"),
            });
        }
    }
}

/// Runs all of them even if one fails: the whole list is what one wants to know.
fn run_on_postgres(built: &Built, variables: &[(&'static str, OsString)]) -> Result<()> {
    let server = Postgres::start(Durability::None)?;
    let mut failed = Vec::new();
    for test in built.tests_of(ON_BOTH_DATABASES) {
        println!("   {}", test.name);
        let run = Command::new(&test.file, &["--quiet"], &test.folder)
            .env("CARGO_MANIFEST_DIR", &test.folder)
            .env("WIEC_TEST_DATABASE", server.url())
            .envs(variables)
            .run();
        if run.is_err() {
            failed.push(test.name.as_str());
        }
    }
    if !failed.is_empty() {
        bail!("failed on PostgreSQL: {}", failed.join(", "));
    }
    Ok(())
}

fn in_browser(part: Part, folders: &Folders, built: Option<&Built>, report: &mut Report) {
    const NAME: &str = "journeys in a browser";
    match (part, built) {
        (Part::LeftOut, _) => report.leave_out(NAME),
        (Part::Included, built) => {
            let advice = "Mend what is named above, or leave it out by `--no-browser`.";
            report.step(NAME, advice, || match built {
                Some(built) => browser::run(folders, built.program("wiec")?),
                None => bail!("nothing was built"),
            });
        }
    }
}
