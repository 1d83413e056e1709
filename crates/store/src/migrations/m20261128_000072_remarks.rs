//! Remarks on proposals, how people stand to them, and what the teams answered.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    big_integer, big_integer_null, pk_uuid, text, text_null, uuid, uuid_null,
};

use super::{index, part_of, primary, reference, unique};

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in [answers(), remarks(), stances()] {
            manager.create_table(table).await?;
        }
        for index in [
            // What is said at a clause.
            index("remarks", &["proposal_id", "clause"]),
            // What is public, what waits.
            index("remarks", &["proposal_id", "state"]),
            // What somebody said.
            index("remarks", &["account_id"]),
            // What an answer answers.
            index("remarks", &["answer_id"]),
            // How somebody stands to what.
            index("stances", &["account_id"]),
            // The answers of a proposal.
            index("answers", &["proposal_id"]),
        ] {
            manager.create_index(index).await?;
        }
        Ok(())
    }
}

fn answers() -> TableCreateStatement {
    Table::create()
        .table("answers")
        .col(pk_uuid("id"))
        .col(uuid("proposal_id"))
        .col(text("position"))
        .col(text("reasons"))
        .col(text("lang"))
        .col(uuid_null("account_id"))
        .col(big_integer("at"))
        .foreign_key(&mut reference(
            "answers",
            "proposal_id",
            "register_proposals",
        ))
        .foreign_key(&mut reference("answers", "account_id", "accounts"))
        .to_owned()
}

fn remarks() -> TableCreateStatement {
    Table::create()
        .table("remarks")
        .col(pk_uuid("id"))
        .col(uuid("proposal_id"))
        .col(big_integer_null("number"))
        .col(text("key"))
        .col(big_integer("version"))
        .col(text("clause"))
        .col(text("kind"))
        .col(text("body"))
        .col(text_null("reasons"))
        .col(text_null("wording"))
        .col(text_null("amendment"))
        .col(uuid_null("reply_to"))
        .col(text("name"))
        .col(text("behalf"))
        .col(text_null("organisation"))
        .col(uuid_null("account_id"))
        .col(text_null("email"))
        .col(text("lang"))
        .col(text("channel"))
        .col(big_integer("received_at"))
        .col(text("state"))
        .col(big_integer("state_at"))
        .col(text_null("removal"))
        .col(text_null("removal_words"))
        .col(uuid_null("same_as"))
        .col(uuid_null("owner_id"))
        .col(uuid_null("answer_id"))
        .col(text_null("accepted"))
        .col(big_integer_null("merged_in"))
        .index(&mut unique("remarks", &["proposal_id", "number"]))
        .index(&mut unique("remarks", &["proposal_id", "key"]))
        .foreign_key(&mut reference(
            "remarks",
            "proposal_id",
            "register_proposals",
        ))
        .foreign_key(&mut reference("remarks", "account_id", "accounts"))
        .foreign_key(&mut reference("remarks", "owner_id", "accounts"))
        .foreign_key(&mut reference("remarks", "answer_id", "answers"))
        .to_owned()
}

fn stances() -> TableCreateStatement {
    Table::create()
        .table("stances")
        .col(uuid("remark_id"))
        .col(uuid("account_id"))
        .col(text("stance"))
        .col(big_integer("at"))
        .primary_key(&mut primary("stances", &["remark_id", "account_id"]))
        .foreign_key(&mut part_of("stances", "remark_id", "remarks"))
        .foreign_key(&mut reference("stances", "account_id", "accounts"))
        .to_owned()
}
