//! Mailings: letters that were written together, and how far they are.

use std::collections::{BTreeMap, HashMap};

use jiff::Timestamp;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use wiec_model::Slug;
use wiec_model::mail::MailingId;

use crate::column::Row;
use crate::error::StoreError;
use crate::id;
use crate::mails::find::Mails;
use crate::sight::Sight;
use crate::tables::mailings::{Column, Entity, Model};
use crate::tables::mails;

/// A mailing that is to be made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewMailing {
    /// The congress it is about.
    pub congress: Slug,
    /// What kind of letters: `release`, `organisers`.
    pub template: String,
    /// What lists call it: its subject, or the name of the release.
    pub name: String,
    /// What it goes by, where it must not be made twice: `release/3`.
    pub key: Option<String>,
}

/// A mailing in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MailingSummary {
    /// Its key.
    pub id: MailingId,
    /// What kind of letters.
    pub template: String,
    /// What lists call it.
    pub name: String,
    /// When it was made.
    pub created_at: Timestamp,
    /// How many of its letters are in which state, by its word.
    pub counts: BTreeMap<String, u64>,
}

impl MailingSummary {
    /// How many of its letters are in the state of this word.
    #[must_use]
    pub fn count(&self, state: &str) -> u64 {
        self.counts.get(state).copied().unwrap_or_default()
    }
}

impl Mails<'_> {
    /// The latest mailings of a congress, at most `limit`, the latest first.
    ///
    /// # Errors
    ///
    /// [`StoreError::Driver`], or [`StoreError::Inconsistent`] if one cannot be read.
    #[tracing::instrument(name = "store.mails.mailings", skip_all, fields(congress.slug = %congress))]
    pub async fn mailings(
        &self,
        congress: &Slug,
        sight: Sight,
        limit: u64,
    ) -> Result<Vec<MailingSummary>, StoreError> {
        let rows = Entity::find()
            .filter(Column::CongressId.eq(id::congress(congress)))
            .filter(sight.of_letters(Column::Template))
            .order_by_desc(Column::Id)
            .limit(limit)
            .all(self.0.reader())
            .await?;
        self.with_counts(rows).await
    }

    /// One mailing of a congress.
    ///
    /// # Errors
    ///
    /// As [`Mails::mailings`].
    #[tracing::instrument(name = "store.mails.mailing", skip_all, fields(mailing.id = mailing.0))]
    pub async fn mailing(
        &self,
        congress: &Slug,
        sight: Sight,
        mailing: MailingId,
    ) -> Result<Option<MailingSummary>, StoreError> {
        let row = Entity::find_by_id(mailing.0)
            .filter(Column::CongressId.eq(id::congress(congress)))
            .filter(sight.of_letters(Column::Template))
            .one(self.0.reader())
            .await?;
        let found = self.with_counts(row.into_iter().collect()).await?;
        Ok(found.into_iter().next())
    }

    async fn with_counts(&self, rows: Vec<Model>) -> Result<Vec<MailingSummary>, StoreError> {
        let ids: Vec<i64> = rows.iter().map(|row| row.id).collect();
        let counted: Vec<(i64, String, i64)> = mails::Entity::find()
            .select_only()
            .columns([mails::Column::MailingId, mails::Column::State])
            .column_as(mails::Column::Id.count(), "count")
            .filter(mails::Column::MailingId.is_in(ids))
            .group_by(mails::Column::MailingId)
            .group_by(mails::Column::State)
            .into_tuple()
            .all(self.0.reader())
            .await?;
        let mut counts: HashMap<i64, BTreeMap<String, u64>> = HashMap::new();
        for (mailing, state, count) in counted {
            let count = Row::new("mails", mailing).number("count", count)?;
            counts.entry(mailing).or_default().insert(state, count);
        }
        rows.into_iter()
            .map(|row| summary(&row, counts.remove(&row.id).unwrap_or_default()))
            .collect()
    }
}

fn summary(mailing: &Model, counts: BTreeMap<String, u64>) -> Result<MailingSummary, StoreError> {
    let row = Row::new("mailings", mailing.id);
    Ok(MailingSummary {
        id: MailingId(mailing.id),
        template: mailing.template.clone(),
        name: mailing.name.clone(),
        created_at: row.instant("created_at", mailing.created_at)?,
        counts,
    })
}
