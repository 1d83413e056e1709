//! People register: the form of an edition with its counter, registrations in the order of receipt,
//! and what people agreed to, in which words.
//!
//! The counter is in a row of its own, so that two who register at once wait for one another there
//! and nowhere else. What lists filter by (environment, town, name) repeats answers in columns.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{big_integer, big_integer_null, pk_uuid, text, text_null, uuid};

use super::{index, primary, reference, unique};

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in [registration_forms(), registrations(), consents()] {
            manager.create_table(table).await?;
        }
        for index in [
            // How many places are taken, and who is next.
            index("registrations", &["congress_id", "state", "number"]),
            // The registrations of an account.
            index("registrations", &["account_id"]),
            // What an account agreed to.
            index("consents", &["account_id"]),
        ] {
            manager.create_index(index).await?;
        }
        Ok(())
    }
}

fn registration_forms() -> TableCreateStatement {
    Table::create()
        .table("registration_forms")
        .col(uuid("congress_id"))
        .col(text_null("form"))
        .col(big_integer("received"))
        .col(big_integer("revision"))
        .primary_key(&mut primary("registration_forms", &["congress_id"]))
        .foreign_key(&mut reference(
            "registration_forms",
            "congress_id",
            "congresses",
        ))
        .to_owned()
}

fn registrations() -> TableCreateStatement {
    Table::create()
        .table("registrations")
        .col(pk_uuid("id"))
        .col(uuid("congress_id"))
        .col(uuid("account_id"))
        .col(big_integer("number"))
        .col(text("key"))
        .col(text("state"))
        .col(big_integer("state_at"))
        .col(text("lang"))
        .col(text("name"))
        .col(text("environment"))
        .col(text_null("terc"))
        .col(text("answers"))
        .col(big_integer("received_at"))
        .index(&mut unique("registrations", &["congress_id", "number"]))
        .index(&mut unique("registrations", &["congress_id", "account_id"]))
        .index(&mut unique("registrations", &["congress_id", "key"]))
        .foreign_key(&mut reference("registrations", "congress_id", "congresses"))
        .foreign_key(&mut reference("registrations", "account_id", "accounts"))
        .to_owned()
}

fn consents() -> TableCreateStatement {
    Table::create()
        .table("consents")
        .col(
            ColumnDef::new("id")
                .big_integer()
                .not_null()
                .auto_increment()
                .primary_key(),
        )
        .col(uuid("account_id"))
        .col(uuid("congress_id"))
        .col(text("key"))
        .col(big_integer("version"))
        .col(text("words"))
        .col(big_integer("given_at"))
        .col(big_integer_null("withdrawn_at"))
        .foreign_key(&mut reference("consents", "account_id", "accounts"))
        .foreign_key(&mut reference("consents", "congress_id", "congresses"))
        .to_owned()
}
