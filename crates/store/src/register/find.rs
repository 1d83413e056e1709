//! Reading the register: each question is one query, or two, whatever there is.

use std::collections::BTreeMap;

use jiff::Timestamp;
use sea_orm::sea_query::{Expr, ExprTrait, Query, SimpleExpr};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use wiec_model::register::{Draft, Proposal, ProposalId, RemarkId, Version};
use wiec_model::{AccountId, Slug, Text};

use super::{Hold, read, read_draft, read_version};
use crate::column::{Micros, Row};
use crate::error::StoreError;
use crate::id;
use crate::store::Store;
use crate::tables::{
    congresses, register_drafts, register_holds, register_proposals, register_versions,
};

/// A published version without its words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VersionSummary {
    /// Which one.
    pub number: u32,
    /// The hash of its words.
    pub hash: String,
    /// What the team says of it.
    pub note: Option<Text>,
    /// The remarks whose wording was merged into it.
    pub merged: Vec<RemarkId>,
    /// When it was published.
    pub published_at: Timestamp,
}

/// Reads the register.
#[derive(Debug)]
pub struct Register<'a>(pub(crate) &'a Store);

impl Register<'_> {
    /// The proposals of an edition, public or not, in the order in which they were made.
    ///
    /// # Errors
    ///
    /// [`StoreError::Driver`], or [`StoreError::Inconsistent`] if a row cannot be read.
    #[tracing::instrument(name = "store.register.list", skip_all, fields(congress.slug = %congress))]
    pub async fn list(&self, congress: &Slug) -> Result<Vec<Proposal>, StoreError> {
        let rows = register_proposals::Entity::find()
            .filter(register_proposals::Column::CongressId.eq(id::congress(congress)))
            .order_by_asc(register_proposals::Column::CreatedAt)
            .order_by_asc(register_proposals::Column::Slug)
            .all(self.0.reader())
            .await?;
        rows.into_iter().map(|row| read(row, congress)).collect()
    }

    /// A proposal by its word in addresses.
    ///
    /// # Errors
    ///
    /// As [`Register::list`].
    #[tracing::instrument(name = "store.register.find", skip_all, fields(congress.slug = %congress, proposal.slug = %slug))]
    pub async fn find(&self, congress: &Slug, slug: &Slug) -> Result<Option<Proposal>, StoreError> {
        let row = register_proposals::Entity::find()
            .filter(register_proposals::Column::CongressId.eq(id::congress(congress)))
            .filter(register_proposals::Column::Slug.eq(slug.as_str()))
            .one(self.0.reader())
            .await?;
        row.map(|row| read(row, congress)).transpose()
    }

    /// How often anything was written about a proposal: its text, remarks, answers, stances. What was made
    /// of it holds while this is the same; read it before whatever is made.
    ///
    /// # Errors
    ///
    /// As [`Register::list`].
    #[tracing::instrument(name = "store.register.stirred", skip_all)]
    pub async fn stirred(&self, proposal: ProposalId) -> Result<u64, StoreError> {
        let stirred: Option<i64> = register_proposals::Entity::find_by_id(proposal.0)
            .select_only()
            .column(register_proposals::Column::Stirred)
            .into_tuple()
            .one(self.0.reader())
            .await?;
        Ok(stirred
            .and_then(|stirred| u64::try_from(stirred).ok())
            .unwrap_or_default())
    }

    /// A proposal by its key.
    ///
    /// # Errors
    ///
    /// As [`Register::list`].
    #[tracing::instrument(name = "store.register.get", skip_all)]
    pub async fn get(&self, proposal: ProposalId) -> Result<Option<Proposal>, StoreError> {
        let view = self.0.snapshot().await?;
        let row = register_proposals::Entity::find_by_id(proposal.0)
            .one(&view)
            .await?;
        let Some(row) = row else {
            view.commit().await?;
            return Ok(None);
        };
        let slug: Option<String> = congresses::Entity::find_by_id(row.congress_id)
            .select_only()
            .column(congresses::Column::Slug)
            .into_tuple()
            .one(&view)
            .await?;
        view.commit().await?;
        let of = Row::new("register_proposals", row.id);
        let slug = slug.ok_or_else(|| of.wrong("congress_id"))?;
        let congress: Slug = of.parse("congress_id", &slug)?;
        read(row, &congress).map(Some)
    }

    /// A published version.
    ///
    /// # Errors
    ///
    /// As [`Register::list`].
    #[tracing::instrument(name = "store.register.version", skip_all, fields(version.number = number))]
    pub async fn version(
        &self,
        proposal: ProposalId,
        number: u32,
    ) -> Result<Option<Version>, StoreError> {
        let row = register_versions::Entity::find_by_id((proposal.0, i64::from(number)))
            .one(self.0.reader())
            .await?;
        row.map(read_version).transpose()
    }

    /// All published versions without their words, the newest first.
    ///
    /// # Errors
    ///
    /// As [`Register::list`].
    #[tracing::instrument(name = "store.register.versions", skip_all)]
    pub async fn versions(&self, proposal: ProposalId) -> Result<Vec<VersionSummary>, StoreError> {
        let rows: Vec<(i64, String, Option<String>, String, Micros)> =
            register_versions::Entity::find()
                .select_only()
                .columns([
                    register_versions::Column::Number,
                    register_versions::Column::Hash,
                    register_versions::Column::Note,
                    register_versions::Column::Merged,
                    register_versions::Column::PublishedAt,
                ])
                .filter(register_versions::Column::ProposalId.eq(proposal.0))
                .order_by_desc(register_versions::Column::Number)
                .into_tuple()
                .all(self.0.reader())
                .await?;
        let summary = |(number, hash, note, merged, at): (_, _, Option<String>, String, _)| {
            let of = Row::new("register_versions", format!("{proposal}/{number}"));
            Ok(VersionSummary {
                number: of.number("number", number)?,
                hash,
                note: of.json_opt("note", note.as_deref())?,
                merged: of.json("merged", &merged)?,
                published_at: of.instant("published_at", at)?,
            })
        };
        rows.into_iter().map(summary).collect()
    }

    /// All proposals that the public can read, each with its newest words.
    ///
    /// # Errors
    ///
    /// As [`Register::list`].
    #[tracing::instrument(name = "store.register.current", skip_all, fields(congress.slug = %congress))]
    pub async fn current(&self, congress: &Slug) -> Result<Vec<(Proposal, Version)>, StoreError> {
        let proposals = self.list(congress).await?;
        let ids: Vec<_> = proposals.iter().map(|proposal| proposal.id.0).collect();
        let newest = register_versions::Entity::find()
            .filter(register_versions::Column::ProposalId.is_in(ids))
            .filter(is_current())
            .all(self.0.reader())
            .await?;
        let mut versions = Vec::with_capacity(newest.len());
        for row in newest {
            versions.push((ProposalId(row.proposal_id), read_version(row)?));
        }
        let with_words = |proposal: Proposal| {
            let at = versions.iter().position(|(id, _)| *id == proposal.id)?;
            Some((proposal, versions.swap_remove(at).1))
        };
        Ok(proposals.into_iter().filter_map(with_words).collect())
    }

    /// When the newest version of each public proposal of an edition was published.
    ///
    /// # Errors
    ///
    /// As [`Register::list`].
    #[tracing::instrument(name = "store.register.published_at", skip_all, fields(congress.slug = %congress))]
    pub async fn published_at(
        &self,
        congress: &Slug,
    ) -> Result<BTreeMap<ProposalId, Timestamp>, StoreError> {
        let theirs = Query::select()
            .column(register_proposals::Column::Id)
            .from(register_proposals::Entity)
            .and_where(register_proposals::Column::CongressId.eq(id::congress(congress)))
            .to_owned();
        let rows: Vec<(uuid::Uuid, Micros)> = register_versions::Entity::find()
            .select_only()
            .columns([
                register_versions::Column::ProposalId,
                register_versions::Column::PublishedAt,
            ])
            .filter(register_versions::Column::ProposalId.in_subquery(theirs))
            .filter(is_current())
            .into_tuple()
            .all(self.0.reader())
            .await?;
        let moment = |(proposal, at)| {
            let of = Row::new("register_versions", proposal);
            Ok((ProposalId(proposal), of.instant("published_at", at)?))
        };
        rows.into_iter().map(moment).collect()
    }

    /// The words that the team of a proposal works on.
    ///
    /// # Errors
    ///
    /// As [`Register::list`].
    #[tracing::instrument(name = "store.register.draft", skip_all)]
    pub async fn draft(&self, proposal: ProposalId) -> Result<Option<Draft>, StoreError> {
        let row = register_drafts::Entity::find_by_id(proposal.0)
            .one(self.0.reader())
            .await?;
        row.as_ref().map(read_draft).transpose()
    }

    /// What the teams of all proposals of an edition work on, in no order.
    ///
    /// # Errors
    ///
    /// As [`Register::list`].
    #[tracing::instrument(name = "store.register.drafts", skip_all, fields(congress.slug = %congress))]
    pub async fn drafts(&self, congress: &Slug) -> Result<Vec<(ProposalId, Draft)>, StoreError> {
        let theirs = Query::select()
            .column(register_proposals::Column::Id)
            .from(register_proposals::Entity)
            .and_where(register_proposals::Column::CongressId.eq(id::congress(congress)))
            .to_owned();
        let rows = register_drafts::Entity::find()
            .filter(register_drafts::Column::ProposalId.in_subquery(theirs))
            .all(self.0.reader())
            .await?;
        let one =
            |row: register_drafts::Model| Ok((ProposalId(row.proposal_id), read_draft(&row)?));
        rows.into_iter().map(one).collect()
    }

    /// Who is writing which section of a draft; who stopped long ago is listed too.
    ///
    /// # Errors
    ///
    /// As [`Register::list`].
    #[tracing::instrument(name = "store.register.holds", skip_all)]
    pub async fn holds(&self, proposal: ProposalId) -> Result<Vec<Hold>, StoreError> {
        let rows = register_holds::Entity::find()
            .filter(register_holds::Column::ProposalId.eq(proposal.0))
            .all(self.0.reader())
            .await?;
        let owners = rows.iter().map(|row| AccountId(row.account_id));
        let accounts = self.0.accounts().list(owners).await?;
        let hold = |row: register_holds::Model| {
            let of = Row::new("register_holds", row.proposal_id);
            let account = AccountId(row.account_id);
            Ok(Hold {
                name: accounts.get(&account).and_then(|owner| owner.name.clone()),
                account,
                held_at: of.instant("held_at", row.held_at)?,
                section: row.section,
            })
        };
        rows.into_iter().map(hold).collect()
    }
}

/// Whether a version is the newest of its proposal.
fn is_current() -> SimpleExpr {
    use register_proposals::Column as Proposals;
    use register_versions::Column as Versions;
    let newest = Query::select()
        .expr(Expr::val(1))
        .from(register_proposals::Entity)
        .and_where(
            Expr::col(Proposals::Id.as_column_ref()).equals(Versions::ProposalId.as_column_ref()),
        )
        .and_where(
            Expr::col(Proposals::Current.as_column_ref()).equals(Versions::Number.as_column_ref()),
        )
        .to_owned();
    Expr::exists(newest)
}
