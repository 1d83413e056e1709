//! Those who appear in sessions are asked whether they will, and answer.
//!
//! Sessions and people are named by guid, without references: an import replaces their rows, and an
//! answer outlives it.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{big_integer, text, text_null, uuid};

use super::{primary, reference};

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(confirmations()).await
    }
}

fn confirmations() -> TableCreateStatement {
    Table::create()
        .table("confirmations")
        .col(uuid("congress_id"))
        .col(uuid("session_guid"))
        .col(uuid("person_guid"))
        .col(text("state"))
        .col(big_integer("at"))
        .col(text_null("reason"))
        .primary_key(&mut primary(
            "confirmations",
            &["congress_id", "session_guid", "person_guid"],
        ))
        .foreign_key(&mut reference("confirmations", "congress_id", "congresses"))
        .to_owned()
}
