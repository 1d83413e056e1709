//! The statements that distinguish a group: Polis' selection.

use std::cmp::Ordering;

use crate::map::{For, GroupStatistics, Representative, Side, StatementResult};
use crate::statistics::Z;

const MOST: usize = 5;

/// A statement seen by one group.
#[derive(Clone, Copy)]
struct Seen<'a> {
    id: u64,
    says: &'a GroupStatistics,
}

/// What distinguishes the group at `group`; `min_votes` of its members must have voted on it.
pub(crate) fn representative(
    statements: &[StatementResult],
    group: usize,
    min_votes: u32,
) -> Vec<Representative> {
    let seen = || {
        let of = |statement: &'_ StatementResult| !statement.out;
        statements
            .iter()
            .filter(move |s| of(s))
            .map(move |statement| Seen {
                id: statement.id,
                says: &statement.groups[group],
            })
    };
    let seen = || seen().filter(|it| it.says.votes.seen >= min_votes);
    let best_agree = seen().fold(None, better_agree);
    let mut sufficient: Vec<Seen> = seen().filter(|it| it.is_sufficient()).collect();
    if sufficient.is_empty() {
        let best = || seen().fold(None, better);
        return best_agree
            .map(|it| it.chosen(true))
            .or_else(|| best().map(|it| it.chosen(false)))
            .into_iter()
            .collect();
    }
    sufficient.sort_by(|a, b| b.metric().total_cmp(&a.metric()));
    let is_best = |it: &Seen| best_agree.is_some_and(|best| best.id == it.id);
    let others = sufficient.iter().filter(|it| !is_best(it));
    let mut chosen: Vec<Representative> = best_agree
        .map(|it| it.chosen(true))
        .into_iter()
        .chain(others.map(|it| it.chosen(false)))
        .take(MOST)
        .collect();
    chosen.sort_by_key(|it| it.side == For::Disagree);
    chosen
}

impl Seen<'_> {
    fn is_sufficient(&self) -> bool {
        let passes = |side: &Side| side.repness_test > Z && side.p_test > Z;
        passes(&self.says.for_agree) || passes(&self.says.for_disagree)
    }

    fn side(&self) -> (For, Side) {
        let (agree, disagree) = (self.says.for_agree, self.says.for_disagree);
        if agree.repness_test > disagree.repness_test {
            (For::Agree, agree)
        } else {
            (For::Disagree, disagree)
        }
    }

    fn metric(&self) -> f64 {
        let side = self.side().1;
        side.repness * side.repness_test * side.p_success * side.p_test
    }

    fn chosen(&self, best_agree: bool) -> Representative {
        let (side, statistics) = self.side();
        let votes = self.says.votes;
        Representative {
            statement: self.id,
            side,
            n_success: match side {
                For::Agree => votes.agrees,
                For::Disagree => votes.disagrees,
            },
            n_trials: votes.seen,
            statistics,
            best_agree,
        }
    }
}

/// The better of an incumbent and a challenger as the statement that the group agrees with most.
fn better_agree<'a>(incumbent: Option<Seen<'a>>, challenger: Seen<'a>) -> Option<Seen<'a>> {
    let votes = challenger.says.votes;
    let new = challenger.says.for_agree;
    let whole = |side: Side| side.repness * side.repness_test * side.p_success * side.p_test;
    let replaces = match incumbent.map(|it| it.says.for_agree) {
        _ if votes.agrees == 0 && votes.disagrees == 0 => false,
        None => new.p_test > Z || (new.repness > 1.0 && new.p_success > 0.5),
        Some(old) if old.repness > 1.0 => whole(new) > whole(old),
        Some(old) => new.p_success * new.p_test > old.p_success * old.p_test,
    };
    if replaces {
        Some(challenger)
    } else {
        incumbent
    }
}

/// The more telling of two, if none is sufficient.
fn better<'a>(incumbent: Option<Seen<'a>>, challenger: Seen<'a>) -> Option<Seen<'a>> {
    let most = |it: &Seen| {
        let (agree, disagree) = (&it.says.for_agree, &it.says.for_disagree);
        agree.repness_test.max(disagree.repness_test)
    };
    match incumbent {
        Some(old) if most(&old).total_cmp(&most(&challenger)) != Ordering::Less => Some(old),
        _ => Some(challenger),
    }
}
