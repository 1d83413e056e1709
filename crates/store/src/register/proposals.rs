//! Making proposals, changing what is known of them, and publishing their words.

use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{ActiveValue, ColumnTrait, EntityTrait, QueryFilter};
use serde_json::{Value as Json, json};
use wiec_model::register::{About, Content, Discussion, Draft, Proposal, ProposalId, Version};
use wiec_model::{Slug, Text};

use super::{read_draft, subject};
use crate::bell::Topic;
use crate::column::{Micros, json as written, json_opt, word};
use crate::error::StoreError;
use crate::history::{self, Act};
use crate::id;
use crate::tables::{register_drafts, register_proposals, register_versions, remarks};
use crate::tx::Tx;

/// A proposal that is made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewProposal {
    /// Its key.
    pub id: ProposalId,
    /// Which congress.
    pub congress: Slug,
    /// Its word in addresses.
    pub slug: Slug,
    /// What everybody may know of it.
    pub about: About,
    /// The rules of its discussion.
    pub discussion: Discussion,
    /// The words that its team begins with.
    pub content: Content,
}

/// Writes the register.
#[derive(Debug)]
pub struct RegisterWriter<'a>(pub(crate) &'a mut Tx);

impl RegisterWriter<'_> {
    /// Makes a proposal.
    ///
    /// # Errors
    ///
    /// [`StoreError::Conflict`] by `register_proposals_congress_id_slug_key` if its slug is taken, by
    /// `register_proposals_pkey` if it was made before; [`StoreError::Driver`].
    #[tracing::instrument(name = "store.register.create", skip_all, fields(congress.slug = %new.congress, proposal.slug = %new.slug))]
    pub async fn create(&mut self, new: &NewProposal) -> Result<(), StoreError> {
        let discussion = &new.discussion;
        let row = register_proposals::ActiveModel {
            id: ActiveValue::Set(new.id.0),
            congress_id: ActiveValue::Set(id::congress(&new.congress)),
            slug: ActiveValue::Set(new.slug.to_string()),
            about: ActiveValue::Set(written(&new.about)),
            moderation: ActiveValue::Set(word(&discussion.moderation)),
            authors: ActiveValue::Set(word(&discussion.authors)),
            opens_at: ActiveValue::Set(discussion.opens_at.map(Micros::from)),
            closes_at: ActiveValue::Set(discussion.closes_at.map(Micros::from)),
            consultation: ActiveValue::Set(None),
            current: ActiveValue::Set(None),
            remarks: ActiveValue::Set(0),
            revision: ActiveValue::Set(0),
            stirred: ActiveValue::Set(0),
            created_at: ActiveValue::Set(self.0.at.into()),
        };
        register_proposals::Entity::insert(row)
            .exec_without_returning(&self.0.tx)
            .await?;
        let draft = register_drafts::ActiveModel {
            proposal_id: ActiveValue::Set(new.id.0),
            content: ActiveValue::Set(written(&new.content)),
            base: ActiveValue::Set(None),
            merged: ActiveValue::Set("[]".to_owned()),
            revision: ActiveValue::Set(0),
        };
        register_drafts::Entity::insert(draft)
            .exec_without_returning(&self.0.tx)
            .await?;
        self.0.touch(Topic::Register);
        let details = json!({ "title": { "from": null, "to": new.about.title } });
        let congress = id::congress(&new.congress);
        history::append(
            self.0,
            congress,
            Act::SetProposal,
            subject(&new.slug),
            &details,
        )
        .await
    }

    /// Changes what is known of a proposal, if nobody did since it was read as `before`.
    ///
    /// # Errors
    ///
    /// [`StoreError::Stale`] if somebody did, or there is no such proposal; [`StoreError::Driver`].
    #[tracing::instrument(name = "store.register.change", skip_all, fields(proposal.slug = %before.slug))]
    pub async fn change(&mut self, before: &Proposal, after: &Proposal) -> Result<(), StoreError> {
        let discussion = &after.discussion;
        self.lock(before.id).await?;
        let row = register_proposals::ActiveModel {
            about: ActiveValue::Set(written(&after.about)),
            moderation: ActiveValue::Set(word(&discussion.moderation)),
            authors: ActiveValue::Set(word(&discussion.authors)),
            opens_at: ActiveValue::Set(discussion.opens_at.map(Micros::from)),
            closes_at: ActiveValue::Set(discussion.closes_at.map(Micros::from)),
            consultation: ActiveValue::Set(Some(written(&after.consultation))),
            revision: ActiveValue::Set(i64::from(before.revision) + 1),
            ..Default::default()
        };
        let done = register_proposals::Entity::update_many()
            .set(row)
            .filter(register_proposals::Column::Id.eq(before.id.0))
            .filter(register_proposals::Column::Revision.eq(i64::from(before.revision)))
            .exec(&self.0.tx)
            .await?;
        if done.rows_affected == 0 {
            return Err(StoreError::Stale);
        }
        let details = differences(before, after);
        self.note(before, Act::SetProposal, &details).await
    }

    /// Publishes the words that the team works on as the next version, if they are those that were
    /// `seen`. Whatever was merged into them is noted at the remarks it came from.
    ///
    /// # Errors
    ///
    /// [`StoreError::Stale`] if they are not, or there is no such proposal; [`StoreError::Driver`].
    #[tracing::instrument(name = "store.register.publish", skip_all, fields(proposal.slug = %proposal.slug))]
    pub async fn publish(
        &mut self,
        proposal: &Proposal,
        seen: u32,
        note: Option<&Text>,
    ) -> Result<Version, StoreError> {
        let locked = self.lock(proposal.id).await?;
        let draft = self.draft_of(proposal.id).await?;
        if draft.revision != seen {
            return Err(StoreError::Stale);
        }
        let number = locked.current.map_or(1, |current| current + 1);
        let version = Version {
            number: u32::try_from(number).unwrap_or(u32::MAX),
            hash: draft.content.hash(),
            content: draft.content,
            note: note.cloned(),
            merged: draft.merged,
            published_at: self.0.at,
        };
        self.insert_version(proposal.id, &version).await?;
        register_proposals::Entity::update_many()
            .col_expr(register_proposals::Column::Current, Expr::value(number))
            .filter(register_proposals::Column::Id.eq(proposal.id.0))
            .exec(&self.0.tx)
            .await?;
        register_drafts::Entity::update_many()
            .col_expr(register_drafts::Column::Base, Expr::value(number))
            .col_expr(register_drafts::Column::Merged, Expr::value("[]"))
            .col_expr(
                register_drafts::Column::Revision,
                Expr::value(i64::from(draft.revision) + 1),
            )
            .filter(register_drafts::Column::ProposalId.eq(proposal.id.0))
            .exec(&self.0.tx)
            .await?;
        if !version.merged.is_empty() {
            remarks::Entity::update_many()
                .col_expr(remarks::Column::MergedIn, Expr::value(number))
                .filter(remarks::Column::ProposalId.eq(proposal.id.0))
                .filter(remarks::Column::Id.is_in(version.merged.iter().map(|remark| remark.0)))
                .exec(&self.0.tx)
                .await?;
        }
        let details = json!({ "version": number, "hash": version.hash });
        self.note(proposal, Act::PublishVersion, &details).await?;
        Ok(version)
    }

    /// Makes everybody else who writes to a proposal wait until this transaction is over, and counts that
    /// something was written: see [`super::Register::stirred`].
    ///
    /// Writing the row takes its lock on `PostgreSQL`; on `SQLite` there is one writer anyway.
    pub(crate) async fn lock(
        &mut self,
        proposal: ProposalId,
    ) -> Result<register_proposals::Model, StoreError> {
        let this = register_proposals::Column::Id.eq(proposal.0);
        let locked = register_proposals::Entity::update_many()
            .col_expr(
                register_proposals::Column::Stirred,
                Expr::col(register_proposals::Column::Stirred).add(1),
            )
            .filter(this)
            .exec(&self.0.tx)
            .await?;
        if locked.rows_affected == 0 {
            return Err(StoreError::Stale);
        }
        let row = register_proposals::Entity::find_by_id(proposal.0)
            .one(&self.0.tx)
            .await?;
        row.ok_or(StoreError::Stale)
    }

    /// The words that the team works on. The caller holds the lock.
    pub(super) async fn draft_of(&mut self, proposal: ProposalId) -> Result<Draft, StoreError> {
        let row = register_drafts::Entity::find_by_id(proposal.0)
            .one(&self.0.tx)
            .await?;
        read_draft(&row.ok_or(StoreError::Stale)?)
    }

    /// Writes what was done to a proposal into the history, and rings the bell.
    pub(crate) async fn note(
        &mut self,
        proposal: &Proposal,
        act: Act,
        details: &Json,
    ) -> Result<(), StoreError> {
        self.0.touch(Topic::Register);
        let congress = id::congress(&proposal.congress);
        history::append(self.0, congress, act, subject(&proposal.slug), details).await
    }

    async fn insert_version(
        &mut self,
        proposal: ProposalId,
        version: &Version,
    ) -> Result<(), StoreError> {
        let row = register_versions::ActiveModel {
            proposal_id: ActiveValue::Set(proposal.0),
            number: ActiveValue::Set(i64::from(version.number)),
            content: ActiveValue::Set(written(&version.content)),
            hash: ActiveValue::Set(version.hash.clone()),
            note: ActiveValue::Set(json_opt(version.note.as_ref())),
            merged: ActiveValue::Set(written(&version.merged)),
            published_at: ActiveValue::Set(version.published_at.into()),
        };
        register_versions::Entity::insert(row)
            .exec_without_returning(&self.0.tx)
            .await?;
        Ok(())
    }
}

/// What of a proposal is another than before, as the history writes it: field by field, so that people
/// read what changed and not the whole twice.
fn differences(before: &Proposal, after: &Proposal) -> Json {
    let of = |proposal: &Proposal| {
        let rules = json!({
            "moderation": proposal.discussion.moderation,
            "authors": proposal.discussion.authors,
            "opens_at": proposal.discussion.opens_at,
            "closes_at": proposal.discussion.closes_at,
        });
        let all = [json!(proposal.about), rules, json!(proposal.consultation)];
        let fields = all.into_iter().filter_map(|part| match part {
            Json::Object(fields) => Some(fields),
            _ => None,
        });
        fields.flatten().collect::<serde_json::Map<_, _>>()
    };
    let (before, mut after) = (of(before), of(after));
    let changed = before.into_iter().filter_map(|(key, from)| {
        let to = after.remove(&key).unwrap_or_default();
        (from != to).then(|| (key, json!({ "from": from, "to": to })))
    });
    Json::Object(changed.collect())
}
