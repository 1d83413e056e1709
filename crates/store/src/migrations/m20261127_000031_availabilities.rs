//! It is said when people of a programme, and its rooms, can: one row for each stretch of time.
//!
//! People are named by guid and rooms by slug, without references: an import replaces their rows.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{big_integer, text, uuid};
use sea_orm_migration::sea_orm::sea_query::Check;

use super::{primary, reference};

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(availabilities()).await
    }
}

fn availabilities() -> TableCreateStatement {
    Table::create()
        .table("availabilities")
        .col(uuid("congress_id"))
        .col(text("whose"))
        .col(text("key"))
        .col(big_integer("starts_at"))
        .col(big_integer("ends_at"))
        .primary_key(&mut primary(
            "availabilities",
            &["congress_id", "whose", "key", "starts_at"],
        ))
        .foreign_key(&mut reference(
            "availabilities",
            "congress_id",
            "congresses",
        ))
        .check(Check::named(
            "availabilities_end_after_they_start",
            Expr::cust("starts_at < ends_at"),
        ))
        .to_owned()
}
