//! What speakers say on the way to the congress, each for themselves.

use sea_orm::sea_query::Query;
use sea_orm::{ActiveValue, ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use serde_json::json;
use wiec_model::AccountId;
use wiec_model::calls::{Call, CallId, Preparation, Submission, SubmissionId};

use super::{SubmissionWriter, Submissions};
use crate::column::{Row, json as written};
use crate::error::StoreError;
use crate::history::Act;
use crate::tables::{speaker_preparations, submissions};

/// What a speaker said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Prepared {
    /// Of which submission.
    pub submission: SubmissionId,
    /// Who.
    pub account: AccountId,
    /// What.
    pub words: Preparation,
    /// How often they saved it: whoever writes names the one they saw.
    pub revision: u32,
}

/// What came of saying it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PreparationSaved {
    /// It stands, or did so already.
    Saved,
    /// It was saved from elsewhere meanwhile: this is what it says.
    Clash(Preparation),
}

impl Submissions<'_> {
    /// What the speakers of a submission said.
    ///
    /// # Errors
    ///
    /// [`StoreError::Driver`], or [`StoreError::Inconsistent`] if it cannot be read.
    #[tracing::instrument(name = "store.submissions.prepared", skip_all)]
    pub async fn prepared(&self, submission: SubmissionId) -> Result<Vec<Prepared>, StoreError> {
        use speaker_preparations::Column;
        let rows = speaker_preparations::Entity::find()
            .filter(Column::SubmissionId.eq(submission.0))
            .order_by_asc(Column::AccountId)
            .all(self.0.reader())
            .await?;
        rows.into_iter().map(read).collect()
    }

    /// What the speakers of all submissions of a call said.
    ///
    /// # Errors
    ///
    /// As [`Submissions::prepared`].
    #[tracing::instrument(name = "store.submissions.prepared_of_call", skip_all)]
    pub async fn prepared_of_call(&self, call: CallId) -> Result<Vec<Prepared>, StoreError> {
        use speaker_preparations::Column;
        let of_call = Query::select()
            .column(submissions::Column::Id)
            .from(submissions::Entity)
            .and_where(submissions::Column::CallId.eq(call.0))
            .to_owned();
        let rows = speaker_preparations::Entity::find()
            .filter(Column::SubmissionId.in_subquery(of_call))
            .order_by_asc(Column::SubmissionId)
            .order_by_asc(Column::AccountId)
            .all(self.0.reader())
            .await?;
        rows.into_iter().map(read).collect()
    }
}

impl SubmissionWriter<'_> {
    /// Saves what a speaker says of themselves over the revision `seen`, 0 if they said nothing before. That
    /// they did goes on record, and not what they need; when they can holds in the timetable, too.
    ///
    /// # Errors
    ///
    /// [`StoreError::Conflict`] if there is no such submission or account; [`StoreError::Driver`].
    #[tracing::instrument(name = "store.submissions.prepare", skip_all, fields(call.slug = %call.slug))]
    pub async fn prepare(
        &mut self,
        call: &Call,
        submission: &Submission,
        account: AccountId,
        seen: u32,
        words: &Preparation,
    ) -> Result<PreparationSaved, StoreError> {
        self.0.calls().lock(call.id, 0).await?;
        let key = (submission.id.0, account.0);
        let known = speaker_preparations::Entity::find_by_id(key)
            .one(&self.0.tx)
            .await?;
        let known = known.map(read).transpose()?;
        if known.as_ref().is_some_and(|known| known.words == *words) {
            return Ok(PreparationSaved::Saved);
        }
        let revision = known.as_ref().map_or(0, |known| known.revision);
        if revision != seen {
            let other = known.map(|known| known.words).unwrap_or_default();
            return Ok(PreparationSaved::Clash(other));
        }
        let row = speaker_preparations::ActiveModel {
            submission_id: ActiveValue::Set(submission.id.0),
            account_id: ActiveValue::Set(account.0),
            words: ActiveValue::Set(written(words)),
            revision: ActiveValue::Set(i64::from(revision + 1)),
            at: ActiveValue::Set(self.0.at.into()),
        };
        if known.is_some() {
            speaker_preparations::Entity::update(row)
                .exec(&self.0.tx)
                .await?;
        } else {
            speaker_preparations::Entity::insert(row)
                .exec_without_returning(&self.0.tx)
                .await?;
        }
        let before = known.map(|known| known.words.availability);
        let (before, said) = (before.unwrap_or_default(), &words.availability);
        let mut availabilities = self.0.availabilities();
        availabilities
            .follow(&call.congress, account, &before, said)
            .await?;
        let details = json!({ "prepared": revision + 1 });
        let act = Act::ChangeSubmission;
        self.note(&call.congress, &submission.code, act, &details)
            .await?;
        Ok(PreparationSaved::Saved)
    }
}

fn read(row: speaker_preparations::Model) -> Result<Prepared, StoreError> {
    let of = Row::new(
        "speaker_preparations",
        format!("{}/{}", row.submission_id, row.account_id),
    );
    Ok(Prepared {
        submission: SubmissionId(row.submission_id),
        account: AccountId(row.account_id),
        words: of.json("words", &row.words)?,
        revision: of.number("revision", row.revision)?,
    })
}
