//! Writing bids, interests, reviews and what members say to each other.

use std::collections::BTreeMap;

use sea_orm::sea_query::OnConflict;
use sea_orm::{ActiveValue, ColumnTrait, EntityTrait, QueryFilter};
use serde_json::{Value as Json, json};
use uuid::Uuid;
use wiec_model::calls::{
    Bid, Call, Mark, Recommendation, Review, ReviewId, ReviewState, Submission,
};
use wiec_model::{AccountId, Slug};

use super::read;
use crate::bell::Topic;
use crate::column::{json as written, word};
use crate::error::StoreError;
use crate::history::{self, Act};
use crate::id;
use crate::tables::{review_bids, review_interests, review_messages, reviews};
use crate::tx::Tx;

/// What a member says of a submission.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReviewWords {
    /// Marks by the keys of the criteria.
    pub marks: BTreeMap<Slug, Mark>,
    /// What the committee and the office read.
    pub for_committee: String,
    /// What the authors may be told.
    pub for_authors: String,
    /// What should be done.
    pub recommendation: Option<Recommendation>,
}

/// What came of saving a review.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReviewSaved {
    /// It says that now, or did so already.
    Saved(Review),
    /// It was saved from elsewhere meanwhile: this is what it says.
    Clash(Review),
}

/// Writes reviews.
#[derive(Debug)]
pub struct ReviewWriter<'a>(pub(crate) &'a mut Tx);

