//! Accounts that nobody has used for long.

use jiff::Timestamp;
use jiff::civil::Date;
use sea_orm::sea_query::{Expr, ExprTrait, Query};
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use wiec_model::account::Account;

use crate::accounts::read;
use crate::column::Micros;
use crate::error::StoreError;
use crate::sweep::Sweep;
use crate::sweep::registrations::over;
use crate::tables::{accounts, grants, logins, registrations};

/// Erasing somebody touches every table with their data, and the others wait meanwhile; whoever is
/// not among these is among those of the next night.
const A_NIGHT: u64 = 200;

impl Sweep<'_> {
    /// Accounts that nobody has used since `before`, which the caller erases: those without a login
    /// since then, without a registration that is still kept, and without a role in a congress whose
    /// last day is not before `day`.
    ///
    /// # Errors
    ///
    /// [`StoreError::Driver`], or [`StoreError::Inconsistent`] if one cannot be read.
    #[tracing::instrument(name = "store.sweep.unused_accounts", skip_all)]
    pub async fn unused_accounts(
        &mut self,
        before: Timestamp,
        day: Date,
    ) -> Result<Vec<Account>, StoreError> {
        let at = Micros::from(before);
        let signed_in = Query::select()
            .column(logins::Column::AccountId)
            .from(logins::Entity)
            .and_where(logins::Column::SeenAt.gte(at))
            .to_owned();
        let registered = Query::select()
            .column(registrations::Column::AccountId)
            .from(registrations::Entity)
            .to_owned();
        let in_office = Query::select()
            .column(grants::Column::AccountId)
            .from(grants::Entity)
            .and_where(grants::Column::CongressId.is_not_null())
            .and_where(grants::Column::CongressId.not_in_subquery(over(day)))
            .to_owned();
        let used = Condition::any()
            .add(accounts::Column::CreatedAt.gte(at))
            .add(Expr::col(accounts::Column::UsedAt).if_null(0).gte(at))
            .add(accounts::Column::Id.in_subquery(signed_in))
            .add(accounts::Column::Id.in_subquery(registered))
            .add(accounts::Column::Id.in_subquery(in_office));
        let rows = accounts::Entity::find()
            .filter(accounts::Column::ErasedAt.is_null())
            .filter(used.not())
            .order_by_asc(accounts::Column::Id)
            .limit(A_NIGHT)
            .all(&self.0.tx)
            .await?;
        rows.into_iter().map(read).collect()
    }

    /// Keeps when accounts were last used, before the logins that say so are deleted.
    pub(super) async fn note_use(&mut self, over: &Condition) -> Result<(), StoreError> {
        let last = Query::select()
            .expr(Expr::col((logins::Entity, logins::Column::SeenAt)).max())
            .from(logins::Entity)
            .and_where(
                Expr::col((logins::Entity, logins::Column::AccountId))
                    .equals((accounts::Entity, accounts::Column::Id)),
            )
            .to_owned();
        let those = Query::select()
            .column(logins::Column::AccountId)
            .from(logins::Entity)
            .cond_where(over.clone())
            .to_owned();
        accounts::Entity::update_many()
            .col_expr(accounts::Column::UsedAt, Expr::value(last))
            .filter(accounts::Column::Id.in_subquery(those))
            .exec(&self.0.tx)
            .await?;
        Ok(())
    }
}
