//! What becomes of letters without anybody's doing: sent, failed, expired, wiped, deleted.
//!
//! These writes are the program's own and leave no entries: the letter says what became of it.

use jiff::Timestamp;
use sea_orm::sea_query::Expr;
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait,
};
use uuid::Uuid;
use wiec_model::jobs::Job;
use wiec_model::mail::{Discard, MailId, Step};
use wiec_model::{AccountId, Email};

use crate::column::{Micros, Row};
use crate::error::StoreError;
use crate::mails::write::{MailWriter, QUEUED, Reached, discarded, one};
use crate::tables::mails::{Column, Entity};
use crate::tables::{congresses, mail_attachments};

impl MailWriter<'_> {
    /// Notes that a mail server took a letter; what a secret one said is wiped.
    ///
    /// # Errors
    ///
    /// [`StoreError::Driver`].
    #[tracing::instrument(name = "store.mails.mark_sent", skip_all, fields(mail.id = mail.0))]
    pub async fn mark_sent(&mut self, mail: MailId, message_id: &str) -> Result<(), StoreError> {
        let sent = Reached {
            state: "sent",
            message_id: Some(message_id),
            reason: None,
        };
        self.step(Step::Send, one(mail), &sent).await?;
        let secret = one(mail).add(Column::SecretUntil.is_not_null());
        self.wipe(secret).await?;
        Ok(())
    }

    /// Notes that no mail server would take a letter; what a secret one said is wiped.
    ///
    /// # Errors
    ///
    /// [`StoreError::Driver`].
    #[tracing::instrument(name = "store.mails.mark_failed", skip_all, fields(mail.id = mail.0))]
    pub async fn mark_failed(&mut self, mail: MailId, reason: &str) -> Result<(), StoreError> {
        let failed = Reached {
            state: "failed",
            message_id: None,
            reason: Some(reason.to_owned()),
        };
        self.step(Step::Fail, one(mail), &failed).await?;
        Ok(())
    }

    /// Notes that a letter is not sent, for a reason that is nobody's decision here.
    ///
    /// # Errors
    ///
    /// [`StoreError::Driver`].
    #[tracing::instrument(name = "store.mails.drop_letter", skip_all, fields(mail.id = mail.0))]
    pub async fn drop_letter(&mut self, mail: MailId, why: Discard) -> Result<(), StoreError> {
        self.step(Step::Discard, one(mail), &discarded(why)).await?;
        let secret = one(mail).add(Column::SecretUntil.is_not_null());
        self.wipe(secret).await?;
        Ok(())
    }

    /// Discards and wipes every secret letter whose way in is shut by now, and says how many.
    ///
    /// # Errors
    ///
    /// [`StoreError::Driver`].
    #[tracing::instrument(name = "store.mails.expire_secrets", skip_all)]
    pub async fn expire_secrets(&mut self) -> Result<u64, StoreError> {
        let shut = || {
            Condition::all()
                .add(Column::SecretUntil.lte(Micros::from(self.0.at)))
                .add(Column::WipedAt.is_null())
        };
        let shut_ones = shut();
        let again = shut();
        self.step(Step::Discard, shut_ones, &discarded(Discard::Expired))
            .await?;
        self.wipe(again).await
    }

    /// Wipes what letters said that are over (sent, failed or discarded) and were written before
    /// `before`, and says how many.
    ///
    /// # Errors
    ///
    /// [`StoreError::Driver`].
    #[tracing::instrument(name = "store.mails.wipe_before", skip_all)]
    pub async fn wipe_before(&mut self, before: Timestamp) -> Result<u64, StoreError> {
        self.wipe(over_before(before).add(Column::WipedAt.is_null()))
            .await
    }

    /// Deletes letters that are over and were written before `before`, and says how many.
    ///
    /// # Errors
    ///
    /// [`StoreError::Driver`].
    #[tracing::instrument(name = "store.mails.delete_before", skip_all)]
    pub async fn delete_before(&mut self, before: Timestamp) -> Result<u64, StoreError> {
        let deleted = Entity::delete_many()
            .filter(over_before(before))
            .exec(&self.0.tx)
            .await?;
        Ok(deleted.rows_affected)
    }

    /// Deletes all letters to an account, and to its address: for erasing it.
    ///
    /// # Errors
    ///
    /// [`StoreError::Driver`].
    #[tracing::instrument(name = "store.mails.delete_of", skip_all)]
    pub async fn delete_of(
        &mut self,
        account: AccountId,
        email: Option<&Email>,
    ) -> Result<u64, StoreError> {
        let mut theirs = Condition::any().add(Column::AccountId.eq(account.0));
        if let Some(email) = email {
            theirs = theirs.add(Column::Email.eq(email.as_str()));
        }
        let deleted = Entity::delete_many()
            .filter(theirs)
            .exec(&self.0.tx)
            .await?;
        Ok(deleted.rows_affected)
    }

    /// Enqueues a job for every letter that waits to be sent and may have none, and says how many
    /// wait: where no mail server was known so far, letters waited without.
    ///
    /// # Errors
    ///
    /// [`StoreError::Driver`], or [`StoreError::Inconsistent`] if a row cannot be read.
    #[tracing::instrument(name = "store.mails.ask_again", skip_all)]
    pub async fn ask_again(&mut self) -> Result<usize, StoreError> {
        let waiting: Vec<(i64, Option<Uuid>)> = Entity::find()
            .select_only()
            .columns([Column::Id, Column::CongressId])
            .filter(Column::State.eq(QUEUED))
            .order_by_asc(Column::Id)
            .into_tuple()
            .all(&self.0.tx)
            .await?;
        let rows = congresses::Entity::find().all(&self.0.tx).await?;
        let mut jobs = Vec::with_capacity(waiting.len());
        for (mail, congress) in waiting {
            let row = rows.iter().find(|row| Some(row.id) == congress);
            let congress = row
                .map(|row| Row::new("congresses", row.id).parse("slug", &row.slug))
                .transpose()?;
            jobs.push(Job::SendMail {
                mail: MailId(mail),
                congress,
            });
        }
        self.0.jobs().enqueue_all(&jobs).await?;
        Ok(jobs.len())
    }

    async fn wipe(&mut self, letters: Condition) -> Result<u64, StoreError> {
        let ids = Entity::find()
            .select_only()
            .column(Column::Id)
            .filter(letters.clone())
            .into_query();
        mail_attachments::Entity::delete_many()
            .filter(mail_attachments::Column::MailId.in_subquery(ids))
            .exec(&self.0.tx)
            .await?;
        let wiped = Entity::update_many()
            .col_expr(Column::Body, Expr::value(""))
            .col_expr(Column::WipedAt, Expr::value(Micros::from(self.0.at)))
            .filter(letters)
            .exec(&self.0.tx)
            .await?;
        Ok(wiped.rows_affected)
    }
}

fn over_before(before: Timestamp) -> Condition {
    Condition::all()
        .add(Column::State.is_in(["sent", "failed", "discarded"]))
        .add(Column::CreatedAt.lt(Micros::from(before)))
}
