//! Everything by which it is decided who judges what, read in as many queries whatever there is.

use std::collections::{BTreeMap, BTreeSet};

use wiec_interchange::allotment::committee::Assigned as Answer;
use wiec_interchange::allotment::committee::{Committee, NoAssignment, Seat};
use wiec_kit::app::App;
use wiec_kit::error::PageError;
use wiec_model::AccountId;
use wiec_model::account::Account;
use wiec_model::calls::{
    Author, Bid, Call, CoAuthors, Interest, Judge, Load, ReviewState, State, Submission,
    SubmissionId, interests,
};
use wiec_store::{Assigned, AssignmentOrigin, CommitteeMember, DeclaredInterest};

/// A submission and somebody who is to judge it.
pub type Pair = (SubmissionId, AccountId);

/// Who could judge what, who is to, and who has.
pub struct Table {
    /// What is judged, in the order in which it was sent.
    pub submissions: Vec<Submission>,
    /// Who judges: the members that were not removed.
    pub members: Vec<CommitteeMember>,
    /// The accounts of all who are named.
    pub accounts: BTreeMap<AccountId, Account>,
    /// Who is to judge what.
    pub assigned: BTreeMap<Pair, Assigned>,
    /// Who has begun what, or given it.
    pub begun: BTreeMap<Pair, ReviewState>,
    /// How gladly members would judge what.
    pub bids: BTreeMap<Pair, Bid>,
    /// The interests that members declared.
    pub declared: Vec<DeclaredInterest>,
    together: CoAuthors,
}

impl Table {
    /// Reads all of a call.
    pub async fn read(app: &App, call: &Call) -> Result<Self, PageError> {
        let store = &app.store;
        let submissions = store.submissions();
        let listed = submissions.list(&call.congress, call.id, &State::JUDGED);
        let listed = listed.await?;
        let authors = submissions.authors(&call.congress).await?;
        let mut members = store.calls().members(call.id).await?;
        members.retain(|member| member.removed_at.is_none());
        let reviews = store.reviews();
        let assigned = reviews.assignments(call.id).await?;
        let begun = reviews.of_call(call.id).await?;
        let named = assigned.iter().map(|it| it.account);
        let named = named.chain(begun.iter().map(|it| it.account));
        let named: BTreeSet<AccountId> = named
            .chain(members.iter().map(|member| member.account))
            .collect();
        Ok(Self {
            accounts: store.accounts().list(named).await?,
            submissions: listed,
            members,
            assigned: assigned
                .into_iter()
                .map(|it| ((it.submission, it.account), it))
                .collect(),
            begun: begun
                .into_iter()
                .map(|it| ((it.submission, it.account), it.state))
                .collect(),
            bids: reviews.bids(call.id).await?,
            declared: reviews.interests(call.id).await?,
            together: CoAuthors::of(authors.values().map(Vec::<Author>::as_slice)),
        })
    }

    /// A member as far as their interests are concerned.
    pub fn judge(&self, member: &CommitteeMember) -> Judge {
        let account = self.accounts.get(&member.account);
        Judge {
            account: member.account,
            email: account.and_then(|account| account.email.clone()),
            body: member.body.clone(),
            town: member.town.clone(),
        }
    }

    /// All interests of a member in a submission, found or declared.
    pub fn interests(&self, member: &CommitteeMember, of: &Submission) -> BTreeSet<Interest> {
        let mut found = interests(&self.judge(member), of, &self.together);
        if self.declares(of.id, member.account).is_some() {
            found.insert(Interest::Declared);
        }
        found
    }

    /// The interest in a submission that a member declared.
    pub fn declares(&self, of: SubmissionId, account: AccountId) -> Option<&DeclaredInterest> {
        let mut declared = self.declared.iter();
        declared.find(|it| it.submission == of && it.account == account)
    }

    /// The interests for which a member may not judge a submission.
    pub fn barring(&self, call: &Call, member: &CommitteeMember, of: &Submission) -> Vec<Interest> {
        let barred = &call.setup.review.barred;
        let found = self.interests(member, of).into_iter();
        // Their own nobody judges, whatever a call says.
        found
            .filter(|it| barred.contains(it) || *it == Interest::Own)
            .collect()
    }

    /// Those who stay whatever is calculated: given by hand, or begun.
    pub fn stays(&self) -> BTreeSet<Pair> {
        let by_hand = self.assigned.values();
        let by_hand = by_hand.filter(|it| it.origin == AssignmentOrigin::ByHand);
        let by_hand = by_hand.map(|it| (it.submission, it.account));
        by_hand.chain(self.begun.keys().copied()).collect()
    }

    /// How much a member is to judge.
    pub fn load(&self, call: &Call, member: &CommitteeMember) -> Load {
        member.load.unwrap_or(call.setup.review.load)
    }

    /// Who judges what at best; away from the threads that answer requests, for it takes its time.
    pub async fn calculate(
        self,
        call: &Call,
        keeping: Keeping,
    ) -> Result<(Self, Result<Answer, NoAssignment>), PageError> {
        let mut plan = call.setup.review.clone();
        if !plan.barred.contains(&Interest::Own) {
            plan.barred.push(Interest::Own);
        }
        let mut stays = self.stays();
        if keeping == Keeping::All {
            stays.extend(self.assigned.keys().copied());
        }
        let seats: Vec<Seat> = self
            .members
            .iter()
            .map(|member| {
                let theirs = stays.iter().filter(|(_, who)| *who == member.account);
                let theirs = u32::try_from(theirs.count()).unwrap_or(u32::MAX);
                let load = self.load(call, member);
                Seat {
                    judge: self.judge(member),
                    // What is theirs stays theirs, be it more than they should have.
                    load: Load {
                        least: load.least,
                        most: load.most.max(theirs),
                    },
                }
            })
            .collect();
        let calculated = tokio::task::spawn_blocking(move || {
            let declared = self.declared.iter();
            let declared = declared.map(|it| (it.submission, it.account)).collect();
            let committee = Committee {
                submissions: &self.submissions,
                seats: &seats,
                plan: &plan,
                together: &self.together,
                bids: &self.bids,
                declared: &declared,
                stays: &stays,
            };
            let answer = committee.assign();
            (self, answer)
        });
        calculated
            .await
            .map_err(|error| PageError::Internal(error.into()))
    }
}

/// What of the assignments that there are stays, beside what was given by hand or begun.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keeping {
    /// Nothing: the best one is looked for.
    Nothing,
    /// All of them, as far as loads allow: only what is missing is given.
    All,
}

impl Keeping {
    /// What a form says.
    pub fn of(word: Option<&str>) -> Self {
        match word {
            None | Some("") => Self::Nothing,
            Some(_) => Self::All,
        }
    }
}
