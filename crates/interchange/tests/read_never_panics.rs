//! Whatever bytes come, reading ends with a programme or with problems, never otherwise.

use std::sync::LazyLock;

use proptest::prelude::*;
use wiec_interchange::calls_file;
use wiec_interchange::read::{Format, Hints, read};
use wiec_interchange::register_file;
use wiec_interchange::sample::large_event;
use wiec_model::Programme;

const CONGRESS: &[u8] = include_bytes!("../../../demo/congress.json");
const REGISTER: &[u8] = include_bytes!("../../../demo/register/register.json");
const CALLS: &[u8] = include_bytes!("../../../demo/calls/calls.json");
const XML: &[u8] = include_bytes!("data/read/pretalx.xml");
const JSON: &[u8] = include_bytes!("data/read/pretalx.json");
const OLD_JSON: &[u8] = include_bytes!("data/read/frab.json");

const FORMATS: [Format; 3] = [
    Format::CongressFile,
    Format::ScheduleXml,
    Format::ScheduleJson,
];

/// Pieces that tend to surprise readers.
const PIECES: [&str; 24] = [
    "null",
    "[]",
    "{}",
    "\"\"",
    "-1",
    "1e999",
    "99999999999999999999",
    "true",
    "\"9999-12-31\"",
    "\"-009999-01-01\"",
    "\"24:00\"",
    "\"99:99:99\"",
    "&#0;",
    "&x;",
    "<a>",
    "</event>",
    "<![CDATA[",
    "<!--",
    "\u{202e}",
    "\u{0}",
    "é",
    ":",
    "/",
    "2026-10-25T02:30:00",
];

/// One change somewhere in a file.
#[derive(Clone, Debug)]
enum Change {
    Cut(usize, usize),
    Put(usize, usize),
    Set(usize, u8),
    Repeat(usize, usize),
}

fn change() -> impl Strategy<Value = Change> {
    prop_oneof![
        (any::<usize>(), 0..40_usize).prop_map(|(at, length)| Change::Cut(at, length)),
        (any::<usize>(), 0..PIECES.len()).prop_map(|(at, piece)| Change::Put(at, piece)),
        (any::<usize>(), any::<u8>()).prop_map(|(at, byte)| Change::Set(at, byte)),
        (any::<usize>(), 0..200_usize).prop_map(|(at, length)| Change::Repeat(at, length)),
    ]
}

fn changed(file: &[u8], changes: &[Change]) -> Vec<u8> {
    let mut bytes = file.to_vec();
    for change in changes {
        let at = |at: usize| at % (bytes.len() + 1);
        match *change {
            Change::Cut(from, length) => {
                let from = at(from);
                let to = (from + length).min(bytes.len());
                bytes.drain(from..to);
            }
            Change::Put(place, piece) => {
                let place = at(place);
                bytes.splice(place..place, PIECES[piece].bytes());
            }
            Change::Set(place, byte) => {
                let place = at(place);
                if let Some(old) = bytes.get_mut(place) {
                    *old = byte;
                }
            }
            Change::Repeat(from, length) => {
                let from = at(from);
                let to = (from + length).min(bytes.len());
                let copy = bytes[from..to].to_vec();
                bytes.splice(to..to, copy);
            }
        }
    }
    bytes
}

/// Replaces one value of a JSON file, so that the syntax stays whole and the sense does not.
fn with_value(file: &[u8], at: usize, piece: &str) -> Vec<u8> {
    let text = String::from_utf8_lossy(file);
    let places: Vec<usize> = text
        .match_indices(": ")
        .map(|(place, _)| place + 2)
        .collect();
    let start = places[at % places.len()];
    let rest = &text[start..];
    let end = start + rest.find([',', '\n']).unwrap_or(rest.len());
    [&text[..start], piece, &text[end..]].concat().into_bytes()
}

fn ends(bytes: &[u8]) -> Result<(), TestCaseError> {
    let mut formats = FORMATS.to_vec();
    formats.push(Format::detect(None, bytes));
    for format in formats {
        match read(bytes, format, &Hints::default()) {
            Ok(programme) => prop_assert_eq!(programme.problems(), []),
            Err(problems) => {
                prop_assert!(!problems.is_empty());
                prop_assert!(
                    problems
                        .iter()
                        .all(|problem| !problem.to_string().is_empty())
                );
            }
        }
    }
    Ok(())
}

static PROGRAMME: LazyLock<Programme> = LazyLock::new(|| {
    read(CONGRESS, Format::CongressFile, &Hints::default()).expect("the sample is read")
});

/// A register file ends with values that are checked against some text, or with problems.
fn register_ends(bytes: &[u8]) -> Result<(), TestCaseError> {
    match register_file::read(bytes) {
        Ok(file) => drop(file.check(&PROGRAMME, |_| Some("## A\n\nb\n\n- c\n\n## D\n\ne"))),
        Err(problems) => prop_assert!(!problems.is_empty()),
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, ..ProptestConfig::default() })]

    #[test]
    fn changed_register_files(changes in prop::collection::vec(change(), 0..4), at in any::<usize>(), piece in 0..12_usize) {
        register_ends(&changed(REGISTER, &changes))?;
        register_ends(&with_value(REGISTER, at, PIECES[piece]))?;
    }
}

/// So does a calls file.
fn calls_end(bytes: &[u8]) -> Result<(), TestCaseError> {
    match calls_file::read(bytes) {
        Ok(file) => {
            for call in &file.calls {
                drop(call.setup(&file.members, |_| None));
            }
            drop(file.check(&PROGRAMME));
        }
        Err(problems) => prop_assert!(!problems.is_empty()),
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, ..ProptestConfig::default() })]

    #[test]
    fn changed_calls_files(changes in prop::collection::vec(change(), 0..4), at in any::<usize>(), piece in 0..12_usize) {
        calls_end(&changed(CALLS, &changes))?;
        calls_end(&with_value(CALLS, at, PIECES[piece]))?;
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn changed_files(file in 0..4_usize, changes in prop::collection::vec(change(), 1..8)) {
        ends(&changed([CONGRESS, XML, JSON, OLD_JSON][file], &changes))?;
    }

    #[test]
    fn files_with_values_that_make_no_sense(file in 0..3_usize, at in any::<usize>(), piece in 0..12_usize) {
        ends(&with_value([CONGRESS, JSON, OLD_JSON][file], at, PIECES[piece]))?;
    }

    #[test]
    fn noise(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        ends(&bytes)?;
    }

    #[test]
    fn changed_large_events(seed in any::<u64>(), changes in prop::collection::vec(change(), 1..4)) {
        ends(&changed(large_event(9, 2, 2, seed).as_bytes(), &changes))?;
    }
}
