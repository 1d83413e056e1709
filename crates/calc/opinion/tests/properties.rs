//! What holds for every conversation, whatever was said in it.

use std::collections::BTreeMap;

use proptest::prelude::*;
use wiec_opinion::{
    Conversation, Live, Mode, Moderation, OpinionMap, Settings, Statement, Vote, VoteEvent, map,
    map_after, map_with_groups,
};

fn modes() -> [Settings; 2] {
    [Settings::default(), Settings::compat()]
}

fn vote() -> impl Strategy<Value = Vote> {
    prop_oneof![Just(Vote::Agree), Just(Vote::Pass), Just(Vote::Disagree)]
}

/// Events at different times, in order of time.
fn events(people: u64, statements: u64, most: usize) -> impl Strategy<Value = Vec<VoteEvent>> {
    let event = (0..people, 0..statements, vote());
    prop::collection::vec(event, 0..most).prop_map(|events| {
        let at = |(at_ms, (participant, statement, vote)): (i64, _)| VoteEvent {
            participant,
            statement,
            vote,
            at_ms,
        };
        (0..).zip(events).map(at).collect()
    })
}

fn of(events: &[VoteEvent]) -> Conversation {
    events.iter().copied().collect()
}

fn is_sound(map: &OpinionMap) {
    // JSON has no way to write what is not a finite number, so such a map could not be read.
    let text = serde_json::to_string(map).expect("a map is JSON");
    serde_json::from_str::<OpinionMap>(&text).expect("and back");
    let positions = map.participants.iter().filter_map(|it| it.position);
    assert!(positions.flatten().all(f64::is_finite));
    for statement in &map.statements {
        assert!(statement.priority.is_finite() && statement.priority > 0.0);
        assert!((0.0..=1.0).contains(&statement.divisiveness));
        let shares = [statement.agree, statement.disagree, statement.pass];
        assert!(
            shares
                .iter()
                .all(|it| it.low <= it.value && it.value <= it.high)
        );
        if !map.groups.is_empty() {
            let consensus = statement.group_aware_consensus;
            assert!(consensus > 0.0 && consensus < 1.0);
        }
    }
    let grouped: usize = map.groups.iter().map(|it| it.members.len()).sum();
    assert_eq!(
        grouped,
        map.participants
            .iter()
            .filter(|it| it.group.is_some())
            .count()
    );
    if map.mode == Mode::Standard {
        assert!(
            map.groups
                .iter()
                .all(|it| it.members.len() >= Settings::default().min_group)
        );
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn every_conversation_has_a_sound_map(events in events(40, 12, 400), out in 0_u64..12) {
        let mut conversation = of(&events);
        conversation.describe(Statement { id: out, moderation: Moderation::Rejected, is_meta: false });
        for settings in modes() {
            let first = map(&conversation, &settings);
            is_sound(&first);
            is_sound(&map_after(&conversation, &settings, &first));
        }
    }

    #[test]
    fn the_order_in_which_events_arrive_changes_no_bit(
        events in events(30, 10, 300),
        shuffled in Just(()).prop_perturb(|(), mut chance| chance.next_u64()),
    ) {
        let mut other = events.clone();
        other.sort_by_key(|it| (it.at_ms as u64).wrapping_mul(shuffled | 1));
        for settings in modes() {
            prop_assert_eq!(map(&of(&events), &settings), map(&of(&other), &settings));
        }
    }

    #[test]
    fn an_event_that_comes_twice_changes_nothing_but_their_number(events in events(30, 10, 300)) {
        let twice: Vec<VoteEvent> = events.iter().flat_map(|it| [*it, *it]).collect();
        for settings in modes() {
            let (once, mut twice) = (map(&of(&events), &settings), map(&of(&twice), &settings));
            twice.counts.events = once.counts.events;
            prop_assert_eq!(once, twice);
        }
    }

    #[test]
    fn a_rejected_statement_moves_nobody(
        events in events(30, 10, 300),
        votes in prop::collection::vec(vote(), 30),
    ) {
        let rejected = Statement { id: 0, moderation: Moderation::Rejected, is_meta: false };
        // Everybody votes on it, once so and once so, so that both maps know the same people.
        let with = |turn: usize| {
            let mut conversation = of(&events);
            conversation.describe(rejected);
            for (person, vote) in (0..).zip(&votes) {
                let vote = if turn == 0 { *vote } else { Vote::Pass };
                conversation.push(VoteEvent { participant: person, statement: 0, vote, at_ms: 1 << 40 });
            }
            conversation
        };
        for settings in modes() {
            let (a, b) = (map(&with(0), &settings), map(&with(1), &settings));
            for (a, b) in a.participants.iter().zip(&b.participants) {
                prop_assert_eq!(a.position, b.position);
            }
        }
    }

    #[test]
    fn other_ids_in_the_same_order_give_the_same_map(events in events(30, 10, 300)) {
        let renamed: Vec<VoteEvent> = events
            .iter()
            .map(|it| VoteEvent { participant: it.participant * 1_000_003 + 17, statement: it.statement * 97 + 5, ..*it })
            .collect();
        for settings in modes() {
            let (a, b) = (map(&of(&events), &settings), map(&of(&renamed), &settings));
            prop_assert_eq!(a.plane, b.plane);
            let said = |it: &wiec_opinion::Participant| (it.votes, it.position, it.group);
            prop_assert!(a.participants.iter().map(said).eq(b.participants.iter().map(said)));
        }
    }

    #[test]
    fn a_live_map_is_that_of_all_events_however_they_came_in(
        events in events(30, 10, 300),
        cut in 0.0..1.0_f64,
    ) {
        let cut = (events.len() as f64 * cut) as usize;
        for settings in modes() {
            let first = map(&of(&events[..cut]), &settings);
            let expected = map_after(&of(&events), &settings, &first);
            let mut live = Live::new();
            live.extend(events[..cut].iter().copied());
            live.map(&settings);
            events[cut..].iter().for_each(|&event| live.push(event));
            let mut restored = Live::restore(live.snapshot());
            prop_assert_eq!(live.map(&settings), &expected);
            prop_assert_eq!(restored.map(&settings), &expected);
        }
    }

    #[test]
    fn groups_that_are_known_are_taken_as_they_are(events in events(30, 10, 300)) {
        let known: BTreeMap<u64, usize> = (0..30).map(|id| (id, (id % 3) as usize)).collect();
        for settings in modes() {
            let map = map_with_groups(&of(&events), &settings, &known);
            prop_assert!(map.participants.iter().all(|it| it.group == Some((it.id % 3) as usize)));
        }
    }
}

#[test]
fn threads_change_no_bit() {
    let event = |at: u64| VoteEvent {
        participant: at % 20_000,
        statement: (at * at) % 31,
        vote: Vote::from_sign(((at / 7 + at * at / 11) % 3) as i8 - 1).unwrap(),
        at_ms: at as i64,
    };
    let conversation: Conversation = (0..200_000).map(event).collect();
    for settings in modes() {
        let on = |threads| {
            map(
                &conversation,
                &Settings {
                    threads,
                    ..settings.clone()
                },
            )
        };
        let one = on(1);
        assert_eq!(one, on(2));
        assert_eq!(one, on(7));
    }
}

#[test]
fn the_smallest_conversations_are_defined() {
    let event = |participant, statement, vote| VoteEvent {
        participant,
        statement,
        vote,
        at_ms: 0,
    };
    let square = |people: u64, statements: u64, vote| {
        let cells = (0..people * statements).map(move |at| event(at % people, at / people, vote));
        cells.collect::<Vec<_>>()
    };
    let mut all = vec![
        Vec::new(),
        square(1, 1, Vote::Agree),
        square(1, 9, Vote::Disagree),
        square(30, 1, Vote::Agree),
    ];
    all.extend([Vote::Agree, Vote::Pass, Vote::Disagree].map(|vote| square(30, 9, vote)));
    all.push(square(2, 9, Vote::Agree));
    for events in all {
        for settings in modes() {
            for groups in [None, Some(1), Some(2), Some(9)] {
                is_sound(&map(
                    &of(&events),
                    &Settings {
                        groups,
                        ..settings.clone()
                    },
                ));
            }
        }
    }
}

#[test]
fn what_is_hidden_leaves_its_people_and_nothing_else() {
    let known: BTreeMap<u64, usize> = (0..30)
        .map(|id| (id, usize::from(id > 3) + usize::from(id > 9)))
        .collect();
    let event = |at: u64| VoteEvent {
        participant: at % 30,
        statement: at / 30,
        vote: Vote::from_sign((at % 7 % 3) as i8 - 1).unwrap(),
        at_ms: 0,
    };
    let conversation: Conversation = (0..300).map(event).collect();
    let whole = map_with_groups(&conversation, &Settings::compat(), &known);

    let shown = whole.without_groups_below(5);

    let sizes = |map: &OpinionMap| -> Vec<(usize, usize)> {
        map.groups
            .iter()
            .map(|it| (it.id, it.members.len()))
            .collect()
    };
    assert_eq!(sizes(&whole), [(0, 4), (1, 6), (2, 20)]);
    assert_eq!(sizes(&shown), [(1, 6), (2, 20)]);
    assert_eq!(shown.participants.len(), 30);
    assert!(shown.participants[..4].iter().all(|it| it.group.is_none()));
    for (all, some) in whole.statements.iter().zip(&shown.statements) {
        assert_eq!(all.groups[1..], some.groups);
    }
    assert_eq!(whole.without_groups_below(4), whole);
}
