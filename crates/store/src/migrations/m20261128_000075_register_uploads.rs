//! Files with remarks between being sent and being taken in, so that whoever says which column is
//! which need not send them again. They live for a day.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{big_integer, blob, text, uuid};

use super::{index, part_of, primary};

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(uploads()).await?;
        // The daily sweep asks for what is older than a day.
        manager
            .create_index(index("register_uploads", &["at"]))
            .await
    }
}

fn uploads() -> TableCreateStatement {
    Table::create()
        .table("register_uploads")
        .col(uuid("id"))
        .col(uuid("proposal_id"))
        .col(uuid("account_id"))
        .col(text("name"))
        .col(blob("bytes"))
        .col(big_integer("at"))
        .primary_key(&mut primary("register_uploads", &["id"]))
        .foreign_key(&mut part_of(
            "register_uploads",
            "proposal_id",
            "register_proposals",
        ))
        .foreign_key(&mut part_of("register_uploads", "account_id", "accounts"))
        .to_owned()
}
