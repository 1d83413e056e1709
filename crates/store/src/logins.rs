//! Browsers that are signed in. The token is in the browser only; here is its digest.

use jiff::Timestamp;
use sea_orm::{
    ActiveModelTrait, ActiveValue, ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter,
    QueryOrder,
};
use serde_json::json;
use uuid::Uuid;
use wiec_model::account::{Account, AccountId, Means};
use wiec_model::rules::{Grant, Member};

use crate::accounts;
use crate::column::{Micros, Row, word};
use crate::error::StoreError;
use crate::favourites::TokenHash;
use crate::grants;
use crate::history::{self, Act, account_subject};
use crate::store::Store;
use crate::tables::logins::{ActiveModel, Column, Entity, Model};
use crate::tables::{accounts as account_table, grants as grant_table};
use crate::tx::Tx;

/// A browser that is signed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Login {
    /// Its key, by which its owner can end it.
    pub id: Uuid,
    /// Whose it is.
    pub account: AccountId,
    /// How it came about.
    pub means: Means,
    /// What the browser says it is: `Firefox, Linux`.
    pub device: String,
    /// Since when.
    pub created_at: Timestamp,
    /// When it was last used, to the hour or so.
    pub seen_at: Timestamp,
    /// When it ends by itself.
    pub expires_at: Timestamp,
}

/// A login that is about to begin.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewLogin {
    /// Its key.
    pub id: Uuid,
    /// The digest of the token that the browser gets.
    pub token: TokenHash,
    /// Whose it is.
    pub account: AccountId,
    /// How they proved it.
    pub means: Means,
    /// What the browser says it is.
    pub device: String,
    /// When it ends by itself.
    pub expires_at: Timestamp,
}

/// Who is behind a token.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignedIn {
    /// The login.
    pub login: Login,
    /// Its account.
    pub account: Account,
    /// The roles of the account.
    pub grants: Vec<Grant>,
}

impl SignedIn {
    /// The one acting.
    #[must_use]
    pub fn member(&self) -> Member {
        Member {
            account: self.account.id,
            means: self.login.means,
            grants: self.grants.clone(),
        }
    }
}

/// Reads who is signed in.
#[derive(Debug)]
pub struct Logins<'a>(pub(crate) &'a Store);

impl Logins<'_> {
    /// Who is behind a token at the instant `now`; nobody if the login ended or the account is gone.
    ///
    /// # Errors
    ///
    /// [`StoreError::Driver`], or [`StoreError::Inconsistent`] if a row cannot be read.
    #[tracing::instrument(name = "store.logins.find", skip_all)]
    pub async fn find(
        &self,
        token: &TokenHash,
        now: Timestamp,
    ) -> Result<Option<SignedIn>, StoreError> {
        let view = self.0.snapshot().await?;
        let login = Entity::find()
            .filter(Column::TokenHash.eq(token.bytes()))
            .filter(Column::EndedAt.is_null())
            .filter(Column::ExpiresAt.gt(Micros::from(now)))
            .one(&view)
            .await?;
        let Some(login) = login else {
            return Ok(None);
        };
        let account = account_table::Entity::find_by_id(login.account_id)
            .filter(account_table::Column::ErasedAt.is_null())
            .one(&view)
            .await?;
        let given = grant_table::Entity::find()
            .filter(grant_table::Column::AccountId.eq(login.account_id))
            .order_by_asc(grant_table::Column::GrantedAt)
            .all(&view)
            .await?;
        view.commit().await?;
        let Some(account) = account else {
            return Ok(None);
        };
        Ok(Some(SignedIn {
            login: read(login)?,
            account: accounts::read(account)?,
            grants: given.iter().map(grants::read).collect::<Result<_, _>>()?,
        }))
    }

    /// The browsers in which an account is signed in at the instant `now`, the one used last first.
    ///
    /// # Errors
    ///
    /// As [`Logins::find`].
    #[tracing::instrument(name = "store.logins.list", skip_all)]
    pub async fn list(&self, account: AccountId, now: Timestamp) -> Result<Vec<Login>, StoreError> {
        let rows = Entity::find()
            .filter(Column::AccountId.eq(account.0))
            .filter(Column::EndedAt.is_null())
            .filter(Column::ExpiresAt.gt(Micros::from(now)))
            .order_by_desc(Column::SeenAt)
            .order_by_asc(Column::Id)
            .all(self.0.reader())
            .await?;
        rows.into_iter().map(read).collect()
    }
}

/// Writes who is signed in.
#[derive(Debug)]
pub struct LoginWriter<'a>(pub(crate) &'a mut Tx);

