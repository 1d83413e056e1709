//! Other ids in another order give the same map of the same people, as far as sums in another
//! order are the same: places to a few digits, counts and groups exactly.

use std::collections::{BTreeMap, BTreeSet};

use wiec_opinion::{
    Conversation, Moderation, OpinionMap, Settings, Statement, Vote, VoteEvent, map,
};

const PEOPLE: u64 = 90;
const STATEMENTS: u64 = 18;

/// Three camps, each with some statements of its own, and a few votes that fit no camp.
fn votes() -> Vec<(u64, u64, Vote)> {
    let mut votes = Vec::new();
    for person in 0..PEOPLE {
        for statement in 0..STATEMENTS {
            let noise = (person * 31 + statement * 17 + person * statement) % 10;
            if noise == 0 {
                continue;
            }
            let agrees = (person % 3 == statement % 3) != (noise == 1);
            let vote = match (noise, agrees) {
                (2, _) => Vote::Pass,
                (_, true) => Vote::Agree,
                (_, false) => Vote::Disagree,
            };
            votes.push((person, statement, vote));
        }
    }
    votes
}

/// Every number below a prime once, in an order that has nothing to do with theirs.
fn permuted(id: u64, prime: u64, by: u64) -> u64 {
    (id + 1) * by % prime
}

fn conversation(person: impl Fn(u64) -> u64, statement: impl Fn(u64) -> u64) -> Conversation {
    let event = |(p, s, vote)| VoteEvent {
        participant: person(p),
        statement: statement(s),
        vote,
        at_ms: 0,
    };
    let mut conversation: Conversation = votes().into_iter().map(event).collect();
    conversation.describe(Statement {
        id: statement(4),
        moderation: Moderation::Rejected,
        is_meta: false,
    });
    conversation
}

/// Who is together with whom, by the ids of the first map.
fn together(map: &OpinionMap, back: &BTreeMap<u64, u64>) -> BTreeSet<BTreeSet<u64>> {
    let group = |members: &[u64]| members.iter().map(|id| back[id]).collect();
    map.groups.iter().map(|it| group(&it.members)).collect()
}

/// The map, and the same with permuted ids; how people and statements are called in it.
fn both(settings: &Settings, by: u64) -> [OpinionMap; 2] {
    let keep = |id: u64| id;
    let other = conversation(|id| person(id, by), |id| statement(id, by));
    [conversation(keep, keep), other].map(|it| map(&it, settings))
}

fn person(id: u64, by: u64) -> u64 {
    permuted(id, 97, by)
}

fn statement(id: u64, by: u64) -> u64 {
    permuted(id, 19, by % 19)
}

#[test]
fn permuting_ids_permutes_groups_and_what_they_say() {
    for by in [5, 23, 41] {
        let [first, other] = both(&Settings::default(), by);
        let own: BTreeMap<u64, u64> = (0..PEOPLE).map(|id| (id, id)).collect();
        let back: BTreeMap<u64, u64> = (0..PEOPLE).map(|id| (person(id, by), id)).collect();
        assert_eq!(first.groups.len(), 3);
        assert_eq!(together(&other, &back), together(&first, &own));
        for said in &first.statements {
            let id = statement(said.id, by);
            let same = other.statements.iter().find(|it| it.id == id);
            let same = same.expect("it has votes");
            let apart = same.group_aware_consensus - said.group_aware_consensus;
            assert!(apart.abs() < 1e-9);
            assert!((same.divisiveness - said.divisiveness).abs() < 1e-9);
        }
    }
}

/// Groups of `Compat` are left out: Polis starts them from the first people in the order of ids.
#[test]
fn permuting_ids_permutes_places_and_counts() {
    for settings in [Settings::default(), Settings::compat()] {
        for by in [5, 23, 41] {
            let [first, other] = both(&settings, by);
            assert_eq!(other.counts, first.counts);
            for said in &first.statements {
                let id = statement(said.id, by);
                let same = other.statements.iter().find(|it| it.id == id);
                let same = same.expect("it has votes");
                assert_eq!((same.votes, same.agree), (said.votes, said.agree));
                assert_eq!(same.out, said.out);
            }
            // Axes may turn round, or exchange their places where people differ as much along
            // both, so that distances are compared and not places.
            let place = |map: &OpinionMap, id: u64| {
                let found = map.participants.binary_search_by_key(&id, |it| it.id);
                let found = found.expect("a voter");
                map.participants[found].position.expect("a place")
            };
            let apart = |a: [f64; 2], b: [f64; 2]| libm::hypot(a[0] - b[0], a[1] - b[1]);
            for id in 1..PEOPLE {
                let here = apart(place(&first, 0), place(&first, id));
                let there = apart(place(&other, person(0, by)), place(&other, person(id, by)));
                assert!((here - there).abs() < 1e-4, "{here} {there}");
            }
        }
    }
}
