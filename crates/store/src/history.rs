//! What was done to an edition, by whom and when. One entry per act, written in its transaction.

use std::fmt;

use jiff::Timestamp;
use sea_orm::{ActiveValue, ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use serde::{Deserialize, Serialize};
use serde_json::Value as Json;
use uuid::Uuid;
use wiec_model::Slug;

use crate::column::{Row, json, word};
use crate::error::StoreError;
use crate::id;
use crate::store::Store;
use crate::tables::history::{ActiveModel, Column, Entity, Model};
use crate::tx::Tx;

/// Who does something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Actor {
    /// Whoever runs the program, at its command line.
    Operator,
    /// Someone on the web, without an account.
    Visitor,
    /// The program itself.
    System,
}

/// What is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Act {
    /// A draft was saved, as by an import.
    SaveDraft,
    /// A schedule was released.
    Release,
    /// The exports of a release were made anew.
    ReplaceExports,
}

impl fmt::Display for Actor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&word(self))
    }
}

impl fmt::Display for Act {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&word(self))
    }
}

/// One entry of the history.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// When it happened.
    pub at: Timestamp,
    /// Who did it.
    pub actor: Actor,
    /// What was done.
    pub act: Act,
    /// To what: `draft`, `release 3`.
    pub subject: String,
    /// What changed, as an object: counts, or `from` and `to`.
    pub details: Json,
}

/// Reads the history.
#[derive(Debug)]
pub struct History<'a>(pub(crate) &'a Store);

impl History<'_> {
    /// The last `limit` entries of an edition, newest first.
    ///
    /// # Errors
    ///
    /// [`StoreError::Driver`], or [`StoreError::Inconsistent`] if an entry cannot be read.
    #[tracing::instrument(name = "store.history.list", skip_all, fields(congress.slug = %congress))]
    pub async fn list(&self, congress: &Slug, limit: u64) -> Result<Vec<Entry>, StoreError> {
        let rows = Entity::find()
            .filter(Column::CongressId.eq(id::congress(congress)))
            .order_by_desc(Column::Id)
            .limit(limit)
            .all(self.0.reader())
            .await?;
        rows.into_iter().map(read).collect()
    }
}

/// Writes the entry of an act.
pub(crate) async fn append(
    tx: &Tx,
    congress_id: Uuid,
    act: Act,
    subject: String,
    details: &Json,
) -> Result<(), StoreError> {
    let entry = ActiveModel {
        id: ActiveValue::NotSet,
        at: ActiveValue::Set(tx.at.into()),
        actor: ActiveValue::Set(tx.actor.to_string()),
        action: ActiveValue::Set(act.to_string()),
        subject: ActiveValue::Set(subject),
        congress_id: ActiveValue::Set(congress_id),
        details: ActiveValue::Set(json(details)),
    };
    Entity::insert(entry).exec_without_returning(&tx.tx).await?;
    Ok(())
}

fn read(entry: Model) -> Result<Entry, StoreError> {
    let row = Row::new("history", entry.id);
    Ok(Entry {
        at: row.instant("at", entry.at)?,
        actor: row.word("actor", &entry.actor)?,
        act: row.word("action", &entry.action)?,
        subject: entry.subject,
        details: row.json("details", &entry.details)?,
    })
}
