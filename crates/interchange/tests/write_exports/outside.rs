//! Other people's validators, where they are installed; without them a test says that it skipped.

use std::path::{Path, PathBuf};
use std::process::Command;

/// The folder of public schemas: `WIEC_VALIDATORS`, else the one beside the checkout.
pub fn schema(name: &str) -> Option<PathBuf> {
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/validators");
    let folder = std::env::var_os("WIEC_VALIDATORS").map_or(beside, PathBuf::from);
    let path = folder.join(name);
    path.is_file().then_some(path)
}

/// A program of the Python environment `WIEC_VALIDATORS_VENV`, or of its folder of programs.
///
/// An environment that is named but incomplete fails: silence would look like validity.
pub fn in_venv(program: &str) -> Option<PathBuf> {
    let folder = PathBuf::from(std::env::var_os("WIEC_VALIDATORS_VENV")?);
    let places = [folder.join(program), folder.join("bin").join(program)];
    let found = places.into_iter().find(|place| place.is_file());
    Some(found.unwrap_or_else(|| panic!("{program} is not in {}", folder.display())))
}

/// `xmllint`, where it is installed.
pub fn xmllint() -> Option<PathBuf> {
    let answers = Command::new("xmllint").arg("--version").output().is_ok();
    answers.then(|| PathBuf::from("xmllint"))
}

/// Runs a validator on a file of these bytes, and fails with what it said.
pub fn check(program: &Path, arguments: &[&str], name: &str, bytes: &str) {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join(name);
    std::fs::write(&file, bytes).unwrap();
    let output = Command::new(program)
        .args(arguments)
        .arg(&file)
        .output()
        .unwrap();
    assert!(
        output.status.success(),
        "{} refused {name}:\n{}{}",
        program.display(),
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr)
    );
}

/// Runs a few lines of Python on a file of these bytes (`sys.argv[1]`); they fail by exception.
pub fn check_in_python(script: &str, name: &str, bytes: &str) {
    match in_venv("python") {
        Some(python) => check(&python, &["-c", script], name, bytes),
        None => println!("skipped: WIEC_VALIDATORS_VENV has no python, so {name} is not checked"),
    }
}
