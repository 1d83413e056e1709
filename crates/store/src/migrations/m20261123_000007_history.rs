//! What was done to an edition, by whom and when. Appended to, never overwritten.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{big_integer, text, uuid};

use super::{index, reference};

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(history()).await?;
        // The history of one edition, newest first.
        manager
            .create_index(index("history", &["congress_id", "id"]))
            .await
    }
}

fn history() -> TableCreateStatement {
    Table::create()
        .table("history")
        .col(
            ColumnDef::new("id")
                .big_integer()
                .not_null()
                .auto_increment()
                .primary_key(),
        )
        .col(big_integer("at"))
        .col(text("actor"))
        .col(text("action"))
        .col(text("subject"))
        .col(uuid("congress_id"))
        .col(text("details"))
        .foreign_key(&mut reference("history", "congress_id", "congresses"))
        .to_owned()
}
