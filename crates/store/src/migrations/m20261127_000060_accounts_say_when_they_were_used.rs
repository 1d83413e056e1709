//! When an account was last used, as far as the logins do not say it any more: they are forgotten
//! weeks after their end, an account that nobody uses after years.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::big_integer_null;

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let used = Table::alter()
            .table("accounts")
            .add_column(big_integer_null("used_at"))
            .to_owned();
        manager.alter_table(used).await
    }
}
