//! The JSON of a map is what its schema says, no more and no less.

#[path = "schema/validator.rs"]
mod validator;

use proptest::prelude::*;
use serde_json::{Value, json};
use validator::faults;
use wiec_opinion::{
    Conversation, Moderation, OpinionMap, SCHEMA, Settings, Statement, Vote, VoteEvent, map,
};

fn schema() -> Value {
    serde_json::from_str(include_str!("../schema/opinion-map.schema.json")).expect("it is JSON")
}

fn json_of(map: &OpinionMap) -> Value {
    let text = serde_json::to_string(map).expect("a map is JSON");
    serde_json::from_str(&text).expect("which is read back")
}

fn checked(map: &OpinionMap) -> Vec<String> {
    let schema = schema();
    faults(&schema, &schema, &json_of(map), "map")
}

/// Two camps on the first half of the statements, some people who agree with everything.
fn camps() -> Conversation {
    let mut conversation = Conversation::new();
    for participant in 0..60 {
        for statement in 0..12 {
            let agrees = statement > 5 || participant % 2 == statement % 2 || participant > 50;
            let vote = if agrees { Vote::Agree } else { Vote::Disagree };
            if (participant + statement) % 5 != 0 {
                conversation.push(VoteEvent {
                    participant,
                    statement,
                    vote,
                    at_ms: 0,
                });
            }
        }
    }
    conversation.describe(Statement {
        id: 3,
        moderation: Moderation::Rejected,
        is_meta: true,
    });
    conversation
}

fn modes() -> [Settings; 2] {
    [Settings::default(), Settings::compat()]
}

#[test]
fn maps_of_both_modes_are_what_the_schema_says() {
    for settings in modes() {
        let map = map(&camps(), &settings);
        assert!(map.groups.len() > 1 && map.groups.iter().all(|it| !it.representative.is_empty()));
        assert_eq!(checked(&map), Vec::<String>::new());
    }
}

#[test]
fn the_map_of_nothing_is_what_the_schema_says() {
    for settings in modes() {
        assert_eq!(
            checked(&map(&Conversation::new(), &settings)),
            Vec::<String>::new()
        );
    }
}

#[test]
fn the_schema_has_the_version_of_the_map() {
    assert_eq!(schema()["properties"]["schema"]["const"], json!(SCHEMA));
    assert_eq!(
        schema()["$id"],
        json!(format!("urn:wiec:opinion-map:{SCHEMA}"))
    );
}

#[test]
fn what_the_schema_does_not_say_is_noticed() {
    let (schema, good) = (schema(), json_of(&map(&camps(), &Settings::default())));
    let faults_with = |change: fn(&mut Value)| {
        let mut map = good.clone();
        change(&mut map);
        faults(&schema, &schema, &map, "map")
    };
    let without: fn(&mut Value) = |map| {
        map.as_object_mut().expect("an object").remove("counts");
    };
    assert_eq!(faults_with(without).len(), 1);
    assert_eq!(
        faults_with(|map| map["groups"][0]["name"] = json!("A")),
        ["map.groups[0].name: is unknown"]
    );
    let beyond = faults_with(|map| map["statements"][0]["agree"]["value"] = json!(1.5));
    assert_eq!(beyond, ["map.statements[0].agree.value: breaks maximum: 1"]);
    assert_eq!(faults_with(|map| map["schema"] = json!(2)).len(), 1);
}

#[test]
fn every_object_of_the_schema_is_closed_and_demands_all_that_it_names() {
    let schema = schema();
    let definitions = schema["$defs"].as_object().expect("definitions");
    for object in definitions.values().chain([&schema]) {
        assert_eq!(object["additionalProperties"], json!(false));
        let named: Vec<&String> = object["properties"]
            .as_object()
            .expect("an object")
            .keys()
            .collect();
        assert_eq!(object["required"], json!(named));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn whatever_was_said_its_map_is_what_the_schema_says(
        cells in prop::collection::vec((0_u64..30, 0_u64..10, -1_i8..=1), 0..300),
    ) {
        let event = |(participant, statement, sign)| VoteEvent {
            participant,
            statement,
            vote: Vote::from_sign(sign).expect("a sign"),
            at_ms: 0,
        };
        let conversation: Conversation = cells.into_iter().map(event).collect();
        for settings in modes() {
            prop_assert_eq!(checked(&map(&conversation, &settings)), Vec::<String>::new());
        }
    }
}
