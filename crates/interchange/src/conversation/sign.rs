//! Which number means agree. Polis' database and its exports have opposite signs, and a file with
//! the wrong one gives a map that looks just as good.

use std::collections::BTreeMap;

use wiec_opinion::{Conversation, Vote};

use super::statements::Statements;

/// Which number means agree, the other meaning disagree. 0 is a pass in either.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum AgreeIs {
    /// 1, as in all exports of Polis.
    #[default]
    PlusOne,
    /// -1, as inside Polis' database.
    MinusOne,
}

impl AgreeIs {
    /// What a number means, if it means anything.
    #[must_use]
    pub const fn vote(self, number: i8) -> Option<Vote> {
        match self {
            Self::PlusOne => Vote::from_sign(number),
            Self::MinusOne => match number {
                -1..=1 => Vote::from_sign(-number),
                _ => None,
            },
        }
    }
}

/// The statements' own counts of agrees and disagrees fit the votes turned round, and not as they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Contradiction {
    /// By how many votes the counts are missed as the votes were read.
    pub off: u64,
    /// By how many they are missed with agree and disagree exchanged.
    pub off_turned: u64,
}

/// Looks whether the counts in a table of statements say that the votes were read with the wrong sign.
///
/// Polis counts votes that were superseded too, so every event of the log is counted.
#[must_use]
pub fn contradiction(
    statements: &Statements,
    conversation: &Conversation,
) -> Option<Contradiction> {
    let mut counts: BTreeMap<u64, [u64; 2]> = BTreeMap::new();
    for event in conversation.events() {
        let [agrees, disagrees] = counts.entry(event.statement).or_default();
        match event.vote {
            Vote::Agree => *agrees += 1,
            Vote::Disagree => *disagrees += 1,
            Vote::Pass => {}
        }
    }
    let (mut off, mut off_turned) = (0, 0);
    for (id, described) in statements {
        let Some(counted) = described.counted else {
            continue;
        };
        let [agrees, disagrees] = counts.get(id).copied().unwrap_or_default();
        off += agrees.abs_diff(counted.agrees) + disagrees.abs_diff(counted.disagrees);
        off_turned += disagrees.abs_diff(counted.agrees) + agrees.abs_diff(counted.disagrees);
    }
    // Exports are of one moment or a few apart: a few votes more or less contradict nothing.
    (off_turned < off / 2).then_some(Contradiction { off, off_turned })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::conversation::{read_statements, read_votes};

    const STATEMENTS: &[u8] =
        b"comment-id,agrees,disagrees,moderated,comment-body\n0,2,1,1,More trees\n1,0,2,1,No buses\n";

    fn read(votes: &[u8]) -> Option<Contradiction> {
        let (statements, _) = read_statements(STATEMENTS).expect("a table of statements");
        let (conversation, _) = read_votes(votes, None).expect("a table of votes");
        contradiction(&statements, &conversation)
    }

    #[test]
    fn votes_that_fit_the_counts_only_when_turned_round_are_noticed() {
        let right = b"comment-id,voter-id,vote\n0,1,1\n0,2,1\n0,3,-1\n1,1,-1\n1,2,-1\n";
        let wrong = b"comment-id,voter-id,vote\n0,1,-1\n0,2,-1\n0,3,1\n1,1,1\n1,2,1\n";
        assert_eq!(read(right), None);
        let expected = Contradiction {
            off: 6,
            off_turned: 0,
        };
        assert_eq!(read(wrong), Some(expected));
    }

    #[test]
    fn a_vote_more_than_was_counted_contradicts_nothing() {
        let later = b"comment-id,voter-id,vote\n0,1,1\n0,2,1\n0,3,-1\n1,1,-1\n1,2,-1\n1,3,-1\n";
        assert_eq!(read(later), None);
    }

    #[test]
    fn no_number_beyond_one_is_a_vote_under_either_sign() {
        for agree_is in [AgreeIs::PlusOne, AgreeIs::MinusOne] {
            assert_eq!(agree_is.vote(i8::MIN), None);
            assert_eq!(agree_is.vote(2), None);
        }
        assert_eq!(AgreeIs::MinusOne.vote(-1), Some(Vote::Agree));
    }
}
