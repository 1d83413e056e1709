//! Authors: invited by their address, confirmed by their own account, and never named against their will.

use sea_orm::{ActiveValue, ColumnTrait, EntityTrait, QueryFilter, QuerySelect};
use serde_json::json;
use wiec_model::account::Email;
use wiec_model::calls::{
    AboutAuthor, Author, AuthorId, AuthorStanding, Call, Submission, SubmissionId, Unchangeable,
};
use wiec_model::digest::sha256;
use wiec_model::{AccountId, Slug};

use super::SubmissionWriter;
use super::find::{Submissions, calls_of};
use crate::column::{json as written, word};
use crate::error::StoreError;
use crate::history::Act;
use crate::tables::{submission_authors, submissions};

/// An author who is invited.
#[derive(Clone, PartialEq, Eq)]
pub struct NewAuthor {
    /// The key they get.
    pub id: AuthorId,
    /// Where the invitation goes.
    pub email: Email,
    /// What the submitter says of them: at least a name.
    pub about: AboutAuthor,
    /// The secret in the link of the invitation. Only its digest is kept.
    pub token: String,
}

/// Without the secret and the address: logs should not tell who was invited.
impl std::fmt::Debug for NewAuthor {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("NewAuthor")
            .field("id", &self.id)
            .finish_non_exhaustive()
    }
}

/// An invitation, found by its secret.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invitation {
    /// The submission.
    pub submission: Submission,
    /// Who of its authors was invited.
    pub author: AuthorId,
}

/// What came of answering an invitation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answered {
    /// It is done; the submission as it is now.
    Now(Submission),
    /// It was answered before, and not otherwise.
    Before(Submission),
    /// It was taken back, or answered otherwise.
    Gone,
    /// Nobody else is invited any more: the deadline passed, or the submission is out.
    NotTaken(Unchangeable),
}

impl Submissions<'_> {
    /// The invitation with this secret in a congress, whatever became of it.
    ///
    /// # Errors
    ///
    /// [`StoreError::Driver`], or [`StoreError::Inconsistent`] if it cannot be read.
    #[tracing::instrument(name = "store.submissions.invitation", skip_all)]
    pub async fn invitation(
        &self,
        congress: &Slug,
        token: &str,
    ) -> Result<Option<Invitation>, StoreError> {
        let of_congress = sea_orm::sea_query::Query::select()
            .column(submissions::Column::Id)
            .from(submissions::Entity)
            .and_where(submissions::Column::CallId.in_subquery(calls_of(congress)))
            .to_owned();
        let row = submission_authors::Entity::find()
            .filter(submission_authors::Column::TokenHash.eq(sha256(token)))
            .filter(submission_authors::Column::SubmissionId.in_subquery(of_congress))
            .one(self.0.reader())
            .await?;
        let Some(row) = row else {
            return Ok(None);
        };
        let author = AuthorId(row.id);
        let submission = self.get(congress, SubmissionId(row.submission_id)).await?;
        Ok(submission.map(|submission| Invitation { submission, author }))
    }
}

