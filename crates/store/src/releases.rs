//! Releases: stored once, as documents, and never touched again. No statement here updates one.

use jiff::Timestamp;
use sea_orm::{
    ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder,
    QuerySelect,
};
use serde_json::json;
use uuid::Uuid;
use wiec_model::{Release, Slug};

use crate::bell::Topic;
use crate::column::{Micros, Row};
use crate::error::StoreError;
use crate::exports::{self, Export};
use crate::history::{self, Act};
use crate::id;
use crate::store::Store;
use crate::tables::schedules::{Column, Entity, Model, RELEASED};
use crate::tx::Tx;

/// A release in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReleaseSummary {
    /// Counted from 1 within the edition.
    pub number: u32,
    /// What the organisers call it.
    pub name: String,
    /// When it was released, to the microsecond.
    pub released_at: Timestamp,
}

/// Reads releases.
#[derive(Debug)]
pub struct Releases<'a>(pub(crate) &'a Store);

impl Releases<'_> {
    /// The releases of an edition, newest first, without their programmes.
    ///
    /// # Errors
    ///
    /// [`StoreError::Driver`], or [`StoreError::Inconsistent`] if one cannot be read.
    #[tracing::instrument(name = "store.releases.list", skip_all, fields(congress.slug = %congress))]
    pub async fn list(&self, congress: &Slug) -> Result<Vec<ReleaseSummary>, StoreError> {
        let rows: Vec<(Uuid, i64, String, Micros)> = Entity::find()
            .select_only()
            .columns([Column::Id, Column::Number, Column::Name, Column::ReleasedAt])
            .filter(Column::CongressId.eq(id::congress(congress)))
            .filter(Column::State.eq(RELEASED))
            .order_by_desc(Column::Number)
            .into_tuple()
            .all(self.0.reader())
            .await?;
        rows.into_iter().map(summary).collect()
    }

    /// One release, whole.
    ///
    /// # Errors
    ///
    /// [`StoreError::Driver`], or [`StoreError::Inconsistent`] if it cannot be read.
    #[tracing::instrument(name = "store.releases.find", skip_all, fields(congress.slug = %congress, release.number = number))]
    pub async fn find(&self, congress: &Slug, number: u32) -> Result<Option<Release>, StoreError> {
        let row = Entity::find_by_id(id::release(congress, number))
            .one(self.0.reader())
            .await?;
        row.map(Model::read).transpose()
    }

    /// The release that the public sees, whole.
    ///
    /// # Errors
    ///
    /// As [`Releases::find`].
    #[tracing::instrument(name = "store.releases.newest", skip_all, fields(congress.slug = %congress))]
    pub async fn newest(&self, congress: &Slug) -> Result<Option<Release>, StoreError> {
        let row = Entity::find()
            .filter(Column::CongressId.eq(id::congress(congress)))
            .filter(Column::State.eq(RELEASED))
            .order_by_desc(Column::Number)
            .limit(1)
            .one(self.0.reader())
            .await?;
        row.map(Model::read).transpose()
    }
}

/// Writes releases.
#[derive(Debug)]
pub struct ReleaseWriter<'a>(pub(crate) &'a mut Tx);

impl ReleaseWriter<'_> {
    /// Stores a release of an edition, for ever, with the files that were made of it for `base_url`.
    ///
    /// # Errors
    ///
    /// [`StoreError::Conflict`] if its number is taken (`schedules_pkey` or
    /// `schedules_congress_id_number_key`) or there is no such edition; [`StoreError::Driver`].
    #[tracing::instrument(name = "store.releases.create", skip_all, fields(congress.slug = %congress, release.number = release.number))]
    pub async fn create(
        &mut self,
        congress: &Slug,
        release: &Release,
        base_url: &str,
        exports: &[Export],
    ) -> Result<(), StoreError> {
        self.0.touch(Topic::Released);
        let row = Model::of(congress, release, base_url);
        let (id, congress_id) = (row.id, row.congress_id);
        row.into_active_model().insert(&self.0.tx).await?;
        exports::insert(&self.0.tx, id, exports).await?;
        let details = json!({
            "name": release.name,
            "sessions": release.programme.sessions.len(),
            "cancelled": release.cancelled.len(),
            "exports": exports.len(),
        });
        history::append(
            self.0,
            congress_id,
            Act::Release,
            subject(release.number),
            &details,
        )
        .await
    }
}

/// A release as the subject of an act.
pub(crate) fn subject(number: u32) -> String {
    format!("release {number}")
}

fn summary(
    (id, number, name, released_at): (Uuid, i64, String, Micros),
) -> Result<ReleaseSummary, StoreError> {
    let row = Row::new("schedules", id);
    Ok(ReleaseSummary {
        number: row.number("number", number)?,
        name,
        released_at: row.instant("released_at", released_at)?,
    })
}
