//! Accounts: made at the first sign-in or by a role given to an address, changed by their owners,
//! erased and never deleted.

use std::collections::BTreeMap;

use sea_orm::{
    ActiveModelTrait, ActiveValue, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter,
};
use serde_json::{Map, Value as Json, json};
use wiec_model::Lang;
use wiec_model::account::{Account, AccountId, Email};

use crate::column::{Row, json, word};
use crate::error::StoreError;
use crate::history::{self, Act, account_subject};
use crate::store::Store;
use crate::tables::accounts::{ActiveModel, Column, Entity, Model};
use crate::tx::Tx;

/// Reads accounts. Erased ones are not found.
#[derive(Debug)]
pub struct Accounts<'a>(pub(crate) &'a Store);

impl Accounts<'_> {
    /// The account with this key.
    ///
    /// # Errors
    ///
    /// [`StoreError::Driver`], or [`StoreError::Inconsistent`] if it cannot be read.
    #[tracing::instrument(name = "store.accounts.find", skip_all)]
    pub async fn find(&self, id: AccountId) -> Result<Option<Account>, StoreError> {
        let row = Entity::find_by_id(id.0)
            .filter(Column::ErasedAt.is_null())
            .one(self.0.reader())
            .await?;
        row.map(read).transpose()
    }

    /// The account with this address.
    ///
    /// # Errors
    ///
    /// As [`Accounts::find`].
    #[tracing::instrument(name = "store.accounts.find_by_email", skip_all)]
    pub async fn find_by_email(&self, email: &Email) -> Result<Option<Account>, StoreError> {
        let row = Entity::find()
            .filter(Column::Email.eq(email.as_str()))
            .one(self.0.reader())
            .await?;
        row.map(read).transpose()
    }

    /// Several accounts by their keys, in one query; those that are gone are missing.
    ///
    /// # Errors
    ///
    /// As [`Accounts::find`].
    #[tracing::instrument(name = "store.accounts.list", skip_all)]
    pub async fn list(
        &self,
        ids: impl IntoIterator<Item = AccountId>,
    ) -> Result<BTreeMap<AccountId, Account>, StoreError> {
        let ids: Vec<_> = ids.into_iter().map(|id| id.0).collect();
        let rows = Entity::find()
            .filter(Column::Id.is_in(ids))
            .filter(Column::ErasedAt.is_null())
            .all(self.0.reader())
            .await?;
        rows.into_iter()
            .map(|row| read(row).map(|account| (account.id, account)))
            .collect()
    }
}

/// Writes accounts.
#[derive(Debug)]
pub struct AccountWriter<'a>(pub(crate) &'a mut Tx);

