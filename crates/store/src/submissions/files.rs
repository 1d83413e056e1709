//! Files that come with submissions. How large they may be and of which type the caller has looked; here
//! they are kept, one for each question, with the name for those who may know whose they are.

use sea_orm::sea_query::{Expr, Query};
use sea_orm::{ActiveValue, ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use serde_json::json;
use std::collections::BTreeMap;
use uuid::Uuid;
use wiec_model::Slug;
use wiec_model::calls::{Call, CallId, FileId, FileInfo, SubmissionId, Unchangeable};
use wiec_model::digest::sha256;

use super::SubmissionWriter;
use super::find::Submissions;
use crate::column::{Micros, Row};
use crate::error::StoreError;
use crate::history::Act;
use crate::reviews::of_call;
use crate::tables::{submission_files, submissions};

/// A file that comes.
#[derive(Clone, PartialEq, Eq)]
pub struct NewFile {
    /// The key it gets.
    pub id: FileId,
    /// The question that it replies to; another file there goes.
    pub question: Slug,
    /// What its author calls it.
    pub name: String,
    /// Its media type, as its bytes say.
    pub media: String,
    /// The file.
    pub bytes: Vec<u8>,
}

/// Without what is in it.
impl std::fmt::Debug for NewFile {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("NewFile")
            .field("id", &self.id)
            .field("media", &self.media)
            .field("size_bytes", &self.bytes.len())
            .finish_non_exhaustive()
    }
}

type Known = (Uuid, Uuid, String, String, String, i64, bool, Micros);

impl Submissions<'_> {
    /// The files of a submission without what is in them, in the order in which they came.
    ///
    /// # Errors
    ///
    /// [`StoreError::Driver`], or [`StoreError::Inconsistent`] if one cannot be read.
    #[tracing::instrument(name = "store.submissions.files", skip_all)]
    pub async fn files(&self, submission: SubmissionId) -> Result<Vec<FileInfo>, StoreError> {
        let this = Query::select().expr(Expr::value(submission.0)).to_owned();
        let mut all = self.infos(this).await?;
        Ok(all.remove(&submission).unwrap_or_default())
    }

    /// The files of all submissions of a call without what is in them.
    ///
    /// # Errors
    ///
    /// As [`Submissions::files`].
    #[tracing::instrument(name = "store.submissions.files_of_call", skip_all)]
    pub async fn files_of_call(
        &self,
        call: CallId,
    ) -> Result<BTreeMap<SubmissionId, Vec<FileInfo>>, StoreError> {
        self.infos(of_call(call)).await
    }

    /// The files of these submissions without what is in them, in one query however many there are.
    ///
    /// # Errors
    ///
    /// As [`Submissions::files`].
    #[tracing::instrument(name = "store.submissions.files_of", skip_all)]
    pub async fn files_of(
        &self,
        wanted: &[SubmissionId],
    ) -> Result<BTreeMap<SubmissionId, Vec<FileInfo>>, StoreError> {
        let these = Query::select()
            .column(submissions::Column::Id)
            .from(submissions::Entity)
            .and_where(submissions::Column::Id.is_in(wanted.iter().map(|one| one.0)))
            .to_owned();
        self.infos(these).await
    }

    /// A file of a submission with what is in it.
    ///
    /// # Errors
    ///
    /// As [`Submissions::files`].
    #[tracing::instrument(name = "store.submissions.file", skip_all)]
    pub async fn file(
        &self,
        submission: SubmissionId,
        file: FileId,
    ) -> Result<Option<(FileInfo, Vec<u8>)>, StoreError> {
        let row = submission_files::Entity::find_by_id(file.0)
            .filter(submission_files::Column::SubmissionId.eq(submission.0))
            .one(self.0.reader())
            .await?;
        let with_bytes = |row: submission_files::Model| {
            let known = (
                row.id,
                row.submission_id,
                row.question,
                row.name,
                row.media,
                row.size_bytes,
                row.is_clean,
                row.at,
            );
            Ok((read(known)?.1, row.bytes))
        };
        row.map(with_bytes).transpose()
    }

    async fn infos(
        &self,
        of: sea_orm::sea_query::SelectStatement,
    ) -> Result<BTreeMap<SubmissionId, Vec<FileInfo>>, StoreError> {
        use submission_files::Column;
        let rows: Vec<Known> = submission_files::Entity::find()
            .select_only()
            .columns([
                Column::Id,
                Column::SubmissionId,
                Column::Question,
                Column::Name,
                Column::Media,
                Column::SizeBytes,
                Column::IsClean,
                Column::At,
            ])
            .filter(Column::SubmissionId.in_subquery(of))
            .order_by_asc(Column::At)
            .order_by_asc(Column::Id)
            .into_tuple()
            .all(self.0.reader())
            .await?;
        let mut all: BTreeMap<SubmissionId, Vec<FileInfo>> = BTreeMap::new();
        for row in rows {
            let (submission, info) = read(row)?;
            all.entry(submission).or_default().push(info);
        }
        Ok(all)
    }
}

