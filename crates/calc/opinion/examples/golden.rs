//! Compares `compat` maps with expected ones: `cargo run --release --example golden -- FOLDER`.
//! The folder is a conversation (`votes.csv`, `comments.csv`, `expected.json`) or holds some.

#[path = "../tests/golden/mod.rs"]
mod golden;

use std::path::PathBuf;
use std::process::ExitCode;

fn main() -> ExitCode {
    let root = std::env::args_os()
        .nth(1)
        .map_or_else(golden::data::default_root, PathBuf::from);
    let folders = golden::data::folders(&root);
    if folders.is_empty() {
        println!("skipped: no conversations in {}", root.display());
    }
    let mut wrong = 0;
    for folder in folders {
        let found = golden::check::differences(&folder);
        let verdict = if found.is_empty() { "ok" } else { "DIFFERS" };
        println!("{verdict:8}{}", folder.display());
        found
            .iter()
            .for_each(|difference| println!("        {difference}"));
        wrong += usize::from(!found.is_empty());
    }
    if wrong == 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}
