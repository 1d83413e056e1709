//! People sign in: accounts, what they were given, their passkeys, and what providers call them.
//!
//! An account may exist before anybody signed in to it: an organiser gave a role to an address. Its
//! address may be missing: someone came with a passkey. Erasing one empties its row and keeps it,
//! so that what was done keeps its doer.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    big_integer, big_integer_null, blob, pk_uuid, text, text_null, uuid, uuid_null,
};

use super::{index, primary, reference, unique};

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in [accounts(), grants(), passkeys(), identities()] {
            manager.create_table(table).await?;
        }
        for index in [
            // Who has a role in a congress.
            index("grants", &["congress_id"]),
            // The passkeys of an account, and what providers call it.
            index("passkeys", &["account_id"]),
            index("identities", &["account_id"]),
        ] {
            manager.create_index(index).await?;
        }
        Ok(())
    }
}

fn accounts() -> TableCreateStatement {
    Table::create()
        .table("accounts")
        .col(pk_uuid("id"))
        .col(text_null("email"))
        .col(text_null("name"))
        .col(text_null("salutation"))
        .col(text("lang"))
        .col(text("preferences"))
        .col(big_integer("created_at"))
        .col(big_integer_null("erased_at"))
        .index(&mut unique("accounts", &["email"]))
        .to_owned()
}

/// A role is given once for each scope; `congress_id` repeats the scope's, for lists and references.
fn grants() -> TableCreateStatement {
    Table::create()
        .table("grants")
        .col(uuid("account_id"))
        .col(text("role"))
        .col(text("scope"))
        .col(uuid_null("congress_id"))
        .col(big_integer("granted_at"))
        .primary_key(&mut primary("grants", &["account_id", "role", "scope"]))
        .foreign_key(&mut reference("grants", "account_id", "accounts"))
        .foreign_key(&mut reference("grants", "congress_id", "congresses"))
        .to_owned()
}

fn passkeys() -> TableCreateStatement {
    Table::create()
        .table("passkeys")
        .col(blob("credential_id"))
        .col(uuid("account_id"))
        .col(text("name"))
        .col(text("credential"))
        .col(big_integer("created_at"))
        .col(big_integer_null("used_at"))
        .primary_key(&mut primary("passkeys", &["credential_id"]))
        .foreign_key(&mut reference("passkeys", "account_id", "accounts"))
        .to_owned()
}

fn identities() -> TableCreateStatement {
    Table::create()
        .table("identities")
        .col(text("issuer"))
        .col(text("subject"))
        .col(uuid("account_id"))
        .col(big_integer("created_at"))
        .primary_key(&mut primary("identities", &["issuer", "subject"]))
        .foreign_key(&mut reference("identities", "account_id", "accounts"))
        .to_owned()
}
