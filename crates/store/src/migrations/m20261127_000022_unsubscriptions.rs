//! Who wants no more letters of a congress: by a mark that follows from their address and the
//! installation's secret, so that the list holds no addresses and outlives accounts.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{big_integer, blob};

use super::primary;

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(unsubscriptions()).await
    }
}

fn unsubscriptions() -> TableCreateStatement {
    Table::create()
        .table("unsubscriptions")
        .col(blob("mark"))
        .col(big_integer("unsubscribed_at"))
        .primary_key(&mut primary("unsubscriptions", &["mark"]))
        .to_owned()
}
