//! Forgetting what was kept long enough: the statements of the daily job, by the table of
//! [`wiec_model::retention`]. They leave one entry in the history, with what was forgotten of what.

mod accounts;
mod registrations;
mod submissions;

use std::collections::BTreeMap;

use jiff::Timestamp;
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QuerySelect, QueryTrait};
use serde_json::json;
use wiec_model::retention::Kept;

use crate::column::Micros;
use crate::error::StoreError;
use crate::history::{self, Act};
use crate::tables::{
    ceremonies, favourite_lists, favourites, jobs, logins, register_uploads, remarks,
};
use crate::tx::Tx;

/// Forgets what was kept long enough.
#[derive(Debug)]
pub struct Sweep<'a>(pub(crate) &'a mut Tx);

impl Sweep<'_> {
    /// Deletes ceremonies that were over before `before`, and says how many.
    ///
    /// # Errors
    ///
    /// [`StoreError::Driver`].
    #[tracing::instrument(name = "store.sweep.ceremonies", skip_all)]
    pub async fn ceremonies(&mut self, before: Timestamp) -> Result<u64, StoreError> {
        let over = ceremonies::Column::ExpiresAt.lt(Micros::from(before));
        let gone = ceremonies::Entity::delete_many()
            .filter(over)
            .exec(&self.0.tx)
            .await?;
        Ok(gone.rows_affected)
    }

    /// Deletes logins that ended before `before`, by themselves or by hand, and says how many.
    ///
    /// # Errors
    ///
    /// [`StoreError::Driver`].
    #[tracing::instrument(name = "store.sweep.logins", skip_all)]
    pub async fn logins(&mut self, before: Timestamp) -> Result<u64, StoreError> {
        let at = Micros::from(before);
        let over = Condition::any()
            .add(logins::Column::ExpiresAt.lt(at))
            .add(logins::Column::EndedAt.lt(at));
        self.note_use(&over).await?;
        let gone = logins::Entity::delete_many()
            .filter(over)
            .exec(&self.0.tx)
            .await?;
        Ok(gone.rows_affected)
    }

    /// Deletes files that were sent before `before` to be taken in, and says how many.
    ///
    /// # Errors
    ///
    /// [`StoreError::Driver`].
    #[tracing::instrument(name = "store.sweep.uploads", skip_all)]
    pub async fn uploads(&mut self, before: Timestamp) -> Result<u64, StoreError> {
        let gone = register_uploads::Entity::delete_many()
            .filter(register_uploads::Column::At.lt(Micros::from(before)))
            .exec(&self.0.tx)
            .await?;
        Ok(gone.rows_affected)
    }

    /// Deletes remarks that came before `before` and were never confirmed, and says how many.
    ///
    /// # Errors
    ///
    /// [`StoreError::Driver`].
    #[tracing::instrument(name = "store.sweep.unconfirmed_remarks", skip_all)]
    pub async fn unconfirmed_remarks(&mut self, before: Timestamp) -> Result<u64, StoreError> {
        let gone = remarks::Entity::delete_many()
            .filter(remarks::Column::State.eq("unconfirmed"))
            .filter(remarks::Column::StateAt.lt(Micros::from(before)))
            .exec(&self.0.tx)
            .await?;
        Ok(gone.rows_affected)
    }

    /// Deletes jobs that were given up before `before`, and says how many.
    ///
    /// # Errors
    ///
    /// [`StoreError::Driver`].
    #[tracing::instrument(name = "store.sweep.jobs", skip_all)]
    pub async fn jobs(&mut self, before: Timestamp) -> Result<u64, StoreError> {
        let over = jobs::Column::DeadAt.lt(Micros::from(before));
        let gone = jobs::Entity::delete_many()
            .filter(over)
            .exec(&self.0.tx)
            .await?;
        Ok(gone.rows_affected)
    }

    /// Deletes lists of favourites that nobody added to since `before`, and says how many.
    ///
    /// # Errors
    ///
    /// [`StoreError::Driver`].
    #[tracing::instrument(name = "store.sweep.favourites", skip_all)]
    pub async fn favourites(&mut self, before: Timestamp) -> Result<u64, StoreError> {
        let at = Micros::from(before);
        let in_use = favourites::Entity::find()
            .select_only()
            .column(favourites::Column::TokenHash)
            .filter(favourites::Column::AddedAt.gte(at))
            .into_query();
        let gone = favourite_lists::Entity::delete_many()
            .filter(favourite_lists::Column::CreatedAt.lt(at))
            .filter(favourite_lists::Column::TokenHash.not_in_subquery(in_use))
            .exec(&self.0.tx)
            .await?;
        Ok(gone.rows_affected)
    }

    /// Notes what was forgotten, unless that was nothing.
    ///
    /// # Errors
    ///
    /// [`StoreError::Driver`].
    pub async fn note(&mut self, counts: &BTreeMap<Kept, u64>) -> Result<(), StoreError> {
        let some: BTreeMap<&str, u64> = counts
            .iter()
            .filter(|(_, count)| **count > 0)
            .map(|(kept, count)| (kept.key(), *count))
            .collect();
        if some.is_empty() {
            return Ok(());
        }
        let subject = "retention".to_owned();
        history::append(self.0, None, Act::Sweep, subject, &json!(some)).await
    }
}
