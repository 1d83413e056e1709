//! The files of the workspace.

use std::fs;
use std::path::{Path, PathBuf};

/// All documents.
pub fn documents() -> Vec<PathBuf> {
    files(&root(), "md")
}

/// All files of a kind in a folder, but not what is built or installed there.
pub fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
    const NOT_OURS: [&str; 4] = ["node_modules", "target", "dist", "data"];
    let mut found = Vec::new();
    let entries =
        fs::read_dir(folder).unwrap_or_else(|_| panic!("{} is missing", folder.display()));
    for entry in entries {
        let path = entry.expect("a folder of ours can be read").path();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        if path.is_dir() && !name.starts_with('.') && !NOT_OURS.contains(&&*name) {
            found.extend(files(&path, ending));
        } else if path.is_file() && path.extension().is_some_and(|end| end == ending) {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// A file by its path from the root of the workspace.
pub fn read(name: &str) -> String {
    read_file(&root().join(name))
}

/// A file as text.
pub fn read_file(file: &Path) -> String {
    fs::read_to_string(file).unwrap_or_else(|_| panic!("{} is missing", shown(file)))
}

/// A path from the root of the workspace.
pub fn shown(path: &Path) -> String {
    let short = path.strip_prefix(root()).unwrap_or(path);
    short.display().to_string()
}

/// The root of the workspace.
pub fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent()
        .expect("the folder of a workspace member has a parent")
        .to_path_buf()
}
