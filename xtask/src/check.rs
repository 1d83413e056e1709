//! `cargo xtask check`: all that can be said without running the program.

use crate::command::Command;
use crate::folders::Folders;
use crate::report::Report;
use crate::{deny, npm, unused};

/// Does every step of the check, cheapest answer first.
pub fn run(folders: &Folders, report: &mut Report) {
    report.step("formatting", "Run `cargo fmt --all`.", || {
        Command::cargo(folders, &["fmt", "--all", "--check"]).run()
    });
    report.step(
        "unused dependencies",
        "Remove what is named above from its Cargo.toml.",
        || unused::check(folders),
    );
    report.step(
        "lints",
        "Mend what clippy says above; exceptions carry a reason.",
        || {
            let arguments = [
                "clippy",
                "--workspace",
                "--all-targets",
                "--locked",
                "--quiet",
            ];
            Command::cargo(folders, &arguments)
                .args(["--", "-D", "warnings"])
                .run()
        },
    );
    report.step("documentation", "Mend what rustdoc says above.", || {
        let arguments = ["doc", "--workspace", "--no-deps", "--locked", "--quiet"];
        Command::cargo(folders, &arguments)
            .env("RUSTDOCFLAGS", "-D warnings")
            .run()
    });
    let advice = "Choose another crate, or widen deny.toml with a reason.";
    report.step("licences, bans, sources", advice, || deny::check(folders));
    report.step(
        "types of ui/",
        "Mend what the TypeScript compiler says above.",
        || {
            let ui = folders.root.join("ui");
            npm::install(&ui)?;
            npm::run(&ui, "check")
        },
    );
}
