//! What is forgotten of submissions, counted from the end of their congress.

use jiff::civil::Date;
use sea_orm::sea_query::Query;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use super::Sweep;
use super::registrations::over;
use crate::error::StoreError;
use crate::tables::{calls, submissions};

impl Sweep<'_> {
    /// Deletes submissions that led to no place in the programme, with their authors, files and reviews, at
    /// congresses whose last day was before `before`, and says how many.
    ///
    /// # Errors
    ///
    /// [`StoreError::Driver`].
    #[tracing::instrument(name = "store.sweep.unused_submissions", skip_all)]
    pub async fn unused_submissions(&mut self, before: Date) -> Result<u64, StoreError> {
        let past = Query::select()
            .column(calls::Column::Id)
            .from(calls::Entity)
            .and_where(calls::Column::CongressId.in_subquery(over(before)))
            .to_owned();
        let gone = submissions::Entity::delete_many()
            .filter(submissions::Column::CallId.in_subquery(past))
            .filter(submissions::Column::State.is_not_in(["accepted", "confirmed"]))
            .exec(&self.0.tx)
            .await?;
        Ok(gone.rows_affected)
    }
}
