//! The history names the account that acted, and holds what was done to no edition in particular.
//!
//! `SQLite` cannot take a `NOT NULL` from a column, so the table is made anew there and its entries
//! move over with their numbers.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{big_integer, text, uuid_null};
use sea_orm_migration::sea_orm::DbBackend;

use super::{index, reference};

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        match manager.get_database_backend() {
            DbBackend::Sqlite => on_sqlite(manager).await?,
            _ => on_postgres(manager).await?,
        }
        for index in [
            // What was done to one thing of an edition, newest first.
            index("history", &["congress_id", "subject", "id"]),
            // What someone did: for their own file, and when their account is erased.
            index("history", &["account_id"]),
        ] {
            manager.create_index(index).await?;
        }
        Ok(())
    }
}

async fn on_postgres(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let altered = Table::alter()
        .table("history")
        .add_column(uuid_null("account_id"))
        .add_foreign_key(
            TableForeignKey::new()
                .name("history_account_id_fkey")
                .from_tbl("history")
                .from_col("account_id")
                .to_tbl("accounts")
                .to_col("id"),
        )
        .to_owned();
    manager.alter_table(altered).await?;
    let db = manager.get_connection();
    db.execute_unprepared("ALTER TABLE history ALTER COLUMN congress_id DROP NOT NULL")
        .await?;
    Ok(())
}

async fn on_sqlite(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let db = manager.get_connection();
    db.execute_unprepared("DROP INDEX history_congress_id_id_idx")
        .await?;
    db.execute_unprepared("ALTER TABLE history RENAME TO history_before")
        .await?;
    manager.create_table(history()).await?;
    db.execute_unprepared(
        "INSERT INTO history (id, at, actor, action, subject, congress_id, details) \
         SELECT id, at, actor, action, subject, congress_id, details FROM history_before",
    )
    .await?;
    db.execute_unprepared("DROP TABLE history_before").await?;
    manager
        .create_index(index("history", &["congress_id", "id"]))
        .await
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
        .col(uuid_null("congress_id"))
        .col(text("details"))
        .col(uuid_null("account_id"))
        .foreign_key(&mut reference("history", "congress_id", "congresses"))
        .foreign_key(&mut reference("history", "account_id", "accounts"))
        .to_owned()
}
