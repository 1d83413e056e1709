//! Moderating remarks: publishing, taking down, taking back, and saying that some say the same.

use sea_orm::{ActiveValue, ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use serde_json::json;
use wiec_model::AccountId;
use wiec_model::register::{Proposal, Remark, RemarkId, RemarkState, RemovalReason};

use super::read;
use super::receive::RemarkWriter;
use crate::error::StoreError;
use crate::history::Act;
use crate::tables::remarks;

impl RemarkWriter<'_> {
    /// Makes remarks public, as far as they wait or were taken down; gives those that were.
    ///
    /// # Errors
    ///
    /// [`StoreError::Stale`] if there is no such proposal; [`StoreError::Driver`].
    #[tracing::instrument(name = "store.remarks.publish", skip_all, fields(proposal.slug = %proposal.slug))]
    pub async fn publish(
        &mut self,
        proposal: &Proposal,
        chosen: &[RemarkId],
    ) -> Result<Vec<Remark>, StoreError> {
        let state = RemarkState::Published { at: self.0.at };
        self.step(proposal, chosen, &state, RemarkState::can_be_published)
            .await
    }

    /// Takes remarks down, as far as they wait or are public; gives those that were.
    ///
    /// # Errors
    ///
    /// As [`RemarkWriter::publish`].
    #[tracing::instrument(name = "store.remarks.remove", skip_all, fields(proposal.slug = %proposal.slug))]
    pub async fn remove(
        &mut self,
        proposal: &Proposal,
        chosen: &[RemarkId],
        reason: RemovalReason,
        words: Option<&str>,
    ) -> Result<Vec<Remark>, StoreError> {
        let state = RemarkState::Removed {
            at: self.0.at,
            reason,
            words: words.map(str::to_owned),
        };
        self.step(proposal, chosen, &state, RemarkState::can_be_removed)
            .await
    }

    /// Takes back a remark of an account; whether there was one to take back.
    ///
    /// # Errors
    ///
    /// As [`RemarkWriter::publish`].
    #[tracing::instrument(name = "store.remarks.withdraw", skip_all, fields(proposal.slug = %proposal.slug))]
    pub async fn withdraw(
        &mut self,
        proposal: &Proposal,
        remark: RemarkId,
        account: AccountId,
    ) -> Result<bool, StoreError> {
        self.0.register().lock(proposal.id).await?;
        let theirs = self.get(proposal.id, remark).await?;
        if theirs.is_none_or(|remark| remark.account != Some(account)) {
            return Ok(false);
        }
        let state = RemarkState::Withdrawn { at: self.0.at };
        let done = self
            .step(proposal, &[remark], &state, RemarkState::can_be_withdrawn)
            .await?;
        Ok(!done.is_empty())
    }

    /// Says that remarks say the same as another one, which stands for all; their authors stay, and so
    /// do their words. A chain is never made: who stands for another stands for itself. What that one was
    /// answered is their answer too; gives those that were not answered before and are now.
    ///
    /// # Errors
    ///
    /// As [`RemarkWriter::publish`].
    #[tracing::instrument(name = "store.remarks.join", skip_all, fields(proposal.slug = %proposal.slug))]
    pub async fn join(
        &mut self,
        proposal: &Proposal,
        chosen: &[RemarkId],
        into: RemarkId,
    ) -> Result<Vec<Remark>, StoreError> {
        self.0.register().lock(proposal.id).await?;
        let Some(main) = self.standing_for(proposal, into).await? else {
            return Ok(Vec::new());
        };
        let into = main.id;
        let joined: Vec<RemarkId> = chosen.iter().copied().filter(|one| *one != into).collect();
        self.point(proposal, &joined, Some(into)).await?;
        let ids: Vec<_> = joined.iter().map(|one| one.0).collect();
        // Those that the joined ones stood for go with them.
        remarks::Entity::update_many()
            .set(remarks::ActiveModel {
                same_as: ActiveValue::Set(Some(into.0)),
                ..Default::default()
            })
            .filter(remarks::Column::ProposalId.eq(proposal.id.0))
            .filter(remarks::Column::SameAs.is_in(ids))
            .exec(&self.0.tx)
            .await?;
        match main.answer {
            Some(answer) => self.inherit(proposal, into, answer).await,
            None => Ok(Vec::new()),
        }
    }

    /// The remark itself, or the one that stands for it.
    async fn standing_for(
        &mut self,
        proposal: &Proposal,
        remark: RemarkId,
    ) -> Result<Option<Remark>, StoreError> {
        let found = self.get(proposal.id, remark).await?;
        match found.as_ref().and_then(|found| found.same_as) {
            Some(other) => self.get(proposal.id, other).await,
            None => Ok(found),
        }
    }

    /// Says that a remark stands for itself again.
    ///
    /// # Errors
    ///
    /// As [`RemarkWriter::publish`].
    #[tracing::instrument(name = "store.remarks.part", skip_all, fields(proposal.slug = %proposal.slug))]
    pub async fn part(&mut self, proposal: &Proposal, remark: RemarkId) -> Result<(), StoreError> {
        self.0.register().lock(proposal.id).await?;
        self.point(proposal, &[remark], None).await
    }

    async fn point(
        &mut self,
        proposal: &Proposal,
        chosen: &[RemarkId],
        to: Option<RemarkId>,
    ) -> Result<(), StoreError> {
        for one in self.chosen(proposal, chosen).await? {
            let Some(number) = one.number.filter(|_| one.same_as != to) else {
                continue;
            };
            remarks::Entity::update_many()
                .set(remarks::ActiveModel {
                    same_as: ActiveValue::Set(to.map(|remark| remark.0)),
                    ..Default::default()
                })
                .filter(remarks::Column::Id.eq(one.id.0))
                .exec(&self.0.tx)
                .await?;
            let details = json!({ "same_as": { "from": one.same_as, "to": to } });
            self.note(proposal, number.into(), Act::ModerateRemark, &details)
                .await?;
        }
        Ok(())
    }

    /// Takes remarks a step on, those from whose state it leads.
    async fn step(
        &mut self,
        proposal: &Proposal,
        chosen: &[RemarkId],
        to: &RemarkState,
        leads: impl Fn(&RemarkState) -> bool,
    ) -> Result<Vec<Remark>, StoreError> {
        self.0.register().lock(proposal.id).await?;
        let before = self.chosen(proposal, chosen).await?;
        let mut after = Vec::new();
        for one in before.into_iter().filter(|one| leads(&one.state)) {
            let (removal, words) = match to {
                RemarkState::Removed { reason, words, .. } => {
                    (Some(reason.key().to_owned()), words.clone())
                }
                _ => (None, None),
            };
            let row = remarks::ActiveModel {
                state: ActiveValue::Set(to.word().to_owned()),
                state_at: ActiveValue::Set(self.0.at.into()),
                removal: ActiveValue::Set(removal.clone()),
                removal_words: ActiveValue::Set(words),
                ..Default::default()
            };
            remarks::Entity::update_many()
                .set(row)
                .filter(remarks::Column::Id.eq(one.id.0))
                .exec(&self.0.tx)
                .await?;
            if let Some(number) = one.number {
                let details = json!({
                    "state": { "from": one.state.word(), "to": to.word() },
                    "reason": removal,
                });
                self.note(proposal, number.into(), Act::ModerateRemark, &details)
                    .await?;
            }
            after.push(Remark {
                state: to.clone(),
                ..one
            });
        }
        Ok(after)
    }

    /// Remarks of a proposal by their keys, in the order of their numbers.
    pub(super) async fn chosen(
        &mut self,
        proposal: &Proposal,
        chosen: &[RemarkId],
    ) -> Result<Vec<Remark>, StoreError> {
        let rows = remarks::Entity::find()
            .filter(remarks::Column::ProposalId.eq(proposal.id.0))
            .filter(remarks::Column::Id.is_in(chosen.iter().map(|remark| remark.0)))
            .order_by_asc(remarks::Column::Number)
            .all(&self.0.tx)
            .await?;
        rows.into_iter().map(read).collect()
    }
}
