//! The reference cases, where they are at hand.
#![allow(
    clippy::unwrap_used,
    reason = "a test that unwraps says enough by failing"
)]

use std::path::PathBuf;

use serde_json::Value;
use wiec_allotment::exact::allot;
use wiec_allotment::places::{Party, Question};

fn folder() -> PathBuf {
    match std::env::var_os("WIEC_GOLDEN") {
        Some(golden) => PathBuf::from(golden).join("places"),
        None => PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../../shared/golden/places"),
    }
}

fn read(name: &str) -> Option<Value> {
    let bytes = std::fs::read(folder().join(name)).ok()?;
    Some(serde_json::from_slice(&bytes).unwrap())
}

fn question(file: &Value) -> Question {
    let preferences: Vec<Vec<usize>> = serde_json::from_value(file["preferences"].clone()).unwrap();
    let groups: Vec<usize> = serde_json::from_value(file["group"].clone()).unwrap();
    let mut parties: Vec<Option<Party>> = Vec::new();
    for (wishes, group) in preferences.into_iter().zip(groups) {
        parties.resize(parties.len().max(group + 1), None);
        let party = parties[group].get_or_insert(Party {
            size: 0,
            wishes,
            quota: 1,
            class: 0,
        });
        party.size += 1;
    }
    let capacity = serde_json::from_value(file["capacity"].clone()).unwrap();
    Question {
        capacity,
        clashes: Vec::new(),
        parties: parties.into_iter().flatten().collect(),
    }
}

#[test]
fn profiles_are_those_of_the_reference() {
    let Some(reference) = read("reference.json") else {
        println!("skipped: no reference cases at {}", folder().display());
        return;
    };
    // Whatever cases the folder holds, so that others can put theirs there.
    for name in reference.as_object().unwrap().keys() {
        let question = question(&read(&format!("{name}.json")).unwrap());
        let answer = allot(&question, 2_000).unwrap();
        let expected: Vec<u32> = serde_json::from_value(
            reference[name.as_str()]["max_places_then_rank"]["profile"].clone(),
        )
        .unwrap();
        assert_eq!(question.profile(&answer, 0), expected, "{name}");
        assert!(answer.proved, "{name} is proved");
    }
}
