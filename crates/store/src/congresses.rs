//! The editions that an installation holds.

use std::collections::HashMap;

use jiff::civil::Date;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect};
use uuid::Uuid;
use wiec_model::{Congress, Slug, Text};

use crate::column::Row;
use crate::error::StoreError;
use crate::id;
use crate::store::Store;
use crate::tables::{congresses, days, schedules};

/// An edition in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CongressSummary {
    /// The first word of its addresses.
    pub slug: Slug,
    /// What it is called.
    pub name: Text,
    /// Its first day, by its draft.
    pub first_day: Option<Date>,
    /// Its last day, by its draft.
    pub last_day: Option<Date>,
    /// The number of the release that the public sees, if there is one.
    pub newest_release: Option<u32>,
}

/// Reads the list of editions.
#[derive(Debug)]
pub struct Congresses<'a>(pub(crate) &'a Store);

impl Congresses<'_> {
    /// Whether there is an edition of this slug, released or not.
    ///
    /// # Errors
    ///
    /// [`StoreError::Driver`].
    #[tracing::instrument(name = "store.congresses.exists", skip_all, fields(congress.slug = %congress))]
    pub async fn exists(&self, congress: &Slug) -> Result<bool, StoreError> {
        let found: Option<Uuid> = congresses::Entity::find_by_id(id::congress(congress))
            .select_only()
            .column(congresses::Column::Id)
            .into_tuple()
            .one(self.0.reader())
            .await?;
        Ok(found.is_some())
    }

    /// An edition as its draft describes it; `None` if there is no such edition.
    ///
    /// # Errors
    ///
    /// [`StoreError::Driver`], or [`StoreError::Inconsistent`] if it cannot be read.
    #[tracing::instrument(name = "store.congresses.find", skip_all, fields(congress.slug = %congress))]
    pub async fn find(&self, congress: &Slug) -> Result<Option<Congress>, StoreError> {
        let found = congresses::Entity::find_by_id(id::congress(congress))
            .one(self.0.reader())
            .await?;
        found.map(congresses::Model::read).transpose()
    }

    /// All editions, the latest first.
    ///
    /// # Errors
    ///
    /// [`StoreError::Driver`], or [`StoreError::Inconsistent`] if one cannot be read.
    #[tracing::instrument(name = "store.congresses.list", skip_all)]
    pub async fn list(&self) -> Result<Vec<CongressSummary>, StoreError> {
        let view = self.0.snapshot().await?;
        let rows = congresses::Entity::find().all(&view).await?;
        let days: Vec<(Uuid, String, String)> = days::Entity::find()
            .select_only()
            .column(days::Column::CongressId)
            .column_as(days::Column::Date.min(), "first")
            .column_as(days::Column::Date.max(), "last")
            .group_by(days::Column::CongressId)
            .into_tuple()
            .all(&view)
            .await?;
        let newest: Vec<(Uuid, i64)> = schedules::Entity::find()
            .select_only()
            .column(schedules::Column::CongressId)
            .column_as(schedules::Column::Number.max(), "newest")
            .filter(schedules::Column::State.eq(schedules::RELEASED))
            .group_by(schedules::Column::CongressId)
            .into_tuple()
            .all(&view)
            .await?;
        view.commit().await?;

        let days: HashMap<_, _> = days
            .into_iter()
            .map(|(id, first, last)| (id, (first, last)))
            .collect();
        let newest: HashMap<_, _> = newest.into_iter().collect();
        let mut found: Vec<CongressSummary> = rows
            .into_iter()
            .map(|row| summary(&row, days.get(&row.id), newest.get(&row.id)))
            .collect::<Result<_, _>>()?;
        found.sort_by(|a, b| {
            b.first_day
                .cmp(&a.first_day)
                .then_with(|| a.slug.cmp(&b.slug))
        });
        Ok(found)
    }
}

fn summary(
    congress: &congresses::Model,
    days: Option<&(String, String)>,
    newest: Option<&i64>,
) -> Result<CongressSummary, StoreError> {
    let row = Row::new("congresses", congress.id);
    let day = |date: &String| Row::new("days", congress.id).parse("date", date);
    Ok(CongressSummary {
        slug: row.parse("slug", &congress.slug)?,
        name: row.json("name", &congress.name)?,
        first_day: days.map(|(first, _)| day(first)).transpose()?,
        last_day: days.map(|(_, last)| day(last)).transpose()?,
        newest_release: Row::new("schedules", congress.id).number_opt("number", newest.copied())?,
    })
}
