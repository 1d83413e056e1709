//! Who has which role, and where.

use sea_orm::{
    ActiveValue, ColumnTrait, EntityTrait, ExprTrait, QueryFilter, QueryOrder, QuerySelect,
    TryInsertResult,
};
use serde_json::json;
use wiec_model::Slug;
use wiec_model::account::{Account, AccountId};
use wiec_model::rules::{Grant, Role, Scope};

use crate::accounts;
use crate::column::{Row, json, word};
use crate::error::StoreError;
use crate::history::{self, Act, account_subject};
use crate::id;
use crate::store::Store;
use crate::tables::accounts::Entity as AccountEntity;
use crate::tables::grants::{ActiveModel, Column, Entity, Model};
use crate::tx::Tx;

/// A role, and whose it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Granted {
    /// Whose.
    pub account: Account,
    /// What they may be, and where.
    pub grant: Grant,
}

/// Reads roles.
#[derive(Debug)]
pub struct Grants<'a>(pub(crate) &'a Store);

impl Grants<'_> {
    /// The roles of an account.
    ///
    /// # Errors
    ///
    /// [`StoreError::Driver`], or [`StoreError::Inconsistent`] if one cannot be read.
    #[tracing::instrument(name = "store.grants.of", skip_all)]
    pub async fn of(&self, account: AccountId) -> Result<Vec<Grant>, StoreError> {
        let rows = Entity::find()
            .filter(Column::AccountId.eq(account.0))
            .order_by_asc(Column::GrantedAt)
            .all(self.0.reader())
            .await?;
        rows.iter().map(read).collect()
    }

    /// All roles in an edition, and those that hold in every edition, in the order in which they
    /// were given.
    ///
    /// # Errors
    ///
    /// As [`Grants::of`].
    #[tracing::instrument(name = "store.grants.list", skip_all, fields(congress.slug = %congress))]
    pub async fn list(&self, congress: &Slug) -> Result<Vec<Granted>, StoreError> {
        let here = Column::CongressId
            .eq(id::congress(congress))
            .or(Column::CongressId.is_null());
        let view = self.0.snapshot().await?;
        let rows = Entity::find()
            .filter(here)
            .order_by_asc(Column::GrantedAt)
            .order_by_asc(Column::AccountId)
            .all(&view)
            .await?;
        let ids: Vec<_> = rows.iter().map(|row| row.account_id).collect();
        let known = AccountEntity::find()
            .filter(crate::tables::accounts::Column::Id.is_in(ids))
            .all(&view)
            .await?;
        view.commit().await?;
        let accounts: Vec<Account> = known
            .into_iter()
            .map(accounts::read)
            .collect::<Result<_, _>>()?;
        rows.iter()
            .filter_map(|row| {
                let account = accounts
                    .iter()
                    .find(|account| account.id.0 == row.account_id)?;
                Some(read(row).map(|grant| Granted {
                    account: account.clone(),
                    grant,
                }))
            })
            .collect()
    }
}

/// Gives and takes roles.
#[derive(Debug)]
pub struct GrantWriter<'a>(pub(crate) &'a mut Tx);

impl GrantWriter<'_> {
    /// Gives a role. Doing it twice is doing it once.
    ///
    /// # Errors
    ///
    /// [`StoreError::Conflict`] if there is no such account or edition; [`StoreError::Driver`].
    #[tracing::instrument(name = "store.grants.grant", skip_all)]
    pub async fn grant(&mut self, account: AccountId, grant: &Grant) -> Result<(), StoreError> {
        let row = ActiveModel {
            account_id: ActiveValue::Set(account.0),
            role: ActiveValue::Set(word(&grant.role)),
            scope: ActiveValue::Set(json(&grant.scope)),
            congress_id: ActiveValue::Set(grant.scope.congress().map(id::congress)),
            granted_at: ActiveValue::Set(self.0.at.into()),
        };
        let added = Entity::insert(row)
            .on_conflict_do_nothing()
            .exec_without_returning(&self.0.tx)
            .await?;
        match added {
            TryInsertResult::Inserted(rows) if rows > 0 => {
                self.note(account, Act::Grant, grant).await
            }
            _ => Ok(()),
        }
    }

    /// Takes a role. Doing it twice is doing it once.
    ///
    /// # Errors
    ///
    /// [`StoreError::Driver`].
    #[tracing::instrument(name = "store.grants.revoke", skip_all)]
    pub async fn revoke(&mut self, account: AccountId, grant: &Grant) -> Result<(), StoreError> {
        let key = (account.0, word(&grant.role), json(&grant.scope));
        let gone = Entity::delete_by_id(key).exec(&self.0.tx).await?;
        if gone.rows_affected == 0 {
            return Ok(());
        }
        self.note(account, Act::Revoke, grant).await
    }

    /// Those who may give roles in a whole congress. Until the transaction ends nobody else can
    /// take one from them: of two who take each other's, one finds the other gone.
    ///
    /// # Errors
    ///
    /// [`StoreError::Driver`].
    #[tracing::instrument(name = "store.grants.organisers", skip_all, fields(congress.slug = %congress))]
    pub async fn organisers(&mut self, congress: &Slug) -> Result<Vec<AccountId>, StoreError> {
        let scopes = [
            Scope::Installation,
            Scope::Congress {
                congress: congress.clone(),
            },
        ];
        let rows = Entity::find()
            .filter(Column::Role.eq(word(&Role::Organiser)))
            .filter(Column::Scope.is_in(scopes.iter().map(json)))
            .lock_exclusive()
            .all(&self.0.tx)
            .await?;
        Ok(rows.iter().map(|row| AccountId(row.account_id)).collect())
    }

    async fn note(
        &mut self,
        account: AccountId,
        act: Act,
        grant: &Grant,
    ) -> Result<(), StoreError> {
        let details = json!({ "role": grant.role, "scope": grant.scope });
        let congress = grant.scope.congress().map(id::congress);
        history::append(self.0, congress, act, account_subject(account), &details).await
    }
}

pub(crate) fn read(grant: &Model) -> Result<Grant, StoreError> {
    let row = Row::new("grants", grant.account_id);
    let scope: Scope = row.json("scope", &grant.scope)?;
    Ok(Grant {
        role: row.word("role", &grant.role)?,
        scope,
    })
}
