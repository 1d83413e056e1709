//! Dependencies that nobody names: a plain search for each one's identifier in the sources.
//!
//! A text search needs no build and no tool, and misses only what a comment mentions. It
//! looks into the folders where that kind of dependency is visible.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use serde_json::Value;

use crate::command::Command;
use crate::folders::Folders;

/// Checks every package of the workspace, and the workspace's own list.
///
/// # Errors
///
/// One line for each dependency that no source file names.
pub fn check(folders: &Folders) -> Result<()> {
    let arguments = ["metadata", "--no-deps", "--format-version", "1", "--locked"];
    let metadata: Value = serde_json::from_str(&Command::cargo(folders, &arguments).output()?)?;
    let packages = metadata["packages"]
        .as_array()
        .context("cargo lists no packages")?;
    let mut unused = Vec::new();
    let mut named = Vec::new();
    for package in packages {
        let name = text(&package["name"])?;
        for dependency in package["dependencies"].as_array().into_iter().flatten() {
            named.push(text(&dependency["name"])?);
            if !is_used(package, dependency)? {
                unused.push(format!(
                    "{name} does not use {}",
                    text(&dependency["name"])?
                ));
            }
        }
    }
    let manifest = fs::read_to_string(folders.root.join("Cargo.toml")).context("Cargo.toml")?;
    let offered = workspace_dependencies(&manifest);
    let orphans = offered.into_iter().filter(|name| !named.contains(name));
    unused.extend(orphans.map(|name| format!("no package uses the workspace's {name}")));
    if unused.is_empty() {
        Ok(())
    } else {
        bail!("\n   {}", unused.join("\n   "))
    }
}

fn is_used(package: &Value, dependency: &Value) -> Result<bool> {
    let folder = Path::new(text(&package["manifest_path"])?)
        .parent()
        .context("a folder")?;
    let name = dependency["rename"]
        .as_str()
        .or(dependency["name"].as_str())
        .context("a name")?;
    let identifier = name.replace('-', "_");
    for place in places(folder, dependency["kind"].as_str())? {
        if names(&place, &identifier)? {
            return Ok(true);
        }
    }
    Ok(false)
}

/// The files and folders that see a dependency of this kind.
fn places(folder: &Path, kind: Option<&str>) -> Result<Vec<PathBuf>> {
    let folders = |names: &[&str]| names.iter().map(|name| folder.join(name)).collect();
    Ok(match kind {
        // A build script may be split into files beside it.
        Some("build") => fs::read_dir(folder)?
            .filter_map(|entry| Some(entry.ok()?.path()))
            .filter(|path| path.is_file())
            .collect(),
        Some("dev") => folders(&["src", "tests", "benches", "examples"]),
        _ => folders(&["src"]),
    })
}

/// Whether a Rust file at or under the path names the identifier.
fn names(path: &Path, identifier: &str) -> Result<bool> {
    if path.is_dir() {
        for entry in fs::read_dir(path)? {
            if names(&entry?.path(), identifier)? {
                return Ok(true);
            }
        }
        return Ok(false);
    }
    if !path.is_file() || path.extension().is_none_or(|ending| ending != "rs") {
        return Ok(false);
    }
    Ok(has_word(&fs::read_to_string(path)?, identifier))
}

/// Whether the text has the identifier as a whole word.
fn has_word(text: &str, identifier: &str) -> bool {
    let is_part = |c: char| c.is_alphanumeric() || c == '_';
    text.match_indices(identifier).any(|(at, _)| {
        let before = text[..at].chars().next_back();
        let after = text[at + identifier.len()..].chars().next();
        !before.is_some_and(is_part) && !after.is_some_and(is_part)
    })
}

/// The names in `[workspace.dependencies]`; cargo's metadata does not tell them.
fn workspace_dependencies(manifest: &str) -> Vec<&str> {
    let section = manifest
        .lines()
        .skip_while(|line| *line != "[workspace.dependencies]")
        .skip(1);
    let entries = section.take_while(|line| !line.starts_with('['));
    let names = entries
        .filter_map(|line| line.split_once([' ', '=']))
        .map(|(name, _)| name);
    names.filter(|name| !name.starts_with('#')).collect()
}

fn text(value: &Value) -> Result<&str> {
    value.as_str().context("a text in cargo's metadata")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_whole_words_count() {
        assert!(has_word("use csv::Reader;", "csv"));
        assert!(has_word("a csv", "csv"));
        assert!(!has_word("my_csv csv_file csvs", "csv"));
    }

    #[test]
    fn the_workspaces_list_ends_with_its_section() {
        let manifest = "[workspace]\na = 1\n[workspace.dependencies]\n# Why.\nserde_json = \"1\"\n\nb={}\n[profile.dev]\nc = 1\n";

        assert_eq!(workspace_dependencies(manifest), ["serde_json", "b"]);
    }
}
