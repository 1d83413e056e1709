//! What was done, by whom and when: one entry per act, written in its transaction.
//!
//! Most of it is done to an edition; what is done to an account belongs to none.

use std::fmt;

use jiff::Timestamp;
use sea_orm::{
    ActiveValue, ColumnTrait, EntityTrait, ExprTrait, QueryFilter, QueryOrder, QuerySelect, Select,
};
use serde::{Deserialize, Serialize};
use serde_json::Value as Json;
use uuid::Uuid;
use wiec_model::rules;
use wiec_model::{AccountId, Slug};

use crate::column::{Row, json, word};
use crate::error::StoreError;
use crate::id;
use crate::sight::Sight;
use crate::store::Store;
use crate::tables::history::{ActiveModel, Column, Entity, Model};
use crate::tx::Tx;

/// Who does something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Actor {
    /// Whoever runs the program, at its command line.
    Operator,
    /// Someone on the web, without an account.
    Visitor,
    /// Someone who signed in.
    Account(AccountId),
    /// The program itself.
    System,
}

impl Actor {
    const fn word(self) -> &'static str {
        match self {
            Self::Operator => "operator",
            Self::Visitor => "visitor",
            Self::Account(_) => "account",
            Self::System => "system",
        }
    }

    pub(crate) const fn account(self) -> Option<Uuid> {
        match self {
            Self::Account(id) => Some(id.0),
            Self::Operator | Self::Visitor | Self::System => None,
        }
    }
}

impl From<&rules::Actor> for Actor {
    fn from(actor: &rules::Actor) -> Self {
        match actor {
            rules::Actor::Visitor => Self::Visitor,
            rules::Actor::Member(member) => Self::Account(member.account),
            rules::Actor::Operator => Self::Operator,
            rules::Actor::System => Self::System,
        }
    }
}

/// What is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Act {
    /// A draft was saved, as by an import.
    SaveDraft,
    /// Something of a draft was made.
    CreatePart,
    /// Something of a draft was changed.
    EditPart,
    /// Something of a draft was taken out.
    DeletePart,
    /// A schedule was released.
    Release,
    /// The exports of a release were made anew.
    ReplaceExports,
    /// Someone's appearance was asked for, confirmed or declined.
    Confirm,
    /// It was said when somebody, or a room, can.
    SetAvailability,
    /// Where letters to a person of the programme go was changed.
    SetContact,
    /// An account was made.
    CreateAccount,
    /// An account was changed by its owner.
    ChangeAccount,
    /// An account was erased.
    EraseAccount,
    /// Someone signed in.
    SignIn,
    /// A login was ended.
    EndLogin,
    /// A passkey, or a provider's name, was added to an account.
    AddKey,
    /// A passkey, or a provider's name, was taken from an account.
    RemoveKey,
    /// A role was given.
    Grant,
    /// A role was taken.
    Revoke,
    /// The form of registration was changed.
    SetRegistration,
    /// Someone registered.
    Register,
    /// A registration was changed by its owner.
    ChangeRegistration,
    /// It was decided on a registration.
    Decide,
    /// A registration was withdrawn.
    Withdraw,
    /// Someone was let in at the door.
    CheckIn,
    /// A list of people was taken out.
    ExportPeople,
    /// A list of people was taken in.
    ImportPeople,
    /// A consent was given.
    GiveConsent,
    /// A consent was taken back.
    WithdrawConsent,
    /// A letter, or a mailing, was written.
    WriteMail,
    /// A letter, or a mailing, was sent on its way.
    SendMail,
    /// A letter, or a mailing, was thrown away.
    DiscardMail,
    /// A job was tried again by hand.
    RetryJob,
    /// A page that the law asks for was changed.
    EditNotice,
    /// A proposal of the register was made, or what is known of it was changed.
    SetProposal,
    /// The words that a team works on were changed.
    WriteProposal,
    /// Another wording was suggested to a team, or decided on.
    SuggestWording,
    /// A version of a proposal was published.
    PublishVersion,
    /// Something was said at a clause.
    Remark,
    /// A remark was published, taken down, taken back, or joined with others.
    ModerateRemark,
    /// A remark was answered, or given to somebody to answer.
    AnswerRemark,
    /// The wording of remarks was merged into the words that a team works on.
    MergeAmendments,
    /// The report of a consultation was frozen.
    FreezeReport,
    /// A call was made, or what is said of it was changed.
    SetCall,
    /// Somebody was put on a committee, or taken off it.
    SetCommittee,
    /// Something was offered to a call.
    Submit,
    /// What was offered was changed: its words, its authors, its files, what of it is seen.
    ChangeSubmission,
    /// What was offered was chosen or not, confirmed, declined or withdrawn.
    StepSubmission,
    /// It was decided on what was offered, without telling anybody yet.
    DecideSubmission,
    /// Something was given to a member of a committee to judge, or taken from them.
    AssignReview,
    /// A member of a committee judged something, or declared an interest.
    Review,
    /// What was kept long enough was deleted.
    Sweep,
}

impl fmt::Display for Actor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.word())
    }
}

impl fmt::Display for Act {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&word(self))
    }
}

