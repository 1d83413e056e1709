//! A call's submissions and its committee as a question of who judges what, and the answer as pairs.
//!
//! Here people become numbers and back. Interests that bar are found here too, so that no assignment can
//! be asked for that gives somebody what they should not judge.

use std::collections::{BTreeMap, BTreeSet};

use wiec_allotment::Malformed;
use wiec_allotment::reviews::{Assignment, Reviews, best_total};
use wiec_model::AccountId;
use wiec_model::calls::{
    Bid, CoAuthors, Interest, Judge, Load, ReviewPlan, Submission, SubmissionId, interests,
};

/// What it is worth that somebody judges something they bid for so; who said nothing has not looked, and is
/// taken before who said no. The same as in files of reviewers.
const fn worth(bid: Option<Bid>) -> i32 {
    match bid {
        Some(Bid::Yes) => 4,
        Some(Bid::Maybe) => 2,
        None => 1,
        Some(Bid::No) => 0,
    }
}

/// What it is worth that a pair stays: more than all bids of a submission together, so that a new
/// calculation takes nothing from anybody unless loads or interests ask for it.
const STAYS: i32 = 1000;

/// Somebody who judges, and how much.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seat {
    /// Who.
    pub judge: Judge,
    /// How many submissions.
    pub load: Load,
}

/// Who could judge what.
#[derive(Clone, Copy, Debug)]
pub struct Committee<'a> {
    /// What is to be judged.
    pub submissions: &'a [Submission],
    /// Who judges.
    pub seats: &'a [Seat],
    /// How the call is judged: how many reviews each, which interests bar.
    pub plan: &'a ReviewPlan,
    /// Who submitted something together with whom.
    pub together: &'a CoAuthors,
    /// How gladly members would judge what.
    pub bids: &'a BTreeMap<(SubmissionId, AccountId), Bid>,
    /// The interests that members declared.
    pub declared: &'a BTreeSet<(SubmissionId, AccountId)>,
    /// Who is to judge what already: by hand, or because they have begun.
    pub stays: &'a BTreeSet<(SubmissionId, AccountId)>,
}

/// Who judges what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assigned {
    /// Each submission with each who judges it, ordered by submission as they were given.
    pub pairs: Vec<(SubmissionId, AccountId)>,
    /// Whether the least loads could be kept; if not, somebody has less than they should.
    pub keeps_least: KeepsLeast,
}

/// Whether the least loads could be kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeepsLeast {
    /// They are.
    Yes,
    /// There is no assignment that keeps them; the most is kept all the same.
    No,
}

/// Why there is no assignment.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoAssignment {
    /// Loads are too small, or interests bar too many.
    #[error("{needed} reviews are needed and at most {places} can be given; {} submissions have too few who may judge them", .too_few.len())]
    TooFew {
        /// So many reviews are asked for.
        needed: u64,
        /// So many the members can give at most.
        places: u64,
        /// The submissions that fewer may judge than should.
        too_few: Vec<SubmissionId>,
    },
    /// The loads or the number of reviews contradict themselves.
    #[error(transparent)]
    Malformed(#[from] Malformed),
}

