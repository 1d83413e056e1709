//! Submissions of a call as one member of its committee works on them.

use std::collections::BTreeSet;

use wiec_kit::acts::{InCommittee, judge};
use wiec_kit::app::App;
use wiec_kit::error::PageError;
use wiec_model::Slug;
use wiec_model::calls::{
    Author, Barred, Bid, Blinded, Call, CoAuthors, Interest, Own, Review, ReviewState, State,
    Submission, SubmissionId, Tier, interests,
};
use wiec_store::{Assigned, SignedIn};

/// A submission, as a member works on it.
pub(super) struct Item {
    /// The submission itself: for keys and writers, never for a page.
    pub submission: Submission,
    /// What it is called, as far as they may know.
    pub title: String,
    /// The key of its track.
    pub track: Option<Slug>,
    /// The size of place it is about.
    pub tier: Option<Tier>,
    /// What they have to do with it.
    pub own: Own,
    /// Why they are not to judge it.
    pub bar: Bar,
    /// How gladly they would.
    pub bid: Option<Bid>,
}

/// Why a member is not to judge a submission, as far as they hear it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Bar {
    /// They may.
    No,
    /// It is theirs.
    Own,
    /// They said so themselves, and can take it back.
    Declared,
    /// Something is known of them and an author. What, nobody says: that would tell where an author comes
    /// from.
    Found,
}

impl Bar {
    /// The reason that is told for these interests.
    pub fn of(barred: Barred, interests: &BTreeSet<Interest>) -> Self {
        match barred {
            Barred::No => Self::No,
            Barred::Yes if interests.contains(&Interest::Own) => Self::Own,
            Barred::Yes if interests.contains(&Interest::Declared) => Self::Declared,
            Barred::Yes => Self::Found,
        }
    }
}

/// All that was sent to a call and that a member may hear of, in the order in which it came.
pub(super) async fn all(
    app: &App,
    of: &InCommittee,
    signed_in: &SignedIn,
) -> Result<Vec<Item>, PageError> {
    let (call, congress) = (&of.call, of.edition.slug());
    let account = signed_in.account.id;
    let sent = app.store.submissions();
    let submissions = sent.list(congress, call.id, &State::JUDGED).await?;
    let authors = sent.authors(congress).await?;
    let together = CoAuthors::of(authors.values().map(Vec::<Author>::as_slice));
    let reviews = app.store.reviews();
    let assigned = reviews.assignments(call.id).await?;
    let mut own = reviews.of_member(call.id, account).await?;
    let bids = reviews.bids(call.id).await?;
    let declared = reviews.interests(call.id).await?;
    let declared: BTreeSet<SubmissionId> = declared
        .into_iter()
        .filter(|it| it.account == account)
        .map(|it| it.submission)
        .collect();
    let judge = judge(signed_in, of.member.as_ref());
    let item = |submission: Submission| {
        let mut found = interests(&judge, &submission, &together);
        if declared.contains(&submission.id) {
            found.insert(Interest::Declared);
        }
        let bar = Bar::of(call.setup.review.bars(&found), &found);
        let mine = theirs(&assigned, account, submission.id);
        Item {
            title: title(call, &submission),
            track: submission.words.track.clone(),
            tier: submission.words.tier,
            own: own_of(own.remove(&submission.id).as_ref(), mine),
            bid: bids.get(&(submission.id, account)).copied(),
            bar,
            submission,
        }
    };
    Ok(submissions.into_iter().map(item).collect())
}

/// Whether somebody is to judge a submission. Where nobody was given anything, all judge all: a small
/// committee needs no calculation.
pub(super) fn theirs(
    assigned: &[Assigned],
    account: wiec_model::AccountId,
    submission: SubmissionId,
) -> bool {
    assigned.is_empty()
        || assigned
            .iter()
            .any(|one| one.account == account && one.submission == submission)
}

/// What a member has to do with a submission of which they wrote this, if anything.
pub(super) fn own_of(review: Option<&Review>, is_theirs: bool) -> Own {
    match review {
        Some(review) => Own::Review(review.state),
        None if is_theirs => Own::Assigned,
        None => Own::None,
    }
}

/// What a submission is called for a member of the committee.
fn title(call: &Call, submission: &Submission) -> String {
    if call.shows_authors(submission.anonymity, &submission.state) {
        submission.words.title.clone()
    } else {
        Blinded::of(submission, &call.setup, &[]).title().to_owned()
    }
}

/// How far a member is with what they are to judge.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Progress {
    /// Reviews that are given.
    pub given: u32,
    /// Reviews that are begun.
    pub begun: u32,
    /// What is not begun.
    pub to_do: u32,
    /// What they were given and cannot judge.
    pub cannot: u32,
}

impl Progress {
    /// Of all that a member is to judge.
    pub fn of(items: &[Item]) -> Self {
        let mut all = Self::default();
        for item in items.iter().filter(|item| item.own != Own::None) {
            let counted = match (item.bar, item.own) {
                (Bar::Own, _) => continue,
                (Bar::Declared | Bar::Found, _) => &mut all.cannot,
                (Bar::No, Own::Review(ReviewState::Given { .. })) => &mut all.given,
                (Bar::No, Own::Review(ReviewState::Draft)) => &mut all.begun,
                (Bar::No, Own::Assigned | Own::None) => &mut all.to_do,
            };
            *counted += 1;
        }
        all
    }

    /// How much of it is given, in whole percents of what they can judge.
    pub const fn percent(self) -> u32 {
        let all = self.given + self.begun + self.to_do;
        match all {
            0 => 0,
            all => 100 * self.given / all,
        }
    }
}
