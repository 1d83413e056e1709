//! Beginning, saving and sending a submission. A draft is saved as it is typed: that leaves no entry in
//! the history, for nobody but its authors knows it. What was sent is changed on record.

use sea_orm::{ActiveValue, ColumnTrait, Condition, EntityTrait, PaginatorTrait, QueryFilter};
use serde_json::json;
use wiec_model::AccountId;
use wiec_model::account::Email;
use wiec_model::calls::{
    AboutAuthor, Anonymity, Author, AuthorId, AuthorStanding, Call, Entry, Gate, State, Step,
    Submission, SubmissionCode, SubmissionId, Unchangeable, Words,
};
use wiec_model::registration::Consent;

use super::{SubmissionWriter, read, read_author, with_state};
use crate::column::{json as written, word};
use crate::error::StoreError;
use crate::history::Act;
use crate::id;
use crate::tables::{consents, submission_authors, submission_versions, submissions};

/// A submission that is begun.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewSubmission {
    /// The key it gets if it is the first of its kind.
    pub id: SubmissionId,
    /// The code it gets then.
    pub code: SubmissionCode,
    /// What the form carried, so that sending it twice, or later from a device without network, is
    /// beginning it once.
    pub key: String,
    /// Whose it is; none where the office types in what somebody sent who has no account.
    pub account: Option<AccountId>,
    /// Where that person is reached.
    pub email: Option<Email>,
    /// The key of the first author.
    pub author: AuthorId,
    /// What is said of the first author.
    pub about: AboutAuthor,
    /// What was written so far.
    pub words: Words,
    /// From whom the names of its authors are kept.
    pub anonymity: Anonymity,
}

/// What came of beginning a submission.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Begun {
    /// It is begun.
    New(Submission),
    /// This very form began it before.
    Again(Submission),
}

/// What is written over a submission.
#[derive(Clone, Copy, Debug)]
pub struct Rewritten<'a> {
    /// Its words.
    pub words: &'a Words,
    /// From whom the names of its authors are kept.
    pub anonymity: Anonymity,
    /// What is said of one of its authors; of one who left meanwhile nothing is kept.
    pub about: Option<(AuthorId, &'a AboutAuthor)>,
}

/// What came of saving a submission.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Saved {
    /// It says that now; or it did so already, and nothing was counted.
    Saved(Submission),
    /// Somebody else saved it meanwhile: this is theirs.
    Clash(Submission),
    /// The call takes no changes of it any more: this is what it says.
    NotTaken(Gate, Submission),
    /// It is withdrawn, or out: there is nothing to change.
    Over(Submission),
}

/// What came of sending a submission.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Submitted {
    /// It is sent.
    Now(Submission),
    /// It was sent before.
    Before(Submission),
    /// The call takes it no more, or not yet. The draft is kept.
    NotTaken(Gate),
    /// The call is entered by a code, and its submitter used none. The draft is kept.
    NotAdmitted,
    /// Its submitter sent as many as one person may. The draft is kept.
    TooMany(u32),
    /// Somebody saved other words meanwhile: these.
    Clash(Submission),
}

