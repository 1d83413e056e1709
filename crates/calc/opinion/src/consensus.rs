//! What everybody together thinks, grouped or not.

use crate::map::{Consensus, ConsensusStatement, StatementResult};
use crate::statistics::{Z, against_half, smoothed};

const MOST: usize = 5;

/// The statements that most people agree, and disagree, with.
pub(crate) fn consensus(statements: &[StatementResult]) -> Consensus {
    Consensus {
        agree: strongest(statements, |it| it.votes.agrees),
        disagree: strongest(statements, |it| it.votes.disagrees),
    }
}

fn strongest(
    statements: &[StatementResult],
    on_side: impl Fn(&StatementResult) -> u32,
) -> Vec<ConsensusStatement> {
    let mut found: Vec<ConsensusStatement> = statements
        .iter()
        .filter(|it| !it.out)
        .map(|it| ConsensusStatement {
            statement: it.id,
            n_success: on_side(it),
            n_trials: it.votes.seen,
            p_success: smoothed(on_side(it), it.votes.seen),
            p_test: against_half(on_side(it), it.votes.seen),
        })
        .filter(|it| it.p_success > 0.5 && it.p_test > Z)
        .collect();
    let strength = |it: &ConsensusStatement| it.p_success * it.p_test;
    found.sort_by(|a, b| strength(b).total_cmp(&strength(a)));
    found.truncate(MOST);
    found
}
