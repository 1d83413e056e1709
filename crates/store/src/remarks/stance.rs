//! How people stand to remarks: one stance each, changed as often as they like. The history has no entry
//! of it: how often somebody changed their mind is nobody's business.

use std::collections::BTreeSet;

use sea_orm::sea_query::OnConflict;
use sea_orm::{ActiveValue, ColumnTrait, EntityTrait, QueryFilter, QuerySelect};
use uuid::Uuid;
use wiec_model::AccountId;
use wiec_model::register::{Proposal, RemarkId, Stance};

use super::receive::RemarkWriter;
use crate::bell::Topic;
use crate::column::word;
use crate::error::StoreError;
use crate::tables::{remarks, stances};

/// Stances in one statement.
const ROWS: usize = 100;

impl RemarkWriter<'_> {
    /// Says how an account stands to a public remark; whether there is such a remark.
    ///
    /// # Errors
    ///
    /// [`StoreError::Driver`].
    #[tracing::instrument(name = "store.remarks.stand", skip_all, fields(proposal.slug = %proposal.slug))]
    pub async fn stand(
        &mut self,
        proposal: &Proposal,
        remark: RemarkId,
        account: AccountId,
        stance: Stance,
    ) -> Result<bool, StoreError> {
        if !self.forget_stance(proposal, remark, account).await? {
            return Ok(false);
        }
        let row = stances::ActiveModel {
            remark_id: ActiveValue::Set(remark.0),
            account_id: ActiveValue::Set(account.0),
            stance: ActiveValue::Set(word(&stance)),
            at: ActiveValue::Set(self.0.at.into()),
        };
        stances::Entity::insert(row)
            .exec_without_returning(&self.0.tx)
            .await?;
        Ok(true)
    }

    /// Says how many accounts stand to public remarks, in few statements: for what comes in at once, as a
    /// sample does. A stance that is there already stays.
    ///
    /// # Errors
    ///
    /// [`StoreError::Stale`] if there is no such proposal; [`StoreError::Driver`].
    #[tracing::instrument(name = "store.remarks.stand_all", skip_all, fields(proposal.slug = %proposal.slug))]
    pub async fn stand_all(
        &mut self,
        proposal: &Proposal,
        votes: &[(RemarkId, AccountId, Stance)],
    ) -> Result<(), StoreError> {
        self.0.register().lock(proposal.id).await?;
        let public: BTreeSet<Uuid> = remarks::Entity::find()
            .select_only()
            .column(remarks::Column::Id)
            .filter(remarks::Column::ProposalId.eq(proposal.id.0))
            .filter(remarks::Column::State.eq("published"))
            .into_tuple()
            .all(&self.0.tx)
            .await?
            .into_iter()
            .collect();
        let votes = votes
            .iter()
            .filter(|(remark, ..)| public.contains(&remark.0));
        let rows: Vec<_> = votes
            .map(|(remark, account, stance)| stances::ActiveModel {
                remark_id: ActiveValue::Set(remark.0),
                account_id: ActiveValue::Set(account.0),
                stance: ActiveValue::Set(word(stance)),
                at: ActiveValue::Set(self.0.at.into()),
            })
            .collect();
        let key = [stances::Column::RemarkId, stances::Column::AccountId];
        for some in rows.chunks(ROWS) {
            stances::Entity::insert_many(some.to_vec())
                .on_conflict(OnConflict::columns(key).do_nothing().to_owned())
                .exec_without_returning(&self.0.tx)
                .await?;
        }
        self.0.touch(Topic::Register);
        Ok(())
    }

    /// Takes back what an account said; whether there is such a remark.
    ///
    /// # Errors
    ///
    /// [`StoreError::Driver`].
    #[tracing::instrument(name = "store.remarks.step_back", skip_all, fields(proposal.slug = %proposal.slug))]
    pub async fn step_back(
        &mut self,
        proposal: &Proposal,
        remark: RemarkId,
        account: AccountId,
    ) -> Result<bool, StoreError> {
        self.forget_stance(proposal, remark, account).await
    }

    async fn forget_stance(
        &mut self,
        proposal: &Proposal,
        remark: RemarkId,
        account: AccountId,
    ) -> Result<bool, StoreError> {
        // Two clicks at once must not meet at one key.
        self.0.register().lock(proposal.id).await?;
        let found = self.get(proposal.id, remark).await?;
        if found.is_none_or(|remark| !remark.is_public()) {
            return Ok(false);
        }
        stances::Entity::delete_by_id((remark.0, account.0))
            .exec(&self.0.tx)
            .await?;
        self.0.touch(Topic::Register);
        Ok(true)
    }
}
