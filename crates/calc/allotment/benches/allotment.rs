//! How long allotments of the sizes of a large congress take: CPU seconds of one thread, as Linux
//! counts them. The questions are made up from seeds; popularity is uneven, as it is among people.
//!
//! `cargo bench -p wiec-allotment`

use std::fs;

use wiec_allotment::Malformed;
use wiec_allotment::exact::allot;
use wiec_allotment::places::{Party, Question};
use wiec_allotment::reviews::{Assignment, Reviews, best_total, fairest};

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
    for (name, of) in [
        (
            "180 submissions, 150 reviewers, bids",
            bids as fn(u64) -> Reviews,
        ),
        ("118 submissions, 177 reviewers, fine scores", affinities),
        ("150 submissions, 150 reviewers, no load to spare", scarce),
        ("600 submissions, 25 reviewers, bids", call),
    ] {
        for seed in 1..=5 {
            let reviews = of(seed);
            report(&format!("{name}: best total"), || best_total(&reviews));
            report(&format!("{name}: fairest"), || fairest(&reviews, STEPS));
        }
    }
}

fn report(name: &str, find: impl FnOnce() -> Result<Option<Assignment>, Malformed>) {
    let (found, seconds) = timed(find);
    match found.expect("a question that means something") {
        Some(it) => println!(
            "{name}: {seconds:.2} s, {}, {}, {}",
            it.total, it.least, it.proved
        ),
        None => println!("{name}: {seconds:.2} s, none"),
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
fn bids(seed: u64) -> Reviews {
    let mut chance = Chance(seed);
    made_up(180, vec![(2, 5); 150], |_, _| match chance.below(200) {
        0 => None,
        1..=12 => Some(4),
        13..=20 => Some(2),
        21..=60 => Some(0),
        _ => Some(1),
    })
}

/// A large call: a committee of 25 that judges 72 of 600 each, give or take eight, with bids for some and
/// conflicts with one in forty.
fn call(seed: u64) -> Reviews {
    let mut chance = Chance(seed);
    made_up(600, vec![(64, 80); 25], |_, _| match chance.below(200) {
        0..=4 => None,
        5..=24 => Some(4),
        25..=44 => Some(2),
        45..=84 => Some(0),
        _ => Some(1),
    })
}

/// Likeness of what submissions are about and reviewers know, in ten-thousandths; some submissions
/// are unlike everything.
fn affinities(seed: u64) -> Reviews {
    let mut chance = Chance(seed);
    let mut subjects = |number: usize| -> Vec<Vec<usize>> {
        let mut subject = || match chance.below(4) {
            0 => chance.below(100) * chance.below(100),
            _ => chance.below(300),
        };
        (0..number)
            .map(|_| (0..12).map(|_| subject()).collect())
            .collect()
    };
    let (about, known) = (subjects(118), subjects(177));
    let dearth: Vec<f64> = (0..118)
        .map(|_| 4600.0 + 100.0 * chance.below(50).max(chance.below(50)) as f64)
        .collect();
    let length = |of: &[usize]| (of.iter().map(|it| it * it).sum::<usize>() as f64).sqrt();
    made_up(118, vec![(2, 4); 177], |submission, reviewer| {
        let (a, b) = (&about[submission], &known[reviewer]);
        let alike: usize = a.iter().zip(b).map(|(a, b)| a * b).sum();
        let cosine = alike as f64 / (length(a) * length(b));
        (chance.below(45) > 0).then_some((cosine * dearth[submission]) as i32)
    })
}

/// Scores without any order, and reviewers who all have as much to do as they can.
fn scarce(seed: u64) -> Reviews {
    let mut chance = Chance(seed);
    made_up(150, vec![(0, 3); 150], |_, _| {
        (chance.below(45) > 0).then_some(chance.below(10_000) as i32)
    })
}

fn made_up(
    submissions: usize,
    loads: Vec<(u32, u32)>,
    mut score: impl FnMut(usize, usize) -> Option<i32>,
) -> Reviews {
    let mut row = |submission| {
        let reviewers = 0..loads.len();
        reviewers
            .map(|reviewer| score(submission, reviewer))
            .collect()
    };
    Reviews {
        scores: (0..submissions).map(&mut row).collect(),
        loads: loads.clone(),
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
