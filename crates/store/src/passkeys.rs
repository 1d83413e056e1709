//! Passkeys, and what providers of identities call our accounts: ways in without a letter.

use jiff::Timestamp;
use sea_orm::{
    ActiveModelTrait, ActiveValue, ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter,
    QueryOrder, QuerySelect,
};
use serde_json::{Value as Json, json};
use wiec_model::account::AccountId;

use crate::column::{Row, json};
use crate::error::StoreError;
use crate::history::{self, Act, account_subject};
use crate::store::Store;
use crate::tables::{accounts, identities, passkeys};
use crate::tx::Tx;

/// A passkey of an account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PasskeyRow {
    /// What the authenticator calls it.
    pub credential_id: Vec<u8>,
    /// Whose it is.
    pub account: AccountId,
    /// What its owner calls it.
    pub name: String,
    /// Its public key and counter, as the library writes them.
    pub credential: Json,
    /// When it was added.
    pub created_at: Timestamp,
    /// When it was last used.
    pub used_at: Option<Timestamp>,
}

/// A provider's name for an account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Identity {
    /// The provider.
    pub issuer: String,
    /// Its name for the account.
    pub subject: String,
    /// The account.
    pub account: AccountId,
    /// When it was added.
    pub created_at: Timestamp,
}

/// Reads passkeys and identities.
#[derive(Debug)]
pub struct Passkeys<'a>(pub(crate) &'a Store);

impl Passkeys<'_> {
    /// The passkeys of an account, oldest first.
    ///
    /// # Errors
    ///
    /// [`StoreError::Driver`], or [`StoreError::Inconsistent`] if one cannot be read.
    #[tracing::instrument(name = "store.passkeys.list", skip_all)]
    pub async fn list(&self, account: AccountId) -> Result<Vec<PasskeyRow>, StoreError> {
        let rows = passkeys::Entity::find()
            .filter(passkeys::Column::AccountId.eq(account.0))
            .order_by_asc(passkeys::Column::CreatedAt)
            .all(self.0.reader())
            .await?;
        rows.into_iter().map(read).collect()
    }

    /// The passkey that an authenticator calls so.
    ///
    /// # Errors
    ///
    /// As [`Passkeys::list`].
    #[tracing::instrument(name = "store.passkeys.find", skip_all)]
    pub async fn find(&self, credential_id: &[u8]) -> Result<Option<PasskeyRow>, StoreError> {
        let row = passkeys::Entity::find_by_id(credential_id.to_vec())
            .one(self.0.reader())
            .await?;
        row.map(read).transpose()
    }

    /// The account that a provider calls so.
    ///
    /// # Errors
    ///
    /// [`StoreError::Driver`].
    #[tracing::instrument(name = "store.identities.find", skip_all)]
    pub async fn identity(
        &self,
        issuer: &str,
        subject: &str,
    ) -> Result<Option<Identity>, StoreError> {
        let key = (issuer.to_owned(), subject.to_owned());
        let row = identities::Entity::find_by_id(key)
            .one(self.0.reader())
            .await?;
        row.map(read_identity).transpose()
    }

    /// What providers call an account, oldest first.
    ///
    /// # Errors
    ///
    /// [`StoreError::Driver`].
    #[tracing::instrument(name = "store.identities.list", skip_all)]
    pub async fn identities(&self, account: AccountId) -> Result<Vec<Identity>, StoreError> {
        let rows = identities::Entity::find()
            .filter(identities::Column::AccountId.eq(account.0))
            .order_by_asc(identities::Column::CreatedAt)
            .all(self.0.reader())
            .await?;
        rows.into_iter().map(read_identity).collect()
    }
}

/// Writes passkeys and identities.
#[derive(Debug)]
pub struct PasskeyWriter<'a>(pub(crate) &'a mut Tx);

