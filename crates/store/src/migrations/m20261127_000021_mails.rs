//! Letters: the outbox with drafts, what is on its way, and what became of what was sent.
//!
//! A mailing is what was written together; nobody has two letters of one mailing. A letter may have
//! a key of its own, so that what causes it can happen twice and write it once.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    big_integer, big_integer_null, blob, text, text_null, uuid, uuid_null,
};

use super::{index, part_of, primary, reference, unique};

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in [mailings(), mails(), mail_attachments()] {
            manager.create_table(table).await?;
        }
        for index in [
            // The outbox of a congress by state, newest first.
            index("mails", &["congress_id", "state", "id"]),
            // The mailings of a congress, newest first.
            index("mailings", &["congress_id", "id"]),
            // The daily job wipes and deletes what is over.
            index("mails", &["created_at"]),
            // What an account is sent, for its owner and for erasing it.
            index("mails", &["account_id"]),
        ] {
            manager.create_index(index).await?;
        }
        Ok(())
    }
}

fn number() -> ColumnDef {
    ColumnDef::new("id")
        .big_integer()
        .not_null()
        .auto_increment()
        .primary_key()
        .to_owned()
}

fn mailings() -> TableCreateStatement {
    Table::create()
        .table("mailings")
        .col(number())
        .col(uuid("congress_id"))
        .col(text("template"))
        .col(text("name"))
        .col(text_null("key"))
        .col(big_integer("created_at"))
        .index(&mut unique("mailings", &["congress_id", "key"]))
        .foreign_key(&mut reference("mailings", "congress_id", "congresses"))
        .to_owned()
}

fn mails() -> TableCreateStatement {
    Table::create()
        .table("mails")
        .col(number())
        .col(uuid_null("congress_id"))
        .col(big_integer_null("mailing_id"))
        .col(uuid_null("account_id"))
        .col(text("email"))
        .col(text_null("name"))
        .col(text("lang"))
        .col(text("template"))
        .col(text("subject"))
        .col(text("body"))
        .col(text("need"))
        .col(big_integer_null("secret_until"))
        .col(text_null("key"))
        .col(text("state"))
        .col(big_integer("state_at"))
        .col(text_null("message_id"))
        .col(text_null("reason"))
        .col(big_integer("created_at"))
        .col(big_integer_null("wiped_at"))
        .col(big_integer("revision"))
        .index(&mut unique("mails", &["mailing_id", "email"]))
        .index(&mut unique("mails", &["key"]))
        .foreign_key(&mut reference("mails", "congress_id", "congresses"))
        .foreign_key(&mut reference("mails", "mailing_id", "mailings"))
        .to_owned()
}

fn mail_attachments() -> TableCreateStatement {
    Table::create()
        .table("mail_attachments")
        .col(big_integer("mail_id"))
        .col(big_integer("position"))
        .col(text("name"))
        .col(text("media"))
        .col(blob("bytes"))
        .primary_key(&mut primary("mail_attachments", &["mail_id", "position"]))
        .foreign_key(&mut part_of("mail_attachments", "mail_id", "mails"))
        .to_owned()
}
