//! One after another: each party takes the dearest of its wishes that are left.

use crate::error::{Malformed, ensure};
use crate::places::{Answer, Question};

/// Serves classes in turn, and within a class the parties in the order given: that of a draw
/// makes it random serial dictatorship. With a quota of one, nobody gains by telling untrue wishes.
pub fn serve(question: &Question, order: &[usize]) -> Result<Answer, Malformed> {
    question.check()?;
    let mut sorted = order.to_vec();
    sorted.sort_unstable();
    ensure(sorted.iter().copied().eq(0..question.parties.len()), || {
        "The order does not name every party once.".to_owned()
    })?;
    let mut queue = order.to_vec();
    queue.sort_by_key(|&party| question.parties[party].class);
    let mut left = question.capacity.clone();
    let mut granted = vec![Vec::new(); question.parties.len()];
    for index in queue {
        granted[index] = take(question, index, &mut left);
    }
    Ok(Answer {
        granted,
        proved: false,
    })
}

fn take(question: &Question, index: usize, left: &mut [u32]) -> Vec<usize> {
    let party = &question.parties[index];
    let mut taken: Vec<usize> = Vec::new();
    for &event in &party.wishes {
        let free = taken.len() < party.quota as usize && left[event] >= party.size;
        if free && !taken.iter().any(|&other| question.clash(event, other)) {
            left[event] -= party.size;
            taken.push(event);
        }
    }
    taken
}
