//! Made-up conversations: four groups in a plane, a few people who vote a lot and many who vote
//! little, 12 % passes. The same sizes and seed give the same conversation.

use wiec_opinion::{Conversation, Vote, VoteEvent};

/// How large a conversation is.
#[derive(Clone, Copy)]
pub struct Size {
    pub people: u64,
    pub statements: u64,
    /// About so many: activity is drawn.
    pub votes: u64,
    pub seed: u64,
}

const PASSES: f64 = 0.12;
const CENTRES: [[f64; 2]; 4] = [[1.2, 0.3], [-0.9, 0.9], [-0.3, -1.1], [0.4, 1.3]];

/// A generator of numbers (SplitMix64).
pub struct Chance(pub u64);

impl Chance {
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn unit(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// Nearly normal: the sum of a few.
    fn normal(&mut self) -> f64 {
        (0..6).map(|_| self.unit()).sum::<f64>() * std::f64::consts::SQRT_2
            - 3.0 * std::f64::consts::SQRT_2
    }
}

/// The votes one after another, person by person.
pub fn conversation(size: Size) -> Conversation {
    let mut chance = Chance(size.seed);
    let statements: Vec<[f64; 3]> = (0..size.statements)
        .map(|_| {
            [
                0.5 * chance.normal() + 0.2,
                0.8 * chance.normal(),
                0.8 * chance.normal(),
            ]
        })
        .collect();
    let mut conversation = Conversation::new();
    for participant in 0..size.people {
        let person = person(&mut chance);
        for statement in answered(&mut chance, size) {
            let vote = vote(&mut chance, person, statements[statement as usize]);
            let at_ms = conversation.len() as i64;
            conversation.push(VoteEvent {
                participant,
                statement,
                vote,
                at_ms,
            });
        }
    }
    conversation
}

/// Votes of anybody on anything, after all others.
pub fn more(size: Size, count: u64) -> Vec<VoteEvent> {
    let mut chance = Chance(size.seed ^ 0x5eed);
    let event = |at| VoteEvent {
        participant: chance.next() % size.people,
        statement: chance.next() % size.statements,
        vote: Vote::from_sign((chance.next() % 3) as i8 - 1).expect("a sign"),
        at_ms: i64::MAX / 2 + at as i64,
    };
    (0..count).map(event).collect()
}

fn person(chance: &mut Chance) -> [f64; 2] {
    let centre = CENTRES[(chance.next() % 4) as usize];
    centre.map(|it| it + 0.5 * chance.normal())
}

/// Which statements a person votes on: a run through all of them, from anywhere, so that none
/// comes twice. Activity has a heavy tail (Pareto, exponent 1.5).
fn answered(chance: &mut Chance, size: Size) -> impl Iterator<Item = u64> + use<> {
    let mean = size.votes as f64 / size.people as f64;
    let activity = mean / 2.6 / libm::pow(1.0 - chance.unit(), 1.0 / 1.5);
    let count = (activity as u64).clamp(1, size.statements);
    let step = stride(size.statements);
    let first = chance.next() % size.statements;
    (0..count).map(move |at| (first + at * step) % size.statements)
}

/// About 0.618 of the statements, without a common divisor.
fn stride(statements: u64) -> u64 {
    let common = |mut a: u64, mut b: u64| {
        while b > 0 {
            (a, b) = (b, a % b);
        }
        a
    };
    let near = (statements as f64 * 0.618) as u64;
    (near.max(1)..)
        .find(|&step| common(step, statements) == 1)
        .unwrap_or(1)
}

fn vote(chance: &mut Chance, person: [f64; 2], statement: [f64; 3]) -> Vote {
    if chance.unit() < PASSES {
        return Vote::Pass;
    }
    let [base, x, y] = statement;
    if base + x * person[0] + y * person[1] + 0.7 * chance.normal() > 0.0 {
        Vote::Agree
    } else {
        Vote::Disagree
    }
}
