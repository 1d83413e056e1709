//! Receiving a remark: once, and numbered when it is confirmed.

use jiff::Timestamp;
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{ActiveValue, ColumnTrait, EntityTrait, QueryFilter};
use serde_json::json;
use wiec_model::register::{
    Author, Channel, Clause, Moderation, Proposal, ProposalId, Remark, RemarkId, RemarkKind,
    RemarkState,
};
use wiec_model::{AccountId, Email, Lang};
use wiec_text::Amendment;

use super::read;
use crate::bell::Topic;
use crate::column::{Micros, json_opt, word};
use crate::error::StoreError;
use crate::history::{self, Act};
use crate::id;
use crate::tables::{register_proposals, remarks};
use crate::tx::Tx;

/// A remark that comes in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewRemark {
    /// The key it gets if it is the first of its kind.
    pub id: RemarkId,
    /// What the form carried, so that sending it twice is sending it once; of a row in a table its digest.
    pub key: String,
    /// The published version that it was made for.
    pub version: u32,
    /// What it is about.
    pub clause: Clause,
    /// What it is.
    pub kind: RemarkKind,
    /// What is said.
    pub body: String,
    /// Why.
    pub reasons: Option<String>,
    /// What the clause should say instead, as it was typed.
    pub wording: Option<String>,
    /// What that changes in the text; in amendments only.
    pub amendment: Option<Amendment>,
    /// What it replies to, or amends.
    pub reply_to: Option<RemarkId>,
    /// Who says it.
    pub author: Author,
    /// Whose account it is.
    pub account: Option<AccountId>,
    /// Where its author is reached, who has no account.
    pub email: Option<Email>,
    /// In which language.
    pub lang: Lang,
    /// How it came.
    pub channel: Channel,
    /// When it was received: now, or what stands on the paper.
    pub received_at: Timestamp,
}

impl NewRemark {
    /// Whether its author has to open a link in a letter first: it was typed by somebody unknown.
    #[must_use]
    pub const fn waits_for_its_author(&self) -> bool {
        matches!(self.channel, Channel::Page) && self.account.is_none()
    }
}

/// What came of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReceivedRemark {
    /// It is received.
    New(Remark),
    /// This very form was received before.
    Again(Remark),
}

/// What came of confirming a remark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ConfirmedRemark {
    /// It is confirmed, and public unless it has to be read first.
    Now(Remark),
    /// It was confirmed before.
    Before(Remark),
    /// There is none: it was not confirmed for too long.
    Gone,
}

/// Writes remarks.
#[derive(Debug)]
pub struct RemarkWriter<'a>(pub(crate) &'a mut Tx);