impl PasskeyWriter<'_> {
    /// Adds a passkey to an account.
    ///
    /// # Errors
    ///
    /// [`StoreError::Conflict`] by `passkeys_pkey` if it is known already; [`StoreError::Driver`].
    #[tracing::instrument(name = "store.passkeys.create", skip_all)]
    pub async fn create(
        &mut self,
        account: AccountId,
        credential_id: &[u8],
        name: &str,
        credential: &Json,
    ) -> Result<(), StoreError> {
        let row = passkeys::ActiveModel {
            credential_id: ActiveValue::Set(credential_id.to_vec()),
            account_id: ActiveValue::Set(account.0),
            name: ActiveValue::Set(name.to_owned()),
            credential: ActiveValue::Set(json(credential)),
            created_at: ActiveValue::Set(self.0.at.into()),
            used_at: ActiveValue::Set(None),
        };
        row.insert(&self.0.tx).await?;
        self.note(account, Act::AddKey, &json!({ "passkey": name }))
            .await
    }

    /// Notes that a passkey was used, with its counter as it is now.
    ///
    /// # Errors
    ///
    /// [`StoreError::Driver`].
    #[tracing::instrument(name = "store.passkeys.use", skip_all)]
    pub async fn touch(
        &mut self,
        credential_id: &[u8],
        credential: &Json,
    ) -> Result<(), StoreError> {
        let used = passkeys::ActiveModel {
            credential: ActiveValue::Set(json(credential)),
            used_at: ActiveValue::Set(Some(self.0.at.into())),
            ..Default::default()
        };
        passkeys::Entity::update_many()
            .set(used)
            .filter(passkeys::Column::CredentialId.eq(credential_id.to_vec()))
            .exec(&self.0.tx)
            .await?;
        Ok(())
    }

    /// How many ways in an account has: its address, its passkeys, its identities. Until this change is
    /// made or dropped, nobody else can take one of them away.
    ///
    /// # Errors
    ///
    /// [`StoreError::Driver`].
    #[tracing::instrument(name = "store.passkeys.ways", skip_all)]
    pub async fn ways(&mut self, account: AccountId) -> Result<u64, StoreError> {
        let known = accounts::Entity::find_by_id(account.0)
            .lock_exclusive()
            .one(&self.0.tx)
            .await?;
        let has_email = known.is_some_and(|account| account.email.is_some());
        let keys = passkeys::Entity::find()
            .filter(passkeys::Column::AccountId.eq(account.0))
            .count(&self.0.tx)
            .await?;
        let names = identities::Entity::find()
            .filter(identities::Column::AccountId.eq(account.0))
            .count(&self.0.tx)
            .await?;
        Ok(u64::from(has_email) + keys + names)
    }

    /// Takes a passkey from an account; whether it had it.
    ///
    /// # Errors
    ///
    /// [`StoreError::Driver`].
    #[tracing::instrument(name = "store.passkeys.delete", skip_all)]
    pub async fn delete(
        &mut self,
        account: AccountId,
        credential_id: &[u8],
    ) -> Result<bool, StoreError> {
        let gone = passkeys::Entity::delete_many()
            .filter(passkeys::Column::AccountId.eq(account.0))
            .filter(passkeys::Column::CredentialId.eq(credential_id.to_vec()))
            .exec(&self.0.tx)
            .await?;
        if gone.rows_affected > 0 {
            self.note(account, Act::RemoveKey, &json!({ "passkey": true }))
                .await?;
        }
        Ok(gone.rows_affected > 0)
    }

    /// Adds a provider's name to an account.
    ///
    /// # Errors
    ///
    /// [`StoreError::Conflict`] by `identities_pkey` if it leads to an account already;
    /// [`StoreError::Driver`].
    #[tracing::instrument(name = "store.identities.create", skip_all)]
    pub async fn add_identity(
        &mut self,
        account: AccountId,
        issuer: &str,
        subject: &str,
    ) -> Result<(), StoreError> {
        let row = identities::ActiveModel {
            issuer: ActiveValue::Set(issuer.to_owned()),
            subject: ActiveValue::Set(subject.to_owned()),
            account_id: ActiveValue::Set(account.0),
            created_at: ActiveValue::Set(self.0.at.into()),
        };
        row.insert(&self.0.tx).await?;
        self.note(account, Act::AddKey, &json!({ "provider": issuer }))
            .await
    }

    /// Takes a provider's name from an account; whether it had it.
    ///
    /// # Errors
    ///
    /// [`StoreError::Driver`].
    #[tracing::instrument(name = "store.identities.delete", skip_all)]
    pub async fn delete_identity(
        &mut self,
        account: AccountId,
        issuer: &str,
    ) -> Result<bool, StoreError> {
        let gone = identities::Entity::delete_many()
            .filter(identities::Column::AccountId.eq(account.0))
            .filter(identities::Column::Issuer.eq(issuer))
            .exec(&self.0.tx)
            .await?;
        if gone.rows_affected > 0 {
            self.note(account, Act::RemoveKey, &json!({ "provider": issuer }))
                .await?;
        }
        Ok(gone.rows_affected > 0)
    }

    async fn note(
        &mut self,
        account: AccountId,
        act: Act,
        details: &Json,
    ) -> Result<(), StoreError> {
        history::append(self.0, None, act, account_subject(account), details).await
    }
}

fn read(passkey: passkeys::Model) -> Result<PasskeyRow, StoreError> {
    let row = Row::new("passkeys", passkey.account_id);
    Ok(PasskeyRow {
        credential: row.json("credential", &passkey.credential)?,
        created_at: row.instant("created_at", passkey.created_at)?,
        used_at: passkey
            .used_at
            .map(|at| row.instant("used_at", at))
            .transpose()?,
        credential_id: passkey.credential_id,
        account: AccountId(passkey.account_id),
        name: passkey.name,
    })
}

fn read_identity(identity: identities::Model) -> Result<Identity, StoreError> {
    let row = Row::new("identities", identity.account_id);
    Ok(Identity {
        created_at: row.instant("created_at", identity.created_at)?,
        issuer: identity.issuer,
        subject: identity.subject,
        account: AccountId(identity.account_id),
    })
}