impl AccountWriter<'_> {
    /// The account with this address, seen from within the transaction.
    ///
    /// # Errors
    ///
    /// [`StoreError::Driver`], or [`StoreError::Inconsistent`] if it cannot be read.
    #[tracing::instrument(name = "store.accounts.find_in", skip_all)]
    pub async fn find_by_email(&mut self, email: &Email) -> Result<Option<Account>, StoreError> {
        let row = Entity::find()
            .filter(Column::Email.eq(email.as_str()))
            .one(&self.0.tx)
            .await?;
        row.map(read).transpose()
    }

    /// The account with this address; if there is none, one is made with the key `fresh`.
    ///
    /// # Errors
    ///
    /// [`StoreError::Conflict`] if somebody made one at the same moment; it can be tried again.
    /// [`StoreError::Driver`].
    pub async fn ensure(
        &mut self,
        email: &Email,
        lang: Lang,
        fresh: AccountId,
    ) -> Result<Account, StoreError> {
        if let Some(known) = self.find_by_email(email).await? {
            return Ok(known);
        }
        let account = Account {
            id: fresh,
            email: Some(email.clone()),
            name: None,
            salutation: None,
            lang,
            preferences: wiec_model::account::Preferences::default(),
            created_at: self.0.at,
        };
        self.create(&account).await?;
        Ok(account)
    }

    /// Makes an account.
    ///
    /// # Errors
    ///
    /// [`StoreError::Conflict`] by `accounts_email_key` if its address is taken;
    /// [`StoreError::Driver`].
    #[tracing::instrument(name = "store.accounts.create", skip_all)]
    pub async fn create(&mut self, account: &Account) -> Result<(), StoreError> {
        row(account).into_active_model().insert(&self.0.tx).await?;
        let details = json!({ "lang": account.lang });
        let subject = account_subject(account.id);
        history::append(self.0, None, Act::CreateAccount, subject, &details).await
    }

    /// Stores an account as its owner changed it. Values that are private stay out of the history:
    /// it says which of them changed.
    ///
    /// # Errors
    ///
    /// [`StoreError::Conflict`] by `accounts_email_key` if the new address is taken;
    /// [`StoreError::Driver`].
    #[tracing::instrument(name = "store.accounts.update", skip_all)]
    pub async fn update(&mut self, before: &Account, after: &Account) -> Result<(), StoreError> {
        let changed = changed(before, after);
        if changed.is_empty() {
            return Ok(());
        }
        let mut all = row(after).into_active_model().reset_all();
        all.created_at = ActiveValue::NotSet;
        all.erased_at = ActiveValue::NotSet;
        all.used_at = ActiveValue::NotSet;
        all.update(&self.0.tx).await?;
        let subject = account_subject(after.id);
        let details = Json::Object(changed);
        history::append(self.0, None, Act::ChangeAccount, subject, &details).await
    }

    /// Empties an account for ever. What else is known of its owner is erased by
    /// [`crate::personal`].
    ///
    /// # Errors
    ///
    /// [`StoreError::Driver`].
    #[tracing::instrument(name = "store.accounts.erase", skip_all)]
    pub async fn erase(&mut self, id: AccountId) -> Result<(), StoreError> {
        let erased = ActiveModel {
            id: ActiveValue::Unchanged(id.0),
            email: ActiveValue::Set(None),
            name: ActiveValue::Set(None),
            salutation: ActiveValue::Set(None),
            preferences: ActiveValue::Set("{}".to_owned()),
            erased_at: ActiveValue::Set(Some(self.0.at.into())),
            ..Default::default()
        };
        erased.update(&self.0.tx).await?;
        history::append(
            self.0,
            None,
            Act::EraseAccount,
            account_subject(id),
            &json!({}),
        )
        .await
    }
}

fn changed(before: &Account, after: &Account) -> Map<String, Json> {
    let mut changed = Map::new();
    let mut note = |field: &str, differs: bool| {
        if differs {
            changed.insert(field.to_owned(), Json::Bool(true));
        }
    };
    note("email", before.email != after.email);
    note("name", before.name != after.name);
    note("salutation", before.salutation != after.salutation);
    note("lang", before.lang != after.lang);
    note("preferences", before.preferences != after.preferences);
    changed
}

fn row(account: &Account) -> Model {
    Model {
        id: account.id.0,
        email: account.email.as_ref().map(ToString::to_string),
        name: account.name.clone(),
        salutation: account.salutation.clone(),
        lang: word(&account.lang),
        preferences: json(&account.preferences),
        created_at: account.created_at.into(),
        erased_at: None,
        used_at: None,
    }
}

pub(crate) fn read(account: Model) -> Result<Account, StoreError> {
    let row = Row::new("accounts", account.id);
    let email = account
        .email
        .map(|email| row.parse("email", &email))
        .transpose()?;
    Ok(Account {
        id: AccountId(account.id),
        email,
        name: account.name,
        salutation: account.salutation,
        lang: row.word("lang", &account.lang)?,
        preferences: row.json("preferences", &account.preferences)?,
        created_at: row.instant("created_at", account.created_at)?,
    })
}
