//! Who wants no more letters of a congress, by marks that tell no addresses.
//!
//! These writes leave no entry in the history: they are a reader's own, and need no account.

use sea_orm::QuerySelect;
use sea_orm::{
    ActiveValue, ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, TryInsertResult,
};

use crate::error::StoreError;
use crate::store::Store;
use crate::tables::unsubscriptions::{ActiveModel, Column, Entity};
use crate::tx::Tx;

/// What stands for an address and a congress. It follows from both and a secret, and neither
/// follows from it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct UnsubscribeMark(pub [u8; 16]);

impl std::fmt::Debug for UnsubscribeMark {
    /// Without the mark: logs should not tell who it was.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("UnsubscribeMark")
    }
}

/// Reads who wants no more letters.
#[derive(Debug)]
pub struct Unsubscriptions<'a>(pub(crate) &'a Store);

impl Unsubscriptions<'_> {
    /// Whether the one with this mark wants no more letters.
    ///
    /// # Errors
    ///
    /// [`StoreError::Driver`].
    #[tracing::instrument(name = "store.unsubscriptions.contains", skip_all)]
    pub async fn contains(&self, mark: UnsubscribeMark) -> Result<bool, StoreError> {
        let found = Entity::find_by_id(mark.0.to_vec())
            .count(self.0.reader())
            .await?;
        Ok(found > 0)
    }

    /// Those of `marks` that want no more letters, in one query for every thousand.
    ///
    /// # Errors
    ///
    /// [`StoreError::Driver`].
    #[tracing::instrument(name = "store.unsubscriptions.among", skip_all)]
    pub async fn among(
        &self,
        marks: &[UnsubscribeMark],
    ) -> Result<std::collections::BTreeSet<UnsubscribeMark>, StoreError> {
        let mut among = std::collections::BTreeSet::new();
        for some in marks.chunks(1000) {
            let wanted = some.iter().map(|mark| mark.0.to_vec());
            let found: Vec<Vec<u8>> = Entity::find()
                .select_only()
                .column(Column::Mark)
                .filter(Column::Mark.is_in(wanted))
                .into_tuple()
                .all(self.0.reader())
                .await?;
            among.extend(
                found
                    .into_iter()
                    .filter_map(|mark| mark.try_into().ok().map(UnsubscribeMark)),
            );
        }
        Ok(among)
    }
}

/// Writes who wants no more letters.
#[derive(Debug)]
pub struct UnsubscriptionWriter<'a>(pub(crate) &'a mut Tx);

impl UnsubscriptionWriter<'_> {
    /// The one with this mark wants no more letters. Doing it twice is doing it once.
    ///
    /// # Errors
    ///
    /// [`StoreError::Driver`].
    #[tracing::instrument(name = "store.unsubscriptions.add", skip_all)]
    pub async fn add(&mut self, mark: UnsubscribeMark) -> Result<(), StoreError> {
        let row = ActiveModel {
            mark: ActiveValue::Set(mark.0.to_vec()),
            unsubscribed_at: ActiveValue::Set(self.0.at.into()),
        };
        let added = Entity::insert(row).on_conflict_do_nothing();
        let _: TryInsertResult<u64> = added.exec_without_returning(&self.0.tx).await?;
        Ok(())
    }

    /// The one with this mark wants letters again. Doing it twice is doing it once.
    ///
    /// # Errors
    ///
    /// [`StoreError::Driver`].
    #[tracing::instrument(name = "store.unsubscriptions.remove", skip_all)]
    pub async fn remove(&mut self, mark: UnsubscribeMark) -> Result<(), StoreError> {
        Entity::delete_by_id(mark.0.to_vec())
            .exec(&self.0.tx)
            .await?;
        Ok(())
    }
}
