//! Deciding: pending until it is applied to all at once, and never by one person alone where that
//! person has an interest in it.

use std::collections::BTreeSet;

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use super::interest::Interest;
use super::setup::ConfirmationRule;
use crate::account::AccountId;

/// What is decided of a submission.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Decision {
    /// It is chosen.
    Accept,
    /// It is chosen if another one falls out.
    Reserve,
    /// It is not chosen.
    Reject,
}

impl Decision {
    /// All three.
    pub const ALL: [Self; 3] = [Self::Accept, Self::Reserve, Self::Reject];

    /// The key in forms, columns and files: `accept`.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Accept => "accept",
            Self::Reserve => "reserve",
            Self::Reject => "reject",
        }
    }

    /// The one of this key.
    #[must_use]
    pub fn of(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.key() == key)
    }
}

/// A decision that was not applied yet: nobody outside the office and the committee knows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pending {
    /// What was decided.
    pub decision: Decision,
    /// Why, in words for the authors.
    pub reason: Option<String>,
    /// Who decided.
    pub by: AccountId,
    /// Whether one person is enough.
    pub may: MayDecide,
    /// Who else said the same.
    pub seconded_by: Option<AccountId>,
    /// When it was decided.
    pub at: Timestamp,
}

impl Pending {
    /// Whether it can be applied: somebody else agreed where one person is not enough.
    #[must_use]
    pub fn is_ready(&self) -> bool {
        match self.may {
            MayDecide::Alone => true,
            MayDecide::WithSecond => self.seconded_by.is_some_and(|second| second != self.by),
            MayDecide::NotAtAll => false,
        }
    }
}

/// How somebody may decide on a submission.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MayDecide {
    /// By themselves.
    Alone,
    /// Only together with somebody who has no interest in it.
    WithSecond,
    /// Not at all: it is their own.
    NotAtAll,
}

/// How somebody with these interests may decide: nobody on what is their own; on that of their own body,
/// of a co-author, or where they said that there is an interest, not without another person.
///
/// A town in common bars from judging where the call says so, but not from deciding: an office in the town
/// of the congress could decide nothing else.
#[must_use]
pub fn may_decide(interests: &BTreeSet<Interest>) -> MayDecide {
    if interests.contains(&Interest::Own) {
        return MayDecide::NotAtAll;
    }
    let needs_second = [Interest::SameBody, Interest::CoAuthor, Interest::Declared];
    if needs_second.iter().any(|it| interests.contains(it)) {
        MayDecide::WithSecond
    } else {
        MayDecide::Alone
    }
}

/// Until when the authors of what is accepted at `now` have to say that they come. The day that is named
/// for all is never sooner than one day from now: whoever moves up late has at least that.
#[must_use]
pub fn confirm_by(rule: &ConfirmationRule, now: Timestamp) -> Timestamp {
    let after = |days: i64| {
        now.saturating_add(SignedDuration::from_hours(24 * days))
            .unwrap_or(Timestamp::MAX)
    };
    let usual = after(i64::from(rule.days.max(1)));
    rule.latest
        .map_or(usual, |latest| usual.min(latest.max(after(1))))
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    #[test]
    fn an_interest_asks_for_a_second_person_and_ones_own_for_others() {
        let rows = [
            (&[][..], MayDecide::Alone),
            (&[Interest::SameTown], MayDecide::Alone),
            (&[Interest::SameBody], MayDecide::WithSecond),
            (&[Interest::CoAuthor], MayDecide::WithSecond),
            (&[Interest::Declared], MayDecide::WithSecond),
            (&[Interest::SameBody, Interest::Own], MayDecide::NotAtAll),
        ];
        for (interests, expected) in rows {
            let set = interests.iter().copied().collect();
            assert_eq!(may_decide(&set), expected, "{interests:?}");
        }
    }

    #[test]
    fn a_second_person_is_somebody_else() {
        let account = |number| AccountId(Uuid::from_u128(number));
        let pending = |may, second: Option<u128>| Pending {
            decision: Decision::Accept,
            reason: None,
            by: account(1),
            may,
            seconded_by: second.map(account),
            at: Timestamp::UNIX_EPOCH,
        };
        let rows = [
            (MayDecide::Alone, None, true),
            (MayDecide::WithSecond, None, false),
            (MayDecide::WithSecond, Some(1), false),
            (MayDecide::WithSecond, Some(2), true),
            (MayDecide::NotAtAll, Some(2), false),
        ];
        for (may, second, ready) in rows {
            assert_eq!(pending(may, second).is_ready(), ready, "{may:?} {second:?}");
        }
    }

    #[test]
    fn nobody_has_less_than_a_day_to_confirm_nor_longer_than_the_last_day() {
        let day = |number: i64| Timestamp::from_second(86_400 * number).unwrap();
        let rule = |latest| ConfirmationRule {
            days: 14,
            remind_days: 3,
            latest,
        };
        let rows = [
            (rule(None), 14),
            (rule(Some(day(20))), 14),
            (rule(Some(day(5))), 5),
            (rule(Some(day(0))), 1),
        ];
        for (rule, expected) in rows {
            assert_eq!(confirm_by(&rule, day(0)), day(expected));
        }
    }
}
