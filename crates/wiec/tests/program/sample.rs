//! The sample congress, and another version of it.

use serde_json::Value;
use wiec_interchange::read::{Format, Hints, read};
use wiec_model::{Programme, Slug};

const FILE: &str = include_str!("../../../../demo/congress.json");

/// The file itself.
pub fn file() -> String {
    FILE.to_owned()
}

/// The same with every title changed, and the last session gone.
pub fn changed_file() -> String {
    let mut file: Value = serde_json::from_str(FILE).unwrap();
    let sessions = file["sessions"].as_array_mut().unwrap();
    sessions.pop();
    for session in sessions {
        session["title"]["pl"] =
            format!("{} (nowy)", session["title"]["pl"].as_str().unwrap()).into();
    }
    file.to_string()
}

/// A file of a congress without its first coffee break, whose title others have too.
pub fn without_first_break(file: &str) -> String {
    let mut file: Value = serde_json::from_str(file).unwrap();
    let sessions = file["sessions"].as_array_mut().unwrap();
    sessions.retain(|session| session["id"] != "S04");
    file.to_string()
}

/// What a file holds.
pub fn programme(file: &str) -> Programme {
    read(file.as_bytes(), Format::CongressFile, &Hints::default()).unwrap()
}

pub fn slug() -> Slug {
    "kpm-2019".parse().unwrap()
}
