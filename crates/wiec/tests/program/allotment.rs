//! `wiec places` and `wiec reviewers`: scarce places and reviews, from files to files.

use std::process::Command;

use serde_json::{Value, json};

use crate::place::Place;

/// Two visits that cannot both be made, four parties, five people.
const WISHES: &str = r#"{"format": "wiec-places/1",
  "events": [{"id": "castle", "places": 2, "not_with": ["reserve"]}, {"id": "reserve", "places": 2}],
  "parties": [{"id": "Łucja", "wishes": ["castle", "reserve"], "quota": 2},
              {"id": "pair", "size": 2, "wishes": ["castle"]},
              {"id": "Jan", "wishes": ["castle", "reserve"]},
              {"id": "Ola", "wishes": ["castle"], "class": 1}]}"#;

const DRAW: [&str; 15] = [
    "places",
    "draw",
    "wishes.json",
    "--list",
    "list.json",
    "--slips",
    "slips.tsv",
    "--rule",
    "study visits, drand round 123",
    "--beacon",
    "5f3a",
    "--out",
    "places.json",
    "--proof",
    "proof.json",
];

async fn sealed() -> Place {
    let place = Place::make().await;
    place.write("wishes.json", WISHES);
    let seal = [
        "places",
        "seal",
        "wishes.json",
        "--list",
        "list.json",
        "--slips",
        "slips.tsv",
    ];
    let said = place.run(&seal).well();
    assert!(said.starts_with("Sealed 4 parties; the list is "), "{said}");
    place
}

fn read(place: &Place, name: &str) -> String {
    std::fs::read_to_string(place.folder().join(name)).unwrap()
}

fn parsed(place: &Place, name: &str) -> Value {
    serde_json::from_str(&read(place, name)).unwrap()
}

#[tokio::test]
async fn places_are_sealed_drawn_and_verified_by_everybody() {
    let place = sealed().await;
    assert!(
        !read(&place, "list.json").contains("castle"),
        "the published list shows no wish"
    );
    let said = place.run(&DRAW).well();
    assert!(said.contains("4 of 5 people have a place"), "{said}");
    assert!(said.contains("proved: no answer is better"), "{said}");

    let given = parsed(&place, "places.json");
    // The pair together, and the two who would also go to the reserve there.
    let events: Vec<&Value> = given["parties"]
        .as_array()
        .unwrap()
        .iter()
        .map(|party| &party["events"])
        .collect();
    let reserve = json!(["reserve"]);
    assert_eq!(events, [&reserve, &json!(["castle"]), &reserve, &json!([])]);
    assert_eq!(given["profiles"], json!([[2, 2], [0]]));
    assert_eq!(
        given["events"][0],
        json!({"id": "castle", "places": 2, "taken": 2})
    );

    let own = read(&place, "slips.tsv");
    let own = own.lines().find(|line| line.contains("\tŁucja\t")).unwrap();
    place.write("own.tsv", &format!("{own}\n"));
    let everybody = [
        "places",
        "verify",
        "proof.json",
        "--list",
        "list.json",
        "--rule",
        "study visits, drand round 123",
        "--beacon",
        "5f3a",
        "--slip",
        "own.tsv",
    ];
    let said = place.run(&everybody).well();
    assert_eq!(said.lines().count(), 5, "{said}");
    assert!(
        said.contains("Łucja is in the draw with size=1 quota=2 class=0 wishes=castle,reserve"),
        "{said}"
    );
    let insider = [
        "places",
        "verify",
        "proof.json",
        "--slip",
        "slips.tsv",
        "--wishes",
        "wishes.json",
        "--places",
        "places.json",
    ];
    let said = place.run(&insider).well();
    assert!(said.contains("the places follow from the lots"), "{said}");
}

