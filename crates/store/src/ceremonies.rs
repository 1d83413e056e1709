//! Ceremonies: ways of signing in that are under way, from asking to having proved it.
//!
//! Each belongs to the browser that began it, lasts minutes, and is used once. Of the secrets it
//! takes (in the browser, in the link, the code) only digests are here. Ceremonies leave no entry
//! in the history; what comes of one does.

use jiff::Timestamp;
use sea_orm::sea_query::Expr;
use sea_orm::{ActiveModelTrait, ActiveValue, ColumnTrait, EntityTrait, ExprTrait, QueryFilter};
use serde::{Deserialize, Serialize};
use serde_json::Value as Json;
use uuid::Uuid;
use wiec_model::account::{AccountId, Email};

use crate::column::{Micros, Row, json, word};
use crate::error::StoreError;
use crate::favourites::TokenHash;
use crate::store::Store;
use crate::tables::ceremonies::{ActiveModel, Column, Entity, Model};
use crate::tx::Tx;

/// What is being done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CeremonyKind {
    /// Signing in by a letter.
    Mail,
    /// Proving a new address for an account.
    Address,
    /// Signing in with a passkey.
    Passkey,
    /// Making a passkey, for an account or together with one.
    NewPasskey,
    /// Signing in at a provider.
    Provider,
}

/// A ceremony under way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ceremony {
    /// Its key.
    pub id: Uuid,
    /// What is being done.
    pub kind: CeremonyKind,
    /// The digest of the secret in the browser that began it.
    pub browser: TokenHash,
    /// The digest of the secret in the letter's link.
    pub link: Option<TokenHash>,
    /// The digest of the letter's code.
    pub code: Option<TokenHash>,
    /// The address that is to be proved.
    pub email: Option<Email>,
    /// The account that began it, where one was signed in.
    pub account: Option<AccountId>,
    /// What else the kind needs to remember.
    pub state: Json,
    /// How often a code was tried.
    pub failures: u32,
    /// When it is over.
    pub expires_at: Timestamp,
}

/// What came of taking a ceremony.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Tried {
    /// It is taken: nobody else gets it.
    Taken(Box<Ceremony>),
    /// It was used, is over, or never was.
    Gone,
}

/// Reads ceremonies that are not over.
#[derive(Debug)]
pub struct Ceremonies<'a>(pub(crate) &'a Store);

impl Ceremonies<'_> {
    /// The ceremony of a key.
    ///
    /// # Errors
    ///
    /// [`StoreError::Driver`], or [`StoreError::Inconsistent`] if it cannot be read.
    #[tracing::instrument(name = "store.ceremonies.find", skip_all)]
    pub async fn find(&self, id: Uuid, now: Timestamp) -> Result<Option<Ceremony>, StoreError> {
        let row = Entity::find_by_id(id)
            .filter(Column::UsedAt.is_null())
            .filter(Column::ExpiresAt.gt(Micros::from(now)))
            .one(self.0.reader())
            .await?;
        row.map(read).transpose()
    }

    /// The ceremony of a letter's link.
    ///
    /// # Errors
    ///
    /// As [`Ceremonies::find`].
    #[tracing::instrument(name = "store.ceremonies.find_by_link", skip_all)]
    pub async fn find_by_link(
        &self,
        link: &TokenHash,
        now: Timestamp,
    ) -> Result<Option<Ceremony>, StoreError> {
        let row = Entity::find()
            .filter(Column::LinkHash.eq(link.bytes()))
            .filter(Column::UsedAt.is_null())
            .filter(Column::ExpiresAt.gt(Micros::from(now)))
            .one(self.0.reader())
            .await?;
        row.map(read).transpose()
    }
}

/// Writes ceremonies.
#[derive(Debug)]
pub struct CeremonyWriter<'a>(pub(crate) &'a mut Tx);