impl RemarkWriter<'_> {
    /// Receives a remark on a proposal. What came by the office is public at once.
    ///
    /// # Errors
    ///
    /// [`StoreError::Stale`] if there is no such proposal; [`StoreError::Driver`].
    #[tracing::instrument(name = "store.remarks.receive", skip_all, fields(proposal.slug = %proposal.slug))]
    pub async fn receive(
        &mut self,
        proposal: &Proposal,
        new: &NewRemark,
    ) -> Result<ReceivedRemark, StoreError> {
        self.0.register().lock(proposal.id).await?;
        let known = remarks::Entity::find()
            .filter(remarks::Column::ProposalId.eq(proposal.id.0))
            .filter(remarks::Column::Key.eq(&new.key))
            .one(&self.0.tx)
            .await?;
        if let Some(row) = known {
            return Ok(ReceivedRemark::Again(read(row)?));
        }
        let state = if new.waits_for_its_author() {
            RemarkState::Unconfirmed
        } else if new.channel == Channel::Page {
            self.confirmed(proposal)
        } else {
            RemarkState::Published { at: self.0.at }
        };
        let number = match state {
            RemarkState::Unconfirmed => None,
            _ => Some(self.next_number(proposal.id).await?),
        };
        let row = row(proposal.id, new, &state, number, self.0.at.into());
        let row = remarks::Entity::insert(row)
            .exec_with_returning(&self.0.tx)
            .await?;
        let remark = read(row)?;
        if let Some(number) = number {
            self.note(
                proposal,
                number,
                Act::Remark,
                &json!({ "kind": new.kind, "clause": new.clause }),
            )
            .await?;
        }
        Ok(ReceivedRemark::New(remark))
    }

    /// Confirms a remark, which becomes that account's.
    ///
    /// # Errors
    ///
    /// [`StoreError::Stale`] if there is no such proposal; [`StoreError::Driver`].
    #[tracing::instrument(name = "store.remarks.confirm", skip_all, fields(proposal.slug = %proposal.slug))]
    pub async fn confirm(
        &mut self,
        proposal: &Proposal,
        remark: RemarkId,
        account: AccountId,
    ) -> Result<ConfirmedRemark, StoreError> {
        self.0.register().lock(proposal.id).await?;
        let Some(before) = self.get(proposal.id, remark).await? else {
            return Ok(ConfirmedRemark::Gone);
        };
        if before.state != RemarkState::Unconfirmed {
            return Ok(ConfirmedRemark::Before(before));
        }
        let state = self.confirmed(proposal);
        let number = self.next_number(proposal.id).await?;
        let row = remarks::ActiveModel {
            number: ActiveValue::Set(Some(number)),
            account_id: ActiveValue::Set(Some(account.0)),
            email: ActiveValue::Set(None),
            state: ActiveValue::Set(state.word().to_owned()),
            state_at: ActiveValue::Set(self.0.at.into()),
            ..Default::default()
        };
        remarks::Entity::update_many()
            .set(row)
            .filter(remarks::Column::Id.eq(remark.0))
            .exec(&self.0.tx)
            .await?;
        let details = json!({ "kind": before.kind, "clause": before.clause });
        self.note(proposal, number, Act::Remark, &details).await?;
        Ok(ConfirmedRemark::Now(Remark {
            number: u32::try_from(number).ok(),
            account: Some(account),
            state,
            ..before
        }))
    }

    /// A remark of a proposal, read under the lock.
    pub(super) async fn get(
        &mut self,
        proposal: ProposalId,
        remark: RemarkId,
    ) -> Result<Option<Remark>, StoreError> {
        let row = remarks::Entity::find_by_id(remark.0)
            .filter(remarks::Column::ProposalId.eq(proposal.0))
            .one(&self.0.tx)
            .await?;
        row.map(read).transpose()
    }

    /// Writes what was done to a remark into the history, and rings the bell.
    pub(super) async fn note(
        &mut self,
        proposal: &Proposal,
        number: i64,
        act: Act,
        details: &serde_json::Value,
    ) -> Result<(), StoreError> {
        self.0.touch(Topic::Register);
        let subject = format!("remark {}/{number}", proposal.slug);
        let congress = id::congress(&proposal.congress);
        history::append(self.0, congress, act, subject, details).await
    }

    /// What a remark is once its author is known.
    fn confirmed(&self, proposal: &Proposal) -> RemarkState {
        let at = self.0.at;
        match proposal.discussion.moderation {
            Moderation::AtOnce => RemarkState::Published { at },
            Moderation::BeforeRead => RemarkState::Waiting { at },
        }
    }

    async fn next_number(&mut self, proposal: ProposalId) -> Result<i64, StoreError> {
        use register_proposals::Column;
        register_proposals::Entity::update_many()
            .col_expr(Column::Remarks, Expr::col(Column::Remarks).add(1))
            .filter(Column::Id.eq(proposal.0))
            .exec(&self.0.tx)
            .await?;
        Ok(self.0.register().lock(proposal).await?.remarks)
    }
}

pub(super) fn row(
    proposal: ProposalId,
    new: &NewRemark,
    state: &RemarkState,
    number: Option<i64>,
    at: Micros,
) -> remarks::ActiveModel {
    remarks::ActiveModel {
        id: ActiveValue::Set(new.id.0),
        proposal_id: ActiveValue::Set(proposal.0),
        number: ActiveValue::Set(number),
        key: ActiveValue::Set(new.key.clone()),
        version: ActiveValue::Set(i64::from(new.version)),
        clause: ActiveValue::Set(new.clause.to_string()),
        kind: ActiveValue::Set(word(&new.kind)),
        body: ActiveValue::Set(new.body.clone()),
        reasons: ActiveValue::Set(new.reasons.clone()),
        wording: ActiveValue::Set(new.wording.clone()),
        amendment: ActiveValue::Set(json_opt(new.amendment.as_ref())),
        reply_to: ActiveValue::Set(new.reply_to.map(|remark| remark.0)),
        name: ActiveValue::Set(new.author.name.clone()),
        behalf: ActiveValue::Set(word(&new.author.behalf)),
        organisation: ActiveValue::Set(new.author.body.clone()),
        account_id: ActiveValue::Set(new.account.map(|account| account.0)),
        email: ActiveValue::Set(new.email.as_ref().map(ToString::to_string)),
        lang: ActiveValue::Set(word(&new.lang)),
        channel: ActiveValue::Set(word(&new.channel)),
        received_at: ActiveValue::Set(new.received_at.into()),
        state: ActiveValue::Set(state.word().to_owned()),
        state_at: ActiveValue::Set(at),
        removal: ActiveValue::Set(None),
        removal_words: ActiveValue::Set(None),
        same_as: ActiveValue::Set(None),
        owner_id: ActiveValue::Set(None),
        answer_id: ActiveValue::Set(None),
        accepted: ActiveValue::Set(None),
        merged_in: ActiveValue::Set(None),
    }
}
