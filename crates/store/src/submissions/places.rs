//! Where what was chosen stands in the programme. The programme itself is edited as a draft, in the same
//! transaction; here is kept which of its talks is whose.

use sea_orm::sea_query::OnConflict;
use sea_orm::{ActiveValue, ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use serde_json::json;
use wiec_model::calls::{Call, Submission, SubmissionId};
use wiec_model::{SessionCode, Slug};

use super::{SubmissionWriter, Submissions};
use crate::column::{Row, position};
use crate::error::StoreError;
use crate::history::Act;
use crate::id;
use crate::tables::submission_places;

/// Where a submission stands in the draft of the programme.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SubmissionPlace {
    /// Which submission.
    pub submission: SubmissionId,
    /// In which session.
    pub session: SessionCode,
    /// At which place of its running order, counted from 0.
    pub position: u32,
}

impl Submissions<'_> {
    /// Where the submissions of a congress stand, by session and running order.
    ///
    /// # Errors
    ///
    /// [`StoreError::Driver`], or [`StoreError::Inconsistent`] if one cannot be read.
    #[tracing::instrument(name = "store.submissions.places", skip_all)]
    pub async fn places(&self, congress: &Slug) -> Result<Vec<SubmissionPlace>, StoreError> {
        use submission_places::Column;
        let rows = submission_places::Entity::find()
            .filter(Column::CongressId.eq(id::congress(congress)))
            .order_by_asc(Column::Session)
            .order_by_asc(Column::Position)
            .order_by_asc(Column::SubmissionId)
            .all(self.0.reader())
            .await?;
        rows.into_iter().map(read).collect()
    }
}

impl SubmissionWriter<'_> {
    /// Where the submissions of a congress stand, as it is within the transaction: nothing is put into the
    /// programme twice. As long as the call is locked, nobody else puts anything of it there.
    ///
    /// # Errors
    ///
    /// As [`Submissions::places`], and [`StoreError::Stale`] if there is no such call.
    #[tracing::instrument(name = "store.submissions.placed", skip_all, fields(call.slug = %call.slug))]
    pub async fn placed(&mut self, call: &Call) -> Result<Vec<SubmissionPlace>, StoreError> {
        use submission_places::Column;
        self.0.calls().lock(call.id, 0).await?;
        let rows = submission_places::Entity::find()
            .filter(Column::CongressId.eq(id::congress(&call.congress)))
            .order_by_asc(Column::Session)
            .order_by_asc(Column::Position)
            .order_by_asc(Column::SubmissionId)
            .all(&self.0.tx)
            .await?;
        rows.into_iter().map(read).collect()
    }

    /// Notes that a submission stands in a session, at a place of its running order counted from 0.
    ///
    /// # Errors
    ///
    /// [`StoreError::Conflict`] if there is no such submission; [`StoreError::Driver`].
    #[tracing::instrument(name = "store.submissions.place", skip_all, fields(call.slug = %call.slug))]
    pub async fn place(
        &mut self,
        call: &Call,
        submission: &Submission,
        session: &SessionCode,
        at: usize,
    ) -> Result<(), StoreError> {
        use submission_places::Column;
        let row = submission_places::ActiveModel {
            submission_id: ActiveValue::Set(submission.id.0),
            congress_id: ActiveValue::Set(id::congress(&call.congress)),
            session: ActiveValue::Set(session.to_string()),
            position: ActiveValue::Set(position(at)),
            at: ActiveValue::Set(self.0.at.into()),
        };
        let known = OnConflict::column(Column::SubmissionId)
            .update_columns([Column::Session, Column::Position, Column::At])
            .to_owned();
        submission_places::Entity::insert(row)
            .on_conflict(known)
            .exec_without_returning(&self.0.tx)
            .await?;
        let details = json!({ "session": session, "position": at + 1 });
        let act = Act::ChangeSubmission;
        self.note(&call.congress, &submission.code, act, &details)
            .await
    }

    /// Notes that a submission stands nowhere in the programme any more; whether it did.
    ///
    /// # Errors
    ///
    /// [`StoreError::Driver`].
    #[tracing::instrument(name = "store.submissions.displace", skip_all, fields(call.slug = %call.slug))]
    pub async fn displace(
        &mut self,
        call: &Call,
        submission: &Submission,
    ) -> Result<bool, StoreError> {
        let done = submission_places::Entity::delete_by_id(submission.id.0)
            .exec(&self.0.tx)
            .await?;
        if done.rows_affected == 0 {
            return Ok(false);
        }
        let details = json!({ "session": null });
        let act = Act::ChangeSubmission;
        self.note(&call.congress, &submission.code, act, &details)
            .await?;
        Ok(true)
    }
}

fn read(row: submission_places::Model) -> Result<SubmissionPlace, StoreError> {
    let of = Row::new("submission_places", row.submission_id);
    Ok(SubmissionPlace {
        submission: SubmissionId(row.submission_id),
        session: of.parse("session", &row.session)?,
        position: of.number("position", row.position)?,
    })
}