impl SubmissionWriter<'_> {
    /// Invites an author. Whoever was invited by that address before and is still one is not invited twice;
    /// who removed themselves is not invited again. To answer an invitation it is never too late.
    ///
    /// # Errors
    ///
    /// [`StoreError::Stale`] if there is no such submission; [`StoreError::Driver`].
    #[tracing::instrument(name = "store.submissions.invite", skip_all, fields(call.slug = %call.slug))]
    pub async fn invite(
        &mut self,
        call: &Call,
        submission: SubmissionId,
        new: &NewAuthor,
    ) -> Result<Answered, StoreError> {
        let mut known = self.locked(call, submission).await?;
        let same = known
            .authors
            .iter()
            .find(|author| author.email.as_ref() == Some(&new.email));
        if let Some(author) = same {
            return Ok(if author.counts() {
                Answered::Before(known)
            } else {
                Answered::Gone
            });
        }
        if let Err(why) = self.changeable(call, &known) {
            return Ok(Answered::NotTaken(why));
        }
        let author = Author {
            id: new.id,
            standing: AuthorStanding::Invited,
            account: None,
            email: Some(new.email.clone()),
            about: new.about.clone(),
        };
        let position = self.next_position(submission).await?;
        let hash = Some(sha256(&new.token));
        let author = self
            .insert_author(submission, &author, position, hash)
            .await?;
        known.authors.push(author);
        self.note_author(call, &known, "invited").await?;
        Ok(Answered::Now(known))
    }

    /// Says that an account is the invited author, who from now on is reached by it.
    ///
    /// # Errors
    ///
    /// [`StoreError::Stale`] if there is no such submission; [`StoreError::Driver`].
    #[tracing::instrument(name = "store.submissions.confirm_author", skip_all, fields(call.slug = %call.slug))]
    pub async fn confirm_author(
        &mut self,
        call: &Call,
        submission: SubmissionId,
        author: AuthorId,
        account: AccountId,
    ) -> Result<Answered, StoreError> {
        let known = self.locked(call, submission).await?;
        let standing = known.authors.iter().find(|one| one.id == author);
        match standing.map(|one| (one.standing, one.account)) {
            Some((AuthorStanding::Invited, _)) => {}
            Some((AuthorStanding::Confirmed, Some(theirs))) if theirs == account => {
                return Ok(Answered::Before(known));
            }
            _ => return Ok(Answered::Gone),
        }
        let row = submission_authors::ActiveModel {
            standing: ActiveValue::Set(word(&AuthorStanding::Confirmed)),
            account_id: ActiveValue::Set(Some(account.0)),
            since_at: ActiveValue::Set(self.0.at.into()),
            ..Default::default()
        };
        self.put_author(author, row).await?;
        let now = self.get(call, submission).await?;
        self.note_author(call, &now, "confirmed").await?;
        Ok(Answered::Now(now))
    }

    /// Removes an author: by themselves, with no account needed, or by the submitter. Nothing is left of
    /// what was said of them but the address, so that nobody invites them again. A submitter stays.
    ///
    /// # Errors
    ///
    /// [`StoreError::Stale`] if there is no such submission; [`StoreError::Driver`].
    #[tracing::instrument(name = "store.submissions.remove_author", skip_all, fields(call.slug = %call.slug))]
    pub async fn remove_author(
        &mut self,
        call: &Call,
        submission: SubmissionId,
        author: AuthorId,
    ) -> Result<Answered, StoreError> {
        let known = self.locked(call, submission).await?;
        let standing = known.authors.iter().find(|one| one.id == author);
        match standing.map(|one| one.standing) {
            Some(AuthorStanding::Invited | AuthorStanding::Confirmed) => {}
            Some(AuthorStanding::Removed) => return Ok(Answered::Before(known)),
            Some(AuthorStanding::Submitter) | None => return Ok(Answered::Gone),
        }
        let nothing = AboutAuthor {
            name: "–".to_owned(),
            ..AboutAuthor::default()
        };
        let row = submission_authors::ActiveModel {
            standing: ActiveValue::Set(word(&AuthorStanding::Removed)),
            about: ActiveValue::Set(written(&nothing)),
            since_at: ActiveValue::Set(self.0.at.into()),
            ..Default::default()
        };
        self.put_author(author, row).await?;
        let now = self.get(call, submission).await?;
        self.note_author(call, &now, "removed").await?;
        Ok(Answered::Now(now))
    }

    /// Puts an author at a place among those who count, counted from 0; the others keep their order. Said as
    /// a place and not as a step, so that asking twice is asking once.
    ///
    /// # Errors
    ///
    /// [`StoreError::Stale`] if there is no such submission, or nobody of that key among its authors;
    /// [`StoreError::Driver`].
    #[tracing::instrument(name = "store.submissions.place_author", skip_all, fields(call.slug = %call.slug))]
    pub async fn place_author(
        &mut self,
        call: &Call,
        submission: SubmissionId,
        author: AuthorId,
        place: usize,
    ) -> Result<Result<Submission, Unchangeable>, StoreError> {
        let known = self.locked(call, submission).await?;
        let mut order: Vec<AuthorId> = known.standing_authors().map(|it| it.id).collect();
        let now = order.iter().position(|id| *id == author);
        let now = now.ok_or(StoreError::Stale)?;
        let place = place.min(order.len() - 1);
        if now == place {
            return Ok(Ok(known));
        }
        if let Err(why) = self.changeable(call, &known) {
            return Ok(Err(why));
        }
        order.remove(now);
        order.insert(place, author);
        let gone = known.authors.iter().map(|it| it.id);
        let gone: Vec<AuthorId> = gone.filter(|id| !order.contains(id)).collect();
        // Behind all that there are, so that no two have one position on the way.
        let free = self.next_position(submission).await?;
        for (position, id) in (free..).zip(order.into_iter().chain(gone)) {
            let row = submission_authors::ActiveModel {
                position: ActiveValue::Set(position),
                ..Default::default()
            };
            self.put_author(id, row).await?;
        }
        self.note_author(call, &known, "ordered").await?;
        Ok(Ok(self.get(call, submission).await?))
    }

    /// Writes what is said of an author.
    pub(super) async fn describe(
        &mut self,
        author: AuthorId,
        about: &AboutAuthor,
    ) -> Result<(), StoreError> {
        let row = submission_authors::ActiveModel {
            about: ActiveValue::Set(written(about)),
            ..Default::default()
        };
        self.put_author(author, row).await
    }

    async fn put_author(
        &mut self,
        author: AuthorId,
        row: submission_authors::ActiveModel,
    ) -> Result<(), StoreError> {
        submission_authors::Entity::update_many()
            .set(row)
            .filter(submission_authors::Column::Id.eq(author.0))
            .exec(&self.0.tx)
            .await?;
        Ok(())
    }

    async fn next_position(&mut self, submission: SubmissionId) -> Result<i64, StoreError> {
        let last: Option<Option<i64>> = submission_authors::Entity::find()
            .select_only()
            .column_as(submission_authors::Column::Position.max(), "last")
            .filter(submission_authors::Column::SubmissionId.eq(submission.0))
            .into_tuple()
            .one(&self.0.tx)
            .await?;
        Ok(last.flatten().map_or(0, |last| last + 1))
    }

    /// A draft is nobody's business; of what was sent it is on record that its authors changed, not who.
    pub(super) async fn note_author(
        &mut self,
        call: &Call,
        submission: &Submission,
        what: &str,
    ) -> Result<(), StoreError> {
        if submission.submitted_at.is_none() {
            return Ok(());
        }
        let details = json!({ "author": what });
        let act = Act::ChangeSubmission;
        self.note(&call.congress, &submission.code, act, &details)
            .await
    }
}
