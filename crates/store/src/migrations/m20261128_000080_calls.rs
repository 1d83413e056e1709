//! Calls, who judges what is offered to them, and the codes that let people in.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{big_integer, big_integer_null, pk_uuid, text, text_null, uuid};

use super::{index, primary, reference, unique};

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in [calls(), call_codes(), call_admissions(), call_members()] {
            manager.create_table(table).await?;
        }
        for index in [
            // What somebody was let into.
            index("call_admissions", &["account_id"]),
            // What somebody judges.
            index("call_members", &["account_id"]),
        ] {
            manager.create_index(index).await?;
        }
        Ok(())
    }
}

fn calls() -> TableCreateStatement {
    Table::create()
        .table("calls")
        .col(pk_uuid("id"))
        .col(uuid("congress_id"))
        .col(text("slug"))
        .col(text("setup"))
        .col(big_integer("submitted"))
        .col(big_integer("revision"))
        .col(big_integer("created_at"))
        .index(&mut unique("calls", &["congress_id", "slug"]))
        .foreign_key(&mut reference("calls", "congress_id", "congresses"))
        .to_owned()
}

fn call_codes() -> TableCreateStatement {
    Table::create()
        .table("call_codes")
        .col(pk_uuid("id"))
        .col(uuid("call_id"))
        .col(text("code_hash"))
        .col(text("label"))
        .col(big_integer("uses"))
        .col(big_integer("used"))
        .col(big_integer("created_at"))
        .col(big_integer_null("revoked_at"))
        .index(&mut unique("call_codes", &["call_id", "code_hash"]))
        .foreign_key(&mut reference("call_codes", "call_id", "calls"))
        .to_owned()
}

fn call_admissions() -> TableCreateStatement {
    Table::create()
        .table("call_admissions")
        .col(uuid("call_id"))
        .col(uuid("account_id"))
        .col(uuid("code_id"))
        .col(big_integer("at"))
        .primary_key(&mut primary("call_admissions", &["call_id", "account_id"]))
        .foreign_key(&mut reference("call_admissions", "call_id", "calls"))
        .foreign_key(&mut reference("call_admissions", "account_id", "accounts"))
        .foreign_key(&mut reference("call_admissions", "code_id", "call_codes"))
        .to_owned()
}

fn call_members() -> TableCreateStatement {
    Table::create()
        .table("call_members")
        .col(uuid("call_id"))
        .col(uuid("account_id"))
        .col(big_integer_null("load_least"))
        .col(big_integer_null("load_most"))
        .col(text_null("body"))
        .col(text_null("town"))
        .col(big_integer("joined_at"))
        .col(big_integer_null("removed_at"))
        .primary_key(&mut primary("call_members", &["call_id", "account_id"]))
        .foreign_key(&mut reference("call_members", "call_id", "calls"))
        .foreign_key(&mut reference("call_members", "account_id", "accounts"))
        .to_owned()
}
