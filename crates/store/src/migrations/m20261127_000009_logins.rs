//! Browsers that are signed in, and ceremonies by which one is about to be.
//!
//! Of every secret only the digest is kept. A login that was ended keeps its row until its time is
//! over, so that it can be told from one that never was.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    big_integer, big_integer_null, blob, blob_null, pk_uuid, text, text_null, uuid, uuid_null,
};

use super::{index, reference, unique};

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(logins()).await?;
        manager.create_table(ceremonies()).await?;
        for index in [
            // The logins of an account.
            index("logins", &["account_id"]),
            // The daily job deletes what is over.
            index("logins", &["expires_at"]),
            index("ceremonies", &["expires_at"]),
        ] {
            manager.create_index(index).await?;
        }
        Ok(())
    }
}

fn logins() -> TableCreateStatement {
    Table::create()
        .table("logins")
        .col(pk_uuid("id"))
        .col(blob("token_hash"))
        .col(uuid("account_id"))
        .col(text("means"))
        .col(text("device"))
        .col(big_integer("created_at"))
        .col(big_integer("seen_at"))
        .col(big_integer("expires_at"))
        .col(big_integer_null("ended_at"))
        .index(&mut unique("logins", &["token_hash"]))
        .foreign_key(&mut reference("logins", "account_id", "accounts"))
        .to_owned()
}

fn ceremonies() -> TableCreateStatement {
    Table::create()
        .table("ceremonies")
        .col(pk_uuid("id"))
        .col(blob("browser_hash"))
        .col(blob_null("link_hash"))
        .col(blob_null("code_hash"))
        .col(text("kind"))
        .col(text_null("email"))
        .col(uuid_null("account_id"))
        .col(text("state"))
        .col(big_integer("failures"))
        .col(big_integer("created_at"))
        .col(big_integer("expires_at"))
        .col(big_integer_null("used_at"))
        .index(&mut unique("ceremonies", &["link_hash"]))
        .foreign_key(&mut reference("ceremonies", "account_id", "accounts"))
        .to_owned()
}
