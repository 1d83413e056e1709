//! Reading what the office moderates: the remarks of all proposals of an edition, or of one.

use sea_orm::{
    ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, Select,
};
use wiec_model::Slug;
use wiec_model::register::{ProposalId, Remark};

use super::find::Remarks;
use super::read;
use crate::error::StoreError;
use crate::id;
use crate::tables::{register_proposals, remarks};

/// Some remarks, the longest in their state first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ModeratedPage {
    /// The remarks.
    pub rows: Vec<Remark>,
    /// How many there are in all.
    pub total: u64,
}

impl Remarks<'_> {
    /// A page of remarks in a state, counted from 0: of one proposal, or of all of an edition. Those
    /// that are longest in it come first.
    ///
    /// # Errors
    ///
    /// As [`Remarks::find`].
    #[tracing::instrument(name = "store.remarks.moderated", skip_all, fields(congress.slug = %congress))]
    pub async fn moderated(
        &self,
        congress: &Slug,
        proposal: Option<ProposalId>,
        state: &str,
        page: u64,
        size: u64,
    ) -> Result<ModeratedPage, StoreError> {
        let query = match proposal {
            Some(proposal) => {
                remarks::Entity::find().filter(remarks::Column::ProposalId.eq(proposal.0))
            }
            None => of_edition(congress),
        };
        let query = query.filter(remarks::Column::State.eq(state));
        let view = self.0.snapshot().await?;
        let total = query.clone().count(&view).await?;
        let rows = query
            .order_by_asc(remarks::Column::StateAt)
            .order_by_asc(remarks::Column::ProposalId)
            .order_by_asc(remarks::Column::Number)
            .offset(page * size)
            .limit(size)
            .all(&view)
            .await?;
        view.commit().await?;
        Ok(ModeratedPage {
            rows: rows.into_iter().map(read).collect::<Result<_, _>>()?,
            total,
        })
    }

    /// The remarks of these proposals that wait or are public: those beside which others are put.
    ///
    /// # Errors
    ///
    /// As [`Remarks::find`].
    #[tracing::instrument(name = "store.remarks.beside", skip_all)]
    pub async fn beside(&self, proposals: &[ProposalId]) -> Result<Vec<Remark>, StoreError> {
        let rows = remarks::Entity::find()
            .filter(remarks::Column::ProposalId.is_in(proposals.iter().map(|one| one.0)))
            .filter(remarks::Column::State.is_in(["waiting", "published"]))
            .order_by_asc(remarks::Column::ProposalId)
            .order_by_asc(remarks::Column::Number)
            .all(self.0.reader())
            .await?;
        rows.into_iter().map(read).collect()
    }
}

fn of_edition(congress: &Slug) -> Select<remarks::Entity> {
    let theirs = sea_orm::sea_query::Query::select()
        .column(register_proposals::Column::Id)
        .from(register_proposals::Entity)
        .and_where(register_proposals::Column::CongressId.eq(id::congress(congress)))
        .to_owned();
    remarks::Entity::find().filter(remarks::Column::ProposalId.in_subquery(theirs))
}
