//! A change: everything that one act writes, with its entry in the history, or nothing of it.

use std::collections::BTreeSet;

use jiff::Timestamp;
use sea_orm::DatabaseTransaction;

use crate::accounts::AccountWriter;
use crate::availabilities::AvailabilityWriter;
use crate::bell::{Bell, Topic};
use crate::calls::CallWriter;
use crate::ceremonies::CeremonyWriter;
use crate::confirmations::ConfirmationWriter;
use crate::contacts::ContactWriter;
use crate::drafts::DraftWriter;
use crate::error::StoreError;
use crate::exports::ExportWriter;
use crate::favourites::FavouriteWriter;
use crate::grants::GrantWriter;
use crate::history::Actor;
use crate::jobs::JobWriter;
use crate::logins::LoginWriter;
use crate::mails::MailWriter;
use crate::notices::NoticeWriter;
use crate::passkeys::PasskeyWriter;
use crate::personal::PersonalWriter;
use crate::register::RegisterWriter;
use crate::registrations::RegistrationWriter;
use crate::releases::ReleaseWriter;
use crate::remarks::RemarkWriter;
use crate::reviews::ReviewWriter;
use crate::submissions::SubmissionWriter;
use crate::sweep::Sweep;
use crate::unsubscriptions::UnsubscriptionWriter;

/// A change that is being made. Dropped without [`Tx::commit`], it leaves nothing behind.
#[must_use = "a change that is not committed has not happened"]
#[derive(Debug)]
pub struct Tx {
    pub(crate) tx: DatabaseTransaction,
    pub(crate) actor: Actor,
    pub(crate) at: Timestamp,
    bell: Bell,
    topics: BTreeSet<Topic>,
}

impl Tx {
    pub(crate) const fn new(
        tx: DatabaseTransaction,
        actor: Actor,
        at: Timestamp,
        bell: Bell,
    ) -> Self {
        Self {
            tx,
            actor,
            at,
            bell,
            topics: BTreeSet::new(),
        }
    }

    /// When it happens, by the clock of the congress.
    #[must_use]
    pub const fn at(&self) -> Timestamp {
        self.at
    }

    /// Notes what the bell rings for once this is committed.
    pub(crate) fn touch(&mut self, topic: Topic) {
        self.topics.insert(topic);
    }

    /// Writes what the organisers work on.
    pub const fn drafts(&mut self) -> DraftWriter<'_> {
        DraftWriter(self)
    }

    /// Writes how people of the programme are reached.
    pub const fn contacts(&mut self) -> ContactWriter<'_> {
        ContactWriter(self)
    }

    /// Writes when people and rooms can.
    pub const fn availabilities(&mut self) -> AvailabilityWriter<'_> {
        AvailabilityWriter(self)
    }

    /// Writes who was asked to appear, and what they answered.
    pub const fn confirmations(&mut self) -> ConfirmationWriter<'_> {
        ConfirmationWriter(self)
    }

    /// Writes what the public sees.
    pub const fn releases(&mut self) -> ReleaseWriter<'_> {
        ReleaseWriter(self)
    }

    /// Writes the files made of releases.
    pub const fn exports(&mut self) -> ExportWriter<'_> {
        ExportWriter(self)
    }

    /// Writes lists of favourites.
    pub const fn favourites(&mut self) -> FavouriteWriter<'_> {
        FavouriteWriter(self)
    }

    /// Writes accounts.
    pub const fn accounts(&mut self) -> AccountWriter<'_> {
        AccountWriter(self)
    }

    /// Gives and takes roles.
    pub const fn grants(&mut self) -> GrantWriter<'_> {
        GrantWriter(self)
    }

    /// Writes who is signed in.
    pub const fn logins(&mut self) -> LoginWriter<'_> {
        LoginWriter(self)
    }

    /// Writes ceremonies of signing in.
    pub const fn ceremonies(&mut self) -> CeremonyWriter<'_> {
        CeremonyWriter(self)
    }

    /// Writes passkeys, and what providers call our accounts.
    pub const fn passkeys(&mut self) -> PasskeyWriter<'_> {
        PasskeyWriter(self)
    }

    /// Writes jobs.
    pub const fn jobs(&mut self) -> JobWriter<'_> {
        JobWriter(self)
    }

    /// Writes letters.
    pub const fn mails(&mut self) -> MailWriter<'_> {
        MailWriter(self)
    }

    /// Writes who wants no more letters.
    pub const fn unsubscriptions(&mut self) -> UnsubscriptionWriter<'_> {
        UnsubscriptionWriter(self)
    }

    /// Erases people's data.
    pub const fn personal(&mut self) -> PersonalWriter<'_> {
        PersonalWriter(self)
    }

    /// Writes pages that the law asks for.
    pub const fn notices(&mut self) -> NoticeWriter<'_> {
        NoticeWriter(self)
    }

    /// Forgets what was kept long enough.
    pub const fn sweep(&mut self) -> Sweep<'_> {
        Sweep(self)
    }

    /// Writes registrations.
    pub const fn registrations(&mut self) -> RegistrationWriter<'_> {
        RegistrationWriter(self)
    }

    /// Writes the register.
    pub const fn register(&mut self) -> RegisterWriter<'_> {
        RegisterWriter(self)
    }

    /// Writes remarks on its proposals.
    pub const fn remarks(&mut self) -> RemarkWriter<'_> {
        RemarkWriter(self)
    }

    /// Writes calls.
    pub const fn calls(&mut self) -> CallWriter<'_> {
        CallWriter(self)
    }

    /// Writes what was offered to them.
    pub const fn submissions(&mut self) -> SubmissionWriter<'_> {
        SubmissionWriter(self)
    }

    /// Writes what committees say of that.
    pub const fn reviews(&mut self) -> ReviewWriter<'_> {
        ReviewWriter(self)
    }

    /// Makes the change: it is on the disk when this returns, and the bell has rung.
    ///
    /// # Errors
    ///
    /// [`StoreError`] if it cannot be made; then nothing of it is.
    pub async fn commit(self) -> Result<(), StoreError> {
        self.tx.commit().await?;
        for topic in self.topics {
            self.bell.ring(topic);
        }
        Ok(())
    }

    /// Gives the change up: when this returns, the database holds nothing of it, and no lock.
    /// Merely dropping a `Tx` does so a little later, when its connection is next at rest.
    ///
    /// # Errors
    ///
    /// [`StoreError::Driver`] if the database does not answer; then nothing of it is kept either.
    pub async fn give_up(self) -> Result<(), StoreError> {
        self.tx.rollback().await?;
        Ok(())
    }
}
