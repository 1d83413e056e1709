//! Confirmations: who was asked to appear, and what they answered.

use std::collections::BTreeSet;

use sea_orm::sea_query::OnConflict;
use sea_orm::{ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter};
use serde_json::json;
use uuid::Uuid;
use wiec_model::Slug;
use wiec_model::confirmation::{Confirmation, Confirmations, Question};

use crate::contacts;
use crate::error::StoreError;
use crate::history::{self, Act};
use crate::id;
use crate::store::Store;
use crate::tables::confirmations::{Column, Entity, Model, state};
use crate::tables::sessions;
use crate::tx::Tx;

/// Reads confirmations.
#[derive(Debug)]
pub struct ConfirmationReader<'a>(pub(crate) &'a Store);

impl ConfirmationReader<'_> {
    /// Where all questions of an edition stand.
    ///
    /// # Errors
    ///
    /// [`StoreError::Driver`], or [`StoreError::Inconsistent`] if a row cannot be read.
    #[tracing::instrument(name = "store.confirmations.list", skip_all, fields(congress.slug = %congress))]
    pub async fn list(&self, congress: &Slug) -> Result<Confirmations, StoreError> {
        let rows = Entity::find()
            .filter(Column::CongressId.eq(id::congress(congress)))
            .all(self.0.reader())
            .await?;
        let answers: Result<_, _> = rows.into_iter().map(Model::read).collect();
        Ok(Confirmations(answers?))
    }
}

/// Writes confirmations.
#[derive(Debug)]
pub struct ConfirmationWriter<'a>(pub(crate) &'a mut Tx);

impl ConfirmationWriter<'_> {
    /// Says where a question stands. Why somebody declined stays out of the history.
    ///
    /// # Errors
    ///
    /// [`StoreError::Conflict`] by `confirmations_session_guid_fkey` or
    /// `confirmations_person_guid_fkey` if the draft has no such session or person;
    /// [`StoreError::Driver`].
    #[tracing::instrument(name = "store.confirmations.save", skip_all, fields(congress.slug = %congress))]
    pub async fn save(
        &mut self,
        congress: &Slug,
        question: Question,
        confirmation: &Confirmation,
    ) -> Result<(), StoreError> {
        let tx = &*self.0;
        let congress_id = id::congress(congress);
        let person = contacts::subject(tx, congress_id, question.person, "confirmations").await?;
        let session = sessions::Entity::find_by_id(sessions::key(congress_id, question.session))
            .one(&tx.tx)
            .await?;
        let missing = || StoreError::Conflict {
            constraint: "confirmations_session_guid_fkey".to_owned(),
        };
        let subject = format!("session {}", session.ok_or_else(missing)?.code);
        let key = (congress_id, question.session, question.person);
        let before = Entity::find_by_id(key).one(&tx.tx).await?;
        let before = before.map(|row| Ok::<_, StoreError>(row.read()?.1));
        let before = before.transpose()?.unwrap_or_default();
        match Model::of(congress_id, question, confirmation) {
            None => {
                Entity::delete_by_id(key).exec(&tx.tx).await?;
            }
            Some(row) => {
                Entity::insert(row.into_active_model())
                    .on_conflict(
                        OnConflict::columns([
                            Column::CongressId,
                            Column::SessionGuid,
                            Column::PersonGuid,
                        ])
                        .update_columns([Column::State, Column::At, Column::Reason])
                        .to_owned(),
                    )
                    .exec_without_returning(&tx.tx)
                    .await?;
            }
        }
        let details = json!({
            "person": person.trim_start_matches("person "),
            "confirmation": { "from": state(&before), "to": state(confirmation) },
        });
        history::append(tx, congress_id, Act::Confirm, subject, &details).await
    }
}

/// Forgets what people answered who are none of `people`.
pub(crate) async fn keep_only(
    tx: &Tx,
    congress_id: Uuid,
    people: &BTreeSet<Uuid>,
) -> Result<(), StoreError> {
    let rows = Entity::find()
        .filter(Column::CongressId.eq(congress_id))
        .all(&tx.tx)
        .await?;
    let strangers: BTreeSet<Uuid> = rows
        .iter()
        .map(|row| row.person_guid)
        .filter(|guid| !people.contains(guid))
        .collect();
    if !strangers.is_empty() {
        Entity::delete_many()
            .filter(Column::CongressId.eq(congress_id))
            .filter(Column::PersonGuid.is_in(strangers))
            .exec(&tx.tx)
            .await?;
    }
    Ok(())
}
