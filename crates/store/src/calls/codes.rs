//! Access codes: each lets so many people into a call, and nobody counts twice.
//!
//! Of a code only the digest is kept, so that nobody who reads the database can use one.

use jiff::Timestamp;
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{ActiveValue, ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder};
use serde_json::json;
use wiec_model::AccountId;
use wiec_model::calls::{Access, AccessCode, Call, CallId};
use wiec_model::digest::sha256;

use super::find::Calls;
use super::write::CallWriter;
use crate::column::Row;
use crate::error::StoreError;
use crate::history::Act;
use crate::tables::{call_admissions, call_codes};

/// A code that is made.
#[derive(Clone, PartialEq, Eq)]
pub struct NewCode {
    /// Its key.
    pub id: AccessCode,
    /// The code itself, as it is given to people. It cannot be found again.
    pub secret: String,
    /// For whom it is, for the office.
    pub label: String,
    /// So many people can use it.
    pub uses: u32,
}

/// Without the code: logs should not let anybody in.
impl std::fmt::Debug for NewCode {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("NewCode")
            .field("id", &self.id)
            .field("label", &self.label)
            .field("uses", &self.uses)
            .finish_non_exhaustive()
    }
}

/// A code as the office sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CodeRow {
    /// Its key.
    pub id: AccessCode,
    /// For whom it is.
    pub label: String,
    /// So many people can use it.
    pub uses: u32,
    /// So many did.
    pub used: u32,
    /// When it was made.
    pub created_at: Timestamp,
    /// Since when it lets in nobody else, if it was taken back.
    pub revoked_at: Option<Timestamp>,
}

/// What came of using a code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Redeemed {
    /// It let them in.
    Now,
    /// They were let in before; nothing is counted.
    Before,
    /// As many people used it as could.
    UsedUp,
    /// There is no such code, or it was taken back.
    Unknown,
}

impl Calls<'_> {
    /// The codes of a call, in the order in which they were made.
    ///
    /// # Errors
    ///
    /// [`StoreError::Driver`], or [`StoreError::Inconsistent`] if one cannot be read.
    #[tracing::instrument(name = "store.calls.codes", skip_all)]
    pub async fn codes(&self, call: CallId) -> Result<Vec<CodeRow>, StoreError> {
        let rows = call_codes::Entity::find()
            .filter(call_codes::Column::CallId.eq(call.0))
            .order_by_asc(call_codes::Column::CreatedAt)
            .order_by_asc(call_codes::Column::Id)
            .all(self.0.reader())
            .await?;
        rows.into_iter().map(read).collect()
    }

    /// Whether somebody was let into a call by a code.
    ///
    /// # Errors
    ///
    /// [`StoreError::Driver`].
    #[tracing::instrument(name = "store.calls.is_admitted", skip_all)]
    pub async fn is_admitted(&self, call: CallId, account: AccountId) -> Result<bool, StoreError> {
        let known = call_admissions::Entity::find_by_id((call.0, account.0))
            .count(self.0.reader())
            .await?;
        Ok(known > 0)
    }
}

