//! Files between being sent and being taken in. Each is its sender's and is of one proposal; nobody
//! else can ask for it, and after a day it is gone.

use std::fmt;
use std::str::FromStr;

use sea_orm::{ActiveValue, ColumnTrait, EntityTrait, QueryFilter};
use uuid::Uuid;
use wiec_model::AccountId;
use wiec_model::register::ProposalId;

use super::{Register, RegisterWriter};
use crate::error::StoreError;
use crate::tables::register_uploads::{ActiveModel, Column, Entity};

/// So many files somebody has under way; the oldest ones give way to further ones.
const MOST: usize = 3;

/// The key of a file that is being taken in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UploadId(pub Uuid);

impl fmt::Display for UploadId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.simple().fmt(f)
    }
}

impl FromStr for UploadId {
    type Err = uuid::Error;

    fn from_str(raw: &str) -> Result<Self, uuid::Error> {
        raw.parse().map(Self)
    }
}

/// A file that is being taken in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Upload {
    /// What it is called where it comes from.
    pub name: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

impl Register<'_> {
    /// A file that this account sent for this proposal.
    ///
    /// # Errors
    ///
    /// [`StoreError::Driver`].
    #[tracing::instrument(name = "store.register.upload", skip_all)]
    pub async fn upload(
        &self,
        upload: UploadId,
        proposal: ProposalId,
        account: AccountId,
    ) -> Result<Option<Upload>, StoreError> {
        let row = Entity::find_by_id(upload.0)
            .filter(Column::ProposalId.eq(proposal.0))
            .filter(Column::AccountId.eq(account.0))
            .one(self.0.reader())
            .await?;
        Ok(row.map(|row| Upload {
            name: row.name,
            bytes: row.bytes,
        }))
    }
}

impl RegisterWriter<'_> {
    /// Keeps a file for its sender. The history has no entry of it: nothing was done yet.
    ///
    /// # Errors
    ///
    /// [`StoreError::Driver`].
    #[tracing::instrument(name = "store.register.keep_upload", skip_all)]
    pub async fn keep_upload(
        &mut self,
        id: UploadId,
        proposal: ProposalId,
        account: AccountId,
        upload: &Upload,
    ) -> Result<(), StoreError> {
        self.forget_old_uploads(account).await?;
        let row = ActiveModel {
            id: ActiveValue::Set(id.0),
            proposal_id: ActiveValue::Set(proposal.0),
            account_id: ActiveValue::Set(account.0),
            name: ActiveValue::Set(upload.name.clone()),
            bytes: ActiveValue::Set(upload.bytes.clone()),
            at: ActiveValue::Set(self.0.at.into()),
        };
        Entity::insert(row)
            .exec_without_returning(&self.0.tx)
            .await?;
        Ok(())
    }

    /// Forgets a file, once it is taken in or given up.
    ///
    /// # Errors
    ///
    /// [`StoreError::Driver`].
    #[tracing::instrument(name = "store.register.drop_upload", skip_all)]
    pub async fn drop_upload(
        &mut self,
        upload: UploadId,
        account: AccountId,
    ) -> Result<(), StoreError> {
        Entity::delete_by_id(upload.0)
            .filter(Column::AccountId.eq(account.0))
            .exec(&self.0.tx)
            .await?;
        Ok(())
    }

    async fn forget_old_uploads(&mut self, account: AccountId) -> Result<(), StoreError> {
        use sea_orm::{QueryOrder, QuerySelect};
        let theirs: Vec<Uuid> = Entity::find()
            .select_only()
            .column(Column::Id)
            .filter(Column::AccountId.eq(account.0))
            .order_by_desc(Column::At)
            .into_tuple()
            .all(&self.0.tx)
            .await?;
        let over: Vec<Uuid> = theirs.into_iter().skip(MOST - 1).collect();
        if !over.is_empty() {
            Entity::delete_many()
                .filter(Column::Id.is_in(over))
                .exec(&self.0.tx)
                .await?;
        }
        Ok(())
    }
}
