//! Writing a draft together: one person holds a section at a time, and nobody's words are overwritten
//! unseen even so.

use jiff::{SignedDuration, Timestamp};
use sea_orm::sea_query::Expr;
use sea_orm::{ActiveValue, ColumnTrait, EntityTrait, QueryFilter};
use serde_json::json;
use wiec_model::AccountId;
use wiec_model::register::{
    Content, Draft, Proposal, RemarkId, Section, replace_section, sections,
};

use super::RegisterWriter;
use crate::column::json as written;
use crate::error::StoreError;
use crate::history::Act;
use crate::tables::{register_drafts, register_holds};

/// How long a section is held after the last sign of its holder: two missed heartbeats and a little.
const HELD_FOR: SignedDuration = SignedDuration::from_secs(90);

/// Somebody who is writing a section.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hold {
    /// The anchor of the section, or `start` in an empty draft.
    pub section: String,
    /// Who.
    pub account: AccountId,
    /// What they are called.
    pub name: Option<String>,
    /// When they last gave a sign.
    pub held_at: Timestamp,
}

impl Hold {
    /// Whether it still holds at `now`.
    #[must_use]
    pub fn holds(&self, now: Timestamp) -> bool {
        now.duration_since(self.held_at) <= HELD_FOR
    }
}

/// What came of holding a section.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HoldTaken {
    /// It is theirs, now or still.
    Held,
    /// Somebody else writes it.
    Taken(AccountId),
}

/// What came of saving a section.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SectionSaved {
    /// It is saved.
    Saved(Draft),
    /// Somebody else saved it meanwhile: this is theirs.
    Clash(Section),
    /// There is no such section any more.
    Gone,
}

/// What came of saving words as a whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DraftSaved {
    /// They are saved, under this revision.
    Saved(u32),
    /// Somebody else wrote meanwhile: these are theirs.
    Clash(Box<Draft>),
}