impl LoginWriter<'_> {
    /// Signs a browser in.
    ///
    /// # Errors
    ///
    /// [`StoreError::Conflict`] if there is no such account; [`StoreError::Driver`].
    #[tracing::instrument(name = "store.logins.create", skip_all)]
    pub async fn create(&mut self, login: &NewLogin) -> Result<(), StoreError> {
        let at = Micros::from(self.0.at);
        let row = ActiveModel {
            id: ActiveValue::Set(login.id),
            token_hash: ActiveValue::Set(login.token.bytes()),
            account_id: ActiveValue::Set(login.account.0),
            means: ActiveValue::Set(word(&login.means)),
            device: ActiveValue::Set(login.device.clone()),
            created_at: ActiveValue::Set(at),
            seen_at: ActiveValue::Set(at),
            expires_at: ActiveValue::Set(login.expires_at.into()),
            ended_at: ActiveValue::Set(None),
        };
        row.insert(&self.0.tx).await?;
        let details = json!({ "means": login.means });
        let subject = account_subject(login.account);
        history::append(self.0, None, Act::SignIn, subject, &details).await
    }

    /// Whether anybody was ever signed in to an account, as far back as logins are kept.
    ///
    /// # Errors
    ///
    /// [`StoreError::Driver`].
    #[tracing::instrument(name = "store.logins.was_ever", skip_all)]
    pub async fn was_ever(&mut self, account: AccountId) -> Result<bool, StoreError> {
        let theirs = Entity::find().filter(Column::AccountId.eq(account.0));
        Ok(theirs.count(&self.0.tx).await? > 0)
    }

    /// Ends the login of a token, whosever it is: its browser is about to be somebody else's.
    ///
    /// # Errors
    ///
    /// [`StoreError::Driver`].
    #[tracing::instrument(name = "store.logins.end_token", skip_all)]
    pub async fn end_token(&mut self, token: &TokenHash) -> Result<(), StoreError> {
        let login = Entity::find()
            .filter(Column::TokenHash.eq(token.bytes()))
            .one(&self.0.tx)
            .await?;
        if let Some(login) = login {
            self.end(AccountId(login.account_id), login.id).await?;
        }
        Ok(())
    }

    /// Ends one login of an account; whether there was one.
    ///
    /// # Errors
    ///
    /// [`StoreError::Driver`].
    #[tracing::instrument(name = "store.logins.end", skip_all)]
    pub async fn end(&mut self, account: AccountId, id: Uuid) -> Result<bool, StoreError> {
        let one = Column::Id.eq(id);
        Ok(self.end_where(account, one).await? > 0)
    }

    /// Ends all logins of an account but one; all of them where `kept` is none. Says how many.
    ///
    /// # Errors
    ///
    /// [`StoreError::Driver`].
    #[tracing::instrument(name = "store.logins.end_others", skip_all)]
    pub async fn end_others(
        &mut self,
        account: AccountId,
        kept: Option<Uuid>,
    ) -> Result<u64, StoreError> {
        let others = Column::Id.ne(kept.unwrap_or(Uuid::nil()));
        self.end_where(account, others).await
    }

    /// Notes that a login is being used. No entry in the history: it would say who read when.
    ///
    /// # Errors
    ///
    /// [`StoreError::Driver`].
    #[tracing::instrument(name = "store.logins.touch", skip_all)]
    pub async fn touch(&mut self, id: Uuid) -> Result<(), StoreError> {
        let seen = ActiveModel {
            id: ActiveValue::Unchanged(id),
            seen_at: ActiveValue::Set(self.0.at.into()),
            ..Default::default()
        };
        Entity::update_many()
            .set(seen)
            .filter(Column::Id.eq(id))
            .exec(&self.0.tx)
            .await?;
        Ok(())
    }

    async fn end_where(
        &mut self,
        account: AccountId,
        which: sea_orm::sea_query::SimpleExpr,
    ) -> Result<u64, StoreError> {
        let ended = ActiveModel {
            ended_at: ActiveValue::Set(Some(self.0.at.into())),
            ..Default::default()
        };
        let done = Entity::update_many()
            .set(ended)
            .filter(Column::AccountId.eq(account.0))
            .filter(Column::EndedAt.is_null())
            .filter(which)
            .exec(&self.0.tx)
            .await?;
        if done.rows_affected > 0 {
            let details = json!({ "logins": done.rows_affected });
            let subject = account_subject(account);
            history::append(self.0, None, Act::EndLogin, subject, &details).await?;
        }
        Ok(done.rows_affected)
    }
}

fn read(login: Model) -> Result<Login, StoreError> {
    let row = Row::new("logins", login.id);
    Ok(Login {
        id: login.id,
        account: AccountId(login.account_id),
        means: row.word("means", &login.means)?,
        device: login.device,
        created_at: row.instant("created_at", login.created_at)?,
        seen_at: row.instant("seen_at", login.seen_at)?,
        expires_at: row.instant("expires_at", login.expires_at)?,
    })
}
