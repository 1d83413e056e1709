//! Names this build of everything that the files of a release are made with.
//!
//! Files made by another build are made anew when the program starts: a mended calendar reaches
//! those who subscribed to it without a release.

use std::fs;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

/// What shapes the files, as seen from this crate.
const SOURCES: [&str; 7] = [
    "src",
    "templates",
    "../../kit/src",
    "../../kit/templates",
    "../../model/src",
    "../../interchange/src/write",
    "../../../locales",
];

fn main() {
    let mut files = Vec::new();
    for source in SOURCES {
        println!("cargo::rerun-if-changed={source}");
        collect(Path::new(source), &mut files);
    }
    files.sort();
    let mut digest = Sha256::new();
    for file in files {
        digest.update(fs::read(&file).expect("a listed file can be read"));
    }
    let name: String = digest
        .finalize()
        .iter()
        .take(6)
        .map(|byte| format!("{byte:02x}"))
        .collect();
    println!("cargo::rustc-env=WIEC_FILES_BUILD={name}");
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder)
        .expect("the sources stand where they stand")
        .flatten()
    {
        let path = entry.path();
        if path.is_dir() {
            collect(&path, files);
        } else {
            files.push(path);
        }
    }
}
