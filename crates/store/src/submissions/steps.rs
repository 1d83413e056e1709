//! What authors do with what was decided: confirm, decline, withdraw. Whoever falls out makes room for the
//! next of the reserve, in the same transaction.

use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use serde_json::json;
use wiec_model::calls::{Call, State, Step, Submission, SubmissionId, confirm_by};

use super::SubmissionWriter;
use crate::column::Micros;
use crate::error::StoreError;
use crate::history::Act;
use crate::tables::submissions;

/// What came of a step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Taken {
    /// It is taken.
    Now(Submission),
    /// It does not lead on from where the submission is.
    Not(Submission),
}

/// What came of leaving.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Left {
    /// It is out, and this one moved up in its place, if there was one in reserve.
    Now(Submission, Option<Box<Submission>>),
    /// The step does not lead on from where the submission is.
    Not(Submission),
}

impl SubmissionWriter<'_> {
    /// Its authors say that they come. Late is not too late, as long as nobody has moved up.
    ///
    /// # Errors
    ///
    /// [`StoreError::Stale`] if there is no such submission; [`StoreError::Driver`].
    #[tracing::instrument(name = "store.submissions.confirm", skip_all, fields(call.slug = %call.slug))]
    pub async fn confirm(
        &mut self,
        call: &Call,
        submission: SubmissionId,
    ) -> Result<Taken, StoreError> {
        let known = self.locked(call, submission).await?;
        let Ok(state) = known.state.after(Step::Confirm, self.0.at) else {
            return Ok(Taken::Not(known));
        };
        let now = self.step(call, known, state).await?;
        Ok(Taken::Now(now))
    }

    /// Its authors say that they do not come.
    ///
    /// # Errors
    ///
    /// As [`SubmissionWriter::confirm`].
    #[tracing::instrument(name = "store.submissions.decline", skip_all, fields(call.slug = %call.slug))]
    pub async fn decline(
        &mut self,
        call: &Call,
        submission: SubmissionId,
    ) -> Result<Left, StoreError> {
        self.leave(call, submission, Step::Decline).await
    }

    /// Its authors take it back.
    ///
    /// # Errors
    ///
    /// As [`SubmissionWriter::confirm`].
    #[tracing::instrument(name = "store.submissions.withdraw", skip_all, fields(call.slug = %call.slug))]
    pub async fn withdraw(
        &mut self,
        call: &Call,
        submission: SubmissionId,
    ) -> Result<Left, StoreError> {
        self.leave(call, submission, Step::Withdraw).await
    }

    /// Declines all those of a call whose authors did not say in time that they come, and moves up as many
    /// of the reserve.
    ///
    /// # Errors
    ///
    /// [`StoreError::Stale`] if there is no such call; [`StoreError::Driver`].
    #[tracing::instrument(name = "store.submissions.expire", skip_all, fields(call.slug = %call.slug))]
    pub async fn expire(&mut self, call: &Call) -> Result<Vec<Left>, StoreError> {
        self.0.calls().lock(call.id, 0).await?;
        let late = submissions::Entity::find()
            .filter(submissions::Column::CallId.eq(call.id.0))
            .filter(submissions::Column::State.eq("accepted"))
            .filter(submissions::Column::ConfirmBy.lt(Micros::from(self.0.at)))
            .order_by_asc(submissions::Column::ConfirmBy)
            .order_by_asc(submissions::Column::Id)
            .all(&self.0.tx)
            .await?;
        let mut left = Vec::new();
        for row in late {
            left.push(self.decline(call, SubmissionId(row.id)).await?);
        }
        Ok(left)
    }

    async fn leave(
        &mut self,
        call: &Call,
        submission: SubmissionId,
        step: Step,
    ) -> Result<Left, StoreError> {
        let known = self.locked(call, submission).await?;
        let Ok(state) = known.state.after(step, self.0.at) else {
            return Ok(Left::Not(known));
        };
        let made_room = known.state.is_chosen();
        let now = self.step(call, known, state).await?;
        let moved = if made_room {
            self.move_up(call).await?.map(Box::new)
        } else {
            None
        };
        Ok(Left::Now(now, moved))
    }

    /// Accepts the first of the reserve.
    async fn move_up(&mut self, call: &Call) -> Result<Option<Submission>, StoreError> {
        let next = submissions::Entity::find()
            .filter(submissions::Column::CallId.eq(call.id.0))
            .filter(submissions::Column::State.eq("reserve"))
            .order_by_asc(submissions::Column::Rank)
            .order_by_asc(submissions::Column::Id)
            .one(&self.0.tx)
            .await?;
        let Some(next) = next else {
            return Ok(None);
        };
        let next = self.get(call, SubmissionId(next.id)).await?;
        let confirm_by = confirm_by(&call.setup.confirmation, self.0.at);
        let Ok(state) = next.state.after(Step::Accept { confirm_by }, self.0.at) else {
            return Ok(None);
        };
        // A decision that was pending was made about a place in reserve.
        self.put_pending(next.id, None).await?;
        let next = Submission {
            pending: None,
            ..next
        };
        Ok(Some(self.step(call, next, state).await?))
    }

    pub(super) async fn step(
        &mut self,
        call: &Call,
        before: Submission,
        state: State,
    ) -> Result<Submission, StoreError> {
        self.put_state(before.id, &state).await?;
        let details = json!({ "state": { "from": before.state.word(), "to": state.word() } });
        let act = Act::StepSubmission;
        self.note(&call.congress, &before.code, act, &details)
            .await?;
        Ok(Submission { state, ..before })
    }
}
