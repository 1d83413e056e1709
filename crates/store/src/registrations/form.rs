//! The form of an edition, and the lock that those who register take in turn.

use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{ActiveValue, ColumnTrait, EntityTrait, QueryFilter, TryInsertResult};
use serde_json::json;
use wiec_model::registration::{Registration, RegistrationForm};
use wiec_model::{Congress, Slug};

use crate::bell::Topic;
use crate::column::{Row, json as written};
use crate::error::StoreError;
use crate::history::{self, Act};
use crate::id;
use crate::registrations::find::Registrations;
use crate::registrations::receive::RegistrationWriter;
use crate::tables::congresses;
use crate::tables::registration_forms::{ActiveModel, Column, Entity};

/// The form of an edition, as it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormRow {
    /// The form: as it was set up, or the usual one.
    pub form: RegistrationForm,
    /// How often it was set up; whoever changes it names the one they saw.
    pub revision: u32,
}

/// What came of setting up a form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SavedForm {
    /// It is set up, and these waited and have a place now.
    Saved(Vec<Registration>),
    /// Somebody set it up meanwhile.
    Changed,
}

impl Registrations<'_> {
    /// The form of an edition; `None` if there is no such edition.
    ///
    /// # Errors
    ///
    /// [`StoreError::Driver`], or [`StoreError::Inconsistent`] if it cannot be read.
    #[tracing::instrument(name = "store.registrations.form", skip_all, fields(congress.slug = %congress))]
    pub async fn form(&self, congress: &Slug) -> Result<Option<FormRow>, StoreError> {
        let id = id::congress(congress);
        let view = self.0.snapshot().await?;
        let edition = congresses::Entity::find_by_id(id).one(&view).await?;
        let row = Entity::find_by_id(id).one(&view).await?;
        view.commit().await?;
        let Some(edition) = edition else {
            return Ok(None);
        };
        let usual: Congress = edition.read()?;
        let of = Row::new("registration_forms", id);
        let (form, revision) = row.map_or((None, 0), |row| (row.form, row.revision));
        Ok(Some(FormRow {
            form: of
                .json_opt("form", form.as_deref())?
                .unwrap_or_else(|| RegistrationForm::usual(&usual)),
            revision: of.number("revision", revision)?,
        }))
    }
}

impl RegistrationWriter<'_> {
    /// Sets up the form of an edition over the revision `seen`. More places than before go to those
    /// who wait, in their order.
    ///
    /// # Errors
    ///
    /// [`StoreError::Conflict`] if there is no such edition; [`StoreError::Driver`].
    #[tracing::instrument(name = "store.registrations.save_form", skip_all, fields(congress.slug = %congress))]
    pub async fn save_form(
        &mut self,
        congress: &Slug,
        form: &RegistrationForm,
        seen: u32,
    ) -> Result<SavedForm, StoreError> {
        self.lock(congress).await?;
        let id = id::congress(congress);
        let before = Entity::find_by_id(id).one(&self.0.tx).await?;
        let row = Row::new("registration_forms", id);
        let was: Option<RegistrationForm> = match &before {
            Some(before) => row.json_opt("form", before.form.as_deref())?,
            None => None,
        };
        if before.as_ref().map_or(0, |row| row.revision) != i64::from(seen) {
            return Ok(SavedForm::Changed);
        }
        Entity::update_many()
            .col_expr(Column::Form, Expr::value(written(form)))
            .col_expr(Column::Revision, Expr::value(i64::from(seen) + 1))
            .filter(Column::CongressId.eq(id))
            .exec(&self.0.tx)
            .await?;
        let details = json!({ "form": { "from": was, "to": form } });
        let subject = "registration form".to_owned();
        history::append(self.0, id, Act::SetRegistration, subject, &details).await?;
        self.0.touch(Topic::Registrations);
        let promoted = self.promote(congress, form, None).await?;
        Ok(SavedForm::Saved(promoted))
    }

    /// Makes everybody else who registers for an edition wait until this transaction is over.
    ///
    /// Writing the row takes its lock on `PostgreSQL`; on `SQLite` there is one writer anyway.
    pub(super) async fn lock(&mut self, congress: &Slug) -> Result<i64, StoreError> {
        let id = id::congress(congress);
        let row = ActiveModel {
            congress_id: ActiveValue::Set(id),
            form: ActiveValue::Set(None),
            received: ActiveValue::Set(0),
            revision: ActiveValue::Set(0),
        };
        let made = Entity::insert(row).on_conflict_do_nothing();
        let _: TryInsertResult<u64> = made.exec_without_returning(&self.0.tx).await?;
        self.count(congress, 0).await?;
        let row = Entity::find_by_id(id).one(&self.0.tx).await?;
        Ok(row.map_or(0, |row| row.received))
    }

    /// Counts `more` received registrations of an edition.
    pub(super) async fn count(&mut self, congress: &Slug, more: i64) -> Result<(), StoreError> {
        Entity::update_many()
            .col_expr(Column::Received, Expr::col(Column::Received).add(more))
            .filter(Column::CongressId.eq(id::congress(congress)))
            .exec(&self.0.tx)
            .await?;
        Ok(())
    }
}
