//! Small questions, against trying everything.
#![allow(
    clippy::unwrap_used,
    reason = "a test that unwraps says enough by failing"
)]

use proptest::prelude::*;
use wiec_allotment::exact::allot;
use wiec_allotment::places::{Answer, Party, Question};
use wiec_allotment::serial::serve;

fn party() -> impl Strategy<Value = Party> {
    let wishes = Just(vec![0, 1, 2]).prop_shuffle();
    (1..4u32, wishes, 0..4usize, 0..3u32, 0..2usize).prop_map(
        |(size, mut wishes, length, quota, class)| {
            wishes.truncate(length);
            Party {
                size,
                wishes,
                quota,
                class,
            }
        },
    )
}

fn question() -> impl Strategy<Value = Question> {
    let clashes = prop::sample::select(vec![vec![], vec![(0, 1)], vec![(2, 0), (1, 2)]]);
    (
        prop::collection::vec(0..5u32, 3),
        clashes,
        prop::collection::vec(party(), 0..5),
    )
        .prop_map(|(capacity, clashes, parties)| Question {
            capacity,
            clashes,
            parties,
        })
}

/// Many parties of all sizes, a wish or two each: what matters is how they fit.
fn packing() -> impl Strategy<Value = Question> {
    let wishes = prop::sample::select(vec![
        vec![0],
        vec![1, 0],
        vec![0, 1],
        vec![1, 2],
        vec![2, 0],
    ]);
    let party = (1..6u32, wishes, 0..2usize).prop_map(|(size, wishes, class)| Party {
        size,
        wishes,
        quota: 1,
        class,
    });
    let capacity = prop::collection::vec(0..12u32, 3);
    (capacity, prop::collection::vec(party, 0..8)).prop_map(|(capacity, parties)| Question {
        capacity,
        clashes: Vec::new(),
        parties,
    })
}

/// Days of many short events, of which most clash, and parties who wish for all of them.
fn busy() -> impl Strategy<Value = Question> {
    let pair = (0..4usize, 0..4usize).prop_filter("two events", |(a, b)| a != b);
    let wishes = Just(vec![0, 1, 2, 3]).prop_shuffle();
    let party = (1..4u32, wishes, 0..5u32).prop_map(|(size, wishes, quota)| Party {
        size,
        wishes,
        quota,
        class: 0,
    });
    let clashes = prop::collection::vec(pair, 0..5);
    let capacity = prop::collection::vec(0..7u32, 4);
    (capacity, clashes, prop::collection::vec(party, 0..4)).prop_map(
        |(capacity, clashes, parties)| Question {
            capacity,
            clashes,
            parties,
        },
    )
}

fn is_allowed(question: &Question, granted: &[Vec<usize>]) -> bool {
    let mut left: Vec<i64> = question
        .capacity
        .iter()
        .map(|&room| i64::from(room))
        .collect();
    for (party, events) in question.parties.iter().zip(granted) {
        for &event in events {
            left[event] -= i64::from(party.size);
        }
        let clash = events
            .iter()
            .any(|&a| events.iter().any(|&b| a != b && question.clash(a, b)));
        if clash
            || events.len() > party.quota as usize
            || !events.iter().all(|e| party.wishes.contains(e))
        {
            return false;
        }
    }
    left.iter().all(|&room| room >= 0)
}

/// Class by class: how many places, then how many first wishes, and so on.
fn merit(question: &Question, granted: &[Vec<usize>]) -> Vec<u32> {
    let answer = Answer {
        granted: granted.to_vec(),
        proved: false,
    };
    let classes = (0..2).map(|class| question.profile(&answer, class));
    classes
        .flat_map(|profile| std::iter::once(profile.iter().sum()).chain(profile))
        .collect()
}

fn best_merit(question: &Question, granted: &mut Vec<Vec<usize>>) -> Vec<u32> {
    if !is_allowed(question, granted) {
        return Vec::new();
    }
    let Some(party) = question.parties.get(granted.len()) else {
        return merit(question, granted);
    };
    let mut best = Vec::new();
    for subset in 0..1usize << party.wishes.len() {
        let ranks = (0..party.wishes.len()).filter(|rank| subset >> rank & 1 == 1);
        granted.push(ranks.map(|rank| party.wishes[rank]).collect());
        best = best.max(best_merit(question, granted));
        granted.pop();
    }
    best
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(128) })]

    #[test]
    fn nothing_beats_an_allotment_that_is_proved(question in question()) {
        compare(&question)?;
    }

    #[test]
    fn nothing_packs_parties_better_than_what_is_proved(question in packing()) {
        compare(&question)?;
    }

    #[test]
    fn nothing_fits_wishes_that_clash_together_better_than_what_is_proved(question in busy()) {
        compare(&question)?;
    }
}

fn compare(question: &Question) -> Result<(), TestCaseError> {
    let answer = allot(question, 10_000).unwrap();
    prop_assert!(answer.proved && is_allowed(question, &answer.granted));
    let reached = merit(question, &answer.granted);
    prop_assert_eq!(&reached, &best_merit(question, &mut Vec::new()));
    prop_assert_eq!(&answer, &allot(question, 10_000).unwrap());
    let order: Vec<usize> = (0..question.parties.len()).collect();
    let served = serve(question, &order).unwrap();
    prop_assert!(is_allowed(question, &served.granted));
    for steps in 0..4 {
        let hasty = allot(question, steps).unwrap();
        prop_assert!(is_allowed(question, &hasty.granted));
        prop_assert!(merit(question, &hasty.granted) >= merit(question, &served.granted));
        prop_assert!(!hasty.proved || merit(question, &hasty.granted) == reached);
    }
    Ok(())
}

#[test]
fn empty_questions_have_empty_answers() {
    assert!(allot(&Question::default(), 0).unwrap().granted.is_empty());
    assert!(serve(&Question::default(), &[]).unwrap().granted.is_empty());
}

#[test]
fn rooms_without_limit_take_everybody() {
    let party = |size, wishes: &[usize]| Party {
        size,
        wishes: wishes.to_vec(),
        quota: u32::MAX,
        class: 0,
    };
    let question = Question {
        capacity: vec![u32::MAX, 0, u32::MAX],
        clashes: Vec::new(),
        parties: vec![party(3, &[0, 1, 2]), party(1, &[1]), party(2, &[2])],
    };
    let answer = allot(&question, 1).unwrap();
    assert!(answer.proved);
    assert_eq!(answer.granted, [vec![0, 2], vec![], vec![2]]);
}

#[test]
fn what_means_nothing_is_refused_with_a_sentence() {
    let party = Party {
        size: 1,
        wishes: vec![7],
        quota: 1,
        class: 0,
    };
    let question = Question {
        capacity: vec![1],
        clashes: Vec::new(),
        parties: vec![party],
    };
    let refused = allot(&question, 1).unwrap_err().to_string();
    assert_eq!(refused, "Party 0 wishes for an event that does not exist.");
    assert!(serve(&Question::default(), &[0]).is_err());
}