impl CeremonyWriter<'_> {
    /// Begins one.
    ///
    /// # Errors
    ///
    /// [`StoreError::Driver`].
    #[tracing::instrument(name = "store.ceremonies.create", skip_all)]
    pub async fn create(&mut self, ceremony: &Ceremony) -> Result<(), StoreError> {
        let row = ActiveModel {
            id: ActiveValue::Set(ceremony.id),
            browser_hash: ActiveValue::Set(ceremony.browser.bytes()),
            link_hash: ActiveValue::Set(ceremony.link.map(|hash| hash.bytes())),
            code_hash: ActiveValue::Set(ceremony.code.map(|hash| hash.bytes())),
            kind: ActiveValue::Set(word(&ceremony.kind)),
            email: ActiveValue::Set(ceremony.email.as_ref().map(ToString::to_string)),
            account_id: ActiveValue::Set(ceremony.account.map(|account| account.0)),
            state: ActiveValue::Set(json(&ceremony.state)),
            failures: ActiveValue::Set(i64::from(ceremony.failures)),
            created_at: ActiveValue::Set(self.0.at.into()),
            expires_at: ActiveValue::Set(ceremony.expires_at.into()),
            used_at: ActiveValue::Set(None),
        };
        row.insert(&self.0.tx).await?;
        Ok(())
    }

    /// Takes a ceremony: of any number of requests that try, one gets it.
    ///
    /// # Errors
    ///
    /// [`StoreError::Driver`], or [`StoreError::Inconsistent`] if it cannot be read.
    #[tracing::instrument(name = "store.ceremonies.take", skip_all)]
    pub async fn take(&mut self, id: Uuid) -> Result<Tried, StoreError> {
        let used = ActiveModel {
            used_at: ActiveValue::Set(Some(self.0.at.into())),
            ..Default::default()
        };
        let taken = Entity::update_many()
            .set(used)
            .filter(Column::Id.eq(id))
            .filter(Column::UsedAt.is_null())
            .filter(Column::ExpiresAt.gt(Micros::from(self.0.at)))
            .exec(&self.0.tx)
            .await?;
        if taken.rows_affected == 0 {
            return Ok(Tried::Gone);
        }
        let row = Entity::find_by_id(id).one(&self.0.tx).await?;
        row.map(read)
            .transpose()
            .map(|found| found.map_or(Tried::Gone, |ceremony| Tried::Taken(Box::new(ceremony))))
    }

    /// Counts an attempt at the code before it is looked at, and returns the ceremony with it counted;
    /// none where it is over, used, or was tried `most` times already. However many try at once, no
    /// more than `most` get it.
    ///
    /// # Errors
    ///
    /// [`StoreError::Driver`], or [`StoreError::Inconsistent`] if it cannot be read.
    #[tracing::instrument(name = "store.ceremonies.attempt", skip_all)]
    pub async fn attempt(&mut self, id: Uuid, most: u32) -> Result<Option<Ceremony>, StoreError> {
        let counted = Entity::update_many()
            .col_expr(Column::Failures, Expr::col(Column::Failures).add(1))
            .filter(Column::Id.eq(id))
            .filter(Column::UsedAt.is_null())
            .filter(Column::ExpiresAt.gt(Micros::from(self.0.at)))
            .filter(Column::Failures.lt(i64::from(most)))
            .exec(&self.0.tx)
            .await?;
        if counted.rows_affected == 0 {
            return Ok(None);
        }
        let row = Entity::find_by_id(id).one(&self.0.tx).await?;
        row.map(read).transpose()
    }
}

fn read(ceremony: Model) -> Result<Ceremony, StoreError> {
    let row = Row::new("ceremonies", ceremony.id);
    let hash = |column, bytes: &[u8]| TokenHash::read(bytes).ok_or_else(|| row.wrong(column));
    let hash_opt =
        |column, bytes: Option<Vec<u8>>| bytes.map(|bytes| hash(column, &bytes)).transpose();
    let email = ceremony
        .email
        .map(|email| row.parse("email", &email))
        .transpose()?;
    Ok(Ceremony {
        id: ceremony.id,
        kind: row.word("kind", &ceremony.kind)?,
        browser: hash("browser_hash", &ceremony.browser_hash)?,
        link: hash_opt("link_hash", ceremony.link_hash)?,
        code: hash_opt("code_hash", ceremony.code_hash)?,
        email,
        account: ceremony.account_id.map(AccountId),
        state: row.json("state", &ceremony.state)?,
        failures: row.number("failures", ceremony.failures)?,
        expires_at: row.instant("expires_at", ceremony.expires_at)?,
    })
}