impl RegisterWriter<'_> {
    /// Holds a section for an account, unless somebody else does; a sign that its holder is still there.
    ///
    /// # Errors
    ///
    /// [`StoreError::Stale`] if there is no such proposal; [`StoreError::Driver`].
    #[tracing::instrument(name = "store.register.hold", skip_all, fields(proposal.slug = %proposal.slug))]
    pub async fn hold(
        &mut self,
        proposal: &Proposal,
        section: &str,
        account: AccountId,
    ) -> Result<HoldTaken, StoreError> {
        self.lock(proposal.id).await?;
        let key = (proposal.id.0, section.to_owned());
        if let Some(row) = register_holds::Entity::find_by_id(key)
            .one(&self.0.tx)
            .await?
        {
            let since = Timestamp::from_microsecond(row.held_at.0).unwrap_or(self.0.at);
            let is_live = self.0.at.duration_since(since) <= HELD_FOR;
            if row.account_id != account.0 && is_live {
                return Ok(HoldTaken::Taken(AccountId(row.account_id)));
            }
        }
        self.take_over(proposal, section, account).await?;
        Ok(HoldTaken::Held)
    }

    /// Holds a section for an account, whoever held it before.
    ///
    /// # Errors
    ///
    /// As [`RegisterWriter::hold`].
    #[tracing::instrument(name = "store.register.take_over", skip_all, fields(proposal.slug = %proposal.slug))]
    pub async fn take_over(
        &mut self,
        proposal: &Proposal,
        section: &str,
        account: AccountId,
    ) -> Result<(), StoreError> {
        self.lock(proposal.id).await?;
        self.drop_hold(proposal, section).await?;
        let row = register_holds::ActiveModel {
            proposal_id: ActiveValue::Set(proposal.id.0),
            section: ActiveValue::Set(section.to_owned()),
            account_id: ActiveValue::Set(account.0),
            held_at: ActiveValue::Set(self.0.at.into()),
        };
        register_holds::Entity::insert(row)
            .exec_without_returning(&self.0.tx)
            .await?;
        Ok(())
    }

    /// Lets go of a section, if it is this account's.
    ///
    /// # Errors
    ///
    /// [`StoreError::Driver`].
    #[tracing::instrument(name = "store.register.let_go", skip_all, fields(proposal.slug = %proposal.slug))]
    pub async fn let_go(
        &mut self,
        proposal: &Proposal,
        section: &str,
        account: AccountId,
    ) -> Result<(), StoreError> {
        register_holds::Entity::delete_many()
            .filter(register_holds::Column::ProposalId.eq(proposal.id.0))
            .filter(register_holds::Column::Section.eq(section))
            .filter(register_holds::Column::AccountId.eq(account.0))
            .exec(&self.0.tx)
            .await?;
        Ok(())
    }

    /// Saves a section whose words were `seen`, as Markdown; all other sections keep theirs.
    ///
    /// # Errors
    ///
    /// [`StoreError::Stale`] if there is no such proposal; [`StoreError::Driver`].
    #[tracing::instrument(name = "store.register.save_section", skip_all, fields(proposal.slug = %proposal.slug))]
    pub async fn save_section(
        &mut self,
        proposal: &Proposal,
        section: &str,
        seen: &str,
        markdown: &str,
    ) -> Result<SectionSaved, StoreError> {
        self.lock(proposal.id).await?;
        let draft = self.draft_of(proposal.id).await?;
        let now = sections(&draft.content.document)
            .into_iter()
            .find(|it| it.key() == section);
        let Some(now) = now else {
            return Ok(SectionSaved::Gone);
        };
        // Sent again after a network that broke: what is wanted stands already.
        if now.markdown.trim() == markdown.trim() {
            return Ok(SectionSaved::Saved(draft));
        }
        if now.markdown != seen {
            return Ok(SectionSaved::Clash(now));
        }
        let Some(document) = replace_section(&draft.content.document, now.anchor, markdown) else {
            return Ok(SectionSaved::Gone);
        };
        let content = Content {
            document,
            ..draft.content.clone()
        };
        let details = json!({ "section": section });
        let draft = self
            .write_draft(proposal, content, draft.merged, draft.revision, &details)
            .await?;
        Ok(SectionSaved::Saved(draft))
    }

    /// Saves all words, if nobody wrote since `seen`: an imported text, translations, challenges.
    ///
    /// # Errors
    ///
    /// As [`RegisterWriter::save_section`].
    #[tracing::instrument(name = "store.register.save_draft", skip_all, fields(proposal.slug = %proposal.slug))]
    pub async fn save_draft(
        &mut self,
        proposal: &Proposal,
        seen: u32,
        content: &Content,
    ) -> Result<DraftSaved, StoreError> {
        self.lock(proposal.id).await?;
        let draft = self.draft_of(proposal.id).await?;
        if draft.content == *content {
            return Ok(DraftSaved::Saved(draft.revision));
        }
        if draft.revision != seen {
            return Ok(DraftSaved::Clash(Box::new(draft)));
        }
        let details = json!({ "hash": { "from": draft.content.hash(), "to": content.hash() } });
        let (merged, revision) = (draft.merged, draft.revision);
        let saved = self
            .write_draft(proposal, content.clone(), merged, revision, &details)
            .await?;
        Ok(DraftSaved::Saved(saved.revision))
    }

    /// Puts a text with the wording of remarks merged in, if nobody wrote since `seen`. Of two who merge
    /// at once the second is told.
    ///
    /// # Errors
    ///
    /// As [`RegisterWriter::save_section`].
    #[tracing::instrument(name = "store.register.merge", skip_all, fields(proposal.slug = %proposal.slug))]
    pub async fn merge(
        &mut self,
        proposal: &Proposal,
        seen: u32,
        remarks: &[RemarkId],
        content: &Content,
    ) -> Result<DraftSaved, StoreError> {
        self.lock(proposal.id).await?;
        let draft = self.draft_of(proposal.id).await?;
        let is_done = remarks.iter().all(|remark| draft.merged.contains(remark));
        if is_done && draft.content == *content {
            return Ok(DraftSaved::Saved(draft.revision));
        }
        if draft.revision != seen {
            return Ok(DraftSaved::Clash(Box::new(draft)));
        }
        let mut merged = draft.merged;
        let new = remarks.iter().filter(|remark| !merged.contains(remark));
        let new: Vec<RemarkId> = new.copied().collect();
        merged.extend(new);
        let details = json!({ "remarks": remarks.len() });
        let revision = draft.revision;
        let saved = self
            .put_draft(proposal, content.clone(), merged, revision)
            .await?;
        self.note(proposal, Act::MergeAmendments, &details).await?;
        Ok(DraftSaved::Saved(saved.revision))
    }

    async fn write_draft(
        &mut self,
        proposal: &Proposal,
        content: Content,
        merged: Vec<RemarkId>,
        revision: u32,
        details: &serde_json::Value,
    ) -> Result<Draft, StoreError> {
        let draft = self.put_draft(proposal, content, merged, revision).await?;
        self.note(proposal, Act::WriteProposal, details).await?;
        Ok(draft)
    }

    async fn put_draft(
        &mut self,
        proposal: &Proposal,
        content: Content,
        merged: Vec<RemarkId>,
        revision: u32,
    ) -> Result<Draft, StoreError> {
        let next = revision + 1;
        let done = register_drafts::Entity::update_many()
            .col_expr(
                register_drafts::Column::Content,
                Expr::value(written(&content)),
            )
            .col_expr(
                register_drafts::Column::Merged,
                Expr::value(written(&merged)),
            )
            .col_expr(
                register_drafts::Column::Revision,
                Expr::value(i64::from(next)),
            )
            .filter(register_drafts::Column::ProposalId.eq(proposal.id.0))
            .filter(register_drafts::Column::Revision.eq(i64::from(revision)))
            .exec(&self.0.tx)
            .await?;
        if done.rows_affected == 0 {
            return Err(StoreError::Stale);
        }
        let base = self.draft_of(proposal.id).await?.base;
        Ok(Draft {
            content,
            base,
            merged,
            revision: next,
        })
    }

    async fn drop_hold(&mut self, proposal: &Proposal, section: &str) -> Result<(), StoreError> {
        let key = (proposal.id.0, section.to_owned());
        register_holds::Entity::delete_by_id(key)
            .exec(&self.0.tx)
            .await?;
        Ok(())
    }
}