/// One entry of the history.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its place: later entries have higher numbers.
    pub number: i64,
    /// When it happened.
    pub at: Timestamp,
    /// Who did it.
    pub actor: Actor,
    /// What was done.
    pub act: Act,
    /// To what: `draft`, `release 3`, `session S31`.
    pub subject: String,
    /// What changed, as an object: counts, or `from` and `to` by field.
    pub details: Json,
}

/// Which entries of an edition are wanted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wanted {
    /// Only what was done to this.
    pub subject: Option<String>,
    /// Only what this account did.
    pub account: Option<AccountId>,
    /// Only entries before this number: the next page.
    pub before: Option<i64>,
    /// Only those that are seen so.
    pub sight: Sight,
}

/// Some entries, newest first, and whether there are older ones.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// The entries.
    pub entries: Vec<Entry>,
    /// The number to go on before; none at the end.
    pub next: Option<i64>,
}

/// Reads the history.
#[derive(Debug)]
pub struct History<'a>(pub(crate) &'a Store);

impl History<'_> {
    /// The last `limit` entries of an edition, newest first.
    ///
    /// # Errors
    ///
    /// [`StoreError::Driver`], or [`StoreError::Inconsistent`] if an entry cannot be read.
    #[tracing::instrument(name = "store.history.list", skip_all, fields(congress.slug = %congress))]
    pub async fn list(&self, congress: &Slug, limit: u64) -> Result<Vec<Entry>, StoreError> {
        self.read(of_congress(congress, &Wanted::default()).limit(limit))
            .await
    }

    /// A page of at most `size` entries of an edition.
    ///
    /// # Errors
    ///
    /// As [`History::list`].
    #[tracing::instrument(name = "store.history.page", skip_all, fields(congress.slug = %congress))]
    pub async fn page(
        &self,
        congress: &Slug,
        wanted: &Wanted,
        size: u64,
    ) -> Result<Page, StoreError> {
        let mut entries = self
            .read(of_congress(congress, wanted).limit(size + 1))
            .await?;
        let fit = usize::try_from(size).unwrap_or(usize::MAX);
        let has_more = entries.len() > fit;
        entries.truncate(fit);
        let next = entries
            .last()
            .filter(|_| has_more)
            .map(|entry| entry.number);
        Ok(Page { entries, next })
    }

    /// The last `limit` entries about an account: what it did, and what was done to it.
    ///
    /// # Errors
    ///
    /// As [`History::list`].
    #[tracing::instrument(name = "store.history.of_account", skip_all)]
    pub async fn of_account(
        &self,
        account: AccountId,
        limit: u64,
    ) -> Result<Vec<Entry>, StoreError> {
        let theirs = Column::AccountId
            .eq(account.0)
            .or(Column::Subject.eq(account_subject(account)));
        self.read(
            Entity::find()
                .filter(theirs)
                .order_by_desc(Column::Id)
                .limit(limit),
        )
        .await
    }

    async fn read(&self, entries: Select<Entity>) -> Result<Vec<Entry>, StoreError> {
        let rows = entries.all(self.0.reader()).await?;
        rows.into_iter().map(read).collect()
    }
}

fn of_congress(congress: &Slug, wanted: &Wanted) -> Select<Entity> {
    let mut entries = Entity::find()
        .filter(Column::CongressId.eq(id::congress(congress)))
        .filter(wanted.sight.of_acts(Column::Action));
    if let Some(subject) = &wanted.subject {
        entries = entries.filter(Column::Subject.eq(subject));
    }
    if let Some(account) = wanted.account {
        entries = entries.filter(Column::AccountId.eq(account.0));
    }
    if let Some(before) = wanted.before {
        entries = entries.filter(Column::Id.lt(before));
    }
    entries.order_by_desc(Column::Id)
}

/// An account as the subject of an act.
pub(crate) fn account_subject(account: AccountId) -> String {
    format!("account {account}")
}

/// Writes the entry of an act; `congress` is the edition it was done to, if it was one.
pub(crate) async fn append(
    tx: &Tx,
    congress: impl Into<Option<Uuid>>,
    act: Act,
    subject: String,
    details: &Json,
) -> Result<(), StoreError> {
    let entry = ActiveModel {
        id: ActiveValue::NotSet,
        at: ActiveValue::Set(tx.at.into()),
        actor: ActiveValue::Set(tx.actor.to_string()),
        action: ActiveValue::Set(act.to_string()),
        subject: ActiveValue::Set(subject),
        congress_id: ActiveValue::Set(congress.into()),
        details: ActiveValue::Set(json(details)),
        account_id: ActiveValue::Set(tx.actor.account()),
    };
    Entity::insert(entry).exec_without_returning(&tx.tx).await?;
    Ok(())
}

/// The entry of a row.
pub(crate) fn read(entry: Model) -> Result<Entry, StoreError> {
    let row = Row::new("history", entry.id);
    let actor = match (entry.actor.as_str(), entry.account_id) {
        ("operator", None) => Actor::Operator,
        ("visitor", None) => Actor::Visitor,
        ("system", None) => Actor::System,
        ("account", Some(id)) => Actor::Account(AccountId(id)),
        _ => return Err(row.wrong("actor")),
    };
    Ok(Entry {
        number: entry.id,
        at: row.instant("at", entry.at)?,
        actor,
        act: row.word("action", &entry.action)?,
        subject: entry.subject,
        details: row.json("details", &entry.details)?,
    })
}
