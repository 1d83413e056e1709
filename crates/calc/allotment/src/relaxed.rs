//! The question with parties that may be split and events that do not clash: a flow.

use crate::error::{Malformed, ensure};
use crate::flow::Network;
use crate::places::Question;

/// What is decided of a wish.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fate {
    Open,
    Granted,
    Refused,
}

/// What one person's place is worth, by class and rank: a number with one digit for each aim, so
/// that an aim outweighs all those behind it together.
pub(crate) fn worths(question: &Question) -> Result<Vec<Vec<i128>>, Malformed> {
    let classes = question
        .parties
        .iter()
        .map(|party| party.class + 1)
        .max()
        .unwrap_or(0);
    ensure(classes <= 64, || {
        "More than 64 classes are too many.".to_owned()
    })?;
    let mut worths = vec![Vec::new(); classes];
    let mut unit: i128 = 1;
    for class in (0..classes).rev() {
        let counts = wishers(question, class);
        let mut digits = vec![0; counts.len()];
        for rank in (0..counts.len()).rev() {
            digits[rank] = unit;
            unit = longer(unit, counts[rank])?;
        }
        worths[class] = digits.iter().map(|digit| digit + unit).collect();
        unit = longer(unit, counts.iter().sum())?;
    }
    Ok(worths)
}

fn wishers(question: &Question, class: usize) -> Vec<i128> {
    let mut counts = Vec::new();
    for party in question.parties.iter().filter(|party| party.class == class) {
        counts.resize(counts.len().max(party.wishes.len()), 0);
        for count in &mut counts[..party.wishes.len()] {
            *count += i128::from(party.size);
        }
    }
    counts
}

fn longer(unit: i128, largest: i128) -> Result<i128, Malformed> {
    let next = unit.checked_mul(largest + 1).filter(|next| *next < 1 << 96);
    next.ok_or_else(|| {
        Malformed("There are too many ranks and classes to be weighed exactly.".to_owned())
    })
}

/// The best of the relaxed question: its worth, and how many of a party each of its wishes gets.
pub(crate) fn solve(
    question: &Question,
    worths: &[Vec<i128>],
    fates: &[Vec<Fate>],
) -> Option<(i128, Vec<Vec<u32>>)> {
    let parties = question.parties.len();
    let (source, sink) = (
        parties + question.capacity.len(),
        parties + question.capacity.len() + 1,
    );
    let mut network = Network::new(sink + 1);
    let mut left = question.capacity.clone();
    let mut worth = 0;
    let mut arcs = Vec::new();
    for (index, party) in question.parties.iter().enumerate() {
        let mut quota = party.quota.min(party.wishes.len() as u32);
        for (rank, fate) in fates[index].iter().enumerate() {
            let event = party.wishes[rank];
            match fate {
                Fate::Granted => {
                    left[event] = left[event].checked_sub(party.size)?;
                    quota = quota.checked_sub(1)?;
                    worth += worths[party.class][rank] * i128::from(party.size);
                }
                Fate::Open => {
                    let value = worths[party.class][rank];
                    arcs.push((
                        index,
                        rank,
                        network.add(index, parties + event, party.size, -value),
                    ));
                }
                Fate::Refused => {}
            }
        }
        network.add(source, index, quota * party.size, 0);
    }
    for (event, room) in left.into_iter().enumerate() {
        network.add(parties + event, sink, room, 0);
    }
    worth -= network.send(source, sink, true).1;
    let mut taken: Vec<Vec<u32>> = fates.iter().map(|row| vec![0; row.len()]).collect();
    for (index, rank, arc) in arcs {
        taken[index][rank] = network.through(arc);
    }
    Some((worth, taken))
}
