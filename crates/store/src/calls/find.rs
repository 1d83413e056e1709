//! Reading calls.

use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use wiec_model::Slug;
use wiec_model::calls::{Call, CallId};

use super::read;
use crate::error::StoreError;
use crate::id;
use crate::store::Store;
use crate::tables::calls;

/// Reads calls.
#[derive(Debug)]
pub struct Calls<'a>(pub(crate) &'a Store);

impl Calls<'_> {
    /// All calls of a congress, in the order in which they were made.
    ///
    /// # Errors
    ///
    /// [`StoreError::Driver`], or [`StoreError::Inconsistent`] if one cannot be read.
    #[tracing::instrument(name = "store.calls.list", skip_all, fields(congress.slug = %congress))]
    pub async fn list(&self, congress: &Slug) -> Result<Vec<Call>, StoreError> {
        let rows = calls::Entity::find()
            .filter(calls::Column::CongressId.eq(id::congress(congress)))
            .order_by_asc(calls::Column::CreatedAt)
            .order_by_asc(calls::Column::Slug)
            .all(self.0.reader())
            .await?;
        rows.into_iter().map(|row| read(row, congress)).collect()
    }

    /// The call of a congress by its slug.
    ///
    /// # Errors
    ///
    /// As [`Calls::list`].
    #[tracing::instrument(name = "store.calls.find", skip_all, fields(congress.slug = %congress))]
    pub async fn find(&self, congress: &Slug, slug: &Slug) -> Result<Option<Call>, StoreError> {
        let row = calls::Entity::find()
            .filter(calls::Column::CongressId.eq(id::congress(congress)))
            .filter(calls::Column::Slug.eq(slug.as_str()))
            .one(self.0.reader())
            .await?;
        row.map(|row| read(row, congress)).transpose()
    }

    /// The call of a congress by its key.
    ///
    /// # Errors
    ///
    /// As [`Calls::list`].
    #[tracing::instrument(name = "store.calls.get", skip_all, fields(congress.slug = %congress))]
    pub async fn get(&self, congress: &Slug, call: CallId) -> Result<Option<Call>, StoreError> {
        let row = calls::Entity::find_by_id(call.0)
            .filter(calls::Column::CongressId.eq(id::congress(congress)))
            .one(self.0.reader())
            .await?;
        row.map(|row| read(row, congress)).transpose()
    }
}
