//! Builds the workspace once, with one selection of features, and knows what came out.
//!
//! Asking cargo for single packages would select other features and compile the large
//! dependencies again. So the tests that run a second time, on PostgreSQL, are started
//! from the programs that one build made.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use serde_json::Value;

use crate::command::Command;
use crate::folders::Folders;

/// What one build of the whole workspace made.
pub struct Built {
    tests: Vec<TestProgram>,
    programs: Vec<(String, PathBuf)>,
}

/// A compiled test program and where cargo would run it.
#[derive(Debug, PartialEq, Eq)]
pub struct TestProgram {
    package: String,
    /// The target's name, such as the file's name in `tests/`.
    pub name: String,
    /// The executable.
    pub file: PathBuf,
    /// The package's folder.
    pub folder: PathBuf,
}

impl Built {
    /// Builds everything in the development profile.
    ///
    /// # Errors
    ///
    /// If something does not compile.
    pub fn all(folders: &Folders) -> Result<Self> {
        let format = "--message-format=json-render-diagnostics";
        let arguments = [
            "build",
            "--workspace",
            "--all-targets",
            "--locked",
            "--quiet",
            format,
        ];
        Self::read(&Command::cargo(folders, &arguments).output()?)
    }

    /// The test programs of the named packages.
    pub fn tests_of<'a>(&'a self, packages: &'a [&str]) -> impl Iterator<Item = &'a TestProgram> {
        self.tests
            .iter()
            .filter(|test| packages.contains(&test.package.as_str()))
    }

    /// The program of that name.
    ///
    /// # Errors
    ///
    /// If the workspace has no such program.
    pub fn program(&self, name: &str) -> Result<&Path> {
        let found = self.programs.iter().find(|(program, _)| program == name);
        found
            .map(|(_, file)| file.as_path())
            .with_context(|| format!("no program `{name}`"))
    }

    fn read(messages: &str) -> Result<Self> {
        let mut built = Self {
            tests: Vec::new(),
            programs: Vec::new(),
        };
        for line in messages.lines() {
            let message: Value = serde_json::from_str(line).context("a message of cargo")?;
            let (Some(file), Some(name)) = (
                message["executable"].as_str(),
                message["target"]["name"].as_str(),
            ) else {
                continue;
            };
            if message["profile"]["test"] == true {
                built.tests.push(TestProgram::read(&message, name, file)?);
            } else if message["target"]["kind"][0] == "bin" {
                built.programs.push((name.to_owned(), file.into()));
            }
        }
        Ok(built)
    }
}

impl TestProgram {
    fn read(message: &Value, name: &str, file: &str) -> Result<Self> {
        let manifest = message["manifest_path"]
            .as_str()
            .context("cargo names no manifest")?;
        let folder = Path::new(manifest)
            .parent()
            .context("a manifest without a folder")?;
        let id = message["package_id"]
            .as_str()
            .context("cargo names no package")?;
        Ok(Self {
            package: package_name(id).to_owned(),
            name: name.to_owned(),
            file: file.into(),
            folder: folder.into(),
        })
    }
}

/// A package id ends in `/folder#0.1.0`, or in `/folder#name@0.1.0` where the names differ.
fn package_name(id: &str) -> &str {
    let (path, version) = id.rsplit_once('#').unwrap_or((id, ""));
    match version.split_once('@') {
        Some((name, _)) => name,
        None => path.rsplit('/').next().unwrap_or(path),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tests_and_programs_are_told_apart() {
        let messages = [
            r#"{"reason":"compiler-artifact","package_id":"path+file:///w/crates/store#wiec-store@0.1.0","manifest_path":"/w/crates/store/Cargo.toml","target":{"kind":["test"],"name":"release"},"profile":{"test":true},"executable":"/t/release-1"}"#,
            r#"{"reason":"compiler-artifact","package_id":"path+file:///w/crates/wiec#0.1.0","manifest_path":"/w/crates/wiec/Cargo.toml","target":{"kind":["bin"],"name":"wiec"},"profile":{"test":false},"executable":"/t/wiec"}"#,
            r#"{"reason":"build-finished","success":true}"#,
        ];

        let built = Built::read(&messages.join("\n")).expect("these are messages of cargo");

        let tests: Vec<_> = built
            .tests_of(&["wiec-store"])
            .map(|test| &test.name)
            .collect();
        assert_eq!(tests, ["release"]);
        assert_eq!(
            built.program("wiec").expect("it is there"),
            Path::new("/t/wiec")
        );
        assert!(built.program("other").is_err());
    }

    #[test]
    fn a_package_named_like_its_folder_has_the_shorter_id() {
        assert_eq!(package_name("path+file:///w/crates/wiec#0.1.0"), "wiec");
        assert_eq!(
            package_name("path+file:///w/crates/store#wiec-store@0.1.0"),
            "wiec-store"
        );
    }
}