#[tokio::test]
async fn the_script_that_needs_nothing_of_ours_agrees_with_the_proof() {
    let place = sealed().await;
    place.run(&DRAW).well();
    let script = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../calc/allotment/verify_draw.py"
    );
    let proof = place.folder().join("proof.json");
    let Ok(said) = Command::new("python3").arg(script).arg(proof).output() else {
        println!("skipped: no python3");
        return;
    };
    assert!(said.status.success());
    let order = String::from_utf8(said.stdout).unwrap();
    let drawn = parsed(&place, "proof.json");
    for (line, pair) in order.lines().zip(drawn["order"].as_array().unwrap()) {
        assert!(line.ends_with(pair[0].as_str().unwrap()), "{line}");
    }
    assert_eq!(order.lines().count(), 4);
}

#[tokio::test]
async fn wishes_changed_after_the_list_was_closed_are_not_drawn() {
    let place = sealed().await;
    let changed = WISHES
        .replace(
            r#""id": "Jan", "wishes": ["castle", "reserve"]"#,
            r#""id": "Jan", "wishes": ["reserve"]"#,
        )
        .replace(r#""id": "Ola""#, r#""id": "Ela""#);
    place.write("wishes.json", &changed);
    let refused = place.run(&DRAW);
    refused.fails_with(2, "Jan: the wishes are not those of the slip");
    refused.fails_with(2, "Ela: there is no slip");
    refused.fails_with(2, "Ola: is in the list, and has no wishes");
    assert!(!place.folder().join("proof.json").exists());
}

#[tokio::test]
async fn a_proof_that_was_tampered_with_is_refused_and_so_are_other_places() {
    let place = sealed().await;
    place.run(&DRAW).well();
    let proof = read(&place, "proof.json");
    place.write("proof.json", &proof.replace("5f3a", "5f3b"));
    place
        .run(&["places", "verify", "proof.json"])
        .fails_with(2, "The proof is not that of this draw.");
    place.write("proof.json", &proof);
    place
        .run(&["places", "verify", "proof.json", "--beacon", "5f3b"])
        .fails_with(1, "the beacon of the draw is \"5f3a\", not \"5f3b\"");
    let places = read(&place, "places.json");
    place.write("places.json", &places.replacen("reserve", "castle", 1));
    let insider = [
        "places",
        "verify",
        "proof.json",
        "--wishes",
        "wishes.json",
        "--places",
        "places.json",
    ];
    place
        .run(&insider)
        .fails_with(1, "does not follow from the draw and the wishes");
}

#[tokio::test]
async fn reviewers_are_assigned_by_total_or_fairly_and_never_in_conflict() {
    let place = Place::make().await;
    // By total both go where the scores are; fairly, each submission gets somebody who said yes.
    place.write(
        "reviewers.json",
        r#"{"format": "wiec-reviewers/1", "each": 1,
            "reviewers": [{"id": "Anna", "most": 1}, {"id": "Piotr", "most": 1, "topics": ["transport"]}],
            "submissions": [{"id": "trams"}, {"id": "parks", "topics": ["transport"]}],
            "bids": [{"reviewer": "Anna", "submission": "trams", "bid": "maybe"},
                     {"reviewer": "Anna", "submission": "parks", "bid": "conflict"},
                     {"reviewer": "Piotr", "submission": "trams", "bid": "yes"}]}"#,
    );
    for aim in ["total", "fair"] {
        let written = place
            .run(&["reviewers", "assign", "reviewers.json", "--aim", aim])
            .well();
        let written: Value = serde_json::from_str(&written).unwrap();
        assert_eq!(
            written["submissions"],
            json!([{"id": "trams", "reviewers": ["Anna"], "score": 2},
                   {"id": "parks", "reviewers": ["Piotr"], "score": 2}])
        );
        assert_eq!(written["proved"], json!(true));
    }
}

#[tokio::test]
async fn what_cannot_be_assigned_is_refused_with_the_reason() {
    let place = Place::make().await;
    place.write(
        "reviewers.json",
        r#"{"format": "wiec-reviewers/1", "each": 2,
            "reviewers": [{"id": "Anna", "most": 1}, {"id": "Piotr", "most": 1}],
            "submissions": [{"id": "trams"}, {"id": "parks"}], "bids": []}"#,
    );
    place
        .run(&["reviewers", "assign", "reviewers.json"])
        .fails_with(2, "need 4 reviews in all, and the reviewers take at most 2");
}