impl ReviewWriter<'_> {
    /// Says how gladly a member would judge a submission.
    ///
    /// # Errors
    ///
    /// [`StoreError::Conflict`] if there is no such submission or account; [`StoreError::Driver`].
    #[tracing::instrument(name = "store.reviews.bid", skip_all, fields(submission.code = %of.code))]
    pub async fn bid(
        &mut self,
        of: &Submission,
        account: AccountId,
        bid: Bid,
    ) -> Result<(), StoreError> {
        use review_bids::Column;
        let row = review_bids::ActiveModel {
            submission_id: ActiveValue::Set(of.id.0),
            account_id: ActiveValue::Set(account.0),
            bid: ActiveValue::Set(word(&bid)),
            at: ActiveValue::Set(self.0.at.into()),
        };
        let again = OnConflict::columns([Column::SubmissionId, Column::AccountId])
            .update_columns([Column::Bid, Column::At])
            .to_owned();
        review_bids::Entity::insert(row)
            .on_conflict(again)
            .exec_without_returning(&self.0.tx)
            .await?;
        Ok(())
    }

    /// Declares an interest of a member in a submission. What they said of it already stays on record.
    ///
    /// # Errors
    ///
    /// As [`ReviewWriter::bid`].
    #[tracing::instrument(name = "store.reviews.declare_interest", skip_all, fields(submission.code = %of.code))]
    pub async fn declare_interest(
        &mut self,
        of: &Submission,
        account: AccountId,
        words: Option<String>,
    ) -> Result<(), StoreError> {
        use review_interests::Column;
        let row = review_interests::ActiveModel {
            submission_id: ActiveValue::Set(of.id.0),
            account_id: ActiveValue::Set(account.0),
            words: ActiveValue::Set(words),
            at: ActiveValue::Set(self.0.at.into()),
        };
        let again = OnConflict::columns([Column::SubmissionId, Column::AccountId])
            .update_columns([Column::Words, Column::At])
            .to_owned();
        review_interests::Entity::insert(row)
            .on_conflict(again)
            .exec_without_returning(&self.0.tx)
            .await?;
        self.note(of, Act::Review, &json!({ "interest": "declared" }))
            .await
    }

    /// Takes back an interest that a member declared by mistake.
    ///
    /// # Errors
    ///
    /// [`StoreError::Driver`].
    #[tracing::instrument(name = "store.reviews.withdraw_interest", skip_all, fields(submission.code = %of.code))]
    pub async fn withdraw_interest(
        &mut self,
        of: &Submission,
        account: AccountId,
    ) -> Result<(), StoreError> {
        let gone = review_interests::Entity::delete_by_id((of.id.0, account.0))
            .exec(&self.0.tx)
            .await?;
        if gone.rows_affected == 0 {
            return Ok(());
        }
        self.note(of, Act::Review, &json!({ "interest": "withdrawn" }))
            .await
    }

    /// Saves a member's review over the revision `seen`, 0 for one that is begun. A draft stays one; what
    /// was given stays given and says something else now.
    ///
    /// # Errors
    ///
    /// [`StoreError::Conflict`] if there is no such submission or account; [`StoreError::Driver`].
    #[tracing::instrument(name = "store.reviews.save", skip_all, fields(submission.code = %of.code))]
    pub async fn save(
        &mut self,
        of: &Submission,
        account: AccountId,
        fresh: ReviewId,
        seen: u32,
        words: &ReviewWords,
    ) -> Result<ReviewSaved, StoreError> {
        let known = self.begin(of, account, fresh).await?;
        if said(&known) == *words {
            return Ok(ReviewSaved::Saved(known));
        }
        if known.revision != seen {
            return Ok(ReviewSaved::Clash(known));
        }
        let saved = Review {
            marks: words.marks.clone(),
            for_committee: words.for_committee.clone(),
            for_authors: words.for_authors.clone(),
            recommendation: words.recommendation,
            revision: known.revision + 1,
            ..known
        };
        self.put(&saved).await?;
        if matches!(saved.state, ReviewState::Given { .. }) {
            let details = json!({ "revision": saved.revision });
            self.note(of, Act::Review, &details).await?;
        }
        Ok(ReviewSaved::Saved(saved))
    }

    /// Gives a member's review: from now on it counts, and they see those of others.
    ///
    /// # Errors
    ///
    /// As [`ReviewWriter::save`].
    #[tracing::instrument(name = "store.reviews.give", skip_all, fields(submission.code = %of.code))]
    pub async fn give(
        &mut self,
        of: &Submission,
        account: AccountId,
        fresh: ReviewId,
        seen: u32,
        words: &ReviewWords,
    ) -> Result<ReviewSaved, StoreError> {
        let saved = self.save(of, account, fresh, seen, words).await?;
        let ReviewSaved::Saved(review) = saved else {
            return Ok(saved);
        };
        if matches!(review.state, ReviewState::Given { .. }) {
            return Ok(ReviewSaved::Saved(review));
        }
        let given = Review {
            state: ReviewState::Given { at: self.0.at },
            ..review
        };
        self.put(&given).await?;
        self.note(of, Act::Review, &json!({ "given": true }))
            .await?;
        Ok(ReviewSaved::Saved(given))
    }

    /// Says something to the other members about a submission; said twice with one key, it is said once.
    ///
    /// # Errors
    ///
    /// As [`ReviewWriter::bid`].
    #[tracing::instrument(name = "store.reviews.say", skip_all, fields(submission.code = %of.code))]
    pub async fn say(
        &mut self,
        of: &Submission,
        account: AccountId,
        message: Uuid,
        body: &str,
    ) -> Result<(), StoreError> {
        let row = review_messages::ActiveModel {
            id: ActiveValue::Set(message),
            submission_id: ActiveValue::Set(of.id.0),
            account_id: ActiveValue::Set(account.0),
            body: ActiveValue::Set(body.to_owned()),
            at: ActiveValue::Set(self.0.at.into()),
        };
        let made = review_messages::Entity::insert(row).on_conflict_do_nothing();
        let _ = made.exec_without_returning(&self.0.tx).await?;
        self.0.touch(Topic::Calls);
        Ok(())
    }

    /// A member's review, begun if there is none. Whoever saves it from two windows at once waits here.
    async fn begin(
        &mut self,
        of: &Submission,
        account: AccountId,
        fresh: ReviewId,
    ) -> Result<Review, StoreError> {
        use reviews::Column;
        let row = reviews::ActiveModel {
            id: ActiveValue::Set(fresh.0),
            submission_id: ActiveValue::Set(of.id.0),
            account_id: ActiveValue::Set(account.0),
            marks: ActiveValue::Set("{}".to_owned()),
            for_committee: ActiveValue::Set(String::new()),
            for_authors: ActiveValue::Set(String::new()),
            recommendation: ActiveValue::Set(None),
            given_at: ActiveValue::Set(None),
            revision: ActiveValue::Set(0),
            saved_at: ActiveValue::Set(self.0.at.into()),
        };
        // Writing the row that is there takes its lock on PostgreSQL.
        let known = OnConflict::columns([Column::SubmissionId, Column::AccountId])
            .update_column(Column::SavedAt)
            .to_owned();
        reviews::Entity::insert(row)
            .on_conflict(known)
            .exec_without_returning(&self.0.tx)
            .await?;
        let row = reviews::Entity::find()
            .filter(Column::SubmissionId.eq(of.id.0))
            .filter(Column::AccountId.eq(account.0))
            .one(&self.0.tx)
            .await?;
        read(row.ok_or(StoreError::Stale)?)
    }

    async fn put(&mut self, review: &Review) -> Result<(), StoreError> {
        let given_at = match review.state {
            ReviewState::Draft => None,
            ReviewState::Given { at } => Some(at.into()),
        };
        let row = reviews::ActiveModel {
            marks: ActiveValue::Set(written(&review.marks)),
            for_committee: ActiveValue::Set(review.for_committee.clone()),
            for_authors: ActiveValue::Set(review.for_authors.clone()),
            recommendation: ActiveValue::Set(review.recommendation.map(|it| word(&it))),
            given_at: ActiveValue::Set(given_at),
            revision: ActiveValue::Set(i64::from(review.revision)),
            saved_at: ActiveValue::Set(self.0.at.into()),
            ..Default::default()
        };
        reviews::Entity::update_many()
            .set(row)
            .filter(reviews::Column::Id.eq(review.id.0))
            .exec(&self.0.tx)
            .await?;
        Ok(())
    }

    pub(super) async fn note(
        &mut self,
        of: &Submission,
        act: Act,
        details: &Json,
    ) -> Result<(), StoreError> {
        self.0.touch(Topic::Calls);
        let congress = id::congress(&of.congress);
        let subject = format!("submission {}", of.code);
        history::append(self.0, congress, act, subject, details).await
    }

    pub(super) async fn note_call(
        &mut self,
        call: &Call,
        act: Act,
        details: &Json,
    ) -> Result<(), StoreError> {
        self.0.calls().note(call, act, details).await
    }
}

fn said(review: &Review) -> ReviewWords {
    ReviewWords {
        marks: review.marks.clone(),
        for_committee: review.for_committee.clone(),
        for_authors: review.for_authors.clone(),
        recommendation: review.recommendation,
    }
}
