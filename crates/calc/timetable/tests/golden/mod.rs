//! Where the reference cases are.

use std::path::PathBuf;

/// The folder of the reference cases of timetables; it need not exist.
pub fn folder() -> PathBuf {
    match std::env::var_os("WIEC_GOLDEN") {
        Some(golden) => PathBuf::from(golden).join("timetable"),
        None => {
            PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../../shared/golden/timetable")
        }
    }
}

/// The files of a folder there with this ending, in the order of their names.
pub fn files(name: &str, ending: &str) -> Vec<PathBuf> {
    let Ok(files) = std::fs::read_dir(folder().join(name)) else {
        println!("skipped: no reference cases at {}", folder().display());
        return Vec::new();
    };
    let mut files: Vec<PathBuf> = files
        .flatten()
        .map(|it| it.path())
        .filter(|it| it.extension().is_some_and(|it| it == ending))
        .filter(|it| it.file_stem().is_some_and(|it| it != "best"))
        .collect();
    files.sort();
    files
}
