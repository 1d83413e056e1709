//! Answering remarks: one answer to all that say the same.

use std::collections::BTreeMap;

use sea_orm::{ActiveValue, ColumnTrait, EntityTrait, QueryFilter};
use serde_json::json;
use wiec_model::AccountId;
use wiec_model::register::{Answer, AnswerId, Proposal, Remark, RemarkId};
use wiec_text::Amendment;

use super::receive::RemarkWriter;
use crate::column::{json_opt, word};
use crate::error::StoreError;
use crate::history::{Act, Actor};
use crate::tables::{answers, remarks};

impl RemarkWriter<'_> {
    /// Gives an answer to remarks, and to those for which they stand; gives all that are answered by it.
    /// Of an amendment `accepted` may say what of it is taken. An answer sent again is the one there is;
    /// an earlier answer stays in the database and in the history, and counts no more.
    ///
    /// # Errors
    ///
    /// [`StoreError::Stale`] if there is no such proposal; [`StoreError::Driver`].
    #[tracing::instrument(name = "store.remarks.answer", skip_all, fields(proposal.slug = %proposal.slug))]
    pub async fn answer(
        &mut self,
        proposal: &Proposal,
        chosen: &[RemarkId],
        answer: &Answer,
        accepted: &BTreeMap<RemarkId, Amendment>,
    ) -> Result<Vec<Remark>, StoreError> {
        self.0.register().lock(proposal.id).await?;
        let known = answers::Entity::find_by_id(answer.id.0)
            .one(&self.0.tx)
            .await?;
        if known.is_some() {
            return Ok(Vec::new());
        }
        self.insert_answer(proposal, answer).await?;
        let mut all = self.chosen(proposal, chosen).await?;
        all.extend(self.stood_for(proposal, chosen).await?);
        all.retain(|one| one.number.is_some());
        let mut answered = Vec::with_capacity(all.len());
        for one in all {
            let taken = accepted.get(&one.id);
            self.set_answer(one.id, answer.id, taken).await?;
            let number = one.number.unwrap_or_default();
            let details = json!({
                "position": { "to": answer.position },
                "answer": { "from": one.answer, "to": answer.id },
            });
            self.note(proposal, number.into(), Act::AnswerRemark, &details)
                .await?;
            answered.push(Remark {
                answer: Some(answer.id),
                accepted: taken.cloned(),
                ..one
            });
        }
        Ok(answered)
    }

    /// Says who of the team sees to the answer of remarks; nobody, without an account.
    ///
    /// # Errors
    ///
    /// As [`RemarkWriter::answer`].
    #[tracing::instrument(name = "store.remarks.assign", skip_all, fields(proposal.slug = %proposal.slug))]
    pub async fn assign(
        &mut self,
        proposal: &Proposal,
        chosen: &[RemarkId],
        owner: Option<AccountId>,
    ) -> Result<(), StoreError> {
        self.0.register().lock(proposal.id).await?;
        for one in self.chosen(proposal, chosen).await? {
            let Some(number) = one.number.filter(|_| one.owner != owner) else {
                continue;
            };
            let row = remarks::ActiveModel {
                owner_id: ActiveValue::Set(owner.map(|owner| owner.0)),
                ..Default::default()
            };
            remarks::Entity::update_many()
                .set(row)
                .filter(remarks::Column::Id.eq(one.id.0))
                .exec(&self.0.tx)
                .await?;
            let details = json!({ "owner": { "from": one.owner, "to": owner } });
            self.note(proposal, number.into(), Act::AnswerRemark, &details)
                .await?;
        }
        Ok(())
    }

    /// Gives the answer of a remark to those for which it stands and that have none; gives these.
    pub(super) async fn inherit(
        &mut self,
        proposal: &Proposal,
        main: RemarkId,
        answer: AnswerId,
    ) -> Result<Vec<Remark>, StoreError> {
        let mut heirs = self.stood_for(proposal, &[main]).await?;
        heirs.retain(|one| one.answer.is_none() && one.number.is_some());
        for one in &mut heirs {
            self.set_answer(one.id, answer, None).await?;
            let number = one.number.unwrap_or_default();
            let details = json!({ "answer": { "from": null, "to": answer } });
            self.note(proposal, number.into(), Act::AnswerRemark, &details)
                .await?;
            one.answer = Some(answer);
        }
        Ok(heirs)
    }

    async fn insert_answer(
        &mut self,
        proposal: &Proposal,
        answer: &Answer,
    ) -> Result<(), StoreError> {
        let by = match self.0.actor {
            Actor::Account(account) => Some(account.0),
            Actor::Operator | Actor::Visitor | Actor::System => None,
        };
        let row = answers::ActiveModel {
            id: ActiveValue::Set(answer.id.0),
            proposal_id: ActiveValue::Set(proposal.id.0),
            position: ActiveValue::Set(word(&answer.position)),
            reasons: ActiveValue::Set(answer.reasons.clone()),
            lang: ActiveValue::Set(word(&answer.lang)),
            account_id: ActiveValue::Set(by),
            at: ActiveValue::Set(answer.at.into()),
        };
        answers::Entity::insert(row)
            .exec_without_returning(&self.0.tx)
            .await?;
        Ok(())
    }

    async fn set_answer(
        &mut self,
        remark: RemarkId,
        answer: AnswerId,
        taken: Option<&Amendment>,
    ) -> Result<(), StoreError> {
        let row = remarks::ActiveModel {
            answer_id: ActiveValue::Set(Some(answer.0)),
            accepted: ActiveValue::Set(json_opt(taken)),
            ..Default::default()
        };
        remarks::Entity::update_many()
            .set(row)
            .filter(remarks::Column::Id.eq(remark.0))
            .exec(&self.0.tx)
            .await?;
        Ok(())
    }

    /// The remarks for which others stand, but for those that are chosen themselves.
    async fn stood_for(
        &mut self,
        proposal: &Proposal,
        chosen: &[RemarkId],
    ) -> Result<Vec<Remark>, StoreError> {
        let rows = remarks::Entity::find()
            .filter(remarks::Column::ProposalId.eq(proposal.id.0))
            .filter(remarks::Column::SameAs.is_in(chosen.iter().map(|remark| remark.0)))
            .filter(remarks::Column::Id.is_not_in(chosen.iter().map(|remark| remark.0)))
            .all(&self.0.tx)
            .await?;
        rows.into_iter().map(super::read).collect()
    }
}
