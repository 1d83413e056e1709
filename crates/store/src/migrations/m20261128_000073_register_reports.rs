//! Reports of consultations: frozen, with all their files, and never changed.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{big_integer, blob, text, uuid};

use super::{primary, reference};

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(reports()).await?;
        manager.create_table(files()).await
    }
}

fn reports() -> TableCreateStatement {
    Table::create()
        .table("register_reports")
        .col(uuid("proposal_id"))
        .col(big_integer("number"))
        .col(text("hash"))
        .col(big_integer("frozen_at"))
        .primary_key(&mut primary("register_reports", &["proposal_id", "number"]))
        .foreign_key(&mut reference(
            "register_reports",
            "proposal_id",
            "register_proposals",
        ))
        .to_owned()
}

fn files() -> TableCreateStatement {
    Table::create()
        .table("register_files")
        .col(uuid("proposal_id"))
        .col(big_integer("number"))
        .col(text("name"))
        .col(text("media"))
        .col(text("hash"))
        .col(blob("bytes"))
        .primary_key(&mut primary(
            "register_files",
            &["proposal_id", "number", "name"],
        ))
        .foreign_key(&mut reference(
            "register_files",
            "proposal_id",
            "register_proposals",
        ))
        .to_owned()
}
