//! Reading reviews, bids, interests and what was said. What of it a member may see
//! [`wiec_model::calls::sees_others`] says; here is no rule.

use std::collections::BTreeMap;

use jiff::Timestamp;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;
use wiec_model::AccountId;
use wiec_model::calls::{Bid, CallId, Review, SubmissionId};

use super::{of_call, read};
use crate::column::Row;
use crate::error::StoreError;
use crate::store::Store;
use crate::tables::{review_bids, review_interests, review_messages, reviews};

/// An interest that a member declared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeclaredInterest {
    /// In which submission.
    pub submission: SubmissionId,
    /// Whose.
    pub account: AccountId,
    /// Which, in their words.
    pub words: Option<String>,
}

/// Something that a member said to the others about a submission.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// Its key.
    pub id: Uuid,
    /// Who said it.
    pub account: AccountId,
    /// What, as plain text.
    pub body: String,
    /// When.
    pub at: Timestamp,
}

/// Reads reviews.
#[derive(Debug)]
pub struct Reviews<'a>(pub(crate) &'a Store);

impl Reviews<'_> {
    /// All reviews of a submission, drafts too, in an order that tells nothing.
    ///
    /// # Errors
    ///
    /// [`StoreError::Driver`], or [`StoreError::Inconsistent`] if one cannot be read.
    #[tracing::instrument(name = "store.reviews.of_submission", skip_all)]
    pub async fn of_submission(&self, submission: SubmissionId) -> Result<Vec<Review>, StoreError> {
        let rows = reviews::Entity::find()
            .filter(reviews::Column::SubmissionId.eq(submission.0))
            .order_by_asc(reviews::Column::Id)
            .all(self.0.reader())
            .await?;
        rows.into_iter().map(read).collect()
    }

    /// All reviews of a call, drafts too, by submission and in an order that tells nothing.
    ///
    /// # Errors
    ///
    /// As [`Reviews::of_submission`].
    #[tracing::instrument(name = "store.reviews.of_call", skip_all)]
    pub async fn of_call(&self, call: CallId) -> Result<Vec<Review>, StoreError> {
        let rows = reviews::Entity::find()
            .filter(reviews::Column::SubmissionId.in_subquery(of_call(call)))
            .order_by_asc(reviews::Column::SubmissionId)
            .order_by_asc(reviews::Column::Id)
            .all(self.0.reader())
            .await?;
        rows.into_iter().map(read).collect()
    }

    /// A member's review of a submission.
    ///
    /// # Errors
    ///
    /// As [`Reviews::of_submission`].
    #[tracing::instrument(name = "store.reviews.own", skip_all)]
    pub async fn own(
        &self,
        submission: SubmissionId,
        account: AccountId,
    ) -> Result<Option<Review>, StoreError> {
        let row = reviews::Entity::find()
            .filter(reviews::Column::SubmissionId.eq(submission.0))
            .filter(reviews::Column::AccountId.eq(account.0))
            .one(self.0.reader())
            .await?;
        row.map(read).transpose()
    }

    /// All reviews of a member in a call, drafts too.
    ///
    /// # Errors
    ///
    /// As [`Reviews::of_submission`].
    #[tracing::instrument(name = "store.reviews.of_member", skip_all)]
    pub async fn of_member(
        &self,
        call: CallId,
        account: AccountId,
    ) -> Result<BTreeMap<SubmissionId, Review>, StoreError> {
        let rows = reviews::Entity::find()
            .filter(reviews::Column::SubmissionId.in_subquery(of_call(call)))
            .filter(reviews::Column::AccountId.eq(account.0))
            .all(self.0.reader())
            .await?;
        rows.into_iter()
            .map(|row| read(row).map(|review| (review.submission, review)))
            .collect()
    }

    /// How gladly members of a call would judge what.
    ///
    /// # Errors
    ///
    /// As [`Reviews::of_submission`].
    #[tracing::instrument(name = "store.reviews.bids", skip_all)]
    pub async fn bids(
        &self,
        call: CallId,
    ) -> Result<BTreeMap<(SubmissionId, AccountId), Bid>, StoreError> {
        let rows = review_bids::Entity::find()
            .filter(review_bids::Column::SubmissionId.in_subquery(of_call(call)))
            .all(self.0.reader())
            .await?;
        let read = |row: review_bids::Model| {
            let of = Row::new("review_bids", row.submission_id);
            let key = (SubmissionId(row.submission_id), AccountId(row.account_id));
            Ok((key, of.word("bid", &row.bid)?))
        };
        rows.into_iter().map(read).collect()
    }

    /// The interests that members of a call declared.
    ///
    /// # Errors
    ///
    /// As [`Reviews::of_submission`].
    #[tracing::instrument(name = "store.reviews.interests", skip_all)]
    pub async fn interests(&self, call: CallId) -> Result<Vec<DeclaredInterest>, StoreError> {
        let rows = review_interests::Entity::find()
            .filter(review_interests::Column::SubmissionId.in_subquery(of_call(call)))
            .order_by_asc(review_interests::Column::SubmissionId)
            .order_by_asc(review_interests::Column::AccountId)
            .all(self.0.reader())
            .await?;
        let read = |row: review_interests::Model| DeclaredInterest {
            submission: SubmissionId(row.submission_id),
            account: AccountId(row.account_id),
            words: row.words,
        };
        Ok(rows.into_iter().map(read).collect())
    }

    /// What members said to each other about a submission, oldest first.
    ///
    /// # Errors
    ///
    /// As [`Reviews::of_submission`].
    #[tracing::instrument(name = "store.reviews.messages", skip_all)]
    pub async fn messages(&self, submission: SubmissionId) -> Result<Vec<Message>, StoreError> {
        let rows = review_messages::Entity::find()
            .filter(review_messages::Column::SubmissionId.eq(submission.0))
            .order_by_asc(review_messages::Column::At)
            .order_by_asc(review_messages::Column::Id)
            .all(self.0.reader())
            .await?;
        let read = |row: review_messages::Model| {
            let of = Row::new("review_messages", row.id);
            Ok(Message {
                id: row.id,
                account: AccountId(row.account_id),
                at: of.instant("at", row.at)?,
                body: row.body,
            })
        };
        rows.into_iter().map(read).collect()
    }
}
