//! People of programmes can be written to: their own address, the account they have, or both.
//!
//! They are named by guid, without a reference to their row: who is taken out of the draft is still
//! to be told so at the next release, and only then forgotten.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{text, text_null, uuid, uuid_null};

use super::{index, primary, reference};

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(contacts()).await?;
        // Whose appearances belong to someone who signed in.
        manager
            .create_index(index("contacts", &["account_id"]))
            .await
    }
}

fn contacts() -> TableCreateStatement {
    Table::create()
        .table("contacts")
        .col(uuid("congress_id"))
        .col(uuid("person_guid"))
        .col(text_null("email"))
        .col(uuid_null("account_id"))
        .col(text("lang"))
        .primary_key(&mut primary("contacts", &["congress_id", "person_guid"]))
        .foreign_key(&mut reference("contacts", "congress_id", "congresses"))
        .foreign_key(&mut reference("contacts", "account_id", "accounts"))
        .to_owned()
}
