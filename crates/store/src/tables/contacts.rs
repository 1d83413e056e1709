//! The table of how people of programmes are reached.

use sea_orm::entity::prelude::*;
use wiec_model::AccountId;
use wiec_model::contact::Contact;

use crate::column::{Row, word};
use crate::error::StoreError;

/// How one person of an edition is reached.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "contacts")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) congress_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) person_guid: Uuid,
    pub(crate) email: Option<String>,
    pub(crate) account_id: Option<Uuid>,
    pub(crate) lang: String,
}

/// None: tables are read one by one and put together by keys.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    /// The row of a contact.
    pub(crate) fn of(congress_id: Uuid, contact: &Contact) -> Self {
        Self {
            congress_id,
            person_guid: contact.person,
            email: contact.email.as_ref().map(ToString::to_string),
            account_id: contact.account.map(|account| account.0),
            lang: word(&contact.lang),
        }
    }

    /// The contact of a row.
    pub(crate) fn read(self) -> Result<Contact, StoreError> {
        let row = Row::new("contacts", self.person_guid);
        let email = self.email.map(|email| row.parse("email", &email));
        Ok(Contact {
            person: self.person_guid,
            email: email.transpose()?,
            account: self.account_id.map(AccountId),
            lang: row.word("lang", &self.lang)?,
        })
    }
}
