//! How long allotments of the sizes of a large congress take: CPU seconds of one thread, as Linux
//! counts them. The questions are made up from seeds; popularity is uneven, as it is among people.
//!
//! `cargo bench -p wiec-allotment`

use std::fs;

use wiec_allotment::exact::allot;
use wiec_allotment::places::{Party, Question};
use wiec_allotment::reviews::{Reviews, best_total, fairest};

/// Steps that nobody would wait longer for.
const STEPS: usize = 20_000;

fn main() {
    println!("places: people, events, parties: seconds, placed, profile, proved");
    for (people, events, ranks) in [(1200, 41, 6), (600, 21, 8)] {
        for seed in 1..=5 {
            let question = places(seed, people, events, ranks);
            let (answer, seconds) =
                timed(|| allot(&question, STEPS).expect("a question that means something"));
            let profile = question.profile(&answer, 0);
            println!(
                "{people} people, {} places, {} parties: {seconds:.2} s, {} placed, {profile:?}, {}",
                question.capacity.iter().sum::<u32>(),
                question.parties.len(),
                profile.iter().sum::<u32>(),
                answer.proved
            );
        }
    }
    println!("reviewers: seconds, total, least, proved");
    for seed in 1..=5 {
        let reviews = reviews(seed, 150, 180);
        for (name, find) in [
            (
                "best total",
                Box::new(|| best_total(&reviews)) as Box<dyn Fn() -> _>,
            ),
            ("fairest", Box::new(|| fairest(&reviews, STEPS))),
        ] {
            let (found, seconds) = timed(find);
            match found.expect("a question that means something") {
                Some(it) => println!(
                    "{name}: {seconds:.2} s, {}, {}, {}",
                    it.total, it.least, it.proved
                ),
                None => println!("{name}: {seconds:.2} s, none"),
            }
        }
    }
}

/// People in parties of one to four with wishes of equal number; some events are much dearer than
/// others, and there are places for five people of six.
fn places(seed: u64, people: u32, events: usize, ranks: usize) -> Question {
    let mut chance = Chance(seed);
    let capacity = (0..events).map(|_| 20 + chance.below(11) as u32).collect();
    let dear: Vec<usize> = (0..events)
        .map(|_| [1, 1, 2, 2, 3, 4, 6, 9][chance.below(8)])
        .collect();
    let mut parties = Vec::new();
    let mut left = people;
    while left > 0 {
        let size = [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 3, 4][chance.below(20)]
            .min(left);
        left -= size;
        parties.push(Party {
            size,
            wishes: wishes(&mut chance, &dear, ranks),
            quota: 1,
            class: 0,
        });
    }
    Question {
        capacity,
        clashes: Vec::new(),
        parties,
    }
}

/// Different events, each as likely as it is dear.
fn wishes(chance: &mut Chance, dear: &[usize], ranks: usize) -> Vec<usize> {
    let mut wishes = Vec::new();
    while wishes.len() < ranks {
        let event = chance.below(dear.len());
        if chance.below(9) < dear[event] && !wishes.contains(&event) {
            wishes.push(event);
        }
    }
    wishes
}

/// Reviewers who bid for some submissions and conflict with few; three for each, loads up to five.
fn reviews(seed: u64, reviewers: usize, submissions: usize) -> Reviews {
    let mut chance = Chance(seed);
    let score = |chance: &mut Chance| match chance.below(200) {
        0 => None,
        1..=12 => Some(4),
        13..=20 => Some(2),
        21..=60 => Some(0),
        _ => Some(1),
    };
    let row = |chance: &mut Chance| (0..reviewers).map(|_| score(chance)).collect();
    Reviews {
        scores: (0..submissions).map(|_| row(&mut chance)).collect(),
        loads: vec![(2, 5); reviewers],
        each: 3,
    }
}

/// SplitMix64: made-up questions must be the same everywhere.
struct Chance(u64);

impl Chance {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((mixed ^ (mixed >> 31)) % end as u64) as usize
    }
}

fn timed<T>(step: impl FnOnce() -> T) -> (T, f64) {
    let started = on_cpu();
    let value = step();
    (value, on_cpu() - started)
}

/// Seconds that this thread ran. Wall time says nothing on a shared machine.
fn on_cpu() -> f64 {
    let text = fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    let nanoseconds = text.split(' ').next().and_then(|it| it.parse::<f64>().ok());
    nanoseconds.unwrap_or(f64::NAN) / 1e9
}
