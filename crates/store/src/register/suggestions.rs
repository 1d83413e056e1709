//! Suggestions: what a member or an observer would write in a section that is not theirs to write.

use jiff::Timestamp;
use sea_orm::{ActiveValue, ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use serde::{Deserialize, Serialize};
use serde_json::json;
use uuid::Uuid;
use wiec_model::AccountId;
use wiec_model::register::{Proposal, ProposalId};

use super::{Register, RegisterWriter};
use crate::column::{Row, word};
use crate::error::StoreError;
use crate::history::Act;
use crate::tables::register_suggestions;

/// Another wording of a section.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    /// Its key.
    pub id: Uuid,
    /// The anchor of the section.
    pub section: String,
    /// Whose it is.
    pub account: AccountId,
    /// What they are called.
    pub name: Option<String>,
    /// What the section should say, as Markdown.
    pub wording: String,
    /// Why.
    pub reasons: Option<String>,
    /// What became of it.
    pub state: SuggestionState,
    /// When it was made.
    pub made_at: Timestamp,
}

/// What became of a suggestion.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SuggestionState {
    /// Nobody has decided.
    Open,
    /// It was put into the draft.
    Taken,
    /// It was not.
    Declined,
}

impl Register<'_> {
    /// All suggestions to a draft, the newest first.
    ///
    /// # Errors
    ///
    /// [`StoreError::Driver`], or [`StoreError::Inconsistent`] if one cannot be read.
    #[tracing::instrument(name = "store.register.suggestions", skip_all)]
    pub async fn suggestions(&self, proposal: ProposalId) -> Result<Vec<Suggestion>, StoreError> {
        let rows = register_suggestions::Entity::find()
            .filter(register_suggestions::Column::ProposalId.eq(proposal.0))
            .order_by_desc(register_suggestions::Column::MadeAt)
            .order_by_desc(register_suggestions::Column::Id)
            .all(self.0.reader())
            .await?;
        let owners = rows.iter().map(|row| AccountId(row.account_id));
        let accounts = self.0.accounts().list(owners).await?;
        let suggestion = |row: register_suggestions::Model| {
            let of = Row::new("register_suggestions", row.id);
            let account = AccountId(row.account_id);
            Ok(Suggestion {
                id: row.id,
                name: accounts.get(&account).and_then(|owner| owner.name.clone()),
                account,
                state: of.word("state", &row.state)?,
                made_at: of.instant("made_at", row.made_at)?,
                section: row.section,
                wording: row.wording,
                reasons: row.reasons,
            })
        };
        rows.into_iter().map(suggestion).collect()
    }
}

impl RegisterWriter<'_> {
    /// Makes a suggestion. With the key of an earlier one nothing happens: it was sent again.
    ///
    /// # Errors
    ///
    /// [`StoreError::Driver`].
    #[tracing::instrument(name = "store.register.suggest", skip_all, fields(proposal.slug = %proposal.slug))]
    pub async fn suggest(
        &mut self,
        proposal: &Proposal,
        suggestion: &Suggestion,
    ) -> Result<(), StoreError> {
        self.lock(proposal.id).await?;
        let known = register_suggestions::Entity::find_by_id(suggestion.id)
            .one(&self.0.tx)
            .await?;
        if known.is_some() {
            return Ok(());
        }
        let row = register_suggestions::ActiveModel {
            id: ActiveValue::Set(suggestion.id),
            proposal_id: ActiveValue::Set(proposal.id.0),
            section: ActiveValue::Set(suggestion.section.clone()),
            account_id: ActiveValue::Set(suggestion.account.0),
            wording: ActiveValue::Set(suggestion.wording.clone()),
            reasons: ActiveValue::Set(suggestion.reasons.clone()),
            state: ActiveValue::Set(word(&suggestion.state)),
            made_at: ActiveValue::Set(self.0.at.into()),
        };
        register_suggestions::Entity::insert(row)
            .exec_without_returning(&self.0.tx)
            .await?;
        let details = json!({ "section": suggestion.section });
        self.note(proposal, Act::SuggestWording, &details).await
    }

    /// Decides on a suggestion, unless that was done; whether it was open.
    ///
    /// # Errors
    ///
    /// [`StoreError::Driver`].
    #[tracing::instrument(name = "store.register.decide_suggestion", skip_all, fields(proposal.slug = %proposal.slug))]
    pub async fn decide_suggestion(
        &mut self,
        proposal: &Proposal,
        suggestion: Uuid,
        state: SuggestionState,
    ) -> Result<bool, StoreError> {
        let row = register_suggestions::ActiveModel {
            state: ActiveValue::Set(word(&state)),
            ..Default::default()
        };
        let done = register_suggestions::Entity::update_many()
            .set(row)
            .filter(register_suggestions::Column::Id.eq(suggestion))
            .filter(register_suggestions::Column::ProposalId.eq(proposal.id.0))
            .filter(register_suggestions::Column::State.eq(word(&SuggestionState::Open)))
            .exec(&self.0.tx)
            .await?;
        if done.rows_affected == 0 {
            return Ok(false);
        }
        let details = json!({ "suggestion": suggestion, "state": { "to": state } });
        self.note(proposal, Act::SuggestWording, &details).await?;
        Ok(true)
    }
}
