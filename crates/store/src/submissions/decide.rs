//! Deciding: first as pending, which nobody outside the office hears of, then applied to all at once.

use sea_orm::sea_query::Expr;
use sea_orm::{ActiveValue, ColumnTrait, EntityTrait, QueryFilter, QuerySelect};
use serde_json::json;
use wiec_model::AccountId;
use wiec_model::calls::{
    Call, Decision, MayDecide, Pending, Redaction, Step, Submission, SubmissionId, confirm_by,
};

use super::SubmissionWriter;
use crate::column::{json as written, json_opt};
use crate::error::StoreError;
use crate::history::Act;
use crate::tables::submissions;

/// Why a decision was not made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// It is the decider's own.
    Own,
    /// Its state does not lead there: it is a draft, withdrawn, or confirmed.
    State,
}

/// A decision that was applied.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Applied {
    /// What was decided.
    pub decision: Decision,
    /// The submission as it is now.
    pub submission: Submission,
}

impl SubmissionWriter<'_> {
    /// Notes what somebody decided on a submission; what was pending before is replaced, with whoever
    /// agreed to it. How they may decide, [`wiec_model::calls::may_decide`] says.
    ///
    /// # Errors
    ///
    /// [`StoreError::Stale`] if there is no such submission; [`StoreError::Driver`].
    #[tracing::instrument(name = "store.submissions.decide", skip_all, fields(call.slug = %call.slug))]
    pub async fn decide(
        &mut self,
        call: &Call,
        submission: SubmissionId,
        decision: Decision,
        reason: Option<String>,
        (by, may): (AccountId, MayDecide),
    ) -> Result<Result<Submission, Refused>, StoreError> {
        let known = self.locked(call, submission).await?;
        if may == MayDecide::NotAtAll {
            return Ok(Err(Refused::Own));
        }
        if known
            .state
            .after(self.step_of(call, decision, 1), self.0.at)
            .is_err()
        {
            return Ok(Err(Refused::State));
        }
        let pending = Pending {
            decision,
            reason,
            by,
            may,
            seconded_by: None,
            at: self.0.at,
        };
        self.put_pending(submission, Some(&pending)).await?;
        let details = json!({
            "decision": {
                "from": known.pending.as_ref().map(|before| before.decision),
                "to": decision,
            }
        });
        let act = Act::DecideSubmission;
        self.note(&call.congress, &known.code, act, &details)
            .await?;
        Ok(Ok(Submission {
            pending: Some(pending),
            ..known
        }))
    }

    /// Notes that somebody who has no interest in it agrees with a pending decision; whether there was one
    /// to agree with that is not theirs.
    ///
    /// # Errors
    ///
    /// As [`SubmissionWriter::decide`].
    #[tracing::instrument(name = "store.submissions.second", skip_all, fields(call.slug = %call.slug))]
    pub async fn second(
        &mut self,
        call: &Call,
        submission: SubmissionId,
        decision: Decision,
        (by, may): (AccountId, MayDecide),
    ) -> Result<bool, StoreError> {
        let known = self.locked(call, submission).await?;
        let Some(mut pending) = known.pending else {
            return Ok(false);
        };
        if pending.by == by || may != MayDecide::Alone || pending.decision != decision {
            return Ok(false);
        }
        pending.seconded_by = Some(by);
        self.put_pending(submission, Some(&pending)).await?;
        let details = json!({ "seconded": decision });
        let act = Act::DecideSubmission;
        self.note(&call.congress, &known.code, act, &details)
            .await?;
        Ok(true)
    }

    /// Takes a pending decision back.
    ///
    /// # Errors
    ///
    /// As [`SubmissionWriter::decide`].
    #[tracing::instrument(name = "store.submissions.undecide", skip_all, fields(call.slug = %call.slug))]
    pub async fn undecide(
        &mut self,
        call: &Call,
        submission: SubmissionId,
    ) -> Result<(), StoreError> {
        let known = self.locked(call, submission).await?;
        let Some(pending) = known.pending else {
            return Ok(());
        };
        self.put_pending(submission, None).await?;
        let details = json!({ "decision": { "from": pending.decision, "to": null } });
        let act = Act::DecideSubmission;
        self.note(&call.congress, &known.code, act, &details).await
    }

    /// Applies the pending decisions on these submissions, all or none. What is put in reserve goes to its
    /// end, in the order in which it is named here. Left alone are those on which nothing is pending, those
    /// that wait for a second person, and those whose state no longer leads there.
    ///
    /// # Errors
    ///
    /// [`StoreError::Stale`] if there is no such submission; [`StoreError::Driver`].
    #[tracing::instrument(name = "store.submissions.apply", skip_all, fields(call.slug = %call.slug))]
    pub async fn apply(
        &mut self,
        call: &Call,
        of: &[SubmissionId],
    ) -> Result<Vec<Applied>, StoreError> {
        self.0.calls().lock(call.id, 0).await?;
        let mut rank = self.last_rank(call).await?;
        let mut applied = Vec::new();
        for submission in of {
            let known = self.get(call, *submission).await?;
            let ready = known.pending.clone().filter(Pending::is_ready);
            let Some(pending) = ready else { continue };
            let step = self.step_of(call, pending.decision, rank + 1);
            let Ok(state) = known.state.after(step, self.0.at) else {
                continue;
            };
            if pending.decision == Decision::Reserve {
                rank += 1;
            }
            self.put_reason(*submission, pending.reason.clone()).await?;
            let known = Submission {
                pending: None,
                reason: pending.reason,
                ..known
            };
            applied.push(Applied {
                decision: pending.decision,
                submission: self.step(call, known, state).await?,
            });
        }
        Ok(applied)
    }

    /// Puts the reserve of a call into this order; those that are not named come after, as they were.
    ///
    /// # Errors
    ///
    /// [`StoreError::Stale`] if there is no such call; [`StoreError::Driver`].
    #[tracing::instrument(name = "store.submissions.order_reserve", skip_all, fields(call.slug = %call.slug))]
    pub async fn order_reserve(
        &mut self,
        call: &Call,
        order: &[SubmissionId],
    ) -> Result<(), StoreError> {
        use submissions::Column;
        self.0.calls().lock(call.id, 0).await?;
        let mut known = self.reserve(call).await?;
        known.sort_by_key(|(id, rank)| {
            let wanted = order.iter().position(|it| it == id);
            (wanted.unwrap_or(usize::MAX), *rank)
        });
        for ((submission, before), rank) in known.into_iter().zip(1i64..) {
            if before == Some(rank) {
                continue;
            }
            submissions::Entity::update_many()
                .col_expr(Column::Rank, Expr::value(rank))
                .filter(Column::Id.eq(submission.0))
                .exec(&self.0.tx)
                .await?;
        }
        let details = json!({ "reserve": order.len() });
        self.0
            .calls()
            .note(call, Act::DecideSubmission, &details)
            .await
    }

    /// Marks what blind members do not see of a submission.
    ///
    /// # Errors
    ///
    /// [`StoreError::Stale`] if there is no such submission; [`StoreError::Driver`].
    #[tracing::instrument(name = "store.submissions.redact", skip_all, fields(call.slug = %call.slug))]
    pub async fn redact(
        &mut self,
        call: &Call,
        submission: SubmissionId,
        redactions: &[Redaction],
    ) -> Result<(), StoreError> {
        let known = self.locked(call, submission).await?;
        let column = submissions::Column::Redactions;
        submissions::Entity::update_many()
            .col_expr(column, Expr::value(written(&redactions)))
            .filter(submissions::Column::Id.eq(submission.0))
            .exec(&self.0.tx)
            .await?;
        let (from, to) = (known.redactions.len(), redactions.len());
        let details = json!({ "redactions": { "from": from, "to": to } });
        let act = Act::ChangeSubmission;
        self.note(&call.congress, &known.code, act, &details).await
    }

    pub(super) async fn put_pending(
        &mut self,
        submission: SubmissionId,
        pending: Option<&Pending>,
    ) -> Result<(), StoreError> {
        let column = submissions::Column::Pending;
        submissions::Entity::update_many()
            .col_expr(column, Expr::value(json_opt(pending)))
            .filter(submissions::Column::Id.eq(submission.0))
            .exec(&self.0.tx)
            .await?;
        Ok(())
    }

    async fn put_reason(
        &mut self,
        submission: SubmissionId,
        reason: Option<String>,
    ) -> Result<(), StoreError> {
        let row = submissions::ActiveModel {
            pending: ActiveValue::Set(None),
            reason: ActiveValue::Set(reason),
            ..Default::default()
        };
        submissions::Entity::update_many()
            .set(row)
            .filter(submissions::Column::Id.eq(submission.0))
            .exec(&self.0.tx)
            .await?;
        Ok(())
    }

    fn step_of(&self, call: &Call, decision: Decision, rank: u32) -> Step {
        match decision {
            Decision::Accept => Step::Accept {
                confirm_by: confirm_by(&call.setup.confirmation, self.0.at),
            },
            Decision::Reserve => Step::Reserve { rank },
            Decision::Reject => Step::Reject,
        }
    }

    async fn last_rank(&mut self, call: &Call) -> Result<u32, StoreError> {
        let ranks = self.reserve(call).await?;
        let last = ranks.iter().filter_map(|(_, rank)| *rank).max();
        Ok(last.and_then(|rank| u32::try_from(rank).ok()).unwrap_or(0))
    }

    async fn reserve(
        &mut self,
        call: &Call,
    ) -> Result<Vec<(SubmissionId, Option<i64>)>, StoreError> {
        use submissions::Column;
        let rows: Vec<(uuid::Uuid, Option<i64>)> = submissions::Entity::find()
            .select_only()
            .columns([Column::Id, Column::Rank])
            .filter(Column::CallId.eq(call.id.0))
            .filter(Column::State.eq("reserve"))
            .into_tuple()
            .all(&self.0.tx)
            .await?;
        Ok(rows
            .into_iter()
            .map(|(id, rank)| (SubmissionId(id), rank))
            .collect())
    }
}
