//! Pages that the law asks for: what the organisers filled in, and who changed what of it.

use jiff::Timestamp;
use sea_orm::{ActiveValue, ColumnTrait, EntityTrait, QueryFilter};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value as Json, json};
use uuid::Uuid;
use wiec_model::Slug;
use wiec_model::notice::NoticeKind;

use crate::column::{Row, json as written, word};
use crate::error::StoreError;
use crate::history::{self, Act};
use crate::id;
use crate::store::Store;
use crate::tables::notices::{ActiveModel, Column, Entity};
use crate::tx::Tx;

/// A page as it was filled in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice<T> {
    /// What was filled in.
    pub fields: T,
    /// How often it was written; whoever changes it names the one they saw.
    pub revision: u32,
    /// When it was last written.
    pub updated_at: Timestamp,
}

/// Reads what was filled in.
#[derive(Debug)]
pub struct Notices<'a>(pub(crate) &'a Store);

impl Notices<'_> {
    /// A page of an edition; `None` if nobody filled it in.
    ///
    /// # Errors
    ///
    /// [`StoreError::Driver`], or [`StoreError::Inconsistent`] if it cannot be read.
    #[tracing::instrument(name = "store.notices.find", skip_all, fields(congress.slug = %congress))]
    pub async fn find<T: DeserializeOwned>(
        &self,
        congress: &Slug,
        kind: NoticeKind,
    ) -> Result<Option<Notice<T>>, StoreError> {
        let key = (id::congress(congress), word(&kind));
        let Some(found) = Entity::find_by_id(key).one(self.0.reader()).await? else {
            return Ok(None);
        };
        let row = Row::new("notices", found.congress_id);
        Ok(Some(Notice {
            fields: row.json("fields", &found.fields)?,
            revision: row.number("revision", found.revision)?,
            updated_at: row.instant("updated_at", found.updated_at)?,
        }))
    }
}

/// Writes what is filled in.
#[derive(Debug)]
pub struct NoticeWriter<'a>(pub(crate) &'a mut Tx);

impl NoticeWriter<'_> {
    /// Writes a page of an edition over the revision `seen`, which is 0 for a page that nobody
    /// filled in. Writing what is there already changes nothing.
    ///
    /// # Errors
    ///
    /// [`StoreError::Stale`] if somebody wrote another revision in the meantime;
    /// [`StoreError::Conflict`] if there is no such edition; [`StoreError::Driver`].
    #[tracing::instrument(name = "store.notices.save", skip_all, fields(congress.slug = %congress))]
    pub async fn save<T: Serialize>(
        &mut self,
        congress: &Slug,
        kind: NoticeKind,
        fields: &T,
        seen: u32,
    ) -> Result<(), StoreError> {
        let key = (id::congress(congress), word(&kind));
        let before = Entity::find_by_id(key.clone()).one(&self.0.tx).await?;
        if before.as_ref().map_or(0, |row| row.revision) != i64::from(seen) {
            return Err(StoreError::Stale);
        }
        let row = Row::new("notices", key.0);
        let was: Json = match &before {
            Some(before) => row.json("fields", &before.fields)?,
            None => Json::Null,
        };
        let now = json!(fields);
        if was == now {
            return Ok(());
        }
        let row = ActiveModel {
            congress_id: ActiveValue::Set(key.0),
            kind: ActiveValue::Set(key.1.clone()),
            fields: ActiveValue::Set(written(&now)),
            revision: ActiveValue::Set(i64::from(seen) + 1),
            updated_at: ActiveValue::Set(self.0.at.into()),
        };
        if before.is_none() {
            Entity::insert(row)
                .exec_without_returning(&self.0.tx)
                .await?;
        } else {
            self.replace(&key, row, seen).await?;
        }
        let details = Json::Object(differences(&was, &now));
        history::append(self.0, key.0, Act::EditNotice, subject(kind), &details).await
    }

    /// The second of two at the same moment finds no row of the revision that it saw.
    async fn replace(
        &mut self,
        (congress, kind): &(Uuid, String),
        row: ActiveModel,
        seen: u32,
    ) -> Result<(), StoreError> {
        let replaced = Entity::update_many()
            .set(row)
            .filter(Column::CongressId.eq(*congress))
            .filter(Column::Kind.eq(kind))
            .filter(Column::Revision.eq(i64::from(seen)))
            .exec(&self.0.tx)
            .await?;
        if replaced.rows_affected == 1 {
            Ok(())
        } else {
            Err(StoreError::Stale)
        }
    }
}

/// A page as the subject of an act: `notice accessibility`.
#[must_use]
pub fn subject(kind: NoticeKind) -> String {
    format!("notice {}", word(&kind))
}

/// The fields that differ, from what to what.
fn differences(was: &Json, now: &Json) -> Map<String, Json> {
    let mut changed = Map::new();
    for (key, to) in now.as_object().into_iter().flatten() {
        let from = was.get(key).unwrap_or(&Json::Null);
        if from != to {
            changed.insert(key.clone(), json!({ "from": from, "to": to }));
        }
    }
    changed
}
