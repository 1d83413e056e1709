//! What is known of a submission and the member who judges it.

use std::collections::{BTreeMap, BTreeSet};

use wiec_kit::acts::ReviewSubmission;
use wiec_kit::app::App;
use wiec_kit::error::PageError;
use wiec_kit::permit::Permit;
use wiec_model::AccountId;
use wiec_model::account::Account;
use wiec_model::calls::{
    Barred, Interest, Own, Review, ReviewPhase, ReviewState, SeesOthers, sees_others,
};
use wiec_store::Message;

use crate::committee::item::{Bar, own_of, theirs};
use crate::committee::shown;

/// What is known of a submission and the member who judges it.
pub(in crate::committee) struct Facts {
    /// Who judges.
    pub account: AccountId,
    /// What the committee does now.
    pub phase: ReviewPhase,
    /// Why they are not to judge it.
    pub bar: Bar,
    /// What they wrote, if anything.
    pub review: Option<Review>,
    /// What they have to do with it.
    pub own: Own,
    /// Whether they see what others said.
    pub sees: SeesOthers,
    /// The reviews that are given; empty unless they see them.
    pub given: Vec<Review>,
    /// What was said about it; empty unless they see it.
    pub messages: Vec<Message>,
    /// Those who reviewed or talked.
    pub names: BTreeMap<AccountId, Account>,
    /// Those who declared an interest: their reviews stay, and do not count.
    pub excluded: BTreeSet<AccountId>,
    /// What they said of the interest that they declared.
    pub declared: Option<String>,
    /// How gladly they would judge it.
    pub bid: Option<wiec_model::calls::Bid>,
}

impl Facts {
    /// Reads them, in the same number of queries whoever said how much.
    ///
    /// # Errors
    ///
    /// [`PageError::Internal`] if they cannot be read.
    pub async fn read(app: &App, permit: &Permit<ReviewSubmission>) -> Result<Self, PageError> {
        let judged = &permit.subject;
        let (call, id) = (&judged.call, shown::id(&judged.seen));
        let account = permit.signed_in()?.account.id;
        let phase = call.setup.review.phase(app.clock.now());
        let store = app.store.reviews();
        let all = store.of_submission(id).await?;
        let assigned = store.assignments(call.id).await?;
        let declared = store.interests(call.id).await?;
        let messages = store.messages(id).await?;
        let bids = store.bids(call.id).await?;
        let review = all.iter().find(|one| one.account == account).cloned();
        let own = own_of(review.as_ref(), theirs(&assigned, account, id));
        let sees = match judged.barred {
            Barred::Yes => SeesOthers::Never,
            Barred::No => sees_others(Barred::No, own, phase),
        };
        let is_seen = sees == SeesOthers::Yes;
        let given = all
            .into_iter()
            .filter(|one| is_seen && matches!(one.state, ReviewState::Given { .. }));
        let given: Vec<Review> = given.collect();
        let messages = if is_seen { messages } else { Vec::new() };
        let spoke = given.iter().map(|one| one.account);
        let spoke = spoke.chain(messages.iter().map(|one| one.account));
        let names = app
            .store
            .accounts()
            .list(spoke.collect::<BTreeSet<_>>())
            .await?;
        let of_this = declared.into_iter().filter(|one| one.submission == id);
        let mut of_this: BTreeMap<AccountId, Option<String>> =
            of_this.map(|one| (one.account, one.words)).collect();
        let counts = !call.setup.review.barred.contains(&Interest::Declared);
        Ok(Self {
            excluded: if counts {
                BTreeSet::new()
            } else {
                of_this.keys().copied().collect()
            },
            declared: of_this.remove(&account).flatten(),
            bar: Bar::of(judged.barred, &judged.interests),
            bid: bids.get(&(id, account)).copied(),
            account,
            phase,
            review,
            own,
            sees,
            given,
            messages,
            names,
        })
    }

    /// Whether they can write their review now.
    pub const fn can_write(&self) -> bool {
        matches!(self.bar, Bar::No) && self.phase.takes_reviews() && !matches!(self.own, Own::None)
    }

    /// Whether their review is given.
    pub const fn is_given(&self) -> bool {
        matches!(self.own, Own::Review(ReviewState::Given { .. }))
    }

    /// Whether they can say something to the others now.
    pub const fn can_talk(&self) -> bool {
        matches!(self.sees, SeesOthers::Yes) && self.phase.takes_reviews()
    }

    /// Whether they can declare an interest, or take it back.
    pub const fn can_declare(&self) -> bool {
        matches!(self.bar, Bar::No | Bar::Declared)
            && (self.phase.takes_bids() || self.phase.takes_reviews())
    }
}
