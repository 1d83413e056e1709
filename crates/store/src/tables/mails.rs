//! The table of letters.

use jiff::Timestamp;
use sea_orm::entity::prelude::*;
use wiec_model::mail::{Attachment, Letter, Mail, MailId, MailingId, Recipient, Secrecy, State};
use wiec_model::{AccountId, Slug};

use crate::column::{Micros, Row, word};
use crate::error::StoreError;
use crate::id;

/// One letter. What the columns `state_at`, `message_id` and `reason` mean depends on `state`.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "mails")]
pub(crate) struct Model {
    #[sea_orm(primary_key)]
    pub(crate) id: i64,
    pub(crate) congress_id: Option<Uuid>,
    pub(crate) mailing_id: Option<i64>,
    pub(crate) account_id: Option<Uuid>,
    pub(crate) email: String,
    pub(crate) name: Option<String>,
    pub(crate) lang: String,
    pub(crate) template: String,
    pub(crate) subject: String,
    pub(crate) body: String,
    pub(crate) need: String,
    pub(crate) secret_until: Option<Micros>,
    pub(crate) key: Option<String>,
    pub(crate) state: String,
    pub(crate) state_at: Micros,
    pub(crate) message_id: Option<String>,
    pub(crate) reason: Option<String>,
    pub(crate) created_at: Micros,
    pub(crate) wiped_at: Option<Micros>,
    pub(crate) revision: i64,
}

/// None: tables are read one by one and put together by keys.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl ActiveModel {
    /// The row of a new letter, a draft.
    pub(crate) fn of(letter: &Letter, mailing: Option<MailingId>, at: Timestamp) -> Self {
        use sea_orm::ActiveValue::{NotSet, Set};

        let secret_until = match letter.secrecy {
            Secrecy::Open => None,
            Secrecy::Secret { until } => Some(until.into()),
        };
        Self {
            id: NotSet,
            congress_id: Set(letter.congress.as_ref().map(id::congress)),
            mailing_id: Set(mailing.map(|mailing| mailing.0)),
            account_id: Set(letter.account.map(|account| account.0)),
            email: Set(letter.to.email().as_str().to_owned()),
            name: Set(letter.to.name().map(str::to_owned)),
            lang: Set(letter.lang.code().to_owned()),
            template: Set(letter.template.clone()),
            subject: Set(letter.subject.as_str().to_owned()),
            body: Set(letter.body.clone()),
            need: Set(word(&letter.need)),
            secret_until: Set(secret_until),
            key: Set(letter.key.clone()),
            state: Set(State::Draft.word().to_owned()),
            state_at: Set(at.into()),
            message_id: Set(None),
            reason: Set(None),
            created_at: Set(at.into()),
            wiped_at: Set(None),
            revision: Set(1),
        }
    }
}

impl Model {
    /// The letter of a row, and what became of it.
    pub(crate) fn read(
        self,
        congress: Option<Slug>,
        attachments: Vec<Attachment>,
    ) -> Result<Mail, StoreError> {
        let row = Row::new("mails", self.id);
        let secret_until = self
            .secret_until
            .map(|until| row.instant("secret_until", until))
            .transpose()?;
        Ok(Mail {
            id: MailId(self.id),
            mailing: self.mailing_id.map(MailingId),
            state: self.state(&row)?,
            created_at: row.instant("created_at", self.created_at)?,
            wiped_at: self
                .wiped_at
                .map(|at| row.instant("wiped_at", at))
                .transpose()?,
            revision: row.number("revision", self.revision)?,
            letter: Letter {
                congress,
                to: Recipient::new(row.parse("email", &self.email)?, self.name.as_deref()),
                account: self.account_id.map(AccountId),
                lang: row.word("lang", &self.lang)?,
                template: self.template,
                subject: row.parse("subject", &self.subject)?,
                body: self.body,
                attachments,
                need: row.word("need", &self.need)?,
                secrecy: secret_until.map_or(Secrecy::Open, |until| Secrecy::Secret { until }),
                key: self.key,
            },
        })
    }

    /// What became of the letter of a row.
    pub(crate) fn state(&self, row: &Row) -> Result<State, StoreError> {
        let at = row.instant("state_at", self.state_at)?;
        let said = |column: &'static str, value: &Option<String>| {
            value.clone().ok_or_else(|| row.wrong(column))
        };
        match self.state.as_str() {
            "draft" => Ok(State::Draft),
            "queued" => Ok(State::Queued { since: at }),
            "sent" => Ok(State::Sent {
                at,
                message_id: said("message_id", &self.message_id)?,
            }),
            "failed" => Ok(State::Failed {
                at,
                reason: said("reason", &self.reason)?,
            }),
            "discarded" => Ok(State::Discarded {
                at,
                why: row.word("reason", &said("reason", &self.reason)?)?,
            }),
            _ => Err(row.wrong("state")),
        }
    }
}
