//! How often anything about a proposal was written.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::big_integer;

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let mut stirred = big_integer("stirred");
        manager
            .alter_table(
                Table::alter()
                    .table("register_proposals")
                    .add_column(stirred.default(0))
                    .to_owned(),
            )
            .await
    }
}
