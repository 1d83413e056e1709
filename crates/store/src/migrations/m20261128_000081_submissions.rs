//! Submissions: their authors, what they said at each saving, and their files.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    big_integer, big_integer_null, binary, boolean, pk_uuid, text, text_null, uuid, uuid_null,
};

use super::{index, part_of, primary, reference, unique};

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in [
            submissions(),
            submission_authors(),
            submission_versions(),
            submission_files(),
        ] {
            manager.create_table(table).await?;
        }
        for index in [
            // What was offered to a call, by what became of it.
            index("submissions", &["call_id", "state"]),
            // What somebody began.
            index("submissions", &["account_id"]),
            // The authors of a submission.
            index("submission_authors", &["submission_id"]),
            // What somebody is an author of.
            index("submission_authors", &["account_id"]),
            // What somebody was invited to, by their address.
            index("submission_authors", &["email"]),
            // The files of a submission.
            index("submission_files", &["submission_id"]),
            // Whose a file is.
            index("submission_files", &["account_id"]),
            // Who saved what.
            index("submission_versions", &["account_id"]),
        ] {
            manager.create_index(index).await?;
        }
        Ok(())
    }
}

fn submissions() -> TableCreateStatement {
    Table::create()
        .table("submissions")
        .col(pk_uuid("id"))
        .col(uuid("call_id"))
        .col(text("code"))
        .col(text("key"))
        .col(uuid_null("account_id"))
        .col(text("state"))
        .col(big_integer("state_at"))
        .col(big_integer_null("confirm_by"))
        .col(big_integer_null("rank"))
        .col(text_null("pending"))
        .col(text_null("reason"))
        .col(text("title"))
        .col(text_null("track"))
        .col(text_null("tier"))
        .col(text("words"))
        .col(text("anonymity"))
        .col(text("redactions"))
        .col(big_integer("revision"))
        .col(big_integer("begun_at"))
        .col(big_integer("saved_at"))
        .col(big_integer_null("submitted_at"))
        .index(&mut unique("submissions", &["code"]))
        .index(&mut unique("submissions", &["call_id", "key"]))
        .foreign_key(&mut reference("submissions", "call_id", "calls"))
        .foreign_key(&mut reference("submissions", "account_id", "accounts"))
        .to_owned()
}

fn submission_authors() -> TableCreateStatement {
    Table::create()
        .table("submission_authors")
        .col(pk_uuid("id"))
        .col(uuid("submission_id"))
        .col(big_integer("position"))
        .col(text("standing"))
        .col(uuid_null("account_id"))
        .col(text_null("email"))
        .col(text_null("token_hash"))
        .col(text("about"))
        .col(big_integer("since_at"))
        .index(&mut unique(
            "submission_authors",
            &["submission_id", "position"],
        ))
        .index(&mut unique("submission_authors", &["token_hash"]))
        .foreign_key(&mut part_of(
            "submission_authors",
            "submission_id",
            "submissions",
        ))
        .foreign_key(&mut reference(
            "submission_authors",
            "account_id",
            "accounts",
        ))
        .to_owned()
}

fn submission_versions() -> TableCreateStatement {
    Table::create()
        .table("submission_versions")
        .col(uuid("submission_id"))
        .col(big_integer("revision"))
        .col(text("words"))
        .col(text("state"))
        .col(uuid_null("account_id"))
        .col(big_integer("at"))
        .primary_key(&mut primary(
            "submission_versions",
            &["submission_id", "revision"],
        ))
        .foreign_key(&mut part_of(
            "submission_versions",
            "submission_id",
            "submissions",
        ))
        .foreign_key(&mut reference(
            "submission_versions",
            "account_id",
            "accounts",
        ))
        .to_owned()
}

fn submission_files() -> TableCreateStatement {
    Table::create()
        .table("submission_files")
        .col(pk_uuid("id"))
        .col(uuid("submission_id"))
        .col(text("question"))
        .col(text("name"))
        .col(text("media"))
        .col(big_integer("size_bytes"))
        .col(text("bytes_hash"))
        .col(binary("bytes"))
        .col(boolean("is_clean"))
        .col(uuid_null("account_id"))
        .col(big_integer("at"))
        .foreign_key(&mut part_of(
            "submission_files",
            "submission_id",
            "submissions",
        ))
        .foreign_key(&mut reference("submission_files", "account_id", "accounts"))
        .to_owned()
}
