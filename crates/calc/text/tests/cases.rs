//! Changes as people make them, each with the marks that a reader should see.
//!
//! `tests/data/<case>/before.md` and `after.md` are two revisions; `expected.txt` is their comparison in the
//! crate's own notation. To add a case, write both revisions and run the test: it shows what it found.

use std::fs;
use std::path::{Path, PathBuf};

use wiec_text::{Document, Scope, compare, notation};

fn cases() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data");
    let entries = fs::read_dir(folder).expect("the folder of cases is there");
    let mut cases: Vec<PathBuf> = entries
        .map(|it| it.expect("a readable folder").path())
        .collect();
    cases.sort();
    cases
}

fn read(case: &Path, name: &str) -> String {
    fs::read_to_string(case.join(name)).unwrap_or_default()
}

fn found(case: &Path) -> String {
    let before = Document::from_markdown(&read(case, "before.md"));
    let after = before.revise(&read(case, "after.md"));
    notation(&compare(&before, &after), Scope::WholeText)
}

#[test]
fn every_case_is_marked_as_a_reader_would_mark_it() {
    let mut wrong = String::new();
    for case in cases() {
        let (found, expected) = (found(&case), read(&case, "expected.txt"));
        if found != expected {
            let name = case.file_name().unwrap_or_default().to_string_lossy();
            wrong += &format!("\n== {name}: expected\n{expected}== found\n{found}");
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn there_are_at_least_forty_cases() {
    assert!(cases().len() >= 40);
}
