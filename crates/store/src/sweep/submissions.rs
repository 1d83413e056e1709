//! What is forgotten of submissions, counted from the end of their congress.

use jiff::civil::Date;
use sea_orm::sea_query::{Query, SelectStatement};
use sea_orm::{ActiveValue, ColumnTrait, EntityTrait, QueryFilter};
use wiec_model::calls::{Preparation, State};

use super::Sweep;
use super::registrations::over;
use crate::column::{Row, json};
use crate::error::StoreError;
use crate::tables::{calls, speaker_preparations, submissions};

impl Sweep<'_> {
    /// Deletes submissions that led to no place in the programme, with their authors, files and reviews, at
    /// congresses whose last day was before `before`, and says how many.
    ///
    /// # Errors
    ///
    /// [`StoreError::Driver`].
    #[tracing::instrument(name = "store.sweep.unused_submissions", skip_all)]
    pub async fn unused_submissions(&mut self, before: Date) -> Result<u64, StoreError> {
        let gone = submissions::Entity::delete_many()
            .filter(submissions::Column::CallId.in_subquery(past(before)))
            .filter(submissions::Column::State.is_not_in(State::CHOSEN))
            .exec(&self.0.tx)
            .await?;
        Ok(gone.rows_affected)
    }

    /// Forgets what speakers needed at congresses whose last day was before `before`, and says of how many.
    /// Whether they may be recorded stays: the recordings do.
    ///
    /// # Errors
    ///
    /// [`StoreError::Driver`], or [`StoreError::Inconsistent`] if a row cannot be read.
    #[tracing::instrument(name = "store.sweep.needs_of_speakers", skip_all)]
    pub async fn needs_of_speakers(&mut self, before: Date) -> Result<u64, StoreError> {
        use speaker_preparations::Column;
        let of_past = Query::select()
            .column(submissions::Column::Id)
            .from(submissions::Entity)
            .and_where(submissions::Column::CallId.in_subquery(past(before)))
            .to_owned();
        let rows = speaker_preparations::Entity::find()
            .filter(Column::SubmissionId.in_subquery(of_past))
            .all(&self.0.tx)
            .await?;
        let mut forgotten = 0;
        for row in rows {
            let of = Row::new("speaker_preparations", row.submission_id);
            let words: Preparation = of.json("words", &row.words)?;
            if words.needs.is_empty() {
                continue;
            }
            let without = Preparation {
                needs: String::new(),
                ..words
            };
            let row = speaker_preparations::ActiveModel {
                words: ActiveValue::Set(json(&without)),
                ..row.into()
            };
            speaker_preparations::Entity::update(row)
                .exec(&self.0.tx)
                .await?;
            forgotten += 1;
        }
        Ok(forgotten)
    }
}

/// The calls of congresses whose last day was before `before`.
fn past(before: Date) -> SelectStatement {
    Query::select()
        .column(calls::Column::Id)
        .from(calls::Entity)
        .and_where(calls::Column::CongressId.in_subquery(over(before)))
        .to_owned()
}
