//! Reading submissions: one, somebody's, or all of a call, with the same number of queries whatever they
//! hold.

use std::collections::BTreeMap;

use jiff::Timestamp;
use sea_orm::sea_query::{Query, SelectStatement};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, Select,
};
use uuid::Uuid;
use wiec_model::calls::{Author, CallId, Submission, SubmissionCode, SubmissionId, Words};
use wiec_model::{AccountId, Slug};

use super::{read, read_author};
use crate::column::Row;
use crate::error::StoreError;
use crate::id;
use crate::store::Store;
use crate::tables::{calls, submission_authors, submission_versions, submissions};

/// What a submission said at a saving since it was sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VersionOfWords {
    /// The revision under which it was saved.
    pub revision: u32,
    /// What it said.
    pub words: Words,
    /// The word of the state that it was in: `accepted` tells a change after the choice.
    pub state: String,
    /// Who saved it; none for the operator and the program.
    pub account: Option<AccountId>,
    /// When.
    pub at: Timestamp,
}

/// Reads submissions.
#[derive(Debug)]
pub struct Submissions<'a>(pub(crate) &'a Store);

impl Submissions<'_> {
    /// A submission of a congress by its code.
    ///
    /// # Errors
    ///
    /// [`StoreError::Driver`], or [`StoreError::Inconsistent`] if it cannot be read.
    #[tracing::instrument(name = "store.submissions.find", skip_all, fields(submission.code = %code))]
    pub async fn find(
        &self,
        congress: &Slug,
        code: &SubmissionCode,
    ) -> Result<Option<Submission>, StoreError> {
        let wanted = submissions::Entity::find()
            .filter(submissions::Column::Code.eq(code.as_str()))
            .filter(submissions::Column::CallId.in_subquery(calls_of(congress)));
        Ok(self.read(congress, wanted).await?.pop())
    }

    /// A submission of a congress by its key.
    ///
    /// # Errors
    ///
    /// As [`Submissions::find`].
    #[tracing::instrument(name = "store.submissions.get", skip_all)]
    pub async fn get(
        &self,
        congress: &Slug,
        submission: SubmissionId,
    ) -> Result<Option<Submission>, StoreError> {
        let wanted = submissions::Entity::find_by_id(submission.0)
            .filter(submissions::Column::CallId.in_subquery(calls_of(congress)));
        Ok(self.read(congress, wanted).await?.pop())
    }

    /// All that somebody began, or is an author of and has said so, newest first.
    ///
    /// # Errors
    ///
    /// As [`Submissions::find`].
    #[tracing::instrument(name = "store.submissions.of_account", skip_all)]
    pub async fn of_account(
        &self,
        congress: &Slug,
        account: AccountId,
    ) -> Result<Vec<Submission>, StoreError> {
        use submission_authors::Column;
        let named = Query::select()
            .column(Column::SubmissionId)
            .from(submission_authors::Entity)
            .and_where(Column::AccountId.eq(account.0))
            .and_where(Column::Standing.is_in(["submitter", "confirmed"]))
            .to_owned();
        let theirs = Condition::any()
            .add(submissions::Column::AccountId.eq(account.0))
            .add(submissions::Column::Id.in_subquery(named));
        let wanted = submissions::Entity::find()
            .filter(submissions::Column::CallId.in_subquery(calls_of(congress)))
            .filter(theirs)
            .order_by_desc(submissions::Column::BegunAt)
            .order_by_asc(submissions::Column::Id);
        self.read(congress, wanted).await
    }

    /// All of a call in a state of one of these words, in the order in which they were sent, drafts last.
    ///
    /// # Errors
    ///
    /// As [`Submissions::find`].
    #[tracing::instrument(name = "store.submissions.list", skip_all)]
    pub async fn list(
        &self,
        congress: &Slug,
        call: CallId,
        states: &[&str],
    ) -> Result<Vec<Submission>, StoreError> {
        let wanted = submissions::Entity::find()
            .filter(submissions::Column::CallId.eq(call.0))
            .filter(submissions::Column::State.is_in(states.iter().copied()))
            .order_by_asc(submissions::Column::BegunAt)
            .order_by_asc(submissions::Column::Id);
        let mut all = self.read(congress, wanted).await?;
        all.sort_by_key(|one| one.submitted_at.unwrap_or(Timestamp::MAX));
        Ok(all)
    }

    /// The authors of all that was sent to any call of a congress, by submission: what co-authorship is
    /// known by.
    ///
    /// # Errors
    ///
    /// As [`Submissions::find`].
    #[tracing::instrument(name = "store.submissions.authors", skip_all, fields(congress.slug = %congress))]
    pub async fn authors(
        &self,
        congress: &Slug,
    ) -> Result<BTreeMap<SubmissionId, Vec<Author>>, StoreError> {
        let sent = Query::select()
            .column(submissions::Column::Id)
            .from(submissions::Entity)
            .and_where(submissions::Column::CallId.in_subquery(calls_of(congress)))
            .and_where(submissions::Column::SubmittedAt.is_not_null())
            .to_owned();
        authors_of(self.0.reader(), sent).await
    }

    /// What a submission said at each saving since it was sent, oldest first.
    ///
    /// # Errors
    ///
    /// As [`Submissions::find`].
    #[tracing::instrument(name = "store.submissions.versions", skip_all)]
    pub async fn versions(
        &self,
        submission: SubmissionId,
    ) -> Result<Vec<VersionOfWords>, StoreError> {
        let rows = submission_versions::Entity::find()
            .filter(submission_versions::Column::SubmissionId.eq(submission.0))
            .order_by_asc(submission_versions::Column::Revision)
            .all(self.0.reader())
            .await?;
        let read = |row: submission_versions::Model| {
            let of = Row::new("submission_versions", submission);
            Ok(VersionOfWords {
                revision: of.number("revision", row.revision)?,
                words: of.json("words", &row.words)?,
                account: row.account_id.map(AccountId),
                at: of.instant("at", row.at)?,
                state: row.state,
            })
        };
        rows.into_iter().map(read).collect()
    }

    async fn read(
        &self,
        congress: &Slug,
        wanted: Select<submissions::Entity>,
    ) -> Result<Vec<Submission>, StoreError> {
        let view = self.0.snapshot().await?;
        let rows = wanted.all(&view).await?;
        let ids: Vec<Uuid> = rows.iter().map(|row| row.id).collect();
        let named = Query::select()
            .column(submissions::Column::Id)
            .from(submissions::Entity)
            .and_where(submissions::Column::Id.is_in(ids))
            .to_owned();
        let mut authors = authors_of(&view, named).await?;
        view.commit().await?;
        let with_authors = |row: submissions::Model| {
            let authors = authors.remove(&SubmissionId(row.id)).unwrap_or_default();
            read(row, authors, congress)
        };
        rows.into_iter().map(with_authors).collect()
    }
}

/// The authors of these submissions, in the order in which they are named.
pub(crate) async fn authors_of<C: ConnectionTrait>(
    db: &C,
    of: SelectStatement,
) -> Result<BTreeMap<SubmissionId, Vec<Author>>, StoreError> {
    let rows = submission_authors::Entity::find()
        .filter(submission_authors::Column::SubmissionId.in_subquery(of))
        .order_by_asc(submission_authors::Column::Position)
        .all(db)
        .await?;
    let mut all: BTreeMap<SubmissionId, Vec<Author>> = BTreeMap::new();
    for row in rows {
        let submission = SubmissionId(row.submission_id);
        all.entry(submission).or_default().push(read_author(row)?);
    }
    Ok(all)
}

/// The keys of the calls of a congress.
pub(super) fn calls_of(congress: &Slug) -> SelectStatement {
    Query::select()
        .column(calls::Column::Id)
        .from(calls::Entity)
        .and_where(calls::Column::CongressId.eq(id::congress(congress)))
        .to_owned()
}
