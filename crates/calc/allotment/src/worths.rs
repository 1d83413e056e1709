//! What a place is worth: one number for all aims together.

use crate::error::{Malformed, ensure};
use crate::places::Question;

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

/// What an answer is worth.
pub(crate) fn worth_of(question: &Question, worths: &[Vec<i128>], granted: &[Vec<usize>]) -> i128 {
    let parties = question.parties.iter().zip(granted);
    let each = parties.flat_map(|(party, granted)| {
        let ranks = (0..party.wishes.len()).filter(|&rank| granted.contains(&party.wishes[rank]));
        ranks.map(|rank| worths[party.class][rank] * i128::from(party.size))
    });
    each.sum()
}
