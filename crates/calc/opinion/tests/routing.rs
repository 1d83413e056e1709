//! The weights with which statements are drawn differ, and in the order that they should. (Polis
//! drew uniformly for sixteen months, and nobody noticed.)

use std::collections::BTreeMap;

use wiec_opinion::{Conversation, Moderation, Settings, Statement, Vote, VoteEvent, map};

const UNITES: u64 = 0;
const DIVIDES: u64 = 1;
const REJECTED_BY_ALL: u64 = 2;
const PASSED_OVER: u64 = 3;
const NEW: u64 = 4;
const META: u64 = 5;

/// Two camps of thirty, who also differ on ten other statements.
fn weights(settings: &Settings) -> BTreeMap<u64, f64> {
    let mut conversation = Conversation::new();
    conversation.describe(Statement {
        id: META,
        moderation: Moderation::Accepted,
        is_meta: true,
    });
    for participant in 0..60 {
        let first = participant % 2 == 0;
        let camp = if first { Vote::Agree } else { Vote::Disagree };
        let mut says = |statement, vote| {
            conversation.push(VoteEvent {
                participant,
                statement,
                vote,
                at_ms: 0,
            });
        };
        says(UNITES, Vote::Agree);
        says(DIVIDES, camp);
        says(REJECTED_BY_ALL, Vote::Disagree);
        says(PASSED_OVER, Vote::Pass);
        says(META, camp);
        (10..20).for_each(|statement| says(statement, camp));
    }
    conversation.push(VoteEvent {
        participant: 0,
        statement: NEW,
        vote: Vote::Agree,
        at_ms: 0,
    });
    let map = map(&conversation, settings);
    map.statements
        .iter()
        .map(|it| (it.id, it.priority))
        .collect()
}

#[test]
fn what_unites_or_divides_comes_before_what_all_reject_or_pass_over() {
    let weights = weights(&Settings::default());
    for telling in [UNITES, DIVIDES] {
        assert!(
            weights[&telling] > 2.0 * weights[&REJECTED_BY_ALL],
            "{weights:?}"
        );
        assert!(
            weights[&telling] > 2.0 * weights[&PASSED_OVER],
            "{weights:?}"
        );
    }
}

#[test]
fn what_is_new_comes_first_and_what_is_no_opinion_does_not() {
    let weights = weights(&Settings::default());
    let most = weights.values().copied().fold(0.0, f64::max);
    assert!(weights[&NEW] >= most, "{weights:?}");
    assert!(weights[&META] < weights[&UNITES] && weights[&META] < weights[&DIVIDES]);
}

#[test]
fn by_polis_rules_weights_differ_too_and_meta_statements_have_theirs() {
    let weights = weights(&Settings::compat());
    assert!(weights[&UNITES] > weights[&REJECTED_BY_ALL]);
    assert!(weights[&UNITES] > weights[&PASSED_OVER]);
    assert!((weights[&META] - 49.0).abs() < 1e-12);
}
