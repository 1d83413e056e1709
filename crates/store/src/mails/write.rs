//! Writing letters, and deciding that they go out or do not.
//!
//! Letters that answer what their reader just did (`post`) leave no entry of their own: the act that
//! caused them has one. What the office does to letters has; no entry holds an address or a body.

use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{
    ActiveValue, ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
    TryInsertResult,
};
use serde_json::json;
use uuid::Uuid;
use wiec_model::Slug;
use wiec_model::jobs::Job;
use wiec_model::mail::{Discard, Letter, MailId, MailingId, State, Step, Subject};

use crate::column::{Micros, Row, word};
use crate::error::StoreError;
use crate::history::{self, Act};
use crate::id;
use crate::insert;
use crate::mails::mailings::NewMailing;
use crate::mails::{mailing_subject, subject};
use crate::tables::mails::{ActiveModel, Column, Entity};
use crate::tables::{congresses, mail_attachments, mailings};
use crate::tx::Tx;

/// Writes letters.
#[derive(Debug)]
pub struct MailWriter<'a>(pub(crate) &'a mut Tx);

/// What is changed of a draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MailEdit {
    /// Its new subject.
    pub subject: Subject,
    /// Its new body.
    pub body: String,
}

/// What became of an edit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MailEdited {
    /// It is written.
    Done,
    /// Nothing is: someone else changed the letter, or sent it, since it was read.
    Changed,
}

