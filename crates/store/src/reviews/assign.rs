//! Who is to judge what: as calculated, or by hand with a reason. Nobody's review is lost by it.

use std::collections::BTreeSet;

use sea_orm::sea_query::{OnConflict, Query};
use sea_orm::{ActiveValue, ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use serde::{Deserialize, Serialize};
use serde_json::json;
use wiec_model::AccountId;
use wiec_model::calls::{Call, CallId, Submission, SubmissionId};

use super::find::Reviews;
use super::of_call;
use super::write::ReviewWriter;
use crate::column::{Row, word};
use crate::error::StoreError;
use crate::history::Act;
use crate::insert;
use crate::tables::{review_assignments, reviews};

/// Somebody who is to judge something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assigned {
    /// What.
    pub submission: SubmissionId,
    /// Who.
    pub account: AccountId,
    /// How that came about.
    pub origin: AssignmentOrigin,
    /// Why, if it was by hand.
    pub reason: Option<String>,
}

/// How it came about that somebody is to judge something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AssignmentOrigin {
    /// It was calculated, by bids, interests and loads.
    Calculated,
    /// Somebody said so.
    ByHand,
}

/// What came of a new calculation.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Reassigned {
    /// So many assignments are new.
    pub added: usize,
    /// So many were taken away.
    pub removed: u64,
}

impl Reviews<'_> {
    /// Who is to judge what in a call.
    ///
    /// # Errors
    ///
    /// [`StoreError::Driver`], or [`StoreError::Inconsistent`] if it cannot be read.
    #[tracing::instrument(name = "store.reviews.assignments", skip_all)]
    pub async fn assignments(&self, call: CallId) -> Result<Vec<Assigned>, StoreError> {
        let rows = review_assignments::Entity::find()
            .filter(review_assignments::Column::SubmissionId.in_subquery(of_call(call)))
            .order_by_asc(review_assignments::Column::SubmissionId)
            .order_by_asc(review_assignments::Column::AccountId)
            .all(self.0.reader())
            .await?;
        rows.into_iter().map(read).collect()
    }
}

impl ReviewWriter<'_> {
    /// Gives submissions of a call to members as calculated. What was given by hand stays, and so does
    /// whatever somebody has begun.
    ///
    /// # Errors
    ///
    /// [`StoreError::Stale`] if there is no such call; [`StoreError::Conflict`] if it names submissions or
    /// accounts that are not; [`StoreError::Driver`].
    #[tracing::instrument(name = "store.reviews.assign", skip_all, fields(call.slug = %call.slug))]
    pub async fn assign(
        &mut self,
        call: &Call,
        wanted: &[(SubmissionId, AccountId)],
    ) -> Result<Reassigned, StoreError> {
        use review_assignments::Column;
        self.0.calls().lock(call.id, 0).await?;
        let wanted: BTreeSet<(uuid::Uuid, uuid::Uuid)> = wanted
            .iter()
            .map(|(submission, account)| (submission.0, account.0))
            .collect();
        let known = review_assignments::Entity::find()
            .filter(Column::SubmissionId.in_subquery(of_call(call.id)))
            .all(&self.0.tx)
            .await?;
        let kept: BTreeSet<(uuid::Uuid, uuid::Uuid)> = known
            .iter()
            .map(|row| (row.submission_id, row.account_id))
            .collect();
        let mut removed = 0;
        for row in &known {
            let key = (row.submission_id, row.account_id);
            if row.origin == "calculated" && !wanted.contains(&key) {
                removed += self.drop_unbegun(key).await?;
            }
        }
        let at = self.0.at.into();
        let new: Vec<review_assignments::Model> = wanted
            .difference(&kept)
            .map(|(submission, account)| review_assignments::Model {
                submission_id: *submission,
                account_id: *account,
                origin: word(&AssignmentOrigin::Calculated),
                reason: None,
                at,
            })
            .collect();
        let added = new.len();
        insert::all::<review_assignments::Entity>(&self.0.tx, new).await?;
        let details = json!({ "added": added, "removed": removed });
        self.note_call(call, Act::AssignReview, &details).await?;
        Ok(Reassigned { added, removed })
    }

    /// Gives a submission to a member by hand, and why.
    ///
    /// # Errors
    ///
    /// [`StoreError::Conflict`] if there is no such submission or account; [`StoreError::Driver`].
    #[tracing::instrument(name = "store.reviews.assign_by_hand", skip_all, fields(submission.code = %of.code))]
    pub async fn assign_by_hand(
        &mut self,
        of: &Submission,
        account: AccountId,
        reason: &str,
    ) -> Result<(), StoreError> {
        use review_assignments::Column;
        let row = review_assignments::ActiveModel {
            submission_id: ActiveValue::Set(of.id.0),
            account_id: ActiveValue::Set(account.0),
            origin: ActiveValue::Set(word(&AssignmentOrigin::ByHand)),
            reason: ActiveValue::Set(Some(reason.to_owned())),
            at: ActiveValue::Set(self.0.at.into()),
        };
        let again = OnConflict::columns([Column::SubmissionId, Column::AccountId])
            .update_columns([Column::Origin, Column::Reason])
            .to_owned();
        review_assignments::Entity::insert(row)
            .on_conflict(again)
            .exec_without_returning(&self.0.tx)
            .await?;
        let details = json!({ "assigned": account.to_string(), "reason": reason });
        self.note(of, Act::AssignReview, &details).await
    }

    /// Takes a submission from a member by hand, and why; whether it was theirs and not begun. What is
    /// begun stays theirs.
    ///
    /// # Errors
    ///
    /// [`StoreError::Driver`].
    #[tracing::instrument(name = "store.reviews.unassign", skip_all, fields(submission.code = %of.code))]
    pub async fn unassign(
        &mut self,
        of: &Submission,
        account: AccountId,
        reason: &str,
    ) -> Result<bool, StoreError> {
        if self.drop_unbegun((of.id.0, account.0)).await? == 0 {
            return Ok(false);
        }
        let details = json!({ "unassigned": account.to_string(), "reason": reason });
        self.note(of, Act::AssignReview, &details).await?;
        Ok(true)
    }

    async fn drop_unbegun(
        &mut self,
        (submission, account): (uuid::Uuid, uuid::Uuid),
    ) -> Result<u64, StoreError> {
        use review_assignments::Column;
        let begun = Query::select()
            .column(reviews::Column::SubmissionId)
            .from(reviews::Entity)
            .and_where(reviews::Column::AccountId.eq(account))
            .to_owned();
        let gone = review_assignments::Entity::delete_many()
            .filter(Column::SubmissionId.eq(submission))
            .filter(Column::AccountId.eq(account))
            .filter(Column::SubmissionId.not_in_subquery(begun))
            .exec(&self.0.tx)
            .await?;
        Ok(gone.rows_affected)
    }
}

fn read(row: review_assignments::Model) -> Result<Assigned, StoreError> {
    let of = Row::new("review_assignments", row.submission_id);
    Ok(Assigned {
        submission: SubmissionId(row.submission_id),
        account: AccountId(row.account_id),
        origin: of.word("origin", &row.origin)?,
        reason: row.reason,
    })
}
