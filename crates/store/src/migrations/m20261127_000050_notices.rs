//! The pages that the law asks for: what the organisers of a congress filled in for each.
//!
//! Their fields differ from page to page and are only ever read together, so they are one document.
//! The revision counts how often it was written: whoever writes names the one they saw.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{big_integer, text, uuid};

use super::{part_of, primary};

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let notices = Table::create()
            .table("notices")
            .col(uuid("congress_id"))
            .col(text("kind"))
            .col(text("fields"))
            .col(big_integer("revision"))
            .col(big_integer("updated_at"))
            .primary_key(&mut primary("notices", &["congress_id", "kind"]))
            .foreign_key(&mut part_of("notices", "congress_id", "congresses"))
            .to_owned();
        manager.create_table(notices).await
    }
}