impl CallWriter<'_> {
    /// Makes a code of a call.
    ///
    /// # Errors
    ///
    /// [`StoreError::Conflict`] `call_codes_call_id_code_hash_key` if the call has that code already;
    /// [`StoreError::Driver`].
    #[tracing::instrument(name = "store.calls.make_code", skip_all, fields(call.slug = %call.slug))]
    pub async fn make_code(&mut self, call: &Call, new: &NewCode) -> Result<(), StoreError> {
        let row = call_codes::ActiveModel {
            id: ActiveValue::Set(new.id.0),
            call_id: ActiveValue::Set(call.id.0),
            code_hash: ActiveValue::Set(digest(&new.secret)),
            label: ActiveValue::Set(new.label.clone()),
            uses: ActiveValue::Set(i64::from(new.uses)),
            used: ActiveValue::Set(0),
            created_at: ActiveValue::Set(self.0.at.into()),
            revoked_at: ActiveValue::Set(None),
        };
        call_codes::Entity::insert(row)
            .exec_without_returning(&self.0.tx)
            .await?;
        let details = json!({ "code": new.label, "uses": new.uses });
        self.note(call, Act::SetCall, &details).await
    }

    /// Takes a code back: whoever it let in stays in.
    ///
    /// # Errors
    ///
    /// [`StoreError::Driver`].
    #[tracing::instrument(name = "store.calls.revoke_code", skip_all, fields(call.slug = %call.slug))]
    pub async fn revoke_code(&mut self, call: &Call, code: AccessCode) -> Result<(), StoreError> {
        let revoked = call_codes::ActiveModel {
            revoked_at: ActiveValue::Set(Some(self.0.at.into())),
            ..Default::default()
        };
        let done = call_codes::Entity::update_many()
            .set(revoked)
            .filter(call_codes::Column::Id.eq(code.0))
            .filter(call_codes::Column::CallId.eq(call.id.0))
            .filter(call_codes::Column::RevokedAt.is_null())
            .exec(&self.0.tx)
            .await?;
        if done.rows_affected == 0 {
            return Ok(());
        }
        let details = json!({ "code_revoked": code.to_string() });
        self.note(call, Act::SetCall, &details).await
    }

    /// Whether a call takes anything from somebody: from everybody, or from those who used a code.
    pub(crate) async fn admits(
        &mut self,
        call: &Call,
        account: AccountId,
    ) -> Result<bool, StoreError> {
        if call.setup.access == Access::Open {
            return Ok(true);
        }
        let known = call_admissions::Entity::find_by_id((call.id.0, account.0))
            .count(&self.0.tx)
            .await?;
        Ok(known > 0)
    }

    /// Uses a code. However many use it at once, no more are let in than it says.
    ///
    /// # Errors
    ///
    /// [`StoreError::Conflict`] if there is no such account, or if the same person used two codes at the
    /// same moment; [`StoreError::Driver`].
    #[tracing::instrument(name = "store.calls.redeem", skip_all, fields(call.slug = %call.slug))]
    pub async fn redeem(
        &mut self,
        call: &Call,
        secret: &str,
        account: AccountId,
    ) -> Result<Redeemed, StoreError> {
        // Writing the row first takes its lock on PostgreSQL: those who come with the same code at the
        // same moment wait here, and then see what was counted before them.
        let this = call_codes::Column::CodeHash.eq(digest(secret));
        let of_call = call_codes::Column::CallId.eq(call.id.0);
        let used = call_codes::Column::Used;
        call_codes::Entity::update_many()
            .col_expr(used, Expr::col(used).add(0))
            .filter(of_call.clone())
            .filter(this.clone())
            .exec(&self.0.tx)
            .await?;
        let known = call_admissions::Entity::find_by_id((call.id.0, account.0))
            .count(&self.0.tx)
            .await?;
        if known > 0 {
            return Ok(Redeemed::Before);
        }
        let code = call_codes::Entity::find()
            .filter(of_call)
            .filter(this)
            .filter(call_codes::Column::RevokedAt.is_null())
            .one(&self.0.tx)
            .await?;
        let Some(code) = code else {
            return Ok(Redeemed::Unknown);
        };
        let counted = call_codes::Entity::update_many()
            .col_expr(used, Expr::col(used).add(1))
            .filter(call_codes::Column::Id.eq(code.id))
            .filter(Expr::col(used).lt(Expr::col(call_codes::Column::Uses)))
            .exec(&self.0.tx)
            .await?;
        if counted.rows_affected == 0 {
            return Ok(Redeemed::UsedUp);
        }
        let admission = call_admissions::ActiveModel {
            call_id: ActiveValue::Set(call.id.0),
            account_id: ActiveValue::Set(account.0),
            code_id: ActiveValue::Set(code.id),
            at: ActiveValue::Set(self.0.at.into()),
        };
        call_admissions::Entity::insert(admission)
            .exec_without_returning(&self.0.tx)
            .await?;
        Ok(Redeemed::Now)
    }
}

/// Codes are typed off paper: blanks and capitals make no difference.
fn digest(secret: &str) -> String {
    let typed = secret.trim().to_uppercase();
    sha256(typed)
}

fn read(row: call_codes::Model) -> Result<CodeRow, StoreError> {
    let of = Row::new("call_codes", row.id);
    let revoked_at = row.revoked_at.map(|at| of.instant("revoked_at", at));
    Ok(CodeRow {
        id: AccessCode(row.id),
        uses: of.number("uses", row.uses)?,
        used: of.number("used", row.used)?,
        created_at: of.instant("created_at", row.created_at)?,
        revoked_at: revoked_at.transpose()?,
        label: row.label,
    })
}
