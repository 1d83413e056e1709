//! What holds for every conversation, however odd.

use proptest::prelude::*;
use wiec_opinion::{
    Conversation, Mode, Moderation, OpinionMap, Settings, Statement, Vote, VoteEvent, map,
};

/// Votes of up to fourteen people on up to six statements, in some order; ids are far apart.
fn votes() -> impl Strategy<Value = Vec<(u64, u64, i8)>> {
    prop::collection::vec((0..14_u64, 0..6_u64, -1..=1_i8), 0..90)
}

fn conversation(votes: &[(u64, u64, i8)], id: impl Fn(u64) -> u64) -> Conversation {
    let mut conversation = Conversation::new();
    for (at, (participant, statement, sign)) in (0..).zip(votes) {
        conversation.push(VoteEvent {
            participant: id(*participant),
            statement: id(*statement),
            vote: Vote::from_sign(*sign).expect("a sign"),
            at_ms: at,
        });
    }
    conversation
}

fn both(check: impl Fn(&Settings) -> Result<(), TestCaseError>) -> Result<(), TestCaseError> {
    check(&Settings::default())?;
    check(&Settings::compat())
}

fn text(map: &OpinionMap) -> String {
    serde_json::to_string(map).expect("a map is JSON")
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn every_conversation_has_a_map_of_numbers(votes in votes()) {
        both(|settings| {
            let drawn = map(&conversation(&votes, |id| id), settings);
            for statement in &drawn.statements {
                prop_assert!(statement.priority.is_finite() && statement.priority >= 0.0);
                let consensus = statement.group_aware_consensus;
                prop_assert!((0.0..=1.0).contains(&consensus), "{consensus}");
                prop_assert!(statement.position.iter().all(|it| it.is_finite()));
            }
            for person in &drawn.participants {
                let numbers = person.position.iter().flatten();
                prop_assert!(numbers.copied().all(f64::is_finite));
            }
            Ok(())
        })?;
    }

    #[test]
    fn a_vote_that_is_said_again_at_once_changes_nothing(votes in votes()) {
        both(|settings| {
            let once = map(&conversation(&votes, |id| id), settings);
            let mut log = conversation(&votes, |id| id);
            for event in conversation(&votes, |id| id).events() {
                log.push(event);
            }
            let mut twice = map(&log, settings);
            prop_assert_eq!(twice.counts.events, 2 * once.counts.events);
            twice.counts.events = once.counts.events;
            prop_assert_eq!(text(&twice), text(&once));
            Ok(())
        })?;
    }

    #[test]
    fn threads_change_the_time_and_no_bit(votes in votes(), threads in 2..5_usize) {
        let log = conversation(&votes, |id| id);
        let with = |threads| Settings { threads, ..Settings::default() };
        prop_assert_eq!(text(&map(&log, &with(threads))), text(&map(&log, &with(1))));
    }

    #[test]
    fn nobody_moves_for_a_statement_that_was_rejected(votes in votes()) {
        let rejected = Statement { id: 2, moderation: Moderation::Rejected, is_meta: false };
        let mut log = conversation(&votes, |id| id);
        log.describe(rejected);
        let mut turned = conversation(
            &votes.iter().map(|&(who, what, sign)| (who, what, if what == 2 { -sign } else { sign })).collect::<Vec<_>>(),
            |id| id,
        );
        turned.describe(rejected);
        both(|settings| {
            let (one, other) = (map(&log, settings), map(&turned, settings));
            for (one, other) in one.participants.iter().zip(&other.participants) {
                prop_assert_eq!(one.position, other.position);
                prop_assert_eq!(one.group, other.group);
            }
            Ok(())
        })?;
    }
}

#[test]
fn small_conversations_are_maps_too() {
    let cases: [&[(u64, u64, i8)]; 7] = [
        &[],
        &[(1, 1, 1)],
        &[(1, 1, 1), (1, 2, -1), (1, 3, 0)],
        &[(1, 1, 1), (2, 1, -1), (3, 1, 0)],
        &[(1, 1, 0), (1, 2, 0), (2, 1, 0), (2, 2, 0)],
        &[(1, 1, 1), (1, 2, 1), (2, 1, 1), (2, 2, 1)],
        &[(1, 1, 1), (1, 2, -1), (2, 1, 1), (2, 2, -1)],
    ];
    for votes in cases {
        for mode in [Mode::Standard, Mode::Compat] {
            let settings = Settings {
                mode,
                ..Settings::default()
            };
            let drawn = map(&conversation(votes, |id| id), &settings);
            assert_eq!(drawn.counts.events, votes.len());
        }
    }
}
