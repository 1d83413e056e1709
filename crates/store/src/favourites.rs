//! Favourites without an account: lists that only the owner of a token can find.
//!
//! Only the digest of the token is kept, so that nobody who reads the database can open a list.
//! These writes leave no entry in the history: nobody is known who could be named, and a record of
//! what visitors marked and when would be one of their interests.

use jiff::Timestamp;
use sea_orm::{
    ActiveModelTrait, ActiveValue, ColumnTrait, DatabaseTransaction, EntityTrait, IntoActiveModel,
    PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, TryInsertResult,
};
use sha2::{Digest, Sha256};
use uuid::Uuid;
use wiec_model::Slug;

use crate::error::StoreError;
use crate::id;
use crate::store::Store;
use crate::tables::{favourite_lists, favourites};
use crate::tx::Tx;

/// The SHA-256 digest of a bearer token.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct TokenHash([u8; 32]);

impl TokenHash {
    /// The digest of `token`.
    #[must_use]
    pub fn of(token: &str) -> Self {
        Self(Sha256::digest(token.as_bytes()).into())
    }

    /// A digest as it stands in a column.
    pub(crate) fn read(bytes: &[u8]) -> Option<Self> {
        bytes.try_into().ok().map(Self)
    }

    /// The digest for a column.
    pub(crate) fn bytes(&self) -> Vec<u8> {
        self.0.to_vec()
    }
}

impl std::fmt::Debug for TokenHash {
    /// Without the digest: logs should not tell whose list it was.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("TokenHash")
    }
}

/// Reads lists of favourites.
#[derive(Debug)]
pub struct Favourites<'a>(pub(crate) &'a Store);

impl Favourites<'_> {
    /// The guids of the sessions on a list, of all editions, in the order in which they were added;
    /// `None` if there is no such list.
    ///
    /// # Errors
    ///
    /// [`StoreError::Driver`].
    #[tracing::instrument(name = "store.favourites.find", skip_all)]
    pub async fn find(&self, token: &TokenHash) -> Result<Option<Vec<Uuid>>, StoreError> {
        let view = self.0.snapshot().await?;
        let list = favourite_lists::Entity::find_by_id(token.0.to_vec())
            .one(&view)
            .await?;
        let sessions = favourites::Entity::find()
            .select_only()
            .column(favourites::Column::SessionGuid)
            .filter(favourites::Column::TokenHash.eq(token.0.to_vec()))
            .order_by_asc(favourites::Column::AddedAt)
            .order_by_asc(favourites::Column::SessionGuid)
            .into_tuple()
            .all(&view)
            .await?;
        view.commit().await?;
        Ok(list.map(|_| sessions))
    }
}

/// Writes lists of favourites.
#[derive(Debug)]
pub struct FavouriteWriter<'a>(pub(crate) &'a mut Tx);

impl FavouriteWriter<'_> {
    /// Puts a session on a list, which is made if it is new. Doing it twice is doing it once.
    ///
    /// Whether the edition has such a session is not asked: it may be in an old release only.
    ///
    /// # Errors
    ///
    /// [`StoreError::Conflict`] if there is no such edition; [`StoreError::Driver`].
    #[tracing::instrument(name = "store.favourites.add", skip_all, fields(congress.slug = %congress))]
    pub async fn add(
        &mut self,
        token: &TokenHash,
        congress: &Slug,
        session: Uuid,
    ) -> Result<(), StoreError> {
        make_list(&self.0.tx, token, self.0.at).await?;
        let favourite = favourites::ActiveModel {
            token_hash: ActiveValue::Set(token.0.to_vec()),
            congress_id: ActiveValue::Set(id::congress(congress)),
            session_guid: ActiveValue::Set(session),
            added_at: ActiveValue::Set(self.0.at.into()),
        };
        let added = favourites::Entity::insert(favourite).on_conflict_do_nothing();
        let _: TryInsertResult<u64> = added.exec_without_returning(&self.0.tx).await?;
        Ok(())
    }

    /// Takes a session off a list. Doing it twice is doing it once.
    ///
    /// # Errors
    ///
    /// [`StoreError::Driver`].
    #[tracing::instrument(name = "store.favourites.remove", skip_all, fields(congress.slug = %congress))]
    pub async fn remove(
        &mut self,
        token: &TokenHash,
        congress: &Slug,
        session: Uuid,
    ) -> Result<(), StoreError> {
        let key = (token.0.to_vec(), id::congress(congress), session);
        favourites::Entity::delete_by_id(key)
            .exec(&self.0.tx)
            .await?;
        Ok(())
    }

    /// Puts all that is on one list on another as well, which is made if it is new.
    ///
    /// # Errors
    ///
    /// [`StoreError::Driver`].
    #[tracing::instrument(name = "store.favourites.join", skip_all)]
    pub async fn join(&mut self, from: &TokenHash, to: &TokenHash) -> Result<(), StoreError> {
        let known = favourites::Entity::find()
            .filter(favourites::Column::TokenHash.eq(from.0.to_vec()))
            .all(&self.0.tx)
            .await?;
        if known.is_empty() || from == to {
            return Ok(());
        }
        make_list(&self.0.tx, to, self.0.at).await?;
        let joined = known.into_iter().map(|mark| favourites::ActiveModel {
            token_hash: ActiveValue::Set(to.0.to_vec()),
            ..mark.into_active_model().reset_all()
        });
        let added = favourites::Entity::insert_many(joined).on_conflict_do_nothing();
        let _: TryInsertResult<u64> = added.exec_without_returning(&self.0.tx).await?;
        Ok(())
    }

    /// Forgets a list with all that is on it.
    ///
    /// # Errors
    ///
    /// [`StoreError::Driver`].
    #[tracing::instrument(name = "store.favourites.forget", skip_all)]
    pub async fn forget(&mut self, token: &TokenHash) -> Result<(), StoreError> {
        favourites::Entity::delete_many()
            .filter(favourites::Column::TokenHash.eq(token.0.to_vec()))
            .exec(&self.0.tx)
            .await?;
        favourite_lists::Entity::delete_by_id(token.0.to_vec())
            .exec(&self.0.tx)
            .await?;
        Ok(())
    }

    /// How many sessions are on a list; none if there is no such list.
    ///
    /// # Errors
    ///
    /// [`StoreError::Driver`].
    #[tracing::instrument(name = "store.favourites.count", skip_all)]
    pub async fn count(&mut self, token: &TokenHash) -> Result<u64, StoreError> {
        let on_it =
            favourites::Entity::find().filter(favourites::Column::TokenHash.eq(token.0.to_vec()));
        Ok(on_it.count(&self.0.tx).await?)
    }
}

async fn make_list(
    tx: &DatabaseTransaction,
    token: &TokenHash,
    at: Timestamp,
) -> Result<(), StoreError> {
    let list = favourite_lists::ActiveModel {
        token_hash: ActiveValue::Set(token.0.to_vec()),
        created_at: ActiveValue::Set(at.into()),
    };
    let made = favourite_lists::Entity::insert(list).on_conflict_do_nothing();
    let _: TryInsertResult<u64> = made.exec_without_returning(tx).await?;
    Ok(())
}