impl Committee<'_> {
    /// The question in numbers: submissions and members as they stand here.
    #[must_use]
    pub fn question(&self) -> Reviews {
        let row = |submission: &Submission| {
            let seats = self.seats.iter();
            seats.map(|seat| self.score(submission, seat)).collect()
        };
        Reviews {
            scores: self.submissions.iter().map(row).collect(),
            loads: self
                .seats
                .iter()
                .map(|seat| (seat.load.least, seat.load.most))
                .collect(),
            each: self.plan.each,
        }
    }

    /// An answer as pairs.
    #[must_use]
    pub fn answer(&self, assignment: &Assignment) -> Vec<(SubmissionId, AccountId)> {
        let rows = self.submissions.iter().zip(&assignment.reviewers);
        rows.flat_map(|(submission, chosen)| {
            let of = |seat: &usize| (submission.id, self.seats[*seat].judge.account);
            chosen.iter().map(of)
        })
        .collect()
    }

    /// The best assignment: the greatest sum of what bids are worth, within loads, without interests that
    /// bar. It is the exact optimum. Where the least loads cannot be kept, it is that without them.
    ///
    /// # Errors
    ///
    /// [`NoAssignment`] if there is none even so, with what is missing.
    pub fn assign(&self) -> Result<Assigned, NoAssignment> {
        let mut question = self.question();
        if let Some(found) = best_total(&question)? {
            return Ok(Assigned {
                pairs: self.answer(&found),
                keeps_least: KeepsLeast::Yes,
            });
        }
        for (least, _) in &mut question.loads {
            *least = 0;
        }
        match best_total(&question)? {
            Some(found) => Ok(Assigned {
                pairs: self.answer(&found),
                keeps_least: KeepsLeast::No,
            }),
            None => Err(self.missing(&question)),
        }
    }

    fn score(&self, submission: &Submission, seat: &Seat) -> Option<i32> {
        let pair = (submission.id, seat.judge.account);
        // Whoever has begun goes on: what was said of an interest since is seen beside their review.
        if self.stays.contains(&pair) {
            return Some(STAYS);
        }
        let barred = &self.plan.barred;
        if barred.contains(&Interest::Declared) && self.declared.contains(&pair) {
            return None;
        }
        let found = interests(&seat.judge, submission, self.together);
        if barred.iter().any(|interest| found.contains(interest)) {
            return None;
        }
        Some(worth(self.bids.get(&pair).copied()))
    }

    fn missing(&self, question: &Reviews) -> NoAssignment {
        let each = u64::from(question.each);
        let rows = self.submissions.iter().zip(&question.scores);
        let too_few = rows.filter(|(_, row)| {
            let may = row.iter().flatten().count();
            u64::try_from(may).unwrap_or(u64::MAX) < each
        });
        let most = question.loads.iter().map(|(_, most)| u64::from(*most));
        NoAssignment::TooFew {
            needed: each * u64::try_from(self.submissions.len()).unwrap_or(u64::MAX),
            places: most.sum(),
            too_few: too_few.map(|(submission, _)| submission.id).collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;
    use uuid::Uuid;
    use wiec_model::calls::{
        AboutAuthor, Anonymity, Author, AuthorId, AuthorStanding, CallId, State, SubmissionCode,
        Words,
    };

    use super::*;

    fn account(number: u128) -> AccountId {
        AccountId(Uuid::from_u128(number))
    }

    fn seat(number: u128, body: &str, load: Load) -> Seat {
        Seat {
            judge: Judge {
                account: account(number),
                email: None,
                body: Some(body.to_owned()),
                town: None,
            },
            load,
        }
    }

    fn submission(number: u128, body: &str) -> Submission {
        let author = Author {
            id: AuthorId(Uuid::from_u128(number)),
            standing: AuthorStanding::Submitter,
            account: Some(account(1000 + number)),
            email: None,
            about: AboutAuthor {
                name: "Osoba".to_owned(),
                body: Some(body.to_owned()),
                ..AboutAuthor::default()
            },
        };
        Submission {
            id: SubmissionId(Uuid::from_u128(number)),
            congress: "kpm-2019".parse().expect("a slug"),
            call: CallId(Uuid::nil()),
            code: SubmissionCode::from_chance([0; 16]),
            account: Some(account(1000 + number)),
            state: State::Draft,
            pending: None,
            reason: None,
            words: Words {
                title: String::new(),
                summary: String::new(),
                lang: "pl".parse().expect("a tag"),
                track: None,
                tier: None,
                links: Vec::new(),
                replies: BTreeMap::new(),
            },
            anonymity: Anonymity::None,
            authors: vec![author],
            redactions: Vec::new(),
            revision: 0,
            begun_at: Timestamp::UNIX_EPOCH,
            saved_at: Timestamp::UNIX_EPOCH,
            submitted_at: None,
        }
    }

    /// What a test varies; the rest is empty.
    struct Given {
        submissions: Vec<Submission>,
        seats: Vec<Seat>,
        plan: ReviewPlan,
        bids: BTreeMap<(SubmissionId, AccountId), Bid>,
        declared: BTreeSet<(SubmissionId, AccountId)>,
        stays: BTreeSet<(SubmissionId, AccountId)>,
    }

    impl Given {
        fn new(each: u32, load: Load) -> Self {
            let mut plan = ReviewPlan::usual(Vec::new());
            plan.each = each;
            Self {
                submissions: vec![submission(1, "Alfa"), submission(2, "Beta")],
                seats: vec![seat(1, "alfa", load), seat(2, "", load), seat(3, "", load)],
                plan,
                bids: BTreeMap::new(),
                declared: BTreeSet::new(),
                stays: BTreeSet::new(),
            }
        }

        fn assign(&self) -> Result<Vec<(u128, u128)>, NoAssignment> {
            let committee = Committee {
                submissions: &self.submissions,
                seats: &self.seats,
                plan: &self.plan,
                together: &CoAuthors::default(),
                bids: &self.bids,
                declared: &self.declared,
                stays: &self.stays,
            };
            let pairs = committee.assign()?.pairs.into_iter();
            Ok(pairs
                .map(|(submission, account)| (submission.0.as_u128(), account.0.as_u128()))
                .collect())
        }
    }

    fn pair(submission: u128, who: u128) -> (SubmissionId, AccountId) {
        (SubmissionId(Uuid::from_u128(submission)), account(who))
    }

    #[test]
    fn bids_are_kept_and_nobody_gets_what_they_have_an_interest_in() {
        let mut given = Given::new(1, Load { least: 0, most: 1 });
        given.bids = BTreeMap::from([
            // Of the same body: however gladly, never.
            (pair(1, 1), Bid::Yes),
            (pair(1, 2), Bid::Maybe),
            (pair(2, 3), Bid::Yes),
        ]);
        assert_eq!(given.assign(), Ok(vec![(1, 2), (2, 3)]));
        given.declared.insert(pair(2, 3));
        assert_eq!(given.assign(), Ok(vec![(1, 2), (2, 1)]));
    }

    #[test]
    fn what_somebody_has_already_stays_theirs() {
        let mut given = Given::new(1, Load { least: 0, most: 1 });
        given.stays.insert(pair(1, 3));
        given.bids.insert(pair(1, 2), Bid::Yes);
        given.bids.insert(pair(2, 3), Bid::Yes);
        let assigned = given.assign();
        assert!(assigned.is_ok_and(|pairs| pairs.contains(&(1, 3))));
    }

    #[test]
    fn where_there_is_no_assignment_it_says_what_is_missing() {
        let mut given = Given::new(2, Load { least: 0, most: 2 });
        given.declared.insert(pair(1, 2));
        let expected = NoAssignment::TooFew {
            needed: 4,
            places: 6,
            too_few: vec![SubmissionId(Uuid::from_u128(1))],
        };
        assert_eq!(given.assign(), Err(expected));
    }

    #[test]
    fn least_loads_that_cannot_be_kept_are_given_up_and_it_says_so() {
        let given = Given::new(1, Load { least: 2, most: 2 });
        assert_eq!(given.assign().map(|pairs| pairs.len()), Ok(2));
    }
}