impl SubmissionWriter<'_> {
    /// Keeps a file in place of the one that replied to the same question before, when the words of the
    /// submission could be changed too. Sent twice, it is kept once.
    ///
    /// # Errors
    ///
    /// [`StoreError::Stale`] if there is no such submission; [`StoreError::Driver`].
    #[tracing::instrument(name = "store.submissions.put_file", skip_all, fields(call.slug = %call.slug))]
    pub async fn put_file(
        &mut self,
        call: &Call,
        submission: SubmissionId,
        new: &NewFile,
    ) -> Result<Result<FileInfo, Unchangeable>, StoreError> {
        use submission_files::Column;
        let of = self.locked(call, submission).await?;
        let hash = sha256(&new.bytes);
        let known = submission_files::Entity::find()
            .filter(Column::SubmissionId.eq(submission.0))
            .filter(Column::Question.eq(new.question.as_str()))
            .filter(Column::BytesHash.eq(&hash))
            .filter(Column::Name.eq(&new.name))
            .one(&self.0.tx)
            .await?;
        if let Some(row) = known {
            let (name, media) = (row.name, row.media);
            let (id, at) = (row.id, row.at);
            let known = (
                id,
                submission.0,
                row.question,
                name,
                media,
                row.size_bytes,
                row.is_clean,
                at,
            );
            return Ok(Ok(read(known)?.1));
        }
        if let Err(why) = self.changeable(call, &of) {
            return Ok(Err(why));
        }
        self.drop_files(submission, &new.question).await?;
        let size_bytes = u64::try_from(new.bytes.len()).unwrap_or(u64::MAX);
        let row = submission_files::ActiveModel {
            id: ActiveValue::Set(new.id.0),
            submission_id: ActiveValue::Set(submission.0),
            question: ActiveValue::Set(new.question.to_string()),
            name: ActiveValue::Set(new.name.clone()),
            media: ActiveValue::Set(new.media.clone()),
            size_bytes: ActiveValue::Set(i64::try_from(size_bytes).unwrap_or(i64::MAX)),
            bytes_hash: ActiveValue::Set(hash),
            bytes: ActiveValue::Set(new.bytes.clone()),
            is_clean: ActiveValue::Set(false),
            account_id: ActiveValue::Set(self.0.actor.account()),
            at: ActiveValue::Set(self.0.at.into()),
        };
        submission_files::Entity::insert(row)
            .exec_without_returning(&self.0.tx)
            .await?;
        if of.submitted_at.is_some() {
            let details = json!({ "file": new.question, "size_bytes": size_bytes });
            let act = Act::ChangeSubmission;
            self.note(&call.congress, &of.code, act, &details).await?;
        }
        Ok(Ok(FileInfo {
            id: new.id,
            question: new.question.clone(),
            name: new.name.clone(),
            media: new.media.clone(),
            size_bytes,
            is_clean: false,
            at: self.0.at,
        }))
    }

    /// Takes out the file that replies to a question, when the words of the submission could be changed
    /// too.
    ///
    /// # Errors
    ///
    /// [`StoreError::Stale`] if there is no such submission; [`StoreError::Driver`].
    #[tracing::instrument(name = "store.submissions.remove_file", skip_all, fields(call.slug = %call.slug))]
    pub async fn remove_file(
        &mut self,
        call: &Call,
        submission: SubmissionId,
        question: &Slug,
    ) -> Result<Result<(), Unchangeable>, StoreError> {
        let of = self.locked(call, submission).await?;
        if let Err(why) = self.changeable(call, &of) {
            return Ok(Err(why));
        }
        let gone = self.drop_files(submission, question).await?;
        if gone == 0 || of.submitted_at.is_none() {
            return Ok(Ok(()));
        }
        let details = json!({ "file_removed": question });
        let act = Act::ChangeSubmission;
        self.note(&call.congress, &of.code, act, &details).await?;
        Ok(Ok(()))
    }

    /// Says that the office looked into a file and found nothing that tells whose it is.
    ///
    /// # Errors
    ///
    /// [`StoreError::Stale`] if there is no such submission; [`StoreError::Driver`].
    #[tracing::instrument(name = "store.submissions.clear_file", skip_all, fields(call.slug = %call.slug))]
    pub async fn clear_file(
        &mut self,
        call: &Call,
        submission: SubmissionId,
        file: FileId,
    ) -> Result<(), StoreError> {
        let of = self.locked(call, submission).await?;
        submission_files::Entity::update_many()
            .col_expr(submission_files::Column::IsClean, Expr::value(true))
            .filter(submission_files::Column::Id.eq(file.0))
            .filter(submission_files::Column::SubmissionId.eq(submission.0))
            .exec(&self.0.tx)
            .await?;
        let details = json!({ "file_cleared": file.to_string() });
        let act = Act::ChangeSubmission;
        self.note(&call.congress, &of.code, act, &details).await
    }

    async fn drop_files(
        &mut self,
        submission: SubmissionId,
        question: &Slug,
    ) -> Result<u64, StoreError> {
        let gone = submission_files::Entity::delete_many()
            .filter(submission_files::Column::SubmissionId.eq(submission.0))
            .filter(submission_files::Column::Question.eq(question.as_str()))
            .exec(&self.0.tx)
            .await?;
        Ok(gone.rows_affected)
    }
}

fn read(row: Known) -> Result<(SubmissionId, FileInfo), StoreError> {
    let (id, submission, question, name, media, size_bytes, is_clean, at) = row;
    let of = Row::new("submission_files", id);
    let info = FileInfo {
        id: FileId(id),
        question: of.parse("question", &question)?,
        name,
        media,
        size_bytes: of.number("size_bytes", size_bytes)?,
        is_clean,
        at: of.instant("at", at)?,
    };
    Ok((SubmissionId(submission), info))
}
