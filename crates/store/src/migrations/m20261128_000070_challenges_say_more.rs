//! What the register asks of a challenge, and the congress file did not carry until now.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::text_null;

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for (table, column) in [
            ("proposals", "causes"),
            ("proposals", "affected"),
            ("solutions", "horizon"),
            ("solutions", "cost"),
            ("solutions", "links"),
        ] {
            let more = Table::alter()
                .table(table)
                .add_column(text_null(column))
                .to_owned();
            manager.alter_table(more).await?;
        }
        Ok(())
    }
}
