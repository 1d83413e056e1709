//! Who tells a talk: guids of people of its session, a JSON column, as they are only read with the talk.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::text;

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let mut people = text("people");
        manager
            .alter_table(
                Table::alter()
                    .table("talks")
                    .add_column(people.default("[]"))
                    .to_owned(),
            )
            .await
    }
}
