//! Draws are verified by this crate and by the script beside it.
#![allow(
    clippy::unwrap_used,
    reason = "a test that unwraps says enough by failing"
)]

use std::io::Write;
use std::process::{Command, Stdio};

use wiec_allotment::draw::{commitment, draw, verify};

fn proof() -> String {
    let list = ["zoë", "adam", "ewa \"e\""]
        .map(|id| (id.to_owned(), commitment("salt", id, "1,2").unwrap()));
    draw("study visits, drand round 123", "5f3a", list.to_vec())
        .unwrap()
        .to_text()
        .unwrap()
}

fn changed(text: &str) -> impl Iterator<Item = Vec<u8>> {
    (0..text.len()).map(move |at| {
        let mut bytes = text.as_bytes().to_vec();
        bytes[at] ^= 1;
        bytes
    })
}

fn script_accepts(bytes: &[u8]) -> bool {
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/verify_draw.py");
    let mut child = Command::new("python3")
        .args([script, "/dev/stdin"])
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(bytes).unwrap();
    child.wait().unwrap().success()
}

#[test]
fn a_proof_is_verified_and_no_byte_of_it_may_change() {
    let text = proof();
    assert_eq!(verify(&text).unwrap().to_text().unwrap(), text);
    for bytes in changed(&text) {
        let accepted = String::from_utf8(bytes).is_ok_and(|other| verify(&other).is_ok());
        assert!(!accepted);
    }
}

#[test]
fn the_script_agrees() {
    if Command::new("python3").arg("--version").output().is_err() {
        println!("skipped: no python3");
        return;
    }
    let text = proof();
    assert!(script_accepts(text.as_bytes()));
    // A process a byte is slow, so every 150th stands for the others.
    for bytes in changed(&text).step_by(150) {
        assert!(!script_accepts(&bytes));
    }
}

#[test]
fn the_order_of_entering_changes_nothing() {
    let list = vec![
        ("a".to_owned(), "1".to_owned()),
        ("b".to_owned(), "2".to_owned()),
    ];
    let reversed = list.iter().rev().cloned().collect();
    assert_eq!(
        draw("r", "b", list).unwrap(),
        draw("r", "b", reversed).unwrap()
    );
}

#[test]
fn lists_that_mean_nothing_are_refused_and_empty_ones_are_drawn() {
    let twice = vec![
        ("a".to_owned(), "1".to_owned()),
        ("a".to_owned(), "2".to_owned()),
    ];
    assert!(draw("r", "b", twice).is_err());
    assert!(draw("r\n", "b", Vec::new()).is_err());
    assert!(draw("r", "", Vec::new()).is_err());
    assert!(draw("r", "b", Vec::new()).unwrap().order.is_empty());
}