impl SubmissionWriter<'_> {
    /// Begins a submission as a draft. It is kept before the call opens, after its deadline and without a
    /// code too: the form may have been open for hours, and what was typed is not lost. Whether it comes
    /// in, [`SubmissionWriter::submit`] looks.
    ///
    /// # Errors
    ///
    /// [`StoreError::Conflict`] if its code was given before or there is no such account;
    /// [`StoreError::Driver`].
    #[tracing::instrument(name = "store.submissions.begin", skip_all, fields(call.slug = %call.slug))]
    pub async fn begin(&mut self, call: &Call, new: &NewSubmission) -> Result<Begun, StoreError> {
        self.0.calls().lock(call.id, 0).await?;
        let known = submissions::Entity::find()
            .filter(submissions::Column::CallId.eq(call.id.0))
            .filter(submissions::Column::Key.eq(&new.key))
            .one(&self.0.tx)
            .await?;
        if let Some(known) = known {
            let again = self.get(call, SubmissionId(known.id)).await?;
            return Ok(Begun::Again(again));
        }
        let row = row(call, new, self.0.at);
        let row = submissions::Entity::insert(row)
            .exec_with_returning(&self.0.tx)
            .await?;
        let author = Author {
            id: new.author,
            standing: AuthorStanding::Submitter,
            account: new.account,
            email: new.email.clone(),
            about: new.about.clone(),
        };
        let author = self.insert_author(new.id, &author, 0, None).await?;
        Ok(Begun::New(read(row, vec![author], &call.congress)?))
    }

    /// Writes over the revision `seen` of a submission. A draft can be saved whenever; what was sent, while
    /// the call is open; what was chosen, until the congress.
    ///
    /// # Errors
    ///
    /// [`StoreError::Stale`] if there is none; [`StoreError::Driver`].
    #[tracing::instrument(name = "store.submissions.save", skip_all, fields(call.slug = %call.slug))]
    pub async fn save(
        &mut self,
        call: &Call,
        submission: SubmissionId,
        seen: u32,
        wanted: Rewritten<'_>,
    ) -> Result<Saved, StoreError> {
        let known = self.locked(call, submission).await?;
        let has_other_words = known.words != *wanted.words || known.anonymity != wanted.anonymity;
        let other_about = wanted.about.filter(|(author, about)| {
            let mut standing = known.standing_authors();
            standing.any(|it| it.id == *author && it.about != **about)
        });
        // Sent again after a network that broke: what is wanted stands already.
        if !has_other_words && other_about.is_none() {
            return Ok(Saved::Saved(known));
        }
        match self.changeable(call, &known) {
            Ok(()) => {}
            Err(Unchangeable::NotTaken(gate)) => return Ok(Saved::NotTaken(gate, known)),
            Err(Unchangeable::Over { .. }) => return Ok(Saved::Over(known)),
        }
        if known.revision != seen {
            return Ok(Saved::Clash(known));
        }
        if let Some((author, about)) = other_about {
            self.describe(author, about).await?;
            self.note_author(call, &known, "changed").await?;
        }
        let authors = self.get(call, submission).await?.authors;
        let saved = Submission {
            words: wanted.words.clone(),
            anonymity: wanted.anonymity,
            revision: known.revision + 1,
            saved_at: self.0.at,
            authors,
            ..known
        };
        self.put_words(&saved).await?;
        if has_other_words && saved.state != State::Draft {
            self.keep_version(&saved).await?;
            let details = json!({ "revision": saved.revision, "state": saved.state.word() });
            self.note(&call.congress, &saved.code, Act::ChangeSubmission, &details)
                .await?;
        }
        Ok(Saved::Saved(saved))
    }

    /// Sends a submission whose words were `seen`, with what was agreed to. Whether anything is wrong with
    /// it the caller has asked the model; the deadline, the code and the number for one person are looked at
    /// here again, where nobody else comes between. What the office typed in for somebody without an
    /// account needs no code.
    ///
    /// # Errors
    ///
    /// [`StoreError::Stale`] if there is none; [`StoreError::Driver`].
    #[tracing::instrument(name = "store.submissions.submit", skip_all, fields(call.slug = %call.slug))]
    pub async fn submit(
        &mut self,
        call: &Call,
        submission: SubmissionId,
        seen: u32,
        agreed: &[Consent],
    ) -> Result<Submitted, StoreError> {
        let known = self.locked(call, submission).await?;
        let Ok(state) = known.state.after(Step::Submit, self.0.at) else {
            return Ok(Submitted::Before(known));
        };
        if known.revision != seen {
            return Ok(Submitted::Clash(known));
        }
        let gate = call.setup.gate(self.0.at);
        if !gate.lets_in(Entry::Draft(known.begun_at)) {
            return Ok(Submitted::NotTaken(gate));
        }
        if let Some(account) = known.account
            && !self.0.calls().admits(call, account).await?
        {
            return Ok(Submitted::NotAdmitted);
        }
        if let (Some(most), Some(account)) = (call.setup.limits.per_person, known.account)
            && u64::from(most) <= self.count_of(call, account).await?
        {
            return Ok(Submitted::TooMany(most));
        }
        self.0.calls().lock(call.id, 1).await?;
        let sent = Submission {
            state,
            submitted_at: Some(known.submitted_at.unwrap_or(self.0.at)),
            ..known
        };
        let row = submissions::ActiveModel {
            submitted_at: ActiveValue::Set(sent.submitted_at.map(Into::into)),
            ..with_state(submissions::ActiveModel::default(), &state, self.0.at)
        };
        submissions::Entity::update_many()
            .set(row)
            .filter(submissions::Column::Id.eq(submission.0))
            .exec(&self.0.tx)
            .await?;
        self.keep_version(&sent).await?;
        if let Some(account) = sent.account {
            self.agree(call, account, agreed).await?;
        }
        let details = json!({ "call": call.slug });
        self.note(&call.congress, &sent.code, Act::Submit, &details)
            .await?;
        Ok(Submitted::Now(sent))
    }

    /// Deletes a draft with its files; whether there was one. What was sent once is withdrawn instead.
    ///
    /// # Errors
    ///
    /// [`StoreError::Driver`].
    #[tracing::instrument(name = "store.submissions.delete_draft", skip_all, fields(call.slug = %call.slug))]
    pub async fn delete_draft(
        &mut self,
        call: &Call,
        submission: SubmissionId,
    ) -> Result<bool, StoreError> {
        let gone = submissions::Entity::delete_many()
            .filter(submissions::Column::Id.eq(submission.0))
            .filter(submissions::Column::CallId.eq(call.id.0))
            .filter(submissions::Column::State.eq("draft"))
            .exec(&self.0.tx)
            .await?;
        Ok(gone.rows_affected > 0)
    }

    pub(super) async fn insert_author(
        &mut self,
        submission: SubmissionId,
        author: &Author,
        position: i64,
        token_hash: Option<String>,
    ) -> Result<Author, StoreError> {
        let row = submission_authors::ActiveModel {
            id: ActiveValue::Set(author.id.0),
            submission_id: ActiveValue::Set(submission.0),
            position: ActiveValue::Set(position),
            standing: ActiveValue::Set(word(&author.standing)),
            account_id: ActiveValue::Set(author.account.map(|account| account.0)),
            email: ActiveValue::Set(author.email.as_ref().map(ToString::to_string)),
            token_hash: ActiveValue::Set(token_hash),
            about: ActiveValue::Set(written(&author.about)),
            since_at: ActiveValue::Set(self.0.at.into()),
        };
        let row = submission_authors::Entity::insert(row)
            .exec_with_returning(&self.0.tx)
            .await?;
        read_author(row)
    }

    async fn put_words(&mut self, saved: &Submission) -> Result<(), StoreError> {
        let words = &saved.words;
        let row = submissions::ActiveModel {
            title: ActiveValue::Set(words.title.clone()),
            track: ActiveValue::Set(words.track.as_ref().map(ToString::to_string)),
            tier: ActiveValue::Set(words.tier.map(|tier| tier.key().to_owned())),
            words: ActiveValue::Set(written(words)),
            anonymity: ActiveValue::Set(word(&saved.anonymity)),
            revision: ActiveValue::Set(i64::from(saved.revision)),
            saved_at: ActiveValue::Set(saved.saved_at.into()),
            ..Default::default()
        };
        submissions::Entity::update_many()
            .set(row)
            .filter(submissions::Column::Id.eq(saved.id.0))
            .exec(&self.0.tx)
            .await?;
        Ok(())
    }

    /// Keeps what a submission says now. Sent again after it was withdrawn, it may say the same under the
    /// same revision: that is kept once.
    async fn keep_version(&mut self, saved: &Submission) -> Result<(), StoreError> {
        use submission_versions::Column;
        let row = submission_versions::ActiveModel {
            submission_id: ActiveValue::Set(saved.id.0),
            revision: ActiveValue::Set(i64::from(saved.revision)),
            words: ActiveValue::Set(written(&saved.words)),
            state: ActiveValue::Set(saved.state.word().to_owned()),
            account_id: ActiveValue::Set(self.0.actor.account()),
            at: ActiveValue::Set(self.0.at.into()),
        };
        let once =
            sea_orm::sea_query::OnConflict::columns([Column::SubmissionId, Column::Revision])
                .update_column(Column::State)
                .to_owned();
        submission_versions::Entity::insert(row)
            .on_conflict(once)
            .exec_without_returning(&self.0.tx)
            .await?;
        Ok(())
    }

    /// How many of a person count towards the limit of a call, read under its lock.
    async fn count_of(&mut self, call: &Call, account: AccountId) -> Result<u64, StoreError> {
        let counted = Condition::all()
            .add(submissions::Column::CallId.eq(call.id.0))
            .add(submissions::Column::AccountId.eq(account.0))
            .add(submissions::Column::State.is_in(State::COUNTED));
        Ok(submissions::Entity::find()
            .filter(counted)
            .count(&self.0.tx)
            .await?)
    }

    async fn agree(
        &mut self,
        call: &Call,
        account: AccountId,
        agreed: &[Consent],
    ) -> Result<(), StoreError> {
        for consent in agreed {
            let given = consents::ActiveModel {
                id: ActiveValue::NotSet,
                account_id: ActiveValue::Set(account.0),
                congress_id: ActiveValue::Set(id::congress(&call.congress)),
                key: ActiveValue::Set(consent.key.to_string()),
                version: ActiveValue::Set(i64::from(consent.version)),
                words: ActiveValue::Set(written(&consent.text)),
                given_at: ActiveValue::Set(self.0.at.into()),
                withdrawn_at: ActiveValue::Set(None),
            };
            consents::Entity::insert(given)
                .exec_without_returning(&self.0.tx)
                .await?;
        }
        Ok(())
    }
}

fn row(call: &Call, new: &NewSubmission, at: jiff::Timestamp) -> submissions::ActiveModel {
    let words = &new.words;
    submissions::ActiveModel {
        id: ActiveValue::Set(new.id.0),
        call_id: ActiveValue::Set(call.id.0),
        code: ActiveValue::Set(new.code.to_string()),
        key: ActiveValue::Set(new.key.clone()),
        account_id: ActiveValue::Set(new.account.map(|account| account.0)),
        pending: ActiveValue::Set(None),
        reason: ActiveValue::Set(None),
        title: ActiveValue::Set(words.title.clone()),
        track: ActiveValue::Set(words.track.as_ref().map(ToString::to_string)),
        tier: ActiveValue::Set(words.tier.map(|tier| tier.key().to_owned())),
        words: ActiveValue::Set(written(words)),
        anonymity: ActiveValue::Set(word(&new.anonymity)),
        redactions: ActiveValue::Set("[]".to_owned()),
        revision: ActiveValue::Set(0),
        begun_at: ActiveValue::Set(at.into()),
        saved_at: ActiveValue::Set(at.into()),
        submitted_at: ActiveValue::Set(None),
        ..with_state(submissions::ActiveModel::default(), &State::Draft, at)
    }
}
