//! How a call is judged: criteria, phases by date, loads, and when a member sees what others said.

use std::collections::BTreeSet;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::interest::Interest;
use super::review::ReviewState;
use crate::slug::Slug;
use crate::text::Text;

/// How a call is judged.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReviewPlan {
    /// What is judged.
    pub criteria: Vec<Criterion>,
    /// What the committee does from when on, each until the next.
    #[serde(default)]
    pub phases: Vec<Phased>,
    /// Whether members know whose submissions they judge.
    pub sight: Sight,
    /// How many reviews each submission gets.
    pub each: u32,
    /// How many submissions a member judges, where nothing else is said of them.
    pub load: Load,
    /// The interests that keep a member from judging.
    pub barred: Vec<Interest>,
}

/// What is judged.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Criterion {
    /// Its key in marks and tables.
    pub key: Slug,
    /// What it is called.
    pub name: Text,
    /// What its points mean.
    #[serde(default)]
    pub hint: Option<Text>,
    /// How much it counts, beside the others; nothing at 0.
    pub weight: u32,
    /// The points of the worst.
    pub least: u32,
    /// The points of the best; more than the least.
    pub most: u32,
}

/// What the committee does at a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReviewPhase {
    /// Nothing yet.
    Waiting,
    /// Members say what they would judge gladly, and declare interests.
    Bids,
    /// Members judge what they were given.
    Reviewing,
    /// Members read each other's reviews, talk, and may still change their own.
    Discussion,
    /// It is over; reviews are read and no longer changed.
    Over,
}

impl ReviewPhase {
    /// All of them, in their order.
    pub const ALL: [Self; 5] = [
        Self::Waiting,
        Self::Bids,
        Self::Reviewing,
        Self::Discussion,
        Self::Over,
    ];

    /// The key in forms and files: `reviewing`.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Bids => "bids",
            Self::Reviewing => "reviewing",
            Self::Discussion => "discussion",
            Self::Over => "over",
        }
    }

    /// Whether bids are taken.
    #[must_use]
    pub const fn takes_bids(self) -> bool {
        matches!(self, Self::Bids)
    }

    /// Whether reviews are written and changed.
    #[must_use]
    pub const fn takes_reviews(self) -> bool {
        matches!(self, Self::Reviewing | Self::Discussion)
    }
}

/// A phase with the moment from which it is on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Phased {
    /// Which.
    pub phase: ReviewPhase,
    /// From when.
    pub from: Timestamp,
}

/// Whether members know whose submissions they judge.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Sight {
    /// They do.
    Open,
    /// They do not, until the choice is told.
    Blind,
}

/// How many submissions a member judges.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Load {
    /// At least so many.
    pub least: u32,
    /// At most so many.
    pub most: u32,
}

impl ReviewPlan {
    /// As most calls are judged: blind, three reviews of each, at most thirty for a member, and no phase
    /// until somebody says when.
    #[must_use]
    pub fn usual(criteria: Vec<Criterion>) -> Self {
        Self {
            criteria,
            phases: Vec::new(),
            sight: Sight::Blind,
            each: 3,
            load: Load { least: 0, most: 30 },
            barred: Interest::ALL.to_vec(),
        }
    }

    /// What the committee does at `now`: the phase that began last.
    #[must_use]
    pub fn phase(&self, now: Timestamp) -> ReviewPhase {
        let begun = self.phases.iter().filter(|phased| phased.from <= now);
        begun
            .max_by_key(|phased| phased.from)
            .map_or(ReviewPhase::Waiting, |phased| phased.phase)
    }

    /// Whether these interests keep a member from judging: their own submission always does, the others as
    /// the call says.
    #[must_use]
    pub fn bars(&self, interests: &BTreeSet<Interest>) -> Barred {
        let keeps = |it: &Interest| *it == Interest::Own || self.barred.contains(it);
        if interests.iter().any(keeps) {
            Barred::Yes
        } else {
            Barred::No
        }
    }

