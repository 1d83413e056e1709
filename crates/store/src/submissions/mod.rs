//! Submissions: kept as they are typed, sent once, judged, decided on together, and moved up in turn.

mod authors;
mod decide;
mod files;
mod find;
mod places;
mod prepare;
mod save;
mod steps;
mod tally;

use sea_orm::{ActiveValue, ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use serde_json::Value as Json;
use wiec_model::calls::{
    Author, AuthorId, Call, CallId, State, Submission, SubmissionCode, SubmissionId, Unchangeable,
};
use wiec_model::{AccountId, Slug};

use crate::bell::Topic;
use crate::column::{Micros, Row, number};
use crate::error::StoreError;
use crate::history::{self, Act};
use crate::id;
use crate::tables::{submission_authors, submissions};
use crate::tx::Tx;

pub(crate) use find::authors_of;

pub use authors::{Answered as InvitationAnswered, Invitation, NewAuthor};
pub use decide::{Applied, Refused as DecisionRefused};
pub use files::NewFile;
pub use find::{Submissions, VersionOfWords};
pub use places::SubmissionPlace;
pub use prepare::{PreparationSaved, Prepared};
pub use save::{Begun, NewSubmission, Rewritten, Saved, Submitted};
pub use steps::{Left, Taken};
pub use tally::Tally;

/// Writes submissions.
#[derive(Debug)]
pub struct SubmissionWriter<'a>(pub(crate) &'a mut Tx);

impl SubmissionWriter<'_> {
    /// A submission of a call as it is now, once everybody else who writes to the call is done.
    ///
    /// # Errors
    ///
    /// [`StoreError::Stale`] if there is none; [`StoreError::Driver`].
    pub async fn locked(
        &mut self,
        call: &Call,
        submission: SubmissionId,
    ) -> Result<Submission, StoreError> {
        self.0.calls().lock(call.id, 0).await?;
        self.get(call, submission).await
    }

    /// Whether the words, authors and files of a submission can be changed at the moment of this
    /// transaction. The page asked the same when it showed the form; the deadline may have passed since.
    fn changeable(&self, call: &Call, known: &Submission) -> Result<(), Unchangeable> {
        known.state.changeable(call.setup.gate(self.0.at))
    }

    async fn get(
        &mut self,
        call: &Call,
        submission: SubmissionId,
    ) -> Result<Submission, StoreError> {
        let row = submissions::Entity::find_by_id(submission.0)
            .filter(submissions::Column::CallId.eq(call.id.0))
            .one(&self.0.tx)
            .await?;
        let row = row.ok_or(StoreError::Stale)?;
        let authors = submission_authors::Entity::find()
            .filter(submission_authors::Column::SubmissionId.eq(submission.0))
            .order_by_asc(submission_authors::Column::Position)
            .all(&self.0.tx)
            .await?;
        let authors = authors
            .into_iter()
            .map(read_author)
            .collect::<Result<_, _>>()?;
        read(row, authors, &call.congress)
    }

    /// Writes a state, with all its columns.
    async fn put_state(
        &mut self,
        submission: SubmissionId,
        state: &State,
    ) -> Result<(), StoreError> {
        let row = with_state(submissions::ActiveModel::default(), state, self.0.at);
        submissions::Entity::update_many()
            .set(row)
            .filter(submissions::Column::Id.eq(submission.0))
            .exec(&self.0.tx)
            .await?;
        Ok(())
    }

    /// Writes what was done to a submission into the history, and rings the bell.
    async fn note(
        &mut self,
        congress: &Slug,
        code: &SubmissionCode,
        act: Act,
        details: &Json,
    ) -> Result<(), StoreError> {
        self.0.touch(Topic::Calls);
        let subject = format!("submission {code}");
        history::append(self.0, id::congress(congress), act, subject, details).await
    }
}

fn with_state(
    row: submissions::ActiveModel,
    state: &State,
    at: jiff::Timestamp,
) -> submissions::ActiveModel {
    let (confirm_by, rank) = match state {
        State::Accepted { confirm_by, .. } => (Some((*confirm_by).into()), None),
        State::Reserve { rank, .. } => (None, Some(*rank)),
        _ => (None, None),
    };
    submissions::ActiveModel {
        state: ActiveValue::Set(state.word().to_owned()),
        state_at: ActiveValue::Set(state.since().unwrap_or(at).into()),
        confirm_by: ActiveValue::Set(confirm_by),
        rank: ActiveValue::Set(number(rank)),
        ..row
    }
}

fn read(
    row: submissions::Model,
    authors: Vec<Author>,
    congress: &Slug,
) -> Result<Submission, StoreError> {
    let of = Row::new("submissions", row.id);
    let submitted_at = row.submitted_at.map(|at| of.instant("submitted_at", at));
    Ok(Submission {
        id: SubmissionId(row.id),
        congress: congress.clone(),
        call: CallId(row.call_id),
        code: of.parse("code", &row.code)?,
        account: row.account_id.map(AccountId),
        state: state_of(&of, &row.state, row.state_at, row.confirm_by, row.rank)?,
        pending: of.json_opt("pending", row.pending.as_deref())?,
        words: of.json("words", &row.words)?,
        anonymity: of.word("anonymity", &row.anonymity)?,
        authors,
        redactions: of.json("redactions", &row.redactions)?,
        revision: of.number("revision", row.revision)?,
        begun_at: of.instant("begun_at", row.begun_at)?,
        saved_at: of.instant("saved_at", row.saved_at)?,
        submitted_at: submitted_at.transpose()?,
        reason: row.reason,
    })
}

/// A state from its columns.
pub(crate) fn state_of(
    of: &Row,
    word: &str,
    since: Micros,
    confirm_by: Option<Micros>,
    rank: Option<i64>,
) -> Result<State, StoreError> {
    let at = of.instant("state_at", since)?;
    Ok(match word {
        "draft" => State::Draft,
        "submitted" => State::Submitted { at },
        "withdrawn" => State::Withdrawn { at },
        "accepted" => {
            let confirm_by = confirm_by.ok_or_else(|| of.wrong("confirm_by"))?;
            let confirm_by = of.instant("confirm_by", confirm_by)?;
            State::Accepted { at, confirm_by }
        }
        "rejected" => State::Rejected { at },
        "reserve" => {
            let rank = rank.ok_or_else(|| of.wrong("rank"))?;
            let rank = of.number("rank", rank)?;
            State::Reserve { at, rank }
        }
        "confirmed" => State::Confirmed { at },
        "declined" => State::Declined { at },
        _ => return Err(of.wrong("state")),
    })
}

fn read_author(row: submission_authors::Model) -> Result<Author, StoreError> {
    let of = Row::new("submission_authors", row.id);
    let email = row.email.as_deref().map(|email| of.parse("email", email));
    Ok(Author {
        id: AuthorId(row.id),
        standing: of.word("standing", &row.standing)?,
        account: row.account_id.map(AccountId),
        email: email.transpose()?,
        about: of.json("about", &row.about)?,
    })
}
