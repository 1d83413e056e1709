//! What the workspace holds of that which documents list: crates, commands, types.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::process::Command;

use serde_json::Value;

use crate::markdown::{code, links, tables};
use crate::tree::{read, root, shown};

/// A crate of ours.
pub struct Crate {
    /// As cargo knows it.
    pub name: String,
    /// From the root of the workspace.
    pub folder: String,
    /// The crates of ours that it is built from; what only its tests use does not count.
    pub uses: Vec<String>,
}

/// The rows of the table of crates, in their order.
pub fn crates_of_architecture() -> Vec<Crate> {
    let text = read("ARCHITECTURE.md");
    let rows = tables(&text).into_iter().filter(|row| row.len() == 3);
    let crates = rows.filter_map(|row| {
        let folder = links(&row[1]).into_iter().next()?;
        Some(Crate {
            name: code(&row[0])?.to_owned(),
            folder,
            uses: Vec::new(),
        })
    });
    crates.collect()
}

/// The members of the workspace, as cargo sees them.
pub fn crates_of_workspace() -> Vec<Crate> {
    let output = Command::new(env!("CARGO"))
        .args([
            "metadata",
            "--no-deps",
            "--offline",
            "--format-version",
            "1",
        ])
        .current_dir(root())
        .output()
        .expect("cargo runs these tests, so it can be started");
    let metadata: Value =
        serde_json::from_slice(&output.stdout).expect("cargo describes the workspace in JSON");
    let packages = metadata["packages"]
        .as_array()
        .expect("a workspace has packages");
    let names: Vec<&str> = packages
        .iter()
        .filter_map(|one| one["name"].as_str())
        .collect();
    packages
        .iter()
        .map(|package| member(package, &names))
        .collect()
}

fn member(package: &Value, ours: &[&str]) -> Crate {
    let word = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let manifest = PathBuf::from(word(&package["manifest_path"]));
    let folder = manifest.parent().expect("a manifest stands in a folder");
    let uses = package["dependencies"]
        .as_array()
        .into_iter()
        .flatten()
        .filter(|one| one["kind"].is_null())
        .map(|one| word(&one["name"]))
        .filter(|name| ours.contains(&name.as_str()));
    Crate {
        name: word(&package["name"]),
        folder: shown(folder),
        uses: uses.collect(),
    }
}

/// The packages whose tests `cargo xtask test` runs a second time, on PostgreSQL.
pub fn on_both_databases() -> Vec<String> {
    let source = read("xtask/src/test.rs");
    let (_, rest) = source
        .split_once("ON_BOTH_DATABASES: &[&str] = &[")
        .expect("the list of packages stands beside the step");
    let (body, _) = rest.split_once("];").expect("a list ends");
    let names = body.split('"').skip(1).step_by(2);
    names.map(str::to_owned).collect()
}

/// The commands of the program: the variants of the enum that its command line is parsed into.
pub fn commands() -> BTreeSet<String> {
    let source = read("crates/wiec/src/arguments.rs");
    let (_, rest) = source
        .split_once("enum Command {")
        .expect("the command line has an enum of commands");
    let (body, _) = rest.split_once("\n}").expect("an enum ends");
    let variants = body.lines().filter_map(|line| {
        let name = line.trim().split(['(', '{', ',']).next()?;
        name.starts_with(|first: char| first.is_ascii_uppercase())
            .then(|| kebab(name))
    });
    variants.collect()
}

/// `PrintConfig` as clap writes it: `print-config`.
fn kebab(name: &str) -> String {
    let mut word = String::new();
    for letter in name.trim().chars() {
        if letter.is_ascii_uppercase() && !word.is_empty() {
            word.push('-');
        }
        word.push(letter.to_ascii_lowercase());
    }
    word
}

/// Whether a type, trait, module or function of this name is written anywhere.
pub fn is_defined(name: &str, sources: &str) -> bool {
    let words = if name.starts_with(|first: char| first.is_ascii_uppercase()) {
        &["struct", "enum", "trait"][..]
    } else {
        &["mod", "fn"]
    };
    let ends = |rest: &str| !rest.starts_with(|next: char| next.is_alphanumeric() || next == '_');
    words.iter().any(|word| {
        let definition = format!("{word} {name}");
        sources
            .match_indices(&definition)
            .any(|(at, _)| ends(&sources[at + definition.len()..]))
    })
}

/// Whether a file holds a test of that name: a function in Rust, a sentence in JavaScript.
pub fn has_test(file: &str, name: &str) -> bool {
    if !root().join(file).is_file() {
        return false;
    }
    let source = read(file);
    if file.ends_with(".rs") {
        source.contains(&format!("fn {name}("))
    } else {
        ["\"", "`"].iter().any(|quote| {
            // A title may go on with what differs between its runs.
            source.contains(&format!("test({quote}{name}"))
        })
    }
}