    /// The criterion of this key.
    #[must_use]
    pub fn criterion(&self, key: &Slug) -> Option<&Criterion> {
        self.criteria.iter().find(|criterion| criterion.key == *key)
    }
}

/// Whether a member sees what others said of a submission.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SeesOthers {
    /// Yes.
    Yes,
    /// Once their own review is given.
    AfterOwn,
    /// Not before members talk about it.
    InDiscussion,
    /// Never: they have an interest in it.
    Never,
}

/// Whether a member sees what others said of a submission: who is to judge it, not before they have; who
/// is not, when the committee talks; who has an interest that bars them, never.
#[must_use]
pub fn sees_others(is_barred: Barred, own: Own, phase: ReviewPhase) -> SeesOthers {
    match (is_barred, own) {
        (Barred::Yes, _) => SeesOthers::Never,
        (Barred::No, Own::Review(ReviewState::Given { .. })) => SeesOthers::Yes,
        (Barred::No, Own::Review(ReviewState::Draft) | Own::Assigned) => SeesOthers::AfterOwn,
        (Barred::No, Own::None) => match phase {
            ReviewPhase::Discussion | ReviewPhase::Over => SeesOthers::Yes,
            ReviewPhase::Waiting | ReviewPhase::Bids | ReviewPhase::Reviewing => {
                SeesOthers::InDiscussion
            }
        },
    }
}

/// Whether an interest keeps a member from judging a submission.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Barred {
    /// It does.
    Yes,
    /// There is none, or none that does.
    No,
}

/// What a member has to do with a submission.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Own {
    /// Nothing.
    None,
    /// They are to judge it and have not begun.
    Assigned,
    /// They have begun, or done so.
    Review(ReviewState),
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_phase_is_the_one_that_began_last_in_whichever_order_they_stand() {
        let at = |second| Timestamp::from_second(second).unwrap();
        let mut plan = ReviewPlan::usual(Vec::new());
        plan.phases = vec![
            Phased {
                phase: ReviewPhase::Reviewing,
                from: at(20),
            },
            Phased {
                phase: ReviewPhase::Bids,
                from: at(10),
            },
        ];
        let phases = [9, 10, 19, 20].map(|second| plan.phase(at(second)));
        use ReviewPhase::{Bids, Reviewing, Waiting};
        assert_eq!(phases, [Waiting, Bids, Bids, Reviewing]);
    }

    #[test]
    fn what_is_ones_own_bars_always_and_the_rest_as_the_call_says() {
        let mut plan = ReviewPlan::usual(Vec::new());
        plan.barred = vec![Interest::SameBody];
        let bars = |found: &[Interest]| plan.bars(&found.iter().copied().collect());
        assert_eq!(bars(&[Interest::Own]), Barred::Yes);
        assert_eq!(bars(&[Interest::SameTown, Interest::SameBody]), Barred::Yes);
        assert_eq!(bars(&[Interest::SameTown]), Barred::No);
        assert_eq!(bars(&[]), Barred::No);
    }

    #[test]
    fn nobody_sees_what_others_said_before_they_have_said_it_themselves() {
        let given = ReviewState::Given {
            at: Timestamp::UNIX_EPOCH,
        };
        let own = [
            Own::None,
            Own::Assigned,
            Own::Review(ReviewState::Draft),
            Own::Review(given),
        ];
        use SeesOthers::{AfterOwn, InDiscussion, Never, Yes};
        for phase in ReviewPhase::ALL {
            let is_talk = matches!(phase, ReviewPhase::Discussion | ReviewPhase::Over);
            let stranger = if is_talk { Yes } else { InDiscussion };
            let seen = own.map(|own| sees_others(Barred::No, own, phase));
            assert_eq!(seen, [stranger, AfterOwn, AfterOwn, Yes], "{phase:?}");
            let barred = own.map(|own| sees_others(Barred::Yes, own, phase));
            assert_eq!(barred, [Never; 4]);
        }
    }
}
