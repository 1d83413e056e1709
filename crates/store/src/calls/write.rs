//! Making and changing calls.

use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{ActiveValue, ColumnTrait, EntityTrait, QueryFilter};
use serde_json::{Value as Json, json};
use wiec_model::Slug;
use wiec_model::calls::{Call, CallId, CallSetup};

use super::subject;
use crate::bell::Topic;
use crate::column::json as written;
use crate::error::StoreError;
use crate::history::{self, Act};
use crate::id;
use crate::tables::calls;
use crate::tx::Tx;

/// A call that is made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewCall {
    /// Its key.
    pub id: CallId,
    /// Of which congress.
    pub congress: Slug,
    /// Its word in addresses.
    pub slug: Slug,
    /// What the organisers say of it.
    pub setup: CallSetup,
}

/// Writes calls.
#[derive(Debug)]
pub struct CallWriter<'a>(pub(crate) &'a mut Tx);

impl CallWriter<'_> {
    /// Makes a call.
    ///
    /// # Errors
    ///
    /// [`StoreError::Conflict`] `calls_congress_id_slug_key` if the congress has one of this slug, or if
    /// there is no such congress; [`StoreError::Driver`].
    #[tracing::instrument(name = "store.calls.create", skip_all, fields(call.slug = %new.slug))]
    pub async fn create(&mut self, new: &NewCall) -> Result<Call, StoreError> {
        let row = calls::ActiveModel {
            id: ActiveValue::Set(new.id.0),
            congress_id: ActiveValue::Set(id::congress(&new.congress)),
            slug: ActiveValue::Set(new.slug.to_string()),
            setup: ActiveValue::Set(written(&new.setup)),
            submitted: ActiveValue::Set(0),
            revision: ActiveValue::Set(0),
            created_at: ActiveValue::Set(self.0.at.into()),
        };
        calls::Entity::insert(row)
            .exec_without_returning(&self.0.tx)
            .await?;
        let call = Call {
            id: new.id,
            congress: new.congress.clone(),
            slug: new.slug.clone(),
            setup: new.setup.clone(),
            revision: 0,
            created_at: self.0.at,
        };
        let details = json!({ "title": { "from": null, "to": new.setup.title } });
        self.note(&call, Act::SetCall, &details).await?;
        Ok(call)
    }

    /// Changes what is said of a call, if nobody did since it was read as `before`.
    ///
    /// # Errors
    ///
    /// [`StoreError::Stale`] if somebody did, or there is no such call; [`StoreError::Driver`].
    #[tracing::instrument(name = "store.calls.change", skip_all, fields(call.slug = %before.slug))]
    pub async fn change(&mut self, before: &Call, setup: &CallSetup) -> Result<Call, StoreError> {
        let revision = before.revision + 1;
        let done = calls::Entity::update_many()
            .col_expr(calls::Column::Setup, Expr::value(written(setup)))
            .col_expr(calls::Column::Revision, Expr::value(i64::from(revision)))
            .filter(calls::Column::Id.eq(before.id.0))
            .filter(calls::Column::Revision.eq(i64::from(before.revision)))
            .exec(&self.0.tx)
            .await?;
        if done.rows_affected == 0 {
            return Err(StoreError::Stale);
        }
        let details = differences(&before.setup, setup);
        self.note(before, Act::SetCall, &details).await?;
        Ok(Call {
            setup: setup.clone(),
            revision,
            ..before.clone()
        })
    }

    /// Makes everybody else who submits to a call, or is decided on in it, wait until this transaction is
    /// over. Counts `more` submissions, and says how many came so far.
    ///
    /// Writing the row takes its lock on `PostgreSQL`; on `SQLite` there is one writer anyway.
    pub(crate) async fn lock(
        &mut self,
        call: CallId,
        more: i64,
    ) -> Result<calls::Model, StoreError> {
        calls::Entity::update_many()
            .col_expr(
                calls::Column::Submitted,
                Expr::col(calls::Column::Submitted).add(more),
            )
            .filter(calls::Column::Id.eq(call.0))
            .exec(&self.0.tx)
            .await?;
        let row = calls::Entity::find_by_id(call.0).one(&self.0.tx).await?;
        row.ok_or(StoreError::Stale)
    }

    /// Notes that the table of what was offered to a call, with its people, was taken out as a file.
    ///
    /// # Errors
    ///
    /// [`StoreError::Driver`].
    #[tracing::instrument(name = "store.calls.note_export", skip_all, fields(call.slug = %call.slug))]
    pub async fn note_export(&mut self, call: &Call, rows: usize) -> Result<(), StoreError> {
        self.note(call, Act::ExportPeople, &json!({ "rows": rows }))
            .await
    }

    /// Writes what was done to a call into the history, and rings the bell.
    pub(crate) async fn note(
        &mut self,
        call: &Call,
        act: Act,
        details: &Json,
    ) -> Result<(), StoreError> {
        self.0.touch(Topic::Calls);
        let congress = id::congress(&call.congress);
        history::append(self.0, congress, act, subject(&call.slug), details).await
    }
}

/// What differs, field by field, as `from` and `to`.
fn differences(before: &CallSetup, after: &CallSetup) -> Json {
    let fields = |setup: &CallSetup| match json!(setup) {
        Json::Object(fields) => fields,
        _ => serde_json::Map::new(),
    };
    let (before, after) = (fields(before), fields(after));
    let changed = after.into_iter().filter_map(|(field, to)| {
        let from = before.get(&field).cloned().unwrap_or(Json::Null);
        (from != to).then(|| (field, json!({ "from": from, "to": to })))
    });
    Json::Object(changed.collect())
}
