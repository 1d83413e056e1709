//! Many rows in few statements: row by row, writing is five times slower.

use sea_orm::{DatabaseTransaction, EntityTrait, IntoActiveModel};

use crate::error::StoreError;

/// Rows in one statement.
///
/// Far below what the databases allow (32,766 parameters on `SQLite`, 65,535 on `PostgreSQL`; our
/// widest row has 24), because the text of a statement is parsed and cached: ten times as many rows
/// would save no time that can be measured and hold ten times the memory.
const ROWS: usize = 100;

/// Inserts all rows, in order.
pub(crate) async fn all<E>(tx: &DatabaseTransaction, rows: Vec<E::Model>) -> Result<(), StoreError>
where
    E: EntityTrait,
    E::Model: IntoActiveModel<E::ActiveModel>,
{
    let mut rows = rows
        .into_iter()
        .map(IntoActiveModel::into_active_model)
        .peekable();
    while rows.peek().is_some() {
        let some: Vec<E::ActiveModel> = rows.by_ref().take(ROWS).collect();
        E::insert_many(some).exec_without_returning(tx).await?;
    }
    Ok(())
}
