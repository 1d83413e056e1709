//! Sessions, with what of them comes in lists: who appears, talks, the steps of a script, stories.
//!
//! What is small and only read with its session (languages, booking, links) is a JSON column.

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
        for table in [sessions(), appearances(), talks(), phases(), stories()] {
            manager.create_table(table).await?;
        }
        // Deleting a kind, a track or a person asks whether a session still refers to it.
        for index in [
            index("sessions", &["kind_id"]),
            index("sessions", &["track_id"]),
            index("appearances", &["person_id"]),
        ] {
            manager.create_index(index).await?;
        }
        Ok(())
    }
}

fn sessions() -> TableCreateStatement {
    Table::create()
        .table("sessions")
        .col(pk_uuid("id"))
        .col(uuid("congress_id"))
        .col(big_integer("position"))
        .col(text("code"))
        .col(uuid("guid"))
        .col(text("slug_pl"))
        .col(text("slug_en"))
        .col(text("title"))
        .col(text_null("subtitle"))
        .col(text_null("lead"))
        .col(text_null("description"))
        .col(uuid("kind_id"))
        .col(uuid_null("track_id"))
        .col(text("languages"))
        .col(text("stream"))
        .col(text("recording"))
        .col(text_null("accessibility"))
        .col(big_integer_null("capacity"))
        .col(text("booking"))
        .col(text_null("visit"))
        .col(text_null("tables"))
        .col(uuid_null("proposals_track_id"))
        .col(text_null("vote"))
        .col(text("links"))
        .index(&mut unique("sessions", &["congress_id", "code"]))
        .index(&mut unique("sessions", &["congress_id", "guid"]))
        .index(&mut unique("sessions", &["congress_id", "slug_pl"]))
        .index(&mut unique("sessions", &["congress_id", "slug_en"]))
        .foreign_key(&mut reference("sessions", "congress_id", "congresses"))
        .foreign_key(&mut reference("sessions", "kind_id", "kinds"))
        .foreign_key(&mut reference("sessions", "track_id", "tracks"))
        .foreign_key(&mut reference("sessions", "proposals_track_id", "tracks"))
        .to_owned()
}

/// What every list of a session has.
fn list(table: &'static str) -> TableCreateStatement {
    Table::create()
        .table(table)
        .col(uuid("session_id"))
        .col(big_integer("position"))
        .primary_key(&mut primary(table, &["session_id", "position"]))
        .foreign_key(&mut part_of(table, "session_id", "sessions"))
        .to_owned()
}

fn appearances() -> TableCreateStatement {
    list("appearances")
        .col(uuid("person_id"))
        .col(text("part"))
        .foreign_key(&mut reference("appearances", "person_id", "people"))
        .to_owned()
}

fn talks() -> TableCreateStatement {
    list("talks")
        .col(text("title"))
        .col(big_integer("minutes"))
        .to_owned()
}

fn phases() -> TableCreateStatement {
    list("phases")
        .col(text("name"))
        .col(big_integer("minutes"))
        .col(text_null("grouping"))
        .col(text_null("output"))
        .to_owned()
}

fn stories() -> TableCreateStatement {
    list("stories")
        .col(text("title"))
        .col(text_null("role"))
        .col(big_integer("minutes"))
        .col(text("fields"))
        .to_owned()
}
