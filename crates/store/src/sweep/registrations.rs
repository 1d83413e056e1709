//! What is forgotten of registrations, counted from the end of their congress.

use jiff::civil::Date;
use sea_orm::sea_query::{Expr, ExprTrait, Query, SelectStatement};
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter};
use wiec_model::registration::{Answers, State};

use crate::column::{Row, json};
use crate::error::StoreError;
use crate::sweep::Sweep;
use crate::tables::registrations::{Column, Entity, Model};
use crate::tables::{consents, days, registrations};

impl Sweep<'_> {
    /// Forgets what people needed at congresses whose last day was before `before`, and says of how
    /// many people.
    ///
    /// # Errors
    ///
    /// [`StoreError::Driver`], or [`StoreError::Inconsistent`] if a row cannot be read.
    #[tracing::instrument(name = "store.sweep.needs", skip_all)]
    pub async fn needs(&mut self, before: Date) -> Result<u64, StoreError> {
        let any = Condition::any()
            .add(holds("services"))
            .add(holds("other_service"));
        self.forget(before, any, |answers| {
            answers.services.clear();
            answers.other_service = None;
        })
        .await
    }

    /// Forgets answers to the organisers' own questions at congresses whose last day was before
    /// `before`, and says of how many people.
    ///
    /// # Errors
    ///
    /// As [`Sweep::needs`].
    #[tracing::instrument(name = "store.sweep.answers", skip_all)]
    pub async fn answers(&mut self, before: Date) -> Result<u64, StoreError> {
        let any = Condition::any().add(holds("replies"));
        self.forget(before, any, |answers| answers.replies.clear())
            .await
    }

    /// Deletes registrations that led to no place, with their consents, at congresses whose last day
    /// was before `before`, and says how many.
    ///
    /// # Errors
    ///
    /// [`StoreError::Driver`].
    #[tracing::instrument(name = "store.sweep.unused_registrations", skip_all)]
    pub async fn unused_registrations(&mut self, before: Date) -> Result<u64, StoreError> {
        let unused = Condition::all().add(Column::State.is_not_in(State::WITH_A_PLACE));
        self.delete(before, unused).await
    }

    /// Deletes all registrations, with their consents, at congresses whose last day was before
    /// `before`, and says how many.
    ///
    /// # Errors
    ///
    /// [`StoreError::Driver`].
    #[tracing::instrument(name = "store.sweep.registrations", skip_all)]
    pub async fn registrations(&mut self, before: Date) -> Result<u64, StoreError> {
        self.delete(before, Condition::all()).await
    }

    /// Takes something out of the answers of those that hold it.
    async fn forget(
        &mut self,
        before: Date,
        which: Condition,
        take: impl Fn(&mut Answers),
    ) -> Result<u64, StoreError> {
        let rows = Entity::find()
            .filter(Column::CongressId.in_subquery(over(before)))
            .filter(which)
            .all(&self.0.tx)
            .await?;
        for row in &rows {
            let mut answers = read(row)?;
            take(&mut answers);
            Entity::update_many()
                .col_expr(Column::Answers, Expr::value(json(&answers)))
                .filter(Column::Id.eq(row.id))
                .exec(&self.0.tx)
                .await?;
        }
        Ok(u64::try_from(rows.len()).unwrap_or(u64::MAX))
    }

    /// Consents first: they are found by the registrations that they belong to.
    async fn delete(&mut self, before: Date, which: Condition) -> Result<u64, StoreError> {
        let over = Condition::all()
            .add(Column::CongressId.in_subquery(over(before)))
            .add(which);
        let theirs = Query::select()
            .expr(Expr::val(1))
            .from(registrations::Entity)
            .and_where(
                Expr::col((registrations::Entity, Column::AccountId))
                    .equals((consents::Entity, consents::Column::AccountId)),
            )
            .and_where(
                Expr::col((registrations::Entity, Column::CongressId))
                    .equals((consents::Entity, consents::Column::CongressId)),
            )
            .cond_where(over.clone())
            .to_owned();
        consents::Entity::delete_many()
            .filter(Expr::exists(theirs))
            .exec(&self.0.tx)
            .await?;
        let gone = Entity::delete_many().filter(over).exec(&self.0.tx).await?;
        Ok(gone.rows_affected)
    }
}

/// Congresses whose last day was before `before`. One without days is still to come.
pub(super) fn over(before: Date) -> SelectStatement {
    Query::select()
        .column(days::Column::CongressId)
        .from(days::Entity)
        .group_by_col(days::Column::CongressId)
        .and_having(Expr::col(days::Column::Date).max().lt(before.to_string()))
        .to_owned()
}

/// Whether the answers hold a field. They are text in both databases, in which a field that is empty
/// is left out; what somebody typed has its quotation marks escaped there and never looks like one.
fn holds(field: &str) -> Expr {
    Column::Answers.contains(format!(r#""{field}":"#))
}

fn read(row: &Model) -> Result<Answers, StoreError> {
    Row::new("registrations", row.id).json("answers", &row.answers)
}