impl MailWriter<'_> {
    /// Writes a letter as a draft; `None` if one of its key was written before.
    ///
    /// # Errors
    ///
    /// [`StoreError::Conflict`] if its congress does not exist; [`StoreError::Driver`].
    #[tracing::instrument(name = "store.mails.draft", skip_all, fields(mail.template = letter.template))]
    pub async fn draft(&mut self, letter: &Letter) -> Result<Option<MailId>, StoreError> {
        self.insert(letter, None).await
    }

    /// Writes a letter that goes out at once, because its reader waits for it; `None` if one of its
    /// key was written before.
    ///
    /// # Errors
    ///
    /// As [`MailWriter::draft`].
    #[tracing::instrument(name = "store.mails.post", skip_all, fields(mail.template = letter.template))]
    pub async fn post(&mut self, letter: &Letter) -> Result<Option<MailId>, StoreError> {
        let Some(mail) = self.insert(letter, None).await? else {
            return Ok(None);
        };
        self.step(Step::Queue, one(mail), &state(&QUEUED)).await?;
        let congress = letter.congress.clone();
        self.0
            .jobs()
            .enqueue(&Job::SendMail { mail, congress })
            .await?;
        Ok(Some(mail))
    }

    /// Makes a mailing; `None` if one of its key was made before.
    ///
    /// # Errors
    ///
    /// [`StoreError::Conflict`] if its congress does not exist; [`StoreError::Driver`].
    #[tracing::instrument(name = "store.mails.begin_mailing", skip_all, fields(congress.slug = %mailing.congress))]
    pub async fn begin_mailing(
        &mut self,
        mailing: &NewMailing,
    ) -> Result<Option<MailingId>, StoreError> {
        let row = mailings::ActiveModel {
            id: ActiveValue::NotSet,
            congress_id: ActiveValue::Set(id::congress(&mailing.congress)),
            template: ActiveValue::Set(mailing.template.clone()),
            name: ActiveValue::Set(mailing.name.clone()),
            key: ActiveValue::Set(mailing.key.clone()),
            created_at: ActiveValue::Set(self.0.at.into()),
        };
        let made = mailings::Entity::insert(row)
            .on_conflict(OnConflict::new().do_nothing().to_owned())
            .try_insert()
            .exec(&self.0.tx)
            .await?;
        Ok(match made {
            TryInsertResult::Inserted(row) => Some(MailingId(row.last_insert_id)),
            TryInsertResult::Empty | TryInsertResult::Conflicted => None,
        })
    }

    /// Writes the letters of a mailing as drafts, one for each address, and says how many are new.
    ///
    /// # Errors
    ///
    /// As [`MailWriter::draft`].
    #[tracing::instrument(name = "store.mails.draft_all", skip_all, fields(mailing.id = mailing.0))]
    pub async fn draft_all(
        &mut self,
        congress: &Slug,
        mailing: MailingId,
        letters: &[Letter],
    ) -> Result<u64, StoreError> {
        let mut new = 0;
        for letter in letters {
            if self.insert(letter, Some(mailing)).await?.is_some() {
                new += 1;
            }
        }
        let details = json!({ "letters": new });
        self.note(
            id::congress(congress),
            Act::WriteMail,
            mailing_subject(mailing),
            &details,
        )
        .await?;
        Ok(new)
    }

    /// Changes a draft that was read at `revision`.
    ///
    /// # Errors
    ///
    /// [`StoreError::Driver`].
    #[tracing::instrument(name = "store.mails.edit", skip_all, fields(mail.id = mail.0))]
    pub async fn edit(
        &mut self,
        mail: MailId,
        revision: u32,
        edit: &MailEdit,
    ) -> Result<MailEdited, StoreError> {
        let Some(before) = Entity::find_by_id(mail.0).one(&self.0.tx).await? else {
            return Ok(MailEdited::Changed);
        };
        let written = Entity::update_many()
            .col_expr(Column::Subject, Expr::value(edit.subject.as_str()))
            .col_expr(Column::Body, Expr::value(edit.body.as_str()))
            .col_expr(Column::Revision, Expr::value(i64::from(revision) + 1))
            .filter(one(mail))
            .filter(Column::Revision.eq(i64::from(revision)))
            .filter(allows(Step::Edit))
            .exec(&self.0.tx)
            .await?;
        if written.rows_affected == 0 {
            return Ok(MailEdited::Changed);
        }
        let details = json!({
            "subject": { "from": before.subject, "to": edit.subject },
            "body_letters": { "from": before.body.chars().count(), "to": edit.body.chars().count() },
        });
        self.note(before.congress_id, Act::WriteMail, subject(mail), &details)
            .await?;
        Ok(MailEdited::Done)
    }

    /// Sends a draft, or one that failed, on its way; `false` if it is neither.
    ///
    /// # Errors
    ///
    /// [`StoreError::Driver`].
    #[tracing::instrument(name = "store.mails.queue", skip_all, fields(mail.id = mail.0))]
    pub async fn queue(&mut self, mail: MailId) -> Result<bool, StoreError> {
        self.queue_if(mail, one(mail)).await
    }

    /// Sends a letter on its way as somebody read it, and says whether it still is so and can be sent.
    ///
    /// # Errors
    ///
    /// [`StoreError::Driver`].
    #[tracing::instrument(name = "store.mails.queue_as_read", skip_all, fields(mail.id = mail.0))]
    pub async fn queue_as_read(&mut self, mail: MailId, revision: u32) -> Result<bool, StoreError> {
        let as_read = one(mail).add(Column::Revision.eq(i64::from(revision)));
        self.queue_if(mail, as_read).await
    }

    async fn queue_if(&mut self, mail: MailId, letter: Condition) -> Result<bool, StoreError> {
        let Some(before) = Entity::find_by_id(mail.0).one(&self.0.tx).await? else {
            return Ok(false);
        };
        if self.step(Step::Queue, letter, &state(&QUEUED)).await? == 0 {
            return Ok(false);
        }
        let congress = self.slug(before.congress_id).await?;
        self.0
            .jobs()
            .enqueue(&Job::SendMail { mail, congress })
            .await?;
        let details = json!({ "state": { "from": before.state, "to": QUEUED } });
        self.note(before.congress_id, Act::SendMail, subject(mail), &details)
            .await?;
        Ok(true)
    }

    /// Sends all drafts of a mailing on their way, and says how many those were.
    ///
    /// # Errors
    ///
    /// [`StoreError::Driver`].
    #[tracing::instrument(name = "store.mails.queue_all", skip_all, fields(mailing.id = mailing.0))]
    pub async fn queue_all(
        &mut self,
        congress: &Slug,
        mailing: MailingId,
    ) -> Result<u64, StoreError> {
        let drafts: Vec<i64> = Entity::find()
            .select_only()
            .column(Column::Id)
            .filter(of_mailing(congress, mailing))
            .filter(Column::State.eq(DRAFT))
            .order_by_asc(Column::Id)
            .into_tuple()
            .all(&self.0.tx)
            .await?;
        let all = of_mailing(congress, mailing).add(Column::State.eq(DRAFT));
        let queued = self.step(Step::Queue, all, &state(&QUEUED)).await?;
        let jobs: Vec<Job> = drafts
            .into_iter()
            .map(|mail| Job::SendMail {
                mail: MailId(mail),
                congress: Some(congress.clone()),
            })
            .collect();
        self.0.jobs().enqueue_all(&jobs).await?;
        let details = json!({ "letters": queued });
        self.note(
            id::congress(congress),
            Act::SendMail,
            mailing_subject(mailing),
            &details,
        )
        .await?;
        Ok(queued)
    }

    /// Throws a letter away that was not sent; `false` if it was, or is thrown away already.
    ///
    /// # Errors
    ///
    /// [`StoreError::Driver`].
    #[tracing::instrument(name = "store.mails.discard", skip_all, fields(mail.id = mail.0))]
    pub async fn discard(&mut self, mail: MailId) -> Result<bool, StoreError> {
        let Some(before) = Entity::find_by_id(mail.0).one(&self.0.tx).await? else {
            return Ok(false);
        };
        let by_hand = discarded(Discard::ByHand);
        if self.step(Step::Discard, one(mail), &by_hand).await? == 0 {
            return Ok(false);
        }
        self.cancel_job(mail).await?;
        let details = json!({ "state": { "from": before.state, "to": "discarded" } });
        self.note(
            before.congress_id,
            Act::DiscardMail,
            subject(mail),
            &details,
        )
        .await?;
        Ok(true)
    }

    /// Throws all drafts of a mailing away, and says how many those were.
    ///
    /// # Errors
    ///
    /// [`StoreError::Driver`].
    #[tracing::instrument(name = "store.mails.discard_all", skip_all, fields(mailing.id = mailing.0))]
    pub async fn discard_all(
        &mut self,
        congress: &Slug,
        mailing: MailingId,
    ) -> Result<u64, StoreError> {
        let drafts = of_mailing(congress, mailing).add(Column::State.eq(DRAFT));
        let by_hand = discarded(Discard::ByHand);
        let count = self.step(Step::Discard, drafts, &by_hand).await?;
        let details = json!({ "letters": count });
        self.note(
            id::congress(congress),
            Act::DiscardMail,
            mailing_subject(mailing),
            &details,
        )
        .await?;
        Ok(count)
    }

    async fn insert(
        &mut self,
        letter: &Letter,
        mailing: Option<MailingId>,
    ) -> Result<Option<MailId>, StoreError> {
        let row = ActiveModel::of(letter, mailing, self.0.at);
        let written = Entity::insert(row)
            .on_conflict(OnConflict::new().do_nothing().to_owned())
            .try_insert()
            .exec(&self.0.tx)
            .await?;
        let TryInsertResult::Inserted(row) = written else {
            return Ok(None);
        };
        let files = mail_attachments::Model::of(row.last_insert_id, &letter.attachments);
        insert::all::<mail_attachments::Entity>(&self.0.tx, files).await?;
        Ok(Some(MailId(row.last_insert_id)))
    }

    /// Takes letters a step on, those that allow it, and says how many did.
    pub(super) async fn step(
        &mut self,
        step: Step,
        letters: Condition,
        to: &Reached<'_>,
    ) -> Result<u64, StoreError> {
        let taken = Entity::update_many()
            .col_expr(Column::State, Expr::value(to.state))
            .col_expr(Column::StateAt, Expr::value(Micros::from(self.0.at)))
            .col_expr(Column::MessageId, Expr::value(to.message_id))
            .col_expr(Column::Reason, Expr::value(to.reason.clone()))
            .filter(letters)
            .filter(allows(step))
            .exec(&self.0.tx)
            .await?;
        Ok(taken.rows_affected)
    }

    async fn cancel_job(&mut self, mail: MailId) -> Result<(), StoreError> {
        let congress = None;
        let key = Job::SendMail { mail, congress }.key();
        self.0.jobs().cancel(&key).await
    }

    async fn slug(&self, congress: Option<Uuid>) -> Result<Option<Slug>, StoreError> {
        let Some(id) = congress else { return Ok(None) };
        let row = congresses::Entity::find_by_id(id).one(&self.0.tx).await?;
        row.map(|row| Row::new("congresses", id).parse("slug", &row.slug))
            .transpose()
    }

    async fn note(
        &self,
        congress: impl Into<Option<Uuid>>,
        act: Act,
        subject: String,
        details: &serde_json::Value,
    ) -> Result<(), StoreError> {
        history::append(self.0, congress, act, subject, details).await
    }
}

pub(super) const DRAFT: &str = "draft";
pub(super) const QUEUED: &str = "queued";

/// The state that a step leads to, in columns.
pub(super) struct Reached<'a> {
    pub(super) state: &'static str,
    pub(super) message_id: Option<&'a str>,
    pub(super) reason: Option<String>,
}

/// A state of which nothing more is to be said.
fn state(word: &&'static str) -> Reached<'static> {
    Reached {
        state: word,
        message_id: None,
        reason: None,
    }
}

pub(super) fn discarded(why: Discard) -> Reached<'static> {
    Reached {
        state: State::WORDS[4],
        message_id: None,
        reason: Some(word(&why)),
    }
}

pub(super) fn one(mail: MailId) -> Condition {
    Condition::all().add(Column::Id.eq(mail.0))
}

fn of_mailing(congress: &Slug, mailing: MailingId) -> Condition {
    Condition::all()
        .add(Column::MailingId.eq(mailing.0))
        .add(Column::CongressId.eq(id::congress(congress)))
}

fn allows(step: Step) -> Condition {
    Condition::all().add(Column::State.is_in(step.from().iter().copied()))
}
